"""The figures of a pack of markets: what its seeds come to, and which of it is not as it should be."""

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import pairwise

from engine.marketplace.market import Style
from engine.marketplace.summary import WEIGHTS, Summary, spread_of
from engine.marketplace.template import MarketPackNote
from packs.figures import JUDGED_FROM, ZONE_WANTED, Figure, Figures, State, tenths

DEALS_WANTED = 80
"""Percent of the needs in reach at which a strict buyer must come to a deal."""
APART = 5
"""Points that the middle of what sellers keep must differ by, from one manner or weight to the next."""
SOLD_FROM = 100
"""Sales below which chance alone moves that middle too far to judge a pack by it."""
_STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")


def figures_of(pack: MarketPackNote, played: Mapping[str, Summary]) -> Figures:
    """The figures of the markets that were played, by name."""
    total = Summary()
    for summary in played.values():
        total.add(summary)
    rows = [row for name, summary in played.items() for row in _market(pack, name, summary)]
    return Figures(pack.id, total.talks, (*rows, *_sellers(total), *_limits(total)))


def _market(pack: MarketPackNote, name: str, of: Summary) -> Iterator[Figure]:
    low, high = ZONE_WANTED
    is_judged = of.talks * len(pack.markets) >= JUDGED_FROM
    yield _figure(
        "reach",
        name,
        tenths(of.in_reach, of.talks),
        f"{low}–{high} %",
        is_judged,
        low * of.talks <= 100 * of.in_reach <= high * of.talks,
    )
    yield _figure(
        "deals",
        name,
        _deals(of),
        f"{DEALS_WANTED} % or more",
        is_judged,
        100 * of.deals_in_reach >= DEALS_WANTED * of.in_reach,
    )
    if pack.markets[name].partial:
        yield _figure("several", name, tenths(of.of_several, of.deals), "some", is_judged, of.of_several > 0)


def _figure(group: str, name: str, value: str, wanted: str, is_judged: bool, fits: bool) -> Figure:
    return Figure(group, name, value, wanted, ("ok" if fits else "wrong") if is_judged else "told")


def _deals(of: Summary) -> str:
    saved = spread_of(of.saved)
    price = "" if saved.median is None else f", price {saved.median} % of the way to the floor"
    return f"{tenths(of.deals_in_reach, of.in_reach)} of those{price}, {spread_of(of.rounds).median or 0} rounds"


def _sellers(total: Summary) -> Iterator[Figure]:
    yield from _apart("manner", {style: total.kept_by_manner.get(style, Counter()) for style in _STYLES})
    yield from _apart("weight", {each: total.kept_by_weight.get(each, Counter()) for each in WEIGHTS})


def _apart(group: str, kept: Mapping[str, Counter[int]]) -> Iterator[Figure]:
    """What sellers keep of their room; each group less than the one before it."""
    spreads = {name: spread_of(counts) for name, counts in kept.items()}
    for name, spread in spreads.items():
        value = "–" if spread.median is None else f"{spread.median} % in the middle of {spread.values:,} sales"
        yield Figure(group, name, value)
    if all(spread.values >= SOLD_FROM for spread in spreads.values()):
        middles = [spread.median or 0 for spread in spreads.values()]
        steps = [before - after for before, after in pairwise(middles)]
        value = ", ".join(f"{step}" for step in steps)
        yield Figure(group, "points apart", value, f"{APART} or more", _state(min(steps) >= APART))


def _limits(total: Summary) -> Iterator[Figure]:
    value = f"{total.broken:,}"
    yield Figure("limits", "purchases that broke a limit", value, "none", _state(not total.broken))
    without = total.deals - total.deals_in_reach
    yield Figure("limits", "deals where nobody was in reach", f"{without:,}", "none", _state(not without))


def _state(fits: bool) -> State:
    return "ok" if fits else "wrong"
