"""A run told step by step, and two runs on the same counterpart held side by side."""

from dataclasses import replace

import pytest

from engine.director.director import Line, end_by_rep, give_hint, open_run, pause, resume
from engine.director.replay import extended, say
from engine.director.steps import price_asked, prices, steps_of
from engine.negotiation.events import MoveKind, Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from packs.loading import load_installed
from tests.engine.random_runs import random_run
from tests.engine.scenarios import NOW

PACKS = load_installed()
CARS = PACKS.get("car_sales")


def played(seed: int, *lines: str) -> Negotiation:
    scenario = draw_scenario(CARS.pack, CARS.hash, seed)
    run = fold(scenario, open_run(scenario, "strict", NOW))
    for line in lines:
        run = say(run, Line(line), NOW)
    return extended(run, end_by_rep(run, NOW)) if run.status != "ended" else run


def test_the_first_step_is_the_opening_and_the_last_one_holds_the_end() -> None:
    steps = steps_of(played(18422, "What got you looking?", "I can do $24,900."))
    assert [step.number for step in steps] == [0, 1, 2]
    assert steps[0].line is None
    assert steps[0].move is MoveKind.OPEN
    assert steps[1].line is not None
    assert steps[1].line.text == "What got you looking?"
    assert steps[2].offer is not None
    assert steps[2].ended is not None
    assert not any(step.ended for step in steps[:-1])


def test_hints_and_pauses_stand_with_the_step_after_which_they_came() -> None:
    run = played(18422)
    run = fold(run.scenario, run.events[:-1])
    run = extended(run, give_hint(run, NOW))
    run = say(run, Line("What got you looking?"), NOW)
    run = extended(run, pause(run, NOW))
    run = extended(run, resume(run, NOW))
    steps = steps_of(extended(run, end_by_rep(run, NOW)))
    assert [len(step.hints) for step in steps] == [1, 0]
    assert [step.paused for step in steps] == [False, True]


@pytest.mark.parametrize("seed", range(12))
def test_steps_leave_out_no_line_and_each_begins_in_the_mood_in_which_the_last_one_ended(seed: int) -> None:
    run = random_run(PACKS.get(PACKS.ids[seed % len(PACKS.ids)]), seed)
    steps = steps_of(run)
    told = [said for step in steps for said in (step.line, step.answer) if said is not None]
    assert told == [event for event in run.events if isinstance(event, Said)]
    assert [step.before for step in steps[1:]] == [step.after for step in steps[:-1]]
    assert steps[-1].after == run.mood


def test_the_price_asked_is_worth_what_is_asked_for() -> None:
    run = played(18422, "What got you looking?")
    interests, issue = run.scenario.counterpart.interests, run.scenario.price_issue.id
    for demand in (0, 2_500, 10_000):
        price = price_asked(run.scenario, run.mood._replace(demand=demand))
        assert price is not None
        terms = run.scenario.at_list.put(issue, price)
        assert abs(interests.utility(terms) - demand) <= 10


def test_a_counterpart_to_whom_the_price_is_nothing_asks_for_none() -> None:
    scenario = played(18422).scenario
    interests = replace(scenario.counterpart.interests, stakes=())
    careless = replace(scenario, counterpart=replace(scenario.counterpart, interests=interests))
    assert price_asked(careless, played(18422).mood) is None


def test_the_path_of_prices_has_the_rounds_in_which_one_of_them_moved() -> None:
    run = played(18422, "What got you looking?", "I can do $24,900.", "What matters most to you?", "Make it $24,500.")
    path = prices(steps_of(run), run.scenario)
    assert [mine for mine, _ in path.values()][-1] == 2_450_000
    assert list(path) == sorted(path)
    assert all(before != after for before, after in zip(path.values(), list(path.values())[1:], strict=False))
