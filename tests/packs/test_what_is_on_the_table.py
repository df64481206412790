"""What a line puts on a pack's table: extras at a price of their own, a trade-in beside extras, what is only asked."""

import pytest

from tests.packs.buyers import bound, talk

CAR, SOFTWARE = ("car_sales", 8381867), ("saas_renewal", 3596646)
TRADING = ("car_sales", 6650818)


@pytest.mark.parametrize(
    ("line", "price"),
    [
        ("30,600 with the extended warranty for another 1,200", 31_800),
        ("I'm asking 25,490, and I'd add the extended warranty for 900.", 26_390),
        ("24,000 plus 200 for the mats", 24_200),
        ("25,000 with the mats for free", 25_000),
    ],
)
def test_an_extra_at_a_price_of_its_own_adds_to_the_price(line: str, price: int) -> None:
    assert bound(talk(*CAR, "Hello."), line)["price"] == price * 100


def test_a_sum_for_the_old_car_stands_beside_extras() -> None:
    run = talk(*TRADING, "Hello.", "What do you drive now, and what happens to it?")
    assert bound(run, "41,500 with the mats n 4,200 for the dray")["trade_in"] == 420_000


def test_an_extra_that_is_out_is_taken_out() -> None:
    run = talk(*SOFTWARE, "Hello.", "60,000 with the admin training.")
    assert bound(run, "Training out, 59,000.")["training"] == 0


@pytest.mark.parametrize(
    "line",
    [
        "And the 235 seats, are they all in use?",
        "Will you still need all 235 seats next year?",
        "Is it still 235 people using it, or has something changed?",
        "So your budget is the same as last year.",
        "The audit log is kept seven years.",
    ],
)
def test_what_is_asked_or_told_of_them_is_no_offer(line: str) -> None:
    assert bound(talk(*SOFTWARE, "Hello."), line) == {}


def test_their_price_and_a_let_us_sign_it_take_it() -> None:
    told = ("Hello.", "I'm asking 25,490.", "24,900, and that is with the longer warranty.")
    run = talk("car_sales", 2296204, *told)
    assert run.counterpart_terms is not None
    price = f"{run.counterpart_terms.amount(run.scenario.price_issue.id) // 100:,}"
    line = f"{price} with the longer warranty, and how you pay is up to you. Let's sign it."
    assert talk("car_sales", 2296204, *told, line).status == "ended"
