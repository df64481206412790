"""What to keep and what to mend: one thing well done, and at most two lines that would have done better."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Fact, Scenario
from engine.scoring.inquiry import discoverable
from engine.scoring.rubric import CENTI
from engine.scoring.verdict import Advice, Checked
from engine.scoring.zone import joint_gain, zone_of
from engine.terms.money import format_money

MOST_FIXES = 2
GOOD_ENOUGH = 80
"""Percent of a check's points from which there is nothing to mend."""
WELL_DONE = 70
"""Percent of a check's points from which it can be the thing to keep."""


def keep(checks: Sequence[Checked]) -> Advice | None:
    """The check with words of the rep's own that it did best at, the heavier one first; None where none went well."""
    good = [check for check in checks if check.id in PRAISE and check.quote and _percent(check) >= WELL_DONE]
    if not good:
        return None
    best = max(good, key=lambda check: (_percent(check) * check.of, -checks.index(check)))
    return Advice(best.id, best.title, best.quote, best.ref, PRAISE[best.id])


def fixes(negotiation: Negotiation, checks: Sequence[Checked]) -> tuple[Advice, ...]:
    """The one or two checks that cost most and can be mended by a line; empty where nothing much was lost."""
    mendable = BETTER.keys() - ({"pie"} if negotiation.agreed is None else set())
    lost = [check for check in checks if check.id in mendable and check.quote and _is_worth_a_word(check)]
    lost.sort(key=lambda check: (-_lost(check), checks.index(check)))
    advice = (
        Advice(check.id, check.title, check.quote, check.ref, check.note, BETTER[check.id](negotiation))
        for check in lost
    )
    return tuple(advice)[:MOST_FIXES]


def _percent(check: Checked) -> int:
    return 0 if check.centi is None else check.centi // check.of


def _is_worth_a_word(check: Checked) -> bool:
    return _lost(check) >= CENTI and _percent(check) < GOOD_ENOUGH


def _lost(check: Checked) -> int:
    return 0 if check.centi is None else check.of * CENTI - check.centi


_TO_THEM = {"i": "you", "i'd": "you'd", "i'm": "you're", "me": "you", "my": "your"}


def _ask_about_the_weightiest(negotiation: Negotiation) -> str:
    fact = _unasked(negotiation)
    if fact is None:
        return "What matters most to you in this, and why?"
    return f"What can you tell me about {_called(negotiation.scenario, fact)}?"


def _unasked(negotiation: Negotiation) -> Fact | None:
    facts = [fact for fact in discoverable(negotiation.scenario).values() if fact.id not in negotiation.mood.told]
    return max(facts, key=lambda fact: fact.weight, default=None)


def _called(scenario: Scenario, fact: Fact) -> str:
    """How the rep would name the fact's topic: as the counterpart calls it, turned round."""
    words = dict(scenario.topics).get(fact.topic, ())
    name = words[0] if words else fact.topic.replace("_", " ")
    return " ".join(_TO_THEM.get(word.lower(), word) for word in name.split())


def _hold_to_the_limit(negotiation: Negotiation) -> str:
    if not negotiation.rep_offers:
        return _list_price_with_reason(negotiation)
    if negotiation.agreed is None:
        return "Before we leave it: what would it take for you to sign today?"
    return "I cannot sell at that price. If it is the most you can do, let us leave it here as friends."


def _list_price_with_reason(negotiation: Negotiation) -> str:
    product = negotiation.scenario.product
    price = format_money(product.list_price, negotiation.scenario.currency)
    return f"It is {price}, and here is what you get for that: {product.facts[0][1]}" if product.facts else price


def _trade_an_extra(negotiation: Negotiation) -> str:
    scenario = negotiation.scenario
    extras = [scenario.issue(extra) for extra in zone_of(scenario).extras]
    if not extras:
        return "I can move on the price if we settle it this week."
    best = max(extras, key=lambda issue: joint_gain(scenario, issue))
    return f"The price stays, and I would put in {best.phrase}. Would that help?"


BETTER: Mapping[str, Callable[[Negotiation], str]] = MappingProxyType(
    {
        "discovery": _ask_about_the_weightiest,
        "questions": lambda _: "What would have to be true for this to be an easy yes?",
        "objections": lambda _: "I can see why that worries you. What would you need to know to be easy about it?",
        "anchor": _list_price_with_reason,
        "concessions": lambda _: "I can come down a little if you can settle it this week. Can you?",
        "packages": _trade_an_extra,
        "limit": _hold_to_the_limit,
        "pie": _trade_an_extra,
        "close": lambda _: "If that is right for you, shall we write it up now?",
        "trust": lambda _: "That makes sense. What have I not asked you yet?",
        "pressure": lambda _: "Take the time you need. What would help you to decide?",
        "heard": lambda _: "So what I hear is that this matters most to you. Did I get that right?",
        "claims": lambda _: "What the sheet says, I can stand behind; for the rest, let me find out.",
        "payments": lambda _: "Let me give you the payment with its rate, its term and the total, side by side.",
        "conduct": lambda _: "I am sorry, that was out of place. Can we start again?",
    }
)
"""The better line for each check that a line can mend."""

PRAISE: Mapping[str, str] = MappingProxyType(
    {
        "discovery": "You asked before you offered.",
        "questions": "Your questions left room for real answers.",
        "objections": "You took the doubt seriously.",
        "anchor": "You opened where there was room to move.",
        "concessions": "Your steps were small and had reasons.",
        "packages": "You traded something besides the price.",
        "close": "You asked for the decision.",
        "trust": "You earned trust.",
        "heard": "You let them know that you had listened.",
    }
)
"""What to say of each check that can be kept."""
