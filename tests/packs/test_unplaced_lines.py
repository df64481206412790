"""A line on nothing that the pack knows of gets an answer of its kind, and a complaint is owned up to."""

import pytest

from tests.packs.test_to_the_point import acts, talk

STYLES = (777, 12, 4, 58, 18422)
"""Seeds whose counterparts speak in different manners."""


@pytest.mark.parametrize("seed", STYLES)
@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
@pytest.mark.parametrize(
    ("line", "act"),
    [
        ("Who would I ask about the elevator music?", "UNKNOWN_WHO"),
        ("How long did it take you to find the building?", "UNKNOWN_DURATION"),
        ("How many windows does your kitchen have?", "UNKNOWN_COUNT"),
        ("How come there is a goat on your poster", "UNKNOWN_WHY"),
        ("Where do you stand on tabs and spaces?", "UNKNOWN"),
        ("Do you play an instrument?", "DEPENDS"),
        ("You never answered my messages", "COMPLAINT"),
        ("We painted our lobby last month", "NOTED"),
        ("I want us to get along", "WISHED"),
        ("Let's grab a coffee first", "PLAN"),
    ],
)
def test_a_line_on_nothing_in_the_pack_is_answered_by_its_kind(pack: str, seed: int, line: str, act: str) -> None:
    assert act in acts(talk(pack, seed, line))


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_a_complaint_shows_nothing_of_the_product(pack: str) -> None:
    assert not acts(talk(pack, 777, "You've been slow to answer my emails")) & {"HEARD", "HEARD_NEED"}


def test_a_statement_beside_terms_is_taken_up_and_led_back_to_them() -> None:
    run = talk("car_sales", 18422, "It is 25,900 out the door", "We painted our lobby last month")
    assert {"NOTED", "HOLD"} <= acts(run)


def test_whoever_asks_what_it_would_take_is_not_told_that_nothing_is_in_the_way() -> None:
    assert "NO_DOUBTS" not in acts(talk("saas_renewal", 31, "What would it take to get this wrapped up by the 15th"))
