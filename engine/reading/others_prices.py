"""Numbers that others ask: "the listings are at 30 and up", "others ask 30", "Baxter at 34,300 before fees"."""

from itertools import dropwhile, pairwise

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.echoes import is_said_back
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.tokens import SIGNS, words_of

_OTHERS = frozenset(
    words_of(
        "others everyone everybody people folks buyers listings listing ads ad postings market comparables comps "
        "average similar comparable everything elsewhere online everywhere"
    )
)
"""Who or what is neither side, before a number."""
_OF_A_KIND = frozenset({("ones", "like"), ("one", "like"), ("cars", "like"), ("trucks", "like"), ("going", "price")})
_CHEAPEST = frozenset({"cheapest", "dearest", "lowest-priced"})
_AND_UP = frozenset(
    {
        ("and", "up"), ("and", "above"), ("and", "more"), ("and", "higher"), ("or", "more"), ("or", "above"),
        ("and", "upward"), ("and", "upwards"), ("or", "higher"), ("and", "over"),
    }
)  # fmt: skip
_ABOUT_HERE = frozenset(
    {
        ("around", "here"), ("on", "every"), ("on", "any"), ("in", "town"), ("on", "most"), ("anywhere", "else"),
        ("everywhere",), ("elsewhere",), ("online",),
    }
)  # fmt: skip
"""What after a number says that it is asked in many places."""
_OWN = frozenset(words_of("i we my our mine ours me us you your yours give take let match beat"))
_BESTED = frozenset(words_of("match matching beat beating against than under below over above versus vs like undercut"))
_LEADING_TO = frozenset(
    words_of(
        "is at ' s : has it does for around about asks charges quotes quoted of said offered comes to adds up works "
        "out lands ends costs cost runs would will be"
    )
)
_PLACED = frozenset({"at", "from", "with", "by", "over", "that", "which"})
_OPENING = frozenset({"at", "with", "from", "over"})
_PUTTING = frozenset({("would", "put"), ("can", "put"), ("will", "put"), ("have", "put")})
"""What a speaker does with a thing and a price of its own: "I'd put the Larch Hybrid at 29,500"."""
_BUT_AT = (("but", "at"), ("and", "at"), ("at",), ("but", "for"))
_FILLERS = frozenset(words_of("and so but ok well then or now"))
_SET_BY = (("compared",), ("next",), ("opposed",), ("close",), ("according",))
"""Before a "to" they set something by what is named after it."""
_WITH_THEM, _OVER_THERE, _THEIRS = ("with", "them"), ("over", "there"), ("theirs",)
_SPEAKING = frozenset({"i", "we"})
_FOR_SOMEBODY = (("to",), ("for",))
_OURS = (("i",), ("we",))
_REACH = 4
_LONGEST_NAME = 3


def is_asked_by_others(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether it is said what others ask, and neither side's own word stands with the number."""
    if rival_of(line, number, setting, context) is not None:
        return True
    lead = line.words(setting.clause.start, number.start)
    if _is_theirs_elsewhere(line, number, lead, context):
        return not is_said_back(line, number, setting, context)
    if not _OWN.isdisjoint(lead):
        return False
    if lead[-1:] == ("their",) or _is_what_interests(line, setting, lead):
        return True
    after = line.words(number.end, number.end + 2)
    if after in _AND_UP and len(lead) > 1 and line.words(number.end + 2, number.end + 3) != ("to",):
        return True
    if after in _ABOUT_HERE or after[:1] in _ABOUT_HERE:
        return True
    pairs = pairwise(lead)
    return not _OTHERS.isdisjoint(lead) or not _CHEAPEST.isdisjoint(lead) or not _OF_A_KIND.isdisjoint(pairs)


def _is_theirs_elsewhere(line: Line, number: Quantity, lead: tuple[str, ...], context: ReadingContext) -> bool:
    """Whether it is what somebody spoken of before would charge: "so it's more like 24,200 with them".

    Where the line names what may be put in, that may be what is meant.
    """
    after = line.words(number.end, number.end + 2)
    if after == _OVER_THERE or tuple(dropwhile(_FILLERS.__contains__, lead))[:1] == _THEIRS:
        return True
    is_with_them = after == _WITH_THEM or _WITH_THEM in pairwise(lead)
    if not is_with_them or not _SPEAKING.isdisjoint(lead):
        return False
    flags = {flag.id for flag in context.flags}
    return not any(hit.label in flags for hit in line.issues)


def _is_what_interests(line: Line, setting: Setting, lead: tuple[str, ...]) -> bool:
    """Whether it is what others are said to be interested at: "I have other people interested, but at 3,500"."""
    before = line.words(max(setting.sentence.start, setting.clause.start - _REACH), setting.clause.start)
    return lead in _BUT_AT and "interested" in before and not _OTHERS.isdisjoint(before)


def rival_of(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> range | None:
    """The tokens of the name of whoever is said to ask the number; None for nobody."""
    if not context.topics or not _PUTTING.isdisjoint(pairwise(line.words(setting.clause.start, number.start))):
        return None
    for at in _places_of_names(line, number, setting):
        named = _name_at(line, at, setting, context)
        if named is not None and _is_of_own_offer(line, setting, named):
            continue
        if named is not None and _BESTED.isdisjoint(line.words(max(0, named.start - _REACH), number.start)):
            return named
    return None


def _is_of_own_offer(line: Line, setting: Setting, named: range) -> bool:
    """Whether the name is what the speaker puts a price on, or whom it is for: "I can do the Larch at 27,900", "take
    home to Sam: 23,500", "for Alicia: 23,400"."""
    if (
        line.words(named.start - 1, named.start) in _FOR_SOMEBODY
        and line.words(named.start - 2, named.start - 1) not in _SET_BY
    ):
        return True
    offers = (line.words(hit.start, hit.start + 1) for hit in setting.before(named.start, Cue.COMMIT))
    return any(words in _OURS for words in offers)


def _places_of_names(line: Line, number: Quantity, setting: Setting) -> list[int]:
    """Tokens that may name who asks the number: before an "at", after one behind it, or where the clause begins."""
    first, end = setting.clause.start, setting.clause.end
    at = number.start - 1 - (number.explicit and line.spelled[number.start - 1] in SIGNS)
    stop = max(first - 2, at - _REACH)
    while at > stop and at >= 0 and line.spelled[at] in _LEADING_TO:
        at -= 1
    places = [at] if at >= 0 else []
    after = number.end + (number.explicit and line.words(number.end, number.end + 1) == ("$",))
    if line.words(after, after + 1) and line.spelled[after] in _PLACED and after + 1 < end:
        places.append(after + 1)
    while first < number.start and line.spelled[first] in _FILLERS:
        first += 1
    if line.spelled[first] in _OPENING and first + 1 < number.start:
        places.append(first + 1)
    return places


def _name_at(line: Line, at: int, setting: Setting, context: ReadingContext) -> range | None:
    """The name of a topic with a capital letter that holds the token, and is no issue's."""
    if not line.span(at, at + 1).text[:1].isupper():
        return None
    start, end = max(0, at - _LONGEST_NAME), min(len(line.spelled), at + _LONGEST_NAME)
    if any(hit.start <= at < hit.end for hit in context.vocabulary.issues.find(line.spelled, start, end)):
        return None
    hits = context.vocabulary.topics.find(line.spelled, start, end)
    return next((range(hit.start, hit.end) for hit in hits if hit.start <= at < hit.end), None)
