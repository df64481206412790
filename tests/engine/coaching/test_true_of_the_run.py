"""Sentences of a verdict that have to be true of the run that they are about, and quotes that bear them out."""

import pytest

from engine.persona.draw import draw_scenario
from engine.reading.reading import Act, Span
from engine.scoring.claims import forbidden_sentence
from engine.scoring.content import asks_as_much
from engine.scoring.dealing import takes_back
from engine.scoring.deciding import decision_sought, only_takes
from engine.scoring.reasons import gives_options, has_reason
from engine.scoring.record import quote_around, quote_of, turns_of
from engine.scoring.relationship import first_bare_payment, payments_named
from packs.loading import load_installed
from tests.engine.ended import ended, verdict_on

PACKS = load_installed()


def test_what_happens_accidentally_speaks_of_no_accident() -> None:
    claims = ("It has never been in an accident.", "It is accident-free.")
    assert not forbidden_sentence("Then tell me that number, so I don't accidentally go past it.", claims)
    assert forbidden_sentence("It never had any accidents.", claims)


def test_what_it_costs_to_run_is_no_payment() -> None:
    turns = turns_of(ended("car_sales", 604, "It's about $45 a month in electricity, so you'd be around $80 a month."))
    assert not payments_named(turns)


def test_to_speak_of_financing_names_no_payment() -> None:
    assert not payments_named(turns_of(ended("car_sales", 604, "Cash, or did you want to look at financing?")))


def test_a_payment_said_again_after_its_rate_and_term_is_a_whole_one() -> None:
    whole = "29,000 with $4,000 down at 4.9% over 72 months is about $402 a month."
    again = "So it is $402 a month."
    assert first_bare_payment(turns_of(ended("car_sales", 317, whole, again))) is None
    assert first_bare_payment(turns_of(ended("car_sales", 317, again, whole))) is not None


def test_the_list_price_with_a_longer_term_is_not_beyond_the_list() -> None:
    first = verdict_on("saas_renewal", 799, "What matters to you?", "$17,160 a year for 36 months.").check("anchor")
    assert "beyond the list" not in first.note
    beyond = verdict_on("saas_renewal", 799, "What matters to you?", "$18,900 a year for 36 months.").check("anchor")
    assert beyond.note == "Your first price was beyond the list, $17,160, which costs belief."


def test_the_quote_of_a_price_is_the_sentence_that_put_it_up() -> None:
    line = "29,600 was my last one. No, I can do 29,100. Is that okay?"
    turn = turns_of(ended("car_sales", 604, "31,000 for it.", line))[-1]
    assert quote_of(turn, Act.COUNTER, Act.QUOTE) == "No, I can do 29,100."


@pytest.mark.parametrize(
    ("line", "words", "quote"),
    [
        ("So you pay $37,700. OK?", "OK", "So you pay $37,700. OK?"),
        ("Lease? What kind of lease is it?", "Lease", "Lease? What kind of lease is it?"),
        ("Deal?", "Deal", "Deal?"),
        ("Hello. What brings you in today? Nice day.", "What", "What brings you in today?"),
    ],
)
def test_a_quote_of_a_word_or_two_takes_the_sentence_beside_it(line: str, words: str, quote: str) -> None:
    at = line.index(words)
    assert quote_around(line, Span(at, at + len(words), words)) == quote


@pytest.mark.parametrize("line", ["29,500, so that is what you pay. OK?", "29,500. What do you say, Wendell?"])
def test_ok_and_a_name_ask_for_the_decision(line: str) -> None:
    run = ended("car_sales", 109, "30,900, with the mats.", line)
    turns = turns_of(run)
    assert decision_sought(run.scenario, turns, turns[-1])
    assert not only_takes(turns[-1])


def test_nothing_is_taken_before_they_have_offered_anything() -> None:
    run = ended("saas_renewal", 603, "Hello.", "It's good that you can sign it yourself.")
    turns = turns_of(run)
    assert not decision_sought(run.scenario, turns, turns[-1])


PRESSING = [
    "$60,480, but I need an answer by Friday.",
    "Friday is really the deadline.",
    "$55,900, final. If not, we'd have to switch your seats off at the end of the month.",
    "$56,500. My VP will kill me.",
    "$55,200. Be serious now.",
    "I need your decision today.",
    "We need this signed by Friday or your access ends.",
]


@pytest.mark.parametrize("line", PRESSING)
def test_a_deadline_and_what_happens_otherwise_are_pressure(line: str) -> None:
    assert turns_of(ended("saas_renewal", 592, line))[0].reading.has(Act.PRESSURE)


@pytest.mark.parametrize("line", ["If not Friday, then Monday?", "By when do you need an answer?", "Is it serious?"])
def test_a_question_about_time_is_none(line: str) -> None:
    assert not turns_of(ended("saas_renewal", 592, line))[0].reading.has(Act.PRESSURE)


def test_who_presses_reads_of_it_first() -> None:
    fixes = verdict_on("saas_renewal", 592, *PRESSING).fixes
    assert fixes[0].tip == "pressure"
    assert fixes[0].why.startswith("You pressed them ")


