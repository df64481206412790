"""The questions that coaching recommends, asked of the buyers of car_sales."""

import pytest

from engine.director.director import open_run
from engine.negotiation.negotiation import fold, reading_context
from engine.persona.draw import draw_scenario
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scenario.scenario import Fact, Scenario
from tests.engine.persona.packs import car_sales
from tests.engine.scenarios import NOW
from tests.packs.test_talk import talk

SCENARIOS = [draw_scenario(car_sales().pack, "", seed) for seed in range(60)]
WITH_A_QUESTION: dict[str, tuple[Scenario, Fact]] = {
    fact.id: (scenario, fact) for scenario in SCENARIOS for fact in scenario.facts if fact.ask
}
WITHOUT_TRADE = next(scenario.seed for scenario in SCENARIOS if dict(scenario.attributes)["trade_in"] == "no")


@pytest.mark.parametrize("fact_id", sorted(WITH_A_QUESTION))
def test_the_recommended_question_is_read_as_an_open_one_on_its_topic(fact_id: str) -> None:
    scenario, fact = WITH_A_QUESTION[fact_id]
    reading = read_message(fact.ask, reading_context(fold(scenario, open_run(scenario, "strict", NOW))))
    assert fact.topic in reading.topics(Act.ASK_OPEN, Act.FOLLOW_UP)


def _told(scenario: Scenario, topic: str) -> str:
    return next(fact.exact for fact in scenario.facts if fact.topic == topic)


def test_a_sum_for_a_trade_in_that_there_is_none_of_is_put_right() -> None:
    run = talk(WITHOUT_TRADE, "I can give you 4,500 for the trade.")
    assert _told(run.scenario, "trade") in run.lines[-1].text


def test_what_a_buyer_volunteers_needs_no_open_question() -> None:
    run = talk(WITHOUT_TRADE, "Did you want new or used?")
    assert _told(run.scenario, "condition") in run.lines[-1].text


def test_a_must_have_is_never_denied() -> None:
    asked = 0
    for scenario in SCENARIOS:
        if "all_wheel_drive" in dict(scenario.attributes)["must_haves"]:
            asked += 1
            run = talk(scenario.seed, "Do you need all-wheel drive?")
            assert "CONFIRM" in dict(run.mood.used_phrases)
    assert asked


def test_what_worries_a_buyer_is_said_once() -> None:
    for scenario in SCENARIOS[:30]:
        price = scenario.product.list_price // 100
        run = talk(scenario.seed, f"It is {price:,} out the door.", "What else is on your mind?")
        sentences = run.lines[-1].text.rstrip(".").split(". ")
        assert len(sentences) == len(set(sentences))


def test_sympathy_is_no_apology() -> None:
    run = talk(WITHOUT_TRADE, "Oh wow, I'm so sorry to hear that.")
    assert not run.readings[-1].reading.has(Act.APOLOGISE)


def test_a_hurried_question_without_a_mark_is_answered() -> None:
    run = talk(WITHOUT_TRADE, "hey wat brings u in")
    assert _told(run.scenario, "reason") in run.lines[-1].text
