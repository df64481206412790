"""A question is most like the thing whose questions it shares its rarest words with, wherever that is worked out."""

from hypothesis import given
from hypothesis import strategies as st

from engine.reading.centroids import ALIKE, Centroids, Vector, likeness, likenesses
from engine.reading.tokens import words_of
from engine.scenario.scenario import Examples, Topic

THINGS = (
    Examples(Topic("noise"), ("What kind of noise does it make?", "Where does it rattle?"), ("how loud ~",)),
    Examples(Topic("repairs"), ("What did the last repair cost?", "What kind of repairs did it need?")),
    Examples(Topic("garage"), ("Where does it stand at night?", "Do you have a garage?")),
)
KNOWN = Centroids(THINGS)
CENTROIDS = [KNOWN.of(thing.topic).centroid for thing in THINGS]


def asked(question: str) -> Vector:
    return KNOWN.asked(words_of(question.lower()))


def most_like(question: str) -> str:
    found = likenesses(asked(question), CENTROIDS)
    return THINGS[found.index(max(found))].topic


def test_every_known_question_is_most_like_its_own_thing() -> None:
    for thing in THINGS:
        for question in thing.questions:
            assert most_like(question) == thing.topic


def test_a_question_nobody_foresaw_goes_to_the_thing_that_shares_its_telling_words() -> None:
    assert most_like("So is there some noise when it rattles along?") == "noise"
    assert most_like("So which repairs were there lately?") == "repairs"
    assert most_like("And is that thing out in the street at night?") == "garage"


def test_words_that_no_question_has_take_their_part_of_the_length() -> None:
    plain, strange = (likenesses(asked(text), CENTROIDS)[0] for text in ("Any noise?", "Any zebra noise, giraffe?"))
    assert 0 < strange < plain


def test_what_shares_no_word_is_like_nothing() -> None:
    assert likenesses(asked("Zebras!"), CENTROIDS) == [0, 0, 0]


def test_a_thing_that_is_not_known_has_no_centroid() -> None:
    assert KNOWN.of("kangaroos").centroid == {}
    assert likeness(asked("Where do kangaroos stand at night?"), KNOWN.of("kangaroos")) == 0


def test_a_further_thing_is_measured_like_the_known_ones() -> None:
    further = KNOWN.asked_by(Examples(Topic("price"), ("What did it cost at night?",)))
    assert likeness(asked("What did it cost at night?"), further) > ALIKE // 2


def test_of_two_things_asked_by_the_same_words_the_one_with_the_very_question_is_liker() -> None:
    question = "what did the last repair cost?"
    apart = KNOWN.asked_by(Examples(Topic("apart"), ("What did the garage cost?", "Which repair was the last?")))
    assert likeness(asked(question), KNOWN.of("repairs")) > likeness(asked(question), apart) > 0


@given(st.text(max_size=300))
def test_any_text_is_like_a_thing_by_nothing_to_all(text: str) -> None:
    assert all(0 <= found <= ALIKE for found in likenesses(asked(text), CENTROIDS))


@given(st.permutations(THINGS))
def test_the_order_of_the_things_tells_nothing(things: list[Examples]) -> None:
    shuffled = Centroids(tuple(things))
    question = words_of("what kind of noise does the repair make at night?")
    for thing in THINGS:
        same = likeness(KNOWN.asked(question), KNOWN.of(thing.topic))
        assert likeness(shuffled.asked(question), shuffled.of(thing.topic)) == same
