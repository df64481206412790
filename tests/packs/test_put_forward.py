"""A number or a count binds only where the rep puts it forward: what else stands in a line is no offer."""

import pytest

from engine.reading.context import PRICE, context_of
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scenario.scenario import Scenario
from engine.terms.terms import Terms
from tests.packs.buyers import buyer, talk

CAR, CONTRACT = buyer("car_sales", 609), buyer("saas_renewal", 730)
"""A car at $25,490, with a Tamsin to trade; a contract of 95 seats at $60,420 a year."""

REFUSED = (
    "$21,800 would be below where I can go.",
    "$21,800 would be below where I can go on a one-owner with four new tires, so let's hold that for a second.",
    "22,500 is further than I can go today.",
    "22,500 is not something I can do on a one-owner car.",
    "At 22,000 I'd be under where we need to be. What else is on your list?",
    "$22,000 would put me under what we paid for it.",
    "$22,000 isn't a number I can take upstairs.",
    "23,000 would still be short of where I need to land.",
    "22,800 is less than we can live with. Who else looks at it?",
    "$23,100 is under the floor I've been given.",
    "23 would leave me short.",
    "$22,400 is beyond what I can sign off.",
)
WORKED_OUT = (
    "Let's say we find 80 are active: that would be $50,880. What else matters?",
    "Suppose it's 70 seats. That would come to $44,520. Would that help?",
    "Say you need 80. That'd be $50,880 at list. Is 80 about right?",
    "For example, with 75 seats you'd be at $47,700. Does the count sound right?",
    "75 seats at list would be $47,700, but tell me the count first.",
    "If it turns out only 80 are used, it would come to $50,880.",
    "Just to give you an idea: 85 seats would be $54,060.",
    "Assuming 85 people log in, that would make $54,060 a year. Who could tell us?",
    "As an example: 90 seats would cost $57,240. How many do you use?",
    "Hypothetically, 80 seats would be $50,880.",
)
THEIRS = (
    "So the total has to stay at $53,900. How many seats do you use?",
    "So your budget has to come in at $53,900?",
    "So he wants it to stay at $53,900. Why that number?",
    "OK, so the number needs to be $53,900. Who set it?",
    "So you have to stay at $53,900. What would you drop first?",
    "So the bill must stay at $53,900. And the seats?",
    "So what you need is $53,900 or less?",
    "So it can't go over $53,900. What happens if it does?",
    "So Salvatore wants us to land at $53,900. What is it based on?",
    "Then the price is supposed to stay at $53,900, right?",
    "What did you pay last year, was it around $53,900?",
    "How much was it last year, were you at $53,900?",
    "Was it $53,900 that you paid last year?",
)
RIVALS = (
    "$24,900 before fees, so I'm a thousand under them with mats. What would make you choose mine?",
    "They said $24,900 and I'm under that.",
    "$24,900 over there, and we're cheaper than that.",
    "Eastside's at $24,900? Then we're a thousand below them already.",
    "24,900 at Eastside, so we beat them by a thousand.",
)
OF_ANOTHER_THING = (
    "At that rate electricity's something like $20-25 a month if you charge at home.",
    "It's about $45 in electricity, so you'd be around $80 a month.",
    "You'd spend maybe $60 a month on gas.",
    "Insurance on this one runs about $95 a month.",
    "Charging at home costs around $30 a month.",
    "That's $12 to fill up on power.",
    "You'd save $70 a month in fuel against the old one.",
    "A full charge is about $9 of electricity.",
    "Figure $40 a month for power.",
    "Maintenance is around $300 a year.",
    "No, twenty dollars a month for the electricity, sorry.",
)
OF_THE_CONTRACT = (
    "We measured 99.98 percent last year.",
    "99.95 is in the contract, with 25 percent back if we miss it.",
    "No no, the 99.98 is the uptime, the share of the time the system was up. It isn't a price.",
    "Uptime was 99.97, which is an hour and a half a year.",
    "It was up 99.98 percent of the time.",
    "Would 99.95 in the contract do, or do you need more nines?",
    "Our SLA says 99.95.",
    "99.98% measured, 99.95% promised.",
    "After eight years with us, what's working and what isn't?",
    "After six years as a customer, what would you change?",
    "So 49 seats that nobody logged into.",
    "So 22 seats nobody uses.",
    "That leaves 22 empty seats.",
    "I'm not going to sell you 22 seats you don't use.",
)
WITH_EIGHTY = (
    "If you tell me 80, I'd make it $51,500 a year.",
    "At 80 it'd be $51,500.",
    "For 80 we're at $51,500.",
    "With 80, I can do $51,500.",
    "If you take 80, it's $51,500.",
    "If you only need 80 I can go to $51,500.",
    "Let's go with 80 then: $51,500 a year.",
    "Make it 80 and I'll do $51,500.",
    "80 it is then, that's $51,500 a year.",
    "Down to 80, $51,500 a year.",
    "80 instead of 95, $51,500 a year.",
    "So 80. That's $51,500 a year.",
    "80 people, $51,500 a year.",
    "Okay, $51,500 for 80.",
    "I can do $51,500 at 80.",
    "80 seats then, $51,500 a year.",
    "$51,500 a year with 80 seats.",
)
NOT_TWO_YEARS = (
    "OK, no 24 months then. $52,000 a year with the training.",
    "24 months no, training yes. $52,000.",
    "Without the 24 months it's $53,000 a year.",
    "Forget the two years. $53,000.",
    "No two-year term then, $53,000 a year.",
    "Not 24 months. $53,000 a year.",
    "We drop the 24 months and stay at $53,000.",
    "I take the 24 months out. $53,000.",
    "No more 24-month term. It's $53,000.",
    "24 months is off the table. $53,000.",
    "il meet u: 24 months no, 80 seats = 53,000",
)
WITH_THEIR_CAR = (
    "The sticker is $25,490, your Tamsin is $9,450, so we're talking about $16,040 on top.",
    "$25,490, minus $9,450 for the Tamsin, so $16,040 out of your pocket.",
    "You give me the Tamsin at 9,450 and pay the rest, about sixteen thousand. The car is 25,490.",
    "To be clear, the car is $25,490, and the $16,000 is what's left after we take your Tamsin for $9,450.",
    "The car is $25,490. With 9,450 for the Tamsin that leaves $16,040.",
    "$25,490 for the car, $9,450 for your Tamsin, you pay $16,040.",
    "$25,490 less the Tamsin at $9,450 comes to $16,040.",
    "The car's 25,490, the Tamsin 9,450, makes 16,040 between us.",
    "I'd give you $9,450 for the Tamsin, so the difference is $16,040 on a price of $25,490.",
    "For your Dray, if it checks out, I could see $3,000.",
)


