"""What a buyer's line says that somebody else gave."""

import re

from engine.terms.money import Currency, parse_money

_ANOTHER = re.compile(
    r"\b(?:(?<!you )(?:said|quoted|charges|gave me|wants|asks|sells)|another|others?|somebody|someone|elsewhere|"
    r"they(?:'re| are)?(?: would| will| can| have)? (?:asks?|asking|at|do|go|want|offer|offered|charge|sell|gave|give|"
    r"quote|quoted|said|let)|"
    r"competitors?|offers|offered|to match|to beat|(?:have|has|had|got|received) (?:an?|another|one) (?:\w+ )?"
    r"(?:offer|quote|price|bid)|(?:can|could) (?:get|have|buy) (?:it|them|that|these|those))\b",
    re.IGNORECASE,
)
"""Words that tell of somebody else's price."""
_AMOUNT = re.compile(
    r"(?<![\w.])\W?(\d[\d,]*(?:\.\d{1,3})?)(?![\w%]|\s*-?\s*(?:years?|days?|weeks?|months?|hours?|pieces?)\b)"
)
_BELOW = re.compile(r"(?: each)?,? (?:cheaper|less|lower|below|under)\b", re.IGNORECASE)
"""What makes an amount one that the other is below whoever hears it."""
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


def rival_price(text: str, currency: Currency, asked: int = 0) -> int:
    """The price, in minor units, that the line says somebody else gave; 0 where it says none. `asked` is what whoever
    hears it asks, from which "20 cents cheaper" counts."""
    for sentence in _SENTENCE.split(text):
        told = _ANOTHER.search(sentence)
        amounts = list(_AMOUNT.finditer(sentence)) if told else []
        if told and amounts:
            nearest = next((each for each in amounts if each.start() >= told.end()), amounts[-1])
            price = parse_money(nearest[1], currency) or 0
            return max(0, asked - price) if _BELOW.match(sentence, nearest.end()) else price
    return 0
