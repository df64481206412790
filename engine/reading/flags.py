"""Add-ons in a line: put into the deal, or left out of it; and counts left out of it."""

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.items import is_said_to_be_in, item_start
from engine.reading.line import Line
from engine.reading.modality import Setting, is_traded, modality_of
from engine.reading.phrases import Hit, within
from engine.reading.pronouns import meant_by_pronoun
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import Modality, ReadOffer
from engine.reading.tokens import words_of
from engine.scenario.scenario import IssueKind
from engine.terms.terms import IssueId, Terms

_JOINING = frozenset({"with", "and", "plus", "including", "includes", "incl", "+", "&", "w"})

_WHAT_ELSE = (("what", "else"), ("anything", "else"))
_DOES, _THEIRS = frozenset({"does", "do", "did"}), frozenset({"that", "it", "theirs", "they", "their", "his", "hers"})
_HAS = frozenset({"include", "cover", "come", "contain", "have", "had"})
_WANTING = frozenset({"want", "need", "expect", "ask"})
_TOO = (("too",), ("also",), ("as", "well"), ("and", "all"), ("on", "top"))
_IN_PLACE_OF = (("instead", "of"), ("in", "place", "of"), ("in", "lieu", "of"))
"""What leaves out what comes after it, never what stands before: "72 months instead of 60"."""
_LEAVING = frozenset(
    words_of("no without minus drop skip lose forget scrap never instead in except leave leaving take")
)
"""First words of a name that itself leaves the add-on out: "no support"."""
_FEW = 3
"""Words that a clause has beside an add-on where it only says no to that: "delivery I can't"."""
_OPENING = 4
"""Words within which a sentence has begun to ask."""
_BETWEEN = frozenset({",", "and", "the", "a", "an", "our", "plus", "+", "&", "free"})
"""Words between two items of a list."""


