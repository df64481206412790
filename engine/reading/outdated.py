"""Numbers that a price has left behind: "marked down from 30,500", "my ceiling was 22 but I can do 22,600"."""

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import amount_of
from engine.reading.phrases import Phrasebook
from engine.reading.quantity import Quantity

_FROM_REACH = 4
_TOLD = (("was",), ("were",))
_ASKED_ONCE = (("was", "asking"), ("were", "asking"))
_PAYING: Phrasebook[bool] = Phrasebook(
    [
        (True, "you (pay|are paying), (pay|paying) (now|currently|today|at present|right now)"),
        (
            False,
            "what (you|they) (pay|are paying) (now|today|currently|at present|at the moment),"
            "what you (paid|have been paying), (currently|today|now) you are (at|paying|on), currently (paying|pay|at),"
            "list (next|this|last) year (is|was|will be|would be|comes to)",
        ),
    ]
)
"""What is said of a price that somebody pays already; whether it takes a word such as "now" to say so."""
_NOW = frozenset({"now", "currently", "present", "moment"})
_NEAR = 4
"""Tokens after such words within which their number stands."""
_MOVED = frozenset({"down", "marked", "reduced", "dropped", "lowered", "came", "up"})


def is_outdated(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether it only was so, and the sentence goes on to what holds now: "my ceiling was 22 but I can do 22,600"."""
    later = any(number.end < one.start < setting.sentence.end for one in line.numbers)
    if not later:
        return False
    if (
        number.end < setting.clause.end
        and line.words(number.end, number.end + 1) in _TOLD
        and not setting.has(Cue.TOO, Cue.NOT)
    ):
        amount = amount_of(number, context.price, context).minor
        return amount not in (context.own_price, context.other_price)
    first = line.extent(number)[0]
    if line.words(first - 1, first) not in _TOLD and line.words(first - 2, first) not in _ASKED_ONCE:
        return False
    amount = amount_of(number, context.price, context).minor
    return amount not in (context.own_price, context.other_price) and "but" in line.words(
        number.end, setting.sentence.end
    )


def is_paid_now(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is what they pay as things are: "way below what you pay now, 85,750", "the 85,750 you pay now"."""
    start = setting.sentence.start
    for hit in _PAYING.find(line.spelled, start, setting.sentence.end):
        said_now = not hit.label or not _NOW.isdisjoint(line.words(hit.start, setting.sentence.end))
        before = next((one for one in line.numbers if one.end == hit.start), None)
        after = next((one for one in line.numbers if hit.end <= one.start <= hit.end + _NEAR), None)
        if said_now and number is (before or after):
            return True
    return False


def leaves_from(line: Line, number: Quantity) -> bool:
    """Whether the number is where a move starts from or, after a "from", where it gets to."""
    return "from" in line.words(max(0, number.start - _FROM_REACH), number.start)


def came(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a price has come from the number: "marked down from 30,500"."""
    near = line.words(max(0, number.start - 1 - number.explicit), number.start)
    return "from" in near and not _MOVED.isdisjoint(line.words(setting.sentence.start, number.start))
