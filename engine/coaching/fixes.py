"""What to mend: at most two lines of the rep that others would have done better than."""

from collections.abc import Iterator, Sequence
from itertools import islice

from engine.coaching.counterfactual import Otherwise, otherwise
from engine.coaching.look import Found, Look, Tip
from engine.coaching.sameness import says_as_much
from engine.coaching.tips import TIPS
from engine.scoring.record import quote_of
from engine.scoring.rubric import CENTI, GOOD_ENOUGH
from engine.scoring.verdict import Advice, Verdict
from engine.strict.wording import terms_in_words
from engine.terms.money import whole_money

MOST_FIXES = 2
RIGHT_WHATEVER_IT_COSTS = (
    "insult", "false_claim", "deal_breaker", "offered_beyond_limit", "pressure", "denigration", "bare_payment",
)  # fmt: skip
"""Tips that are given even where the better line would have earned no more; what it would have is left unsaid then."""
_ALL_OF_IT = ("deal_breaker", "bad_deal", "walked_from_a_good_deal")
"""Tips on what lost all points of the outcome."""
_AT_THE_PRICE = (
    "below_theirs", "took_the_first", "bid_against_yourself", "huge_cut", "rising_concessions",
    "unconditional_concession", "soft_anchor",
)  # fmt: skip
"""Tips on what gave away at the price of a deal: the first that finds something weighs with what was not kept."""
_COSTLY = {"pressure": "trust", "claims": "claims"}
"""By check, the one on which its fault costs more: who is pressed trusts less, and one false claim taints the rest.

Who is pressed all the time hardly moves either: that weighs with what was not kept as well."""
LEAVING = ("bad_deal",)
TAKING = ("walked_from_a_good_deal", "below_theirs")
"""Tips whose better line takes a deal, which has to come off."""
SIGNING = ("walked_from_a_good_deal", "buying_signal_without_ask", "never_asked", "no_deal_sought")
"""Tips that send the rep the other way: beside one of the first none of these is given."""


def fixes(look: Look, verdict: Verdict) -> tuple[Advice, ...]:
    """The one or two tips that weigh most, conduct before all others, each on another check and another line.

    A better line that would have ended otherwise and earned no more is no better line, and is left out, as is one that
    the rep had just said, and one that sends the rep the other way than a tip before it. Empty where little was lost; a
    run that did not pass has one all the same, on the conduct that weighs most, whatever it would have earned now.
    """
    found = tuple(_by_weight(look, verdict))
    chosen = _best(look, found)
    if chosen or verdict.passed:
        return chosen
    lessons = ((tip, each) for tip, each in found if tip.id not in SIGNING and not _was_said(look, each))
    return tuple(_advice(look, tip, each, None) for tip, each in islice(lessons, 1))


def _best(look: Look, tips: Sequence[tuple[Tip, Found]]) -> tuple[Advice, ...]:
    chosen: list[Advice] = []
    for tip, found in tips:
        if len(chosen) == MOST_FIXES:
            break
        if any(tip.check == advice.check or _quote(found) == advice.quote for advice in chosen):
            continue
        if _was_said(look, found) or _is_opposed(tip, chosen):
            continue
        changed = otherwise(look.negotiation, found.turn, found.better, before=found.before, after=found.after)
        if changed is None or _is_no_worse(look, tip, found, changed):
            chosen.append(_advice(look, tip, found, changed))
        elif tip.id in RIGHT_WHATEVER_IT_COSTS:
            chosen.append(_advice(look, tip, found, None))
    return tuple(chosen)


def _is_no_worse(look: Look, tip: Tip, found: Found, changed: Otherwise) -> bool:
    """Whether the better line earns more, or changes nothing of how it ended; asking to sign must end in a deal.

    Who gives less at the price is no worse off where the talk only goes on, nor who says one line more: what would
    follow was never said.
    """
    if changed.goes_on and found.after:
        return True
    if changed.goes_on and tip.id in _AT_THE_PRICE and tip.id not in TAKING:
        return True
    if tip.id in TAKING and changed.terms is None:
        return False
    if changed.terms == look.negotiation.agreed:
        return True
    return changed.gain > 0 and not (tip.id in SIGNING and changed.terms is None)


