"""A disputed check: what managers change moves the score by the judge's own rules, and nothing else moves."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.panel.judging import judged
from engine.scoring.calibration import calibrate
from engine.scoring.disputing import (
    BadPoints,
    Disputed,
    NotDisputable,
    adjusted,
    changes_in,
    disputable,
    is_about,
    points_allowed,
)
from engine.scoring.rubric import ABUSE_CAP, AREA_POINTS, BELOW_FLOOR_CAP, COMPLIANCE_MARK, RUBRIC
from engine.scoring.verdict import Cap, Checked, Verdict
from packs.loading import load_installed
from tests.engine.random_runs import random_run

WHY = "because"


@cache
def judged_runs() -> tuple[Verdict, ...]:
    """The verdicts on runs at random."""
    return tuple(judged(random_run(load_installed().get("car_sales"), seed)) for seed in range(24))


verdicts = st.deferred(lambda: st.sampled_from(judged_runs()))


@st.composite
def rulings(draw: st.DrawFn) -> tuple[Verdict, dict[str, int]]:
    """A verdict, and points for some of its observed checks."""
    verdict = draw(verdicts)
    seen = [check for check in verdict.checks if check.won is not None]
    chosen = draw(st.lists(st.sampled_from(seen), unique_by=lambda check: check.id))
    return verdict, {check.id: draw(st.integers(0, check.of)) for check in chosen}


def centi_of(verdict: Verdict, changes: dict[str, int], area: str) -> tuple[int, int]:
    """Centipoints won and points possible in an area, as the rules say it in words."""
    seen = [check for check in verdict.checks if check.area == area and check.centi is not None]
    won = sum(changes[check.id] * 100 if check.id in changes else check.centi or 0 for check in seen)
    return won, sum(check.of for check in seen)


def dispute_of(check: Checked, points: int | None) -> Disputed:
    """A decided dispute of the check."""
    status = "upheld" if points is None else "changed"
    return Disputed(check.id, check.won or 0, check.of, WHY, status, points, WHY)


@given(verdicts)
def test_upholding_changes_nothing(verdict: Verdict) -> None:
    every = [dispute_of(check, None) for check in verdict.checks if check.won is not None]
    assert changes_in(every) == {}
    assert adjusted(verdict, changes_in(every)) == verdict


@given(verdicts)
def test_reckoning_the_judges_own_points_again_gives_the_judges_own_score(verdict: Verdict) -> None:
    exact = {check.id: check.won for check in verdict.checks if check.centi is not None and check.centi % 100 == 0}
    same = {name: won for name, won in exact.items() if won is not None and name not in ("limit", "conduct")}
    assert adjusted(verdict, same) == verdict


@settings(max_examples=300)
@given(rulings())
def test_areas_and_total_follow_from_the_changed_points_as_the_rules_scale_them(
    given_: tuple[Verdict, dict[str, int]],
) -> None:
    verdict, changes = given_
    after = adjusted(verdict, changes)
    for area, of in AREA_POINTS.items():
        won, possible = centi_of(verdict, changes, area)
        expected = (won * of // possible + 50) // 100 if possible else None
        assert after.area(area).won == expected
        assert after.area(area).of == of
    seen = [area for area in after.areas if area.won is not None]
    possible = sum(area.of for area in seen)
    uncapped = (200 * sum(area.won or 0 for area in seen) + possible) // (2 * possible)
    assert after.total == max(0, min([uncapped, *(cap.at for cap in after.caps)]) - verdict.hint_points)
    complies = after.area("compliance").won is None or (after.area("compliance").won or 0) >= COMPLIANCE_MARK
    assert after.passed == (after.total >= verdict.pass_mark and complies)
    assert 0 <= after.total <= 100


@given(rulings())
def test_only_the_changed_checks_and_what_follows_from_them_differ(given_: tuple[Verdict, dict[str, int]]) -> None:
    verdict, changes = given_
    after = adjusted(verdict, changes)
    for before, now in zip(verdict.checks, after.checks, strict=True):
        assert now.won == changes.get(before.id, before.won)
        assert now == before or before.id in changes
    same = {"checks": verdict.checks, "areas": verdict.areas, "caps": verdict.caps}
    assert replace(after, total=verdict.total, passed=verdict.passed, **same) == verdict


@given(verdicts, st.data())
def test_more_points_never_lower_the_score(verdict: Verdict, data: st.DataObject) -> None:
    check = data.draw(st.sampled_from([check for check in verdict.checks if check.won is not None]))
    fewer = data.draw(st.integers(0, check.of))
    more = data.draw(st.integers(fewer, check.of))
    assert adjusted(verdict, {check.id: fewer}).total <= adjusted(verdict, {check.id: more}).total


@pytest.mark.parametrize(("at", "check"), [(BELOW_FLOOR_CAP, "limit"), (ABUSE_CAP, "conduct")])
def test_a_cap_is_lifted_only_by_all_points_for_the_check_that_it_rests_on(at: int, check: str) -> None:
    verdict = replace(judged_runs()[0], caps=(Cap(at, "Why."),))
    of = verdict.check(check).of
    assert adjusted(verdict, {check: of}).caps == ()
    assert adjusted(verdict, {check: of - 1}).caps == verdict.caps
    assert adjusted(verdict, {"trust": 7}).caps == verdict.caps
    assert adjusted(verdict, {"trust": 7}).total <= at


def test_what_was_not_observed_or_is_no_check_cannot_be_disputed() -> None:
    verdict = next(each for each in judged_runs() if any(check.won is None for check in each.checks))
    unseen = next(check for check in verdict.checks if check.won is None)
    with pytest.raises(NotDisputable, match="not observed"):
        disputable(verdict, unseen.id)
    with pytest.raises(NotDisputable, match="no such check"):
        disputable(verdict, "charm")
    seen = next(check for check in verdict.checks if check.won is not None)
    assert disputable(verdict, seen.id) == seen


def test_points_are_between_nothing_and_all_and_not_the_judges_own() -> None:
    assert [points_allowed(4, 7, points) for points in (0, 3, 5, 7)] == [0, 3, 5, 7]
    for points in (-1, 8):
        with pytest.raises(BadPoints, match="0 to 7"):
            points_allowed(4, 7, points)
    with pytest.raises(BadPoints, match="what the judge gave"):
        points_allowed(4, 7, 4)


def test_a_dispute_that_does_not_fit_the_verdict_is_told_from_one_that_does() -> None:
    verdict = judged_runs()[0]
    check = next(check for check in verdict.checks if check.won is not None)
    won = check.won or 0
    fitting = (dispute_of(check, None), dispute_of(check, 0), Disputed(check.id, won, check.of, WHY))
    strange = (
        dispute_of(check, check.of + 1),
        dispute_of(check, -1),
        replace(dispute_of(check, None), points=1),
        replace(dispute_of(check, 0), points=None),
        replace(dispute_of(check, 0), check="charm"),
        replace(dispute_of(check, 0), given=won + 1),
    )
    assert all(is_about(verdict, each) for each in fitting)
    assert not any(is_about(verdict, each) for each in strange)


def test_calibration_counts_shares_and_the_mean_change_of_decided_disputes() -> None:
    disputes = [
        Disputed("trust", 4, 7, WHY, "changed", 6, WHY),
        Disputed("trust", 2, 7, WHY, "changed", 1, WHY),
        Disputed("trust", 3, 7, WHY, "upheld", None, WHY),
        Disputed("trust", 3, 7, WHY),
        Disputed("old_check", 0, 5, WHY, "changed", 5, WHY),
    ]
    rows = {row.check: row for row in calibrate({"trust": 12, "pie": 3}, disputes)}
    trust = rows["trust"]
    assert (trust.judged, trust.disputed, trust.open, trust.upheld, trust.changed) == (12, 4, 1, 1, 2)
    assert (trust.agreement, trust.unchanged, trust.bias) == (33, 83, 3)
    assert (rows["pie"].agreement, rows["pie"].unchanged, rows["pie"].bias) == (None, 100, None)
    assert rows["old_check"].bias == 50
    assert [row.check for row in calibrate({}, [])] == [check.id for check in RUBRIC]


def test_a_bias_towards_giving_too_much_is_negative_and_rounds_away_from_zero() -> None:
    disputes = [
        Disputed("trust", 1, 7, WHY, "changed", 0, WHY),
        *[Disputed("trust", 3, 7, WHY, "upheld", None, WHY)] * 19,
    ]
    row = next(row for row in calibrate({"trust": 20}, disputes) if row.check == "trust")
    assert row.bias == -1
    assert row.agreement == 95
