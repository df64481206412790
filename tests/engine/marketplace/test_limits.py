"""What a seller, and a buyer, that a model plays cannot do; everything else is theirs to decide."""

import pytest

from engine.marketplace.buyer_limits import BuyerWish, buyer_breaks
from engine.marketplace.limits import Limit, SellerWish, as_meant, seller_breaks, settling
from engine.marketplace.listening import listen
from engine.marketplace.market import Handle
from engine.marketplace.room import Offer, Room
from engine.marketplace.selling import SellerMove, hold
from engine.marketplace.visibility import view_for, view_for_buyer
from tests.engine.marketplace.given import after, room_of, seller

ASK = "I need 3 cables. What do you ask?"
QUICK = Handle("QuickTech")
OTHERS = ("CableHouse", "BudgetWires")


def broken(room: Room, text: str, wish: SellerWish) -> set[str]:
    """The limits that QuickTech breaks by that answer to the line."""
    view = view_for(room, QUICK)
    return {each.limit.value for each in seller_breaks(view, listen(text, view), text, as_meant(view, wish), OTHERS)}


def offers(price: int, quantity: int, message: str) -> SellerWish:
    """An offer in those words."""
    return SellerWish("offer", message, Offer(price, quantity))


BEGUN = room_of()
ASKED = after(BEGUN, ASK)
"""QuickTech has offered three at $8; it never sells below $6, has a hundred, and cares 80 of 100 for customers."""

FINE = {
    "lower": offers(700, 3, "I can do $7 each, $21 in all."),
    "with its facts": offers(650, 3, "6.50 each, with the warranty of QuickTech."),
    "at the least": offers(600, 3, "For you, $6.00 apiece."),
    "the buyer's own number beside its own": offers(700, 3, "5.50 is too low for me. $7.00?"),
    "it holds": SellerWish("hold", "I'd have to stay at $8."),
    "it holds without a number": SellerWish("hold", "What would help you to decide?"),
    "it leaves": SellerWish("leave", "I'd rather leave it there."),
    "it names its standing offer again": SellerWish("hold", "It's $8 each.", Offer(800, 3)),
}

NOT_FINE = {
    "below the least": (offers(595, 3, "$5.95 each."), "price"),
    "above the list": (offers(900, 3, "$9 each."), "price retracting"),
    "back above its own": (offers(805, 3, "$8.05 each."), "price retracting"),
    "more than it has": (offers(700, 101, "$7 each for 101."), "stock"),
    "none at all": (offers(700, 0, "$7 each."), "stock"),
    "more than was asked for": (offers(700, 10, "$7 each for 10."), "quantity"),
    "fewer than before": (offers(700, 2, "$7 each for 2."), "retracting"),
    "an offer without a price": (SellerWish("offer", "A bit less than before."), "form"),
    "another price in the message": (offers(700, 3, "I can do $6.80 each."), "amount offer"),
    "its offer left unsaid": (offers(700, 3, "I'd go down a little."), "offer"),
    "a total that is wrong": (offers(700, 3, "$7 each, $22 in all."), "amount"),
    "the buyer's number as if it were its own": (SellerWish("hold", "Fine, 5.50 it is."), "offer"),
    "the buyer's number beside its own, and meant": (SellerWish("hold", "Fine, I'll do 5.50 instead of $8."), "offer"),
    "its cost": (SellerWish("hold", "They cost me $4, so it's $8."), "hidden"),
    "its least price": (offers(700, 3, "$7, and I could go to 6.00."), "hidden"),
    "its weights": (SellerWish("hold", "Keeping you is worth 80 to me. $8."), "hidden"),
    "what it has in stock": (SellerWish("hold", "I have 100 of them. $8."), "hidden"),
    "another seller": (SellerWish("hold", "BudgetWires asks more than my $8."), "others"),
    "sold where nothing is bought": (SellerWish("hold", "Sold. $8 each."), "agreement"),
    "accepting what nobody stands by": (SellerWish("accept", "Deal at 5.50."), "agreement offer"),
    "nothing said": (SellerWish("hold", "…"), "words"),
    "too much said": (SellerWish("hold", "Well. " * 100), "words"),
    "digits of another script": (SellerWish("hold", "$8, or ٦."), "amount"),
}


