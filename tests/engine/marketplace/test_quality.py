"""How well sellers' lines hold together: strict ones always, others as far as rules can tell."""

import pytest

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.features import facts_in, invented
from engine.marketplace.market import Handle, Item, ItemId, Stock
from engine.marketplace.playing import play
from engine.marketplace.quality import NOT_COUNTED, Flaw, Quality, quality_of
from engine.marketplace.room import Offer, Room, SellerSaid, apply
from engine.marketplace.trading import House, leave
from engine.marketplace.verdict import decode, encode, judged
from packs.markets import installed_markets
from tests.engine.marketplace.given import NOW, after, room_of

ASK = "I need 3 cables. What do you ask?"
QUICK = Handle("QuickTech")
CASE = Item(ItemId("phone_case"), "phone case", "phone cases", ("case",))
FACTS = (("warranty", "a two-year warranty"), ("quality", "a leather back"), ("delivery", "delivery in two days"))
STOCK = Stock(CASE.id, 9, 1, 2, 3, FACTS)


def then(room: Room, text: str, offer: Offer | None = None, held: str = "") -> Room:
    """The talk after that line of QuickTech, by a model unless its own was held."""
    return apply(room, SellerSaid(NOW, room.round, QUICK, text, offer, by="" if held else "gpt-5.2", held=held))


def over(room: Room) -> Room:
    """The talk after the buyer has left."""
    for event in leave(room, NOW):
        room = apply(room, event)
    return room


def flaws(room: Room) -> list[str]:
    """What is wrong in the talk."""
    return [finding.flaw.value for finding in quality_of(room).findings]


@pytest.mark.parametrize("name", list(installed_markets().markets))
def test_strict_sellers_hold_together_in_every_talk(name: str) -> None:
    pack = installed_markets()
    for seed in range(80):
        market, key = draw_market(pack, name, seed), market_key(pack, name, seed)
        for item in market.items:
            quality = quality_of(play(market, item.id, House(pack.phrases, key), habits_of(key), NOW))
            assert quality.findings == ()
            assert quality.coherence == 100
            assert quality.lines


SAID = {
    "an amount that nobody has offered": ("They go for 9.95 elsewhere. Mine are $7.", Offer(700, 3), ["price"]),
    "a discount that is none": ("$7, that's 40% off.", Offer(700, 3), ["price"]),
    "the offer, its total, and the buyer's number": ("5.50 is too low. $7 each, $21 in all.", Offer(700, 3), []),
    "its own earlier price": ("I've come down from $8 to $7.", Offer(700, 3), []),
    "a dearer offer": ("It's $8.50 now.", Offer(850, 3), ["worse"]),
    "the buyer's price while its own stands": ("All right, 5.50.", None, ["other"]),
    "features of its own": ("$7, with free delivery and a five-year warranty.", Offer(700, 3), ["feature"] * 2),
    "a fact": ("$7, with the warranty of QuickTech.", Offer(700, 3), []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "offer", "wrong"), SAID.values(), ids=SAID)
def test_a_line_is_looked_at_for(text: str, offer: Offer | None, wrong: list[str]) -> None:
    assert flaws(then(after(room_of(), ASK, "@QuickTech can you do 5.50?"), text, offer)) == wrong


CLAIMS = {
    "It has a two-year warranty.": (),
    "The warranty runs for 24 months.": (),
    "A 2 year warranty, and a leather back.": (),
    "Delivery in 2 days.": (),
    "It comes with a three-year warranty.": ("three-year",),
    "The frame is titanium.": ("titanium",),
    "Delivery tomorrow.": ("tomorrow",),
    "There's free shipping on it.": ("free shipping",),
    "It's not titanium.": (),
    "I don't have a three-year warranty.": (),
    "I can give you a three-year warranty.": ("three-year",),
    "Would you like a titanium one?": (),
    "It's not shipped today, but delivered tomorrow.": ("tomorrow",),
    "Next-day delivery, of course.": ("Next-day",),
    "Today it's $6. Come back tomorrow.": (),
    "It lasts for ages.": (),
}


@pytest.mark.parametrize(("text", "found"), CLAIMS.items(), ids=list(CLAIMS))
def test_a_feature_is_invented_where_no_fact_has_it(text: str, found: tuple[str, ...]) -> None:
    assert invented(text, CASE, STOCK) == found


def test_a_fact_is_told_in_any_words_that_carry_it() -> None:
    assert facts_in("You'd get the two-year warranty, of course.", STOCK) == ("warranty",)
    assert facts_in("A leather back, and delivery within 2 days.", STOCK) == ("quality", "delivery")
    assert facts_in("A one-year warranty.", STOCK) == ()


def test_an_offer_held_in_place_of_a_wish_that_broke_limits_is_counted_against_the_model() -> None:
    room = then(after(room_of(), ASK), "It's still $8.", held="price, amount")
    room = then(room, "It's still $8.", held="gpt-5.2 took too long")
    quality = quality_of(room)
    assert flaws(room) == ["held"]
    assert (quality.lines, quality.coherent, quality.stood_in) == (5, 4, 1)
    assert quality.coherence == 80
    counted = "5 lines of sellers, no invented prices, no invented features, 1 offer held"
    assert quality.in_words == f"Coherence 80 %: {counted}."


def test_nothing_said_is_nothing_wrong() -> None:
    assert Quality().coherence == 100
    assert Quality().count(Flaw.PRICE) == 0


def test_a_verdict_tells_of_it_and_can_be_stored() -> None:
    room = then(after(room_of(), ASK), "They go for 9.95 elsewhere. Mine are $7.", Offer(700, 3))
    verdict = judged(over(room))
    assert verdict.quality.count(Flaw.PRICE) == 1
    assert decode(encode(verdict)) == verdict
    assert judged(over(after(room_of(), ASK))).quality == NOT_COUNTED