def _is_opposed(tip: Tip, chosen: list[Advice]) -> bool:
    given = {advice.tip for advice in chosen}
    other = SIGNING if tip.id in LEAVING else LEAVING if tip.id in SIGNING else ()
    return not given.isdisjoint(other)


def _was_said(look: Look, found: Found) -> bool:
    """Whether the rep's line, or one before it, says what the better one would."""
    return any(says_as_much(turn.said.text, found.better) for turn in look.turns[: found.turn.number + 1])


def _by_weight(look: Look, verdict: Verdict) -> Iterator[tuple[Tip, Found]]:
    """The tips that the run calls for, what weighs most first; of equal ones as they stand in the list."""
    costly = _at_the_price(look)
    weighed = [(_weight(tip, verdict, costly), place, tip) for place, tip in enumerate(TIPS)]
    for weight, _, tip in sorted(weighed, key=lambda entry: (-entry[0], entry[1])):
        found = tip.find(look) if weight else None
        if found is not None:
            yield tip, found


def _at_the_price(look: Look) -> str:
    """Id of the tip that is on what was not kept of a deal; empty where none is, and of a deal beyond the limit."""
    agreed = look.negotiation.agreed
    is_good = agreed is not None and look.scenario.rep.interests.surplus(agreed) >= 0
    tips = {tip.id: tip for tip in TIPS} if is_good else {}
    return next((one for one in _AT_THE_PRICE if one in tips and tips[one].find(look) is not None), "")


def _weight(tip: Tip, verdict: Verdict, costly: str) -> int:
    """Centipoints that the tip is worth, with what its fault costs elsewhere; conduct stands above all points."""
    check = verdict.check(tip.check)
    lost = _lost(verdict, tip.check)
    is_worth_a_word = lost >= CENTI and (check.centi or 0) < GOOD_ENOUGH * check.of
    weight = lost if is_worth_a_word else tip.least
    if tip.id in _ALL_OF_IT:
        weight += sum(_lost(verdict, check) for check in ("claim", "pie", "balance"))
    is_hardly_moved = tip.id == "pressure" and check.centi == 0 and costly
    if (tip.id == costly and weight and tip.check != "claim") or is_hardly_moved:
        weight += _lost(verdict, "claim")
    if tip.check in _COSTLY and lost:
        weight += _lost(verdict, _COSTLY[tip.check])
    return weight + 100 * CENTI if tip.check == "conduct" and lost else weight


def _lost(verdict: Verdict, check_id: str) -> int:
    """Centipoints that the check lost; 0 where it was not observed."""
    check = verdict.check(check_id)
    return 0 if check.centi is None else check.of * CENTI - check.centi


def _quote(found: Found) -> str:
    return found.sentence or quote_of(found.turn, *found.acts)


def _advice(look: Look, tip: Tip, found: Found, changed: Otherwise | None) -> Advice:
    return Advice(
        check=tip.check,
        title=tip.title,
        quote=_quote(found),
        ref=found.turn.said.ref,
        why=found.why,
        better=found.better,
        tip=tip.id,
        gain=changed.gain if changed is not None and _is_worth_showing(look, changed) else None,
        otherwise=_in_words(look, found, changed) if changed is not None and _is_worth_showing(look, changed) else "",
    )


def _is_worth_showing(look: Look, changed: Otherwise) -> bool:
    """Whether what came of the better line is something to aim for: a deal within the rep's limit.

    That a bad deal would have been lost on the way is no gain of the line's.
    """
    own = look.scenario.rep.interests
    return changed.terms is not None and own.surplus(changed.terms) >= 0


def _in_words(look: Look, found: Found, changed: Otherwise) -> str:
    """The deal that came of it when the run was played again with the better line; empty where it was the same one."""
    scenario = look.scenario
    if changed.terms is None or changed.terms == look.negotiation.agreed:
        return ""
    money = whole_money(abs(changed.gain), scenario.currency)
    place = " before it" if found.before else " after it" if found.after else ""
    again = f"Played again with this line{place} and your others as they were:"
    deal = terms_in_words(scenario, changed.terms)
    return f"{again} a deal at {deal}, {money} {'better' if changed.gain > 0 else 'worse'} for you."
