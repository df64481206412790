"""What simulated talks come to, as a table for people and as a document for programs."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from rich.markup import escape
from rich.table import Table

from bot.console.seed_ranges import as_written
from bot.flows.simulating.asked import Simulation
from engine.marketplace.market import Style
from engine.marketplace.summary import WEIGHTS, Summary, spread_of

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""
MILLION = 1_000_000
STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")


class Row(NamedTuple):
    """A figure, and what it says."""

    name: str
    value: str
    told: str


def as_table(simulation: Simulation, players: tuple[str, str], summary: Summary) -> Table:
    """The figures, and what each of them says."""
    buyer, sellers = players
    seeds = as_written(simulation.seeds)
    title = f"{simulation.market} · {', '.join(simulation.items)} · seeds {seeds} · buyer {buyer}, sellers {sellers}"
    table = Table(title=escape(title), title_justify="left", title_style="bold", box=None, pad_edge=False)
    for heading in ("", "", "what it says"):
        table.add_column(heading, header_style="dim", overflow="fold")
    for row in rows_of(summary):
        table.add_row(row.name, row.value, f"[dim]{escape(row.told)}[/]")
    return table


def rows_of(summary: Summary) -> Iterator[Row]:
    """The figures of a summary, in the order in which they are told."""
    yield Row("talks", f"{summary.talks:,}", "one for each item and seed")
    yield Row("in reach", percent(summary.in_reach, summary.talks), "a floor within the maximum")
    yield Row("deals", percent(summary.deals, summary.talks), "of all talks")
    yield Row("", percent(summary.deals_in_reach, summary.in_reach), "of those in reach")
    yield Row("needs met", percent(summary.whole, summary.talks), "all that was needed was bought")
    yield Row("of several", percent(summary.of_several, summary.talks), "bought of more than one seller")
    yield Row("price", _spread(summary.saved, " %"), "of the way from list to floor")
    yield Row("surplus", _spread(summary.shares, " %"), "the buyer's share of both gains")
    yield Row("rounds", _spread(summary.rounds), "lines of the buyer")
    yield Row("messages", _tenths(_mean(summary.messages, summary.talks)), "lines of everybody")
    for style in STYLES:
        yield Row(style, _spread(summary.kept_by_manner.get(style, Counter()), " %"), "of its room, kept by the seller")
    for quarter in WEIGHTS:
        kept = summary.kept_by_weight.get(quarter, Counter())
        yield Row(f"retention {quarter}", _spread(kept, " %"), "the same, by that weight")
    yield from _about_lines(summary)
    yield Row("left", percent(summary.left.total(), summary.present.total()), "sellers who had enough")
    yield Row("broken", f"{summary.broken:,}", "limits that a purchase broke")


def _about_lines(summary: Summary) -> Iterator[Row]:
    """What models said and took; sellers that go by rules always hold together, and are not looked at."""
    lines, spending = summary.lines, summary.spending
    if lines.said:
        invented = f"{lines.invented_prices:,} prices, {lines.invented_features:,} features"
        yield Row("coherence", percent(lines.coherent, lines.said), f"of {lines.said:,} lines of sellers")
        yield Row("invented", invented, "what no seller's list has")
    if spending.requests:
        stood_in = f"{lines.held:,} held back, {lines.unanswered:,} unanswered"
        yield Row("by models", f"{lines.by_model:,} moves", stood_in)
        tokens = f"{spending.tokens_in:,} in, {spending.tokens_out:,} out"
        yield Row("tokens", tokens, f"in {spending.requests:,} requests")
        yield Row("cost", in_dollars(spending.cost), "by the list prices of the models")


def in_dollars(micro_dollars: int | None) -> str:
    """`$0.012345`."""
    if micro_dollars is None:
        return "unknown"
    return f"${micro_dollars // MILLION:,}.{micro_dollars % MILLION:06}"


def percent(part: int, whole: int) -> str:
    """`88.4 %`, a dash where there is nothing to take it of."""
    return f"{_tenths(_mean(100 * part, whole))} %" if whole else "–"


def _mean(total: int, count: int) -> int:
    """The mean in tenths."""
    return (20 * total + count) // (2 * count) if count else 0


def _spread(counts: Counter[int], unit: str = "") -> str:
    """`54.2 %, median 56 % of 355`."""
    spread = spread_of(counts)
    if spread.tenths is None:
        return "–"
    return f"{_tenths(spread.tenths)}{unit}, median {spread.median}{unit} of {spread.values:,}"


def _tenths(value: int) -> str:
    return f"{value // 10:,}.{value % 10}"


def as_json(simulation: Simulation, players: tuple[str, str], summary: Summary) -> str:
    """`format`, what was simulated, the counts, and every spread as `values`, `median` and `mean`."""
    buyer, sellers = players
    document = {
        "format": FORMAT,
        "pack": {"id": simulation.pack.id, "version": simulation.pack.version, "hash": simulation.hash},
        "market": simulation.market,
        "items": list(simulation.items),
        "seeds": as_written(simulation.seeds),
        "buyer": buyer,
        "sellers": sellers,
        **_counts(summary),
        "rounds": _document(summary.rounds),
        "price": _document(summary.saved),
        "surplus": _document(summary.shares),
        "kept_by_style": {style: _document(summary.kept_by_manner.get(style, Counter())) for style in STYLES},
        "kept_by_weight": {each: _document(summary.kept_by_weight.get(each, Counter())) for each in WEIGHTS},
        "lines": summary.lines._asdict(),
        "spending": summary.spending._asdict(),
        "left_by_style": {style: [summary.left[style], summary.present[style]] for style in STYLES},
        "endings": {ending.value: count for ending, count in sorted(summary.endings.items())},
    }
    return json.dumps(document, indent=2, ensure_ascii=False)


def _counts(summary: Summary) -> dict[str, int]:
    names = ("talks", "in_reach", "deals", "deals_in_reach", "whole", "of_several", "messages", "broken")
    return {name: getattr(summary, name) for name in names}


def _document(counts: Counter[int]) -> dict[str, Any]:
    spread = spread_of(counts)
    mean = None if spread.tenths is None else spread.tenths / 10
    return {"values": spread.values, "median": spread.median, "mean": mean}
