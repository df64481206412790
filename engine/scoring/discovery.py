"""What the rep found out of the facts that count, and what came up beside them."""

from collections.abc import Mapping, Sequence

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scenario.scenario import Fact, Scenario
from engine.scoring.asking import QUESTIONS
from engine.scoring.outcome import share
from engine.scoring.record import Turn, counted, first_priced, joined_words, quote_of
from engine.scoring.reveal import is_known
from engine.scoring.told import details_told
from engine.scoring.verdict import Finding

FULL_DISCOVERY = 60
"""Percent of the discoverable weight that earns all points; a run is too short for all of it."""


def discoverable(scenario: Scenario) -> dict[str, Fact]:
    """The facts that count for discovery, by id."""
    return {fact.id: fact for fact in scenario.facts if fact.weight > 0}


def discovery(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    """What the check of discovery found; there is at least one turn."""
    scenario = negotiation.scenario
    facts = discoverable(scenario)
    whole = sum(fact.weight for fact in facts.values())
    if not whole:
        return Finding("discovery", None, "There was nothing to find out.")
    priced = first_priced(turns)
    after = priced.number if priced is not None else len(turns)
    found = _found_out(scenario, turns)
    earned = {turn.number: _earned(facts, found[turn.number], turn, half=turn.number >= after) for turn in turns}
    best = max(turns, key=lambda turn: (earned[turn.number], -turn.number))
    centi = share("discovery", sum(earned.values()) * 100, 4 * whole * FULL_DISCOVERY)
    counting = {fact for each in found.values() for fact in each if fact in facts}
    note = _what_was_told(negotiation, facts, counting)
    if earned[best.number]:
        return Finding("discovery", centi, note, quote_of(best, *QUESTIONS), best.said.ref)
    witness = priced or turns[-1]
    return Finding("discovery", centi, note, quote_of(witness, Act.QUOTE, Act.COUNTER), witness.said.ref)


def weightiest_unlearnt(negotiation: Negotiation) -> Fact | None:
    """The fact of most weight that the rep does not know, the first of equals; None where it knows all."""
    facts = [fact for fact in discoverable(negotiation.scenario).values() if not is_known(negotiation, fact)]
    return max(facts, key=lambda fact: fact.weight, default=None)


def _found_out(scenario: Scenario, turns: Sequence[Turn]) -> dict[int, tuple[str, ...]]:
    """Ids of the facts that each turn was told first, with those that they give away, by the turn's number."""
    given = {fact.id: (fact.id, *fact.gives_away) for fact in scenario.facts}
    known: set[str] = set()
    found: dict[int, tuple[str, ...]] = {}
    for turn in turns:
        told = dict.fromkeys(each for fact in turn.learnt for each in given.get(fact, (fact,)))
        found[turn.number] = tuple(fact for fact in told if fact not in known)
        known.update(told)
    return found


def _earned(facts: Mapping[str, Fact], found: Sequence[str], turn: Turn, *, half: bool) -> int:
    """Quarters of weight earned in the turn: four for a fact told exactly, two for a hint, half of it after a price.

    A fact hinted first and told later counts for what the telling adds.
    """
    told = sum((2 if fact in turn.before.hinted else 4) * facts[fact].weight for fact in found if fact in facts)
    hinted = sum(2 * facts[fact].weight for fact in turn.hinted if fact in facts and fact not in turn.after.told)
    return (told + hinted) // (2 if half else 1)


def _what_was_told(negotiation: Negotiation, facts: Mapping[str, Fact], found: set[str]) -> str:
    """How many of the facts the rep was told, how many came up beside them, and how many details it went into."""
    hinted = {fact for fact in facts if fact in negotiation.mood.hinted} - found
    beside = {name for name, fact in facts.items() if is_known(negotiation, fact)} - found - hinted
    details = len(details_told(negotiation))
    more = [
        *([f"{counted(details, 'detail')} besides"] if details else []),
        *([f"{'a hint of one' if len(hinted) == 1 else f'hints of {len(hinted)}'} more"] if hinted else []),
        *([f"{len(beside)} more that came up in passing"] if beside else []),
    ]
    asked = f"They told you {len(found)} of the {len(facts)} facts that count here"
    return f"{asked}, with {joined_words(more)}." if more else f"{asked}."
