"""What a number in a line is a number of: an amount, something off a price, or no money at all."""

from collections.abc import Sequence

from engine.reading.counting import TRAVELLING, counts_something, is_prize
from engine.reading.currencies import CURRENCY_WORDS
from engine.reading.identifiers import is_identifier
from engine.reading.quantity import Quantity, Sense
from engine.reading.set_against import is_set_against_price
from engine.reading.tokens import Kind, Token, word_at, words_of

_NEAR_BEFORE = 6
_NEAR_AFTER = 3
"""Tokens within which a word such as "MSRP" governs a number after or before it."""

_UNITS = frozenset(
    words_of(
        "mile miles mi mileage km kms kilometers mpg hp horsepower year years yr yrs yo month months mos week "
        "weeks day days h hour hours hr hrs minute minutes min mins seconds seat seats seater row rows people person "
        "persons kid kids child children adults inch inches ft feet foot sq sqft lb lbs pound pounds oz cylinder "
        "cylinders cyl speed speeds gb mb tb mah door doors owner owners times bed beds bedroom bedrooms bath "
        "baths bathroom bathrooms cats cat dogs dog pets stars payments piece pieces pack degrees percent pct st "
        "nd rd th am pm of them ones other others questions things options reasons mins trips keys gears "
        "volt volts watt watts amp amps "
        "mm cm chairs tables lamps buyers offers calls minutes blocks floor floors story stories "
        "units other stops pictures photos square cubic left "
    )
)
_BETWEEN = frozenset(
    {"k", "original", "highway", "city", "or", "so", "total", "actual", "hard", "easy", "more", "full", "-", "few"}
)
_LENGTHS = frozenset({"miles", "mile", "mi", "km", "kms", "kilometers", "mpg"})
_MEASURES = (
    frozenset(
        words_of(
            "gig gigs gigabyte gigabytes "
            "sq lb lbs pounds pound horsepower hp cubic liter liters litre litres gallon gallons rpm watts kwh inch "
            "inches foot feet ft acres sqft ml kg kgs grams hz psi cc kw mah litre litres"
        )
    )
    | _LENGTHS
)
"""What is measured is no money, however large the number."""
_DIMENSIONS = frozenset(words_of("wide long tall deep thick diameter"))
_SHORT_UNITS = frozenset({"in", "m"})
"""Units that are words of other sense unless a dimension follows."""
_PERIODS = frozenset(
    words_of(
        "quarter year yr annum week day hour gallon mile night seat head pallet square sq foot unit piece word page "
        "ton season semester term session lesson class visit shift user guest plate person pax license licence device "
        "box case crate bag pair bottle jar bale cord acre kilo kg lb litre liter meter metre yard load trip game "
        "show roll sheet copy dozen tonne barrel drum tray carton keg panel window door room tyre tire wheel chair "
        "post episode video image photo shirt slot stop square pitch stall booth ticket hive"
    )
)
"""What a price may be for one of."""
_FOR_EACH = frozenset({"/", "a", "an", "per", "each", "every"})
_BY_PERIOD = frozenset({"annually", "yearly", "weekly"})
_AFTER = 4
"""Words after a number that its sense is judged by."""
_DAYS_TO_PAY = frozenset({10, 15, 30, 45, 60, 75, 90})
_NOT_PIECES = frozenset({"month", "mo", "mth", "cent", "our", "your", "my", "the", "what", "agreement"})
"""After a "per" they do not say what one of is paid for: "34,000 per our talk"."""
_TIMES = frozenset({"x", "*", "times"})
_HAVING = frozenset({"has", "have", "had", "got", "with", "only", "showing", "shows", "reads"})
_FURTHER = frozenset({"more", "another", "extra", "additional", "further"})
_LOSING = frozenset({"lose", "losing", "lost"})
_PAPERS = frozenset(words_of("form order contract paperwork quote invoice po agreement paper docusign doc draft bill"))
"""On what a price is written."""
_GAUGES = frozenset({"clock", "odometer", "dash", "meter"})
_BUILT = frozenset({"built", "circa", "renovated", "remodeled"})
_OLDEST, _NEWEST = 1_800, 2_035
_FEW = 20
_GLUED = frozenset(words_of("w v l x p hz khz ghz kg mg cc mp mph fps btu ml mah hh"))
"""What is a unit only right after its number: "100w", but "100 w/ mats"."""
_DEAREST_PAYMENT = 5_000
"""From it a sum for so many months is what the whole costs, not a payment."""
_FUNCTION_WORDS = frozenset(
    words_of(
        "the this these those my your his her their our its what who which where how why there here he she they me us "
        "and or but if for is it that then so i you we with on in to at as cash works plus out up deal final firm "
        "can will would sounds sound work was no not from may max tops even total okay right today now flat all "
        "otd including includes drive cleared each please thanks ok yes does do did are am has seems looks gets "
        "should because since when unless until ish obo before after around again sir minimum maximum ceiling range "
        "without "
        "purchase price offer bid base salary ote fob cif exw ddp ex landed delivered shipped net gross incl excl "
        "straight provided assuming once pending contingent subject just barely only really simply still given "
        "considering maybe perhaps tomorrow tonight this both together altogether lol "
        "lmao mark ballpark territory something thereabouts neighborhood feels fits suits minus less gives buys"
    )
)
_DAYS = frozenset(
    words_of(
        "today tomorrow tonight monday tuesday wednesday thursday friday saturday sunday morning afternoon "
        "evening noon "
        "coming come comes meet call visit appointment weekend there by"
    )
)
_BEFORE_HOUR = frozenset({"at", "by", "around", "until", "till"})
_TOWARDS_HOUR = _BEFORE_HOUR | {"about", "like", "@", "before", "after"}
_SCHEDULED = frozenset(
    words_of(
        "pick picks picking pickup pu load loads loading unload unloads unloading deliver delivers delivery "
        "appt appointment dock docks shift arrive arrives arrival depart departs closes opens / monday tuesday "
        "wednesday thursday friday saturday sunday today tomorrow tonight"
    )
)
"""What happens at an hour."""
_CLOCK_DIGITS = (3, 4)
_HOURS, _MINUTES, _QUARTER = 24, 60, 15
_ARRIVING = frozenset(
    {
        ("be", "there"), ("get", "there"), ("be", "here"), ("come", "by"), ("swing", "by"), ("stop", "by"),
        ("come", "over"), ("come", "round"), ("pop", "round"), ("pop", "over"), ("be", "home"), ("am", "free"),
        ("drop", "by"), ("be", "over"), ("off", "work"), ("am", "home"), ("am", "there"),
        ("can", "come"), ("could", "come"), ("will", "come"), ("to", "come"), ("i", "come"),
    }
)  # fmt: skip
_ONE_OF_MONEY = frozenset({"dollar", "buck", "euro"})
"""After an article and a number they say what a thing costs that is named next: "a 10 dollar lamp"."""
_FEW_COINS = 100
_SIZES = frozenset({"ish", "k", "grand", "thousand", "hundred", "even", "flat", "dollar", "dollars"})
_ROUGHLY = frozenset({"ish", "something", "thereabouts"})
_ROUGHLY_TWO = frozenset({("and", "change"), ("and", "something"), ("or", "so"), ("or", "thereabouts")})
_BY_MONTH = frozenset({"mo", "monthly", "mth", "pm"})
_MONTHLY = _BY_MONTH | {"month"}
_YEAR_BEFORE = frozenset(
    words_of("in since from a an the my your our their model year of circa late early that this his her new used like ")
)
_ARTICLES = frozenset({"a", "an"})
_NAMED_BY_SUM = CURRENCY_WORDS | frozenset(
    words_of(
        "offer price deal bid number budget limit cap max maximum floor ceiling figure quote discount reduction drop "
        "rebate credit cut increase raise bump uplift rise move concession k grand thousand hundred dollar bill check "
        "month year term seat seats months years year counter spread gap percent pct round total trade allowance "
        "payment deposit salary down fee rate rent sum starting"
    )
)
"""What goes by its sum: "a 34,000 price", where "a 60k mortgage" is no price of this deal."""
_TURNING = frozenset({"turned", "turn", "turning"})
_ONE_COIN = frozenset({"dollar", "buck", "euro", "pound"})
_BILLS = frozenset(
    words_of("fix repair job part problem bill upgrade option fee charge tank deposit gap haircut mistake")
)
"""What takes so much to put right or to have: "that's a 60 dollar fix"."""
_COMPARED = frozenset(words_of("less more under over below above higher lower short cheaper"))


