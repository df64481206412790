"""All that a line offers is heard: items with words between, how many it is for, and what stands after an "if I"."""

import pytest

from engine.negotiation.negotiation import read_line
from tests.packs.buyers import bound, talk


@pytest.mark.parametrize(
    "text",
    [
        "I could do 24,600 and the 5 year warranty.",
        "24,600 and a 5-year warranty.",
        "24,600 and the full 60,000 mile extended warranty.",
        "24,600 plus 5 years of extended warranty.",
        "24,600, 5 year warranty included.",
        "24,600 and our best longer warranty.",
    ],
)
def test_words_between_a_price_and_an_item_lose_neither(text: str) -> None:
    assert bound(talk("car_sales", 107), text) == {"price": 2_460_000, "warranty": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Hold on, I put the 5 year warranty in that one. Did you see that?",
        "The warranty is in that price.",
        "I had the longer warranty in that one.",
    ],
)
def test_what_is_said_to_be_in_the_price_is_in_it(text: str) -> None:
    assert bound(talk("car_sales", 107, "24,600."), text) == {"warranty": 1}


def test_a_makers_warranty_stays_no_item() -> None:
    assert bound(talk("car_sales", 107), "24,600 and three years of maker's warranty left.") == {"price": 2_460_000}


@pytest.mark.parametrize(
    "text",
    [
        "76,000 for 195.",
        "76,000 for all 195.",
        "195 at 76,000.",
        "For 195 it's 76,000.",
        "With 195 you'd be at 76,000.",
        "76,000 for 195 seats.",
    ],
)
def test_a_price_for_so_many_names_the_seats(text: str) -> None:
    assert bound(talk("saas_renewal", 112), text) == {"price": 7_600_000, "seats": 195}


@pytest.mark.parametrize("text", ["76,000 for 24 months.", "76,000 for 12 months.", "76,000 for 2026."])
def test_a_price_for_months_or_a_year_names_no_seats(text: str) -> None:
    assert "seats" not in bound(talk("saas_renewal", 112), text)


def test_support_is_heard_by_its_short_name_beside_a_price() -> None:
    read = bound(talk("saas_renewal", 112), "76,000 for 195, with support, 12 months.")
    assert read == {"price": 7_600_000, "seats": 195, "support": 1, "term": 12}


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("You just said you wouldn't fill 210. Is it 180? 150?", {180, 150}),
        ("How many would you fill? 180? 150?", {180, 150}),
        ("Is it 190 then?", {190}),
        ("How many log in, 185?", {185}),
    ],
)
def test_numbers_after_how_many_are_filled_are_seats(text: str, seats: set[int]) -> None:
    run = talk("saas_renewal", 105, "55,440 a year for 210 seats, 12 months. Can we sign this week?")
    read = read_line(run, text)
    assert {offer.amount for offer in read.offers if offer.modality == "probe"} == seats
    assert {str(offer.issue) for offer in read.offers} == {"seats"}
    assert read.doubts == ()


def test_what_the_other_side_fills_binds_nobody() -> None:
    run = talk("saas_renewal", 105, "55,440 a year for 210 seats, 12 months.")
    assert bound(run, "So you fill 180.") == {}


@pytest.mark.parametrize(
    "text",
    [
        "If I cap the increase at 3 percent, 24,000 for the year, would you be comfortable taking that to Kwame?",
        "If I cap it at 3 percent and do 24,000, would you sign?",
    ],
)
def test_what_the_speaker_would_do_for_a_price_belongs_to_it(text: str) -> None:
    assert bound(talk("saas_renewal", 104), text) == {"price": 2_400_000, "cap": 300}


def test_a_package_that_is_only_asked_about_stays_a_probe_as_a_whole() -> None:
    read = read_line(talk("saas_renewal", 104), "What if I cap the increase at 3 percent and do 24,000?")
    assert {offer.modality for offer in read.offers} == {"probe"}
