"""Process, second half: the rep's conduct at the price."""

import re
from collections.abc import Sequence
from itertools import pairwise

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.scoring.content import content
from engine.scoring.deciding import decision_sought, only_takes
from engine.scoring.extras import counting_extras, is_quantity, listed_for
from engine.scoring.outcome import share
from engine.scoring.reasons import gives_options, has_reason, is_own
from engine.scoring.record import Turn, first_priced, quote_of, quote_of_issue, times, turn_putting_up
from engine.scoring.rubric import CENTI, check_of
from engine.scoring.verdict import Finding
from engine.scoring.worth import has_shown, what_was_shown
from engine.scoring.zone import zone_of
from engine.terms.money import format_money, whole_money
from engine.terms.terms import Terms

FULL_ANCHOR = 80
"""Percent of the way from the rep's limit to its aspiration that earns all points for a first price."""
MOST_REACH = 10_500
"""A first price beyond the list that is, with all that comes with it, further than this from 0, is fanciful."""
HUGE_CUT = 50
"""Percent of the way from the first price to the limit that is too much to give in one step."""
HARDLY_LARGER = 110
"""Percent of the step before it up to which a step is as good as equal to it."""
TIME_FOR_A_PRICE = 6
"""Turns of the rep within which a price is to be named."""
_UNHEARD = "No number of yours was taken for an offer."
_OFF_ANOTHER = re.compile(
    r"(?:\bpercent|%) (?:below|off|under|less|lower|cheaper|down)\b"
    r"|\b(?:keep|hold|stay|renew)\b[^.?!]{0,24}"
    r"\b(?:last year['’]?s price|price of last year|(?:same|current|old) price)\b"
    r"|(?:^|[.!?] )last year['’]?s price,",
    re.IGNORECASE,
)
"""A price told by another one: "5 percent below last year", "I'd keep the price of last year"."""


def dealing(negotiation: Negotiation, turns: Sequence[Turn]) -> tuple[Finding, ...]:
    """What the checks of anchor, concessions, packages and close found."""
    offers = [turn for turn in turns if turn.offer is not None]
    if not offers:
        why = _UNHEARD if _has_named_money(negotiation, turns) else "You named no price."
        unseen = tuple(Finding(check, None, why) for check in ("concessions", "packages"))
        return (_unnamed(negotiation, turns), *unseen, _close(negotiation, turns))
    return (
        _anchor(negotiation, turns),
        _concessions(negotiation.scenario, turns, offers),
        _packages(negotiation, turns, offers),
        _close(negotiation, turns),
    )


