"""Bare numbers that say what the thing itself does: "25 combined", "22 on the highway", "it's rated at 27"."""

from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import amount_of, is_between, may_be_price
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of

_DRIVEN = frozenset(
    words_of("highway highways hwy freeway freeways interstate city town tank tankful charge gallon fuel life driving")
)
"""On, in or to what a thing goes so far."""
_TYING = frozenset(words_of("on in around to per a an the out of one full real normal mixed"))
_TIED = frozenset(words_of("combined mpg mpge hwy highway freeway city mixed average"))
_AROUND_TOWN = frozenset({("around", "town"), ("in", "town")})
_PASSED_OVER = frozenset(words_of("or so maybe easily easy about even"))
_OF_THE_THING = _DRIVEN - {"town", "charge", "life", "driving"} | frozenset(
    words_of(
        "combined mpg epa thirsty thirst gas gasoline petrol diesel economy economical efficient efficiency "
        "consumption mileage burns drinks sips guzzler guzzles tow tows towing towed pulls hauls trailer camper "
        "payload hitch weigh weighs weight curb gvwr trunk boot cargo hatch folded legroom headroom clearance "
        "horsepower torque wheelbase acceleration liters litres "
        "world"
    )
)
"""What the numbers of a vehicle are said with."""
_JOINING = frozenset(words_of("with and plus including + &"))
_RATED = frozenset({("rated", "at"), ("rated", "for"), ("rated", "to"), ("rating", "is"), ("rating", "of")})
_IT = frozenset({"it", "she"})
_NAMED = frozenset({"the", "this", "that", "our"})
"""What begins the name of a thing: "the Aria gets 25"."""
_OF_MONEY = frozenset(words_of("price deal offer number it who that which bid budget one"))
_DOES = frozenset(
    words_of("gets get averages average does do tows tow pulls pull hauls haul weighs weigh holds hold carries carry")
)
_OFTEN = frozenset(
    words_of("easily about around roughly almost nearly up over only just even still will can should would real")
)
_PRICING_WORDS = frozenset(
    words_of(
        "price priced deal offer sell selling pay paying cost costs yours otd dollars bucks cash ask asking knock off "
        "discount number budget take signed sign door drive"
    )
)
_PRICING = (Cue.SUPPOSE, Cue.OF_DEAL, Cue.MIDDLE, Cue.SEAL)
_SPEAKER = frozenset({"i", "we"})
_SPEAKERS_OWN = frozenset({("make", "it"), ("call", "it"), ("let", "us"), ("how", "about"), ("what", "about")})
_UP_TO = ("up", "to")
_WOULD_DO = frozenset(words_of("would will works work is does makes gets could"))
_FEW_WORDS = 3
_SHORT_LINE = 5
_REACH = 4


def is_product_figure(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the number says how far, how much or how heavy, and no word about it deals in prices."""
    if not _is_bare(number, context):
        return False
    if _is_tied(line, number) or _is_rated(line, number, setting) or _is_what_it_does(line, number, setting):
        return True
    if _is_priced(line, number, setting, context):
        return False
    lead = line.words(setting.clause.start, number.start)
    return not _OF_THE_THING.isdisjoint(lead) and not number.decimals and not setting.has(Cue.GIVE)


def may_be_product_figure(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the number only stands after words about the thing, so that it must be asked what it is of."""
    if not _is_bare(number, context) or _is_priced(line, number, setting, context):
        return False
    if setting.clause.end - setting.clause.start - (number.end - number.start) > _FEW_WORDS:
        return False
    if _was_spoken_of(line, setting):
        return True
    amount = amount_of(number, context.price, context).minor
    if len(line.spelled) > _SHORT_LINE or is_between(amount, context):
        return False
    heard = context.other_words.rpartition("\n")[2].lower()
    return not _OF_THE_THING.isdisjoint(words_of("".join(one if one.isalpha() else " " for one in heard)))


def _was_spoken_of(line: Line, setting: Setting) -> bool:
    """Whether the thing was spoken of before in the sentence, or in the few words of the one before it: "Gas? 29."."""
    if any(setting.sentence.start <= one.start < setting.clause.start for one in line.numbers):
        return False
    if not _OF_THE_THING.isdisjoint(line.words(setting.sentence.start, setting.clause.start)):
        return True
    return not _OF_THE_THING.isdisjoint(line.words(max(0, setting.sentence.start - _FEW_WORDS), setting.sentence.start))


def _is_bare(number: Quantity, context: ReadingContext) -> bool:
    """Whether the number would have to leave its thousands out to be a price, and is in no way written as one."""
    if number.explicit or number.scaled or number.sense is not Sense.AMOUNT:
        return False
    amount = amount_of(number, context.price, context)
    return not amount.plausible or (amount.stretched and not number.grouped)


def _is_tied(line: Line, number: Quantity) -> bool:
    """Whether what it is of follows right after: "25 combined", "31 or so on the highway"."""
    at = number.end
    while line.words(at, at + 1) != () and line.spelled[at] in _PASSED_OVER:
        at += 1
    following = line.words(at, at + _REACH)
    if following[:1] and following[0] in _TIED:
        return True
    tied = next((place for place, word in enumerate(following) if word not in _TYING), 0)
    return tied > 0 and following[tied] in _DRIVEN


def _is_rated(line: Line, number: Quantity, setting: Setting) -> bool:
    lead = tuple(pairwise(line.words(max(setting.clause.start, number.start - _REACH), number.start)))
    return not _RATED.isdisjoint(lead) or not _AROUND_TOWN.isdisjoint(lead)


def _is_what_it_does(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the thing gets, tows or holds so much: "it gets 31", "she'll easily do 40"."""
    if setting.is_asked() or setting.opens_asking:
        return False
    at = number.start - 1
    at -= line.words(at - 1, at + 1) == _UP_TO
    while at > setting.clause.start and line.spelled[at] in _OFTEN:
        at -= 1
    if at <= setting.clause.start or line.spelled[at] not in _DOES:
        return False
    at -= 1
    while at > setting.clause.start and line.spelled[at] in _OFTEN:
        at -= 1
    if line.spelled[at] in _IT:
        return True
    lead = line.words(setting.clause.start, at)
    return line.spelled[at + 1].endswith("s") and not _NAMED.isdisjoint(lead) and line.spelled[at] not in _OF_MONEY


def _is_priced(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    """Whether the speaker puts the number forward itself, or the clause names a price."""
    words = line.words(setting.clause.start, setting.clause.end)
    lead = words[: max(0, number.start - setting.clause.start)]
    if not _SPEAKER.isdisjoint(lead) or any(pair in _SPEAKERS_OWN for pair in pairwise(lead)):
        return True
    is_joined = not _JOINING.isdisjoint(line.words(number.end, number.end + 1))
    is_joined = is_joined and may_be_price(number, context)
    is_joined = is_joined or not _WOULD_DO.isdisjoint(line.words(number.end, number.end + 1))
    return is_joined or setting.has(*_PRICING) or not _PRICING_WORDS.isdisjoint(words)
