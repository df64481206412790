"""What a model said to one question, as far as it can be shown to rest on the rep's own words."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, TypeAdapter

from engine.judges.blinding import Names, witnessed
from engine.judges.exchanges import exchanges
from engine.judges.questions import Asked, Question, questions_on
from engine.negotiation.negotiation import Negotiation

NO_WITNESS = "the model quoted words that you have not said, so its answer does not count"


class Degree(BaseModel):
    """The answer to the question, from 0 to 4, and the words that it rests on."""

    quote: str
    answer: Literal["0", "1", "2", "3", "4"]

    @property
    def number(self) -> int:
        """The answer as a number."""
        return int(self.answer)


class YesOrNo(BaseModel):
    """The answer to the question, and the words that it rests on."""

    quote: str
    answer: Literal["no", "yes"]

    @property
    def number(self) -> int:
        """The answer as a number, 1 for yes."""
        return int(self.answer == "yes")


Given = Degree | YesOrNo


@dataclass(frozen=True, slots=True)
class Comment:
    """One question with its answer, 0 to `most`, in place of `points` points of the check; None: unscored, and `why`.

    `quote` is the rep's own words and `ref` where they stand. `by` is the model, `prompt` and `request` the SHA-256 of
    the instructions and of the whole request. A cost, in micro-dollars, that is not known is None.
    """

    question: str
    check: str
    points: int
    most: int
    answer: int | None = None
    quote: str = ""
    ref: str = ""
    why: str = ""
    by: str = ""
    prompt: str = ""
    request: str = ""
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: int | None = None


def form_of(question: Question) -> type[Given]:
    """The form in which the answer is to be given."""
    return YesOrNo if question.most == 1 else Degree


def comment_of(asked: Asked, given: Given, names: Names) -> Comment:
    """The answer with the words that it rests on; unscored where none of the lines that were shown holds them."""
    question = asked.question
    for each in asked.shown:
        if words := witnessed(given.quote, each.said.text, names):
            answer = min(given.number, question.most)
            return Comment(*_named(question), answer=answer, quote=words, ref=each.said.ref)
    return unscored(question, NO_WITNESS)


def unscored(question: Question, why: str) -> Comment:
    """The question without an answer: what the check found by the rules stands."""
    return Comment(*_named(question), why=why)


def without_a_model(run: Negotiation, observed: Container[str], why: str) -> tuple[Comment, ...]:
    """Every question that the run would have been asked, unscored."""
    return tuple(unscored(each.question, why) for each in questions_on(exchanges(run), observed))


def _named(question: Question) -> tuple[str, str, int, int]:
    return question.id, question.check, question.points, question.most


_ADAPTER: TypeAdapter[tuple[Comment, ...]] = TypeAdapter(tuple[Comment, ...])


def encode(comments: Iterable[Comment]) -> list[Any]:
    """The comments as JSON values."""
    encoded: list[Any] = _ADAPTER.dump_python(tuple(comments), mode="json")
    return encoded


def decode(data: Sequence[Any]) -> tuple[Comment, ...]:
    """The comments that `encode` gave; ValidationError for anything else."""
    return _ADAPTER.validate_python(data)
