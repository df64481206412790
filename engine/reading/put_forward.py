"""Amounts that stand in a line and are not put forward in it: refused, worked out on a supposition, or taken up."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise, takewhile
from typing import TypeAlias

from engine.reading.clauses import Sentence
from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Phrasebook, listed
from engine.reading.quantity import Quantity
from engine.reading.reading import BINDING, Modality, ReadOffer
from engine.reading.tokens import words_of
from engine.scenario.scenario import IssueKind

_BEYOND = """
    (below|under|beneath|less than|lower than|beyond|past|above|over|more than|higher than|outside|not|nowhere near|
    far from|short of|further than|deeper than) (where|what|anything|something|anywhere|how far|how low) (i|we|my|our),
    (lower|less|further|deeper|more|higher|cheaper) than (i|we) (can|could|am|are|would|will|may|dare),
    not (a number|a price|a figure|something|one|anything|anywhere|somewhere) (i|we) (can|could|am|are|would|will|get),
    (leaves|leave|puts|put|gets|get) (me|us) (short|under|below|nowhere|upside down), (is|be) not (doable|on|possible),
    (below|under|beneath) (the|my|our) (floor|limit|cost|costs|minimum|line|least), not enough, too little for (me|us)
"""
"""What is said of an amount that goes further than the speaker can."""
_LINKING = frozenset(
    words_of(
        "would will be is was a year month seat per even just still well way already far little bit quite really "
        "frankly honestly comes come sits lands in at out that it s for with and the mats sorry though i am afraid "
        "unfortunately so much some"
    )
)
_SUPPOSED = """
    let us say (i|we|you|it|there|they|he|she|only), say (we|you|it|there) (find|found|need|needed|use|used|had|end),
    suppose, supposing, assume, assuming, imagine, picture, hypothetically, (for|as an|as one|just an) example,
    for instance, if (it|that) (turns|turned) out, if (i|we|you|they) (find|found), if the (report|count|numbers|usage),
    if only, what if, just to (illustrate|give), to give you (an idea|a feel|a sense)
"""
_WORKED_OUT = """
    (that|it|this|you|we|which|they) (would|could|might) (be|make|come to|come out|get|put|pay|land|have|mean|cost|run),
    (that|it|this) (is|makes|comes to), (would|could) (be|come|make|mean|cost|run)
"""
"""What leads in the outcome of something supposed."""
_AT_LIST = "(at|by|on) (list|the list|list price|the list price|full list)"
"""By what a price is only worked out: "140 seats at list would be 89,040"."""
_OUTCOME_NOW = frozenset({"is", "makes", "comes"})
_HELD_TO = """
    (has|have|needs|need|got|supposed|wants|want|expected|ought) to
    (stay|be|remain|come in|land|end up|sit|match|hold|come out|stop|not),
    (wants|want|needs|need|expects|expect|told) (it|you|this|that|them) to
    (stay|be|remain|come in|land|end up|sit|hold|stop), (must|should) (stay|be|remain|come in|land),
    (can|may|must) not (go over|exceed|be more|be over|rise|go above|go past|be above)
