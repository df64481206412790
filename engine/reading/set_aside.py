"""Numbers that may be money and are not put forward: said of something else, taken off, left behind, or only told."""

from engine.reading.bare_counts import is_asked_back, is_how_many, is_lone_rate, is_lone_year
from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.discounts import change_direction
from engine.reading.elsewhere import is_elsewhere
from engine.reading.judging import compares_badly, is_borne, is_judged, was_once_fine
from engine.reading.line import Line
from engine.reading.modality import Setting, is_refused
from engine.reading.money import amount_of
from engine.reading.nets import is_net
from engine.reading.others_prices import is_asked_by_others
from engine.reading.outdated import came, is_outdated, is_paid_now, leaves_from
from engine.reading.phrases import Hit
from engine.reading.product_figures import is_product_figure
from engine.reading.quantity import Quantity
from engine.reading.ranges import ANYWHERE
from engine.reading.taken_from import is_taken_from, named_base

_OLDEST = 110
_OF_SOMEBODY = (
    ("she", "is"),
    ("he", "is"),
    ("who", "is"),
    ("mine", "are"),
    ("kids", "are"),
    ("mom", "is"),
    ("dad", "is"),
)
_STEPS_TAKEN = (("went", "down"), ("went", "up"), ("came", "down"), ("came", "up"))
_FOR = frozenset({"for", "at"})
_REMAINING = frozenset({"remaining", "last", "other"})


def is_set_aside(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the number, though it may be money, is said of something that is not put forward here."""
    if is_elsewhere(line.tokens, number, setting) and not _is_theirs_refused(line, number, setting, context):
        return True
    if is_net(line, number, setting, context) or is_how_many(line, number, setting):
        return True
    if is_product_figure(line, number, setting, context) or is_asked_by_others(line, number, setting, context):
        return True
    is_upfront = line.words(number.end, number.end + 2) == ("up", "front")
    if is_upfront or change_direction(line, number, setting, context) or _is_for_trade(line, number, setting, context):
        return True
    if is_taken_from(line, number, context):
        return True
    earlier = [one for one in setting.numbers if one.end < number.start] if "off" in line.said else ()
    if earlier and number in [named_base(line, one, setting) for one in earlier]:
        return True
    if setting.has(Cue.MIDDLE, Cue.HARMLESS) and _is_in_wording(line, number, setting):
        return True
    if is_outdated(line, number, setting, context) or is_paid_now(line, number, setting):
        return True
    if line.words(number.end, number.end + 1) == ("extra",) or is_lone_year(line, number, setting, context):
        return True
    if _is_age(line, number, context) or is_lone_rate(line, number, setting):
        return True
    if is_asked_back(line, number, setting, context):
        return True
    return _is_left_behind(line, number, setting) or _is_step_taken(line, number, context)


def _is_age(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether it is told how old somebody is: "she's 77", "my mom, who is 66", "mine are 5 and 8"."""
    if number.explicit or number.scaled or number.decimals or number.value > _OLDEST:
        return False
    amount = amount_of(number, context.price, context).minor
    is_live = amount in (context.own_price, context.other_price, context.list_price)
    first = number.start - 2 * (line.words(number.start - 1, number.start) == ("and",))
    return not is_live and line.words(first - 2, first) in _OF_SOMEBODY


def _is_step_taken(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether it is told how far somebody has moved: "I went down 10 and you went up 5"."""
    first = line.extent(number)[0]
    if line.words(first - 2, first) not in _STEPS_TAKEN:
        return False
    live = [price for price in (context.own_price, context.other_price) if price]
    return bool(live) and 2 * amount_of(number, context.price, context).minor < min(live)


def _is_left_behind(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a price only comes from there: "down from 36 to 34"."""
    is_ranging = not ANYWHERE.isdisjoint(line.words(setting.clause.start, number.start))
    return (
        leaves_from(line, number)
        and not is_ranging
        and ("to" in line.words(number.end, number.end + 2) or came(line, number, setting))
    )


def _is_theirs_refused(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the clause begins with the other side's price and refuses it: "290 is half my rent"."""
    is_led_off = number.start - setting.clause.start <= number.explicit + (line.spelled[setting.clause.start] in _FOR)
    is_first = is_led_off or compares_badly(line, number, context)
    amount = amount_of(number, context.price, context).minor if is_first else 0
    is_theirs = is_first and context.is_theirs(context.price.id, amount)
    is_bad = (
        is_judged(line, number, setting)
        or compares_badly(line, number, context)
        or was_once_fine(line, number, setting)
        or is_borne(line, number, setting)
    )
    return is_theirs and (is_refused(setting, number.start) or is_bad)


_FOR_YOURS, _OWN = ("for", "yours"), (("i",), ("we",))


def _is_in_wording(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the number is only said in a wording for the middle, or in one that refuses nothing."""
    return any(hit.label in (Cue.MIDDLE, Cue.HARMLESS) and _is_within(line, number, hit) for hit in setting.cues)


def _is_within(line: Line, number: Quantity, hit: Hit[Cue]) -> bool:
    """Whether the number is part of the wording, or what it splits: "split the last 100"."""
    return hit.start <= number.start < hit.end or (hit.end == number.start and line.spelled[hit.end - 1] in _REMAINING)


def _is_paid_for_theirs(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the speaker, who buys, says what it would pay: "why would I pay 12,500 for yours".

    Where "for yours" leads on to what the speaker does, its trade is no trade-in: "for yours I charge 45".
    """
    buys = context.other_price > context.own_price > 0 or not context.own_price
    end = line.extent(number)[1]
    lead = line.words(setting.clause.start, number.start)
    leads_on = any(lead[at : at + 2] == _FOR_YOURS and lead[at + 2 : at + 3] in _OWN for at in range(len(lead) - 2))
    return leads_on or (buys and line.words(end, end + 2) == _FOR_YOURS)


def _is_for_trade(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the number is for a trade-in that is not on the table: the last before the words for it, if any is."""
    if context.sums:
        return False
    if not setting.has(Cue.TRADED):
        return line.words(number.end, number.end + 1) == ("trade",)
    if _is_paid_for_theirs(line, number, setting, context):
        return False
    for hit in setting.cues:
        if hit.label is Cue.TRADED:
            before = [other.start for other in setting.numbers if other.start < hit.start]
            if not before or before[-1] == number.start:
                return True
    return False
