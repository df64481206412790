"""What a rep owns up to is no reason to be pleased."""

import pytest

from engine.strict.shortcomings import only_tells_shortcomings
from tests.packs.buyers import talk


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("The reports are exported by hand, live dashboards only come with Business.", True),
        ("Single sign-on isn't included in this plan, I'm afraid.", True),
        ("There are 14 ready reports and live dashboards.", False),
        ("Single sign-on is in the plan. You don't have to pay for it.", False),
    ],
)
def test_a_shortcoming_is_told_from_what_speaks_for_the_thing(line: str, is_one: bool) -> None:
    run = talk("saas_renewal", 4481039, line)
    assert only_tells_shortcomings(run.scenario, line, run.readings[-1].reading) is is_one


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("It isn't very reliable.", True),
        ("It has no cargo space.", True),
        ("I won't lie, it drinks: 19 mpg combined.", True),
        ("It's very reliable.", False),
        ("There are no repair costs to fear.", False),
        ("Okay, no towing.", False),
        ("So the old Tamsin has no cargo space.", False),
    ],
)
def test_to_deny_what_they_need_is_to_own_up(line: str, is_one: bool) -> None:
    run = talk("car_sales", 3, line)
    assert only_tells_shortcomings(run.scenario, line, run.readings[-1].reading) is is_one
