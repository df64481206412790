"""A model comments on a run that is over: it answers a few narrow questions, each by itself and blind to the rest."""

import asyncio
from collections.abc import Container
from dataclasses import replace
from datetime import datetime

from engine.judges.blinding import Names, blinded, names_in
from engine.judges.comment import Comment, Given, comment_of, form_of, unscored
from engine.judges.exchanges import exchanges
from engine.judges.questions import Asked, questions_on
from engine.llm.asking import Asking
from engine.llm.budget import Payer
from engine.llm.model_name import ModelName
from engine.llm.port import ModelRequest, Prompt, Turn
from engine.llm.prompts import prompt
from engine.llm.request_hash import request_hash
from engine.llm.troubles import ModelTrouble, ReplyTrouble
from engine.llm.usage import Spent
from engine.negotiation.negotiation import Negotiation
from engine.prompting.judge import question_in, talk

MOST_OUTPUT = 400
SECONDS = 60.0
"""How long all questions together may take."""

TOO_SLOW = "{model} took too long"


class Commentator:
    """Comments on runs, by one model."""

    def __init__(self, asking: Asking, model: ModelName, seconds: float = SECONDS) -> None:
        self._asking = asking
        self._model = model
        self._seconds = seconds

    async def comments(
        self, run: Negotiation, observed: Container[str], now: datetime, payer: Payer
    ) -> tuple[Comment, ...]:
        """A comment for each question that the run gives something to, or the reason why it is unscored; never an
        error. `observed` are the checks that the verdict could observe.
        """
        shown = exchanges(run)
        names, given = names_in(run.scenario, shown), list[Comment]()
        asked = questions_on(shown, observed)
        try:
            async with asyncio.timeout(self._seconds):
                for each in asked:
                    given.append(await self._comment(each, names, now, payer))
        except TimeoutError:
            return _without_the_rest(given, asked, TOO_SLOW.format(model=self._model.name))
        except ModelTrouble as trouble:
            return _without_the_rest(given, asked, trouble.in_short)
        return tuple(given)

    async def _comment(self, asked: Asked, names: Names, now: datetime, payer: Payer) -> Comment:
        """The comment; what is wrong with one answer says nothing of the next, all other trouble rises."""
        request = self.request(asked, names)
        try:
            reply = await self._asking.ask(request, payer, now)
        except ReplyTrouble as trouble:
            return _with_traces(unscored(asked.question, trouble.in_short), request, trouble.spent)
        given: Given = reply.as_a(form_of(asked.question))
        comment = comment_of(asked, given, names)
        return _with_traces(replace(comment, by=reply.model), request, reply.spent)

    def request(self, asked: Asked, names: Names) -> ModelRequest:
        """What is asked of the model: the question, fixed, and lines without names."""
        template = question_in(prompt("judge"), prompt(f"judge_{asked.question.id}"))
        lines = [
            ([blinded(line, names) for line in each.heard], blinded(each.said.text, names)) for each in asked.shown
        ]
        return ModelRequest(
            model=self._model,
            instructions=template.text,
            turns=(Turn("user", talk(lines)),),
            max_output_tokens=MOST_OUTPUT,
            prompt=Prompt(template.name, template.sha256),
            purpose="judge",
            schema=form_of(asked.question),
        )


def _without_the_rest(given: list[Comment], asked: tuple[Asked, ...], why: str) -> tuple[Comment, ...]:
    return (*given, *(unscored(each.question, why) for each in asked[len(given) :]))


def _with_traces(comment: Comment, request: ModelRequest, spent: Spent) -> Comment:
    usage = spent.usage
    return replace(
        comment,
        prompt=request.prompt.sha256,
        request=request_hash(request),
        input_tokens=usage.input,
        cached_tokens=usage.cached_read,
        output_tokens=usage.output,
        cost=spent.micro_dollars,
    )
