"""A term of one year that no number says: "34,900 for a year", "another year at 34,900"."""

from collections.abc import Sequence
from functools import lru_cache

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting, modality_of
from engine.reading.phrases import Hit, Phrasebook, listed
from engine.reading.reading import Modality, ReadOffer
from engine.reading.tokens import words_of
from engine.scenario.scenario import Issue, IssueKind
from engine.terms.terms import IssueId

_WORDINGS = """
    (for|over|only|just) (a|one|1) year, a single year, a year only, (another|one more) year, for a year,
    (a|one|1) year is (fine|ok|good|enough|plenty|all),
    (a|one|1) (year|-year) (term|deal|contract|renewal|agreement|commitment),
    (a|one|1) - year (term|deal|contract|renewal|agreement|commitment)
"""
_A_YEAR = 12
_LATER = frozenset(words_of("ago from later now already since earlier together in free"))
"""After a year these say when something is or was, or how long it has been."""
_AS_CUSTOMER = (("with", "us"), ("with", "you"), ("as", "a"), ("as", "our"))
_HAD = frozenset(words_of("been had was were after before within since last than every"))
_PUT_FORWARD = (Cue.COMMIT, Cue.ASK, Cue.SUPPOSE)
_STANDING = (Modality.FIRM, Modality.CONDITIONAL, Modality.PROBE)


@lru_cache(maxsize=1)
def _book() -> Phrasebook[str]:
    return Phrasebook([("", listed(_WORDINGS))])


def with_one_year(line: Line, offers: Sequence[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    """The offers, with a year's term where the line names one in words beside its price, or puts it forward."""
    if "year" not in line.said:
        return list(offers)
    issue = next((one for one in context.issues if _runs_for_years(one)), None)
    if issue is None or any(offer.issue == issue.id and offer.modality in _STANDING for offer in offers):
        return list(offers)
    for hit in _book().find(line.spelled):
        setting = next((one for one in line.settings if hit.start < one.clause.end), None)
        if setting is not None and (found := _offer(line, setting, hit, issue, offers, context)):
            others = (offer for offer in offers if offer.issue != issue.id)
            return sorted((*others, found), key=_start)
    return list(offers)


def _runs_for_years(issue: Issue) -> bool:
    years = any("year" in one.words and one.times == _A_YEAR for one in issue.measures)
    return issue.kind is IssueKind.COUNT and years


def _offer(
    line: Line, setting: Setting, hit: Hit[str], issue: Issue, offers: Sequence[ReadOffer], context: ReadingContext
) -> ReadOffer | None:
    """The year's term, as firm as the price of its sentence; None where it is told of, or stands alone."""
    after = line.words(hit.end, hit.end + 2)
    if not _LATER.isdisjoint(after[:1]) or after in _AS_CUSTOMER:
        return None
    if not _HAD.isdisjoint(line.words(setting.clause.start, hit.start)):
        return None
    span = line.span(hit.start, hit.end)
    price = _price_of(line, setting, offers, context.price.id)
    if price is None and not setting.has(*_PUT_FORWARD):
        return None
    theirs = context.is_theirs(issue.id, _A_YEAR)
    modality = price.modality if price is not None else modality_of(setting, hit.start, is_theirs=theirs)
    return ReadOffer(issue.id, _A_YEAR, modality, span) if modality in _STANDING else None


def _price_of(line: Line, setting: Setting, offers: Sequence[ReadOffer], price: IssueId) -> ReadOffer | None:
    sentence = line.span(setting.sentence.start, setting.sentence.end)
    here = (one for one in offers if one.issue == price and sentence.start <= one.span.start < sentence.end)
    return next((one for one in here if one.modality in _STANDING), None)


def _start(offer: ReadOffer) -> int:
    return offer.span.start
