"""Numbers whose words are weighed: what the weights may say, and what they may not."""

import pytest

from engine.reading.features import features_of
from engine.reading.line import line_of
from engine.reading.money import amount_of
from engine.reading.weights import Outcome, learned
from tests.engine.reading.table import LIST_PRICE, OTHER_PRICE, offers_in, table


@pytest.mark.parametrize(
    "text",
    [
        "With this one you'd get 25 combined.",
        "It gets 25 combined, about 31 on the highway.",
        "Around town you'll see 24, maybe 26.",
        "We have 24 on the lot in that color.",
    ],
)
def test_a_number_that_its_words_make_no_price_offers_nothing(text: str) -> None:
    assert offers_in(text) == []


@pytest.mark.parametrize("text", ["I can do 25.", "Would you take 25?", "25 combined with the mats, I can do 25."])
def test_what_is_put_forward_stays_a_price_whatever_stands_around_it(text: str) -> None:
    assert ("price", 25_000) in [(issue, amount) for issue, amount, _ in offers_in(text, table(other=0))]


def test_a_live_price_is_always_a_price() -> None:
    assert offers_in(f"{OTHER_PRICE:,} on the highway")[0][:2] == ("price", OTHER_PRICE)


def test_a_number_with_the_sign_of_a_currency_is_always_a_price() -> None:
    assert offers_in("around town you'll see $25,000")[0][:2] == ("price", 25_000)


def test_a_question_does_not_take_the_other_sides_price() -> None:
    assert [modality for _, _, modality in offers_in(f"is {OTHER_PRICE:,} a deal?")] != ["firm"]


@pytest.mark.parametrize("text", ["{} sounds great, I'll bring cash.", "Perfect! {} it is", "{} works for us."])
def test_the_other_sides_price_called_good_is_taken(text: str) -> None:
    assert offers_in(text.format(f"{OTHER_PRICE:,}")) == [("price", OTHER_PRICE, "firm")]


@pytest.mark.parametrize("text", ["At {} I'm paying you to take it.", "{} doesn't get you the keys."])
def test_the_other_sides_price_scoffed_at_is_refused(text: str) -> None:
    assert offers_in(text.format(f"{OTHER_PRICE:,}")) == [("price", OTHER_PRICE, "rejected")]


def test_every_outcome_has_a_score_and_every_score_is_whole() -> None:
    context = table()
    line = line_of("31,800 on the highway", context.vocabulary)
    (number,) = line.numbers
    seen = features_of(line, number, line.settings[0], amount_of(number, context.price, context), context)
    scores = learned().scores(seen)
    assert set(scores) == set(Outcome)
    assert all(type(score) is int for score in scores.values())


def test_features_name_where_an_amount_lies_among_the_prices() -> None:
    context = table()
    line = line_of(f"{LIST_PRICE:,}", context.vocabulary)
    (number,) = line.numbers
    seen = features_of(line, number, line.settings[0], amount_of(number, context.price, context), context)
    assert {("of list", "exact"), ("is", "list"), ("left", "<s>"), ("right", "</s>")} <= seen
