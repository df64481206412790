"""The list price put forward without its number: "I'd pay full asking", "list price with the mats", "sticker it is"."""

from collections.abc import Iterator

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.discounts import Change
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Phrasebook
from engine.reading.quantity import Sense
from engine.reading.tokens import words_of

LIST_WORDS = frozenset({"list", "asking", "sticker", "full", "listing"})
"""Words without which the list price is not named."""
_WHOLE = """
    (full|the full|your full|his full|the|your|) (list price|asking price|sticker price|listing price|full price),
    (the full|your full|full) (list|asking|sticker|ask|amount you ask)
"""
_SHORT = "(list|sticker)"
_BOOK: Phrasebook[str] = Phrasebook([("whole", _WHOLE)])
_AFTER_VERB: Phrasebook[str] = Phrasebook([("short", _SHORT)])
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
_SET_AGAINST = frozenset(
    words_of("off below under above over from than of against between near about like or listed back")
)
_NAMED = frozenset(words_of("a b c 1 2 one two first second"))
"""What a package is called that comes at the list price."""
_NO_SUMS = (Sense.YEAR, Sense.OTHER)
_REACH = 3


def at_list(line: Line, setting: Setting, context: ReadingContext) -> Iterator[Change]:
    """The list price, where the clause puts it forward and names no sum."""
    if not context.list_price or LIST_WORDS.isdisjoint(line.said) or _names_sum(setting):
        return
    start, end = setting.clause.start, setting.clause.end
    hits = [hit for hit in _BOOK.find(line.spelled, start, end) if _is_put(line, setting, hit.start, hit.end, _LEADS)]
    hits = hits or [
        hit
        for hit in _AFTER_VERB.find(line.spelled, start, end)
        if _is_led(line, setting, hit.start, _SHORT_LEADS) and line.words(hit.end, hit.end + 1) != ("price",)
    ]
    if hits:
        yield Change(context.list_price, hits[0].start, hits[0].end)


def _names_sum(setting: Setting) -> bool:
    return any(number.sense not in _NO_SUMS for number in setting.numbers) or setting.has(Cue.MIDDLE)


def _is_put(line: Line, setting: Setting, at: int, end: int, leads: frozenset[str]) -> bool:
    """Whether words before the price, or after one that begins its clause, put it forward."""
    if at > setting.clause.start:
        return _is_led(line, setting, at, leads)
    following = line.words(end, min(end + 2, setting.clause.end))
    return following[:1] in _FOLLOWS or following in _FOLLOWS


def _is_led(line: Line, setting: Setting, at: int, leads: frozenset[str]) -> bool:
    lead = line.words(max(setting.clause.start, at - _REACH), at)
    if not lead or not _SET_AGAINST.isdisjoint(lead):
        return False
    if lead[-1] == "is":
        return lead[-2:-1] != () and lead[-2] in _NAMED
    is_led = lead[-1] in {"the", "your"} and lead[-2:-1] != () and lead[-2] in leads - {"is"}
    return lead[-1] in leads or is_led
