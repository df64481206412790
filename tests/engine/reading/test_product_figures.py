"""What a thing does so many of is no price: fuel economy, weight, towing, trunk and tank."""

import pytest

from engine.reading.read import read_message
from tests.engine.reading.table import offers_in, table

FRESH = table(own=0, other=0)

FIGURES = (
    "With this one you'd get 25 combined.",
    "It gets 25 combined, about 31 on the highway.",
    "Not thirsty for a truck, 22 on the highway.",
    "It's rated at 27.",
    "It does about 500 on a tank, 36 on the freeway.",
    "Around town you get 28, and 34 on the interstate.",
    "She'll easily do 33 out on the highway.",
    "I'd expect 28 in real life.",
    "It gets 31.",
    "Mileage is 30.",
    "It tows up to 5000 and weighs 3900.",
    "The tow rating is 3,700.",
    "The trunk holds 33 with the seats folded.",
    "The payload is 25.",
    "It has 35 in the tank.",
)

UNSURE = ("Gas? About 29.", "Real world? 27.", "Fuel economy is good, around 27.", "Towing? Up to 30.")

PRICES = (
    ("I can do 31 with the tow hitch.", 31_000),
    ("31 out the door and a full tank.", 31_000),
    ("31 with the cargo mat.", 31_000),
    ("It's good on gas, and it's yours at 31.", 31_000),
    ("30 and a tank of gas.", 30_000),
    ("It's 29,900 and gets 25 combined.", 29_900),
    ("The Aria gets 25 and it's 35,900 out the door.", 35_900),
)


@pytest.mark.parametrize("text", FIGURES)
def test_what_the_thing_does_is_no_price(text: str) -> None:
    read = read_message(text, FRESH)
    assert (read.offers, read.doubts) == ((), ())


@pytest.mark.parametrize("text", UNSURE)
def test_a_bare_number_after_words_about_the_thing_is_asked_about(text: str) -> None:
    read = read_message(text, FRESH)
    assert not read.binding()
    assert read.doubts


@pytest.mark.parametrize(("text", "price"), PRICES)
def test_a_number_that_is_put_as_a_price_stays_one_beside_such_words(text: str, price: int) -> None:
    assert offers_in(text, FRESH) == [("price", price, "firm")]
