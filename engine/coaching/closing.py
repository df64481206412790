"""Tips about the end: asking for the deal, signing it, leaving it."""

from engine.coaching.look import Found, Look
from engine.coaching.saying_back import said_back
from engine.negotiation.events import Reason
from engine.reading.reading import Act
from engine.scenario.scenario import Gate
from engine.scoring.asked import may_have_been_asked
from engine.scoring.fewer import why_beyond
from engine.scoring.limit import limit_of, within_limit
from engine.scoring.outcome import beyond_in_words, furthest_beyond_limit
from engine.scoring.record import Turn, as_spoken, names_its_price
from engine.scoring.zone import zone_of
from engine.strict.gates import closed_gates
from engine.strict.wording import terms_in_words
from engine.terms.money import whole_money
from engine.terms.terms import Terms

NEAR = 2
"""Percent of the list price within which their number is as good as a yes."""
_NAMING = (Act.CONCEDE, Act.COUNTER, Act.QUOTE)
_STOPPED = "They had gone to ask, as you had proposed, and you stopped before they could tell you the answer."
_WHAT_CAME_OF_IT = "Have you heard back? If it is a yes, shall we sign it today?"


def buying_signal_passed(look: Look) -> Found | None:
    """Their number as good as met the rep's, and the next line did not ask for the decision."""
    for turn in look.turns:
        following = look.after(turn)
        if following is not None and _is_signal(look, turn) and not look.decision_sought(following):
            why = "They had come as close as anybody comes. That was the moment to ask for the decision."
            return Found(following, why, "If that is right for you, shall we write it up now?")
    return None


def _is_signal(look: Look, turn: Turn) -> bool:
    """Whether their answer in the turn is acceptable to the rep, and near its own standing offer."""
    scenario, price = look.scenario, look.scenario.price_issue.id
    asked = next((other.offer for other in reversed(look.turns[: turn.number + 1]) if other.offer), None)
    if turn.answer is None or asked is None or scenario.rep.interests.surplus(turn.answer) < 0:
        return False
    return abs(asked.amount(price) - turn.answer.amount(price)) * 100 <= NEAR * scenario.product.list_price


def never_asked(look: Look) -> Found | None:
    """Terms on the table, and nobody asked for the decision."""
    asked = any(look.decision_sought(turn) for turn in look.turns)
    if asked or not look.offers or not zone_of(look.scenario).exists:
        return None
    why = "The terms were there, and you never asked for the decision."
    return Found(look.turns[-1], why, "If that is right for you, shall we write it up now?")


def bad_deal(look: Look) -> Found | None:
    """A deal beyond the rep's own limit."""
    agreed, scenario = look.negotiation.agreed, look.scenario
    if agreed is None or scenario.rep.interests.surplus(agreed) >= 0 or not look.turns:
        return None
    loss = whole_money(-scenario.rep.interests.surplus(agreed), scenario.currency)
    fewer, limit = why_beyond(scenario, agreed), terms_in_words(scenario, limit_of(scenario, agreed))
    told = f".{fewer}" if fewer else f", which was {limit}."
    if named := _named_by_the_rep(look, agreed):
        named_it = f"You named these terms yourself, and they are {loss} beyond your own limit"
        held = terms_in_words(scenario, within_limit(scenario, agreed))
        return Found(named, named_it + told, f"I can do {held} if we can settle it this week. Can we?", _NAMING)
    why = f"You signed {loss} beyond your own limit{told} No deal would have been the better one."
    better = "I cannot sell at that price. If it is the most you can do, let us leave it here as friends."
    return Found(look.turns[-1], why, better)


def offered_beyond_limit(look: Look) -> Found | None:
    """An offer beyond the rep's own limit that nobody took."""
    worst = furthest_beyond_limit(look.scenario, look.turns)
    if worst is None or worst.offer is None:
        return None
    beyond, fewer = beyond_in_words(look.scenario, worst.offer), why_beyond(look.scenario, worst.offer)
    why = f"You offered {beyond}.{fewer} It was not signed; it could have been."
    held = terms_in_words(look.scenario, within_limit(look.scenario, worst.offer))
    return Found(worst, why, f"The most I can do is {held}, and only if we settle it this week. Can we?", _NAMING)


def _named_by_the_rep(look: Look, agreed: Terms) -> Turn | None:
    """The turn in which the rep put up the agreed terms as its own last offer; None where they were the other side's.

    Terms that the other side had put up before are its own, though the rep repeats them to take them.
    """
    last = next(iter(reversed(look.offers)), None)
    if last is None or last.offer != agreed or not names_its_price(look.scenario, last):
        return None
    return None if any(turn.answer == agreed for turn in look.turns[: last.number]) else last


