"""A model reads along: where the reader is not sure of a line, it is asked what acts are in it."""

import asyncio
from datetime import datetime

from engine.llm.asking import Asking
from engine.llm.budget import Payer
from engine.llm.model_name import ModelName
from engine.llm.port import ModelReply, ModelRequest, Prompt, Turn
from engine.llm.prompts import prompt
from engine.llm.request_hash import request_hash
from engine.llm.troubles import ModelTrouble
from engine.negotiation.events import Labelled
from engine.negotiation.negotiation import Negotiation, reading_context
from engine.prompting.labelling import LineLabels, instructions, labels_of, question
from engine.reading.labels import Labels, is_unsure
from engine.reading.read import read_message
from engine.reading.reading import Reading

MOST_OUTPUT = 300
SECONDS = 8.0
"""How long a line may wait to be read: without an answer it is read as it stands."""


class ModelReader:
    """Labels lines by a model."""

    def __init__(self, asking: Asking, seconds: float = SECONDS) -> None:
        self._asking = asking
        self._seconds = seconds
        self._template = prompt("read")

    async def labelled(
        self, run: Negotiation, text: str, model: ModelName, payer: Payer, now: datetime
    ) -> Labelled | None:
        """The labels of the rep's next line; None where none are needed, or none are to be had. Never an error."""
        reading = read_message(text, reading_context(run))
        if not is_unsure(text, reading):
            return None
        request = self.request(run, text, reading, model)
        try:
            async with asyncio.timeout(self._seconds):
                reply = await self._asking.ask(request, payer, now)
        except (TimeoutError, ModelTrouble):
            return None
        labels = labels_of(reply.as_a(LineLabels), text, reading, run.scenario)
        return _event(request, reply, labels, now)

    def request(self, run: Negotiation, text: str, reading: Reading, model: ModelName) -> ModelRequest:
        """What is asked of the model."""
        return ModelRequest(
            model=model,
            instructions=instructions(self._template, run.scenario),
            turns=(Turn("user", question(run, text, reading)),),
            max_output_tokens=MOST_OUTPUT,
            prompt=Prompt(self._template.name, self._template.sha256),
            purpose="read",
            schema=LineLabels,
        )


def _event(request: ModelRequest, reply: ModelReply, labels: Labels, now: datetime) -> Labelled:
    usage = reply.spent.usage
    return Labelled(
        at=now,
        labels=labels,
        by=request.model.name,
        prompt=request.prompt.sha256,
        request=request_hash(request),
        input_tokens=usage.input,
        cached_tokens=usage.cached_read,
        output_tokens=usage.output,
        cost=reply.spent.micro_dollars,
    )
