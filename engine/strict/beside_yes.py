"""What is said together with a yes: answers and thanks, and nothing that speaks against what it says yes to."""

from collections.abc import Iterable

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.strict.answered_elsewhere import CHOOSE
from engine.strict.part import Part, Step, without_unsaid
from engine.terms.terms import Terms

_LEFT_TO_A_YES = (
    "BURDEN", "TRADE_LOW", "THANKS_ADD_ON", "SUITS", "WOULD_HELP", "AS_NEEDED", "MORE_THAN_NEEDED", "WOULD_COST",
    "TOO_FEW", "NEEDS_PRICE", "BECAUSE", CHOOSE, "NO_DOUBTS",
)  # fmt: skip
"""What is not said of the terms or parts of them together with a yes that names them all."""

_UNLIKE_A_YES = ("BURDEN", "TRADE_LOW", "MORE_THAN_NEEDED", "WOULD_COST", "TOO_FEW", "NEEDS_PRICE", "BECAUSE", CHOOSE)
"""What is not said of the terms or parts of them together with a yes that only hangs on somebody."""


def beside_a_yes(
    negotiation: Negotiation, mood: Mood, parts: Iterable[Part], agreed: Terms | None, *, hangs: bool = False
) -> Step:
    """The parts that go with a yes to these terms; `hangs` where it still hangs on somebody.

    What is left out was not said: neither told nor, where it is a doubt, raised.
    """
    unlike = _UNLIKE_A_YES if hangs else _LEFT_TO_A_YES
    parts = [part for part in parts if part.act not in unlike]
    against = _against(negotiation, agreed, hangs=hangs)
    unsaid = {against[text] for part in parts if (text := part.told) in against}
    after = mood._replace(
        raised=without_unsaid(mood.raised, unsaid, negotiation.mood.raised),
        told=without_unsaid(mood.told, unsaid, negotiation.mood.told),
        hinted=without_unsaid(mood.hinted, unsaid, negotiation.mood.hinted),
    )
    return Step(after, tuple(part for part in parts if part.told not in against))


def _against(negotiation: Negotiation, agreed: Terms | None, *, hangs: bool) -> dict[str, str]:
    """What speaks against a yes, with the id of the doubt or fact: doubts, evasions, a stand on what is agreed."""
    scenario = negotiation.scenario
    named = {str(issue) for issue, _ in agreed.amounts} if agreed is not None else set()
    found = {fact.exact: fact.id for fact in scenario.facts if str(fact.topic) in named}
    if not hangs:
        found |= {doubt.raised: doubt.id for doubt in scenario.objections if doubt.id not in negotiation.mood.raised}
        found |= {fact.vague: fact.id for fact in scenario.facts}
    return {text: name for text, name in found.items() if text}
