"""A price that is floated and then asked to be signed is meant; one that is only asked about is not."""

import pytest

from tests.engine.reading.table import offers_in


@pytest.mark.parametrize(
    "line",
    [
        "what if i do 33,200 and we get it done this week so you can sleep? shall we write it up?",
        "could we meet at 33,200? we write it up n she's safe by this weekend",
        "Would 33,200 do it for you? Shall we sign it then?",
    ],
)
def test_a_price_that_the_line_then_asks_to_sign_is_meant(line: str) -> None:
    assert [(amount, modality) for _, amount, modality in offers_in(line)] == [(33_200, "firm")]


@pytest.mark.parametrize(
    "line",
    [
        "what if I said 33,200? could that work for you",
        "if I knock it down to 33,200 can we wrap this up before 6?",
        "What if it were 33,200? What would you say?",
        "Shall we sign this week? And what if it were 33,200?",
    ],
)
def test_a_price_that_is_only_asked_about_binds_nobody(line: str) -> None:
    assert [modality for _, _, modality in offers_in(line)] == ["probe"]
