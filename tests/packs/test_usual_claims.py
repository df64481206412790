"""What reps like to claim, held against the sheet of the buyer before them; what the sheet bears out is never found."""

from functools import cache

import pytest

from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from engine.scoring.relationship import untrue_sentence
from packs.loading import load_installed

PACKS = load_installed()


@cache
def _sheet(pack: str, product: str) -> Scenario:
    loaded = PACKS.get(pack)
    scenarios = (draw_scenario(loaded.pack, loaded.hash, seed) for seed in range(1, 200))
    return next(scenario for scenario in scenarios if scenario.product.id == product)


def _sheets(pack: str) -> list[Scenario]:
    return [_sheet(pack, product) for product in PACKS.get(pack).pack.products]


@pytest.mark.parametrize(
    "line",
    [
        "It does 60 mpg.",
        "You get a lifetime warranty from us.",
        "This is the safest car in America!",
        "It tows 10,000 pounds, no problem.",
        "Sure, it can tow a small boat.",
        "It has three rows and seats eight.",
        "It's an eight-seater.",
        "It has a sunroof and leather seats.",
        "It goes 400 miles on a charge.",
        "There's a 10-year warranty on everything.",
        "All-wheel drive comes standard.",
        "Best in its class.",
        "It drives itself.",
        "It has 300 horsepower.",
    ],
)
def test_what_the_sheet_of_an_electric_car_does_not_bear_out_is_found(line: str) -> None:
    assert untrue_sentence(_sheet("car_sales", "finch_electric"), line)


@pytest.mark.parametrize(
    "line",
    [
        "It seats five, with 22 cubic feet of trunk.",
        "It seats four adults comfortably.",
        "It is rated for 258 miles on a charge.",
        "It's not rated to tow.",
        "It has heated seats and a heated wheel.",
        "You get 4 years or 50,000 miles of warranty, and 8 years on the battery.",
        "I can put in the extended warranty, ten years if you like.",
        "It has no sunroof, I'm afraid.",
        "Do you need something that tows?",
        "A car with three rows would cost you more.",
        "You said you want all-wheel drive.",
        "Your old one did 60 mpg?",
        "It's the safest one on the lot for a family of five.",
        "It's new, with a five star rating.",
        "It has only 12 miles on it.",
        "201 horsepower, all of it at once.",
        "If you need seven seats, this isn't it.",
    ],
)
def test_what_it_bears_out_denies_or_asks_is_not(line: str) -> None:
    assert not untrue_sentence(_sheet("car_sales", "finch_electric"), line)


@pytest.mark.parametrize(
    "line",
    [
        "It is new.",
        "It has a lifetime warranty.",
        "It seats eight and has a sunroof.",
        "Only 9,000 miles on it.",
        "It has a five year warranty.",
    ],
)
def test_a_used_car_is_neither_new_nor_warranted_for_life(line: str) -> None:
    assert untrue_sentence(_sheet("car_sales", "aria_select_2022"), line)


@pytest.mark.parametrize(
    "line",
    [
        "One owner, 31,000 miles, seven seats and all-wheel drive.",
        "It tows 3,500 pounds and does 24 mpg.",
        "The tires are new.",
        "It has three rows, and the third row folds flat.",
        "There are 90 days of cover from the store.",
    ],
)
def test_a_used_car_may_be_praised_for_what_it_is(line: str) -> None:
    assert not untrue_sentence(_sheet("car_sales", "aria_select_2022"), line)


@pytest.mark.parametrize(
    "line",
    [
        "We have 99.99% uptime.",
        "There are 500 integrations.",
        "We're HIPAA compliant.",
        "It's the best help desk on the market.",
        "You get unlimited users.",
    ],
)
def test_a_plan_is_held_against_its_sheet_too(line: str) -> None:
    assert untrue_sentence(_sheet("saas_renewal", "desk_business"), line)


@pytest.mark.parametrize(
    "line",
    [
        "99.9 percent uptime is in the contract, and 99.97 percent was measured last year.",
        "It has 110 ready connectors and 50,000 calls a day.",
        "Single sign-on is in it, and 40 dashboards that update every hour.",
        "Chat is answered within four office hours.",
    ],
)
def test_a_plan_may_be_praised_for_what_it_is(line: str) -> None:
    assert not untrue_sentence(_sheet("saas_renewal", "desk_business"), line)


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_no_sheet_is_at_odds_with_itself(pack: str) -> None:
    for scenario in _sheets(pack):
        product = scenario.product
        said = [product.summary, *(fact for _, fact in product.facts)]
        said += [f"It has {fact[0].lower()}{fact[1:]}" for fact in said]
        assert [line for line in said if untrue_sentence(scenario, line)] == []


@pytest.mark.parametrize("line", ["My floor is 40,000.", "I have a floor, and our floor of $36k is what it is."])
def test_a_floor_above_the_one_on_the_sheet_is_a_bluff_that_it_disproves(line: str) -> None:
    assert untrue_sentence(_sheet("car_sales", "finch_electric"), line)


@pytest.mark.parametrize(
    "line",
    [
        "My floor is 28,400.",
        "With all of that my limit is 29,100.",
        "30,900, and I can't go lower.",
        "My floor at 40k?",
    ],
)
def test_the_floor_as_it_is_or_a_price_held_is_none(line: str) -> None:
    assert not untrue_sentence(_sheet("car_sales", "finch_electric"), line)
