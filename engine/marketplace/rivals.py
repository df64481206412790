"""What a buyer's line says that somebody else gave, or that somebody else is cheaper."""

import re
from typing import NamedTuple

from engine.terms.money import Currency, parse_money

_SOMEBODY = (
    r"(?:another (?:seller|shop|store|supplier|vendor|one|company|guy)|(?:the )?other (?:seller|shop|one|guy)s?|others|"
    r"the others|somebody(?: else)?|someone(?: else)?|everyone else|competitors?|the competition|they)"
)
_DOING = (
    r"(?:asks?|asking|(?:is|are|'re|was) (?:already )?(?:at|below|down|asking|offering)|at|do|does|go|goes|went|wants?|"
    r"offers?|offered|charges?|sells?|gave|gives?|quotes?|quoted|said|says|let|came down|dropped|has)"
)
_TELLS = re.compile(
    rf"\b{_SOMEBODY}(?: (?:just|already|would|will|can|have|has))* {_DOING}\b"
    rf"|\b{_SOMEBODY} (?:is|are|was|'re) (?=\W?\d)|\b(?:from|by|with|at) somebody\b"
    r"|\bsomebody['’]s? (?:price|offer) (?:is|was)\b"
    r"|\b(?:i|we)(?:['’]ve| have| had| got| was| were)(?: already| just)?(?: got| been| received)?"
    r"(?: an?| another| one)?(?: better| lower| cheaper)? (?:offer|offers|quote|price|bid|deal|offered|quoted)\b"
    r"|\b(?:i|we)(?: already)? (?:can|could|was|were|got|have|had)(?: already| been)? "
    r"(?:get (?:it|them|that|these|those|one)|offered|quoted)\b"
    r"|\b(?:i|we) (?:already )?(?:have|got) (?=\W?\d+[.,]\d)|\b(?:i|we) already (?:have|got)\b"
    r"|\b(?:cheapest|lowest|best)(?: (?:offer|price|bid|one|quote))?(?: so far)? is\b"
    r"|\b(?:online|elsewhere|on the internet)\b",
    re.IGNORECASE,
)
"""Words that tell of somebody else's price."""
_TO_MEET = re.compile(r"\b(?:to match|match|matching|to beat|beat|to meet) somebody\b", re.IGNORECASE)
"""What gives a price to somebody even in a question: "can you do 6.50 to match them?"."""
_CHEAPER = re.compile(
    rf"\b{_SOMEBODY} (?:is|are|was|were|'re) (?:much |a lot |way |far )?(?:cheaper|lower|less)\b"
    r"|\b(?:i|we)(?:'ve| have)(?: got)? (?:an?|another) (?:better|lower|cheaper) (?:offer|price|deal|quote)\b",
    re.IGNORECASE,
)
"""Words that tell of somebody cheaper, without a price."""
_NOT_SAID = re.compile(
    r"\b(?:if|unless|whether|suppose|hope|wish|nobody|no one|none|don't|doesn't|didn't|not|haven't|hasn't|never|"
    r"you|your)\b[^,;]*$|^\W*(?:do|does|did|will|would|can|could|has|have)\b",
    re.IGNORECASE,
)
"""What makes it a condition, a denial or a question."""
_MINE = re.compile(
    r"\bmy (?:boss|company|manager|team|colleagues?|wife|husband|partner|client|customer|finance|cfo|budget)\b|"
    r"\b(?:finance|procurement|accounting)\b",
    re.IGNORECASE,
)
"""The buyer's own side, who offer nothing."""
_AMOUNT = re.compile(
    r"(?<![\w.])\W?(\d(?:[\d,]*\d)?(?:\.\d{1,3})?)"
    r"(?![\w%]|[.,]\d|\s*-?\s*(?:years?|days?|weeks?|months?|hours?|pieces?|in stock|left|of (?:them|those))\b)"
)
_BELOW = re.compile(r"(?: each)?,? (?:cheaper|less|lower|below|under)\b", re.IGNORECASE)
"""What makes an amount one that the other is below whoever hears it."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


class Told(NamedTuple):
    """What is told of somebody else: a price in minor units (0: none), or that somebody is cheaper."""

    price: int = 0
    is_cheaper: bool = False


NOTHING = Told()


def rival_price(text: str, currency: Currency, asked: int = 0) -> int:
    """The price, in minor units, that the line says somebody else gave; 0 where it says none. `asked` is what whoever
    hears it asks, from which "20 cents cheaper" counts, and near which a price has to be; 0 where it asks nothing."""
    return told_in(text, currency, asked).price


def may_tell(text: str) -> bool:
    """Whether there may be something of that kind in the line; in most there is not."""
    return bool(_TELLS.search(text) or _TO_MEET.search(text) or _CHEAPER.search(text))


def told_in(text: str, currency: Currency, asked: int = 0) -> Told:
    """What the line tells of somebody else, of several prices the lowest."""
    found = [told for sentence in _SENTENCE.split(text) if (told := _told(sentence, currency, asked)) != NOTHING]
    prices = [told.price for told in found if told.price]
    return Told(min(prices)) if prices else Told(is_cheaper=bool(found))


def _told(sentence: str, currency: Currency, asked: int) -> Told:
    told = _TELLS.search(sentence)
    if (told and not _is_unsaid(sentence, told.start())) or (told := _TO_MEET.search(sentence)):
        amounts = list(_AMOUNT.finditer(sentence))
        after = [each for each in amounts if each.start() >= told.end()]
        for each in after or amounts[-1:]:
            if price := _price(sentence, each, currency, asked):
                return Told(price)
    cheaper = _CHEAPER.search(sentence)
    return Told(is_cheaper=bool(cheaper) and not _is_unsaid(sentence, cheaper.start() if cheaper else 0))


def _is_unsaid(sentence: str, at: int) -> bool:
    return bool(_NOT_SAID.search(sentence[:at]) or _MINE.search(sentence[:at]))


def _price(sentence: str, amount: re.Match[str], currency: Currency, asked: int) -> int:
    price = parse_money(amount[1], currency) or 0
    if _BELOW.match(sentence, amount.end()):
        return max(0, asked - price)
    return price if not asked or asked <= 5 * price <= 15 * asked else 0
