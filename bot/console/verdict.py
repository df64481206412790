"""How a verdict reads in the terminal."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.markup import escape
from rich.padding import Padding
from rich.table import Table

from bot.views.verdict_words import drill_in_words, headline, hints_in_words, mark_in_words, points, standing_of
from bot.visible import visible
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import check_of
from engine.scoring.verdict import Advice, Checked, RoundOffers, Verdict
from engine.terms.money import format_money


def verdict_parts(scenario: Scenario, verdict: Verdict, own_pack: str = "") -> Iterator[RenderableType]:
    """The whole of it: the score with its working, what to keep and to mend, the offers, and what was hidden.

    `own_pack` is the option that names a pack of one's own, with the space after it, as share codes need it.
    """
    passed = "passed" if verdict.passed else "not passed"
    yield f"\n[bold green]{escape(headline(scenario, verdict))}[/]"
    yield f"[bold]{verdict.total} / 100[/], {passed} ({mark_in_words(verdict)})"
    if standing := standing_of(verdict):
        yield standing
    yield _areas(verdict)
    yield from (f"Capped at {cap.at}: {escape(cap.why)}" for cap in verdict.caps)
    yield from _advice(verdict, own_pack)
    yield from _checks(verdict)
    yield from _hints(verdict)
    yield from _offers(scenario, verdict)
    yield f"\n[bold]What {escape(scenario.counterpart.name)} was not saying[/]"
    yield from (Padding(f"• {escape(line)}", (0, 0, 0, 2)) for line in verdict.reveal)
    again = escape(f"{own_pack}--seed {scenario.share_code}")
    yield f"\n[dim]The same {scenario.counterpart.role} again: {again}[/]"


def _areas(verdict: Verdict) -> RenderableType:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 3, 0, 0))
    for area in verdict.areas:
        table.add_row(area.area.title(), points(area.won, area.of))
    if verdict.hints:
        table.add_row("Hints", hints_in_words(verdict))
    return Padding(table, (0, 0, 0, 2))


def _advice(verdict: Verdict, own_pack: str) -> Iterator[RenderableType]:
    if verdict.keep:
        yield from _advised("Keep", verdict.keep)
    for number, fix in enumerate(verdict.fixes, 1):
        yield from _advised(f"Fix {number}" if len(verdict.fixes) > 1 else "Fix", fix)
    if verdict.drill is not None:
        title, words = check_of(verdict.drill.check).title, drill_in_words(verdict.drill)
        whom = f"{own_pack}--seed {verdict.drill.share_code}"
        yield f"\n[bold]Drill: {escape(title)}.[/] {escape(words)} {escape(whom)}"


def _advised(label: str, advice: Advice) -> Iterator[RenderableType]:
    yield f"\n[bold]{label}: {escape(advice.title)}.[/] {escape(advice.why)}"
    if advice.quote:
        yield Padding(_quoted(advice.quote), (0, 0, 0, 2))
    if advice.better:
        yield Padding(f"→ {_quoted(advice.better)}", (0, 0, 0, 2))
    if advice.otherwise:
        yield Padding(escape(advice.otherwise), (0, 0, 0, 2))


def _quoted(words: str) -> str:
    return f"“{escape(' '.join(visible(words).split()))}”"


def _checks(verdict: Verdict) -> Iterator[RenderableType]:
    """Every check with what it found; words that several rest on are quoted once."""
    yield "\n[bold]Every check[/] [dim](one that could not be observed costs nothing)[/]"
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(justify="right", no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    quotes: set[str] = set()
    for check in verdict.checks:
        words = "" if check.quote in quotes else check.quote
        quotes.add(words)
        table.add_row(escape(check.title), _won(check), _found(check, words))
    yield Padding(table, (0, 0, 0, 2))


def _won(check: Checked) -> str:
    return f"[dim]– / {check.of}[/]" if check.won is None else f"{check.won} / {check.of}"


def _found(check: Checked, words: str) -> str:
    return f"{escape(check.note)} [dim]{_quoted(words)}[/]" if words else escape(check.note)


def _hints(verdict: Verdict) -> Iterator[RenderableType]:
    if not verdict.hints:
        return
    yield f"\n[bold]Hints[/] · {hints_in_words(verdict)}"
    for hint in verdict.hints:
        yield Padding(f"• after round {hint.round}, −{hint.points}: {escape(hint.text)}", (0, 0, 0, 2))


def _offers(scenario: Scenario, verdict: Verdict) -> Iterator[RenderableType]:
    if not verdict.offers:
        return
    yield "\n[bold]Offers by round[/]"
    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 3, 0, 0))
    for heading in ("Round", "You", escape(scenario.counterpart.name)):
        table.add_column(heading, justify="right")
    for offers in verdict.offers:
        table.add_row(str(offers.round), *_prices(scenario, offers))
    yield Padding(table, (0, 0, 0, 2))


def _prices(scenario: Scenario, offers: RoundOffers) -> tuple[str, ...]:
    amounts = (offers.rep, offers.counterpart)
    return tuple("–" if amount is None else format_money(amount, scenario.currency) for amount in amounts)
