"""A promise that the price stays next time is a cap of nothing on the increase: "no increase next year"."""

from collections.abc import Sequence
from functools import lru_cache

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.measure_senses import rounded
from engine.reading.modality import Setting, modality_of
from engine.reading.phrases import Hit, Phrasebook, listed
from engine.reading.reading import Modality, ReadOffer
from engine.reading.tokens import words_of
from engine.scenario.scenario import Issue, IssueKind
from engine.terms.terms import NEXT_TO_NOTHING

_FREEZES = """
    (no|zero|0) ~ (increase|increases|uplift|uplifts|raise|raises|rise|rises|hike), not go up, never go up,
    (price|rate) (stays|remains|is held|is frozen|freeze|lock|hold) ~ flat, price freeze, (price|rate) (stays|remains),
    (freeze|frozen|freezing) ~ (it|price|rate|this), (hold|keep|lock|holding|keeping|locking) ~ (price|rate|flat),
    stays flat, (increase|uplift|increases) : none, same again, frozen, freeze it, without (an|any) (increase|uplift)
"""
_NEXT_TIME = """
    next (year|renewal|time), (year|years) (two|2|three|3), second year, following year, the year after, next year 's,
    for (two|three|2|3) years, at renewal, coming renewal, the renewal after, in (a|one) year, (in|after) (12|twelve)
    months, in the future, future
"""
_STAYING = frozenset(
    words_of(
        "increase increases uplift uplifts raise raises rise rises hike up flat freeze frozen freezing lock locking "
        "hold held keep keeping holding stays remains same price rate"
    )
)
_LATER = frozenset(words_of("next year years second following renewal future months"))
"""Words without one of each of which nothing is promised to stay."""


@lru_cache(maxsize=1)
def _freezes() -> Phrasebook[str]:
    return Phrasebook([("", listed(_FREEZES))])


@lru_cache(maxsize=1)
def _next_time() -> Phrasebook[str]:
    return Phrasebook([("", listed(_NEXT_TIME))])


def speaks_of_next_time(line: Line, setting: Setting) -> bool:
    """Whether the clause says what is to hold at the next renewal, and not what is paid now."""
    return bool(_next_time().find(line.spelled, setting.clause.start, setting.clause.end))


def with_freeze(line: Line, offers: Sequence[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    """The offers, with a cap of nothing where the line promises that the price stays next time."""
    if _STAYING.isdisjoint(line.said) or _LATER.isdisjoint(line.said):
        return list(offers)
    issue = next((one for one in context.issues if _caps(one)), None)
    if issue is None or any(offer.issue == issue.id for offer in offers):
        return list(offers)
    for setting in line.settings:
        hits = _freezes().find(line.spelled, setting.clause.start, setting.clause.end)
        if hits and speaks_of_next_time(line, setting) and not setting.has(Cue.STATED):
            freeze = _freeze(line, setting, hits[0], issue)
            return sorted((*(offer for offer in offers if not offer.span.meets(freeze.span)), freeze), key=_start)
    return list(offers)


def _caps(issue: Issue) -> bool:
    return issue.kind is IssueKind.COUNT and "cap" in issue.words and "cap" in issue.id


def _freeze(line: Line, setting: Setting, hit: Hit[str], issue: Issue) -> ReadOffer:
    """The cap of nothing, or of what it is not to rise by more than; the "not" of such a promise refuses nothing."""
    modality = modality_of(setting, hit.end, is_theirs=False)
    if modality is Modality.REJECTED or setting.is_asked():
        modality = Modality.PROBE if setting.is_asked() else Modality.FIRM
    limit = next((one for one in line.numbers if line.words(hit.end, one.start) in _MORE_THAN and issue.measures), None)
    if limit is None:
        return ReadOffer(issue.id, NEXT_TO_NOTHING, modality, line.span(hit.start, hit.end))
    amount = rounded(limit.value * issue.measures[0].times)
    return ReadOffer(issue.id, amount, modality, line.span(hit.start, limit.end))


_MORE_THAN = tuple((*by, *than) for by in ((), ("by",)) for than in (("more", "than"), ("over",), ("above",)))
"""Between "not go up" and what it may go up by."""


def _start(offer: ReadOffer) -> int:
    return offer.span.start
