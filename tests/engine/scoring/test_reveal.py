"""The reveal card holds what was not said; figures that agree are no secret."""

import pytest

from engine.director.replay import play
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from engine.scoring.reveal import reveal
from packs.loading import load_installed
from tests.engine.scenarios import NOW

RENEWALS = load_installed().get("saas_renewal")


def _revealed(seed: int, *lines: str) -> str:
    scenario = draw_scenario(RENEWALS.pack, RENEWALS.hash, seed)
    return "\n".join(reveal(fold(scenario, play(scenario, lines, "strict", NOW))))


def test_as_many_seats_as_until_now_is_no_secret() -> None:
    assert "against 160" not in _revealed(55, "Hello.")


@pytest.mark.parametrize("line", ["Hello, how was the year?", "What happened with the service?"])
def test_an_outage_that_they_told_of_is_not_listed(line: str) -> None:
    assert "outage" not in _revealed(55, line)


def test_what_they_would_have_paid_is_told_for_as_many_seats_and_for_what_was_agreed() -> None:
    shown = _revealed(106, "Hello.")
    assert "would have paid up to $79,750 a year for 210 seats." in shown
    agreed = _revealed(9, "26,000 a year with the admin training.", "Agreed, we have a deal.")
    assert "of it. For what was agreed they would have paid up to $" in agreed
    alone = _revealed(9, "26,000 a year.", "Agreed, we have a deal.")
    assert "For all that is in it" not in alone
