"""Where the form to set up a market shows what is wrong in it."""

from bot.views.market_setup import errors_of
from engine.marketplace.sheet.mistakes import Mistake

BLOCKS = [{"type": "input", "block_id": "market_needs:0"}, {"type": "input", "block_id": "market_title:0"}]


def test_several_mistakes_of_a_field_stand_on_a_line_each() -> None:
    found = (Mistake("needs", "How many?", 1), Mistake("needs", "No price.", 2), Mistake("title", "Give a title."))
    assert errors_of(found, BLOCKS) == {
        "market_needs:0": "• Line 1: How many?\n• Line 2: No price.",
        "market_title:0": "Give a title.",
    }
