"""Who asks how the other side came by its price says it back and offers nothing."""

import pytest

from tests.engine.reading.table import offers_in


@pytest.mark.parametrize(
    "text",
    [
        "So how did you get from 31,000 to 31,800?",
        "How did you get to 31,800?",
        "Where did you get 31,800 from?",
        "What did you base 31,800 on?",
        "Why did you come to 31,800?",
        "How do you justify 31,800?",
    ],
)
def test_a_price_of_theirs_that_is_asked_about_is_an_echo(text: str) -> None:
    assert ("price", 31_800, "echo") in offers_in(text)


@pytest.mark.parametrize("text", ["What if I got to 31,800?", "Would you do 31,800 with the mats?"])
def test_a_price_of_theirs_that_is_tried_stays_a_probe(text: str) -> None:
    assert ("price", 31_800, "probe") in offers_in(text)
