"""Outcome, 40 points: what the deal is worth, against what this seed had to give.

The claim, what is held for both and the balance are measured in the field of the reference reps on the same seed: how
far one can come there no zone tells.
"""

from collections.abc import Iterator, Sequence

from engine.negotiation.events import Reason
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scenario.scenario import IssueKind, Scenario
from engine.scoring.extras import counting_extras, left_out_in_words, loss_in_words, turned_down
from engine.scoring.field import Field
from engine.scoring.record import Turn, over_what, quote_of, turns_of
from engine.scoring.rubric import CENTI, check_of
from engine.scoring.verdict import Finding
from engine.scoring.zone import Zone, joint_gain, joint_loss, joint_surplus, zone_of
from engine.terms.money import whole_money
from engine.terms.terms import Terms


def outcome(negotiation: Negotiation, turns: Sequence[Turn], field: Field) -> tuple[Finding, ...]:
    """What the checks of the outcome found; `field` is that of the run's scenario."""
    zone = zone_of(negotiation.scenario)
    if negotiation.agreed is not None:
        findings = _of_deal(negotiation, zone, negotiation.agreed, field)
    elif zone.exists:
        findings = _of_missed_deal(negotiation, zone)
    else:
        findings = _of_no_zone(negotiation, turns)
    return tuple(_with_words(negotiation, finding, turns) for finding in findings)


def _full(check: str) -> int:
    return check_of(check).points * CENTI


def share(check: str, part: int, whole: int) -> int:
    """Centipoints of the check for `part` of `whole`, never below 0 nor above all of them."""
    return _full(check) * max(0, min(part, whole)) // max(1, whole)


def _with_words(negotiation: Negotiation, finding: Finding, turns: Sequence[Turn]) -> Finding:
    """The finding on the line that settled the outcome: the last that put up what was agreed, else the rep's last."""
    settling = [turn for turn in turns if turn.offer is not None and turn.offer == negotiation.agreed]
    witness = next(reversed(settling or turns), None)
    if witness is None:
        return finding
    return finding._replace(quote=quote_of(witness), ref=witness.said.ref)


def _of_deal(negotiation: Negotiation, zone: Zone, agreed: Terms, field: Field) -> tuple[Finding, ...]:
    scenario = negotiation.scenario
    own = scenario.rep.interests.surplus(agreed)
    theirs = scenario.counterpart.interests.surplus(agreed)
    money = whole_money(abs(own), scenario.currency)
    room, joint = max(1, zone.room), joint_surplus(scenario, agreed)
    if own < 0:
        note = f"The deal is {money} worse than your limit{counting_extras(scenario, agreed)}."
        return tuple(Finding(check, 0, note) for check in ("claim", "pie", "balance", "limit"))
    reached = share("pie", *field.share_of_pie(joint, room))
    unbeaten = reached == _full("pie") and joint < room
    more = " No reference rep reached more for the two of you." if unbeaten else ""
    pie = Finding("pie", reached, _pie_note(negotiation, zone, agreed) + more)
    their_gain = whole_money(max(0, theirs), scenario.currency)
    balance = f"You came out {money} ahead of your limit, they {their_gain} ahead of theirs."
    return (
        Finding("claim", share("claim", *field.share(own, room)), _claim_note(scenario, field, own)),
        pie,
        Finding("balance", share("balance", *field.share_of_balance(own, theirs, room)), balance),
        Finding(
            "limit", _full("limit"), f"The deal is {money} better than your limit{counting_extras(scenario, agreed)}."
        ),
    )


def _claim_note(scenario: Scenario, field: Field, own: int) -> str:
    standing = field.standing(own)
    kept, best, naive = (whole_money(amount, scenario.currency) for amount in (own, standing.best, standing.naive))
    return (
        f"You kept {kept}. Of {standing.reps} reference reps with the same counterpart, the best kept {best}, and one "
        f"who does nothing but discount kept {naive}."
    )


