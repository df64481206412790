"""Questions that are answered at the table are known as such, in words that no list has, beside any pack's topics."""

import json
from functools import cache
from pathlib import Path

import pytest

from engine.persona.draw import draw_scenario
from engine.reading.act_questions import ACT_EXAMPLES, OWN
from engine.reading.context import ReadingContext, context_of
from engine.reading.read import read_message
from engine.reading.reading import Act, Reading
from packs.loading import load_installed

PACKS = ("car_sales", "saas_renewal")
UNSEEN: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("data").joinpath("table_questions.json").read_text(encoding="utf-8")
)
"""Lines of eight voices for each act, none of which was learned from."""
MEANT = {
    "price": {Act.ASK_OFFER},
    "doubt": {Act.INVITE_DOUBT, Act.ASK_NEED},
    "signature": {Act.ASK_SALE},
    "takes": {Act.ASK_NEED, Act.INVITE_DOUBT},
    "step": {Act.NEXT_STEP},
}
ASKED = (Act.ASK_OPEN, Act.ASK_CLOSED)
MONEY = {"budget", "payment"}
"""Topics that some of the lines on prices rather ask for."""
OFTEN = 55
"""Percent of such lines that are understood at the least."""


@cache
def _table(pack: str) -> ReadingContext:
    loaded = load_installed().get(pack)
    return context_of(draw_scenario(loaded.pack, loaded.hash, 1))


def _read(pack: str, line: str) -> Reading:
    return read_message(line, _table(pack))


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("name", MEANT)
def test_most_lines_that_ask_for_something_at_the_table_are_understood(pack: str, name: str) -> None:
    readings = [_read(pack, line) for line in UNSEEN[name]]
    understood = sum(
        one.has(*MEANT[name]) or (name == "price" and not MONEY.isdisjoint(one.topics(*ASKED))) for one in readings
    )
    assert understood * 100 >= OFTEN * len(UNSEEN[name])


@pytest.mark.parametrize("pack", PACKS)
def test_hardly_any_other_question_is_taken_for_one(pack: str) -> None:
    acts = set().union(*MEANT.values())
    taken = [line for line in UNSEEN["other"] if _read(pack, line).has(*acts)]
    assert len(taken) * 10 <= len(UNSEEN["other"])


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(
    "line",
    [
        "Throw me a number.",
        "Where would the price have to land?",
        "How does that number sit with you?",
        "What would you be happy to pay?",
    ],
)
def test_a_question_for_a_price_is_on_no_topic_of_the_pack(pack: str, line: str) -> None:
    reading = _read(pack, line)
    assert reading.has(Act.ASK_OFFER)
    assert not any(read.topic for read in reading.acts)


@pytest.mark.parametrize("line", ["The car has one owner.", "Fair enough, noted.", "I talked to my manager about it."])
def test_a_statement_asks_for_nothing(line: str) -> None:
    assert not _read("car_sales", line).has(*set().union(*MEANT.values()))


@pytest.mark.parametrize("pack", PACKS)
def test_no_question_on_a_topic_is_learned_as_one_for_the_table(pack: str) -> None:
    acts = {question.lower() for one in ACT_EXAMPLES if one.topic in OWN for question in one.questions}
    for one in _table(pack).examples:
        assert not acts.intersection(question.lower() for question in one.questions), one.topic


def test_no_topic_of_the_engine_is_ever_read() -> None:
    lines = [question for one in ACT_EXAMPLES if one.topic in OWN for question in one.questions]
    assert not any(read.topic in OWN for line in lines for read in _read("car_sales", line).acts)


def test_a_line_is_on_one_list_alone() -> None:
    lines = [question.lower() for one in ACT_EXAMPLES for question in one.questions]
    assert len(lines) == len(set(lines))
