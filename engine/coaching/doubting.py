"""Tips about the counterpart's doubts."""

from engine.coaching.look import ASKING, SHOWING, Found, Look
from engine.scenario.scenario import Objection
from engine.scoring.answering import is_at_rest
from engine.scoring.inquiry import first_speaking_to, says_back
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
    """A doubt that stood to the end: one that the rep passed over, else one to which the sheet has an answer."""
    standing = [doubt for doubt in look.scenario.objections if _stands(look, doubt)]
    spoken = [(doubt, first_speaking_to(look.scenario, doubt, look.turns)) for doubt in standing]
    for doubt, turn in spoken:
        if turn is None:
            first = next(each for each in look.turns if doubt.id in each.before.raised)
            why = f"You passed over this doubt, and it stood to the end: “{look.quote_of_them(doubt.raised)}”"
            return Found(first, why, _answer(look, doubt))
    for doubt, turn in spoken:
        if turn is not None and (fact := _fact_for(look, doubt)):
            why = f"You took this doubt up, and did not settle it: “{look.quote_of_them(doubt.raised)}”"
            return Found(turn, f"{why} Your brief has more to say to it.", fact)
    return None


def _stands(look: Look, doubt: Objection) -> bool:
    """Whether the doubt came up with a turn left to answer it, and was not settled, signed or not."""
    is_settled = bool(look.turns) and is_at_rest(look.scenario, doubt, look.turns)
    return not is_settled and any(doubt.id in turn.before.raised for turn in look.turns)


def _is_open(doubt: Objection, raised: tuple[str, ...], settled: tuple[str, ...]) -> bool:
    return doubt.id in raised and doubt.id not in settled


def _answer(look: Look, doubt: Objection) -> str:
    """Taking the doubt up, with the answer that the sheet has to it."""
    return (
        f"I can see why that worries you. {_fact_for(look, doubt) or 'What would you need to see to be easy about it?'}"
    )


def _fact_for(look: Look, doubt: Objection) -> str:
    """What the sheet has to say to the doubt; empty where it has nothing."""
    sheet = dict(look.scenario.product.facts)
    return next((sheet[topic] for topic in doubt.answered_by if topic in sheet), "")
