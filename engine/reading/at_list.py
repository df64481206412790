"""The list price put forward without its number: "I'd pay full asking", "what you ask", "sticker it is"."""

from collections.abc import Iterator

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.discounts import Change
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, Phrasebook
from engine.reading.quantity import Sense
from engine.reading.tokens import words_of

LIST_WORDS = frozenset({"list", "asking", "sticker", "full", "listing", "ask"})
"""Words without which the list price is not named."""
_WHOLE = """
    (full|the full|your full|his full|the|your|) (list price|asking price|sticker price|listing price|full price),
    (the full|your full|full) (list|asking|sticker|ask|amount you ask)
"""
_THEIRS = "what (you are|your) asking, (whatever|what) you ask"
_BOOK: Phrasebook[str] = Phrasebook([("whole", _WHOLE), ("theirs", _THEIRS)])
_SHORT: Phrasebook[str] = Phrasebook([("short", "(list|sticker)")])
_LEADS = frozenset(words_of("pay paying give you offer take accept do at for meet match it charge me is"))
"""What leads to the price that somebody would pay or take."""
_SHORT_LEADS = frozenset(words_of("pay paying at full"))
_FOLLOWS = frozenset(
    {
        ("works",), ("it", "is"), ("is", "fine"), ("is", "ok"), ("is", "good"), ("with",), ("and", "it"), ("then",),
        ("plus",),
    }
)  # fmt: skip
"""What follows where the price begins its clause."""
_SHORT_FOLLOWS = frozenset({("it", "is"), ("works",), ("then",)})
_SET_AGAINST = frozenset(
    words_of("off below under above over from than of against between near about like or listed back")
)
_NAMED = frozenset(words_of("a b c 1 2 one two first second"))
"""What a package is called that comes at the list price."""
_NO_SUMS = (Sense.YEAR, Sense.OTHER)
_REACH = 3
_OTHERWISE = frozenset({"otherwise", "unless", "after", "tomorrow"})
"""Words of a sentence that names the list price as what would be paid for waiting."""


def at_list(line: Line, setting: Setting, context: ReadingContext) -> Iterator[Change]:
    """The list price, where the clause puts it forward and names no sum."""
    if not context.list_price or LIST_WORDS.isdisjoint(line.said) or _names_sum(setting):
        return
    start, end = setting.clause.start, setting.clause.end
    if _is_threatened(line, setting):
        return
    for book, leads, follows in ((_BOOK, _LEADS, _FOLLOWS), (_SHORT, _SHORT_LEADS, _SHORT_FOLLOWS)):
        for hit in book.find(line.spelled, start, end):
            if _is_put(line, setting, hit, leads, follows):
                asked = context.other_price if hit.label == "theirs" else 0
                yield Change(asked or context.list_price, hit.start, hit.end, is_put=True)
                return


def _is_threatened(line: Line, setting: Setting) -> bool:
    """Whether the sentence says what comes if nothing is signed: "after today you pay sticker", "if not, it's list"."""
    words = line.words(setting.sentence.start, setting.sentence.end)
    if not _OTHERWISE.isdisjoint(words):
        return True
    return "if" in words and "not" in words[words.index("if") : words.index("if") + _REACH + 2]


def _names_sum(setting: Setting) -> bool:
    return any(number.sense not in _NO_SUMS for number in setting.numbers) or setting.has(Cue.MIDDLE)


def _is_put(
    line: Line, setting: Setting, hit: Hit[str], leads: frozenset[str], follows: frozenset[tuple[str, ...]]
) -> bool:
    """Whether words before the price, or after one that begins its clause, put it forward."""
    following = line.words(hit.end, min(hit.end + 2, setting.clause.end))
    if hit.start > setting.clause.start:
        return following[:1] != ("price",) and _is_led(line, setting, hit.start, leads)
    return following[:1] in follows or following in follows


def _is_led(line: Line, setting: Setting, at: int, leads: frozenset[str]) -> bool:
    lead = line.words(max(setting.clause.start, at - _REACH), at)
    if not lead or not _SET_AGAINST.isdisjoint(lead):
        return False
    if lead[-1] == "is":
        return lead[-2:-1] != () and lead[-2] in _NAMED
    is_led = lead[-1] in {"the", "your"} and lead[-2:-1] != () and lead[-2] in leads - {"is"}
    return lead[-1] in leads or is_led
