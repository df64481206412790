"""What is on the table in a market: the buttons that take it, and the table that compares it."""

from collections.abc import Sequence
from typing import Literal

from bot.views.blocks import actions, button, confirm, context, escape, section
from bot.views.market_buttons import COMPARE, LEAVE, TAKE
from bot.views.message import Block, Message
from engine.marketplace.market import Handle
from engine.marketplace.offers import Standing
from engine.marketplace.room import Offer, Room
from engine.marketplace.trading import takeable
from engine.terms.money import format_money


def offers_message(room: Room, run_id: str, talk: str, takeable: Sequence[tuple[Handle, Offer, str]]) -> Message:
    """The offers of the talk with a button each; the last part of each is the value of its button."""
    lowest = min((offer.price for _, offer, _ in takeable), default=0)
    said = f"On the table: {_listed(room, [(handle, offer) for handle, offer, _ in takeable])}."
    blocks = (
        context(f"{_lines(room)} · {_missing(room)}"),
        actions(
            "offers",
            *(_take(room, *each, is_best=each[1].price == lowest) for each in takeable),
            button(COMPARE, "Compare offers", run_id),
            button(LEAVE, "Walk away", talk, style="danger", confirm=_sure(room)),
        ),
    )
    return Message(said, blocks)


def past_offers_message(room: Room) -> Message:
    """What was on the table, once it is out of date."""
    listed = _listed(room, takeable(room))
    return Message(f"Was on the table: {listed}.", (context(f"After line {room.round}: {listed}"),))


def compare_message(room: Room, rows: Sequence[Standing]) -> Message:
    """The offers side by side, the cheapest first."""
    title = f"Offers for {escape(room.item.many)}"
    if not rows:
        return Message("Nobody has named a price yet. Write what you need, and ask for theirs.")
    head = ("Seller", "Price", "Pieces", "Total", "What comes with it", "Last move")
    table: Block = {"type": "table", "rows": [_cells(head), *(_cells(_row(room, each)) for each in rows)]}
    high = format_money(room.demand.high, room.market.currency)
    note = context(f"You pay at most {high} a piece and need {escape(room.item.named(room.missing))}.")
    return Message(f"{title}, side by side.", (section(f"*{title}*"), table, note))


def _take(room: Room, handle: Handle, offer: Offer, value: str, *, is_best: bool) -> Block:
    money = room.market.currency
    sum_of = f"{offer.quantity:,} × {format_money(offer.price, money)} = {format_money(offer.total, money)}"
    style: Literal["primary"] | None = "primary" if is_best and not _is_too_dear(room, offer) else None
    return button(
        f"{TAKE}:{handle}", f"Accept {handle} · {sum_of}", value, style=style, confirm=_buying(room, handle, offer)
    )


def _buying(room: Room, handle: Handle, offer: Offer) -> Block:
    """What is asked before an offer is taken, with a warning where it is above what the buyer pays."""
    money = room.market.currency
    text = (
        f"{escape(room.item.named(offer.quantity))} at {format_money(offer.price, money)} each, "
        f"*{format_money(offer.total, money)}* in all."
    )
    if _is_too_dear(room, offer):
        high = format_money(room.demand.high, money)
        warning = f"That is above your maximum of {high} a piece."
        return confirm(f"Buy from {handle}?", f"{text} {warning}", "Buy", "Not yet")
    return {**confirm(f"Buy from {handle}?", text, "Buy", "Not yet"), "style": "primary"}


def _is_too_dear(room: Room, offer: Offer) -> bool:
    return offer.price > room.demand.high


def _sure(room: Room) -> Block:
    text = f"You buy no more {escape(room.item.many)}, and what you did is scored as it stands."
    return confirm("Walk away?", text, "Walk away", "Go on")


def _lines(room: Room) -> str:
    left = room.market.rules.max_rounds - room.round
    said = f"Line {room.round} of {room.market.rules.max_rounds}"
    if not left:
        return f"{said}, and your last: accept an offer or walk away"
    return f"{said}, the next is the last" if left == 1 else said


def _missing(room: Room) -> str:
    return f"{escape(room.item.named(room.missing))} needed"


def _listed(room: Room, offers: Sequence[tuple[Handle, Offer]]) -> str:
    return " · ".join(f"{escape(handle)} {_priced(room, offer)}" for handle, offer in offers)


def _priced(room: Room, offer: Offer) -> str:
    price = format_money(offer.price, room.market.currency)
    return price if offer.quantity == room.demand.quantity else f"{price} for {offer.quantity:,}"


def _row(room: Room, each: Standing) -> tuple[str, ...]:
    money = room.market.currency
    if each.offer is None:
        return (each.handle, "–", "–", "–", each.terms or "–", each.last_move)
    price, total = format_money(each.offer.price, money), format_money(each.offer.total, money)
    return (each.handle, price, f"{each.offer.quantity:,}", total, each.terms or "not asked", each.last_move)


def _cells(texts: Sequence[str]) -> list[Block]:
    return [{"type": "raw_text", "text": text} for text in texts]