"""
"""What the other side has to keep to: "so the total has to stay at 73,500"."""
_SUMMED_UP = frozenset({"so", "then", "hence", "meaning", "ok", "right"})
_OWN = frozenset(words_of("i we my our me us"))
_THEIRS = frozenset(words_of("you your yours his her their he she they boss"))
_SPEAKER_IS = frozenset({("i", "am"), ("we", "are"), ("that", "puts"), ("puts", "me"), ("i", "beat"), ("we", "beat")})
_SET_OFF = frozenset(words_of("under below beneath beat beats than undercut"))
_OTHERS = frozenset(words_of("them theirs him his her hers that it those"))
_NO_MORE = ("more", "than")
"""Where a speaker goes no further: "I'm not going to haggle more than that"."""
_IN_USE = (("active",), ("logins",), ("used",))
_MY = (("my",), ("our",), ("from",))
_FORMER = frozenset(words_of("old last first earlier previous former current own"))
_BESIDE_A_PRICE = frozenset({IssueKind.MONEY, IssueKind.COUNT})
_FROM_THAN = 3
"""Tokens within which a "than" before a number compares with it."""
_FAR = 12
_Places: TypeAlias = dict[int, tuple[Quantity, Setting]]
_AT_SENTENCE_START = 3


@cache
def _book(wordings: str) -> Phrasebook[str]:
    return Phrasebook([("", listed(wordings))])


def as_put_forward(line: Line, offers: Sequence[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    """The offers, each only as firm as the line puts it forward."""
    standing = [offer for offer in offers if offer.modality in BINDING and offer.amount]
    if not standing:
        return list(offers)
    places = _places(line)
    found = [
        _as_put(line, offer, *places[offer.span.start], standing, context)
        if offer in standing and offer.span.start in places
        else offer
        for offer in offers
    ]
    supposed = [one.span.start for one in found if one.modality is Modality.PROBE and one not in offers]
    priced = [one.span.start for one in found if one.issue == context.price.id and one.modality in BINDING]
    firm = [places[start][1].sentence for start in priced if start in places]
    sentences = [places[start][1].sentence for start in supposed if start in places]
    sentences = [one for one in sentences if one not in firm]
    found = [_with_its_price(line, one, sentences, places, context) for one in found]
    return [_with_what_was_theirs(line, one, found, places, context) for one in found]


def _with_what_was_theirs(
    line: Line, offer: ReadOffer, offers: Sequence[ReadOffer], places: _Places, context: ReadingContext
) -> ReadOffer:
    """What the other side named, and the speaker says back beside or before a price of its own, goes with that price.

    So many seats, or so much for what they give in part payment: "70 seats then, 52,000", "9,450 for yours at 25,000".
    """
    issue = context.issue(offer.issue)
    if issue is None or issue.kind not in _BESIDE_A_PRICE or offer.modality is not Modality.ECHO:
        return offer
    setting = places[offer.span.start][1] if offer.span.start in places else None
    if setting is None or setting.has(Cue.STATED) or setting.sentence.question:
        return offer
    at = line.sentences.index(setting.sentence)
    near = line.sentences[at : at + 2]
    beside = [
        one.modality
        for one in offers
        if one.issue == context.price.id
        and one.modality in BINDING
        and one.span.start in places
        and places[one.span.start][1].sentence in near
    ]
    return replace(offer, modality=beside[-1]) if beside else offer


def _with_its_price(
    line: Line, offer: ReadOffer, supposed: Sequence[Sentence], places: _Places, context: ReadingContext
) -> ReadOffer:
    """A count beside a price that is only worked out is no more than supposed either."""
    issue = context.issue(offer.issue)
    if offer.modality not in BINDING or issue is None or issue.kind is not IssueKind.COUNT:
        return offer
    is_beside = offer.span.start in places and places[offer.span.start][1].sentence in supposed
    return replace(offer, modality=Modality.PROBE) if is_beside else offer


def _places(line: Line) -> _Places:
    """Each number with its setting, by where in the message it begins."""
    return {
        line.span(*line.extent(number)).start: (number, setting)
        for setting in line.settings
        for number in setting.numbers
    }


def _as_put(
    line: Line,
    offer: ReadOffer,
    number: Quantity,
    setting: Setting,
    standing: Sequence[ReadOffer],
    context: ReadingContext,
) -> ReadOffer:
    issue = context.issue(offer.issue)
    is_price = offer.issue == context.price.id
    if is_price and _is_beyond(line, number, setting):
        return replace(offer, modality=Modality.REJECTED)
    if _is_worked_out(line, number, setting) or (
        issue is not None and issue.kind is IssueKind.COUNT and _is_preferred(line, number, setting)
    ):
        return replace(offer, modality=Modality.PROBE)
    if issue is not None and issue.kind is IssueKind.COUNT and _is_usage(line, number, setting, standing, context):
        return replace(offer, modality=Modality.ECHO)
    is_taken_up = is_price and (
        _is_what_binds_them(line, number, setting)
        or _is_own_former(line, offer, number, standing, context)
        or _is_measured_against(line, number, setting)
        or _is_compared_with(line, offer, number, setting, standing)
    )
    return replace(offer, modality=Modality.ECHO) if is_taken_up else offer


def _is_usage(
    line: Line, number: Quantity, setting: Setting, standing: Sequence[ReadOffer], context: ReadingContext
) -> bool:
    """Whether a sentence without a price only says how many are in use: "OK, so 41 active."."""
    if line.words(number.end, number.end + 1) not in _IN_USE:
        return False
    sentence = line.span(setting.sentence.start, setting.sentence.end)
    return not any(
        one.issue == context.price.id and sentence.start <= one.span.start < sentence.end for one in standing
    )


def _is_beyond(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is said to go further than the speaker can: "21,800 would be below where I can go"."""
    if setting.is_asked() or setting.opens_asking:
        return False
    hits = _book(_BEYOND).find(line.spelled, number.end, setting.clause.end)
    return bool(hits) and set(line.words(number.end, hits[0].start)) <= _LINKING


