"""What is said of the other side's number: "31,800 is a stretch" refuses it, "31,800 is a start" does not."""

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of

_BEING = frozenset({"is", "feels", "seems", "sounds", "looks"})
_PASSED_OVER = frozenset(
    words_of("a an just really pretty very quite kind of sort bit little still simply frankly honestly a well like")
)
_PRAISE = frozenset(
    words_of(
        "fine good great ok fair reasonable workable acceptable doable close closer nearer better perfect nice "
        "tempting decent generous appreciated progress"
    )
)
_NO_REFUSAL = _PRAISE | frozenset(
    words_of(
        "fine good great ok fair reasonable workable acceptable doable close closer nearer better best perfect "
        "agreed deal "
        "done yes right true correct nice tempting interesting decent start beginning step progress improvement firm "
        "possible enough sure solid generous appreciated noted understood settled it that this all "
        "your you yours what where how why when my our mine the on in at with including inclusive before after "
        "plus for "
        "from now already and or but to as per out not no less more within around about roughly exactly only worth "
        "based because if unless until almost nearly total half twice same current standing live left"
    )
)
"""What may follow without refusing: praise, and what only says more of the number."""
_OFF_FROM = frozenset({"up", "more", "over", "above", "higher", "less", "below", "under", "lower"})
_BESIDE = frozenset({"with", "without", "for", "before", "plus", "after", "on"})
_HANGING = frozenset({"that", "if", "condition", "when", "once"})
"""After them it is said what the price hangs on, not what it is: "27,300 on the condition that the rise is capped"."""
_FOR_EACH = frozenset({"a", "an", "per", "/", "each"})
_BESIDE_SUM = frozenset(
    {
        "flat",
        "even",
        "cash",
        "dollar",
        "buck",
        "euro",
        "pound",
        "dollars",
        "bucks",
        "euros",
        "quid",
        "net",
        "otd",
        "delivered",
    }
)
_SIDES = ((), ("i",), ("we",), ("it",), ("my",), ("our",), ("this",), ("that",), ("he",), ("she",))
_IS = (("is",), ("'",), ("s",))
_STRESSED = (("way",), ("far",), ("still",), ("much",), ("a",), ("lot",), ("well",), ("just",), ("also",))
_MINE = (("my",), ("our",))
_OF_THE_TALK = frozenset(
    words_of(
        "offer number price target figure bid counter ask limit max maximum ceiling top best final floor bottom last "
        "minimum budget goal"
    )
)
"""What of the talk itself a price may lie beyond."""
_OTHER_PRICES = frozenset({"other", "others", "rest", "asking", "list", "first", "opening"})
_MORE_THAN = frozenset({"more", "above", "over", "higher", "beyond", "past"})
_LESS_THAN = frozenset({"less", "below", "under", "lower", "beneath"})
_OF_MINE = (("of", "my"), ("of", "our"), ("of", "what"))
_FAR = 8
_SOFTENED = frozenset(words_of("might may would could will maybe just only then perhaps probably almost"))
_SHORT_OF = frozenset(words_of("buy buys need needs hurt hurts loses costs barely hardly scarcely scares insults"))
_HARMING = frozenset(
    words_of(
        "eat kill wipe blow sink break bust wreck ruin bankrupt strain drain gut crush destroy finish end swallow push "
        "exceed cripple bury empty clean leave cost put"
    )
)
"""What a price would do that nobody takes."""
_HARMLESS = _BEING | frozenset(
    words_of(
        "s works does gets includes comes makes stands covers gives helps goes sits beats meets suits fits has "
        "was this us as plus its dollars bucks euros pounds grands miles months years seats users days hours "
        "thanks yes assumes cents less unless perhaps always besides towards minus versus his ours yours theirs "
        "pays buys needs takes"
    )
)
"""Words in "s" after a number that find no fault with it."""
_AT = (("at",), ("for",))
_WELCOME = frozenset(
    words_of(
        "taking buying signing getting looking going offering willing grabbing calling something nothing anything "
        "amazing interesting"
    )
)
_GETTING = tuple(
    (who, can, verb)
    for who in ("i", "we", "you")
    for can in ("can", "could", "would")
    for verb in ("get", "buy", "have")
)
_NEW = frozenset({"new", "another", "better", "two", "brand"})
"""What can be had for the number elsewhere: "for 65 I can get a new one"."""
_LED_ON = (("'", "s"), ("that", "is"), ("which", "is"))
_WOULD_BE = ("would", "be")
_YOURS = frozenset({"you", "your", "yours"})
_NOTHING_MORE = (("nothing", "else"), ("nothing", "more"), ("no", "more"), ("not", "much"), ("little", "else"))
_OTHERS_DO = frozenset(
    words_of(
        "was made makes pays paid pay charged go goes went sell sells sold cost costs charge charges get gets asked "
        "used"
    )
)
_REACH = 4


