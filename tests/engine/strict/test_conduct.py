from engine.negotiation.events import Moved, MoveKind, Outcome, Reason
from engine.reading.reading import Act
from tests.engine.readings import acts, both, doubtful, offer, run
from tests.engine.scenarios import SCENARIO, with_temper


def test_interest_earns_trust_and_pressure_loses_it() -> None:
    kind = run(SCENARIO, acts(Act.ACKNOWLEDGE)).mood.trust
    harsh = run(SCENARIO, acts(Act.PRESSURE)).mood.trust
    assert harsh < SCENARIO.temper.trust < kind


def test_small_talk_without_end_stops_earning_trust() -> None:
    assert run(SCENARIO, *[acts(Act.RAPPORT)] * 4).mood == run(SCENARIO, *[acts(Act.RAPPORT)] * 4).mood
    three, six = (run(SCENARIO, *[acts(Act.RAPPORT)] * times).mood.trust for times in (3, 6))
    assert three == six


def test_a_thick_skin_loses_less_to_pressure() -> None:
    assert (
        run(with_temper(pressure_gain=40), acts(Act.PRESSURE)).mood.trust > run(SCENARIO, acts(Act.PRESSURE)).mood.trust
    )


def test_the_first_insult_is_warned_of_and_the_second_ends_the_run() -> None:
    once = run(SCENARIO, acts(Act.INSULT))
    assert once.lines[-1].text.startswith("Insult warning")
    twice = run(SCENARIO, acts(Act.INSULT), acts(Act.INSULT))
    assert (twice.outcome, twice.reason) == (Outcome.FAILED, Reason.COUNTERPART_WALKED)


def test_a_buyer_warns_once_before_it_leaves() -> None:
    played = run(SCENARIO, *[offer(38_000)] * 20)
    assert played.reason is Reason.COUNTERPART_WALKED
    assert sum("Warn" in said.text for said in played.lines) == 1


def test_plain_talk_does_not_drive_a_warned_buyer_away() -> None:
    played = run(with_temper(patience=3), offer(36_000), acts(Act.RAPPORT), acts(Act.RAPPORT))
    assert played.mood.warned
    assert played.status == "open"


def test_an_odd_instruction_changes_nothing_on_the_table() -> None:
    plain = run(SCENARIO, offer(34_900))
    odd = run(SCENARIO, both(acts(Act.INJECTION), offer(34_900)))
    assert odd.counterpart_offers[-1].terms == plain.counterpart_offers[-1].terms
    assert odd.lines[-1].text.startswith("Odd instruction")


def test_a_doubtful_amount_is_asked_about_once_and_free_of_charge() -> None:
    played = run(SCENARIO, doubtful(3_100_000))
    assert "31 as $31,000" in played.lines[-1].text
    assert played.round == 0
    assert (played.mood.clock, played.mood.patience) == (0, SCENARIO.temper.patience)
    again = run(SCENARIO, doubtful(3_100_000), doubtful(3_100_000))
    assert again.round == 1
    assert [event.move for event in again.events if isinstance(event, Moved)][-1] is not MoveKind.CLARIFY


def test_a_rep_who_walks_ends_the_run() -> None:
    assert run(SCENARIO, acts(Act.WALK)).reason is Reason.REP_WALKED


def test_a_run_stalls_after_its_last_round() -> None:
    played = run(SCENARIO, *[acts(Act.RAPPORT)] * 40)
    assert (played.outcome, played.reason, played.round) == (Outcome.STALLED, Reason.MAX_ROUNDS, 24)


def test_a_complaint_is_heard_out_by_a_pack_that_has_no_words_for_one() -> None:
    assert not SCENARIO.phrases.of("COMPLAINT", SCENARIO.temper.style)
    assert run(SCENARIO, acts(Act.COMPLAIN)).lines[-1].text
