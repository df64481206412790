"""A number that the brief gives otherwise is found; what is right, asked or about another car is left alone."""

import pytest

from engine.scoring.contradictions import contradicting_sentence
from packs.loading import load_installed

FACTS = (
    "25 mpg combined on regular gas; about $620 a year in scheduled service.",
    "265 horsepower and a tow rating of 3,500 pounds.",
    "New, with a 3-year or 36,000-mile warranty and 5 years on the engine and gearbox.",
)


@pytest.mark.parametrize(
    "line",
    [
        "It gets 60 mpg.",
        "This one tows 5,000 pounds!",
        "350 horsepower under the hood",
        "50 miles per gallon, never needs service",
        "It does 50 miles to the gallon, no problem.",
        "350 hp under the hood",
    ],
)
def test_a_number_that_the_brief_gives_otherwise_is_found(line: str) -> None:
    assert contradicting_sentence(line, FACTS) == line


@pytest.mark.parametrize(
    "line",
    [
        "It gets 25 mpg.",
        "It gets 25 miles per gallon.",
        "I can't promise you 60 mpg.",
        "Around 26 mpg, give or take",
        "It does 60 mpg?",
        "Your old one got 14 mpg.",
        "It does not get 60 mpg.",
        "At 12,000 miles a year that is 480 gallons.",
        "I can do 33,900 for 36 months.",
    ],
)
def test_what_is_right_or_about_something_else_is_left_alone(line: str) -> None:
    assert not contradicting_sentence(line, FACTS)


def test_the_brief_never_contradicts_itself() -> None:
    pack = load_installed().get("car_sales")
    assert pack is not None
    for product in pack.pack.products.values():
        facts = [str(fact) for fact in product.facts.values()]
        assert not any(contradicting_sentence(fact, facts) for fact in facts)


def test_a_measure_of_theirs_or_one_beside_the_true_number_is_not_claimed_of_the_product() -> None:
    line, camper = "2,000 pounds is easy for it.", "We have a 2,000-pound camper."
    assert contradicting_sentence(line, FACTS)
    assert not contradicting_sentence(line, FACTS, [camper])
    assert not contradicting_sentence("2,000 pounds is easy, it's rated for 3,500 with the hitch on.", FACTS)
