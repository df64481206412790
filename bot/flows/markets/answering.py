"""What the sellers answer: by the rules, or as a model plays them; a model is asked outside of transactions."""

from collections.abc import Mapping, Sequence

from bot.flows.house import House
from bot.flows.markets.addressing import Unclear
from bot.flows.markets.talking import Held, sellers_of
from bot.flows.modes import STRICT
from bot.flows.voicing import NO_MODEL
from engine.llm.budget import Payer
from engine.llm.dealing import Dealing
from engine.marketplace import trading
from engine.marketplace.foreign import in_another
from engine.marketplace.market import Handle
from engine.marketplace.quality import stood_in
from engine.marketplace.room import BuyerSaid, RoomEvent, SellerSaid, Thought
from engine.marketplace.trading import Answer, Hearing, Line, WhoseOffer
from storage.posts import Destination, Whisper
from storage.runs import Run
from storage.turns import Aside

BY_THE_RULES = "The rules play the sellers where the model does not answer: {why}. Their limits are the same."

OTHER_MONEY = "Prices here are in {code}, so nobody took “{amount}” for one."


async def answered(house: House, before: Held, line: Line) -> tuple[RoomEvent, ...]:
    """The events of the round that the line begins; RuleViolation where the talk takes none, Unclear where it takes an
    offer, and nobody can tell whose."""
    try:
        heard, sellers = trading.hearing(before.room, line), sellers_of(house, before.run)
    except WhoseOffer as whose:
        raise Unclear(str(whose), whose.to, everyone=False) from whose
    answers = await _answers(house, before, heard)
    return trading.settled(before.room, heard, answers, sellers.key, house.now())


async def _answers(house: House, before: Held, heard: Hearing) -> Mapping[Handle, Answer]:
    run, sellers = before.run, sellers_of(house, before.run)
    if run.mode == STRICT:
        return trading.strict_answers(sellers, heard)
    if house.voice is None:
        strict = trading.strict_answers(sellers, heard)
        return {handle: each._replace(thought=Thought(held=NO_MODEL)) for handle, each in strict.items()}
    payer, model = Payer(run.team, run.rep, run.id), house.voice.model_of(run.model)
    return await Dealing(house.voice).answers(before.room, heard, sellers, payer, model, house.now())


def tell_of_rules(run: Run, before: Held, events: Sequence[RoomEvent]) -> tuple[Aside, ...]:
    """The rep is told once in a talk that the model does not answer, and why."""
    if run.mode == STRICT or _without_model(before.room.events):
        return ()
    lost = _without_model(events)
    if not lost:
        return ()
    where, told = Destination(run.channel, run.thread_ts), Whisper(run.rep, BY_THE_RULES.format(why=lost[0].held))
    return (Aside(f"rules:{before.talk.id}", where, told),)


def tell_of_money(run: Run, before: Held, events: Sequence[RoomEvent]) -> tuple[Aside, ...]:
    """The rep is told that a price in another currency is none here."""
    currency = before.room.market.currency
    lines = (each for each in events if isinstance(each, BuyerSaid) and each.bid is None)
    amount = next((found for line in lines if (found := in_another(line.text, currency))), "")
    if not amount:
        return ()
    where, told = Destination(run.channel, run.thread_ts), OTHER_MONEY.format(amount=amount, code=currency.code)
    return (Aside(f"money:{before.talk.id}:{len(before.room.events)}", where, Whisper(run.rep, told)),)


def _without_model(events: Sequence[RoomEvent]) -> list[SellerSaid]:
    return [event for event in events if isinstance(event, SellerSaid) and stood_in(event)]
