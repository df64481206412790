"""Nobody in a market knows what is not theirs to know, whatever has been said."""

from dataclasses import fields, is_dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.market import Market
from engine.marketplace.playing import play
from engine.marketplace.room import BuyerSaid, Room, SellerSaid
from engine.marketplace.trading import House
from engine.marketplace.visibility import view_for, view_for_buyer
from packs.markets import installed_markets
from tests.engine.marketplace.given import NOW, after, room_of

MARKETS = tuple(installed_markets().markets)


def everything_in(value: object) -> list[object]:
    """Every plain value inside a view."""
    if is_dataclass(value) and not isinstance(value, type):
        return [inner for field in fields(value) for inner in everything_in(getattr(value, field.name))]
    if isinstance(value, tuple | list | frozenset):
        return [inner for each in value for inner in everything_in(each)]
    return [value]


def played(name: str, seed: int) -> tuple[Market, Room]:
    """A market of the pack, played to its end by a strict buyer."""
    pack = installed_markets()
    market, key = draw_market(pack, name, seed), market_key(pack, name, seed)
    return market, play(market, market.items[0].id, House(pack.phrases, key), habits_of(key), NOW)


@settings(max_examples=60)
@given(st.sampled_from(MARKETS), st.integers(0, 10_000))
def test_a_seller_sees_its_own_side_and_what_was_said_to_it_alone(name: str, seed: int) -> None:
    market, room = played(name, seed)
    for seller in room.sellers:
        seen = everything_in(view_for(room, seller.handle))
        others = [each for each in market.sellers if each.handle != seller.handle]
        assert not {each.handle for each in others} & {value for value in seen if isinstance(value, str)}
        heard = {event.text for event in room.events if isinstance(event, BuyerSaid) and seller.handle in event.to}
        said = {event.text for event in room.events if isinstance(event, SellerSaid) and event.seller == seller.handle}
        assert {line.text for line in view_for(room, seller.handle).talk} <= heard | said
        assert market.demand(room.item.id) not in seen


@settings(max_examples=60)
@given(st.sampled_from(MARKETS), st.integers(0, 10_000))
def test_the_buyer_sees_no_limit_no_weight_and_no_manner(name: str, seed: int) -> None:
    _, room = played(name, seed)
    view = view_for_buyer(room)
    seen = everything_in(view)
    for seller in room.sellers:
        assert seller not in seen
        assert seller.stock(room.item.id) not in seen
    assert {"rude", "neutral", "sweet"}.isdisjoint(value for value in seen if isinstance(value, str))


def test_what_is_said_to_one_seller_reaches_no_other() -> None:
    room = after(room_of(), "I need 3 cables. What do you ask?", "@QuickTech can you do 5.55?")
    assert any("5.55" in line.text for line in view_for(room, room.sellers[1].handle).talk)
    for other in (room.sellers[0], room.sellers[2]):
        assert not any("5.55" in line.text for line in view_for(room, other.handle).talk)
        assert view_for(room, other.handle).rounds == 1
