"""While a loan is on the table, a number that fits its payment or its months is one, and never the price."""

import pytest

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.negotiation.negotiation import Negotiation, fold, read_line
from engine.persona.draw import draw_scenario
from engine.terms.terms import IssueId
from packs.loading import load_installed
from tests.engine.scenarios import NOW

LOAN = "26,900 with 3,000 down, 60 months at 5.5 percent, 449 a month."

PAYMENTS = (
    ("I'm at 422.", 422),
    ("Yes I meant 422.", 422),
    ("Wait, your limit is 430 and I am at 422. What's the problem?", 422),
    ("I can get it to 415.", 415),
    ("430 is your limit, 422 is what I have.", 422),
)

LONGER = (
    "12 months more then.",
    "Let's add another 12 months.",
    "Then 72.",
    "72 months instead of 60.",
    "Let's stretch it to 72.",
    "12 more months, that's 72.",
)


def after_the_loan() -> Negotiation:
    loaded = load_installed().get("car_sales")
    scenario = draw_scenario(loaded.pack, loaded.hash, 104)
    return say(fold(scenario, open_run(scenario, "strict", NOW)), Line(LOAN, "ref-1"), NOW)


def bound(text: str) -> dict[str, int]:
    read = read_line(after_the_loan(), text)
    assert not read.doubts
    return {str(offer.issue): offer.amount for offer in read.binding()}


@pytest.mark.parametrize(("text", "payment"), PAYMENTS)
def test_a_number_like_the_payment_is_one(text: str, payment: int) -> None:
    assert bound(text) == {"payment": 100 * payment}


@pytest.mark.parametrize("text", LONGER)
def test_so_many_months_more_are_counted_on(text: str) -> None:
    assert bound(text) == {"months": 72}


def test_what_is_asked_of_a_payment_is_a_probe_of_it() -> None:
    read = read_line(after_the_loan(), "Lower. 12 months more then, 72. Is 390 ok?")
    assert [(str(offer.issue), offer.amount) for offer in read.offers if offer.modality == "probe"] == [
        ("payment", 39_000)
    ]
    assert {(str(offer.issue), offer.amount) for offer in read.binding()} == {("months", 72)}


def test_a_price_stays_one_beside_a_loan() -> None:
    assert bound("26,400 then.") == {"price": 2_640_000}
    assert bound("26.4, last word.") == {"price": 2_640_000}


def test_what_is_named_as_theirs_binds_no_payment() -> None:
    read = read_line(after_the_loan(), "Your 430, I heard it.")
    assert read.binding() == ()


def test_the_payment_never_becomes_the_price_of_the_car() -> None:
    run = after_the_loan()
    for text in ("You told me your limit is 430 and I am at 422. What's the problem?", "Yes I meant 422.", "Deal?"):
        run = say(run, Line(text, text), NOW)
    assert run.tabled.amount(IssueId("price")) == 2_690_000


def test_a_number_said_roughly_is_read_without_an_error() -> None:
    assert read_line(after_the_loan(), "fifties").binding() == ()
