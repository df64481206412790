"""What to keep and what to mend: one thing well done, and at most two lines that would have done better."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from engine.negotiation.negotiation import Negotiation
from engine.scoring.inquiry import GOOD_ENOUGH, weightiest_unlearnt
from engine.scoring.record import turns_of
from engine.scoring.rubric import CENTI
from engine.scoring.verdict import Advice, Checked
from engine.scoring.zone import joint_gain, zone_of
from engine.terms.money import format_money

MOST_FIXES = 2
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
    """The one or two checks that cost most and can be mended by a line, conduct before all others.

    Empty where nothing much was lost.
    """
    is_sound = negotiation.agreed is not None and negotiation.scenario.rep.interests.surplus(negotiation.agreed) >= 0
    mendable = BETTER.keys() - (set() if is_sound else {"pie"})
    lost = [check for check in checks if check.id in mendable and check.quote and _is_worth_a_word(check)]
    lost.sort(key=lambda check: (check.id != "conduct", -_lost(check), checks.index(check)))
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


def _ask_about_the_weightiest(negotiation: Negotiation) -> str:
    fact = weightiest_unlearnt(negotiation)
    return fact.ask if fact is not None and fact.ask else "What matters most to you in this, and why?"


def _answer_the_doubt(negotiation: Negotiation) -> str:
    """An answer to the first doubt left open, from the product sheet where that has one."""
    scenario, mood = negotiation.scenario, negotiation.mood
    sheet = dict(scenario.product.facts)
    left = (doubt for doubt in scenario.objections if doubt.id in mood.raised and doubt.id not in mood.settled)
    doubt = next(left, None)
    topics = doubt.answered_by if doubt is not None else ()
    fact = next((sheet[topic] for topic in topics if topic in sheet), None)
    answer = fact or "What would you need to see to be easy about it?"
    return f"I can see why that worries you. {answer}"


def _hold_to_the_limit(negotiation: Negotiation) -> str:
    if not negotiation.rep_offers:
        return _list_price_with_reason(negotiation)
    if negotiation.agreed is None:
        return "Before we leave it: what would it take for you to sign today?"
    return "I cannot sell at that price. If it is the most you can do, let us leave it here as friends."


def _list_price_with_reason(negotiation: Negotiation) -> str:
    """The list price, after the fact of the sheet that the counterpart needs most."""
    scenario = negotiation.scenario
    price = format_money(scenario.product.list_price, scenario.currency)
    sheet = dict(scenario.product.facts)
    wanted = next((sheet[need] for need, _ in scenario.needs if need in sheet), next(iter(sheet.values()), ""))
    return f"{wanted} With all of that it is {price}." if wanted else f"It is {price}."


def _smaller_step(negotiation: Negotiation) -> str:
    """The largest step given, halved, and for something in return."""
    scenario = negotiation.scenario
    offers = [(turn.offer.amount(scenario.price_issue.id)) for turn in turns_of(negotiation) if turn.offer is not None]
    before, after = max(pairwise(offers), key=lambda pair: abs(pair[0] - pair[1]), default=(0, 0))
    grid = scenario.currency.grid
    halved = (before + after) // 2 // grid * grid
    if not before or halved in (before, after):
        return "I can come down a little if you can settle it this week. Can you?"
    return f"I can do {format_money(halved, scenario.currency)} if we can settle it this week. Can we?"


def _say_back(negotiation: Negotiation) -> str:
    """What the counterpart said that weighs most, said back to it."""
    facts = {fact.id: fact for fact in negotiation.scenario.facts}
    told = [facts[name] for name in negotiation.mood.told if facts[name].weight]
    best = max(told, key=lambda fact: fact.weight, default=None)
    return f"You said: “{best.exact}” Did I get that right?" if best else "What have I not understood yet?"


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
        "questions": lambda _: "Tell me more about that. What would it change for you?",
        "objections": _answer_the_doubt,
        "anchor": _list_price_with_reason,
        "concessions": _smaller_step,
        "packages": _trade_an_extra,
        "limit": _hold_to_the_limit,
        "pie": _trade_an_extra,
        "close": lambda _: "If that is right for you, shall we write it up now?",
        "trust": lambda _: "That makes sense. What have I not asked you yet?",
        "pressure": lambda _: "Take the time you need. What would help you to decide?",
        "heard": _say_back,
        "claims": lambda _: "I can stand behind what I have in writing; for the rest, let me find out.",
        "payments": lambda _: "Let me give you the payment with its rate, its term and the total, side by side.",
        "conduct": lambda _: "I am sorry, that was out of place. Can we start again?",
    }
)
"""The better line for each check that a line can mend."""

PRAISE: Mapping[str, str] = MappingProxyType(
    {
        "discovery": "You asked early, and it told you what they would not have said by themselves.",
        "questions": "This left them room to tell you more than a yes or no.",
        "objections": "You took the doubt seriously instead of arguing with it.",
        "anchor": "You opened with room to move.",
        "concessions": "You gave in small steps, each for a reason.",
        "packages": "You put in something that is worth more to them than it costs you.",
        "close": "You asked for the decision in plain words.",
        "trust": "Lines like this one made them trust you more.",
        "heard": "You showed them that you had listened.",
    }
)
"""What to say of each check that can be kept."""