def is_judged(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the clause begins with the number and says of it what nobody says of a number that will do."""
    others = (one for one in setting.numbers if one is not number and one.sense is Sense.AMOUNT)
    is_only = number in setting.numbers and all(_is_gap(line, one) for one in others)
    if not is_only or number.start - setting.clause.start > _REACH or setting.is_asked() or setting.opens_asking:
        return False
    said = line.words(number.end, setting.clause.end)
    said = said[1:] if said[:2] in _LED_ON else said
    if said[:1] != () and (said[0] in _BESIDE or said[0] in _FOR_EACH):
        at = next((at for at, word in enumerate(said[:_FAR]) if word in _BEING), 0)
        said = said[at if _HANGING.isdisjoint(said[:at]) else 0 :]
    if _falls_short(said) or said[-2:] in _NOTHING_MORE:
        return True
    if said and _does_harm(said[0]):
        return True
    if said[:2] == _WOULD_BE and _is_set_against(line, number, setting):
        return True
    if not said or (said[0] not in _BEING and said[0] != "s"):
        return False
    if said[:2] == ("is", "what") and "you" not in said:
        return said[2:3] not in _SIDES or not _OTHERS_DO.isdisjoint(said[2 : 2 + _FAR])
    if _is_set_against(line, number, setting):
        return True
    if said[1:2] in _MINE:
        return _OF_THE_TALK.isdisjoint(said[2:_REACH])
    judged = next((word for word in said[1:] if word not in _PASSED_OVER), "")
    return judged.isalpha() and judged not in _NO_REFUSAL


def is_praised(line: Line, number: Quantity) -> bool:
    """Whether it is said of the number that it is not bad, which does not take it: "12.5 is fair, I guess"."""
    said = line.words(number.end, number.end + _FAR)
    if said[:1] == () or said[0] not in _BEING:
        return False
    return next((word for word in said[1:] if word not in _PASSED_OVER), "") in _PRAISE


def is_borne(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is told what the speaker would be doing at the number, and nothing good: "at 2,200 I'd be begging"."""
    at = number.start - 1 - (number.explicit and line.tokens[number.start - 1].kind == "sign")
    said = line.words(number.end, setting.clause.end)
    is_led = line.words(at, at + 1) in _AT and at <= setting.clause.start + 1
    if is_led and said[:3] in _GETTING and not _NEW.isdisjoint(said):
        return True
    if not (is_led or at < setting.clause.start) or said[1:3] != ("would", "be"):
        return False
    return said[0] in {"i", "we"} and said[3:4] != () and said[3].endswith("ing") and said[3] not in _WELCOME


def was_once_fine(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is told what the number was once: "1,800 was my price back then"."""
    said = line.words(number.end, setting.clause.end)
    return said[:1] == ("was",) and _YOURS.isdisjoint(said) and not setting.is_asked()


def compares_badly(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether the number is said to lie beyond something, the wrong way for the speaker: "27 is more than I make"."""
    own, other = context.own_price, context.other_price
    end = number.end + (not _BESIDE_SUM.isdisjoint(line.words(number.end, number.end + 1)))
    if not (own and other) or line.words(end, end + 1) not in _IS:
        return False
    at = next((at for at in range(end + 1, end + _REACH) if line.words(at, at + 1) not in _STRESSED), 0)
    way, than, what = (line.words(at + step, at + step + 1) for step in range(3))
    wrong = _MORE_THAN if other > own else _LESS_THAN
    if way[:1] == () or way[0] not in wrong:
        return False
    if what in _MINE or what == ("the",):
        known = _OF_THE_TALK if what in _MINE else _OF_THE_TALK | _OTHER_PRICES
        return known.isdisjoint(line.words(at + 3, at + 3 + _REACH))
    return than != ("than",) or not {*what} & _NO_REFUSAL


def _falls_short(said: tuple[str, ...]) -> bool:
    """Whether it is said how little comes of it: "24,500 might buy you the hood", "14 buys materials and no more"."""
    at = next((at for at, word in enumerate(said) if word not in _SOFTENED), len(said))
    verb, following = (*said[at : at + 2], "", "")[:2]
    if verb in {"mean", "means"} or (verb == "be" and at):
        return following.endswith("ing") and following not in _WELCOME
    return verb in _SHORT_OF or (verb in _HARMING and at > 0)


def _does_harm(verb: str) -> bool:
    """Whether the verb right after the number says that it does something, and nothing that helps: "blows up"."""
    return verb.isalpha() and verb.endswith("s") and not verb.endswith("ss") and verb not in _HARMLESS


def _is_set_against(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is said to lie so much off from something: "69 is still 15 % more than last year"."""
    return any(one.start > number.end and _is_gap(line, one) for one in setting.numbers)


def _is_gap(line: Line, number: Quantity) -> bool:
    """Whether the number is how far something lies off: "15 % more than", "200 over"."""
    reach = _REACH if number.sense is Sense.PERCENT else 1
    if number.sense is Sense.PERCENT and line.words(number.end + 1, number.end + 3) in _OF_MINE:
        return True
    return not _OFF_FROM.isdisjoint(line.words(number.end, number.end + reach))
