"""A model reads along, where the run has one and the reader is not sure of the line; asked for outside transactions."""

from bot.flows.house import House
from engine.llm.budget import Payer
from engine.llm.model_reader import ModelReader
from engine.negotiation.events import Event
from engine.negotiation.negotiation import Negotiation
from storage.turns import Claim


async def labels_for(house: House, claim: Claim, negotiation: Negotiation) -> tuple[Event, ...]:
    """How a model labels the line that came in; nothing in a strict run, or where none are needed or to be had."""
    run, voice = claim.run, house.voice
    if run.mode == "strict" or voice is None or claim.entry.kind != "message" or negotiation.status != "open":
        return ()
    payer = Payer(run.team, run.rep, run.id)
    model = voice.model_of(run.model)
    labelled = await ModelReader(voice).labelled(negotiation, claim.entry.text, model, payer, house.now())
    return (labelled,) if labelled else ()