def walked_from_a_good_one(look: Look) -> Found | None:
    """No deal, with an offer of theirs on the table that was better than none."""
    if look.negotiation.mood.pending is not None:
        return _left_at_a_gate(look, look.negotiation.mood.pending)
    live, scenario = look.negotiation.counterpart_terms, look.scenario
    left = look.negotiation.reason in (Reason.REP_WALKED, Reason.ENDED_BY_REP, Reason.COUNTERPART_WALKED)
    if not left or live is None or not look.turns or scenario.rep.interests.surplus(live) <= 0:
        return None
    gain = whole_money(scenario.rep.interests.surplus(live), scenario.currency)
    why = f"Their last offer, {terms_in_words(scenario, live)}, was {gain} better for you than no deal."
    return Found(look.turns[-1], why, f"Then let us do it at {terms_in_words(scenario, live)}. Deal.")


def _left_at_a_gate(look: Look, pending: Terms) -> Found | None:
    """No deal, though they would have signed terms once they had done what they said."""
    scenario = look.scenario
    gates = closed_gates(scenario, look.negotiation.mood)
    is_gain = scenario.rep.interests.surplus(pending) > 0
    if look.negotiation.agreed is not None or not (gates and look.turns and is_gain):
        return None
    gain = whole_money(scenario.rep.interests.surplus(pending), scenario.currency)
    why = f"They would have signed {terms_in_words(scenario, pending)}, {gain} better for you than no deal."
    if _is_on_its_way(look, gates[0]):
        return Found(look.turns[-1], f"{why} {_STOPPED}", _WHAT_CAME_OF_IT, after=True)
    told = as_spoken(look.negotiation, gates[0].text)
    waiting = f" They only waited for this: “{told}”" if told else ""
    is_news = look.turns[-1].before.pending is None
    return Found(look.turns[-1], why + waiting, _doing_it_together(gates[0]), after=is_news)


def no_deal_sought(look: Look) -> Found | None:
    """No deal where there was room for one, and their price was never asked for."""
    if look.negotiation.agreed is not None or not look.turns or not zone_of(look.scenario).exists:
        return None
    for gate in closed_gates(look.scenario, look.negotiation.mood):
        return _next_step(look, gate) if not look.decision_sought(look.turns[-1]) else None
    if _asked_for_theirs(look):
        return None
    why = "There was room for a deal. Before you leave, find out what it would take."
    return Found(look.turns[-1], why, "Before we leave it: what would it take for you to sign today?")


def _is_on_its_way(look: Look, gate: Gate) -> bool:
    """Whether the rep had seen to it that they would do what they had to, so that only their word on it was missing."""
    return gate.id in look.negotiation.mood.arranged


def _doing_it_together(gate: Gate) -> str:
    """What they wait for said back, and an offer to do it with a day and an hour."""
    step = gate.text.partition(",")[0]
    return f"{said_back(f'I need to {step}.')} Shall we do that together tomorrow at ten?"


def _asked_for_theirs(look: Look) -> bool:
    """Whether the rep, with a price of its own on the table, asked for theirs: "where do you have to be?"."""
    first = look.first_price
    return first is not None and any(_asks_for_theirs(turn) for turn in look.turns[first.number :])


def _asks_for_theirs(turn: Turn) -> bool:
    asked = [read.span for read in turn.reading.acts if read.act is Act.ASK_OFFER]
    on_its_own = {read.span for read in turn.reading.acts if read.act is Act.ASK_SALE}
    return any(span not in on_its_own for span in asked)


def _next_step(look: Look, gate: Gate) -> Found | None:
    """The step that the counterpart had to take before it could sign, offered with a day and an hour.

    None where that had been arranged already.
    """
    if _is_on_its_way(look, gate):
        return None
    if told := as_spoken(look.negotiation, gate.text):
        why = f"There was room for a deal, and they had told you what they wait for: “{told}”"
        return Found(look.turns[-1], why, _doing_it_together(gate))
    if any(may_have_been_asked(look.negotiation, fact) for fact in look.scenario.facts if fact.topic == gate.topic):
        why = f"There was room for a deal, once they had done what they never named: “I need to {gate.text}.”"
        better = "Whoever has to see this before you can sign: shall we call them together tomorrow at ten?"
        return Found(look.turns[-1], why, better)
    why = f"There was room for a deal. Asked what they wait for, they would have said: “I need to {gate.text}.”"
    better = "Who else has to see this before you can sign? Shall we call them together tomorrow at ten?"
    return Found(look.turns[-1], why, better)
