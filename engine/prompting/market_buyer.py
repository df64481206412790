"""What a model is told that plays the buyer in a market: what the buyer knows, and nothing else."""

from collections.abc import Iterator, Sequence
from typing import Literal

from pydantic import BaseModel

from engine.marketplace.buyer_limits import BuyerWish
from engine.marketplace.limits import Broken, Limit
from engine.marketplace.visibility import BuyerView
from engine.prompting.market_seller import Price, again, quoted
from engine.prompting.template import PromptTemplate
from engine.terms.money import format_money, parse_money

REMEMBERED = 60
"""Lines of the talk that the model sees."""
PARTIAL = " You may buy of several sellers, each a part."


class BuyerReply(BaseModel):
    """What the buyer does."""

    reasoning: str
    act: Literal["say", "take", "leave"]
    seller: str | None
    message: str
    bid: Price | None
    quantity: int | None


def wish_of(reply: BuyerReply, view: BuyerView) -> BuyerWish | Broken:
    """What the reply wants; Broken where its bid is no price."""
    bid = None
    if reply.bid is not None and reply.act == "say":
        bid = parse_money(reply.bid, view.currency)
        if bid is None:
            return Broken(Limit.FORM, "Write the bid as a plain amount, such as 6.75.")
    seller = _seller(reply.seller or "", view)
    return BuyerWish(reply.act, _without_calls(reply.message, view), seller, bid, reply.quantity)


def _seller(written: str, view: BuyerView) -> str:
    """The seller's handle as the market has it, or what was written where that is nobody's."""
    name = written.strip().lstrip("@")
    return next((handle for handle in view.handles if handle.casefold() == name.casefold()), name)


def _without_calls(message: str, view: BuyerView) -> str:
    """The message without the marks before sellers' handles: whom it is for is said beside it."""
    text = " ".join(message.split())
    for handle in sorted(view.handles, key=len, reverse=True):
        text = text.replace(f"@{handle}", handle)
    return text


def instructions(template: PromptTemplate, view: BuyerView) -> str:
    """The part that stays the same for a whole talk."""
    return template.filled(
        need=view.item.named(view.demand.quantity),
        low=_money(view, view.demand.low),
        high=_money(view, view.demand.high),
        partial=PARTIAL if view.partial else "",
    )


def question(view: BuyerView, broken: Sequence[Broken] = ()) -> str:
    """The talk so far and the offers that stand; `broken` are the limits of the last try."""
    talk = "\n".join(_talk(view))
    told = f"<talk>\n{talk}\n</talk>\n" if talk else ""
    table = "\n".join(_table(view))
    return f"{told}<table>\n{table}\n</table>{again(broken)}"


def _talk(view: BuyerView) -> Iterator[str]:
    for line in view.talk[-REMEMBERED:]:
        yield f"<{line.who}>{quoted(line.text)}</{line.who}>" if line.who else f"<you>{quoted(line.text)}</you>"


def _table(view: BuyerView) -> Iterator[str]:
    here = [handle for handle in view.handles if handle not in view.gone]
    yield f"Sellers: {', '.join(here)}." if view.talk else f"Sellers: {', '.join(here)}. Nothing has been said yet."
    for handle, offer in view.offers:
        price, total = _money(view, offer.price), _money(view, offer.total)
        yield f"{handle} offers {view.item.named(offer.quantity)} at {price} each, {total} in all."
    if not view.offers:
        yield "No offer stands."
    yield f"You still need {view.item.named(view.missing)}. Lines that you may still write: {view.rounds_left}."


def _money(view: BuyerView, amount: int) -> str:
    return format_money(amount, view.currency)
