"""The marks of the reference panel: what it scores, judged as any rep is."""

from dataclasses import replace

from engine.board.places import percentile
from engine.panel.branching import opened
from engine.panel.judging import judged
from engine.panel.marks import marks
from engine.panel.playing import play_policy
from engine.panel.reference import REFERENCE
from engine.persona.draw import draw_scenario
from packs.loading import load_installed


def test_the_marks_are_the_totals_that_the_reps_would_get_themselves() -> None:
    loaded = load_installed().get("car_sales")
    scenario = draw_scenario(loaded.pack, loaded.hash, 18422)
    few = REFERENCE[::12]
    own = tuple(judged(play_policy(opened(scenario), policy)).total for policy in few)
    assert tuple(marks(replace(scenario), few)) == own


def test_the_panel_is_spread_out_enough_to_tell_scores_apart() -> None:
    for pack in load_installed().ids:
        loaded = load_installed().get(pack)
        found = tuple(marks(draw_scenario(loaded.pack, loaded.hash, 1024)))
        assert len(found) == len(REFERENCE)
        assert percentile(max(found), found) > 9_000 > 1_500 > percentile(min(found), found)
