"""Prices said as a change: "knock off one grand", "15% off", "500 more", "split the difference"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.currencies import CURRENCY_WORDS
from engine.reading.elsewhere import is_elsewhere
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import amount_of, is_between, may_be_price, minor_units
from engine.reading.negative import is_negative
from engine.reading.own_changes import is_in_own_words, is_percent, was_off_list
from engine.reading.postponed import is_postponed
from engine.reading.quantity import Quantity, Sense
from engine.reading.savings import is_found_for_them
from engine.reading.set_against import LISTED, is_below_list
from engine.reading.taken_from import named_base, price_before
from engine.reading.whose_price import MINUS, is_below_theirs, is_from_theirs, is_off_mine

_REACH = 4
_UNTO = frozenset({"to", "at", "on"})
_OFF_AFTER = frozenset({"off", "less", "discount", "cheaper", "lower", "reduction", "rebate"})
_ADDED = frozenset({"add", "adding"})
_FURTHER = frozenset({"another", "extra", "further", "additional", "move", "moving", "budge"})
_ON_TOP = frozenset({"another", "extra", "further", "additional", "more", "added", "plus", "twice", "double"})
"""Words by which so much off comes on top of what was taken off before."""
_MORE_AFTER = frozenset({"more", "higher"})
_BIDDEN = frozenset({"throw", "put", "find"})
_EACH, _GIVING = frozenset({"both", "each"}), frozenset({"give", "move", "come", "go", "add"})
_UNCHANGING = (Cue.HARMLESS, Cue.NOT)
_MAKING = frozenset({"do", "make", "try", "call"})
_CLOSING = frozenset({"deal", "yours", "done"})
_BIDDING = frozenset(
    {"take", "knock", "drop", "shave", "cut", "lower", "reduce", "chop", "bring", "trim", "lop", "slice", "nip"}
)
_COMING = frozenset({"come", "go"})
_IMPERATIVES = _BIDDING | _MAKING | _ADDED | {"minus", "going", "coming"}
_ROUNDED = 100
"""The part of a price by which a percentage that explains it may be rounded."""
_STEPPING = _ON_TOP | _BIDDING | _FURTHER
_BETTERING = frozenset({"sharpen", "better", "move", "adjust", "soften", "tighten", "budge"})
"""What is done to an own price "by" so much, the way not said."""
_SAID_OF = (("that",), ("it",), ("this",), ("which",))
_SIDES = frozenset({("you", "are"), ("we", "are")})
_DISCOUNTS = frozenset({"discount", "reduction"})
_BARE = 2
_THE_ASK = frozenset({("the", "ask"), ("your", "ask"), ("their", "ask"), ("ask", "price")})
_JUDGED = frozenset({"reasonable", "fair", "like", "realistic", "appropriate", "suitable"})
_HAVE_COME = frozenset({("have", "come"), ("only", "come"), ("have", "gone"), ("already", "come")})
_NEEDED = frozenset({"need", "want", "have", "must", "take", "get", "for"})
_OWN = frozenset({"i", "we"})
_TOLD = frozenset(
    {"appreciate", "thanks", "did", "came", "already", "took", "dropped", "lowered", "saw", "was", "were", "went"}
)
_LEADING = frozenset({"ok", "so", "well", "then", "and", "alright", "fine", "yes"})
_PUT_FORWARD = (Cue.COMMIT, Cue.ASK, Cue.SUPPOSE, Cue.HEDGE, Cue.NOT, Cue.BOUND, Cue.MEANT)
_SHORT, _SHORT_STEP = 7, 9
_FINE = 1_000
_SHORT_OF_MANY, _MANY = 100, 20_000
"""A bare number under a hundred is in thousands where the price is so many times that: "come down 10" from 631,500."""
"""A bare number up to ten of so much less than the price leaves out its hundreds or thousands: "come up five"."""
_LOWEST_PRICE = 40
"""Percent of the live prices below which a number beside a "less" or "more" is no price."""
_TRIFLE = 500
"""What is less of the list price than one part in so many is no step: "won't come off 27" means 27,000."""


_CHANGING = (
    _BETTERING | _OFF_AFTER | _MORE_AFTER | _ADDED | _FURTHER | _ON_TOP | MINUS | {"better", "below", "both", "each"}
)
"""Words without which, and without a wording for it, a number is no change."""


class Change(NamedTuple):
    """The price that a change comes to, in minor units, and the tokens that say so (end excluded)."""

    amount: int
    start: int
    end: int
    is_given: bool = False
    """Whether it is the change that the speaker's live price came of, said again."""
    is_put: bool = False
    """Whether its words say themselves that it is put forward: "I'll pay what you're asking"."""


