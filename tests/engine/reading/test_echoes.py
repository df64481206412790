"""What the other side just said is an echo in the speaker's mouth, until the speaker makes it its own."""

from dataclasses import replace

import pytest

from engine.reading.read import read_message
from engine.reading.reading import Doubt, Span
from tests.engine.reading.table import LIST_PRICE, PRICE, dollars, offers_in, table

ASKED = replace(table(own=0, other=0), other_words="Ten percent off every vendor. That's the order.")
TEN_OFF = LIST_PRICE * 0.9

SAID_BACK = (
    "So ten percent off every vendor. How many of your seats are really in use?",
    "So 10% off every vendor?",
    "You need ten percent off, I understand.",
    "Ten percent off every vendor. Noted, and who set that?",
    "So ten off, for everybody who sells to you.",
)

MADE_ITS_OWN = (
    "I can do ten percent off.",
    "Fine, ten percent off.",
    "Ten percent off.",
    "Ten percent off it is, send the papers over today.",
    "Ten percent off for you, and for nobody else this year.",
    "10% off if you sign today.",
)


@pytest.mark.parametrize("text", SAID_BACK)
def test_a_discount_the_other_side_asked_for_binds_nobody_when_it_is_said_back(text: str) -> None:
    assert read_message(text, ASKED).binding() == ()


@pytest.mark.parametrize("text", MADE_ITS_OWN)
def test_the_same_discount_binds_where_the_speaker_makes_it_its_own(text: str) -> None:
    assert [offer.amount for offer in read_message(text, ASKED).binding()] == [dollars(TEN_OFF)]


@pytest.mark.parametrize("text", ["You need ten percent off, I understand.", "You wanted 10% off every invoice here."])
def test_what_the_other_side_is_said_to_need_is_no_offer_even_where_it_was_never_said(text: str) -> None:
    assert read_message(text, table(own=0, other=0)).binding() == ()


def test_a_rival_price_said_back_binds_nobody_and_matching_it_does() -> None:
    heard = replace(table(), other_words="I have a quote of $33,500 from Eastside. Beat that.")
    assert offers_in("So 33,500 over there. What did they put in?", heard) == [("price", 33_500, "echo")]
    assert offers_in("I can do 33,500 too.", heard) == [("price", 33_500, "firm")]


def test_a_number_that_the_other_side_asked_about_is_the_answer_to_it() -> None:
    asked = Doubt(PRICE, dollars(34_500), Span(0, 3, "345"))
    context = replace(table(), other_words="Did you mean $34,500?", doubted=asked)
    assert offers_in("So 34,500 for the car, that is what I meant.", context) == [("price", 34_500, "firm")]


def test_numbers_are_remembered_from_each_of_the_lines_that_were_heard() -> None:
    lines = ("I have a quote of $33,500 from Eastside.", "Ten percent off every vendor.", "And I put $2,000 down.")
    heard = replace(table(), other_words="\n".join(lines))
    for said in ("So 33,500 over there?", "So 10% off every vendor?"):
        apart = [replace(table(), other_words=line) for line in lines]
        readings = [read_message(said, one) for one in apart]
        assert read_message(said, heard) in readings
        assert read_message(said, heard).binding() == ()


@pytest.mark.parametrize(
    "text",
    ["33,500. Sign.", "I'm giving you your 33,500. Yes or no?", "You can have your 33,500.", "33,500, sign here"],
)
def test_their_own_price_granted_in_few_words_is_an_offer_of_it(text: str) -> None:
    assert offers_in(text, table(own=34_900, other=33_500)) == [("price", 33_500, "firm")]