def _unnamed(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    """No anchor: unseen in a talk that was cut short, nothing in one that had time enough for a price."""
    if _has_named_money(negotiation, turns):
        return Finding("anchor", None, _UNHEARD)
    if not _never_priced(negotiation, turns):
        return Finding("anchor", None, "You named no price.")
    return Finding("anchor", 0, "You talked long enough, and named no price.", quote_of(turns[-1]), turns[-1].said.ref)


def _never_priced(negotiation: Negotiation, turns: Sequence[Turn]) -> bool:
    return len(turns) >= TIME_FOR_A_PRICE and not negotiation.rep_offers


def _has_named_money(negotiation: Negotiation, turns: Sequence[Turn]) -> bool:
    """Whether a line names a price of the rep's own, or what may be one, though none was taken for an offer."""
    price = negotiation.scenario.price_issue.id
    named = (offer.issue for turn in turns for offer in turn.reading.offers if is_own(offer))
    doubted = (doubt.issue for turn in turns for doubt in turn.reading.doubts)
    if negotiation.rep_offers:
        return False
    return price in (*named, *doubted) or any(_OFF_ANOTHER.search(turn.said.text) for turn in turns)


def _anchor(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    first = first_priced(turns)
    if first is None or first.offer is None:
        return Finding("anchor", None, "You named no price.")
    reach = negotiation.scenario.rep.interests.utility(first.offer)
    if reach > MOST_REACH and _is_beyond_list(negotiation.scenario, first.offer):
        words = (quote_of(first, Act.QUOTE, Act.COUNTER), first.said.ref)
        listed = format_money(listed_for(negotiation.scenario, first.offer), negotiation.scenario.currency)
        return Finding("anchor", 0, f"Your first price was beyond the list, {listed}, which costs belief.", *words)
    height = share("anchor", reach, 100 * FULL_ANCHOR) * 3 // 4
    is_shown = has_shown(negotiation.scenario, turns[: first.number + 1])
    reason = check_of("anchor").points * CENTI // 4 if is_shown else 0
    room = negotiation.scenario.rep.interests.surplus(first.offer)
    money = whole_money(abs(room), negotiation.scenario.currency)
    note = f"You opened {money} {'better' if room >= 0 else 'worse'} than your limit"
    note += counting_extras(negotiation.scenario, first.offer)
    note += what_was_shown(negotiation.scenario, turns[: first.number + 1], named=is_shown)
    return Finding("anchor", height + reason, note, quote_of(first, Act.QUOTE, Act.COUNTER), first.said.ref)


def _is_beyond_list(scenario: Scenario, terms: Terms) -> bool:
    """Whether the price alone asks for more than the list, whatever else in the terms is worth something to the rep."""
    price = scenario.price_issue.id
    return -scenario.direction * (terms.amount(price) - listed_for(scenario, terms)) > 0


def _value(scenario: Scenario, terms: Terms | None) -> int:
    return scenario.rep.interests.value(terms) if terms is not None else 0


def given(scenario: Scenario, earlier: Turn, later: Turn) -> int:
    """Minor units of its own value that the rep gave from one offer to the next; negative where it took back."""
    return _value(scenario, earlier.offer) - _value(scenario, later.offer)


def takes_back(scenario: Scenario, earlier: Turn, later: Turn) -> bool:
    """Whether the rep asks for more than before by the price, or leaves out what it had put in.

    To ask for something in return takes nothing back, nor does the list price of pieces that come on top.
    """
    if earlier.offer is None or later.offer is None or given(scenario, earlier, later) >= 0:
        return False
    price = scenario.price_issue.id
    grown = max(0, listed_for(scenario, later.offer) - listed_for(scenario, earlier.offer))
    dearer = -scenario.direction * (later.offer.amount(price) - earlier.offer.amount(price) - grown) > 0
    own = scenario.rep.interests
    put_in = [issue for issue, amount in earlier.offer.amounts if own.stake(issue).value(amount) < 0]
    return dearer or any(not later.offer.amount(issue) for issue in put_in if issue != price)


def _concessions(scenario: Scenario, turns: Sequence[Turn], offers: Sequence[Turn]) -> Finding:
    steps = steps_of(scenario, turns, offers)
    raised = next((later for earlier, later in pairwise(offers) if takes_back(scenario, earlier, later)), None)
    if not steps:
        return Finding("concessions", None, _none_made(scenario, offers))
    if raised is not None and _undone(scenario, offers, raised):
        words = (quote_of(raised, Act.COUNTER, Act.QUOTE), raised.said.ref)
        return Finding("concessions", 0, "You took an offer back, and came down from there again.", *words)
    third = check_of("concessions").points * CENTI // 3
    answered = [turn for turn, _ in steps if not bids_against_itself(turns, offers, turn)]
    smaller = [turn for turn, step in steps if _is_measured(scenario, offers, steps, turn, step)]
    reasoned = [turn for turn, _ in steps if has_reason(scenario, turns, turn)]
    centi = sum(third * len(good) // len(steps) for good in (answered, smaller, reasoned))
    failed = [turn for turn, _ in steps if turn not in answered or turn not in smaller or turn not in reasoned]
    witness = max(failed or [steps[0][0]], key=dict(steps).__getitem__)
    faults = (
        (len(steps) - len(answered), "though they had not moved"),
        (len(steps) - len(smaller), "by more than a measured step"),
        (len(steps) - len(reasoned), "without a reason or anything in return"),
    )
    told = [f"{'each time' if count == len(steps) else times(count)} {fault}" for count, fault in faults if count]
    is_lower = all(_moved_in(scenario, offers, turn) > 0 for turn, _ in steps)
    note = _conceding(len(steps), told, "came down" if is_lower else "gave way")
    return Finding("concessions", centi, note, quote_of(witness, Act.CONCEDE, Act.COUNTER, Act.QUOTE), witness.said.ref)


def steps_of(scenario: Scenario, turns: Sequence[Turn], offers: Sequence[Turn]) -> list[tuple[Turn, int]]:
    """The rep's concessions in order, each with the minor units of its own value that it gave.

    To leave out what they had just turned down gives them nothing.
    """
    moves = ((later, given(scenario, earlier, later)) for earlier, later in pairwise(offers))
    return [(turn, step) for turn, step in moves if step > 0 and not _only_drops_the_refused(scenario, turns, turn)]


def _only_drops_the_refused(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether all that the offer changes is to leave out what they had left out of their own."""
    before = next((each.offer for each in reversed(turns[: turn.number]) if each.offer is not None), None)
    theirs = next((each.answer for each in reversed(turns[: turn.number]) if each.answer is not None), None)
    now = turn.offer
    if before is None or theirs is None or now is None:
        return False
    changed = [issue.id for issue in scenario.issues if before.amount(issue.id) != now.amount(issue.id)]
    return bool(changed) and not any(now.amount(issue) or theirs.amount(issue) for issue in changed)


def _none_made(scenario: Scenario, offers: Sequence[Turn]) -> str:
    """That no offer gave anything; where the price did move, that it was for as much in return."""
    price = scenario.price_issue.id
    pairs = [(earlier.offer, later.offer) for earlier, later in pairwise(offers)]
    moved = [(one, other) for one, other in pairs if one is not None and other is not None]
    if any(scenario.direction * (other.amount(price) - one.amount(price)) > 0 for one, other in moved):
        return "You moved in price only for terms that are worth as much to you, which is no concession."
    return "You made no concession."


def _undone(scenario: Scenario, offers: Sequence[Turn], raised: Turn) -> bool:
    """Whether the rep asked for more than before and then came down again: steps that it had made room for itself."""
    after = [turn for turn in offers if turn.number > raised.number]
    return any(given(scenario, raised, turn) > 0 for turn in after)


def _conceding(steps: int, faults: Sequence[str], did: str) -> str:
    if not faults:
        each = "each time " if steps > 1 else ""
        return f"You {did} {times(steps)}, {each}by a measured step and not by the price alone."
    if steps == 1:
        return f"You {did} {' and '.join(fault.removeprefix('each time ') for fault in faults)}."
    return f"You {did} {times(steps)}: {', '.join(faults)}."


def bids_against_itself(turns: Sequence[Turn], offers: Sequence[Turn], turn: Turn) -> bool:
    """Whether the turn lowers the rep's own offer though the counterpart made none since the last one."""
    earlier = [offer.number for offer in offers if offer.number < turn.number]
    return bool(earlier) and not any(between.answer is not None for between in turns[earlier[-1] : turn.number])


def takes_their_price(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the turn's price is the one that the counterpart last put up: whoever takes it gives for nothing else."""
    theirs = next((each.answer for each in reversed(turns[: turn.number]) if each.answer is not None), None)
    price = scenario.price_issue.id
    return theirs is not None and turn.offer is not None and turn.offer.amount(price) == theirs.amount(price)


def _is_measured(
    scenario: Scenario, offers: Sequence[Turn], steps: list[tuple[Turn, int]], turn: Turn, step: int
) -> bool:
    """Whether the step is no larger than the one before it, and no huge cut."""
    before = [other for other, _ in steps if other.number < turn.number]
    room = max(1, _value(scenario, offers[0].offer) - scenario.rep.interests.walk_away)
    if step * 100 > room * HUGE_CUT:
        return False
    return not before or not is_larger(scenario, offers, before[-1], turn, HARDLY_LARGER)


def is_larger(scenario: Scenario, offers: Sequence[Turn], one: Turn, other: Turn, percent: int) -> bool:
    """Whether the other concession is beyond so many percent of the first, in what it gave and by its price as well."""
    gave, moved = ([by(scenario, offers, turn) for turn in (one, other)] for by in (_given_in, _moved_in))
    return all(after * 100 > before * percent for before, after in (gave, moved))


def _given_in(scenario: Scenario, offers: Sequence[Turn], turn: Turn) -> int:
    return given(scenario, offers[offers.index(turn) - 1], turn)


def _moved_in(scenario: Scenario, offers: Sequence[Turn], turn: Turn) -> int:
    """Minor units by which the price came towards them; negative where what else was given made it dearer."""
    before, price = offers[offers.index(turn) - 1].offer, scenario.price_issue.id
    if before is None or turn.offer is None:
        return 0
    return scenario.direction * (turn.offer.amount(price) - before.amount(price))


def _packages(negotiation: Negotiation, turns: Sequence[Turn], offers: Sequence[Turn]) -> Finding:
    scenario = negotiation.scenario
    if not zone_of(scenario).extras:
        return Finding("packages", None, "Nothing but the price could create value here.")
    full = check_of("packages").points * CENTI
    for turn in turns:
        extras = [issue for issue in scenario.issues if is_traded(scenario, issue, turn)]
        if extras or gives_options(scenario, turn):
            put_up = {issue: turn_putting_up(turns, turn, issue.id) for issue in extras}
            own = [issue for issue in extras if not _is_known_to_them(scenario, issue, turns, put_up[issue])]
            best = next(iter((*own, *extras)), None)
            note = f"You brought in {best.phrase if best is not None else 'several options'}."
            if best is not None and not own:
                note = f"You put {best.phrase} on the table beside the price."
            shown = put_up[best] if best is not None else turn
            words = quote_of_issue(shown, best.id) if best is not None else quote_of(turn, Act.PACKAGE, Act.COUNTER)
            return Finding("packages", full, note, words, shown.said.ref)
    last = offers[-1]
    return Finding("packages", 0, "Every offer was a price alone.", quote_of(last, Act.COUNTER), last.said.ref)


def _is_known_to_them(scenario: Scenario, issue: Issue, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether it is no news of the rep's: how many pieces there are, or what they had spoken of before."""
    words = content(issue.phrase)
    heard = (content(earlier.heard) for earlier in turns[: turn.number + 1])
    return is_quantity(scenario, issue) or any(not words.isdisjoint(theirs) for theirs in heard)


def is_traded(scenario: Scenario, issue: Issue, turn: Turn) -> bool:
    """Whether the offer holds something besides the price that means anything to either side."""
    amount = turn.offer.amount(issue.id) if turn.offer else 0
    sides = (scenario.rep, scenario.counterpart)
    return issue.kind is not IssueKind.PRICE and any(side.interests.stake(issue.id).value(amount) for side in sides)


def _close(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    if not zone_of(negotiation.scenario).exists:
        return Finding("close", None, "No deal was to be had, so there was nothing to close.")
    if not any(turn.offer or turn.answer for turn in turns) and not _never_priced(negotiation, turns):
        return Finding("close", None, "The talk never came to a price.")
    full = check_of("close").points * CENTI
    asked = [turn for turn in turns if decision_sought(negotiation.scenario, turns, turn)]
    if not asked and _has_named_money(negotiation, turns):
        return Finding("close", None, _UNHEARD)
    putting = [turn for turn in asked if not only_takes(turn)]
    witness = (putting or asked or turns)[-1]
    words = (decision_sought(negotiation.scenario, turns, witness) or quote_of(witness), witness.said.ref)
    if negotiation.agreed is not None:
        took = bool(asked) and negotiation.agreed in [offered.terms for offered in negotiation.counterpart_offers]
        note = _closed_how(asked=bool(putting), took=took)
        return Finding("close", full if putting or took else full // 2, note, *words)
    note = "You asked, and it did not come off." if asked else "You never asked for the decision."
    return Finding("close", full // 4 if asked else 0, note, *words)


def _closed_how(*, asked: bool, took: bool) -> str:
    if asked:
        return "You asked for the decision."
    return "You took what they offered." if took else "They closed it; you never asked for the decision."