def understood(tokens: Sequence[Token], quantity: Quantity, money: frozenset[str]) -> Quantity:
    """The number with what it counts; `money` names the currency at the table."""
    explicit = _is_explicit(tokens, quantity, money)
    vague = quantity.vague or _is_roughly(tokens, quantity.end)
    return quantity._replace(explicit=explicit, vague=vague, sense=_sense_of(tokens, quantity, explicit=explicit))


def _is_roughly(tokens: Sequence[Token], at: int) -> bool:
    """Whether an "-ish" stands there, or an "and change"."""
    word, following = word_at(tokens, at), word_at(tokens, at + 1)
    return word in _ROUGHLY or (word == "-" and following == "ish") or (word, following) in _ROUGHLY_TWO


def _is_explicit(tokens: Sequence[Token], quantity: Quantity, money: frozenset[str]) -> bool:
    """Whether a currency sign or word marks the number as money."""
    before = tokens[quantity.start - 1] if quantity.start else None
    after = tokens[quantity.end] if quantity.end < len(tokens) else None
    return (
        (before is not None and before.kind is Kind.SIGN)
        or (after is not None and (after.kind is Kind.SIGN or after.word in CURRENCY_WORDS or after.word in money))
        or (after is not None and after.word in _FURTHER and word_at(tokens, quantity.end + 1) in money)
    )


