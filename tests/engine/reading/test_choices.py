"""Packages offered at once are read one by one, each with what goes with it, and bind nobody as a mixture."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reading.context import ReadingContext
from engine.reading.read import read_message
from engine.reading.reading import Act, Package
from engine.terms.terms import Terms
from tests.engine.reading.table import DELIVERY, MATS, PRICE, WARRANTY, dollars, table

FRESH = table(own=0, other=0)

Told = tuple[str, int, str]
"""A package in short: its name, its price in dollars, and what comes with it."""


def packages(text: str, context: ReadingContext = FRESH) -> list[Told]:
    return [_told(package) for package in read_message(text, context).packages]


def _told(package: Package) -> Told:
    amounts = {offer.issue: offer.amount for offer in package.offers}
    extras = sorted(str(issue) for issue, amount in amounts.items() if issue != PRICE and amount)
    return package.name, amounts[PRICE] // 100, " ".join(extras)


NAMED: dict[str, list[Told]] = {
    "Option A: 35,900 with floor mats and the extended warranty; B: 34,900 with nothing extra. Which suits you?": [
        ("option A", 35_900, "mats warranty"),
        ("B", 34_900, ""),
    ],
    "A, 35,400 with the mats; B, 34,600 and the warranty": [("A", 35_400, "mats"), ("B", 34_600, "warranty")],
    "A) 35,400 with the mats B) 34,600 as it stands": [("A", 35_400, "mats"), ("B", 34_600, "")],
    "A 35,400 w/ mats, B 34,600": [("A", 35_400, "mats"), ("B", 34_600, "")],
    "A - 34,600 / B - 35,400 with mats": [("A", 34_600, ""), ("B", 35_400, "mats")],
    "A: 35,400 & mats\nB: 34,600": [("A", 35_400, "mats"), ("B", 34_600, "")],
    "1: 35,400 with delivery. 2: 34,600 bare.": [("number 1", 35_400, "delivery"), ("number 2", 34_600, "")],
    "#1 34,600 #2 35,400 and mats": [("number 1", 34_600, ""), ("number 2", 35_400, "mats")],
    "Option 1: 35,400 with the mats. Option 2: 34,600, warranty.": [
        ("option 1", 35_400, "mats"),
        ("option 2", 34_600, "warranty"),
    ],
    "First option: 35,400 with the mats. Second option: 34,600, no extras.": [
        ("the first option", 35_400, "mats"),
        ("the second option", 34_600, ""),
    ],
    "The first: 34,500, the second: 35,200 with mats": [("the first", 34_500, ""), ("the second", 35_200, "mats")],
    "first one 34,500, second one 35,200 with mats": [("the first", 34_500, ""), ("the second", 35_200, "mats")],
    "Package A at 34,500 includes the mats. Package B at 35,200 includes the warranty.": [
        ("package A", 34_500, "mats"),
        ("package B", 35_200, "warranty"),
    ],
    "optoin A: 35,400 w/ flor mats, optoin B: 34,600 w/o": [("A", 35_400, "mats"), ("B", 34_600, "")],
    "opt 1 34,500 bare, opt 2 35,200 w mats": [("opt 1", 34_500, ""), ("opt 2", 35_200, "mats")],
    "35,400 with mats (A) or 34,600 bare (B)": [("A", 35_400, "mats"), ("B", 34_600, "")],
    "A: 36,000 with mats and warranty; B: 35,000 with mats; C: 34,000 bare": [
        ("A", 36_000, "mats warranty"),
        ("B", 35_000, "mats"),
        ("C", 34_000, ""),
    ],
    "A at 35,000, B at 34,200": [("A", 35_000, ""), ("B", 34_200, "")],
    "Option 1 at 35,000 or option 3 at 34,200": [("option 1", 35_000, ""), ("option 3", 34_200, "")],
    "A: 35,400 with mats, B: 35,400 with the warranty": [("A", 35_400, "mats"), ("B", 35_400, "warranty")],
}

UNNAMED: dict[str, list[tuple[int, str]]] = {
    "34,500 as it stands, or 35,200 with the warranty": [(34_500, ""), (35_200, "warranty")],
    "Pick one: 34.5 and mats, 34.9 and warranty": [(34_500, "mats"), (34_900, "warranty")],
    "with the warranty 34,900, without 34,200. which one do you like": [(34_900, "warranty"), (34_200, "")],
    "34,000 or 34,500, your pick": [(34_000, ""), (34_500, "")],
    "Either 35,400 with the mats or 34,600 with the warranty. Your pick.": [(35_400, "mats"), (34_600, "warranty")],
    "Would you rather have 35,400 with the mats or 34,600?": [(35_400, "mats"), (34_600, "")],
    "Would you like 34,500 with mats or 35,000 with the warranty?": [(34_500, "mats"), (35_000, "warranty")],
    "34.5 bare or 35.2 w/ mats?": [(34_500, ""), (35_200, "mats")],
    "35,400 with mats or 35,400 with the warranty, your choice": [(35_400, "mats"), (35_400, "warranty")],
    "you can have it for 34,500 or, with the mats and the warranty, for 35,200": [
        (34_500, ""),
        (35_200, "mats warranty"),
    ],
    "34,500 with mats; alternatively 33,900 without": [(34_500, "mats"), (33_900, "")],
    "I can do 34,500 without the warranty or 35,200 with it": [(34_500, ""), (35_200, "warranty")],
    "34.5k no mats / 35.2k mats. pick one": [(34_500, ""), (35_200, "mats")],
    "34.9 bare / 35.6 w/ mats. pick": [(34_900, ""), (35_600, "mats")],
    "34,900 with the mats. 34,200 without. Up to you.": [(34_900, "mats"), (34_200, "")],
    "I have 34,900 with delivery and 34,200 without, you choose": [(34_900, "delivery"), (34_200, "")],
    "Two ways: 35,400 with the mats, or 34,600 without them. Which do you prefer?": [(35_400, "mats"), (34_600, "")],
    "choose: 34,500 + delivery or 34,900 + warranty or 33,900 nothing": [
        (34_500, "delivery"),
        (34_900, "warranty"),
        (33_900, ""),
    ],
    "I can give you 1,000 off with mats or 2,000 off bare, your choice": [(35_410, "mats"), (34_410, "")],
}

OF_ALL: dict[str, list[tuple[int, str]]] = {
    "34,500 as is or 35,200 with the warranty, both with mats": [(34_500, "mats"), (35_200, "mats warranty")],
    "34,500 as is or 35,200 with the warranty. Mats are included in both.": [
        (34_500, "mats"),
        (35_200, "mats warranty"),
    ],
    "A: 34,500 with mats, B: 34,900 with warranty. I'd throw in delivery either way.": [
        (34_500, "delivery mats"),
        (34_900, "delivery warranty"),
    ],
    "A: 36,000 with mats; B: 35,000; C: 34,000 bare. Delivery is free in all three.": [
        (36_000, "delivery mats"),
        (35_000, "delivery"),
        (34_000, "delivery"),
    ],
    "I throw in the mats. 34,500 as it stands, or 35,000 with the warranty": [
        (34_500, "mats"),
        (35_000, "mats warranty"),
    ],
    "free delivery whichever you choose: 34,500 with mats or 34,900 with warranty": [
        (34_500, "delivery mats"),
        (34_900, "delivery warranty"),
    ],
}

NO_CHOICE = (
    "34 or 34.5, somewhere there",
    "34 or so",
    "33-34k",
    "33-34k with the mats or 32-33k without",
    "34 or so with mats or 33 or so without",
    "between 34 and 34.5, or so",
    "34,000 or 34,500",
    "Would you take 34,000 or 34,500?",
    "What if I did 34,900 with mats, or 34,500 bare?",
    "Just thinking aloud: A: 34,900 with mats, B: 34,500 bare.",
    "A: 34,900 with mats, B: 34,500 bare. That's not an offer yet.",
    "my price is 34,500 or best offer",
    "it's 34,500 with the mats, take it or leave it",
    "Option B then, 34,600 with the mats.",
    "34,600 with the mats. Which would make it a deal?",
    "I won't do 33,000 with the mats or 32,500 without",
    "either 33, 33.2, 33.4, 33.6 or 33.8 with the mats",
    "A: B: C: which?",
    "Is it for you or for your wife?",
)


@pytest.mark.parametrize("text", NAMED)
def test_packages_go_by_the_names_that_the_line_gives_them(text: str) -> None:
    assert packages(text) == NAMED[text]


@pytest.mark.parametrize("text", UNNAMED)
def test_packages_without_names_are_told_apart_by_their_prices(text: str) -> None:
    assert packages(text) == [("", price, extras) for price, extras in UNNAMED[text]]


@pytest.mark.parametrize("text", OF_ALL)
def test_what_is_said_of_all_belongs_to_each(text: str) -> None:
    assert [(price, extras) for _, price, extras in packages(text)] == OF_ALL[text]


@pytest.mark.parametrize("text", NO_CHOICE)
def test_a_range_a_hedge_or_a_thought_is_no_choice_of_packages(text: str) -> None:
    assert packages(text) == []


def test_the_words_of_a_package_stand_in_the_line() -> None:
    text = "Mats in both. A: 34,500; B: 35,200 with the warranty"
    for package in read_message(text, FRESH).packages:
        for offer in package.offers:
            assert text[offer.span.start : offer.span.end] == offer.span.text


def test_a_price_of_the_other_side_said_back_is_no_package() -> None:
    line = "You're at 31,800. Pick: 34,900 with mats or 34,500 bare"
    assert packages(line, table()) == [("", 34_900, "mats"), ("", 34_500, "")]


def test_a_price_of_the_other_side_may_be_a_package_that_has_a_name() -> None:
    line = "A: 31,800 as it stands; B: 32,500 with the mats"
    assert packages(line, table()) == [("A", 31_800, ""), ("B", 32_500, "mats")]


def test_a_package_may_cost_less_than_the_other_side_would_pay_for_more() -> None:
    line = "A 31,500 w/ mats, B 33,000 w/ mats & delivery"
    context = replace(table(own=34_900, other=31_800), price_slope=1)
    assert packages(line, context) == [("A", 31_500, "mats"), ("B", 33_000, "delivery mats")]
    assert read_message(line, context).doubts == ()
    assert read_message("31,500 with the mats", context).doubts


def test_the_list_price_is_no_package_beside_two_of_the_speakers_own() -> None:
    line = "36,410 is list, 34,900 with the mats is my price or 34,400 without"
    assert packages(line) == [("", 34_900, "mats"), ("", 34_400, "")]


def test_as_it_stands_leaves_out_what_was_offered_before() -> None:
    context = table()
    before = Terms.of({PRICE: dollars(34_900), MATS: 1, DELIVERY: 1})
    context = ReadingContext(
        issues=context.issues, list_price=context.list_price, own_offer=before, other_offer=context.other_offer
    )
    bare, extended = read_message("34,500 as it stands, or 34,800 with the warranty", context).packages
    assert {(offer.issue, offer.amount) for offer in bare.offers} >= {(MATS, 0), (DELIVERY, 0)}
    assert {(offer.issue, offer.amount) for offer in extended.offers} >= {(WARRANTY, 1), (MATS, 0), (DELIVERY, 0)}


AFTER_A_CHOICE: dict[str, list[Told]] = {
    "A at 34,600 then.": [("A", 34_600, "")],
    "How about A for 34,600?": [("A", 34_600, "")],
    "Option A at 34,600, and I deliver it.": [("option A", 34_600, "delivery")],
    "I'd do the second option at 34,000": [("the second option", 34_000, "")],
    "A 34,600 price is fair.": [],
    "a for 34,600": [],
    "34,600, final": [],
    "What if A were at 34,600?": [],
    "I can't do A at 34,600.": [],
}


@pytest.mark.parametrize("text", AFTER_A_CHOICE)
def test_one_package_is_taken_up_again_by_its_name_and_only_after_a_choice(text: str) -> None:
    assert packages(text, replace(FRESH, gave_choice=True)) == AFTER_A_CHOICE[text]
    assert packages(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Which one was closer, A or B?",
        "which of the two would you prefer?",
        "Which do you prefer?",
        "A or B?",
        "which one then?",
        "Which option suits you better?",
        "so which way are you leaning?",
        "any preference?",
        "What would you pick?",
        "the first or the second?",
    ],
)
def test_who_asks_which_of_them_asks_for_a_choice(text: str) -> None:
    assert read_message(text, FRESH).has(Act.ASK_CHOICE)


@pytest.mark.parametrize("text", ["Which week suits you?", "Who decides, you or your wife?", "What do you need?"])
def test_who_asks_something_else_asks_for_no_choice(text: str) -> None:
    assert not read_message(text, FRESH).has(Act.ASK_CHOICE)


WORDS = """
    A: B: C: 1) 2) option first second the or and with without mats warranty delivery both either way pick one which
    34,500 35,200 33.9 34k 36,410 31,800 $34,900 , ; . ? not can't what if bare as it stands them trade 2,000
"""


@given(st.lists(st.sampled_from(WORDS.split()), max_size=40).map(" ".join))
def test_a_line_offers_no_package_two_to_four_different_ones_and_each_has_one_price(text: str) -> None:
    for context in (FRESH, table()):
        found = read_message(text, context).packages
        assert len(found) in (0, 2, 3, 4)
        for package in found:
            issues = [offer.issue for offer in package.offers]
            assert issues.count(PRICE) == 1
            assert len(issues) == len(set(issues))
            assert all(0 <= offer.span.start < offer.span.end <= len(text) for offer in package.offers)
