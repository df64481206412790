"""Tips about the counterpart's doubts."""

from engine.coaching.look import ASKING, SHOWING, Found, Look
from engine.reading.reading import Act
from engine.scenario.scenario import Objection
from engine.scoring.inquiry import says_back
from engine.scoring.picking_up import LISTENING


def objection_argued(look: Look) -> Found | None:
    """A doubt met with an argument before anybody had said that it is a fair one."""
    for turn in look.turns:
        before = turn.before
        argues = turn.reading.has(*SHOWING) and not turn.reading.has(*ASKING, *LISTENING)
        for doubt in look.scenario.objections if argues else ():
            is_open = _is_open(doubt, before.raised, before.settled)
            taken_up = says_back(look.scenario, doubt, look.turns, turn)
            if is_open and doubt.topic in turn.reading.topics(*SHOWING) and not taken_up:
                why = f"They had said: “{look.quote_of_them(doubt.raised)}” You argued before you had taken it up."
                return Found(turn, why, _answer(look, doubt), SHOWING)
    return None


def objection_left_open(look: Look) -> Found | None:
    """A doubt that stood to the end."""
    mood = look.negotiation.mood
    for doubt in look.scenario.objections:
        after = [turn for turn in look.turns if doubt.id in turn.before.raised]
        if after and _is_open(doubt, mood.raised, mood.settled):
            why = f"This doubt of theirs stood to the end: “{look.quote_of_them(doubt.raised)}”"
            return Found(after[0], why, _answer(look, doubt), (Act.ACKNOWLEDGE, *ASKING))
    return None


def _is_open(doubt: Objection, raised: tuple[str, ...], settled: tuple[str, ...]) -> bool:
    return doubt.id in raised and doubt.id not in settled


def _answer(look: Look, doubt: Objection) -> str:
    """Taking the doubt up, with the answer that the sheet has to it."""
    sheet = dict(look.scenario.product.facts)
    fact = next((sheet[topic] for topic in doubt.answered_by if topic in sheet), None)
    return f"I can see why that worries you. {fact or 'What would you need to see to be easy about it?'}"
