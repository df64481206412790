"""What a line says to be no offer binds nobody."""

import pytest

from tests.engine.reading.table import offers_in, table

FRESH = table(own=0, other=0)

ASKED = (
    "33,500. Not an offer yet, I just want to know if that'd settle it for you.",
    "33,500, just asking.",
    "I could do 33,500. That's not an offer, only a thought.",
    "Not an offer yet: 33,500. Would that settle it?",
    "This isn't a formal offer, 33,500.",
    "Purely hypothetical: 33,500.",
    "33,500 just to test the water.",
    "Off the record, 33,500.",
    "33,500 is only an example.",
    "Just so I know: 33,500, is that where you'd be?",
)

MEANT = (
    ("That was not an offer. My offer is 34,000.", 34_000),
    ("34,000. That's my offer, I'm not just asking.", 34_000),
    ("No offer yet from you? Mine is 34,000.", 34_000),
    ("Not my final offer, but 34,000.", 34_000),
    ("I just want to understand your week. It's 34,000 out the door.", 34_000),
)


@pytest.mark.parametrize("text", ASKED)
def test_a_price_that_is_said_to_be_no_offer_is_a_probe(text: str) -> None:
    assert offers_in(text, FRESH) == [("price", 33_500, "probe")]


@pytest.mark.parametrize(("text", "price"), MEANT)
def test_a_price_put_forward_beside_such_words_still_binds(text: str, price: int) -> None:
    assert ("price", price, "firm") in offers_in(text, FRESH)


def test_what_goes_with_a_price_that_is_no_offer_is_a_probe_too() -> None:
    assert offers_in("33,500 with the mats. Not an offer yet.", FRESH) == [
        ("price", 33_500, "probe"),
        ("mats", 1, "probe"),
    ]
