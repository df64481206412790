"""A longer word of an add-on is known with one slip of a letter in it; shorter words and other words are not."""

import pytest

from engine.reading.context import ReadingContext
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scenario.scenario import Issue, IssueKind
from engine.terms.terms import IssueId
from tests.engine.reading.table import ISSUES, TOPICS, offers_in, table


@pytest.mark.parametrize("word", ["warrnty", "warrantty", "wararnty", "warrunty"])
def test_one_slip_leaves_an_add_on_known(word: str) -> None:
    assert ("warranty", 1, "firm") in offers_in(f"34,500 with the {word}", table(own=0, other=0))


@pytest.mark.parametrize("word", ["warty", "wrrnty", "currency", "mads", "delivers"])
def test_what_is_further_off_is_another_word(word: str) -> None:
    assert [issue for issue, _, _ in offers_in(f"34,500 with the {word}", table(own=0, other=0))] == ["price"]


def test_a_word_that_means_something_itself_is_no_slip_of_an_add_on() -> None:
    contact = Issue(IssueId("contact"), IssueKind.FLAG, "Contact", "a contact", ("named contact",))
    context = ReadingContext(
        issues=(*ISSUES, contact), topics=TOPICS, lexicon=((Act.NEXT_STEP, ("send the contract",)),)
    )
    assert read_message("I'll send the contract over today", context).has(Act.NEXT_STEP)
