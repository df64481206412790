"""What reps put up in plain words is taken as they mean it: for whom, for how many, and after "sure you mean that?"."""

import pytest

from engine.negotiation.negotiation import Negotiation, read_line
from engine.reading.reading import Act
from tests.packs.buyers import bound, talk

OPENING = "Good afternoon. What do you drive today?"


@pytest.mark.parametrize("whose", ["your daughter's car", "your son", "your wife's car", "my friend's daughter"])
def test_a_price_for_somebody_is_a_price_here(whose: str) -> None:
    run = talk("car_sales", 31_406, "Hello.")
    assert bound(run, f"For {whose} I'd say $24,300 with the mats.") == {"price": 2_430_000, "mats": 1}


@pytest.mark.parametrize(
    "told", ["My friend paid 24,300.", "For your neighbor I did 24,300.", "I found one for 24,300."]
)
def test_what_somebody_paid_or_got_is_none(told: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), told) == {}


@pytest.mark.parametrize(
    "line",
    [
        "24,300 out the door, mats and delivery.",
        "24,300, mats and delivery",
        "24,300 all in, the delivery plus the mats.",
        "24,300, everything in, mats & delivery. No fees on top.",
    ],
)
def test_a_list_behind_the_price_is_in_it(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_430_000, "mats": 1, "delivery": 1}


@pytest.mark.parametrize("line", ["24,300 is a lot. Mats and delivery?", "24,300. What about mats and delivery?"])
def test_a_list_that_is_asked_after_is_not(line: str) -> None:
    assert "mats" not in bound(talk("car_sales", 31_406, "Hello."), line)


@pytest.mark.parametrize("line", ["The car's at 24,300.", "This one is at 24,300.", "Right now that car is at 24,300."])
def test_what_the_car_is_at_is_its_price_here(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_430_000}


@pytest.mark.parametrize("line", ["The dealer in town is at 24,300.", "Your old car is at 24,300 miles."])
def test_what_somebody_else_is_at_is_not(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {}


@pytest.mark.parametrize(
    "line", ["24,300, and the mats are 200.", "24,300 plus the mats are another 200.", "Price is 24,300, mats 200."]
)
def test_an_extra_whose_own_price_is_told_is_not_in_the_price(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_430_000}


@pytest.mark.parametrize(
    "line", ["24,300, mats stay in.", "The mats are in and it's 24,300.", "24,300. The mats are in."]
)
def test_what_is_in_or_stays_in_is_in(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_430_000, "mats": 1}


@pytest.mark.parametrize("line", ["24,300. The mats are in stock.", "24,300. Delivery is in two weeks."])
def test_what_is_in_stock_or_in_two_weeks_is_not(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_430_000}


@pytest.mark.parametrize("line", ["24,200, and you take care of the delivery.", "24,200 and you'll cover delivery."])
def test_what_the_buyer_is_to_see_to_is_left_out(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_420_000, "delivery": 0}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("I'll include the mats but not the delivery at 24,700.", {"mats": 1, "delivery": 0, "price": 2_470_000}),
        ("24,500 with everything except delivery.", {"price": 2_450_000, "delivery": 0}),
        ("24,800, delivery on us, and we'll forget the mats.", {"price": 2_480_000, "delivery": 1, "mats": 0}),
        ("How about I pay for delivery and you pay 24,800.", {"delivery": 1, "price": 2_480_000}),
        ("I wouldn't say no to 24,400.", {"price": 2_440_000}),
    ],
)
def test_a_no_to_one_thing_takes_nothing_from_the_rest(line: str, wanted: dict[str, int]) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == wanted


