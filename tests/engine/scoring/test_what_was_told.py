"""What a verdict says that a rep was told, asked and pressed for agrees with what stands in the run."""

import pytest

from engine.persona.draw import draw_scenario
from engine.reading.context import context_of
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scoring.asked import was_asked_in_its_words
from engine.scoring.open_questions import asks_openly, gives_a_choice
from engine.scoring.record import turns_of
from engine.scoring.relationship import untrue_sentence
from engine.scoring.reveal import is_known
from engine.scoring.stock_questions import is_stock
from packs.loading import load_installed
from tests.engine.ended import ended, verdict_on

PACKS = load_installed()
SEEDS = {"car_sales": 961, "saas_renewal": 970}
LEASE = ("when does the lease end?",)
DESK_TEAM = 4481039
"""A renewal of a product of which 99.9 percent uptime is promised, and 99.96 percent was measured."""


def _presses(pack: str, text: str) -> bool:
    scenario = draw_scenario(PACKS.get(pack).pack, "", SEEDS[pack])
    return read_message(text, context_of(scenario)).has(Act.PRESSURE)


def _known(run_of: str, seed: int, fact_id: str, *lines: str) -> bool:
    run = ended(run_of, seed, *lines)
    [fact] = [fact for fact in run.scenario.facts if fact.id == fact_id]
    return is_known(run, fact)


@pytest.mark.parametrize("pack", SEEDS)
@pytest.mark.parametrize(
    "line",
    [
        "That price holds until Friday, after that I can't promise anything.",
        "You won't get better anywhere. Take it?",
        "The number holds, but only through tonight.",
        "These Finches are going quick.",
        "$107,000, and that's my last word.",
        "That's already well under list. Yes or no?",
        "So will Salvatore sign today, yes or no?",
        "Call Marguerite now, I don't want this dragging on.",
        "Nobody else will give you a better price.",
        "It won't sit here long, I can tell you that.",
        "So is it yes or no?",
    ],
)
def test_pressure_in_plain_words_is_heard_at_every_table(pack: str, line: str) -> None:
    assert _presses(pack, line)


@pytest.mark.parametrize("pack", SEEDS)
@pytest.mark.parametrize(
    "line",
    [
        "$19,200 with the cap, last offer. Do we have a deal?",
        "That price holds until Friday.",
        "I'd hold it through tonight so that you can talk to Chris.",
        "That's as far as I can go.",
        "24,000 is the best I can do.",
        "Is there a lease on it, yes or no?",
        "You can say yes or no, both are fine.",
        "That is below my last offer.",
        "You might get better elsewhere, I don't know.",
        "I can't promise anything before Friday, let me ask.",
    ],
)
def test_a_limit_or_a_deadline_kept_politely_presses_nobody(pack: str, line: str) -> None:
    assert not _presses(pack, line)


def test_pressing_is_counted_in_the_lines_that_press() -> None:
    lines = ("You have to sign today. These are going quick.", "I need your answer by Friday.", "Hello again.")
    assert verdict_on("car_sales", 7556435, *lines).check("pressure").note == "You pressed them in 2 lines."


@pytest.mark.parametrize(
    ("line", "is_true"),
    [
        ("we measured 99.96 percent uptime last year, and the contract says 99.9", True),
        ("99.96 percent was measured last year.", True),
        ("We measured 99.99 percent uptime last year.", False),
        ("We promise 99.96 percent uptime.", False),
    ],
)
def test_what_was_measured_is_no_promise(line: str, *, is_true: bool) -> None:
    scenario = draw_scenario(PACKS.get("saas_renewal").pack, "", DESK_TEAM)
    assert (untrue_sentence(scenario, line) == "") is is_true


def test_who_heard_when_the_lease_ends_knows_why_and_by_when() -> None:
    assert _known("car_sales", 1327717, "timeline", *LEASE)
    assert _known("car_sales", 1327717, "trigger", *LEASE)
    assert not _known("car_sales", 1327717, "trigger", "Hello.")


def test_what_gives_a_fact_away_counts_as_telling_it() -> None:
    note = verdict_on("car_sales", 1327717, *LEASE).check("discovery").note
    assert note == "They told you 2 of the 21 facts that count here."


def test_how_long_their_work_takes_does_not_ask_by_when() -> None:
    lines = (
        "On integrations we have 110 ready connectors. What do you need to connect?",
        "Which two tools don't talk to each other today?",
        "Who does the retyping, and how much time does it take them?",
    )
    run = ended("saas_renewal", 8524218, *lines)
    [fact] = [fact for fact in run.scenario.facts if fact.id == "timeline"]
    assert not was_asked_in_its_words(run, fact)


@pytest.mark.parametrize(
    ("line", "is_open"),
    [
        ("Anything that's changed on your side?", False),
        ("Has anything like that come close to happening?", False),
        ("Do you also count insurance, service or resale in your total?", False),
        ("Is it the price or the term?", True),
        ("Hi there, how are you?", False),
    ],
)
def test_a_question_is_open_where_neither_yes_nor_no_would_answer_it(line: str, *, is_open: bool) -> None:
    turn = turns_of(ended("saas_renewal", 8524218, line))[0]
    assert (asks_openly(turn, turn.reading) or gives_a_choice(line)) is is_open


def test_a_question_that_goes_on_from_their_word_is_no_stock_question() -> None:
    lines = (
        "What do you rely on Desk Team for day to day?",
        "How does the account team work with it?",
        "A call or a promise lost would hurt. Has anything like that come close to happening?",
    )
    assert not is_stock(turns_of(ended("saas_renewal", 3442647, *lines))[-1])


def test_nobody_picks_up_what_was_not_said() -> None:
    line = "Before we get to any numbers I'd like to understand how the year has gone with Desk Team."
    assert "0 times" in verdict_on("saas_renewal", DESK_TEAM, line).check("heard").note


def test_who_asks_for_the_deal_where_nobody_else_has_to_agree_is_praised_for_that_alone() -> None:
    lines = (
        "Good morning, thanks for taking the time. How is it working for you?",
        "How many seats would you need next year?",
        "For 90 seats I'd propose $26,400 for the year, with the next increase capped at 5 percent.",
        "I can do $25,700 with that cap, and 45 days to pay. If that works, shall I send the order form over today?",
    )
    keep = verdict_on("saas_renewal", DESK_TEAM, *lines).keep
    assert keep is None or "Somebody else" not in keep.why


def test_last_years_price_is_a_price_though_no_number_names_it() -> None:
    lines = ("Hello.", "How is it?", "Who uses it?", "I'd keep the price of last year.", "Fine.", "And now?", "Well?")
    assert verdict_on("saas_renewal", 4924840, *lines).check("anchor").won is None


def test_are_we_good_asks_for_the_decision() -> None:
    lines = ("hi", "ok how bout 500 under list w the mats", "900 under, mats n delivery. we good?")
    assert verdict_on("car_sales", 2224798, *lines).check("close").note == "You asked, and it did not come off."
