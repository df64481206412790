from engine.negotiation.events import Outcome, Reason
from engine.reading.reading import Act, Modality
from tests.engine.readings import acts, both, offer, run
from tests.engine.scenarios import PRICE, SCENARIO, dollars

DEAL = acts(Act.ACCEPT)


def _live_price() -> int:
    live = run(SCENARIO, offer(34_900)).counterpart_terms
    assert live is not None
    return live.amount(PRICE) // 100


def test_deal_takes_the_counterparts_live_offer() -> None:
    played = run(SCENARIO, offer(34_900), DEAL)
    assert (played.outcome, played.reason) == (Outcome.REACHED, Reason.REP_ACCEPTED)
    assert played.agreed == dollars(_live_price())


def test_deal_with_nothing_on_the_table_agrees_to_nothing() -> None:
    played = run(SCENARIO, DEAL)
    assert played.status == "open"
    assert played.lines[-1].text.startswith("Nothing live")


def test_deal_with_the_live_number_takes_the_offer() -> None:
    played = run(SCENARIO, offer(34_900), both(DEAL, offer(_live_price(), Modality.ECHO)))
    assert played.reason is Reason.REP_ACCEPTED


def test_deal_with_a_higher_number_is_an_offer_at_that_number() -> None:
    played = run(SCENARIO, offer(34_900), both(DEAL, offer(33_800)))
    assert played.status == "open"
    assert played.rep_terms == dollars(33_800)


def test_deal_with_something_thrown_in_closes_with_it() -> None:
    played = run(SCENARIO, offer(34_900), both(DEAL, offer(mats=1)))
    assert played.agreed == dollars(_live_price(), mats=1)


def test_a_refusal_in_the_same_line_is_no_acceptance() -> None:
    assert run(SCENARIO, offer(34_900), acts(Act.ACCEPT, Act.REJECT)).status == "open"


def test_asking_to_sign_at_their_own_number_accepts_it() -> None:
    played = run(SCENARIO, offer(34_900), both(acts(Act.ASK_SALE), offer(_live_price(), Modality.ECHO)))
    assert played.reason is Reason.REP_ACCEPTED


def test_asking_to_sign_without_a_number_accepts_nothing() -> None:
    assert run(SCENARIO, offer(34_900), acts(Act.ASK_SALE)).status == "open"
