from dataclasses import replace

import pytest

from engine.negotiation.events import Moved, MoveKind, Outcome, Reason
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality
from engine.scenario.scenario import Scenario
from engine.strict.acceptance import walk_away_shift
from tests.engine.readings import acts, both, offer, run
from tests.engine.scenarios import MARK, OBJECTIONS, RESERVATION, SCENARIO, dollars, with_temper


def _moves(negotiation: Negotiation) -> list[MoveKind]:
    return [event.move for event in negotiation.events if isinstance(event, Moved)]


def test_an_offer_that_meets_the_demand_is_taken_at_once() -> None:
    played = run(SCENARIO, offer(31_700))
    assert (played.outcome, played.reason, played.agreed) == (
        Outcome.REACHED,
        Reason.COUNTERPART_ACCEPTED,
        dollars(31_700),
    )


def test_an_offer_as_good_as_the_buyers_own_is_taken() -> None:
    assert run(SCENARIO, offer(34_900), offer(31_100)).agreed == dollars(31_100)


def test_nothing_beyond_the_limit_is_ever_taken() -> None:
    played = run(with_temper(patience=40, clock=6), *[offer(RESERVATION // 100 + 100)] * 30)
    assert played.outcome is not Outcome.REACHED


def test_late_an_offer_within_the_limit_is_good_enough() -> None:
    played = run(with_temper(patience=40, clock=6, curve="0.2"), *[offer(33_500)] * 10)
    assert played.agreed == dollars(33_500)


@pytest.mark.parametrize(("trust", "shift"), [(0, 36_410), (50, 18_205), (100, 0)])
def test_distrust_costs_at_most_one_percent_of_the_list_price(trust: int, shift: int) -> None:
    assert walk_away_shift(SCENARIO, trust) == shift


def test_a_probe_never_says_whether_it_would_do() -> None:
    low = run(SCENARIO, offer(34_900), offer(31_000, Modality.PROBE))
    high = run(SCENARIO, offer(34_900), offer(39_000, Modality.PROBE))
    assert low.status == high.status == "open"
    assert low.lines[-1].text.split("$")[0] == high.lines[-1].text.split("$")[0]


def _gated() -> Scenario:
    return replace(SCENARIO, gates=(MARK,))


def test_an_absent_decider_keeps_the_buyer_from_signing() -> None:
    played = run(_gated(), offer(31_700))
    assert _moves(played)[-1] is MoveKind.ACCEPT_IF
    assert "talk to Mark" in played.lines[-1].text


def test_a_next_step_lets_the_buyer_sign_what_it_agreed_to_by_the_next_line() -> None:
    waiting = run(_gated(), offer(31_700), acts(Act.NEXT_STEP))
    assert (waiting.status, _moves(waiting)[-1]) == ("open", MoveKind.DEFER)
    played = run(_gated(), offer(31_700), acts(Act.NEXT_STEP), acts(Act.ACKNOWLEDGE))
    assert (played.reason, played.agreed) == (Reason.COUNTERPART_ACCEPTED, dollars(31_700))


def test_terms_that_come_with_a_next_step_are_not_signed_in_the_same_breath() -> None:
    played = run(_gated(), both(offer(31_700), acts(Act.NEXT_STEP)))
    assert (played.status, _moves(played)[-1]) == ("open", MoveKind.ACCEPT_IF)


def test_a_rep_who_accepts_while_the_decider_is_absent_has_agreement_but_no_signature() -> None:
    played = run(_gated(), offer(34_900), acts(Act.ACCEPT))
    assert _moves(played)[-1] is MoveKind.ACCEPT_IF
    steps = (acts(Act.NEXT_STEP), acts(Act.ACKNOWLEDGE))
    assert run(_gated(), offer(34_900), acts(Act.ACCEPT), *steps).agreed == played.mood.pending


def test_a_worse_offer_voids_what_was_agreed_but_for_the_gate() -> None:
    played = run(_gated(), offer(31_700), offer(34_900), acts(Act.NEXT_STEP))
    assert played.status == "open"


DOUBTFUL = replace(SCENARIO, objections=(OBJECTIONS[1],))
ON_REPAIRS = acts((Act.ASK_OPEN, "repairs"))
WARRANTY = acts((Act.PRESENT, "warranty"))


def test_a_severe_doubt_keeps_the_buyer_from_signing_until_it_is_settled() -> None:
    played = run(DOUBTFUL, ON_REPAIRS, offer(31_700))
    assert _moves(played)[-1] is MoveKind.ACCEPT_IF
    assert run(DOUBTFUL, ON_REPAIRS, offer(31_700), WARRANTY).agreed == dollars(31_700)


def test_a_severe_doubt_that_the_rep_took_up_and_spoke_to_blocks_no_more() -> None:
    played = run(DOUBTFUL, ON_REPAIRS, acts(Act.ACKNOWLEDGE), acts(Act.SUMMARY), offer(31_700))
    assert played.mood.settled == ()
    assert played.agreed == dollars(31_700)


def test_asking_about_a_severe_doubt_is_not_answering_it() -> None:
    played = run(DOUBTFUL, ON_REPAIRS, offer(31_700), acts(Act.ASK_OPEN), acts(Act.ACCEPT))
    assert played.status == "open"
    assert "be sure about repairs" in played.lines[-1].text


def test_a_buyer_at_the_end_of_its_patience_takes_what_is_good_enough() -> None:
    played = run(with_temper(patience=3, clock=40, curve="0.2"), *[offer(price) for price in (35_500, 34_500, 33_900)])
    assert played.agreed == dollars(33_900)
