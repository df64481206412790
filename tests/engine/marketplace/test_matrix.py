"""The matrix of who knows what, line by line: what is not a party's to know changes nothing that it sees."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.market import Handle, Market, Seller, Stock
from engine.marketplace.playing import play
from engine.marketplace.room import Bought, BuyerSaid, Room, RoomEvent, SellerSaid, Thought, Traces, fold
from engine.marketplace.trading import House
from engine.marketplace.visibility import view_for, view_for_buyer
from packs.markets import installed_markets
from tests.engine.marketplace.given import NOW

THOUGHT = Thought("some-model", "zqthought", "price", Traces("zqprompt", "zqrequest"))


@st.composite
def rooms(draw: st.DrawFn) -> Room:
    """A talk of an installed market, over or cut off somewhere, with thoughts in whatever was said and done."""
    pack, name = installed_markets(), draw(st.sampled_from(list(installed_markets().markets)))
    seed = draw(st.integers(0, 5_000))
    market, key = draw_market(pack, name, seed), market_key(pack, name, seed)
    item = draw(st.sampled_from(market.items)).id
    events = play(market, item, House(pack.phrases, key), habits_of(key), NOW).events
    return fold(market, [thinking(event) for event in events[: draw(st.integers(1, len(events)))]])


def thinking(event: RoomEvent) -> RoomEvent:
    """The event, as if a model had done it."""
    return replace(event, **THOUGHT._asdict()) if isinstance(event, BuyerSaid | SellerSaid | Bought) else event


def concerns(event: RoomEvent, handle: Handle) -> bool:
    """Whether the event is the seller's to know of."""
    if isinstance(event, BuyerSaid):
        return handle in event.to
    return event.seller == handle if isinstance(event, SellerSaid | Bought) else True


def other_figures(stock: Stock, by: int) -> Stock:
    """The stock with everything changed that is hidden."""
    cost = stock.cost + by
    least = max(cost + 1, stock.least + by)
    return replace(stock, cost=cost, least=least, selling=max(least, stock.selling + by), pieces=stock.pieces + by)


def another(seller: Seller, by: int) -> Seller:
    """The seller with everything changed that is hidden."""
    retention = (seller.retention + by) % 101
    style = {"rude": "sweet", "neutral": "rude", "sweet": "neutral"}[seller.style]
    inventory = tuple(other_figures(stock, by) for stock in seller.inventory)
    return replace(seller, retention=retention, profit=100 - retention, style=style, inventory=inventory)


def with_sellers(market: Market, keep: Handle | None, by: int) -> Market:
    """The market with all that is hidden changed at all sellers but one."""
    sellers = tuple(each if each.handle == keep else another(each, by) for each in market.sellers)
    return replace(market, sellers=sellers)


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(rooms(), st.integers(1, 400))
def test_a_seller_sees_the_same_whatever_the_buyer_pays_and_the_others_have_say_and_sell(room: Room, by: int) -> None:
    for seller in room.sellers:
        demands = tuple(replace(each, high=each.high + by, low=each.low + by) for each in room.market.demands)
        market = replace(with_sellers(room.market, seller.handle, by), demands=demands)
        own = [event for event in room.events if concerns(event, seller.handle)]
        assert view_for(fold(market, own), seller.handle) == view_for(room, seller.handle)


@settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(rooms(), st.integers(1, 400))
def test_the_buyer_sees_the_same_whatever_sellers_hide(room: Room, by: int) -> None:
    assert view_for_buyer(fold(with_sellers(room.market, None, by), room.events)) == view_for_buyer(room)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rooms())
def test_nobody_sees_a_thought(room: Room) -> None:
    bare = [replace(event, **Thought()._asdict()) if thinks(event) else event for event in room.events]
    plain = fold(room.market, bare)
    assert view_for_buyer(plain) == view_for_buyer(room)
    for seller in room.sellers:
        assert view_for(plain, seller.handle) == view_for(room, seller.handle)
        assert "zq" not in repr(view_for(room, seller.handle))
    assert "zq" not in repr(view_for_buyer(room))


def thinks(event: RoomEvent) -> bool:
    """Whether the event has room for a thought."""
    return isinstance(event, BuyerSaid | SellerSaid | Bought)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(rooms())
def test_what_was_said_to_a_seller_and_sold_by_it_it_knows(room: Room) -> None:
    for seller in room.sellers:
        view = view_for(room, seller.handle)
        lines = [event for event in room.events if isinstance(event, BuyerSaid | SellerSaid)]
        assert [line.text for line in view.talk] == [line.text for line in lines if concerns(line, seller.handle)]
        sold = sum(each.offer.quantity for each in room.bought if each.seller == seller.handle)
        assert view.left == view.stock.pieces - sold
