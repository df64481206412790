"""Numbers that measure something else than the deal: what power costs, an uptime, what was paid, years gone by."""

from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import amount_of
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of

_RUNNING = frozenset(
    words_of(
        "electricity power gas gasoline petrol diesel fuel charging insurance maintenance upkeep oil parking tolls "
        "juice electric energy"
    )
)
"""What owning a thing costs beside its price."""
_BESIDE = frozenset(words_of("plus and with including incl before without no free"))
"""Before the name of a running cost they set it beside a price: "400 a month plus insurance"."""
_COSTING = frozenset({"is", "runs", "costs", "comes", "would"})
_BY = frozenset({"per", "for", "every"})
_TO_RUN = tuple(("to", word) for word in words_of("charge run fuel fill insure drive maintain power recharge"))
_OF_A_LOAN = frozenset(words_of("payment payments loan apr finance financed financing lease instalment price down"))
_SUMMING_UP = frozenset({"so", "that", "it", "which", "then", "altogether", "total", "and"})
_UPTIME = frozenset(words_of("uptime availability available measured sla outage outages breach nines up"))
_PERCENT = (("%",), ("percent",), ("pct",))
_NEARLY_ALL, _ALL = 99, 100
_CREDITED = frozenset(words_of("credit credits uptime sla availability rebate"))
_LONG = (("-", "day"), ("-", "hour"), ("-", "week"))
_OF_PAYING = frozenset(words_of("terms term payment net invoice invoices and or on if is"))
_MEASURES = frozenset(
    words_of(
        "uptime availability sla share percentage electricity power charging fuel gas insurance mileage miles "
        "gap difference distance score rating odometer bill headcount usage reading temperature zip"
    )
)
"""What a number may be said to be, and then is no price."""
_PASSED_OVER = frozenset(words_of("only just actually really simply purely the your our its my for all about of"))
_BEING = frozenset({"is", "was", "s"})
_AFTER_WAS = frozenset({"it", "that", "they", "this", "you"})
_PAID = frozenset(
    {("you", "paid"), ("you", "pay"), ("you", "paying"), ("last", "year"), ("you", "spend"), ("you", "spent")}
)
_SINCE = frozenset({"after"})
_YEARS = frozenset({"year", "years", "yr", "yrs"})
_GONE_BY = frozenset({("with", "us"), ("as", "a"), ("as", "our"), ("of", "working"), ("on", "board"), ("of", "using")})
_MILES = frozenset({"mile", "miles", "km"})
_HOURS = 12
_LATER_DAYS = frozenset(words_of("tomorrow monday tuesday wednesday thursday friday saturday sunday"))
_FAR_ABOVE = 1_000
"""The list price, in major units, from which no price is named by so small a number beside a day."""
_REACH = 4


def is_of_another_thing(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the number says how much there is of something that nobody bargains over."""
    return (
        _is_uptime(line, number)
        or _is_of_a_credit(line, number, setting)
        or _is_how_long(line, number)
        or _is_called_so(line, number, setting)
        or _is_running_cost(line, number, setting, context)
        or _is_asked_of_the_past(line, number, setting)
        or _has_gone_by(line, number)
        or _is_hour_of_a_day(line, number, context)
    )


def _is_hour_of_a_day(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether it is the hour of a day named after it, where prices are far above any hour: "for ten tomorrow"."""
    if number.explicit or number.scaled or number.decimals or not 0 < number.value <= _HOURS:
        return False
    is_small = context.list_price < _FAR_ABOVE * context.currency.unit
    return not is_small and not _LATER_DAYS.isdisjoint(line.words(number.end, number.end + 1))


def _is_uptime(line: Line, number: Quantity) -> bool:
    """Whether it is the share of the time that something is up: "99.98 percent", "99.9 in the contract"."""
    if not _NEARLY_ALL <= number.value < _ALL or not number.decimals or number.explicit or number.scaled:
        return False
    return line.words(number.end, number.end + 1) in _PERCENT or not _UPTIME.isdisjoint(line.said)


def _is_of_a_credit(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the percentage is that of a credit or the like, named before it: "uptime credit stays at 25 percent"."""
    lead = line.words(setting.clause.start, number.start)
    return number.sense is Sense.PERCENT and not _CREDITED.isdisjoint(lead)


def _is_how_long(line: Line, number: Quantity) -> bool:
    """Whether it says how long a thing takes that it stands before: "a two-day training", not "30-day terms"."""
    following = line.words(number.end, number.end + 3)
    return following[:2] in _LONG and following[2:] != () and following[2] not in _OF_PAYING and following[2].isalpha()


def _is_called_so(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the clause says what the number is, and that is no price: "the 45 is the electricity"."""
    said = line.words(number.end, setting.clause.end)
    said = said[1:] if said[:1] == ("'",) else said
    if said[:1] == () or said[0] not in _BEING:
        return False
    named = next((word for word in said[1:] if word not in _PASSED_OVER), "")
    return named in _MEASURES


def _is_running_cost(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether it is told what the thing costs to run: "about $45 a month of power"."""
    if number.sense is Sense.PER_MONTH and _is_for_driving(line.words(number.end, setting.clause.end)):
        return True
    amount = amount_of(number, context.price, context)
    is_sum = number.explicit or number.sense in (Sense.PER_MONTH, Sense.RATE)
    if _RUNNING.isdisjoint(line.said) or not is_sum or (amount.plausible and not amount.stretched):
        return False
    clause = line.words(setting.clause.start, setting.clause.end)
    if not _OF_A_LOAN.isdisjoint(clause):
        return False
    if _names_cost(clause):
        return True
    earlier = line.words(setting.sentence.start, setting.clause.start)
    return _names_cost(earlier) and _OF_A_LOAN.isdisjoint(earlier) and clause[0] in _SUMMING_UP


def _is_for_driving(said: tuple[str, ...]) -> bool:
    """Whether the sum is for so many miles, or to keep the thing going: "about $45 a month per 1,000 miles"."""
    is_by_distance = not _BY.isdisjoint(said) and not _MILES.isdisjoint(said)
    return is_by_distance or any(pair in _TO_RUN for pair in pairwise(said))


def _names_cost(words: tuple[str, ...]) -> bool:
    trios = zip(("", *words), words, (*words[1:], ""), strict=False)
    return any(word in _RUNNING and (before not in _BESIDE or after in _COSTING) for before, word, after in trios)


def _is_asked_of_the_past(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is asked if so much was paid: "what did you pay last year, was it around 53,000?"."""
    if not setting.is_asked():
        return False
    clause = line.words(setting.clause.start, number.start)
    is_was = any(one in {"was", "were"} and two in _AFTER_WAS for one, two in pairwise(clause))
    return is_was and not _PAID.isdisjoint(pairwise(line.words(setting.sentence.start, setting.sentence.end)))


def _has_gone_by(line: Line, number: Quantity) -> bool:
    """Whether so many years lie behind both: "after eight years with us"."""
    after = line.words(number.end, number.end + _REACH)
    is_years = after[:1] != () and after[0] in _YEARS and after[1:3] in _GONE_BY
    return is_years and not _SINCE.isdisjoint(line.words(max(0, number.start - 2), number.start))
