"""A longer word of an add-on is known with one slip of a letter in it; shorter words and other words are not."""

import pytest

from tests.engine.reading.table import offers_in, table


@pytest.mark.parametrize("word", ["warrnty", "warrantty", "wararnty", "warrunty"])
def test_one_slip_leaves_an_add_on_known(word: str) -> None:
    assert ("warranty", 1, "firm") in offers_in(f"34,500 with the {word}", table(own=0, other=0))


@pytest.mark.parametrize("word", ["warty", "wrrnty", "currency", "mads", "delivers"])
def test_what_is_further_off_is_another_word(word: str) -> None:
    assert [issue for issue, _, _ in offers_in(f"34,500 with the {word}", table(own=0, other=0))] == ["price"]
