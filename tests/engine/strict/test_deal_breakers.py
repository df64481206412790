from dataclasses import replace

from engine.coaching.final import final_verdict
from engine.director.replay import extended
from engine.negotiation.events import Moved, MoveKind, Outcome, Reason
from engine.reading.reading import Act
from engine.scenario.scenario import DealBreaker
from tests.engine.readings import acts, both, offer, run
from tests.engine.scenarios import SCENARIO

PUSHED = DealBreaker("hard_sell", "being pushed", ("pressure",))
FEES = DealBreaker("hidden_fees", "fees at signing", ("added_fees", "warranty"))
TOUCHY = replace(SCENARIO, deal_breakers=(PUSHED, FEES))

PRESSING, ADDING = acts(Act.PRESSURE), acts((Act.PRESENT, "added_fees"))


def test_the_first_time_is_warned_of_by_name() -> None:
    played = run(TOUCHY, PRESSING)
    assert played.lines[-1].text.startswith("Deal breaker")
    assert "being pushed" in played.lines[-1].text
    assert played.status == "open"


def test_the_second_time_ends_the_run() -> None:
    played = run(TOUCHY, PRESSING, acts(Act.APOLOGISE), PRESSING)
    assert (played.outcome, played.reason) == (Outcome.FAILED, Reason.DEAL_BREAKER)
    assert played.lines[-1].text.startswith("Leave over")
    assert "being pushed" in played.lines[-1].text


def test_who_has_no_such_deal_breaker_stays() -> None:
    assert run(SCENARIO, PRESSING, PRESSING).status == "open"


def test_each_deal_breaker_has_a_warning_of_its_own() -> None:
    played = run(TOUCHY, PRESSING, ADDING)
    assert played.status == "open"
    assert "fees at signing" in played.lines[-1].text
    assert run(TOUCHY, PRESSING, ADDING, ADDING).reason is Reason.DEAL_BREAKER


def test_two_set_off_at_once_are_both_named() -> None:
    assert "being pushed and fees at signing" in run(TOUCHY, both(PRESSING, ADDING)).lines[-1].text


def test_an_issue_put_in_sets_off_and_one_asked_about_does_not() -> None:
    assert run(TOUCHY, offer(36_000, warranty=1)).mood.crossed == ("hidden_fees",)
    assert run(TOUCHY, offer(36_000, warranty=0)).mood.crossed == ()
    assert run(TOUCHY, acts((Act.ASK_OPEN, "added_fees"))).mood.crossed == ()


def test_it_costs_trust_beside_what_the_manner_costs() -> None:
    assert run(TOUCHY, PRESSING).mood.trust < run(SCENARIO, PRESSING).mood.trust


def test_nothing_is_signed_in_the_breath_of_a_warning() -> None:
    good = offer(25_000)
    assert run(SCENARIO, good).outcome is Outcome.REACHED
    warned = run(TOUCHY, both(good, ADDING))
    assert warned.status == "open"
    assert [event.move for event in warned.events if isinstance(event, Moved)][-1] is MoveKind.HOLD
    assert run(TOUCHY, both(good, ADDING), offer(24_900)).outcome is Outcome.REACHED


def test_their_own_offer_taken_up_in_a_hurry_closes() -> None:
    assert run(TOUCHY, offer(36_000), both(acts(Act.ACCEPT), PRESSING)).outcome is Outcome.REACHED
    assert run(TOUCHY, offer(36_000), PRESSING, both(acts(Act.ACCEPT), PRESSING)).outcome is Outcome.REACHED


def test_the_warning_comes_with_a_counter_offer() -> None:
    played = run(TOUCHY, both(offer(36_000), PRESSING))
    assert "Counter first" in played.lines[-1].text
    assert len(played.counterpart_offers) == 1


def test_the_verdict_and_the_card_tell_what_it_left_over() -> None:
    verdict = final_verdict(run(TOUCHY, offer(36_000), PRESSING, PRESSING))
    assert verdict.over == "being pushed"
    assert verdict.reveal[0] == "Dana left over being pushed; you were warned of it in round 2."
    assert "left over being pushed, after they had warned you" in verdict.check("limit").note
    assert [fix.check for fix in verdict.fixes if "left over being pushed" in fix.why]


def test_a_run_told_again_ends_the_same_way() -> None:
    played = run(TOUCHY, PRESSING, PRESSING)
    assert extended(run(TOUCHY), played.events[len(run(TOUCHY).events) :]) == played
