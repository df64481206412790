import pytest

from engine.negotiation.events import Paused, Resumed, decode, encode
from engine.negotiation.negotiation import apply, fold, reading_context
from engine.reading.reading import Act, Modality
from tests.engine.readings import acts, offer, run
from tests.engine.scenarios import NOW, PRICE, SCENARIO, dollars


def test_a_run_folded_from_its_events_is_the_run_itself() -> None:
    played = run(SCENARIO, acts(Act.GREET), offer(34_900), offer(33_900, mats=1))
    assert fold(SCENARIO, played.events) == played


def test_events_survive_being_written_down() -> None:
    played = run(SCENARIO, offer(34_900), acts(Act.ACCEPT))
    assert tuple(decode(encode(event)) for event in played.events) == played.events


def test_a_run_cannot_begin_in_the_middle() -> None:
    played = run(SCENARIO, offer(34_900))
    with pytest.raises(ValueError, match="begin with its opening"):
        fold(SCENARIO, played.events[1:])


def test_a_new_price_keeps_what_was_put_in_before() -> None:
    played = run(SCENARIO, offer(34_900, mats=1), offer(33_900))
    assert played.rep_terms == dollars(33_900, mats=1)


def test_an_extra_refused_later_leaves_the_offer() -> None:
    played = run(SCENARIO, offer(34_900, mats=1), offer(33_900, mats=0))
    assert played.rep_terms == dollars(33_900)


def test_an_extra_without_a_price_is_kept_until_there_is_one() -> None:
    played = run(SCENARIO, offer(mats=1))
    assert played.rep_terms is None
    assert run(SCENARIO, offer(mats=1), offer(34_900)).rep_terms == dollars(34_900, mats=1)


@pytest.mark.parametrize("modality", [Modality.PROBE, Modality.ECHO, Modality.REJECTED])
def test_a_number_that_binds_nobody_is_no_offer(modality: Modality) -> None:
    assert run(SCENARIO, offer(33_000, modality)).rep_offers == ()


def test_both_sides_keep_their_history() -> None:
    played = run(SCENARIO, offer(34_900), offer(33_900))
    assert [offered.terms.amount(PRICE) for offered in played.rep_offers] == [3_490_000, 3_390_000]
    assert len(played.counterpart_offers) == 2


def test_pausing_and_resuming_only_change_the_status() -> None:
    played = run(SCENARIO, offer(34_900))
    paused = apply(played, Paused(NOW))
    assert paused.status == "paused"
    assert apply(paused, Resumed(NOW))._replace(events=played.events) == played


def test_the_reader_sees_the_table_from_the_reps_side() -> None:
    played = run(SCENARIO, offer(34_900))
    context = reading_context(played)
    assert context.own_offer == dollars(34_900)
    assert context.other_offer == played.counterpart_terms
    assert context.last_issue == PRICE
