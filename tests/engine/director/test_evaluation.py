"""The figures of a round are the same whether they stood already or were looked up anew."""

import pytest

from engine.director.director import open_run
from engine.director.evaluation import FIGURES
from engine.negotiation.events import Evaluated
from engine.negotiation.negotiation import fold
from tests.engine.reps import REPS, lasting
from tests.engine.scenarios import NOW, SCENARIO


@pytest.mark.parametrize("name", ["expert", "lending", "bisecting"])
def test_every_round_has_the_figures_that_a_full_look_gives(name: str) -> None:
    run = lasting(fold(SCENARIO, open_run(SCENARIO, "strict", NOW)), REPS[name])
    assert run.evaluations
    for place, event in enumerate(run.events):
        if isinstance(event, Evaluated):
            before = fold(SCENARIO, run.events[:place])
            looked_up = {metric.id: FIGURES[metric.id](before) for metric in SCENARIO.metrics}
            assert dict(event.figures) == {name: value for name, value in looked_up.items() if value is not None}
