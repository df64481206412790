"""What a verdict says of a run is what its lines show; what they do not show is not said."""

import pytest

from engine.reading.reading import Act
from engine.scoring.asking import QUESTIONS
from engine.scoring.dealing import steps_of
from engine.scoring.deciding import decision_sought
from engine.scoring.limit import within_limit
from engine.scoring.reasons import has_reason
from engine.scoring.record import quote_of, turns_of
from engine.scoring.relationship import first_untrue_payment
from engine.scoring.showing import says_something, shown
from engine.scoring.taking_up import repeats
from engine.scoring.worth import has_shown, shows_plainly
from engine.terms.terms import IssueId, Terms
from tests.engine.ended import ended, turns_in, verdict_on

BOATS = (
    "Hi Pascal. For 94 seats of Field with everything you have now I'd be at 66,000 a year, with a case study.",
    "No case study then, no hard feelings! I can't get to 56, though. What's your number built on?",
    "Because per seat you would be paying for dispatch, offline and phones you really use, and moving out takes three "
    "to four months of training crews. Meet me in the middle: 61,500 for 94 seats?",
    "It's an offer: 61,500 a year for the 94 seats. Deal?",
)
BACK = (
    "Hi Tasha. The list is 29,880, and I could do 28,400 with the mats in it.",
    "With $4,000 down and 5.9% over 72 months, 27,600 with the mats would come to 430 a month.",
    "You're right to check, it's nearer 390. And 27,300 with the mats is fine by me. Shall we write it up like that?",
)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("OK, the auditors.", False),
        ("Safety it is.", False),
        ("Do you care for the audit log?", False),
        ("Five stars when new, with automatic braking.", True),
        ("35 mpg.", True),
        ("Did you know that it does 35 mpg?", True),
    ],
)
def test_to_name_a_topic_or_to_ask_about_it_says_nothing_on_it(words: str, says: bool) -> None:
    assert says_something(words) is says


def test_what_is_shown_has_a_word_or_a_figure_of_the_sheet() -> None:
    run = ended("saas_renewal", 6634948, "OK, the auditors. What exactly do they object to?", "We keep the audit log.")
    named, kept = turns_of(run)
    assert not list(shown(run.scenario, named))
    assert [topic for topic, _ in shown(run.scenario, kept)] == ["security"]


def test_whether_the_worth_was_shown_is_left_unsaid_where_a_topic_was_only_named() -> None:
    lines = ("Those slow mornings: when did the last one happen?", "65 seats at 42,000 a year.")
    run = ended("saas_renewal", 5669332, *lines)
    turns = turns_of(run)
    assert has_shown(run.scenario, turns)
    assert not shows_plainly(run.scenario, turns)
    assert "shown" not in verdict_on("saas_renewal", 5669332, *lines).check("anchor").note


def test_to_leave_out_what_they_refused_is_no_step_down() -> None:
    run = ended("saas_renewal", 1918380, *BOATS)
    turns = turns_of(run)
    offers = [turn for turn in turns if turn.offer is not None]
    assert [turn.number for turn, _ in steps_of(run.scenario, turns, offers)] == [3]


def test_a_reason_given_where_the_price_was_first_put_to_them_is_a_reason_for_it() -> None:
    run = ended("saas_renewal", 1918380, *BOATS)
    turns = turns_of(run)
    assert has_reason(run.scenario, turns, turns[3])
    assert "without a reason" not in verdict_on("saas_renewal", 1918380, *BOATS).check("concessions").note


def test_a_lower_price_for_as_much_in_return_is_told_as_that() -> None:
    lines = ("116,000 for the year, 200 seats.", "With the case study and 24 months I can do 114,000 for the 200.")
    note = verdict_on("saas_renewal", 6634948, *lines).check("concessions").note
    assert note == "You moved in price only for terms that are worth as much to you, which is no concession."
    assert verdict_on("saas_renewal", 6634948, lines[0]).check("concessions").note == "You made no concession."


def test_that_no_doubt_counts_does_not_say_that_there_was_none() -> None:
    note = verdict_on("saas_renewal", 3302345, "Hello.", "It is 90,000 a year.").check("objections").note
    assert note == "No doubt that counts here came up while you could still answer it."


def test_a_higher_price_for_more_pieces_takes_nothing_back() -> None:
    lines = ("49,000 for 115 seats.", "You said you're hiring: 50,200 for 130 seats.", "49,000 for the 130.")
    note = verdict_on("saas_renewal", 8390517, *lines).check("concessions").note
    assert "took an offer back" not in note
    dearer = verdict_on(
        "saas_renewal", 8390517, "49,000 for 125 seats.", "50,200 for 125 seats.", "49,000 for 125 seats."
    )
    assert "took an offer back" in dearer.check("concessions").note


