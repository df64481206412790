"""Makes a reply of the text that came back."""

from pydantic import ValidationError

from engine.llm.port import ModelReply, ModelRequest
from engine.llm.troubles import Malformed
from engine.llm.usage import Spent


def reply_to(request: ModelRequest, text: str, model: str, spent: Spent) -> ModelReply:
    """The reply, checked against the request's schema; Malformed where it is empty or does not fit."""
    said = storable(text).strip()
    if not said:
        raise Malformed(request.model, spent=spent, why="it is empty")
    if request.schema is None:
        return ModelReply(said, model, spent)
    try:
        data = request.schema.model_validate_json(said)
    except ValidationError as error:
        why = _why(error)
    else:
        return ModelReply(said, model, spent, data)
    raise Malformed(request.model, spent=spent, why=why)


def storable(text: str) -> str:
    """The text without what no database takes: halves of surrogate pairs, and NUL."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


def _why(error: ValidationError) -> str:
    """What does not fit. No values or places: they may quote the conversation."""
    kinds = {problem["type"] for problem in error.errors(include_url=False, include_input=False)}
    return "it is not whole JSON" if kinds == {"json_invalid"} else "it is not of the form asked for"