def changed_price(line: Line, setting: Setting, stated: int, context: ReadingContext) -> Iterator[Change]:
    """Prices said as so much off or more, taken from `stated` if the line named a price, else from the live one."""
    for number in setting.numbers:
        direction = change_direction(line, number, setting, context)
        if not direction or setting.has(Cue.TRADED) or is_postponed(line, number, setting):
            continue
        is_here = _is_from_list(line, number, setting) or is_off_mine(line, setting, number)
        is_here = is_here or is_found_for_them(line, number, setting, context)
        price = price_before(line, number, context)
        if price is not None and is_elsewhere(line.tokens, price, setting):
            continue
        if is_here or not is_elsewhere(line.tokens, number, setting):
            base = _base(line, setting, number, direction, stated, context)
            amount = base + direction * _step(line, number, base, context)
            explains = base == stated and _explains(line, number, direction, stated, context)
            if base and amount > 0 and _is_proposed(line, price or number, setting) and not explains:
                is_given = not (stated or price) and _is_said_again(line, setting, number, direction, context)
                amount = context.own_price if is_given else amount
                start = (price or number).start
                yield Change(amount, start, number.end + (number.sense is Sense.PERCENT), is_given)


def _is_off_list(line: Line, number: Quantity) -> bool:
    """Whether the list price is named right after the number."""
    after = line.words(number.end, number.end + _REACH)
    return not LISTED.isdisjoint(after) or not _THE_ASK.isdisjoint(pairwise(after))