class TestTakenOut:
    """What was in the rep's offer is out again, in whatever words."""

    CAR = ("Hello.", "25,200 with the warranty.")
    SOFTWARE = ("For the 125 seats I'd suggest $74,500.", "$74,000 with premium support, the training and a 4% cap.")

    @pytest.mark.parametrize(
        "line",
        [
            "Forget the warranty. 24,400.",
            "Okay, never mind the warranty, 24,400.",
            "Scrap the warranty, I'll do 24,400.",
            "Take the warranty off and it's 24,400.",
            "24,400 with all the extras except the warranty.",
            "I'd do 24,400, but you'd have to pay for the warranty.",
            "The warranty no, 24,400.",
        ],
    )
    def test_of_a_car(self, line: str) -> None:
        assert bound(talk("car_sales", 31_406, *self.CAR), line) == {"price": 2_440_000, "warranty": 0}

    @pytest.mark.parametrize(
        ("line", "out"),
        [
            ("Leave out the support, $72,000.", {"support": 0}),
            ("Scrap the cap, $72,000.", {"cap": 0}),
            ("Take training off and I could do $72,000.", {"training": 0}),
            ("The training I can include, the cap not. $72,000.", {"training": 1, "cap": 0}),
            ("Support yes, training no, $72,000.", {"support": 1, "training": 0}),
            ("$72,000 with the training instead of the support.", {"training": 1, "support": 0}),
        ],
    )
    def test_of_a_contract(self, line: str, out: dict[str, int]) -> None:
        run = talk("saas_renewal", 5_550_163, *self.SOFTWARE)
        assert bound(run, line) == {"price": 7_200_000, **out}


@pytest.mark.parametrize(
    "line",
    [
        "I can do the mats or delivery, not both, at 24,400.",
        "You can have either the mats or free delivery at 24,400.",
        "You can have it for 24,400 unless you want mats.",
    ],
)
def test_one_of_two_extras_or_one_they_may_want_is_not_in(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_440_000}


@pytest.mark.parametrize("asked", ["if you'd be a case study for us", "provided you do a case study"])
def test_what_the_price_hangs_on_is_part_of_it(asked: str) -> None:
    run = talk("saas_renewal", 5_550_163, *TestSeats.LINES)
    assert bound(run, f"$73,500 {asked}.") == {"price": 7_350_000, "case_study": 1}


def test_a_term_that_is_put_right_is_no_price() -> None:
    run = talk("saas_renewal", 5_550_163, *TestSeats.LINES)
    wanted = {"price": 7_350_000, "term": 36}
    assert bound(run, "I could do $73,500, but not for twelve months, for thirty-six.") == wanted


@pytest.mark.parametrize(
    "line", ["The price won't go up more than 4 percent next year.", "It will not go up by more than 4 % at renewal."]
)
def test_what_it_may_go_up_by_is_the_cap(line: str) -> None:
    assert bound(talk("saas_renewal", 5_550_163, *TestSeats.LINES), line) == {"cap": 400}


@pytest.mark.parametrize(
    "line", ["24,400. Delivery ok?", "24,400. Are the mats ok?", "24,400. Delivery is yours to arrange."]
)
def test_what_is_asked_after_or_theirs_to_see_to_is_not_put_in(line: str) -> None:
    assert bound(talk("car_sales", 31_406, "Hello."), line) == {"price": 2_440_000}


def test_whoever_would_rather_keep_a_price_stands_by_it() -> None:
    run = talk("saas_renewal", 5_550_163, *TestSeats.LINES)
    assert bound(run, "I'd rather keep $74,500 than lose the margin.") == {"price": 7_450_000}


@pytest.mark.parametrize(
    "line",
    [
        "24,300 with the mats, 24,100 without.",
        "24,100 without the mats, 24,300 with.",
        "It's 24,300 with the mats or 24,100 without them.",
    ],
)
def test_with_and_without_are_two_packages(line: str) -> None:
    run = talk("car_sales", 31_406, "Hello.")
    held = [{(one.issue, one.amount) for one in each.offers if one.amount} for each in read_line(run, line).packages]
    assert sorted(held, key=len) == [{("price", 2_410_000)}, {("price", 2_430_000), ("mats", 1)}]


@pytest.mark.parametrize("instead", ["instead of", "in place of", "rather than", "in lieu of"])
def test_what_another_takes_the_place_of_is_not_offered(instead: str) -> None:
    run = talk("saas_renewal", 5_550_163, *TestSeats.LINES)
    assert bound(run, f"81 seats {instead} 125 at $66,500 a year.") == {"seats": 81, "price": 6_650_000}
    assert bound(run, f"81 {instead} 125 seats, $66,500 a year.") == {"seats": 81, "price": 6_650_000}
    assert bound(run, f"$73,900 {instead} $74,500.") == {"price": 7_390_000}


