"""Topics are learned from questions whose topic is known, and learned the same everywhere."""

from hypothesis import given
from hypothesis import strategies as st

from engine.reading.tokens import words_of
from engine.reading.topic_classifier import MARGIN, TopicClassifier, classifier_of
from engine.scenario.scenario import NOTHING, Examples, Topic
from tests.engine.reading.test_asked_about import EXAMPLES, SIZE, THEFT, USE

LEARNED = TopicClassifier(EXAMPLES)
KNOWN = [(example.topic, question) for example in EXAMPLES for question in example.questions]


def likenesses(question: str) -> dict[Topic, int]:
    return LEARNED.likenesses(words_of(question.lower()))


def test_every_question_that_was_learned_is_most_like_those_on_its_topic() -> None:
    for topic, question in KNOWN:
        found = likenesses(question)
        assert max(found, key=lambda one: found[one]) == topic


def test_what_was_learned_leads_by_more_than_half_the_margin() -> None:
    for _, question in KNOWN:
        *_, second, first = sorted(likenesses(question).values())
        assert 2 * (first - second) > MARGIN


def test_a_word_that_nobody_has_asked_with_makes_a_question_less_like_any() -> None:
    assert max(likenesses("Where do you ride your zither?").values()) < max(likenesses("Where do you ride?").values())


def test_how_a_question_begins_and_ends_tells_too() -> None:
    found = likenesses("Is it for the way?")
    assert found[USE] > found[THEFT]
    assert found[USE] > found[SIZE]


def test_words_of_no_example_are_like_nothing() -> None:
    assert likenesses("Zither, sonata?") == {}
    assert TopicClassifier(()).likenesses(("where",)) == {}


def test_one_topic_alone_can_be_learned() -> None:
    alone = TopicClassifier((Examples(USE, ("Where do you ride it to?", "Ride?")),))
    assert list(alone.likenesses(("ride",))) == [USE]


def test_a_pack_is_learned_once() -> None:
    assert classifier_of(EXAMPLES) is classifier_of((*EXAMPLES,))


@given(st.lists(st.sampled_from(["where", "do", "ride", "lock", "saddle", "song", "zither", "?"]), max_size=45))
def test_learning_again_makes_no_difference(words: list[str]) -> None:
    again = TopicClassifier(EXAMPLES)
    assert again.likenesses(words) == LEARNED.likenesses(words)
    assert set(again.likenesses(words)) in ({USE, THEFT, SIZE, NOTHING}, set())