def _is_from_list(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the list price is what is changed: "5% off list", "list price minus 5%"."""
    if _is_off_list(line, number):
        return True
    lead = line.words(max(setting.clause.start, number.start - _REACH), number.start)
    return not LISTED.isdisjoint(lead) and not MINUS.isdisjoint(lead[-2:])


def _is_said_again(line: Line, setting: Setting, number: Quantity, direction: int, context: ReadingContext) -> bool:
    """Whether the speaker's live price came of just this change, from the list price or as it was last said."""
    goes_on = not _ON_TOP.isdisjoint(line.words(setting.clause.start, setting.clause.end))
    if goes_on or not context.own_price or _is_asked_of_them(line, number, setting):
        return False
    if is_off_mine(line, setting, number):
        return False
    from_list = context.list_price + direction * _step(line, number, context.list_price, context)
    is_a_move = not (_BIDDING | _COMING).isdisjoint(line.words(setting.clause.start, number.start))
    return (from_list == context.own_price and not is_a_move) or is_in_own_words(number, context)


def _explains(line: Line, number: Quantity, direction: int, stated: int, context: ReadingContext) -> bool:
    """Whether the change only says how the price named before came about: "180, knock off 15 bucks" from 195."""
    known = {context.list_price, context.own_price, context.other_price} - {0}
    slack = stated // _ROUNDED if number.sense is Sense.PERCENT else 0
    return any(abs(base + direction * _step(line, number, base, context) - stated) <= slack for base in known)


def change_direction(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> int:
    """-1 for so much off, 1 for so much more, 0 where the number is no change."""
    sense = number.sense
    if price_before(line, number, context) is not None:
        return -1
    if sense is Sense.PERCENT:
        is_found = is_found_for_them(line, number, setting, context)
        return -1 if is_found else _percent_direction(line, number, setting)
    if is_found_for_them(line, number, setting, context) and not _is_price_like(number, context):
        return -1
    if line.said.isdisjoint(_CHANGING) and not setting.has(Cue.OFF, Cue.MORE):
        return 0
    if (
        sense is not Sense.AMOUNT
        or _is_how_far_off(line, number)
        or _is_reckoned(line, number, context)
        or any(hit.label in _UNCHANGING and hit.start <= number.start < hit.end for hit in setting.cues)
    ):
        return 0
    after = [word for word in line.words(number.end, number.end + 3) if word not in CURRENCY_WORDS]
    if after[:1] in (["less"], ["minus"]) and any(number.end < one.start <= number.end + 2 for one in setting.numbers):
        return 0
    after = ["off"] if after[1:2] == ["off"] and after[0] in _ON_TOP else after[:1]
    if is_below_list(line.words(number.end, number.end + _REACH)) or is_below_theirs(line, number):
        return -1
    if after == ["off"] or is_negative(line, number, "minus"):
        return -1
    if _is_further(line, number, setting) and not _is_price_like(number, context):
        return -_way_to_other(context) if _is_asked_of_them(line, number, setting) else _way_to_other(context)
    for cue, words, sign in ((Cue.OFF, _OFF_AFTER, -1), (Cue.MORE, _MORE_AFTER, 1)):
        if (words & set(after) and not _is_compared(line, number)) or _is_led_by(cue, line, number, setting):
            way = _way_to_other(context) if cue is Cue.MORE and _gives(line, number, setting) else 0
            is_by = line.words(number.start - number.explicit - 1, number.start - number.explicit) == ("by",)
            is_step = (bool(words & set(after)) or is_by) and _is_far_below(number, context)
            return way or sign if is_step or not _is_price_like(number, context) else 0
    return 0


def _is_reckoned(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether it is taken from a number that is no price: the 52 of "I just mean 80 minus 52"."""
    before = next((one for one in line.numbers if one.end == number.start - 1), None)
    return before is not None and line.spelled[before.end] == "minus" and not may_be_price(before, context)


def _is_how_far_off(line: Line, number: Quantity) -> bool:
    """Whether it is said how far apart the sides are: "you're 3k off"."""
    lead = line.words(max(0, number.start - _REACH), number.start)
    is_off = line.words(number.end, number.end + 1) == ("off",) and not _is_off_list(line, number)
    return is_off and not _SIDES.isdisjoint(pairwise(lead))


def _is_compared(line: Line, number: Quantity) -> bool:
    """Whether "more" belongs to what is said of the number: "800 more reasonable"."""
    return line.words(number.end, number.end + 1) == ("more",) and not _JUDGED.isdisjoint(
        line.words(number.end + 1, number.end + 2)
    )


def _is_further(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a side goes on by so much, the way not said: "I can do another 500", "can you find another 500?"."""
    lead = line.words(max(setting.clause.start, number.start - 1), number.start + 1)
    if line.words(number.end, number.end + 1) == ("better",):
        return True
    at = number.start - number.explicit
    if line.words(at - 1, at) == ("by",) and not _BETTERING.isdisjoint(line.words(at - _REACH, at)):
        return True
    if not _EACH.isdisjoint(words := line.words(setting.clause.start, number.start)) and not _GIVING.isdisjoint(words):
        return True
    is_first = line.words(setting.clause.start, number.start - number.explicit) == ("another",)
    moves = is_first or setting.has(Cue.COMMIT) or _is_asked_of_them(line, number, setting)
    return bool(_FURTHER & set(lead)) and moves and not setting.has(Cue.OFF, Cue.MORE)


def _gives(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the speaker goes further, "I can do 50 more", and does not ask for more."""
    words = set(line.words(setting.clause.start, number.start))
    return bool(words & _OWN) and not words & _NEEDED


def _is_asked_of_them(line: Line, number: Quantity, setting: Setting) -> bool:
    words = line.words(setting.clause.start, number.start)
    is_bidden = bool(_BIDDEN & set(words[:1]))
    if _OWN & set(words):
        return bool({"need", "want"} & set(words))
    return is_bidden or "you" in words


def _way_to_other(context: ReadingContext) -> int:
    """1 where the other side's price is above the speaker's, -1 where it is below, 0 where one is not known."""
    own, other = context.own_price, context.other_price
    return (other > own) - (other < own) if own and other else 0


def _percent_direction(line: Line, number: Quantity, setting: Setting) -> int:
    if is_negative(line, number, "minus", "-"):
        return -1
    after = line.words(number.end, number.end + _REACH + 2)
    if ("than" in after and not is_below_list(after[1:])) or "apr" in after:
        return 0
    if not _FURTHER.isdisjoint(line.words(max(0, number.start - 1), number.start)) and not setting.has(Cue.MORE):
        return -1
    if setting.clause.end - setting.clause.start <= _BARE and not _DISCOUNTS.isdisjoint(line.spelled):
        return -1
    is_off = (
        not _OFF_AFTER.isdisjoint(after[:_REACH])
        or is_below_list(after[1:])
        or _is_led_by(Cue.OFF, line, number, setting)
    )
    is_off = is_off or _is_taken_off_after(line, number, setting)
    return -1 if is_off else 0


def _is_taken_off_after(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the clause says of a percentage that so much can come off: "five percent is all I can take off"."""
    is_last = number in setting.numbers[-1:]
    words = line.words(number.end, setting.clause.end)
    return is_last and any(verb in _BIDDING and what == "off" for verb, what in pairwise(words))


def _is_led_by(cue: Cue, line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a word such as "knock" or "come down" stands before the number, without a "to" between."""
    lead = line.words(max(setting.clause.start, number.start - 2), number.start)
    if _UNTO & set(lead):
        return False
    if cue is Cue.MORE and _ADDED & set(lead):
        return True
    hits = [hit for hit in setting.cues if hit.label is cue and line.words(hit.end, hit.end + 1) != ("than",)]
    if any(0 <= number.start - hit.end <= _REACH for hit in hits):
        return True
    return any(hit.end == setting.clause.end and hit.end - hit.start > 1 for hit in hits)


def _is_proposed(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the change is put forward, not told of: "knock off 500", but not "thanks for dropping 500"."""
    words = line.words(setting.clause.start, setting.clause.end)
    first = next((at for at, word in enumerate(words) if word not in _LEADING), 0)
    if words[first] in _IMPERATIVES or (
        words[first] == "let" and not _BIDDING.isdisjoint(words[first + 2 : first + 3])
    ):
        return True
    committed = [hit.end - setting.clause.start for hit in setting.before(number.start, Cue.COMMIT)]
    if (
        _TOLD & set(words[max(committed, default=0) : _compared_from(line, number, setting)])
        or not _HAVE_COME.isdisjoint(pairwise(words))
        or _says_how_it_is(words)
    ):
        return False
    is_own = any(one in _OWN and two in _BIDDING for one, two in pairwise(words))
    begins = number.start - setting.clause.start <= number.explicit
    return begins or is_own or setting.has(*_PUT_FORWARD) or len(words) <= _SHORT


def _compared_from(line: Line, number: Quantity, setting: Setting) -> int:
    """Where, counted from the clause's first token, it is said what the change starts from: "150 from where I was"."""
    start, end = number.end, setting.clause.end
    at = next((at for at in range(start, end) if line.spelled[at] in {"from", "than"}), end)
    return at - setting.clause.start


def _says_how_it_is(words: tuple[str, ...]) -> bool:
    """Whether the clause only says what a price comes to: "that is 5 off", "which is 10% below list"."""
    return words[:1] in _SAID_OF and words[1:2] == ("is",) and not _OWN & set(words)


def _is_price_like(number: Quantity, context: ReadingContext) -> bool:
    amount = amount_of(number, context.price, context)
    is_trifle = not _is_marked(number) and minor_units(number.value, context) * _TRIFLE < context.list_price
    is_short = amount.stretched and not (is_trifle or is_between(amount.minor, context))
    return context.list_price > 0 and amount.plausible and not is_short


def _is_far_below(number: Quantity, context: ReadingContext) -> bool:
    """Whether the number as it stands is no price beside the live ones: the twenty of "twenty less" from 110."""
    known = [price for price in (context.own_price, context.other_price) if price] or [context.list_price]
    return 100 * minor_units(number.value, context) < _LOWEST_PRICE * min(known)


def _is_marked(number: Quantity) -> bool:
    return number.scaled or number.explicit or number.spoken


def _base(line: Line, setting: Setting, number: Quantity, direction: int, stated: int, context: ReadingContext) -> int:
    """The price that is changed: the list price if named, the other side's where that is to move, or the own one.

    Nobody moves away from the other side, so that a seller's "come up 300" is said to the buyer.
    """
    taken_from = price_before(line, number, context) or named_base(line, number, setting)
    if taken_from is not None:
        return amount_of(taken_from, context.price, context).minor
    if context.own_price and is_off_mine(line, setting, number):
        return context.own_price
    if context.other_price and is_from_theirs(line, number):
        return context.other_price
    words = set(line.words(setting.clause.start, number.start))
    goes_on = not _FURTHER.isdisjoint(line.words(max(0, number.start - 1), number.start + 1))
    is_named = LISTED & set(line.words(number.end, setting.clause.end)) or _is_from_list(line, number, setting)
    if is_named and not (goes_on and context.own_price):
        return context.list_price or stated
    if not stated and _is_a_level(line, number, setting, context):
        return context.list_price
    closes = not _CLOSING.isdisjoint(line.words(number.end, setting.sentence.end))
    is_extra = bool(words & _ADDED) and line.words(number.end, number.end + 1) == ("for",) and not closes
    bids = line.words(setting.clause.start, setting.clause.start + 1)[0] in _BIDDING | _COMING
    if bids and not (stated or context.own_price) and context.other_price:
        return context.other_price
    is_away = not stated and not is_extra and direction * _way_to_other(context) < 0
    if is_away or _is_asked_of_them(line, number, setting):
        return context.other_price or context.list_price or context.own_price
    return stated or context.own_price or context.list_price or context.other_price


def _is_a_level(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether a percentage says how far below the list price a seller is to be, not how far it goes on from its own.

    "3 years at 5% off" does, where that is below its live price; "I'll take 5% off" and "another 5% off" do not.
    """
    sells = context.price_slope > 0 or context.own_price > context.other_price
    if not is_percent(number, context) or not (sells and context.own_price and context.list_price):
        return False
    words = line.words(setting.clause.start, number.end + 2)
    moves = any(hit.label is Cue.OFF and hit.end <= number.start for hit in setting.cues)
    if moves or not _STEPPING.isdisjoint(words):
        return False
    if was_off_list(context):
        return True
    return context.list_price * (100 - number.value) < context.own_price * 100


def _farthest(base: int, context: ReadingContext) -> int:
    """How far a step may go: to the other side's price, or a tenth of the price."""
    return abs(context.own_price - context.other_price) if context.own_price and context.other_price else base // 10


def _step(line: Line, number: Quantity, base: int, context: ReadingContext) -> int:
    if is_percent(number, context):
        return int(base * min(number.value, 100) // 100)
    step = minor_units(number.value, context)
    if (
        number.value <= _SHORT_STEP
        and not (number.decimals or number.explicit or number.scaled)
        and step * _FINE < base
    ):
        return step * (1_000 if step * 1_000 <= _farthest(base, context) else 100)
    if number.value < _SHORT_OF_MANY and not (number.explicit or number.scaled) and step * _MANY < base:
        return 1_000 * step
    return 1_000 * step if number.decimals and step * 2_000 < base else step
