"""The list price is a price too, whoever names it without its number."""

import pytest

from tests.engine.reading.table import LIST_PRICE, offers_in

PUT = (
    "I'd pay full asking",
    "I'll give you full price",
    "asking price works for me",
    "full sticker and it's yours",
    "we're at list",
    "sticker it is",
    "option A is the list price",
)


@pytest.mark.parametrize("text", PUT)
def test_the_list_price_is_put_forward_by_its_name(text: str) -> None:
    assert ("price", LIST_PRICE, "firm") in offers_in(text)


def test_it_hangs_on_what_is_asked_in_return() -> None:
    assert ("price", LIST_PRICE, "conditional") in offers_in("I'll take the asking price if you finance with us")


def test_it_can_be_refused() -> None:
    assert offers_in("I won't pay sticker") == [("price", LIST_PRICE, "rejected")]


TOLD = (
    "what's the asking price?",
    "is the asking price firm?",
    "it's listed at the list price",
    "the list price is what it is",
    "put your name on the list",
    "the full set of safety aids",
    "that's way above list",
    "otherwise we're back at list",
)


@pytest.mark.parametrize("text", TOLD)
def test_who_only_speaks_of_it_offers_nothing(text: str) -> None:
    assert offers_in(text) == []


def test_what_comes_off_it_is_worked_out() -> None:
    assert offers_in("I'd take 500 off list price") == [("price", LIST_PRICE - 500, "firm")]