def _is_worked_out(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it only follows from what was supposed before: "let's say it's 120 seats: that would be 31,680"."""
    if setting.has(Cue.COMMIT) and setting.before(number.start, Cue.COMMIT):
        return False
    if not _book(_WORKED_OUT).find(line.spelled, setting.clause.start, number.start):
        return False
    if _book(_AT_LIST).find(line.spelled, setting.clause.start, setting.clause.end) and not _is_outcome_now(
        line, setting
    ):
        return True
    at = line.sentences.index(setting.sentence)
    first = line.sentences[max(0, at - 1)].start
    return bool(_book(_SUPPOSED).find(line.spelled, first, setting.clause.start))


def _is_outcome_now(line: Line, setting: Setting) -> bool:
    """Whether the clause says what it is, not what it would be: "that's 38,280 a year at list"."""
    words = line.words(setting.clause.start, setting.clause.end)
    return "would" not in words and not _OUTCOME_NOW.isdisjoint(words)


def _is_preferred(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether so many are only what the speaker would rather have: "I'd rather sell you 140 that you use"."""
    return "rather" in line.words(setting.clause.start, number.start)


def _is_what_binds_them(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is summed up what the other side has to keep to: "so the total has to stay at 73,500"."""
    lead = line.words(setting.sentence.start, number.start)[-_FAR:]
    hits = _book(_HELD_TO).find(line.spelled, setting.sentence.start, number.start)
    if not _OWN.isdisjoint(lead) or not any(line.words(hit.start - 1, hit.start) != ("would",) for hit in hits):
        return False
    opening = line.words(setting.sentence.start, setting.sentence.start + _AT_SENTENCE_START)
    return not _SUMMED_UP.isdisjoint(opening) or not _THEIRS.isdisjoint(lead) or setting.sentence.question


def _is_measured_against(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the speaker sets itself against somebody's number: "24,900 there, so I'm a thousand under them"."""
    said = line.words(number.end, setting.sentence.end)
    at = next((at for at, pair in enumerate(pairwise(said)) if pair in _SPEAKER_IS), None)
    pairs = () if at is None else tuple(pairwise(said[at:]))
    return _NO_MORE not in pairs and any(one in _SET_OFF and two in _OTHERS for one, two in pairs)


def _is_compared_with(
    line: Line, offer: ReadOffer, number: Quantity, setting: Setting, standing: Sequence[ReadOffer]
) -> bool:
    """Whether another price of the line is only set beside it: "37,500, a lower bill than the 40,650"; no limit is."""
    if setting.has(Cue.NOT, Cue.LIMIT):
        return False
    others = any(one.issue == offer.issue and one.amount != offer.amount for one in standing)
    return others and "than" in line.words(max(0, number.start - _FROM_THAN), number.start)


def _is_own_former(
    line: Line, offer: ReadOffer, number: Quantity, standing: Sequence[ReadOffer], context: ReadingContext
) -> bool:
    """Whether the speaker's live price is only named beside a new one: "as far from it as I am from my 29,600"."""
    if not context.is_ours(offer.issue, offer.amount):
        return False
    lead = [*_back_from(line, line.extent(number)[0])]
    others = any(one.issue == offer.issue and one.amount != offer.amount for one in standing)
    return others and lead[-1:] != [] and (lead[-1],) in _MY


def _back_from(line: Line, at: int) -> Iterator[str]:
    """The words before a token down to the first that is no "old" or the like, that one last."""
    before = line.spelled[max(0, at - _AT_SENTENCE_START) : at][::-1]
    passed = [*takewhile(_FORMER.__contains__, before)]
    yield from before[: len(passed) + 1]
