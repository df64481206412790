"""A verdict says in words why a run that has the points has not passed."""

from dataclasses import replace

from bot.views.verdict_words import mark_in_words
from engine.scoring.verdict import AreaScore
from tests.engine.ended import verdict_on

PLAYED = verdict_on("car_sales", 604, "Hello.")


def test_a_run_without_the_compliance_that_a_pass_takes_is_told_so() -> None:
    areas = tuple(AreaScore(each.area, 4, each.of) if each.area == "compliance" else each for each in PLAYED.areas)
    lacking = replace(PLAYED, total=71, passed=False, areas=areas)
    assert mark_in_words(lacking) == "pass mark 70, and a pass takes 7 of 10 for compliance, which has 4"


def test_a_run_below_the_mark_needs_no_other_reason() -> None:
    assert mark_in_words(replace(PLAYED, total=69, passed=False)) == "pass mark 70"
    assert mark_in_words(replace(PLAYED, total=90, passed=True)) == "pass mark 70"
