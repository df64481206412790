from dataclasses import replace

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from tests.engine.readings import acts, run
from tests.engine.scenarios import SCENARIO, with_temper


def _last_line(*readings: Reading, trust: int = 50) -> str:
    return run(with_temper(trust=trust), *readings).lines[-1].text


def _asked(topic: str, times: int = 1, trust: int = 50) -> Negotiation:
    return run(with_temper(trust=trust), *[acts((Act.ASK_OPEN, topic))] * times)


def test_an_open_question_earns_the_fact() -> None:
    assert "I need seven seats." in _last_line(acts((Act.ASK_OPEN, "seats")))


def test_without_trust_an_open_question_earns_a_hint() -> None:
    line = _last_line(acts((Act.ASK_OPEN, "rival")))
    assert "I looked around." in line
    assert "32,600" not in line


def test_a_closed_question_is_answered_yes_or_no() -> None:
    line = _last_line(acts((Act.ASK_CLOSED, "seats")))
    assert line.startswith("Confirm")
    assert "seven" not in line


def test_a_fact_asked_for_again_is_told_again_once_as_one_that_was_told() -> None:
    lines = [said.text for said in _asked("seats", times=4).lines if said.side == "counterpart"]
    told = [line for line in lines if "seven seats" in line]
    assert len(told) == 2
    assert told[1].startswith("Tell again")


def test_asking_again_does_not_hint_twice() -> None:
    lines = [said.text for said in _asked("rival", times=3).lines if said.side == "counterpart"]
    assert sum("I looked around." in line for line in lines) == 1


def test_a_hidden_fact_is_never_told() -> None:
    played = _asked("budget", times=4, trust=100)
    assert "limit" not in played.mood.told
    assert all("34,150" not in said.text for said in played.lines)


def test_a_topic_of_which_nothing_was_told_is_not_said_to_be_used_up() -> None:
    assert _last_line(acts((Act.ASK_OPEN, "fuel"))).startswith("No answer")


def test_an_invitation_to_go_on_gets_what_would_be_volunteered() -> None:
    assert "School runs and soccer." in _last_line(acts(Act.FOLLOW_UP))


def test_a_question_on_nothing_that_it_knows_gets_no_random_fact() -> None:
    assert _last_line(acts(Act.ASK_OPEN)).startswith("No answer")
    assert _last_line(acts(Act.ASK_CLOSED)).startswith("No answer")


def test_a_closed_question_gets_a_hint_where_yes_or_no_could_mislead() -> None:
    facts = tuple(replace(fact, yes_or_no=False) for fact in SCENARIO.facts)
    played = run(replace(SCENARIO, facts=facts), acts((Act.ASK_CLOSED, "seats")))
    assert "Room matters." in played.lines[-1].text
    assert played.mood.told == ()


def test_asked_about_a_need_it_says_how_much_it_matters() -> None:
    assert _last_line(acts((Act.ASK_OPEN, "mileage"))).startswith("Need matters")


def test_asked_for_doubts_it_says_that_there_are_none() -> None:
    assert _last_line(acts(Act.INVITE_DOUBT)).startswith("No doubts")


def test_five_questions_at_once_get_two_answers() -> None:
    played = run(SCENARIO, acts(*[(Act.ASK_OPEN, topic) for topic in ("use", "seats", "rival", "fuel", "repairs")]))
    assert "School runs and soccer. I need seven seats." in played.lines[-1].text
    assert played.mood.told == ("week", "row")


def test_what_was_asked_is_answered_before_the_move() -> None:
    line = run(SCENARIO, acts((Act.ASK_OPEN, "use"), Act.PRESSURE)).lines[-1].text
    assert line.index("Tell") < line.index("Pressure")
