"""Which numbers of a line are a price: QuickTech asks $8 for a cable."""

import pytest

from engine.marketplace.foreign import in_another
from engine.marketplace.listening import listen
from engine.marketplace.room import Offer
from engine.marketplace.visibility import view_for
from engine.terms.money import CURRENCIES
from tests.engine.marketplace.given import after, room_of

ROOM = after(room_of(), "I need 3 cables. What do you ask?")
VIEW = view_for(ROOM, ROOM.sellers[1].handle)


@pytest.mark.parametrize(
    "line",
    [
        "delivery 2?",
        "is it USB 3?",
        "is it USB 3.1 or 2.0?",
        "is it cat 6?",
        "can you deliver by Friday the 5th?",
        "delivery before 5 pm?",
        "I need them by 7 May",
        "March 5 is my deadline",
        "I need 3 for 23 desks",
        "10 cables for our 4 meeting rooms",
        "they are for 12 people",
        "size 7?",
    ],
)
def test_dates_standards_sizes_and_purposes_are_no_bid(line: str) -> None:
    assert listen(line, VIEW).bid is None


@pytest.mark.parametrize(
    ("line", "bid"),
    [
        ("650c", Offer(650, 3)),
        ("640 cents each", Offer(640, 3)),
        ("6 dollars fifty", Offer(650, 3)),
        ("6 dollars and 50 cents", Offer(650, 3)),
        ("6 bucks seventy-five", Offer(675, 3)),
        ("7 may work for me", Offer(700, 3)),
        ("can you do 7 for option 2?", Offer(700, 3)),
        ("7 for our 23 desks", Offer(700, 3)),
        ("3 cables for 20 dollars", Offer(666, 3)),
        ("3 cables for 7", Offer(700, 3)),
        ("3 for 20, ok?", Offer(666, 3)),
        ("10 cables for 65, deal?", Offer(650, 10)),
    ],
)
def test_a_price_is_one_however_its_parts_and_pieces_are_written(line: str, bid: Offer) -> None:
    assert listen(line, VIEW).bid == bid


@pytest.mark.parametrize(
    ("line", "topics"),
    [
        ("delivery?", ("delivery",)),
        ("delivery 2?", ("delivery",)),
        ("what about the warranty", ("warranty",)),
        ("warranty and delivery?", ("warranty", "delivery")),
        ("I like the warranty. 7?", ()),
    ],
)
def test_a_term_that_is_only_named_in_a_question_is_asked_about(line: str, topics: tuple[str, ...]) -> None:
    assert listen(line, VIEW).topics == topics


@pytest.mark.parametrize(
    ("line", "in_dollars", "in_euros"),
    [
        ("€6.50", "€6.50", ""),
        ("can you do 6.50 euros?", "6.50 euros", ""),
        ("I say EUR 6.50, ok", "EUR 6.50", ""),
        ("$6", "", "$6"),
        ("USD 6", "", "USD 6"),
        ("£6", "£6", "£6"),
        ("6.50", "", ""),
        ("I try 6", "", ""),
        ("2 pounds of cable", "", ""),
    ],
)
def test_amounts_in_another_currency_are_known_by_sign_code_or_word(line: str, in_dollars: str, in_euros: str) -> None:
    assert in_another(line, CURRENCIES["USD"]) == in_dollars
    assert in_another(line, CURRENCIES["EUR"]) == in_euros