def test_a_doubt_that_was_spoken_to_before_they_signed_is_not_left_open() -> None:
    run = ended(
        "car_sales", 351, "Hi, what brings you in?", "$30,600 with the mats.",
        "Nobody's getting stuck with anything. What monthly payment would let you sleep? $29,900 with the mats.",
        "$29,400 with the mats works for me. Shall I write it up?", "$29,000 with the mats. Deal?",
    )  # fmt: skip
    assert run.agreed is not None
    verdict = verdict_on("car_sales", 351, *(line.text for line in run.lines if line.side == "rep"))
    assert "Left open" not in verdict.check("objections").note
    assert "objection_left_open" not in {fix.tip for fix in verdict.fixes}


def test_a_doubt_that_was_passed_over_is_left_open() -> None:
    verdict = verdict_on("car_sales", 351, "Hi, what brings you in?", "$30,600 with the mats.", "$30,000.", "Bye then.")
    assert "Left open" in verdict.check("objections").note


def test_to_name_again_what_was_in_the_offer_is_no_reason_for_a_step() -> None:
    run = ended("car_sales", 351, "$30,600 with the mats.", "$29,900 with the mats.", "$29,500, with delivery.")
    offers = [turn for turn in turns_of(run) if turn.offer is not None]
    assert [has_reason(run.scenario, offers, turn) for turn in offers[1:]] == [False, True]


def test_to_ask_for_something_in_return_takes_no_offer_back() -> None:
    run = ended(
        "saas_renewal",
        799,
        "$16,500 a year.",
        "$16,000 a year.",
        "$16,000 a year with a case study.",
        "$16,300 a year.",
    )
    first, second, third, fourth = (turn for turn in turns_of(run) if turn.offer is not None)
    assert not takes_back(run.scenario, first, second)
    assert not takes_back(run.scenario, second, third)
    assert takes_back(run.scenario, second, fourth)


def test_two_prices_of_which_one_may_choose_are_options_and_a_sum_and_its_rest_are_none() -> None:
    choice = "I could come to $18,500 with the warranty, or $18,300 without. Which of the two?"
    rest = "I could meet you at $18,100. It is as far from your 17,900 as from my 18,300."
    for line, is_choice in ((choice, True), (rest, False)):
        run = ended("car_sales", 630, "$18,900.", line)
        assert gives_options(run.scenario, turns_of(run)[-1]) == is_choice


def test_a_cap_names_the_limit_that_it_rests_on() -> None:
    [cap] = verdict_on("car_sales", 309, "Hi, what brings you in?", "I can do 20,400 with the mats.").caps
    assert cap.why.startswith("A deal beyond your own limit scores at most 49, and your limit was $")
    assert cap.why.endswith("with the mats.")


def test_who_signed_beyond_the_limit_reads_of_that_first() -> None:
    fixes = verdict_on("car_sales", 309, "I can do 20,400 with the mats.").fixes
    assert fixes[0].tip == "bad_deal"


@pytest.mark.parametrize("seed", range(601, 621))
@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_a_run_that_did_not_pass_has_something_to_mend(pack: str, seed: int) -> None:
    listed = draw_scenario(PACKS.get(pack).pack, PACKS.get(pack).hash, seed).product.list_price // 100
    verdict = verdict_on(
        pack,
        seed,
        "Hello, what decides it for you?",
        "What else?",
        f"${listed - 100:,}.",
        f"${listed * 9 // 10:,}. OK?",
    )
    assert verdict.passed or verdict.fixes


def test_who_asked_in_words_of_its_own_is_not_told_never_to_have_asked() -> None:
    ask = "What happens to the team next year, and how many seats will that take?"
    assert asks_as_much("Great. How many of the 110 seats do you think you'll need next year? And who signs?", ask)
    assert not asks_as_much("How is the team? It has 110 seats, and next year is far.", ask)


def test_a_denied_fee_sets_off_nobody_who_leaves_over_fees() -> None:
    turn = turns_of(ended("saas_renewal", 623, "There's no fee that isn't in the quote: $66,000 a year, all in."))[0]
    assert "added_fees" not in turn.reading.topics(Act.PRESENT)


def test_what_is_kept_and_the_check_agree_on_what_was_shown() -> None:
    verdict = verdict_on(
        "saas_renewal", 716, "What matters to you?", "There's no setup fee.", "$35,640 all in.", "$33,000."
    )
    assert "shown nothing yet" in verdict.check("anchor").note
    assert verdict.keep is None or "had shown what it is worth" not in verdict.keep.why


def test_a_deal_that_would_not_have_come_off_is_not_held_up() -> None:
    lines = ("Hi, what brings you in?", "$25,490.", "No, $25,490 it is.", "$24,548 is the lowest.", "Have a good day.")
    for fix in verdict_on("car_sales", 803, *lines).fixes:
        assert fix.tip != "walked_from_a_good_deal" or fix.otherwise


def test_anywhere_said_twice_takes_up_nothing() -> None:
    lines = ("What do you want to know?", "It has three rows.", "You won't find it cheaper anywhere.", "$25,490.")
    kept = verdict_on("car_sales", 715, *lines).keep
    assert kept is None or "anywhere" not in kept.quote


def test_a_run_with_options_is_told_of_them() -> None:
    note = verdict_on("saas_renewal", 805, "$32,400.", "$30,510 with premium support, or $29,160 without?").check(
        "packages"
    )
    assert note.won == note.of
