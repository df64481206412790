"""Questions typed without their mark, with half their words, or behind an "if" are heard as questions."""

import pytest

from engine.reading.context import context_of
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scenario.scenario import Topic
from tests.packs.buyers import buyer

ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


def asked(pack: str, text: str) -> tuple[bool, set[Topic]]:
    reading = read_message(text, context_of(buyer(pack, 5)))
    return reading.has(*ASKING), set(reading.topics(*ASKING))


@pytest.mark.parametrize(
    ("pack", "text", "topic"),
    [
        ("saas_renewal", "been down much this year", "uptime"),
        ("saas_renewal", "which apps are hooked up to it", "integrations"),
        ("car_sales", "got another quote", "rival"),
        ("car_sales", "u pulling anything", "power"),
    ],
)
def test_a_sentence_that_is_plainly_like_questions_on_a_topic_asks_about_it(pack: str, text: str, topic: str) -> None:
    assert asked(pack, text) == (True, {topic})


@pytest.mark.parametrize("text", ["What if one breaks?", "what if it's the perfect car", "what if we took it instead"])
def test_a_condition_that_is_put_forward_with_no_offer_in_it_asks(text: str) -> None:
    assert asked("car_sales", text)[0]


@pytest.mark.parametrize("text", ["could throw in the mats", "can do delivery as well", "I drive one myself"])
def test_what_offers_or_tells_does_not(text: str) -> None:
    assert not asked("car_sales", text)[0]
