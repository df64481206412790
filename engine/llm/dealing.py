"""Models play parties of a market: each decides from its own view, and only the limits are enforced."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

from engine.guard.market_talk import unmannerly
from engine.llm.asking import Asking
from engine.llm.budget import Payer
from engine.llm.model_name import ModelName
from engine.llm.port import ModelReply, ModelRequest, Prompt, Turn
from engine.llm.prompts import prompt
from engine.llm.wishing import SECONDS, Account, Read, Wished, Wishing
from engine.marketplace.buyer_limits import BuyerWish, bid_of, buyer_breaks
from engine.marketplace.buying import BuyerAct, BuyerMove, Habits, next_move
from engine.marketplace.features import facts_in
from engine.marketplace.limits import Broken, SellerWish, as_meant, seller_breaks, settling
from engine.marketplace.market import Handle
from engine.marketplace.room import Room
from engine.marketplace.selling import hold
from engine.marketplace.trading import Answer, Heard, Hearing, House, worded
from engine.marketplace.visibility import BuyerView
from engine.prompting import market_buyer, market_seller
from engine.prompting.market_buyer import BuyerReply
from engine.prompting.market_seller import MANNERS, SellerReply

MOST_OUTPUT = 600


class Dealing:
    """Sellers and buyers that a model plays. What it does not do within the limits, the rules do in its place."""

    def __init__(self, asking: Asking, seconds: float = SECONDS) -> None:
        self._asking = asking
        self._seconds = seconds

    async def answers(
        self, room: Room, hearing: Hearing, house: House, payer: Payer, model: ModelName, now: datetime
    ) -> dict[Handle, Answer]:
        """What each of those who heard the line answers, in their order; all are asked at once. Never an error."""
        account, handles = Account(self._asking, payer, now), [each.handle for each in room.market.sellers]
        async with asyncio.TaskGroup() as together:
            asked = {
                heard.seller: together.create_task(
                    self._answer(heard, tuple(name for name in handles if name != heard.seller), house, account, model)
                )
                for heard in hearing.heard
            }
        return {seller: task.result() for seller, task in asked.items()}

    async def _answer(
        self, heard: Heard, others: tuple[Handle, ...], house: House, account: Account, model: ModelName
    ) -> Answer:
        if heard.view.left < 1:
            return worded(house, heard, hold(heard.view, heard.ask))
        wishing: Wishing[SellerWish] = Wishing(
            account,
            lambda broken: seller_request(heard, model, broken),
            lambda reply: read_seller(reply, heard, others),
        )
        wish, thought = await wishing.found(self._seconds)
        if wish is None:
            return worded(house, heard, hold(heard.view, heard.ask))._replace(thought=thought)
        return answer_of(wish, heard)._replace(thought=thought)

    async def move(
        self, view: BuyerView, habits: Habits, key: bytes, payer: Payer, model: ModelName, now: datetime
    ) -> BuyerMove:
        """What the buyer does next, while the talk is open; the strict buyer's move where it does nothing within the
        limits. Never an error."""
        wishing: Wishing[BuyerWish] = Wishing(
            Account(self._asking, payer, now),
            lambda broken: buyer_request(view, model, broken),
            lambda reply: read_buyer(reply, view),
        )
        wished: Wished[BuyerWish] = await wishing.found(self._seconds)
        if wished.wish is None:
            return next_move(view, habits, key)._replace(thought=wished.thought)
        return move_of(wished.wish, view)._replace(thought=wished.thought)


def seller_request(heard: Heard, model: ModelName, broken: Sequence[Broken] = ()) -> ModelRequest:
    """What a model is asked that plays the seller; `broken` are the limits that its last try broke."""
    template = prompt("seller")
    return ModelRequest(
        model=model,
        instructions=market_seller.instructions(template, heard.view),
        turns=(Turn("user", market_seller.question(heard.view, heard.ask, heard.text, broken)),),
        max_output_tokens=MOST_OUTPUT,
        prompt=Prompt(template.name, template.sha256),
        purpose="seller",
        schema=SellerReply,
    )


def read_seller(reply: ModelReply, heard: Heard, others: Sequence[str]) -> Read[SellerWish]:
    """What the reply wants, and the limits that it breaks."""
    data = reply.as_a(SellerReply)
    wish = market_seller.wish_of(data, heard.view)
    if isinstance(wish, Broken):
        return Read(None, data.reasoning, (wish,))
    wish = as_meant(heard.view, wish)
    broken = seller_breaks(heard.view, heard.ask, heard.text, wish, others)
    manner = MANNERS[heard.view.seller.style]
    return Read(wish, data.reasoning, (*broken, *unmannerly(wish.message, "seller", prompt("seller").text, manner)))


def answer_of(wish: SellerWish, heard: Heard) -> Answer:
    """The wish as the seller's answer."""
    return Answer(
        text=wish.message,
        offer=wish.offer if wish.act == "offer" else None,
        told=facts_in(wish.message, heard.view.stock),
        left=wish.act == "leave",
        sold=settling(heard.view, heard.ask, wish).sold,
    )


def buyer_request(view: BuyerView, model: ModelName, broken: Sequence[Broken] = ()) -> ModelRequest:
    """What a model is asked that plays the buyer; `broken` are the limits that its last try broke."""
    template = prompt("buyer")
    return ModelRequest(
        model=model,
        instructions=market_buyer.instructions(template, view),
        turns=(Turn("user", market_buyer.question(view, broken)),),
        max_output_tokens=MOST_OUTPUT,
        prompt=Prompt(template.name, template.sha256),
        purpose="market_buyer",
        schema=BuyerReply,
    )


def read_buyer(reply: ModelReply, view: BuyerView) -> Read[BuyerWish]:
    """What the reply wants, and the limits that it breaks."""
    data = reply.as_a(BuyerReply)
    wish = market_buyer.wish_of(data, view)
    if isinstance(wish, Broken):
        return Read(None, data.reasoning, (wish,))
    rude = tuple(unmannerly(wish.message, "buyer", prompt("buyer").text)) if wish.act == "say" else ()
    return Read(wish, data.reasoning, (*buyer_breaks(view, wish), *rude))


def move_of(wish: BuyerWish, view: BuyerView) -> BuyerMove:
    """The wish as the buyer's move."""
    seller = Handle(wish.seller) if wish.seller else None
    match wish.act:
        case "leave":
            return BuyerMove(BuyerAct.LEAVE)
        case "take":
            offer = dict(view.offers)[Handle(wish.seller)]
            quantity = wish.quantity or min(offer.quantity, view.missing)
            return BuyerMove(BuyerAct.TAKE, seller=seller, quantity=quantity)
        case "say":
            text = f"@{seller} {wish.message}" if seller else wish.message
            return BuyerMove(BuyerAct.SAY, text, None, seller, bid=bid_of(view, wish))
