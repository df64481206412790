"""Words said again earn nothing again."""

from engine.reading.read import read_message
from engine.reading.reading import Act, Reading
from engine.scoring.repeats import Heard
from tests.engine.reading.table import table
from tests.engine.readings import acts


def _taken(*lines: str) -> list[tuple[str, Reading]]:
    heard = Heard()
    return [heard.take(line, read_message(line, table())) for line in lines]


def test_a_first_line_is_all_new() -> None:
    words, news = _taken("I understand. What matters most to you?")[0]
    assert words == "I understand. What matters most to you?"
    assert news.has(Act.ACKNOWLEDGE)


def test_a_clause_said_before_is_blanked_and_its_acts_are_gone() -> None:
    words, news = _taken("I understand. What matters most to you?", "I understand. What else have you seen?")[1]
    assert words == "            . What else have you seen?"
    assert not news.has(Act.ACKNOWLEDGE)
    assert news.has(Act.ASK_OPEN)


def test_another_figure_makes_no_new_clause() -> None:
    words, _ = _taken("If we sign today, 24,300 with the mats.", "if we sign TODAY, 23,900.50 with the  mats.")[1]
    assert not words.strip(" .,")


def test_an_act_without_words_stays_however_often_it_comes() -> None:
    heard = Heard()
    said = acts(Act.ACKNOWLEDGE)
    assert [heard.take("", said)[1] for _ in range(3)] == [said, said, said]
