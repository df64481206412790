"""Labels add what the reader has not found, rest on the message's own words, and bind nobody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.director.director import open_run
from engine.negotiation.negotiation import fold, reading_context
from engine.persona.draw import draw_scenario
from engine.reading.labels import ACTS, NOT_BINDING, ActLabel, AmountLabel, Labels, is_unsure, with_labels
from engine.reading.read import read_message
from engine.reading.reading import Act, Modality, Reading
from engine.scenario.scenario import Topic
from engine.terms.terms import IssueId
from packs.loading import load_installed
from tests.engine.scenarios import NOW

LOADED = load_installed().get("car_sales")
SCENARIO = draw_scenario(LOADED.pack, LOADED.hash, 18422)
CONTEXT = reading_context(fold(SCENARIO, open_run(SCENARIO, "freeplay", NOW)))
TOPICS = (Topic("use"), Topic("decider"))
PRICE = IssueId("price")


def _read(text: str) -> Reading:
    return read_message(text, CONTEXT)


@pytest.mark.parametrize(
    ("text", "unsure"),
    [
        ("purple monkey dishwasher", True),
        ("Would the abbot have to bless it?", True),
        ("31?", True),
        ("What do you use it for?", False),
        ("I can do 32,500 with the mats.", False),
        ("hm", False),
        ("", False),
    ],
)
def test_the_reader_is_unsure_where_it_finds_nothing_or_cannot_place_an_amount(text: str, unsure: bool) -> None:
    assert is_unsure(text, _read(text)) is unsure


def test_a_label_says_what_a_question_is_about() -> None:
    text = "Would the abbot have to bless it?"
    labels = Labels((ActLabel(Act.ASK_CLOSED, Topic("decider"), "the abbot have to bless"),))
    (found,) = with_labels(text, _read(text), labels, TOPICS).acts
    assert (found.act, found.topic, found.span.text) == (Act.ASK_CLOSED, "decider", "the abbot have to bless")
    assert text[found.span.start : found.span.end] == found.span.text


def test_a_topic_that_the_pack_has_not_is_none() -> None:
    text = "so is this your chariot or what"
    labels = Labels((ActLabel(Act.ASK_CLOSED, Topic("weather"), "chariot"),))
    assert [found.topic for found in with_labels(text, _read(text), labels, TOPICS).acts] == [None]


def test_words_that_are_not_in_the_message_label_nothing() -> None:
    text = "purple monkey dishwasher"
    labels = Labels((ActLabel(Act.PRESENT, None, "three rows"), ActLabel(Act.PRESENT, None, "")))
    assert with_labels(text, _read(text), labels, TOPICS) == _read(text)


@pytest.mark.parametrize("act", [act for act in Act if act not in ACTS])
def test_what_ends_a_run_or_is_held_against_the_rep_is_for_the_reader_alone(act: Act) -> None:
    text = "purple monkey dishwasher"
    labelled = with_labels(text, _read(text), Labels((ActLabel(act, None, "monkey"),)), TOPICS)
    assert not labelled.has(act)


@pytest.mark.parametrize("modality", Modality)
def test_a_label_may_say_that_an_amount_was_no_offer_and_never_that_it_was_one(modality: Modality) -> None:
    text = "31?"
    reading = _read(text)
    (doubt,) = reading.doubts
    labelled = with_labels(text, reading, Labels(amounts=(AmountLabel(doubt.issue, doubt.amount, modality),)), TOPICS)
    assert labelled.binding() == ()
    assert bool(labelled.doubts) is (modality not in NOT_BINDING)


ACT_LABELS = st.builds(ActLabel, st.sampled_from(Act), st.none() | st.sampled_from(TOPICS), st.text(max_size=12))
AMOUNT_LABELS = st.builds(AmountLabel, st.just(PRICE), st.integers(0, 5_000_000), st.sampled_from(Modality))
LABELS = st.builds(Labels, st.lists(ACT_LABELS, max_size=6).map(tuple), st.lists(AMOUNT_LABELS, max_size=6).map(tuple))


@given(text=st.text(max_size=60) | st.sampled_from(["31? or so", "what if 29", "31,000 it is"]), labels=LABELS)
def test_no_labels_change_what_binds(text: str, labels: Labels) -> None:
    reading = _read(text)
    labelled = with_labels(text, reading, labels, TOPICS)
    assert labelled.binding() == reading.binding()
    assert set(reading.acts) - set(labelled.acts) <= {found for found in reading.acts if found.topic is None}
    ending = {Act.ACCEPT, Act.WALK, Act.INSULT, Act.ASK_SALE, Act.REJECT, Act.PRESSURE}
    assert labelled.kinds & ending == reading.kinds & ending