@pytest.mark.parametrize("wish", FINE.values(), ids=FINE)
def test_within_its_limits_a_seller_does_as_it_likes(wish: SellerWish) -> None:
    assert broken(ASKED, "@QuickTech can you do 5.50?", wish) == set()


@pytest.mark.parametrize(("wish", "limits"), NOT_FINE.values(), ids=NOT_FINE)
def test_a_seller_cannot(wish: SellerWish, limits: str) -> None:
    assert broken(ASKED, "@QuickTech can you do 5.50?", wish) == set(limits.split())


AS_PEOPLE_TALK = {
    "@QuickTech can you do 6.50?": offers(700, 3, "$6.50 is a bit too low for me, but how about $7.00 per cable?"),
    "@QuickTech could you do 6.50?": SellerWish("hold", "I'm staying at $8.00 for now. These are quality cables."),
    "@QuickTech how soon can you deliver?": SellerWish(
        "hold", "I'd have to check. Shall we talk about the price first?"
    ),
    "@QuickTech I'd take 10 if you do 7": offers(700, 10, "For 10 cables I can do $7.00 each, $70 in total."),
    "@QuickTech I'll pay 6.50 each.": SellerWish("accept", "Wonderful, it's a deal. 3 cables for $19.50."),
    "@QuickTech BudgetWires offers 6.20": offers(640, 3, "Let me try to beat that: not quite 6.20, but $6.40."),
    "@QuickTech what's your best price?": offers(699, 3, "$6.99 each - that's over a dollar less than list!"),
    "deal, @QuickTech": SellerWish("accept", "Sold! I'll get the 3 cables ready for you."),
    "@QuickTech too expensive": offers(750, 3, "OK, 7.50 each, 22.50 all in. One time only."),
}


@pytest.mark.parametrize(("text", "wish"), AS_PEOPLE_TALK.items(), ids=list(AS_PEOPLE_TALK))
def test_what_sellers_would_say_breaks_nothing(text: str, wish: SellerWish) -> None:
    assert broken(ASKED, text, wish) == set()


def test_a_firm_bid_may_be_accepted_from_the_least_price_on() -> None:
    accept = SellerWish("accept", "Sold, 6.50 each.")
    assert broken(ASKED, "@QuickTech I'll pay 6.50.", accept) == set()
    view = view_for(ASKED, QUICK)
    assert settling(view, listen("@QuickTech I'll pay 6.50.", view), accept).sold == Offer(650, 3)
    assert broken(ASKED, "@QuickTech I'll pay 5.50.", SellerWish("accept", "Sold, 5.50 each.")) == {"price"}


def test_a_seller_stands_by_the_offer_that_the_buyer_takes() -> None:
    for wish in (offers(700, 3, "$7 each."), SellerWish("hold", "Not yet, $8."), SellerWish("leave", "No.")):
        assert "agreement" in broken(ASKED, "deal, @QuickTech", wish)
    assert broken(ASKED, "deal, @QuickTech", SellerWish("accept", "Sold! $24 for the three cables.")) == set()


def test_what_the_buyer_tells_of_others_may_be_spoken_of() -> None:
    line = "@QuickTech BudgetWires offers me 6.50. Can you do that?"
    assert broken(ASKED, line, offers(700, 3, "I can't match the 6.50 of BudgetWires, but $7 I can.")) == set()


