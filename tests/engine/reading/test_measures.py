"""Months, seats, days and percent, and prices said per seat or as so much over last year."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.reading import measure_senses
from engine.reading.context import ReadingContext
from engine.reading.read import read_message
from engine.reading.reading import Modality, Reading
from engine.scenario.scenario import Issue, IssueKind, Measure
from engine.terms.terms import IssueId, Terms

PRICE, SEATS, TERM, CAP, NET, STUDY = (IssueId(name) for name in ("price", "seats", "term", "cap", "net", "case_study"))

ISSUES = (
    Issue(
        PRICE,
        IssueKind.PRICE,
        "Price",
        "the price",
        ("price",),
        2_750_000,
        7_000_000,
        measures=(
            Measure(("(a|per|/) (year|yr)", "annually")),
            Measure(("(a|per|/) month",), times=12),
            Measure(("(a|per|/) seat",), per=SEATS, pieces=100),
            Measure(("(a|per|/) seat (a|per|/) month", "(a|per|/) seat"), times=12, per=SEATS, pieces=100),
            Measure(("uplift", "increase"), over=5_000_000, level=("flat renewal", "(hold|keep) ~ flat")),
        ),
    ),
    Issue(
        SEATS, IssueKind.COUNT, "Seats", "seats", ("seats",), 50, 200, measures=(Measure(("seats", "seat"), over=100),)
    ),
    Issue(
        TERM,
        IssueKind.COUNT,
        "Term",
        "a longer term",
        ("term", "contract", "commit"),
        12,
        36,
        measures=(Measure(("month", "months")), Measure(("year", "years"), times=12)),
    ),
    Issue(
        CAP,
        IssueKind.COUNT,
        "Cap",
        "a cap",
        ("cap", "capped", "cap ~ increase", "increases capped"),
        200,
        900,
        scale=100,
        measures=(Measure(("percent", "%"), times=100),),
    ),
    Issue(
        NET,
        IssueKind.COUNT,
        "Days",
        "longer terms",
        ("payment terms",),
        15,
        90,
        measures=(Measure(("days",), ("net",)),),
    ),
    Issue(STUDY, IssueKind.FLAG, "Case study", "a case study", ("case study",)),
)


def read(text: str, last: IssueId | None = None, own: dict[IssueId, int] | None = None) -> Reading:
    own_offer = Terms.of(own) if own else None
    return read_message(text, ReadingContext(ISSUES, list_price=5_400_000, last_issue=last, own_offer=own_offer))


def amounts(text: str, last: IssueId | None = None) -> dict[str, int]:
    return {str(offer.issue): offer.amount for offer in read(text, last).binding()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I can renew you at a 5% uplift.", {"price": 5_250_000}),
        ("I can do 4 percent", {"price": 5_200_000}),
        ("5 % increase, with a 36-month term.", {"price": 5_250_000, "term": 36}),
        ("I can come down from 8% to 6%.", {"price": 5_300_000}),
        ("We can hold the price flat.", {"price": 5_000_000}),
        ("$52,000 a year, net 60.", {"price": 5_200_000, "net": 60}),
        ("$4,500 a month", {"price": 5_400_000}),
        ("$530 per seat", {"price": 5_300_000}),
        ("$45 per seat per month", {"price": 5_400_000}),
        ("$45 a seat", {"price": 5_400_000}),
        ("I'd do $400 a seat for 150 seats", {"price": 6_000_000, "seats": 150}),
        ("It's 58,000 per year for 150 seats, which is about $387 a seat.", {"price": 5_800_000, "seats": 150}),
        ("I'd go to 55,000 for 24 months", {"price": 5_500_000, "term": 24}),
        ("I'd go to 55,000 a year for the next two years.", {"price": 5_500_000, "term": 24}),
        ("You'd commit for the next 24 months at 52,000.", {"price": 5_200_000, "term": 24}),
        ("We'd do 3 years with increases capped at 3.5%.", {"term": 36, "cap": 350}),
        ("cap the increase at 3 %", {"cap": 300}),
        ("2% uplift and a cap of 5%", {"price": 5_100_000, "cap": 500}),
        ("If you sign for 24 months I can do 4%, and I'll cap the next increase at 5%.",
         {"term": 24, "price": 5_200_000, "cap": 500}),
        ("Let's add 20 seats.", {"seats": 120}),
        ("We could drop 15 seats.", {"seats": 85}),
        ("If you do a case study I can do 54,500.", {"case_study": 1, "price": 5_450_000}),
    ],
)  # fmt: skip
def test_amounts_are_read_in_the_measures_that_people_use(text, expected):
    assert amounts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You've been with us for three years.",
        "We guarantee 99.9% uptime.",
        "You use 80% of your seats.",
        "How many seats do you use?",
        "Your contract ends in 30 days.",
        "I can't do a flat renewal.",
        "It had a 9% increase before.",
        "24 or 36 months?",
        "Would a two-year term work for you?",
    ],
)
def test_what_is_only_told_asked_or_refused_binds_nobody(text):
    assert amounts(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Leaving us takes a team your size two to three months with both tools paid in between.",
        "I meant that moving over would take two to three months.",
        "You would lose three months on the switch.",
        "That's no way to treat a customer of four years, eleven percent by e-mail.",
    ],
)
def test_how_long_something_takes_or_has_lasted_is_no_term_to_be_asked_about(text):
    assert (amounts(text), read(text).doubts) == ({}, ())


def test_a_term_that_somebody_would_take_is_one():
    assert amounts("I could take 24 months.") == {"term": 24}


@pytest.mark.parametrize(
    "text",
    [
        "How many seats will you need over the next twelve months?",
        "What would you like to change in the coming 24 months?",
        "We plan to add connectors over the next 24 months.",
        "You've grown a lot over the last twelve months.",
        "How many people could join over the next two years?",
        "Where could the team be in twelve months?",
    ],
)
def test_a_stretch_of_time_is_no_length_of_a_contract(text):
    assert all(offer.issue != TERM for offer in read(text).offers)


def test_what_is_saved_over_a_stretch_of_time_is_no_offer_of_its_length():
    assert all(offer.issue != TERM for offer in read("You'd save 5,000 over the next three years.").offers)


@pytest.mark.parametrize(
    ("last", "text", "expected"),
    [
        (TERM, "36", {"term": 36}),
        (CAP, "4%", {"cap": 400}),
        (PRICE, "6", {"price": 5_300_000}),
        (NET, "60", {"net": 60}),
    ],
)
def test_a_bare_number_goes_to_what_was_talked_of_last(last, text, expected):
    assert amounts(text, last) == expected


@pytest.mark.parametrize(
    ("own", "text", "price"),
    [
        (4_560_000, "35 and we sign", 4_200_000),
        (4_560_000, "I can do $36", 4_320_000),
        (4_500_000, "44 and we sign", 4_400_000),
        (4_560_000, "44k and we sign", 4_400_000),
        (4_567_800, "44 and we sign", 4_400_000),
    ],
)
def test_a_small_number_is_for_each_where_the_price_before_was_told_so(own, text, price):
    assert [offer.amount for offer in read(text, own={PRICE: own}).offers] == [price]


def test_what_is_asked_in_return_is_conditional():
    offers = {str(offer.issue): offer.modality for offer in read("If you commit to 24 months I can do 52,000.").offers}
    assert offers == {"term": Modality.CONDITIONAL, "price": Modality.CONDITIONAL}


def test_an_amount_out_of_reach_is_asked_about():
    found = read("I'd want a 60-month term.")
    assert found.offers == ()
    assert [(doubt.issue, doubt.amount) for doubt in found.doubts] == [(TERM, 60)]


def test_a_count_on_the_table_can_be_left_out_again():
    found = read("Let's drop the cap.", own={PRICE: 5_200_000, CAP: 400})
    assert [(offer.issue, offer.amount) for offer in found.binding()] == [(CAP, 0)]
    assert read("No cap.").binding() == ()


BESIDE = (
    "24", "36 months", "net 45", "3 years", "5%", "4 percent", "$390", "a seat", "per month", "20 more", "seats",
    "uplift", "capped at", "52,000", "days", "annually", "an increase of", "flat renewal", "I can do", "if you", "for",
    "and", ".", "?", "-", "a", "per", "/", "no", "less", "dollars", "the cap", "payment terms", "half", "over",
)  # fmt: skip
LINES = st.lists(st.sampled_from(BESIDE), min_size=1, max_size=12).map(" ".join)


@given(text=LINES, last=st.sampled_from([None, TERM, CAP, PRICE]))
def test_a_line_without_the_words_of_a_measure_reads_as_if_each_had_been_looked_for(
    text: str, last: IssueId | None
) -> None:
    found = read(text, last)
    with pytest.MonkeyPatch.context() as looking:
        looking.setattr(measure_senses, "_may_word_one", lambda *_: True)
        assert read(text, last) == found
