from collections.abc import Callable
from datetime import datetime

import pytest

from engine.director.director import Line, advance, end_by_rep, expire, open_run, pause, resume
from engine.director.replay import extended
from engine.director.transitions import TRANSITIONS
from engine.errors import RuleViolation
from engine.negotiation.events import Ended, Evaluated, Event, Moved, Offered, Opened, Outcome, Read, Reason, Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.reading.reading import Act
from tests.engine.readings import acts, offer, run
from tests.engine.scenarios import NOW, SCENARIO

Ending = Callable[[Negotiation, datetime], tuple[Event, ...]]

LINE = Line("Hello", "ref-1")


def _opened() -> Negotiation:
    return fold(SCENARIO, open_run(SCENARIO, "strict", NOW))


def _paused() -> Negotiation:
    return extended(_opened(), pause(_opened(), NOW))


def _ended() -> Negotiation:
    return extended(_opened(), end_by_rep(_opened(), NOW))


def test_a_run_opens_with_the_counterparts_line() -> None:
    events = open_run(SCENARIO, "strict", NOW)
    assert [type(event) for event in events] == [Opened, Said, Moved]
    assert fold(SCENARIO, events).lines[0].text.endswith("Aria Touring.")


def test_a_turn_says_reads_offers_moves_answers_and_evaluates() -> None:
    events = advance(_opened(), LINE, offer(34_900), NOW)
    assert [type(event) for event in events] == [Said, Read, Offered, Offered, Moved, Said, Evaluated]


def test_the_rounds_figures_are_whole_numbers_of_the_packs_metrics() -> None:
    played = run(SCENARIO, offer(34_900), offer(34_400))
    assert dict(played.evaluations[-1].figures) == {
        "best_offer_rep": 3_440_000,
        "best_offer_counterpart": 3_170_000,
        "spread": 270_000,
        "concession_rep": 50_000,
        "concession_counterpart": 60_000,
    }


def test_figures_that_cannot_be_known_yet_are_left_out() -> None:
    assert run(SCENARIO, acts(Act.GREET)).evaluations[-1].figures == ()


def test_the_last_evaluation_says_that_agreement_was_reached() -> None:
    played = run(SCENARIO, offer(34_900), acts(Act.ACCEPT))
    assert played.evaluations[-1].agreement == "reached"
    assert isinstance(played.events[-1], Ended)


@pytest.mark.parametrize(
    ("end", "outcome", "reason"),
    [
        (end_by_rep, Outcome.FAILED, Reason.ENDED_BY_REP),
        (expire, Outcome.STALLED, Reason.INACTIVITY),
    ],
)
def test_a_run_can_be_ended_from_outside(end: Ending, outcome: Outcome, reason: Reason) -> None:
    for start in (_opened(), _paused()):
        ended = extended(start, end(start, NOW))
        assert (ended.status, ended.outcome, ended.reason) == ("ended", outcome, reason)


def test_a_paused_run_takes_no_line_until_it_is_resumed() -> None:
    with pytest.raises(RuleViolation, match="paused"):
        advance(_paused(), LINE, acts(), NOW)
    assert extended(_paused(), resume(_paused(), NOW)).status == "open"


@pytest.mark.parametrize("action", [pause, resume, end_by_rep, expire])
def test_an_ended_run_takes_nothing_more(action: Ending) -> None:
    with pytest.raises(RuleViolation, match="This run is over"):
        action(_ended(), NOW)
    with pytest.raises(RuleViolation, match="This run is over"):
        advance(_ended(), LINE, acts(), NOW)


def test_nothing_leads_out_of_the_end() -> None:
    assert all(status != "ended" for status, _ in TRANSITIONS)