def bound(scenario: Scenario, text: str, own: int = 0, other: int = 0, heard: str = "") -> dict[str, int]:
    """What the line binds, sums in whole dollars, after the two sides' prices and the buyer's words."""
    live = (Terms.of({PRICE: price * 100}) if price else None for price in (own, other))
    reading = read_message(text, context_of(scenario, *live, other_words=heard))
    assert not reading.doubts
    sums = {"price", "trade_in"}
    return {one.issue: one.amount // 100 if one.issue in sums else one.amount for one in reading.binding()}


@pytest.mark.parametrize("text", REFUSED)
def test_a_price_that_is_said_to_be_beyond_reach_is_no_offer(text: str) -> None:
    assert "price" not in bound(CAR, text, 25_490, 21_800)


@pytest.mark.parametrize("text", WORKED_OUT)
def test_what_is_only_worked_out_binds_neither_the_price_nor_the_seats(text: str) -> None:
    assert bound(CONTRACT, text, 60_420) == {}


@pytest.mark.parametrize("text", THEIRS)
def test_what_the_other_side_has_to_keep_to_or_has_paid_is_no_offer(text: str) -> None:
    assert bound(CONTRACT, text) == {}


@pytest.mark.parametrize("text", RIVALS)
def test_a_rivals_price_that_the_rep_sets_itself_against_is_no_offer(text: str) -> None:
    assert "price" not in bound(CAR, text, 23_900, 21_800)


def test_the_reps_last_price_named_beside_a_new_one_takes_nothing_back() -> None:
    line = "I could meet you at $29,100. You'd be as far from your 28,700 as I am from my 29,600."
    assert bound(CAR, line, 29_600, 28_700) == {"price": 29_100}


@pytest.mark.parametrize("text", OF_ANOTHER_THING)
def test_what_a_car_costs_to_run_is_neither_a_price_nor_a_payment(text: str) -> None:
    assert bound(CAR, text) == {}


def test_a_payment_beside_a_running_cost_is_still_one() -> None:
    assert bound(CAR, "$385 a month plus insurance, 72 months at 4.9.")["payment"] == 38_500
    assert bound(CAR, "$429 a month, and gas is maybe $80.") == {"payment": 42_900}


@pytest.mark.parametrize("text", OF_THE_CONTRACT)
def test_an_uptime_years_gone_by_and_empty_seats_are_no_terms(text: str) -> None:
    assert bound(CONTRACT, text) == {}


@pytest.mark.parametrize("text", WITH_EIGHTY)
def test_the_seats_in_the_deal_are_those_that_the_rep_named_with_the_price(text: str) -> None:
    assert bound(CONTRACT, text, heard="95 seats today, and 80 seats would do.") == {"seats": 80, "price": 51_500}


def test_seats_worked_out_at_list_go_with_the_price_that_is_offered_for_them() -> None:
    line = "At 80 it'd be $50,880 at list, I could do $50,500 for 12 months."
    assert bound(CONTRACT, line, heard="95 seats today.") == {"seats": 80, "price": 50_500, "term": 12}


def test_seats_that_the_rep_would_rather_sell_are_neither_a_price_nor_an_offer() -> None:
    line = "How many would you really need? I'd rather sell you 75 that you use than 95 you complain about."
    assert bound(CONTRACT, line) == {}


@pytest.mark.parametrize("text", NOT_TWO_YEARS)
def test_a_term_that_the_rep_says_no_to_is_not_in_the_offer(text: str) -> None:
    assert "term" not in bound(CONTRACT, text, 60_000, 50_000)


@pytest.mark.parametrize("text", WITH_THEIR_CAR)
def test_what_is_left_to_pay_beside_a_trade_in_is_never_the_price(text: str) -> None:
    found = bound(CAR, text, heard="it's worth $9,450")
    assert found.get("price", 25_490) == 25_490
    assert found.get("trade_in", 9_450) in (9_450, 3_000)


SUPPOSED = (
    "What if we go to 85 seats at 24 months, $53,900 a year, and a cap of 5 percent? Would that fit?",
    "What if we did two years, 54,000 a year, net 60?",
    "Suppose we took 80 seats, 51,000 a year, would your CFO nod?",
)


@pytest.mark.parametrize("text", SUPPOSED)
def test_what_goes_on_in_a_question_that_supposes_binds_nobody(text: str) -> None:
    assert read_message(text, context_of(CONTRACT)).binding() == ()


NO_PRICES = (
    "How many would you need next year? If it's less than 90 I'd rather put the right number in.",
    "Uptime credit stays at 25 percent.",
    "The SLA credits stay at 10 percent, as now.",
    "Give me the number and I'll price that exactly, one year.",
)


@pytest.mark.parametrize("text", NO_PRICES)
def test_no_price_is_worked_out_of_what_is_said_of_other_things(text: str) -> None:
    read = read_message(text, context_of(CONTRACT))
    assert [offer for offer in read.binding() if offer.issue in (PRICE, "term")] == []


@pytest.mark.parametrize("text", ["I'd put in a two-day admin training.", "We'd add a 3-day workshop for your people."])
def test_how_long_a_training_takes_is_asked_about_by_nobody(text: str) -> None:
    assert read_message(text, context_of(CONTRACT)).doubts == ()


def test_a_rep_who_puts_the_car_at_a_price_names_its_own() -> None:
    read = read_message("I'd put the Larch Hybrid at 24,500 out the door, with the mats.", context_of(CAR))
    assert ("price", 2_450_000) in [(offer.issue, offer.amount) for offer in read.binding()]


def test_seats_in_use_said_back_are_no_offer_of_so_many() -> None:
    assert "seats" not in [offer.issue for offer in read_message("OK so 81 active.", context_of(CONTRACT)).binding()]


def test_what_a_price_is_compared_to_is_no_second_one() -> None:
    text = "For 85 I'd be at $53,900 a year. Compared to the $55,650 you pay now that's three percent down."
    prices = [offer.amount for offer in read_message(text, context_of(CONTRACT)).binding() if offer.issue == PRICE]
    assert prices == [5_390_000]


@pytest.mark.parametrize(
    "line", ["I'll send the invitation for ten tomorrow and the page tonight.", "Let's say ten tomorrow.", "10 Friday?"]
)
def test_the_hour_of_a_day_is_no_price_where_prices_are_far_above_it(line: str) -> None:
    reading = read_message(line, context_of(CONTRACT))
    assert not reading.offers
    assert not reading.doubts


@pytest.mark.parametrize(
    "line",
    [
        "I'd propose 80 seats at 54,000 a year before your three weeks are up.",
        "54,000 a year for it, before the deadline is up. How does that land?",
    ],
)
def test_a_price_stands_before_a_time_that_will_be_up(line: str) -> None:
    offers = read_message(line, context_of(CONTRACT)).offers
    assert [offer.amount for offer in offers if offer.issue == PRICE] == [5_400_000]


def test_as_many_seats_as_it_needs_are_welcome() -> None:
    run = talk("saas_renewal", 686_989, "Hello.", "For 45 seats, would $24,500 a year work for you?")
    assert "45 seats. That fits." in run.last_heard


def test_a_price_that_another_is_only_compared_with_is_not_offered() -> None:
    line = (
        "For 95 seats I can offer 57,500 a year, so your boss sees a lower bill than the 60,420. How does that sound?"
    )
    offers = read_message(line, context_of(CONTRACT)).binding()
    assert [offer.amount for offer in offers if offer.issue == PRICE] == [5_750_000]


def test_a_sum_and_what_goes_with_it_is_a_price_however_it_is_typed() -> None:
    reading = read_message("ok how bout 24,300 mats n delivery n we r done, u get it b4 friday?", context_of(CAR))
    assert {str(offer.issue): offer.amount for offer in reading.binding()} == {
        "price": 2_430_000,
        "mats": 1,
        "delivery": 1,
    }
    assert not reading.has(Act.WALK)


def test_whoever_asks_whether_something_works_well_asks_for_no_yes() -> None:
    assert not read_message("Does that work well for the crews?", context_of(CONTRACT)).has(Act.ASK_SALE)
