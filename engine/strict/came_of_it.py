"""Whether the rep asks what came of a step: "so, what did Mark say?"."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Reading
from engine.strict.hooks import ASKING

IS_TO_COME = re.compile(
    r"\b(?:tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next|this) week|later"
    r"|(?:if|once|when|as soon as|until) (?:they|he|she|that|you|it|legal|finance)(?:'re|'s)?)\b",
    re.IGNORECASE,
)
"""Words of a line for a time that has not come yet."""
_HAS_COME = re.compile(
    r"\b(?:did|has|have|had|was|were|say|said|think|news|went|hear|heard|agreed?|ok|okay|fine|happy|answer|verdict|word|go"
    r"|board)\b|^\W*(?:and|so|well)?\W*$",
    re.IGNORECASE,
)
"""Words of a question how something went."""
_ASKS_OUTRIGHT = re.compile(
    r"\b(?:what|how) (?:did|does|has|have) \w+ (?:say|said|think|take|taken|feel|react|like|decide|decided)\b"
    r"|\b(?:did|have|has|were) \w+ (?:been able to |able to |already |yet )?(?:reach|reached|talk|talked|speak|spoken"
    r"|ask|asked|get hold|hear|heard|agree|agreed|sign off|signed off|say yes|said yes|get back)\b"
    r"|\b(?:is|are) (?!that\b|this\b|it\b|everything\b|you\b|we\b)\w+ (?:on board|with us|ok(?:ay)? with|fine with)"
    r"|\bany (?:news|word) from\b|\bheard (?:back|from)\b",
    re.IGNORECASE,
)
"""Words that ask how somebody took it, whatever else the line says."""


def asks_what_came_of_it(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line asks how a step went that was arranged, or that the counterpart said that it would take.

    Where nobody arranged it, or the line says more, it must ask in so many words.
    """
    line, mood = negotiation.lines[-1].text, negotiation.mood
    is_of_other_terms = _names_other_terms(negotiation, reading)
    if not (mood.arranged or _is_checking(negotiation)) or (is_of_other_terms and mood.pending is not None):
        return False
    if _ASKS_OUTRIGHT.search(line) is not None:
        return True
    if is_of_other_terms or not mood.arranged or reading.offers or IS_TO_COME.search(line) is not None:
        return False
    if not reading.acts:
        return line.rstrip().endswith("?")
    asked = [read for read in reading.acts if read.act in ASKING]
    is_open = all(read.topic is None or read.guessed for read in asked)
    return bool(asked) and is_open and all(_HAS_COME.search(read.span.text) for read in asked)


def _is_checking(negotiation: Negotiation) -> bool:
    """Whether it has said of terms that it would sign that it must ask somebody first."""
    mood = negotiation.mood
    return mood.pending is not None and bool(set(mood.named_gates) - set(mood.opened_gates))


def _names_other_terms(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line puts up a price that is not the one it would sign."""
    pending, price = negotiation.mood.pending, negotiation.scenario.price_issue.id
    prices = [offer.amount for offer in reading.offers if offer.issue == price]
    return bool(prices) and (pending is None or any(amount != pending.amount(price) for amount in prices))