def _sense_of(tokens: Sequence[Token], quantity: Quantity, *, explicit: bool) -> Sense:
    """What the number counts, judged by the words next to it."""
    before = word_at(tokens, quantity.start - 1)
    after = [token.word for token in tokens[quantity.end : quantity.end + _AFTER]]
    after += [""] * (_AFTER - len(after))
    unit = after[after[0] in _FURTHER :]
    if unit[0] in {"%", "percent", "pct"} or unit[:2] == ["per", "cent"]:
        return Sense.PERCENT
    if (
        (before in _LOSING and after[0] != "more")
        or after[:2] == ["brand", "new"]
        or _is_part(quantity, before, after)
        or is_prize(after)
    ):
        return Sense.OTHER
    if (
        _is_multiplied(tokens, quantity, before)
        or (before not in _TURNING and _is_gap(after))
        or _is_run_up(tokens, quantity, before, after)
    ):
        return Sense.OTHER
    if _is_paid_over_months(tokens, quantity) or _is_monthly(
        after[1:] if explicit and after[0] in CURRENCY_WORDS else after, before
    ):
        return Sense.PER_MONTH
    period = after[1:] if explicit and after[0] in CURRENCY_WORDS else after
    if _is_rate(period):
        return Sense.RATE if explicit or before not in TRAVELLING else Sense.OTHER
    if _is_compound(tokens, quantity):
        return Sense.OTHER
    if not explicit and (
        is_identifier(tokens, quantity)
        or counts_something(tokens, quantity, before, after)
        or _has_unit(tokens, quantity)
        or _counts_things(quantity, before, after)
        or _is_hour(tokens, quantity, before)
        or _is_clock(tokens, quantity, before)
        or (before == "net" and quantity.value in _DAYS_TO_PAY)
    ):
        return Sense.OTHER
    if not explicit and _is_year(quantity, before, after[0]):
        return Sense.YEAR
    return Sense.AMOUNT