def test_more_seats_are_told_by_their_number() -> None:
    note = verdict_on("saas_renewal", 8390517, "50,200 for 130 seats.").check("anchor").note
    assert "after paying for 130 seats" in note


def test_a_payment_that_was_put_right_before_signing_is_no_untrue_one() -> None:
    run = ended("car_sales", 3261556, *BACK)
    assert first_untrue_payment(run, turns_of(run)[:2]) is not None
    assert first_untrue_payment(run, turns_of(run)) is None
    note = verdict_on("car_sales", 3261556, *BACK).check("payments").note
    assert note == "You named the payment with its rate and its term, and put it right before anything was signed."


def test_a_question_is_quoted_by_the_sentence_that_asks() -> None:
    line = "No problem at all, let's talk about the car then. What are you driving right now, and what made you start?"
    assert quote_of(turns_in("car_sales", 3261556, line)[0], *QUESTIONS).startswith("What are you driving")
    assert quote_of(turns_in("car_sales", 3261556, "so whats got u lookin")[0], *QUESTIONS) == "so whats got u lookin"


def test_to_let_a_question_go_is_no_pressure() -> None:
    lines = ("Fair enough, I won't ask again.", "Understood, I will not ask you again about it.")
    assert not any(turn.reading.has(Act.PRESSURE) for turn in turns_in("car_sales", 3536070, *lines))


def test_a_greeting_given_back_picks_nothing_up() -> None:
    heard = verdict_on("car_sales", 3536070, "Afternoon Darnell, I'm Sam. No pitch then.", "What brings you in?")
    assert heard.check("heard").quote == "No pitch then."
    assert "0 times" in verdict_on("car_sales", 3536070, "Afternoon Darnell, I'm Sam.").check("heard").note


def test_whoever_goes_on_with_a_word_of_theirs_has_not_only_nodded() -> None:
    note = (
        verdict_on("saas_renewal", 3302345, "Understood, then on to Desk Business. It's 90,000 a year.")
        .check("heard")
        .note
    )
    assert "only said" not in note
    assert (
        "once only said" in verdict_on("saas_renewal", 3302345, "Understood. It's 90,000 a year.").check("heard").note
    )


def test_who_says_their_words_back_has_taken_up_the_doubt() -> None:
    assert repeats("I'll need to think.", "Yes, an offer. What do you still need to think about?")
    assert not repeats("I'll need to think.", "What do you think?")


def test_whether_somebody_else_said_yes_does_not_ask_for_the_decision() -> None:
    for line, sought in (("Did Salvatore say yes?", False), ("So is that a yes?", True), ("Salvatore ok?", True)):
        run = ended("saas_renewal", 2458816, "78,000 a year for 140 seats, two years.", line)
        turns = turns_of(run)
        assert bool(decision_sought(run.scenario, turns, turns[1])) is sought


def test_the_words_that_ask_for_the_decision_are_those_that_ask() -> None:
    run = ended("car_sales", 3261556, *BACK)
    turns = turns_of(run)
    assert decision_sought(run.scenario, turns, turns[-1]) == "Shall we write it up like that?"


def test_to_ask_what_worries_them_grants_that_it_does() -> None:
    lines = (
        "Hi Marcus. I can do 35,200 out the door with the mats, delivered to your house.",
        "I can't get to that, but at 34,300 with the mats and the delivery you'd be all in. What part of it worries "
        "you more, the total or what it is a month?",
        "33,900 then, with the mats and delivery. Deal?",
    )
    assert "acknowledged" not in verdict_on("car_sales", 7044104, *lines).check("objections").note


def test_nobody_is_told_that_it_asked_in_vain_what_it_asked_in_other_words() -> None:
    lines = ("What are you driving now that's so big to park?", "44,950 for it.")
    line = next(line for line in verdict_on("car_sales", 2899643, *lines).reveal if "the old car was worth" in line)
    assert "You asked" not in line


def test_who_asked_by_when_in_its_own_words_asked() -> None:
    lines = ("And when does this have to be done?", "78,000 a year for 140 seats.")
    told = " ".join(verdict_on("saas_renewal", 2458816, *lines).reveal)
    assert "By when does it have to be settled" not in told


def test_a_price_moved_to_the_limit_leaves_out_the_payment_that_came_of_another() -> None:
    run = ended("car_sales", 7475282, "Hello.")
    price, payment, apr, months = (IssueId(name) for name in ("price", "payment", "apr", "months"))
    low = Terms.of({price: 2_000_000, payment: 33_100, apr: 600, months: 72})
    moved = within_limit(run.scenario, low)
    assert moved.amount(price) > 2_000_000
    assert not moved.amount(payment)
    assert moved.amount(months) == 72
    high = Terms.of({price: 9_000_000, payment: 33_100})
    assert within_limit(run.scenario, high) == high
