"""The model that says what it is told to."""

from dataclasses import replace

import pytest

from engine.llm.port import ModelReply, Turn
from engine.llm.scripted import Scripted, ScriptOver
from engine.llm.troubles import Malformed, Overloaded
from engine.llm.usage import FREE
from tests.engine.llm.requests import REQUEST, Move

STRUCTURED = replace(REQUEST, schema=Move)


async def test_a_script_is_said_in_order_and_then_over() -> None:
    model = Scripted(["One.", Overloaded(REQUEST.model), "Two."])
    assert (await model.complete(REQUEST)).text == "One."
    with pytest.raises(Overloaded):
        await model.complete(REQUEST)
    assert (await model.complete(REQUEST)).text == "Two."
    with pytest.raises(ScriptOver):
        await model.complete(REQUEST)
    assert model.asked == [REQUEST] * 4


async def test_a_function_answers_each_request() -> None:
    model = Scripted(lambda request: request.turns[-1].text.upper())
    assert (await model.complete(replace(REQUEST, turns=(Turn("user", "hello"),)))).text == "HELLO"


async def test_a_script_is_held_to_the_schema_as_a_model_is() -> None:
    model = Scripted([Move(act="greet"), '{"act": "offer", "price": 7}', "Hello."])
    assert (await model.complete(STRUCTURED)).as_a(Move) == Move(act="greet")
    assert (await model.complete(STRUCTURED)).as_a(Move).price == 7
    with pytest.raises(Malformed, match="not whole JSON"):
        await model.complete(STRUCTURED)


async def test_a_whole_reply_is_given_as_it_is() -> None:
    reply = ModelReply("Good.", "m", FREE, attempts=2)
    assert await Scripted([reply]).complete(REQUEST) is reply