def test_a_first_offer_is_for_as_many_as_the_buyer_speaks_of_or_fewer() -> None:
    assert broken(BEGUN, ASK, offers(800, 3, "$8 each.")) == set()
    assert broken(BEGUN, ASK, offers(800, 4, "$8 each for 4.")) == {"quantity"}
    assert broken(BEGUN, ASK, SellerWish("hold", "Which length would you like?")) == set()


def test_who_holds_stays_at_its_offer_answers_what_is_asked_and_sells_what_is_taken() -> None:
    view = view_for(ASKED, QUICK)
    assert hold(view, listen("can you do 5.50?", view)).offer == Offer(800, 3)
    assert hold(view, listen("How long is the warranty?", view)).told == ("warranty",)
    assert hold(view, listen("deal", view)).sold == Offer(800, 3)
    assert hold(view, listen("no thanks, bye", view)).move is SellerMove.PART
    first = view_for(BEGUN, QUICK)
    assert hold(first, listen("3 cables at 5.50?", first)).offer == Offer(800, 3)


BUYER_FINE = {
    "a question": BuyerWish("say", "How long is the warranty?", QUICK),
    "a bid": BuyerWish("say", "Can you do 6.20 for 3 cables?", QUICK, 620),
    "with what another offers": BuyerWish("say", "BudgetWires offers $7. Can you do 6.20?", QUICK, 620),
    "to all": BuyerWish("say", "Who can do 6.20?", "", 620),
    "a purchase": BuyerWish("take", "", "BudgetWires"),
    "a part of it": BuyerWish("take", "", "BudgetWires", quantity=2),
    "leaving": BuyerWish("leave"),
}

BUYER_NOT_FINE = {
    "above the most": (BuyerWish("say", "I'd pay 9.50.", QUICK, 950), "price"),
    "below what it trusts": (BuyerWish("say", "Can you do 4.50?", QUICK, 450), "price"),
    "more than it needs": (BuyerWish("say", "Can you do 6.20 for 5?", QUICK, 620, 5), "quantity"),
    "its most": (BuyerWish("say", "I can't go above $9.00. 6.20?", QUICK, 620), "hidden"),
    "a number that is no bid": (BuyerWish("say", "Can you do 6.20?", QUICK), "amount"),
    "a bid left unsaid": (BuyerWish("say", "Can you do better?", QUICK, 620), "offer"),
    "nobody's offer": (BuyerWish("take"), "standing"),
    "a seller that is not there": (BuyerWish("say", "Hello?", "TechStore"), "standing"),
    "more than is offered": (BuyerWish("take", "", QUICK, quantity=4), "quantity"),
    "nothing said": (BuyerWish("say", " "), "words"),
}


@pytest.mark.parametrize("wish", BUYER_FINE.values(), ids=BUYER_FINE)
def test_within_its_limits_a_buyer_does_as_it_likes(wish: BuyerWish) -> None:
    assert buyer_breaks(view_for_buyer(ASKED), wish) == ()


@pytest.mark.parametrize(("wish", "limits"), BUYER_NOT_FINE.values(), ids=BUYER_NOT_FINE)
def test_a_buyer_cannot(wish: BuyerWish, limits: str) -> None:
    assert {each.limit.value for each in buyer_breaks(view_for_buyer(ASKED), wish)} == set(limits.split())


def test_a_buyer_takes_nothing_that_is_dearer_than_it_pays() -> None:
    dear = after(room_of(seller("CableHouse", selling=2000), seller("QuickTech", selling=2000)), ASK)
    found = buyer_breaks(view_for_buyer(dear), BuyerWish("take", "", QUICK))
    assert [each.limit for each in found] == [Limit.PRICE]


def test_a_buyer_without_a_line_left_takes_an_offer_or_leaves() -> None:
    view = view_for_buyer(after(room_of(max_rounds=1), ASK))
    (found,) = buyer_breaks(view, BuyerWish("say", "How long is the warranty?"))
    assert "no line left" in found.told
    assert buyer_breaks(view, BuyerWish("leave")) == ()
