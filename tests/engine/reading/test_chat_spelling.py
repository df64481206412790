"""What reps type in a chat, letters and digits for words, asks and offers what it does in full."""

import pytest

from engine.reading.context import context_of, price_talk
from engine.reading.read import read_message
from engine.reading.reading import Act, Modality
from engine.scenario.scenario import Topic
from tests.packs.buyers import buyer

ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


@pytest.mark.parametrize(
    ("pack", "text", "topic"),
    [
        ("saas_renewal", "y would u cancel", "reason"),
        ("saas_renewal", "just need 2 kno how many of the 95 seats ppl acutally use", "usage"),
        ("saas_renewal", "whats important 2 u", "priorities"),
        ("car_sales", "who else gona drive it", "family"),
    ],
)
def test_a_question_in_chat_spelling_asks_what_it_does_in_full(pack: str, text: str, topic: str) -> None:
    reading = read_message(text, context_of(buyer(pack, 5)))
    assert reading.topics(*ASKING) == (Topic(topic),)


@pytest.mark.parametrize("text", ["why that", "but why that?", "y tho", "y is that", "wdym"])
def test_a_bare_why_asks_and_is_on_no_topic_of_its_own(text: str) -> None:
    reading = read_message(text, context_of(buyer("saas_renewal", 5)))
    assert reading.has(*ASKING)
    assert not reading.topics(*ASKING)


@pytest.mark.parametrize("text", ["when can they have it done", "is ur wife ok w it", "whos done with it by now"])
def test_a_question_agrees_to_nothing(text: str) -> None:
    assert not read_message(text, price_talk(2_700_000, 2_550_000, 2_300_000)).has(Act.ACCEPT)


def test_a_digit_before_a_verb_is_part_of_no_price() -> None:
    (offer,) = read_message("need 2 get 25,000", price_talk(2_700_000, 2_550_000, 2_300_000)).offers
    assert (offer.amount, offer.span.text) == (2_500_000, "25,000")


@pytest.mark.parametrize("text", ["last one 24400", "my last one 24,400", "last one's $24,400"])
def test_a_last_one_before_a_number_is_a_price_to_end_with(text: str) -> None:
    (offer,) = read_message(text, price_talk(2_700_000, 2_550_000, 2_300_000)).offers
    assert (offer.amount, offer.modality) == (2_440_000, Modality.FIRM)


@pytest.mark.parametrize("text", ["the last one was 24,400", "on my last one 24,400 was the price"])
def test_another_last_one_is_none(text: str) -> None:
    assert not read_message(text, price_talk(2_700_000, 2_550_000, 2_300_000)).offers


def test_a_why_that_only_opens_an_answer_agrees() -> None:
    assert read_message("why yes, you have yourself a deal", price_talk(700_000, 0, 620_000)).has(Act.ACCEPT)