def _is_part(quantity: Quantity, before: str, after: list[str]) -> bool:
    """Whether the number is a part of a price, or of each piece: "1,400 of that", "3 cents a unit"."""
    if after[0] in _ONE_COIN and after[1] in _BILLS:
        return True
    if before in _ARTICLES and after[0] in _ONE_OF_MONEY and quantity.value < _FEW_COINS and names_thing(after[1]):
        return True
    if before in _ARTICLES and names_thing(after[0]) and after[0] not in _NAMED_BY_SUM and len(after[0]) > 1:
        return True
    return (after[0] in {"cent", "cents"} and after[1] in {"a", "per", "each"}) or (
        after[0] == "of" and after[1] in {"that", "it", "which", "this"}
    )


def _is_gap(after: list[str]) -> bool:
    """Whether the number is how far two prices are apart, or what is paid at once: "500 less than", "5,000 down"."""
    return (
        (after[0] in _COMPARED and after[1] in {"than", "what"} and not is_set_against_price(after))
        or after[after[0] in CURRENCY_WORDS] == "apart"
        or (after[0] == "down" and after[1] != "to")
    )


def _is_multiplied(tokens: Sequence[Token], quantity: Quantity, before: str) -> bool:
    """Payments times months, as in "$598 x 72" and "72 x 598"."""
    if word_at(tokens, quantity.end) in _TIMES and _is_number(tokens, quantity.end + 1):
        return True
    return before in _TIMES and quantity.start >= 2 and _is_number(tokens, quantity.start - 2)


