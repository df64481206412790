"""Copied lines are found, and what two honest people both write is not."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reading.alike import COURTESIES, FEWEST_WORDS, Likeness, are_alike, stock_of, worded, words_of
from engine.reading.alike import likeness as likeness_of

COPIED = (
    "If you can decide this week I can do 33,900, because I need not hold it over the weekend",
    "The third row is the reason families buy it, adults do fit in there",
    "What happens to the old car once you have the new one in the yard",
)


def likeness(mine: Sequence[str], theirs: Sequence[str], sheet: Sequence[str]) -> Likeness:
    stock = stock_of((*COURTESIES, *sheet))
    return likeness_of(worded(mine, (), stock), worded(theirs, (), stock))


def alike(one: str, other: str) -> bool:
    return are_alike(words_of(one), words_of(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("I can do 33,900 if you decide this week", "i can do 34,150 if you decide THIS week!"),
        ("I can do $33,900.50 if you decide this week", "I can do 9k if you decide this week"),
        ("We’d throw in the mats and deliver it on Friday", "We'd throw in the mats, and deliver it on Friday"),
        (COPIED[1], f"{COPIED[1]} too"),
        (COPIED[2], COPIED[2].replace("yard", "drive")),
    ],
)
def test_lines_that_differ_in_case_marks_numbers_or_a_word_are_alike(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (COPIED[0], COPIED[1]),
        ("I can do 33,900 if you decide this week", "If you decide this week then 33,900 I can do"),
        ("What happens to the old car once you have this", "Do you still need the old car for anything else"),
        ("", COPIED[0]),
    ],
)
def test_lines_with_other_words_or_another_order_are_not(one: str, other: str) -> None:
    assert not alike(one, other)


def test_three_copied_lines_are_flagged() -> None:
    found = likeness([*COPIED, "Something of my own that nobody else has said"], COPIED, ())
    assert [pair.mine for pair in found.pairs] == [0, 1, 2]
    assert (len(found.pairs), found.compared, found.is_flagged) == (3, 4, True)


def test_two_lines_are_flagged_where_they_are_half_of_all() -> None:
    own = [f"Here is a line of {word} that I have thought of myself" for word in ("mine", "ours", "hers")]
    assert likeness([*COPIED[:2], own[0]], COPIED, ()).is_flagged
    assert not likeness([*COPIED[:2], *own], COPIED, ()).is_flagged
    assert not likeness(COPIED[:1], COPIED, ()).is_flagged


def test_a_line_of_theirs_stands_for_one_of_mine() -> None:
    found = likeness([COPIED[0]] * 3, [COPIED[0]], ())
    assert len(found.pairs) == 1


def test_courtesies_short_lines_and_the_sheet_are_left_out() -> None:
    sheet = ["Five-year warranty on everything that moves, and a service plan for the first two years"]
    lines = [
        "Hello and welcome, thank you for coming in today!",
        "Is there anything else I can help you with today?",
        "You have a five-year warranty on everything that moves, and a service plan",
        "I can do 33,900",
    ]
    assert likeness(lines, lines, sheet).compared == 0


def test_what_the_buyer_or_a_hint_had_said_is_nobodys_own_line() -> None:
    echo = "So the old one died on the highway and you need a third row"
    assert worded([echo], [echo], frozenset()) == {}
    assert len(worded([echo], ["Something else was said before that"], frozenset())) == 1


WORD = st.sampled_from(["row", "price", "week", "mats", "deal"])


@given(st.lists(WORD, min_size=FEWEST_WORDS, max_size=24), st.lists(st.tuples(st.integers(0, 30), WORD), max_size=4))
def test_lines_that_are_alike_are_found_whatever_was_changed_in_them(
    words: list[str], changes: list[tuple[int, str]]
) -> None:
    other = list(words)
    for place, word in changes:
        other[place % len(other)] = word
    mine, theirs = {0: tuple(words)}, {0: tuple(other)}
    assert bool(likeness_of(mine, theirs).pairs) is are_alike(mine[0], theirs[0])


@given(st.lists(st.text(max_size=80), max_size=6), st.lists(st.text(max_size=80), max_size=6))
def test_it_is_the_same_from_either_side_in_number_of_lines_and_never_more_than_there_are(
    mine: list[str], theirs: list[str]
) -> None:
    found = likeness(mine, theirs, ())
    assert len(found.pairs) <= min(found.compared, len(theirs))
    assert len({pair.theirs for pair in found.pairs}) == len(found.pairs)
    assert all(are_alike(words_of(mine[pair.mine]), words_of(theirs[pair.theirs])) for pair in found.pairs)


@given(st.text(max_size=300), st.text(max_size=300))
def test_being_alike_is_mutual(one: str, other: str) -> None:
    assert alike(one, other) == alike(other, one)
