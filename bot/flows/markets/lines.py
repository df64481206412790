"""What the events of a talk put into the outbox."""

from engine.marketplace.faces import face_of
from engine.marketplace.market import Item, Market
from engine.marketplace.room import Bought, Room, RoomEvent, SellerSaid
from engine.marketplace.verdict import purchase
from storage.market_posts import Offers, OffersUpdate, TalkBrief, TalkVerdict
from storage.market_talks import Talk
from storage.posts import Brief, BriefUpdate, Line, Notice, Post

LISTENING = "{sellers} are listening. What you write reaches all of them; begin with a handle, and it reaches that one."
ALONE = "{sellers} is listening. Write what you need."
STILL = "Bought: {bought}. {missing} still needed."


def opening_posts(market: Market, first: Item) -> tuple[Post, ...]:
    """The posts that open a run's thread."""
    return (Brief(), Notice(listening(market, first)))


def listening(market: Market, item: Item) -> str:
    """Who hears what the buyer writes."""
    *others, last = (f"@{seller.handle}" for seller in market.sellers_of(item.id))
    if not others:
        return ALONE.format(sellers=last)
    return LISTENING.format(sellers=f"{', '.join(others)} and {last}")


def posts_of(talk: Talk, before: Room, after: Room, following: Talk | None) -> tuple[Post, ...]:
    """The posts that show in the thread what came to pass, in order; `following` is the talk that opens after this."""
    said = (post for event in after.events[len(before.events) :] for post in _said(before, after, event))
    outdated = (OffersUpdate(talk.id, len(before.events)),) if has_offers(before) else ()
    if after.ending is None:
        return (*outdated, *said, *((Offers(talk.id, len(after.events)),) if has_offers(after) else ()))
    return (*outdated, *said, TalkVerdict(talk.id), *_what_follows(following))


def has_offers(room: Room) -> bool:
    """Whether something is on the table, so that a post with it stands in the thread."""
    return bool(room.round) and bool(room.offers)


def _said(before: Room, after: Room, event: RoomEvent) -> tuple[Post, ...]:
    match event:
        case SellerSaid(seller=seller, text=text):
            return (Line(seller, face_of(before.market, seller), text),)
        case Bought() if after.ending is None:
            bought, missing = purchase(before, event), before.item.named(after.missing)
            return (Notice(STILL.format(bought=bought, missing=missing)),)
        case _:
            return ()


def _what_follows(following: Talk | None) -> tuple[Post, ...]:
    return (BriefUpdate(),) if following is None else (TalkBrief(following.id), BriefUpdate())
