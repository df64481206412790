"""Excerpts give a tone, tell nothing of whose run they are from, and are the same for a seed the next time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.director.director import Line, end_by_rep, open_run
from engine.director.replay import extended, say
from engine.negotiation.events import Worded
from engine.negotiation.negotiation import Negotiation, apply, fold
from engine.persona.draw import draw_scenario
from engine.prompting.excerpts import LONGEST, SHORTEST, SHOWN, chosen, excerpts_of
from engine.reading.figures import figures, names_in
from packs.loading import load_installed
from tests.engine.reps import REPS, lasting
from tests.engine.scenarios import NOW

PACKS = load_installed()
CARS = PACKS.get("car_sales")


def _run(pack: str, seed: int, rep: str = "rambling") -> Negotiation:
    loaded = PACKS.get(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    return lasting(fold(scenario, open_run(scenario, "strict", NOW)), REPS[rep])


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_no_excerpt_holds_a_number_a_name_or_anything_of_the_buyer_that_said_it(pack: str) -> None:
    for seed in range(25):
        run = _run(pack, seed)
        own = [fact.exact for fact in run.scenario.facts if fact.exact] + [gate.text for gate in run.scenario.gates]
        for excerpt in excerpts_of(run):
            assert SHORTEST <= len(excerpt.said) <= LONGEST
            assert not figures(excerpt.said)
            assert not names_in(excerpt.said)
            assert not [text for text in own if text.rstrip(".").casefold() in excerpt.said.casefold()]
            assert run.scenario.counterpart.name.split()[0] not in excerpt.said


def test_nothing_that_the_rep_wrote_is_in_an_excerpt() -> None:
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    run = fold(scenario, open_run(scenario, "strict", NOW))
    for line in ("Hi, xylophone here, how was your weekend?", "What brings you in, quagmire?", "It zorbs well."):
        run = say(run, Line(line), NOW)
    shown = " ".join(str(excerpt) for excerpt in excerpts_of(extended(run, end_by_rep(run, NOW)))).casefold()
    assert shown
    assert not [word for word in ("xylophone", "quagmire", "zorbs") if word in shown]


def test_an_excerpt_has_the_words_that_were_spoken_not_the_stock_phrase_behind_them() -> None:
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    run = say(fold(scenario, open_run(scenario, "freeplay", NOW)), Line("How was your weekend?"), NOW)
    run = apply(run, Worded(NOW, 1, "Quiet, as I like it, thank you for asking.", by="a model"))
    assert [excerpt.said for excerpt in excerpts_of(run)] == ["Quiet, as I like it, thank you for asking."]


def test_a_line_that_tells_something_or_ends_the_talk_is_no_excerpt() -> None:
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    run = say(fold(scenario, open_run(scenario, "strict", NOW)), Line("What do you use the car for?"), NOW)
    assert run.mood.told or run.mood.hinted
    assert excerpts_of(run) == ()


IDS = st.sets(st.text("0123456789abcdef", min_size=16, max_size=16), max_size=12)


@given(seed=st.integers(0, 99), pool=IDS, later=IDS)
def test_a_seed_keeps_what_it_was_given_while_it_is_there_and_fills_up_from_what_comes(
    seed: int, pool: set[str], later: set[str]
) -> None:
    scenario = draw_scenario(CARS.pack, CARS.hash, seed)
    first = chosen(scenario, (), pool)
    assert first == chosen(scenario, (), sorted(pool, reverse=True))
    again = chosen(scenario, first, pool | later)
    assert again[: len(first)] == first
    assert len(again) == min(SHOWN, len(pool | later))
    gone = set(first[:1])
    assert not gone & set(chosen(scenario, first, (pool | later) - gone))


def test_seeds_are_given_different_excerpts() -> None:
    pool = {f"{number:016x}" for number in range(40)}
    given_to = {chosen(draw_scenario(CARS.pack, CARS.hash, seed), (), pool) for seed in range(20)}
    assert len(given_to) == 20