class TestSeats:
    """A buyer of 125 seats who needs 81 stands at $70,150."""

    SEED = 5_550_163
    LINES = ("On the audit: we keep the log for seven years.", "For the 125 seats I'd suggest $74,500.")

    def run(self, *lines: str) -> Negotiation:
        return talk("saas_renewal", self.SEED, *self.LINES, *lines)

    @pytest.mark.parametrize("line", ["For 81 seats I could do $66,500.", "81 seats it is then. $66,500 a year."])
    def test_less_than_they_offer_is_meant_where_it_is_for_fewer(self, line: str) -> None:
        assert bound(self.run(), line) == {"seats": 81, "price": 6_650_000}

    @pytest.mark.parametrize("line", ["I can do $66,500.", "Still 125 seats. $66,500 a year."])
    def test_and_is_asked_about_where_it_is_for_as_many(self, line: str) -> None:
        assert "price" not in bound(self.run(), line)
        assert "$66,500" in self.run(line).last_heard
        assert "?" in self.run(line).last_heard


class TestSure:
    """A buyer who asks whether a price was meant."""

    LINES = ("17,900 with mats and delivery", "17,500 with mats and delivery", "15,900 with mats only then")

    def run(self, *lines: str) -> Negotiation:
        return talk("car_sales", 555, *self.LINES, *lines)

    def test_it_is_asked(self) -> None:
        assert self.run().last_heard == "Sure you mean $15,900?"

    @pytest.mark.parametrize(
        "yes", ["Yes I'm sure, with the mats.", "Correct, and with delivery too", "sure, plus mats"]
    )
    def test_a_yes_with_terms_beside_it_is_a_yes(self, yes: str) -> None:
        assert bound(self.run(), yes)["price"] == 1_590_000

    @pytest.mark.parametrize(
        "other",
        ["Right, the mats are nice.", "Yes, but only without the mats", "Sure, what do you drive now?", "No, sorry."],
    )
    def test_what_takes_it_back_or_talks_on_is_none(self, other: str) -> None:
        assert "price" not in bound(self.run(), other)

    def test_a_no_that_takes_up_their_own_offer_closes_on_it(self) -> None:
        run = self.run("lol no, 16,800 with the mats and delivery, as you said. deal")
        assert run.agreed is not None
        assert run.agreed.amount(run.scenario.price_issue.id) == 1_680_000

    def test_a_no_to_their_price_refuses_it(self) -> None:
        assert self.run("no deal, 16,800 with the mats is too low").status == "open"


def test_whether_that_does_it_asks_for_the_deal_and_not_for_a_fact() -> None:
    run = talk("car_sales", 7, "17,900 out the door, mats and delivery. No fees on top, ever. Does that do it?")
    assert run.readings[-1].reading.has(Act.ASK_SALE)
    assert "Couldn't say" not in run.last_heard


@pytest.mark.parametrize("line", ["and the other 35, whats up w them?", "What's up with the idle seats?"])
def test_who_asks_how_something_else_goes_does_not_ask_after_them(line: str) -> None:
    assert not read_line(talk("saas_renewal", 7_204), line).has(Act.ASK_AFTER)


def test_who_promises_to_answer_a_form_has_proposed_no_step() -> None:
    line = "Yeah, fair. I'll get the security questionnaire answered by Thursday."
    run = talk("saas_renewal", 5, "What brings this up?", line)
    assert not run.mood.arranged
    assert talk("saas_renewal", 5, "I'll set up a call with Ottilie for Thursday.").mood.arranged


def test_who_signed_off_is_not_said_to_wait_for_the_figure_in_the_same_breath() -> None:
    run = talk(
        "saas_renewal",
        91_827_364,
        "I propose $62,900 for 155 seats and twelve months. I'd call Salvatore with you on Monday.",
        "Were I to come down to $60,500, would you agree to 24 months with the next increase capped at seven percent?",
        "$60,000, 155 seats, 24 months and the cap at seven percent. What does Mr Salvatore say to it?",
    )
    told = [line.text for line in run.lines if line.side == "counterpart"]
    assert any("signed off" in line for line in told)
    assert not any("signed off" in line and "still open" in line for line in told)
