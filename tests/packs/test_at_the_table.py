"""What a rep asks, grants and proposes at the table, in words that stand on no list, and what the buyer makes of it."""

import pytest

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality
from tests.packs.buyers import talk

OPENING = ("Hi, thanks for your time. What matters most to you?", "I can do $36,410 for it.")
THEIRS = "31,800"
"""What the buyer of car seed 11 then offers."""


def acts(run: Negotiation) -> set[str]:
    return {act for act, _ in run.mood.used_phrases}


def _after(line: str) -> Negotiation:
    return talk("car_sales", 11, *OPENING, line)


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
@pytest.mark.parametrize(
    "line",
    [
        "What price did you have in mind?",
        "Where would the price have to land?",
        "What sort of price are we talking about?",
        "Which price were you thinking of?",
    ],
)
def test_whoever_is_asked_for_its_price_speaks_of_the_price(pack: str, line: str) -> None:
    run = talk(pack, 5, "Hi! What matters to you?", line)
    assert "YOURS_TO_NAME" in acts(run)


@pytest.mark.parametrize(
    "line",
    [
        f"You've got it, ${THEIRS}.",
        f"Alright, your ${THEIRS} then. I'll send the paperwork.",
        f"My boss says ok to ${THEIRS}",
        f"Good news: ${THEIRS} is approved",
        f"So ${THEIRS} and we're done?",
        f"Then ${THEIRS}, done and dusted before Friday?",
        f"Yes to ${THEIRS}. When can I pick up the papers?",
    ],
)
def test_whoever_grants_their_price_has_a_deal(line: str) -> None:
    run = _after(line)
    assert run.agreed is not None
    assert run.agreed.amount(run.scenario.price_issue.id) == 3_180_000


@pytest.mark.parametrize("line", [f"So you're at ${THEIRS}.", f"You said ${THEIRS}."])
def test_their_price_said_back_is_asked_about_where_it_may_be_a_yes(line: str) -> None:
    run = _after(line)
    assert "CHECK_DEAL" in acts(run)
    assert talk("car_sales", 11, *OPENING, line, "Yes.").agreed is not None


@pytest.mark.parametrize(
    "line",
    [
        f"Is ${THEIRS} your final number?",
        f"I hear you on ${THEIRS}, but I need more.",
        f"${THEIRS} would be a stretch for us.",
        f"What would ${THEIRS} include?",
        f"${THEIRS}, hmm.",
        f"So ${THEIRS}, with the mats?",
    ],
)
def test_whoever_doubts_their_price_or_asks_of_it_takes_nothing(line: str) -> None:
    run = _after(line)
    assert run.status == "open"
    assert "CHECK_DEAL" not in acts(run)


def test_a_count_of_theirs_that_is_pointed_at_is_no_price() -> None:
    lines = (
        "Good morning, Yara. Has the headcount changed, so how many seats would be right for next year?",
        "Who else is part of the decision?",
        "Good, then let's take the 120 as a basis. Is there another supplier you are comparing us with?",
    )
    run = talk("saas_renewal", 8_843_096, *lines)
    assert "120" in " ".join(said.text for said in run.lines if said.side == "counterpart")
    assert not run.rep_offers
    assert {offer.modality for offer in run.readings[-1].reading.offers} <= {Modality.ECHO}


@pytest.mark.parametrize(
    "line",
    [
        "Small fuel bill: what do you pay for fuel now?",
        "Got it, so the third row is for holidays. What would the next one have to do better?",
        "Reliable with the kids aboard, I hear you. How often are they in it?",
        "Besides the space, what else has to go in the car on a normal day?",
        "Gas going up is fair to think about. How much driving do you do?",
        "So if towing isn't the thing, what would help you sleep at night?",
    ],
)
def test_what_is_only_taken_up_before_a_question_presents_nothing(line: str) -> None:
    assert not talk("car_sales", 5, "Hi there!", line).readings[-1].reading.has(Act.PRESENT)


@pytest.mark.parametrize(
    "line", ["It has three rows and automatic braking.", "Full service book, one owner.", "We'd bring it to your door."]
)
def test_what_is_told_of_the_thing_still_presents(line: str) -> None:
    assert talk("car_sales", 5, "Hi there!", line).readings[-1].reading.has(Act.PRESENT)


def test_an_offer_that_is_left_to_them_asks_nothing_more() -> None:
    run = talk("car_sales", 5, "Hi there!", "I could set up a demo if that helps?")
    reading = run.readings[-1].reading
    assert reading.has(Act.NEXT_STEP)
    assert not reading.has(Act.ASK_CLOSED, Act.ASK_OPEN)


def test_a_price_with_what_it_is_for_is_taken_by_it_is() -> None:
    before = ("What matters most to you?", "I can do $111,300 for the seats you have.")
    run = talk("saas_renewal", 11, *before)
    price = run.scenario.price_issue.id
    theirs = run.counterpart_terms
    assert theirs is not None
    line = f"${theirs.amount(price) // 100:,} for the same seats it is, and I'm glad we talked."
    assert talk("saas_renewal", 11, *before, line).mood.pending == theirs


def test_a_number_of_months_that_they_named_is_not_taken_for_a_price() -> None:
    lines = (
        "What monthly payment would you be comfortable with, and over how long?",
        "Our people could do 60 months at 10.9. Would that help, or is 48 firm?",
    )
    run = talk("car_sales", 7_310_984, "Morning!", *lines)
    assert "48 months" in " ".join(said.text for said in run.lines if said.side == "counterpart")
    assert acts(run).isdisjoint({"CLARIFY", "SURELY_NOT"})


def test_what_they_measure_by_said_back_is_no_sum_for_their_old_car() -> None:
    lines = (
        "What made it one of those weeks? Anything to do with what you're driving now?",
        "I'll look at $3,550 fairly. What would you be hauling or towing, and how often?",
        "What is it you're pulling, and what does it weigh all loaded up?",
        "Three thousand's nothing for this one, she's rated for 9,200. What happened on the hills so far?",
    )
    run = talk("car_sales", 60217, *lines)
    assert "3,000 pounds" in run.heard[-2]
    assert not run.readings[-1].reading.offers
