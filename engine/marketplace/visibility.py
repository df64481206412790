"""Who may know what in a market. This is the one place: what is not in a view reaches nobody, no prompt and no post.

| | the buyer | a seller | the other sellers |
|---|---|---|---|
| what is needed, and how many pieces: the request that opens the talk | yes | yes | yes |
| least and most that the buyer pays, and how many pieces it still needs | yes | no | no |
| a seller's cost, least price, weights, manner and stock | no | that seller | no |
| what the buyer said | yes | if it was said to that seller | no |
| what a seller said and offered | yes | that seller | no |
| who else is there, and who was asked | yes | no | no |
| what was bought of a seller | yes | that seller | no |
| a seller's reasoning, and the limits that held it | no | that seller | no |
| the buyer's reasoning, and the limits that held it | yes | no | no |
"""

from dataclasses import dataclass, replace

from engine.marketplace.market import Demand, Handle, Item, Seller, Stock
from engine.marketplace.room import BuyerSaid, Ending, Offer, Room, SellerSaid
from engine.terms.money import Currency


@dataclass(frozen=True, slots=True)
class Heard:
    """A line as one party has it before it: `who` is a handle, or empty for the buyer."""

    round: int
    who: str
    text: str
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class SellerView:
    """What a seller knows. `rounds` are the rounds in which it was spoken to, `bids` what the buyer offered it.

    `needed` is how many pieces the buyer's request names, `left` how many it still has; `own` are its offers, the last
    one standing.
    """

    seller: Seller
    stock: Stock
    item: Item
    currency: Currency
    talk: tuple[Heard, ...]
    own: tuple[Offer, ...]
    bids: tuple[Offer, ...]
    told: frozenset[str]
    needed: int
    left: int
    rounds: int

    @property
    def bid(self) -> Offer | None:
        """What the buyer offered it last."""
        return self.bids[-1] if self.bids else None

    @property
    def standing(self) -> Offer | None:
        """What it offered last."""
        return self.own[-1] if self.own else None

    def about(self, pieces: int) -> "SellerView":
        """The view of a talk about so many pieces: without prices that it gave for many more, the best one standing."""
        held = [each for each in self.own if not self.stock.is_for_many(each.quantity, pieces, self.needed)]
        if len(held) == len(self.own):
            return self
        return replace(self, own=tuple(sorted(held, key=lambda each: -each.price)))


@dataclass(frozen=True, slots=True)
class BuyerView:
    """What the buyer knows. `gone` are the sellers that are not to be had any more, `told` the facts that each has
    told, in its words."""

    demand: Demand
    item: Item
    currency: Currency
    handles: tuple[Handle, ...]
    talk: tuple[Heard, ...]
    offers: tuple[tuple[Handle, Offer], ...]
    gone: frozenset[Handle]
    round: int
    rounds_left: int
    missing: int
    partial: bool
    ending: Ending | None
    told: tuple[tuple[Handle, tuple[str, ...]], ...] = ()


def view_for(room: Room, handle: Handle) -> SellerView:
    """What that seller knows; KeyError where it does not have the item."""
    seller = room.market.seller(handle)
    stock = seller.stock(room.item.id)
    if stock is None:
        raise KeyError(handle)
    talk, own, bids = [], [], []
    told: set[str] = set()
    rounds = 0
    for event in room.events:
        match event:
            case BuyerSaid(to=to, bid=bid) if handle in to:
                rounds += 1
                talk.append(Heard(rounds, "", event.text, bid))
                bids += [bid] if bid else []
            case SellerSaid(seller=who, offer=offer) if who == handle:
                talk.append(Heard(rounds, handle, event.text, offer))
                own += [offer] if offer else []
                told |= set(event.told)
    return SellerView(
        seller=seller,
        stock=stock,
        item=room.item,
        currency=room.market.currency,
        talk=tuple(talk),
        own=tuple(own),
        bids=tuple(bids),
        told=frozenset(told),
        needed=room.demand.quantity,
        left=room.left_in_stock(handle),
        rounds=rounds,
    )


def view_for_buyer(room: Room) -> BuyerView:
    """What the buyer knows."""
    return BuyerView(
        demand=room.demand,
        item=room.item,
        currency=room.market.currency,
        handles=tuple(seller.handle for seller in room.sellers),
        talk=tuple(_heard_by_buyer(room)),
        offers=room.offers,
        gone=room.gone,
        round=room.round,
        rounds_left=max(0, room.market.rules.max_rounds - room.round),
        missing=room.missing,
        partial=room.market.rules.partial,
        ending=room.ending,
        told=tuple((seller.handle, _told(room, seller)) for seller in room.sellers),
    )


def _told(room: Room, seller: Seller) -> tuple[str, ...]:
    """The facts that the seller has told of the item."""
    stock = seller.stock(room.item.id)
    said = (event for event in room.events if isinstance(event, SellerSaid) and event.seller == seller.handle)
    topics = {topic for event in said for topic in event.told}
    return tuple(fact for topic, fact in stock.facts if topic in topics) if stock else ()


def _heard_by_buyer(room: Room) -> list[Heard]:
    talk = []
    for event in room.events:
        match event:
            case BuyerSaid(bid=bid):
                talk.append(Heard(event.round, "", event.text, bid))
            case SellerSaid(offer=offer):
                talk.append(Heard(event.round, event.seller, event.text, offer))
    return talk
