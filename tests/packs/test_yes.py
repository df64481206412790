"""A yes is a yes: nothing stands beside it that speaks against it, and nothing that was offered is lost on the way."""

import pytest

from engine.reading.reading import Act
from engine.scoring.deciding import decision_sought
from engine.scoring.extras import listed_for
from engine.scoring.record import turns_of
from engine.terms.terms import IssueId, Terms
from tests.packs.buyers import bound, buyer, talk

CUSTOMER = 8_714_088
OFFER = (
    "Fine, my offer is 44,000 a year for 94 seats over 24 months. Do you take it, and is there anything still missing?"
)


def test_whoever_signs_brings_up_no_doubt_and_no_stand_on_what_it_signs() -> None:
    run = talk("saas_renewal", CUSTOMER, "How many seats?", OFFER)
    assert run.agreed is not None
    assert run.last_heard == "Good, $44,000 a year with 94 seats and a 24-month term. Let's close it."
    assert not run.mood.raised


@pytest.mark.parametrize("seats", [85, 95])
def test_a_counter_names_the_seats_that_are_needed_where_fewer_than_now_were_brought_up(seats: int) -> None:
    run = talk("saas_renewal", 6_154_706, f"For {seats} seats I'd suggest 42,500 a year.")
    assert run.counterpart_terms is not None
    assert dict(run.counterpart_terms.amounts)["seats"] == 85


@pytest.mark.parametrize(
    "line",
    [
        "I'll fix the next increase at 3% max. 70,000 for it.",
        "70,000, and next year's increase stays at 3% at most.",
        "We'd hold the next rise to 3 percent. 70,000 a year.",
    ],
)
def test_a_limit_on_the_next_increase_is_no_rise_of_the_price(line: str) -> None:
    offered = bound(talk("saas_renewal", 5_582_863, "Hi."), line)
    assert (offered["cap"], offered["price"]) == (300, 7_000_000)


@pytest.mark.parametrize(
    "line", ["That's a fair worry.", "A reasonable concern, that.", "I wouldn't blame you for asking."]
)
def test_a_worry_that_is_called_fair_is_acknowledged(line: str) -> None:
    assert talk("saas_renewal", 5_005_201, line).readings[-1].reading.has(Act.ACKNOWLEDGE)


def test_the_list_price_of_more_seats_is_higher() -> None:
    scenario = buyer("saas_renewal", 5_582_863)
    now = scenario.product.list_price
    seats = scenario.issue(IssueId("seats")).count_now
    assert listed_for(scenario, Terms.of({IssueId("seats"): seats * 6 // 5})) == now * 6 // 5
    assert listed_for(scenario, scenario.at_list) == now


@pytest.mark.parametrize("line", ["44,000 for it. Do you take it?", "so 44k a yr. wdyt", "44,000. What do you think?"])
def test_whoever_asks_what_they_make_of_a_price_asks_for_the_decision(line: str) -> None:
    run = talk("saas_renewal", CUSTOMER, line)
    turns = turns_of(run)
    assert decision_sought(run.scenario, turns, turns[0])