def flag_offers(line: Line, prices: list[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    """An offer for each add-on that the line gives (1) or refuses (0), and a refusal for each count left out.

    A mere mention is none.
    """
    if not line.issues:
        return []
    flags = {issue.id for issue in context.flags}
    live = context.own_offer or Terms()
    counts = {issue.id for issue in context.issues if issue.kind is IssueKind.COUNT and live.names(issue.id)}
    counts -= {price.issue for price in prices}
    if not (flags or counts):
        return []
    found: dict[IssueId, ReadOffer] = {}
    listed = 0
    spoken_of: list[Hit[IssueId]] = []
    for at, setting in enumerate(line.settings):
        if _asks_what_else(line, setting) or _asks_what_theirs_has(line, setting, context):
            continue
        here = within(line.issues, setting.clause.start, setting.clause.end)
        meant = meant_by_pronoun(line, setting, line.settings[max(0, at - 2) : at], spoken_of) if spoken_of else []
        spoken_of = [hit for hit in here if hit.label in flags] or spoken_of
        for hit in (*here, *meant):
            offer = None
            if hit.label in flags:
                goes_on = hit in meant or _goes_on(line, listed, hit)
                offer = _offer(line, setting, hit, prices, goes_on=goes_on)
                if context.price_slope > 0 and offer is not None and _is_left_to_them(line, setting, hit):
                    offer = ReadOffer(hit.label, 0, Modality.FIRM, offer.span)
            if hit.label in counts and _is_left_out(line, setting, hit):
                offer = ReadOffer(hit.label, 0, Modality.FIRM, line.span(hit.start, hit.end))
            if offer is not None:
                found[hit.label] = offer
                listed = hit.end if offer.amount else 0
    return _one_of_them(line, list(found.values()))


def _one_of_them(line: Line, offers: list[ReadOffer]) -> list[ReadOffer]:
    """The offers; of add-ons with nothing but an "or" between them none is put in: "the mats or free delivery"."""
    chosen: set[IssueId] = set()
    for one, other in pairwise(sorted(offers, key=_start)):
        between = line.source.text[one.span.end : other.span.start].lower().replace(",", " ").split()
        names_it = one.span.text.lower().endswith(" or") or other.span.text.lower().startswith("or ")
        if (names_it or between[:1] == ["or"]) and len(between) <= _OR_REACH and one.amount and other.amount:
            chosen |= {one.issue, other.issue}
    return [replace(one, modality=Modality.PROBE) if one.issue in chosen else one for one in offers]


_OR_REACH = 3


def _goes_on(line: Line, listed: int, hit: Hit[IssueId]) -> bool:
    """Whether the add-on is the next item of the list that has come to the token `listed`."""
    return 0 < listed <= hit.start and set(line.words(listed, hit.start)) <= _BETWEEN


def _asks_what_else(line: Line, setting: Setting) -> bool:
    """Whether the sentence only asks what else is wanted: "what else, the warranty, delivery?"."""
    opening = line.words(setting.sentence.start, setting.sentence.start + _OPENING)
    return setting.sentence.question and any(pair in _WHAT_ELSE for pair in pairwise(opening))


def _asks_what_theirs_has(line: Line, setting: Setting, context: ReadingContext) -> bool:
    """Whether a seller asks what something holds that is not its own: "their 24,400, does that include training?"."""
    opening = line.words(setting.clause.start, setting.clause.start + _OPENING)
    asks = setting.is_asked() and any(one in _DOES and two in _THEIRS for one, two in pairwise(opening))
    return (
        asks and context.price_slope > 0 and not _HAS.isdisjoint(line.words(setting.clause.start, setting.clause.end))
    )


def _offer(
    line: Line, setting: Setting, hit: Hit[IssueId], prices: list[ReadOffer], *, goes_on: bool
) -> ReadOffer | None:
    """What the line says of an add-on; `goes_on` where it is the next item of a list of those given."""
    span = line.span(hit.start, hit.end)
    if _is_spoken_of(line, setting, hit) or line.spelled[setting.clause.start] == "unless":
        return None
    if _is_left_out(line, setting, hit):
        return ReadOffer(hit.label, 0, Modality.FIRM, span)
    if _is_priced_by_itself(line, setting, hit, prices):
        return None
    if _is_asked_for(line, setting, hit, prices):
        return ReadOffer(hit.label, 1, Modality.CONDITIONAL, span)
    if setting.before(hit.start, Cue.SUPPOSE) and setting.is_asked():
        return ReadOffer(hit.label, 1, Modality.PROBE, span)
    if not (
        goes_on
        or setting.has(Cue.GIVE)
        or _is_agreed_to(line, setting, hit)
        or _is_promised(setting, hit)
        or (is_said_to_be_in(line, hit.start, hit.end, setting.clause.start) and not setting.is_asked())
        or (prices and _is_too(line, setting, hit))
        or _stands_with_price(line, setting, hit, prices)
    ):
        return None
    modality = modality_of(setting, hit.start, is_theirs=False)
    if modality is Modality.REJECTED:
        return ReadOffer(hit.label, 0, Modality.FIRM, span)
    return ReadOffer(hit.label, 1, modality, span)


def _is_priced_by_itself(line: Line, setting: Setting, hit: Hit[IssueId], prices: list[ReadOffer]) -> bool:
    """Whether it is told what the add-on costs, to be had or not: "24,300, and the mats are another 200"."""
    own = next((number for number in line.numbers if number.start >= hit.end), None)
    if own is None or own.sense is not Sense.AMOUNT:
        return False
    start, end = line.extent(own)
    if any(price.span.meets(line.span(start, end)) for price in prices):
        return False
    between = line.words(hit.end, start)
    is_listed = not between and end == setting.clause.end
    return is_listed or (between[:1] in _COSTS and _MORE.issuperset(between[1:]))


_COSTS = (("is",), ("are",), ("cost",), ("costs",), ("run",), ("runs",), (":",))
_MORE = frozenset(words_of("another an extra additional only just a mere about around you to"))


def _is_spoken_of(line: Line, setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether it is only told or asked how something went with it: "how was your experience with support?"."""
    words = line.words(max(setting.clause.start, hit.start - _NEAR), hit.start + 1)
    went = _WENT | {"you"} if line.spelled[setting.clause.start] == "how" else _WENT
    return any(one in went and two == "with" for one, two in pairwise(words))


_NEAR = 3
_WENT = frozenset(
    words_of(
        "experience experiences trouble troubles problem problems issue issues happy unhappy pleased satisfied "
        "dissatisfied frustrated annoyed disappointed wrong familiar dealings luck impressed"
    )
)
"""Words before a "with" after which nothing is put in."""
_OUT = (("out",), ("is", "out"), ("comes", "out"), ("gone",), ("is", "gone"), ("no",), ("not",), ("off",))
"""What follows an add-on, to the end of its clause, that is taken out again."""
_OFF, _TAKING = (("off",), ("out",), ("away",)), frozenset({"take", "taking", "took"})
_YES = (("yes",),)
"""What follows one, to the end of its clause, that is put in: "mats yes, delivery no"."""


def _is_promised(setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether it is what the speaker says it will do: "I'll bring it to your door, and 24,300 all in"."""
    promised = any(one.label is Cue.COMMIT and one.end == hit.start for one in setting.cues)
    return promised and not (setting.is_asked() or setting.sentence.supposes)


def _is_agreed_to(line: Line, setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether a yes right behind it puts it in: "mats yes, delivery no"."""
    said = line.words(hit.end, setting.clause.end) in _YES or line.words(hit.end - 1, hit.end) in _YES
    return said and not setting.is_asked()


def _is_too(line: Line, setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether the clause only adds it to what was put forward: "33,700. mats too"."""
    return line.words(hit.start, setting.clause.end)[hit.end - hit.start :] in _TOO and not setting.is_asked()


def _is_left_to_them(line: Line, setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether a seller leaves it to the buyer to see to it: "24,200, and you take care of the delivery"."""
    before = line.words(setting.clause.start, hit.start)
    words = before[: -1 if before[-1:] in _THE else None]
    return any(words[-len(way) :] == way for way in _SEEN_TO_BY_THEM)


_THE = (("the",), ("your",), ("any",))
_SEEN_TO_BY_THEM = tuple(
    ("you", *between, *seeing)
    for between in (
        (),
        ("will",),
        ("would",),
        ("can",),
        ("could",),
        ("have", "to"),
        ("would", "have", "to"),
        ("will", "have", "to"),
        ("need", "to"),
        ("would", "need", "to"),
    )
    for seeing in (("cover",), ("handle",), ("arrange",), ("organize",), ("pay", "for"), ("take", "care", "of"))
)


def _is_paid_for(line: Line, setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether something comes off the price for it: "1,000 off for a case study"."""
    return setting.has(Cue.OFF) and line.words(hit.start - 2, hit.start - 1) == ("for",)


def _is_wanted(line: Line, setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether the clause asks for it in return for what came before: "48,100, but I'd want a reference"."""
    words = line.words(setting.clause.start, hit.start)
    return words[:1] == ("but",) and words[1:2] in (("i",), ("we",)) and not _WANTING.isdisjoint(words)


def _is_asked_for(line: Line, setting: Setting, hit: Hit[IssueId], prices: list[ReadOffer]) -> bool:
    """Whether the price of the sentence hangs on it: "if you do a case study, I can do 33,900"."""
    if setting.has(Cue.NOT, Cue.LEAVE):
        return False
    is_hung_on = setting.clause.supposing and line.words(setting.clause.start + 1, setting.clause.start + 2) == ("you",)
    if not (
        is_hung_on
        or is_traded(line.settings, setting)
        or _is_paid_for(line, setting, hit)
        or _is_wanted(line, setting, hit)
    ):
        return False
    span = line.span(setting.sentence.start, setting.sentence.end)
    return any(span.start <= price.span.start < span.end for price in prices)


def _is_left_out(line: Line, setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether the add-on is refused: "without the mats", "no mats", "can't include the mats", "training out"."""
    leaving = [one for one in setting.cues if one.label is Cue.LEAVE]
    near = any(0 <= hit.start - one.end <= 2 for one in leaving) or line.spelled[hit.start] in _LEAVING
    after = [one for one in leaving if one.start - hit.end in (0, 1) and one.end - one.start > 1]
    said_after = any(line.words(one.start, one.end) not in _IN_PLACE_OF for one in after)
    is_brief = setting.clause.end - setting.clause.start <= hit.end - hit.start + _FEW
    refused = setting.has(Cue.NOT) and (setting.has(Cue.GIVE) or (is_brief and hit.start == setting.clause.start))
    is_out = line.words(hit.end, setting.clause.end) in _OUT or line.words(hit.end - 1, hit.end) in _OUT
    is_taken_off = line.words(hit.end, hit.end + 1) in _OFF and not _TAKING.isdisjoint(
        line.words(setting.clause.start, hit.start)
    )
    return (near or said_after or refused or is_out or is_taken_off) and not setting.is_asked()


def refuses_only_an_extra(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether a "not" stands right before an add-on and so takes nothing from the price it comes at: "the mats but not
    the delivery at 24,700"."""
    start, _ = line.extent(number)
    flags = {issue.id for issue in context.flags}
    refused = [
        hit
        for hit in within(line.issues, setting.clause.start, start)
        if hit.label in flags and "not" in line.words(max(setting.clause.start, hit.start - 2), hit.start)
    ]
    return any(line.words(hit.end, start) == ("at",) for hit in refused)


def _stands_with_price(line: Line, setting: Setting, hit: Hit[IssueId], prices: list[ReadOffer]) -> bool:
    """Whether the add-on is joined to a price before it in its sentence: "33,900 and the mats"."""
    first = line.tokens[setting.sentence.start].start
    start = line.source.origin[first]
    item = item_start(line, hit.start, setting.clause.start)
    leading = line.words(max(setting.sentence.start, item - 3), item)
    is_alone = (item, hit.end) == (setting.clause.start, setting.clause.end)
    is_listed = _is_listed(setting, hit) or is_alone or _is_all_a_list(line, setting)
    joined = _follows_price(line, hit, prices) or is_listed or any(word in _JOINING for word in leading)
    before = bisect_left(prices, line.span(hit.start, hit.end).start, key=_start)
    return joined and before > 0 and prices[before - 1].span.start >= start


def _is_listed(setting: Setting, hit: Hit[IssueId]) -> bool:
    """Whether the add-on is an item of a list: "35,200, mats, delivery"."""
    return setting.clause.end - setting.clause.start <= hit.end - hit.start + 1


def _is_all_a_list(line: Line, setting: Setting) -> bool:
    """Whether the clause holds nothing but names: "35,200, mats and delivery"."""
    here = within(line.issues, setting.clause.start, setting.clause.end)
    named = {at for hit in here for at in range(hit.start, hit.end)}
    rest = [at for at in range(setting.clause.start, setting.clause.end) if at not in named]
    return all(not _BETWEEN.isdisjoint(line.words(at, at + 1)) for at in rest)


def _follows_price(line: Line, hit: Hit[IssueId], prices: list[ReadOffer]) -> bool:
    """Whether the add-on stands right after a price: "30,500 delivered"."""
    if not hit.start:
        return False
    end = line.span(hit.start - 1, hit.start).end
    before = bisect_left(prices, end, key=_start)
    return before > 0 and prices[before - 1].span.end == end


def _start(offer: ReadOffer) -> int:
    return offer.span.start
