"""Two runs on the same counterpart held side by side."""

from dataclasses import replace

import pytest

from engine.director.comparing import Comparison, compare
from engine.errors import RuleViolation
from engine.negotiation.events import Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.judging import judged
from tests.engine.director.test_steps import played

OPENING, PRICE, LOWER = "What got you looking?", "I can do $24,900.", "Then $24,500."


def between(one: Negotiation, two: Negotiation) -> Comparison:
    return compare(one, two, (judged(one), judged(two)))


def test_a_run_and_itself_never_part() -> None:
    run = played(18422, OPENING, PRICE)
    found = between(run, run)
    assert found.parting is None
    assert not [pair for pair in found.checks if pair.differs]
    assert all(each.one == each.two for each in found.prices)


def test_a_check_that_a_dispute_changed_differs_and_says_both() -> None:
    run = played(18422, OPENING, PRICE)
    found = compare(run, run, (judged(run), judged(run)), ({}, {"trust": 7}))
    [changed] = [pair for pair in found.checks if pair.differs]
    assert (changed.title, changed.changed) == ("Trust", (None, 7))


def test_runs_part_at_the_first_line_that_was_said_otherwise() -> None:
    found = between(played(18422, OPENING, PRICE), played(18422, OPENING, "What matters most to you?"))
    assert found.parting is not None
    here, there = found.parting
    assert here is not None
    assert there is not None
    assert (here.number, there.number) == (2, 2)
    assert here.line is not None
    assert here.line.text == PRICE


def test_runs_part_where_one_is_over() -> None:
    found = between(played(18422, OPENING), played(18422, OPENING, PRICE))
    assert found.parting is not None
    assert found.parting[0] is None
    assert found.parting[1] is not None


def test_an_answer_that_differs_parts_them_though_the_lines_are_the_same() -> None:
    run = played(18422, OPENING, PRICE)
    at = max(number for number, event in enumerate(run.events) if isinstance(event, Said))
    said = run.events[at]
    assert isinstance(said, Said)
    other = fold(run.scenario, (*run.events[:at], replace(said, text="Hm."), *run.events[at + 1 :]))
    found = between(run, other)
    assert found.parting is not None
    assert [step.answer.text for step in found.parting if step and step.answer][1] == "Hm."


def test_moments_and_places_do_not_part_them() -> None:
    run = played(18422, OPENING, PRICE)
    moved = [replace(event, ref="99") if isinstance(event, Said) else event for event in run.events]
    assert between(run, fold(run.scenario, moved)).parting is None


def test_prices_stand_until_they_move_and_end_with_their_run() -> None:
    found = between(played(18422, OPENING, PRICE), played(18422, OPENING, PRICE, LOWER, "What else matters?", LOWER))
    last = found.prices[-1]
    assert found.prices[0].one == found.prices[0].two
    assert last.one is None
    assert last.two is not None
    assert last.two[0] == 2_450_000


def test_checks_that_won_other_points_differ() -> None:
    found = between(played(18422, "Hello."), played(18422, OPENING, "What matters most to you?", PRICE))
    assert [pair.title for pair in found.checks if pair.differs]


def test_runs_on_different_people_are_not_compared() -> None:
    with pytest.raises(RuleViolation, match="different people"):
        between(played(18422, OPENING), played(58, OPENING))
