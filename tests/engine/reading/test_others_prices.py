"""What others ask is nobody's offer here, named or not."""

import pytest

from engine.negotiation.negotiation import read_line
from tests.engine.reading.table import offers_in, table
from tests.packs.buyers import talk

OTHERS = (
    "The listings around here are at 30 and up, so what am I missing?",
    "Others ask 30.",
    "Everything like it around here is listed at 30 or more.",
    "People ask 30 for it.",
    "The going price is 30.",
    "Look around, it's 30 and up everywhere.",
    "Used ones like this run 30 and up.",
    "Most ads say 30.",
    "They start at 30 on every lot.",
    "The cheapest one in the county is 30,200.",
    "Their 34,300 is before fees.",
)

RIVALS = (
    "Baxter at 34,300 before fees, for the same one?",
    "With Baxter it's 34,300, right?",
    "At Baxter you'd pay 34,300 plus fees.",
    "34,300 at Baxter, and then the fees.",
    "34,300 from Baxter is before fees.",
    "Eastside at 34,300.",
    "Baxter: 34,300.",
    "Fair. Valley's $34,300, is that with the fees in?",
    "So Baxter comes to 34,300 with the fees.",
    "Baxter adds up to $34,300 then.",
)

OWN = (
    ("I'm at 34,300 against Baxter.", 34_300),
    ("I'll match Baxter at 34,300.", 34_300),
    ("Beat Baxter? 34,200.", 34_200),
    ("Baxter's at 34,300, I'm at 34,900 with nothing added.", 34_900),
    ("Listed at 36, yours for 35,500.", 35_500),
    ("The others are at 36, mine is 35,500.", 35_500),
)


@pytest.mark.parametrize("text", OTHERS)
def test_what_others_ask_is_no_offer(text: str) -> None:
    assert offers_in(text, table(own=0, other=0)) == []


@pytest.mark.parametrize("text", RIVALS)
def test_a_price_with_a_rivals_name_is_the_rivals(text: str) -> None:
    read = read_line(talk("car_sales", 103), text)
    assert (read.offers, read.doubts) == ((), ())


@pytest.mark.parametrize(("text", "price"), OWN)
def test_a_price_of_ones_own_stands_beside_what_others_ask(text: str, price: int) -> None:
    assert [offer.amount for offer in read_line(talk("car_sales", 103), text).binding()] == [100 * price]


def test_a_rivals_fees_are_none_of_the_speakers() -> None:
    run = talk("car_sales", 103, "Baxter at 34,300 before fees, for the same one? So with fees they're past 35.")
    assert run.mood.crossed == ()


def test_a_spread_that_the_speaker_puts_up_itself_stays_its_own() -> None:
    assert offers_in("Serious offers only, 34,500 and up.") == [("price", 34_500, "firm")]


@pytest.mark.parametrize(
    "text", ["I have other people interested but at 34,500", "there are three buyers interested, but at 34,500"]
)
def test_what_others_are_interested_at_is_no_price_of_the_speaker(text: str) -> None:
    assert offers_in(text) == []


@pytest.mark.parametrize(
    "text",
    ["So it's more like 34,200 with them.", "With fees it'd be 34,200 over there.", "Then theirs comes to 34,200."],
)
def test_what_those_spoken_of_before_would_charge_is_no_price_of_the_speaker(text: str) -> None:
    assert offers_in(text) == []


def test_with_them_may_mean_the_extras_that_the_line_names() -> None:
    amounts = [
        amount for issue, amount, _ in offers_in("34,200 without the mats, 34,900 with them.") if issue == "price"
    ]
    assert amounts == [34_200, 34_900]


def test_whom_a_price_is_for_is_nobody_who_asks_it() -> None:
    run = talk("saas_renewal", 7_730_215)
    read = read_line(run, "Smaller for Marguerite: 23,400, 45 seats, 12 months.")
    assert [offer.amount for offer in read.binding() if offer.issue == "price"] == [2_340_000]


def test_what_so_many_miles_cost_to_charge_is_no_payment() -> None:
    read = read_line(talk("car_sales", 103), "It charges overnight at home for about $45 a month per 1,000 miles.")
    assert (read.offers, read.doubts) == ((), ())
