"""A better line is one that the rep had not just said."""

import pytest

from engine.coaching.sameness import says_as_much

BETTER = "I can do $24,300 if we can settle it this week. Can we?"


@pytest.mark.parametrize(
    "said",
    [
        BETTER,
        "I can do 24,300, if we can settle it this week.",
        "I hear you. 24300 I can do if we settle it this week. Shall we?",
    ],
)
def test_who_says_its_figures_and_most_of_its_words_says_as_much(said: str) -> None:
    assert says_as_much(said, BETTER)


@pytest.mark.parametrize(
    "said",
    ["I can do 24,000 if we can settle it this week. Can we?", "24,300.", "24,300 with the mats. Deal?", ""],
)
def test_another_figure_or_hardly_a_word_of_it_does_not(said: str) -> None:
    assert not says_as_much(said, BETTER)
