"""How far somebody is, from the runs that count, and totals that add up to the number of people."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.progress import STATES, PersonState, person_state, seed_state, totals_of, totals_of_states
from storage.assignments import UNLIMITED
from storage.attempts import Played
from tests.assigned import DUE, SEEDS, START, assignee, assignment, played

WEDNESDAY = START + timedelta(days=2)
FIRST, SECOND, THIRD = SEEDS


def person(
    runs: Sequence[Played],
    now: datetime = WEDNESDAY,
    excused: bool = False,
    seeds: Sequence[int] = SEEDS,
    **changes: Any,
) -> PersonState:
    """How far somebody is who has played these runs."""
    whose = assignee(excused_at=WEDNESDAY if excused else None)
    return person_state(whose, seeds, runs, assignment(**changes), now)


@pytest.mark.parametrize(
    ("runs", "state"),
    [
        ([], "not started"),
        ([played(FIRST)], "in progress"),
        ([played(FIRST, 90)], "in progress"),
        ([played(FIRST, 12)], "in progress"),
        ([played(FIRST, 90), played(SECOND, 70), played(THIRD, 100)], "passed"),
        ([played(FIRST, 90), played(SECOND, 69), played(THIRD, 100)], "did not pass"),
        ([played(FIRST, 90), played(SECOND, 80, complies=False), played(THIRD, 100)], "did not pass"),
        ([played(FIRST, 90), played(SECOND, 12), played(THIRD)], "in progress"),
    ],
)
def test_before_it_is_due_a_person_is_where_their_runs_are(runs: list[Played], state: str) -> None:
    assert person(runs).state == state


@pytest.mark.parametrize(
    ("runs", "state"),
    [
        ([], "overdue"),
        ([played(FIRST, 90), played(SECOND, 70)], "overdue"),
        ([played(FIRST, 90), played(SECOND, 70), played(THIRD)], "overdue"),
        ([played(FIRST, 90), played(SECOND, 70), played(THIRD, 20)], "did not pass"),
        ([played(FIRST, 90), played(SECOND, 70), played(THIRD, 80)], "passed"),
    ],
)
def test_once_it_is_due_what_was_not_played_is_overdue(runs: list[Played], state: str) -> None:
    assert person(runs, DUE).state == state


def test_an_attempt_that_is_left_keeps_somebody_in_progress_until_it_is_due() -> None:
    runs = [played(FIRST, 90), played(SECOND, 70), played(THIRD, 20)]
    assert person(runs, attempts=2).state == "in progress"
    assert person([*runs, played(THIRD, 30, nth=2)], attempts=2).state == "did not pass"
    assert person(runs, DUE, attempts=2).state == "did not pass"
    assert person([*runs, played(THIRD, 30, nth=2)], attempts=UNLIMITED).state == "in progress"


def test_the_best_attempt_decides() -> None:
    runs = [played(FIRST, 40), played(FIRST, 75, nth=2), played(FIRST, 60, nth=3)]
    state = seed_state(FIRST, runs, assignment(attempts=3), assignee(), WEDNESDAY)
    assert (state.state, state.attempts, state.best, state.run_id) == ("passed", 3, 75, "UANA-18422-2")


def test_a_run_under_way_is_the_one_to_look_at() -> None:
    runs = [played(FIRST, 40), played(FIRST, nth=2)]
    state = seed_state(FIRST, runs, assignment(attempts=3), assignee(), WEDNESDAY)
    assert (state.state, state.best, state.run_id, state.is_live) == ("in progress", 40, "UANA-18422-2", True)


def test_what_ends_after_it_was_due_does_not_count() -> None:
    late = played(FIRST, 95, ended_at=DUE)
    assert seed_state(FIRST, [late], assignment(), assignee(), DUE).state == "overdue"
    in_time = played(FIRST, 95, ended_at=DUE - timedelta(seconds=1))
    assert seed_state(FIRST, [in_time], assignment(), assignee(), DUE).state == "passed"


def test_who_is_excused_is_excused_whatever_they_played() -> None:
    everything = [played(seed, 100) for seed in SEEDS]
    for runs in ([], everything):
        for now in (WEDNESDAY, DUE):
            excused = person(runs, now, excused=True)
            assert {excused.state, *(seed.state for seed in excused.seeds)} == {"excused"}


def test_runs_on_other_buyers_change_nothing() -> None:
    assert person([played(77, 100)]).state == "not started"


RUNS = st.lists(
    st.builds(
        played,
        st.sampled_from(SEEDS),
        st.one_of(st.none(), st.integers(0, 100)),
        nth=st.integers(1, 4),
        ended_at=st.none(),
        complies=st.booleans(),
    ),
    max_size=8,
)


@given(
    st.lists(st.tuples(RUNS, st.booleans()), max_size=12),
    st.sampled_from([WEDNESDAY, DUE, DUE + timedelta(days=3)]),
    st.integers(0, 3),
)
def test_totals_add_up_to_the_people_and_to_each_buyer(
    everybody: list[tuple[list[Played], bool]], now: datetime, attempts: int
) -> None:
    people = [person(runs, now, excused, attempts=attempts) for runs, excused in everybody]
    totals = totals_of(people)
    assert totals.people == len(people) == sum(totals.of(state) for state in STATES)
    for position, _ in enumerate(SEEDS):
        per_seed = totals_of_states(each.seeds[position].state for each in people)
        assert per_seed.people == totals.people
        assert per_seed.excused == totals.excused
        assert per_seed.passed >= totals.passed
        assert per_seed.overdue <= totals.overdue
    if now >= DUE:
        assert totals.not_started == totals.in_progress == 0
