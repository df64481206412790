"""What may be asked."""

from dataclasses import replace

import pytest

from engine.llm.port import Turn
from tests.engine.llm.dialects import Dialect
from tests.engine.llm.requests import REQUEST, request_to
from tests.engine.llm.server import Server
from tests.engine.llm.test_requests import text_of

SAID = Turn("user", "Hello")


@pytest.mark.parametrize(
    "turns",
    [(), (SAID, Turn("assistant", "Good morning")), (Turn("user", " \n"),), (Turn("assistant", ""), SAID)],
    ids=["nothing", "the model's word last", "a blank", "a blank before"],
)
def test_a_request_ends_with_something_that_the_user_said(turns: tuple[Turn, ...]) -> None:
    with pytest.raises(ValueError, match="turn of a request"):
        replace(REQUEST, turns=turns)


def test_a_request_allows_some_output() -> None:
    with pytest.raises(ValueError, match="at least one token"):
        replace(REQUEST, max_output_tokens=0)


async def test_the_model_may_have_spoken_first_and_one_side_twice(server: Server, dialect: Dialect) -> None:
    turns = (Turn("assistant", "I need a car."), Turn("user", "Good morning."), Turn("user", "What for?"))
    server.answers = [dialect.says("For the family.")]
    port = dialect.port(server)
    await port.complete(replace(request_to(dialect.model), turns=turns))
    await port.close()
    said = [message for message in server.asked[0].body["messages"] if message["role"] != "system"]
    assert said[0]["role"] == "assistant"
    assert "".join(map(text_of, said)) == "".join(turn.text for turn in turns)


async def test_without_instructions_there_is_no_system_part(server: Server, dialect: Dialect) -> None:
    server.answers = [dialect.says("Hello.")]
    port = dialect.port(server)
    await port.complete(replace(request_to(dialect.model), instructions=""))
    await port.close()
    body = server.asked[0].body
    assert "system" not in body
    assert all(message["role"] != "system" for message in body["messages"])
