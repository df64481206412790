"""Nobody says yes to the first number unless it is all that they hoped for."""

import pytest

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.interests import FULL_UTILITY
from engine.negotiation.events import Moved, MoveKind
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from packs.loading import load_installed
from tests.engine.scenarios import NOW

TAKEN = (MoveKind.ACCEPT, MoveKind.ACCEPT_IF)


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
@pytest.mark.parametrize("percent", [0, 30, 60, 100])
def test_a_first_price_short_of_what_they_hoped_for_is_answered_with_their_own(pack: str, percent: int) -> None:
    loaded = load_installed().get(pack)
    for seed in range(60):
        scenario = draw_scenario(loaded.pack, loaded.hash, seed)
        product, grid = scenario.product, scenario.currency.grid
        price = product.floor + (product.list_price - product.floor) * percent // 100 // grid * grid
        run = say(fold(scenario, open_run(scenario, "strict", NOW)), Line(f"It's ${price // 100:,}."), NOW)
        move = next(event.move for event in reversed(run.events) if isinstance(event, Moved))
        (worth,) = run.mood.utilities
        assert (move in TAKEN) == (worth >= FULL_UTILITY), (seed, price, worth)
        assert move in TAKEN or len(run.counterpart_offers) == 1
