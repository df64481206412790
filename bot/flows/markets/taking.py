"""The button that takes a seller's offer: what it stands for, and whether that still stands."""

from datetime import datetime

from bot.flows.markets.talking import Held
from engine.errors import RuleViolation
from engine.marketplace.market import Handle
from engine.marketplace.room import Offer
from engine.marketplace.trading import TakesIt, takeable
from engine.terms.money import format_money
from storage.market_posts import AskTake
from storage.turns import Claim

OVER = "That was about another item; the talk about it is over."


def offered(talk_id: str, handle: Handle, offer: Offer) -> str:
    """The value of the button."""
    return f"{talk_id} {handle} {offer.price} {offer.quantity}"


def ask_whether_taken(claim: Claim, held: Held, doubt: TakesIt) -> AskTake:
    """The question to the rep whether a line takes that offer."""
    room, offer = held.room, doubt.offer
    price, total = (format_money(amount, room.market.currency) for amount in (offer.price, offer.total))
    says = f"{room.item.named(offer.quantity)} at {price}, {total} in all"
    ref = claim.entry.message_ts or claim.entry.position
    return AskTake(claim.run.rep, doubt.seller, says, offered(held.talk.id, doubt.seller, offer), ref, held.talk.id)


def taken(held: Held, value: str) -> tuple[Handle, int]:
    """Whose offer the button takes, and how many pieces. RuleViolation where it does not stand any more."""
    talk_id, name, price, quantity = _parts(value)
    must_be_of(held, talk_id)
    room, offer = held.room, Offer(price, quantity)
    now = dict(takeable(room)).get(Handle(name))
    if now is None and room.ending is None:
        raise RuleViolation(f"@{name} has no offer on the table any more. Nothing was bought.")
    if now is not None and now != offer:
        money = format_money(now.price, room.market.currency)
        raise RuleViolation(f"@{name} now asks {money} for {room.item.named(now.quantity)}. Nothing was bought.")
    return Handle(name), quantity


def must_be_of(held: Held, talk_id: str) -> None:
    """RuleViolation where a button is of another talk than the one under way."""
    if talk_id != held.talk.id:
        raise RuleViolation(OVER)


def must_be_about(held: Held, written_at: datetime) -> None:
    """RuleViolation where a line was written while the talk before was still under way."""
    if written_at < held.talk.started_at:
        raise RuleViolation(
            f"That came while the talk before ended, and nobody has heard it. Now: {held.room.item.many}."
        )


def _parts(value: str) -> tuple[str, str, int, int]:
    parts = value.split()
    if len(parts) != 4 or not all(each.isascii() and each.isdigit() for each in parts[2:]):
        raise RuleViolation("That button is broken. Take an offer that stands below.")
    return parts[0], parts[1], int(parts[2]), int(parts[3])