def _is_paid_over_months(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether the number is paid each month, as in "598 for 72 months"."""
    if word_at(tokens, quantity.end) != "for" or not _is_number(tokens, quantity.end + 1):
        return False
    return quantity.value < _DEAREST_PAYMENT and word_at(tokens, quantity.end + 2) in {"month", "months", "mos"}


def _is_run_up(tokens: Sequence[Token], quantity: Quantity, before: str, after: list[str]) -> bool:
    """Whether the number is what a thing has been driven: "it has 61k on it"."""
    if after[:2] == ["on", "the"]:
        return after[2] in _GAUGES
    if before == "with" and any(
        token.word in _PAPERS for token in tokens[max(0, quantity.start - _NEAR_BEFORE) : quantity.start]
    ):
        return False
    return before in _HAVING and after[0] == "on" and after[1] in {"it", "her", "them"}


def _is_number(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at] if 0 <= at < len(tokens) else None
    return token is not None and (token.kind is Kind.NUMBER or token.kind is Kind.SIGN)


def _is_monthly(after: list[str], before: str) -> bool:
    if after[0] == "pm" and before == ":":
        return False
    if after[0] in _BY_MONTH:
        return True
    return (after[0] in {"/", "a", "per", "each", "every"} and after[1] in _MONTHLY) or (
        after[0] == "-" and after[1] == "month"
    )


def _is_rate(after: list[str]) -> bool:
    """Whether so much is paid for each of something, as in "$450 a year", "36 a seat", "7,150 per pallet"."""
    if after[0] == "per" and after[1].isalpha() and after[1] not in _NOT_PIECES:
        return True
    return (after[0] in _FOR_EACH and after[1] in _PERIODS) or after[0] in _BY_PERIOD


def _is_compound(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a hyphen ties the number to a word: "a 14-cubic-foot trunk", "five-and-a-half"; not "34-ish"."""
    tied = tokens[quantity.end : quantity.end + 2]
    if len(tied) < 2 or tied[0].word != "-" or tied[1].kind is not Kind.WORD or tied[1].word in _SIZES:
        return False
    return tokens[quantity.end - 1].end == tied[0].start and tied[0].end == tied[1].start


def _counts_things(quantity: Quantity, before: str, after: list[str]) -> bool:
    if not _LENGTHS.isdisjoint(after[:3]) and after[0] not in {"for", "at", "and", "with", ",", "."}:
        return True
    if after[:3] == ["door", "to", "door"]:
        return False
    if after[0] in {'"', "'", ":", "/"} and after[:2] != ["'", "s"]:
        return (after[0] == '"' and before != '"') or (quantity.value < 25 and not quantity.decimals)
    small = quantity.value < _FEW and not (quantity.scaled or quantity.decimals)
    if after[0] == "more" and names_thing(after[1]) and after[1] not in {*CURRENCY_WORDS, "off"}:
        return True
    changes = after[0] in _COMPARED or after[0] in {"off", "more"}
    if small and quantity.spoken and not changes and (quantity.value == 1 or names_thing(after[0])):
        return True
    is_bound = after[:2] == ["long", "as"]
    if (
        after[0] in _MEASURES
        or (after[0] in _DIMENSIONS and not is_bound)
        or (after[0] in _SHORT_UNITS and after[1] in _DIMENSIONS)
    ):
        return True
    is_apart = after[0] in _BETWEEN and after[0] not in _UNITS
    following = next((word for word in after if word not in _BETWEEN), "") if is_apart else after[0]
    return following in _UNITS and not (quantity.grouped and following not in _MEASURES)


def _has_unit(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Whether a letter or two with no room before them say what is counted: "100w", "4l"."""
    unit = tokens[quantity.end] if quantity.end < len(tokens) else None
    if unit is None or unit.kind is not Kind.WORD or unit.start != tokens[quantity.end - 1].end:
        return False
    return unit.word in _GLUED


def _is_hour(tokens: Sequence[Token], quantity: Quantity, before: str) -> bool:
    """A time of day: "Saturday at 10", "coming at 5"."""
    if before not in _BEFORE_HOUR or quantity.value > 12 or quantity.decimals or quantity.scaled:
        return False
    near = tokens[max(0, quantity.start - _NEAR_BEFORE) : quantity.end + _NEAR_AFTER]
    return any(token.word in _DAYS for token in near)


def _is_clock(tokens: Sequence[Token], quantity: Quantity, before: str) -> bool:
    """A time of day in four digits: "picks at 1400 on Tuesday", "there by 0700"."""
    written = tokens[quantity.start].word
    if quantity.end - quantity.start > 1 or not written.isdecimal() or len(written) not in _CLOCK_DIGITS:
        return False
    hour, minute = divmod(int(written), 100)
    if hour >= _HOURS or minute >= _MINUTES:
        return False
    if not minute % _QUARTER and _arrives(tokens, quantity.start):
        return True
    if len(written) < max(_CLOCK_DIGITS):
        return False
    near = tokens[max(0, quantity.start - _NEAR_BEFORE) : quantity.end + _NEAR_BEFORE]
    is_led = before in _BEFORE_HOUR and any(token.word in _SCHEDULED for token in near)
    return written[0] == "0" or is_led


def _arrives(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is said to come, right before: "I can be there 630"."""
    at -= word_at(tokens, at - 1) in _TOWARDS_HOUR
    return (word_at(tokens, at - 2), word_at(tokens, at - 1)) in _ARRIVING


def _is_year(quantity: Quantity, before: str, after: str) -> bool:
    plain = not (quantity.scaled or quantity.grouped or quantity.decimals or quantity.spoken)
    if plain and before in _BUILT and _OLDEST <= quantity.value <= _NEWEST:
        return True
    return plain and 1950 <= quantity.value <= _NEWEST and (before in _YEAR_BEFORE or names_thing(after))


def names_thing(word: str) -> bool:
    """Whether a word after a number may be what the number counts."""
    return word.isalpha() and word not in _FUNCTION_WORDS
