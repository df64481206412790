"""A model that says what it is told to: for tests, demonstrations and a first start without a key."""

from collections.abc import Callable, Iterable

from pydantic import BaseModel

from engine.llm.answering import reply_to
from engine.llm.port import ModelReply, ModelRequest
from engine.llm.troubles import ModelTrouble
from engine.llm.usage import FREE

Line = str | BaseModel | ModelReply | ModelTrouble
"""What a script says: a text, structured output, a whole reply, or a trouble that is raised."""


class ScriptOver(ModelTrouble):
    """The script has no more lines."""


class Scripted:
    """A port that gives the lines of a list in order, or what a function makes of each request."""

    def __init__(self, script: Iterable[Line] | Callable[[ModelRequest], Line]) -> None:
        self.asked: list[ModelRequest] = []
        self._next = script if callable(script) else _in_order(script)

    async def complete(self, request: ModelRequest) -> ModelReply:
        """The next line as a reply; it is held to the request's schema as a model's would be."""
        self.asked.append(request)
        line = self._next(request)
        if isinstance(line, ModelTrouble):
            raise line
        if isinstance(line, ModelReply):
            return line
        text = line.model_dump_json() if isinstance(line, BaseModel) else line
        return reply_to(request, text, request.model.name, FREE)


def _in_order(lines: Iterable[Line]) -> Callable[[ModelRequest], Line]:
    left = iter(lines)
    return lambda _: next(left, ScriptOver("The script of this model has no more lines."))
