"""Plain first questions, and who is spoken of, are answered as they are put."""

import pytest

from engine.negotiation.negotiation import read_line
from engine.reading.reading import Act
from tests.packs.buyers import bound, talk


@pytest.mark.parametrize(
    ("seed", "line", "said"),
    [
        (1_968_555, "Hi. Renewal's coming up. What do you need this year?", "When I call, somebody answers."),
        (8_300_254, "hey there, thx for hopping on. hows evrything going w the desk so far?", "It works."),
        (3_596_646, "Hi. How have things been with the team since we last spoke?", "It works."),
        (1_968_555, "How's ours been for you?", "It does its job."),
        (3_265_676, "What would you miss if you went over to them?", "Every request in the house."),
    ],
)
def test_a_customer_is_asked_how_it_goes(seed: int, line: str, said: str) -> None:
    assert said in talk("saas_renewal", seed, line).last_heard


def test_ready_to_buy_before_any_price_asks_when() -> None:
    assert "depends" in talk("car_sales", 2_011_430, "Morning. Ready to buy a car today?").last_heard


def test_a_borrowed_car_goes_back_and_no_lease() -> None:
    ways = ("Good morning. What brings you here today?", "Sorry. How are you getting around in the meantime?")
    for asked in ("When does it have to go back?", "When does it need to be back?", "when is it due back"):
        assert "named a day" in talk("car_sales", 2_296_204, *ways, asked).last_heard


def test_the_last_lease_went_wrong_in_the_small_print() -> None:
    run = talk(
        "car_sales", 2_011_430, "Morning.", "What made you pick the Wren?", "What went wrong with the last lease?"
    )
    assert "the part about miles" in run.last_heard


def test_what_kept_somebody_awake_is_told() -> None:
    asked = "Oh bless you. What's on your mind about it, what kept you awake?"
    run = talk("car_sales", 3_062_097, "Hi there! How's your day been so far?", asked)
    assert "between the handshake and the paper" in run.last_heard


_UP_TO_MARK = (
    "hey thx for comin in, wat u lookin for today",
    "43,200 n throw in the mats, n give u 4000 for the dray. that work?",
    "42,900 n the mats, n 4000 for the dray?",
)


def test_who_somebody_is_and_not_who_saw_the_old_car() -> None:
    for asked in ("who's mark?", "Who is Mark to you?", "Who's Mark, if I may ask?"):
        assert "My husband, Mark." in talk("car_sales", 6_650_818, *_UP_TO_MARK, asked).last_heard


@pytest.mark.parametrize("asked", ["What will Rupert look at?", "What does Rupert need to see to sign off on it?"])
def test_what_somebody_absent_looks_at_is_no_leave_to_ask_them(asked: str) -> None:
    offers = ("Hi, how many seats do you need?", "76,000 for 130 seats with a 5 percent cap.", "75,000 then.")
    assert "Rupert looks at one number" in talk("saas_renewal", 3_265_676, *offers, asked).last_heard


def test_your_call_asks_nobody_who_decides() -> None:
    run = talk("saas_renewal", 1_968_555, "Hi, 41,000 a year.", "37,900 a year and I add admin training. Your call.")
    assert "decide" not in run.last_heard


def test_two_questions_get_two_answers() -> None:
    asked = "Where does the tool save your people the most time today, and what still costs them time?"
    said = talk("saas_renewal", 3_596_646, asked).last_heard
    assert "would notice if it stopped" in said
    assert "quicker search" in said


@pytest.mark.parametrize(
    ("pack", "seed", "named"),
    [
        ("car_sales", 90_155_273, {"timeline": "timeline", "family": "family", "last car purchase": "experience"}),
        (
            "saas_renewal",
            48_213,
            {"priorities": "priorities", "contract term": "term", "alternatives": "rival"},
        ),
    ],
)
@pytest.mark.parametrize(
    "way", ["Tell me about your {}.", "Can I ask about your {}?", "What about your {}?", "Let's talk about your {}."]
)
def test_what_is_asked_about_is_what_stands_behind_the_about(
    pack: str, seed: int, named: dict[str, str], way: str
) -> None:
    for words, topic in named.items():
        reading = read_line(talk(pack, seed), way.format(words))
        assert {read.topic for read in reading.acts if read.act is Act.ASK_OPEN} == {topic}, words


@pytest.mark.parametrize(
    "line",
    [
        "Tell me about your experience with support.",
        "How happy are you with the training?",
        "Did you have any trouble with the training?",
    ],
)
def test_whoever_asks_how_it_went_with_something_puts_nothing_in(line: str) -> None:
    assert bound(talk("saas_renewal", 48_213), line) == {}


def test_whoever_may_ask_what_it_asks_gets_the_answer() -> None:
    line = (
        "Good afternoon, and thank you for coming in. May I ask what has prompted you to look for a car at this time?"
    )
    assert "crossover since 2019" in talk("car_sales", 90_155_273, line).last_heard


def test_the_second_half_on_the_fact_itself_gets_nothing_that_goes_into_it() -> None:
    line = "Hello there! Who on your side actually uses the tool day to day, and what do they do in it?"
    assert talk("saas_renewal", 37_702_514, line).last_heard.endswith("or so they tell me.")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Can I ask about your monthly limit?", "$380 a month."),
        ("Can I ask if you'd want a service contract?", "Longer cover is worth $700 to me."),
        ("May I ask whether your present vehicle has any defects?", "It's clean."),
        ("Can I ask about a few things?", "Shoot."),
        ("Mind if I ask you something?", "Shoot."),
        ("Would it be ok if I asked you a few questions?", "Shoot."),
    ],
)
def test_leave_to_ask_is_given_only_where_the_question_is_still_to_come(line: str, said: str) -> None:
    assert said in talk("car_sales", 90_155_273, line).last_heard


def test_what_stands_behind_their_first_words_is_no_reason_for_a_price_that_nobody_named() -> None:
    line = "You said nothing renews by default this year. What is behind that?"
    assert "outage" in talk("saas_renewal", 48_213, "Hi!", line).last_heard


@pytest.mark.parametrize(
    ("pack", "seed", "lines", "said"),
    [
        ("car_sales", 73_190_452, ("Got it. Then the Aria fits. What budget are you working with?",), "figure"),
        ("saas_renewal", 7_730_591, ("Hi! When did somebody last complain, if I may ask?",), ""),
    ],
)
def test_taking_note_and_asking_leave_ask_for_nothing(pack: str, seed: int, lines: tuple[str, ...], said: str) -> None:
    run = talk(pack, seed, *lines)
    assert said in run.last_heard
    asked = [read for read in run.readings[-1].reading.acts if read.act in (Act.ASK_OPEN, Act.ASK_CLOSED)]
    assert [read.act for read in asked] == [Act.ASK_OPEN]


def test_whoever_sat_somewhere_meets_nobody_on_saturday() -> None:
    assert not read_line(talk("car_sales", 58), "How long are you usually sat in the car?").has(Act.NEXT_STEP)
    assert read_line(talk("car_sales", 58), "Can you both come over sat morning?").has(Act.NEXT_STEP)
