"""What a question is about is told by its likeness to questions whose topic is known."""

from hypothesis import given
from hypothesis import strategies as st

from engine.reading.context import ReadingContext
from engine.reading.read import read_message
from engine.reading.reading import ReadAct
from engine.reading.topic_classifier import TopicClassifier, classifier_of
from engine.scenario.scenario import NOTHING, Examples, Issue, IssueKind, Topic
from engine.terms.terms import IssueId

USE, THEFT, SIZE = Topic("use"), Topic("theft"), Topic("size")
EXAMPLES = (
    Examples(USE, ("Where do you ride it to?", "What will you use the bike for?", "Is it for the way to work?")),
    Examples(
        THEFT, ("Have you ever had a bike stolen?", "Where do you lock it at night?"), ("stolen", "(good|strong) lock")
    ),
    Examples(SIZE, ("How tall are you?", "Which frame fits you?", "Is the saddle too high for your legs?")),
    Examples(NOTHING, ("Did you see the game on Sunday?", "What is your favorite song?", "Do you like the rain?")),
)
BIKES = ReadingContext(
    issues=(Issue(IssueId("price"), IssueKind.PRICE, "Price", "the price", words=("price",)),),
    topics=((USE, ("use it for",)), (THEFT, ("lock", "stolen")), (SIZE, ("frame size",))),
    examples=EXAMPLES,
)


def asked(text: str, context: ReadingContext = BIKES) -> tuple[ReadAct, ...]:
    return tuple(act for act in read_message(text, context).acts if act.topic is not None)


def test_a_question_in_words_of_its_own_is_placed_by_its_likeness() -> None:
    (found,) = asked("Which way do you ride to work?")
    assert (found.topic, found.guessed) == (USE, True)


def test_a_topic_that_is_named_is_no_guess() -> None:
    (found,) = asked("Do you have a good lock?")
    assert (found.topic, found.guessed) == (THEFT, False)


def test_a_word_that_stands_in_passing_does_not_outweigh_the_question() -> None:
    assert {act.topic for act in asked("Is the lock too high for your legs?")} == {SIZE}


def test_what_is_like_small_talk_or_like_nothing_known_is_on_no_topic() -> None:
    assert asked("Did you like the song in the game?") == ()
    assert asked("Have your geese ever eaten a violin?") == ()


def test_both_halves_of_a_question_are_placed() -> None:
    assert [act.topic for act in asked("What will you use it for, and have you ever had one stolen?")] == [USE, THEFT]


def test_a_topic_without_examples_is_still_known_by_its_name() -> None:
    bells = ReadingContext(
        issues=BIKES.issues, topics=(*BIKES.topics, (Topic("bells"), ("bell",))), examples=BIKES.examples
    )
    assert [act.topic for act in asked("Do you want a bell?", bells)] == ["bells"]


def test_without_examples_only_names_count() -> None:
    bare = ReadingContext(issues=BIKES.issues, topics=BIKES.topics)
    assert asked("Which way do you ride to work?", bare) == ()
    assert [act.topic for act in asked("Do you have a lock?", bare)] == [THEFT]


def test_words_of_no_example_have_no_likeness() -> None:
    assert TopicClassifier(EXAMPLES).likenesses(("zither",)) == {}


def test_the_classifier_is_made_once_for_each_pack() -> None:
    assert classifier_of(EXAMPLES) is classifier_of(EXAMPLES)


@given(st.lists(st.sampled_from(["where", "do", "ride", "lock", "saddle", "game", "zither"]), min_size=1, max_size=12))
def test_likenesses_do_not_hang_on_the_run_and_speak_for_every_topic_or_none(words: list[str]) -> None:
    found = TopicClassifier(EXAMPLES).likenesses(words)
    assert found == classifier_of(EXAMPLES).likenesses(words)
    assert list(found) in ([example.topic for example in EXAMPLES], [])