def _pie_note(negotiation: Negotiation, zone: Zone, agreed: Terms) -> str:
    scenario = negotiation.scenario
    missed = [scenario.issue(extra) for extra in zone.extras if not agreed.amount(extra)]
    refused = turned_down(scenario, turns_of(negotiation))
    if missed:
        best = max(missed, key=lambda issue: (issue.id not in refused, joint_gain(scenario, issue)))
        if best.id in refused:
            worth = whole_money(joint_gain(scenario, best), scenario.currency)
            return f"They turned down {best.phrase}, which would have been worth {worth} more to the two of you."
        return left_out_in_words(scenario, best)
    held = [(issue, agreed.amount(issue.id)) for issue in scenario.issues if issue.kind is not IssueKind.PRICE]
    lossy = [(issue, amount) for issue, amount in held if amount and joint_loss(scenario, issue, amount) > 0]
    if lossy:
        return loss_in_words(scenario, *max(lossy, key=lambda each: joint_loss(scenario, *each)))
    return "Everything that is worth more to them than it costs you is in the deal."


def _of_missed_deal(negotiation: Negotiation, zone: Zone) -> tuple[Finding, ...]:
    money = whole_money(zone.room, negotiation.scenario.currency)
    over = over_what(negotiation)
    why = f": they left over {over}, after they had warned you" if over else ""
    note = f"There was {money} of room between the two limits, and no deal{why}."
    return tuple(Finding(check, 0, note) for check in ("claim", "pie", "balance", "limit"))


def _of_no_zone(negotiation: Negotiation, turns: Sequence[Turn]) -> tuple[Finding, ...]:
    """No deal was to be had: leaving is the win, once both sides have named a price and the rep could know it.

    Half of it is lost by an offer beyond the own limit, which they could have taken, and half of the rest by stopping
    while they were still moving.
    """
    why = "There was no room for a deal, so it could not be observed."
    unseen = tuple(Finding(check, None, why) for check in ("claim", "pie", "balance"))
    if not (negotiation.rep_offers and negotiation.counterpart_offers):
        note = "No deal was to be had, but you left before both of you had named a price."
        return (*unseen, Finding("limit", 0, note))
    faults = [*_offered_too_much(negotiation, turns), *_stopped_early(negotiation, turns)]
    note = "Their limit and yours do not meet, so leaving without a deal was right."
    if faults:
        note = f"Their limit and yours do not meet, so no deal was right; but {', and '.join(faults)}."
    return (*unseen, Finding("limit", _full("limit") >> len(faults), note))


def _offered_too_much(negotiation: Negotiation, turns: Sequence[Turn]) -> Iterator[str]:
    worst = furthest_beyond_limit(negotiation.scenario, turns)
    if worst is not None and worst.offer is not None:
        yield f"you offered {beyond_in_words(negotiation.scenario, worst.offer)}, which they could have taken"


def furthest_beyond_limit(scenario: Scenario, turns: Sequence[Turn]) -> Turn | None:
    """The turn whose offer lies furthest beyond the rep's own limit; None where none does."""
    own = scenario.rep.interests
    beyond = [(own.surplus(turn.offer), turn) for turn in turns if turn.offer is not None]
    return min(beyond, key=lambda each: each[0])[1] if beyond and min(each[0] for each in beyond) < 0 else None


def beyond_in_words(scenario: Scenario, terms: Terms) -> str:
    """How far the terms lie beyond the rep's limit: "$400 worse than your own limit, after paying for the mats"."""
    money = whole_money(-scenario.rep.interests.surplus(terms), scenario.currency)
    return f"{money} worse than your own limit{counting_extras(scenario, terms)}"


def _stopped_early(negotiation: Negotiation, turns: Sequence[Turn]) -> Iterator[str]:
    """Who just stops, though they moved in their last answer and gave no warning, cannot know that it is the end."""
    if negotiation.reason not in (Reason.ENDED_BY_REP, Reason.INACTIVITY) or negotiation.mood.warned:
        return
    price = negotiation.scenario.price_issue.id
    theirs = [offer.terms.amount(price) for offer in negotiation.counterpart_offers]
    holds = len(theirs) > 1 and theirs[-1] == theirs[-2]
    if not holds and not turns[-1].reading.has(Act.WALK, Act.REJECT):
        yield "you stopped in the middle of it, before you could know"
