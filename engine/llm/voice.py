"""A model gives the counterpart its voice: it words what the rules have decided, and what breaks a rule is not said."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from engine.guard.bounds import Bounds, bounds_of
from engine.guard.breach import Breach
from engine.guard.check import breaches, tidied
from engine.llm.budget import Payer
from engine.llm.model_name import ModelName
from engine.llm.port import ModelReply, ModelRequest, Prompt, Turn
from engine.llm.prompts import prompt
from engine.llm.purse import Purse
from engine.llm.request_hash import request_hash
from engine.llm.troubles import CallTrouble, ModelTrouble
from engine.llm.usage import FREE, Spent
from engine.negotiation.events import Worded
from engine.negotiation.negotiation import Negotiation
from engine.prompting.excerpts import Excerpt
from engine.prompting.voice import conversation, instructions

MOST_OUTPUT = 400
TRIES = 2
SECONDS = 35.0
"""How long both tries may take together; a run is held for its turn for a minute at most."""

NOT_SAID = "{model} said what was not decided: {rules}"
TOO_SLOW = "{model} took too long"


class _Tried(NamedTuple):
    """A line that may be said, or the rules that it broke."""

    line: str
    broken: tuple[Breach, ...]


class Manner(NamedTuple):
    """How a run's counterpart is voiced: by which model, the usual one if it is not named, and with which excerpts."""

    model: str = ""
    excerpts: tuple[Excerpt, ...] = ()


PLAIN = Manner()


def _nobody(team: str, trouble: ModelTrouble) -> None:
    """Nobody is told."""


class Voice:
    """The voice of counterparts, by one of these models; the first of them is the usual one."""

    def __init__(self, purse: Purse, models: Sequence[ModelName], seconds: float = SECONDS) -> None:
        self.models = tuple(models)
        self._purse = purse
        self._seconds = seconds
        self.tell: Callable[[str, ModelTrouble], None] = _nobody
        """Is told the team and the trouble, where it is one that lasts."""
        self._template = prompt("voice")

    def model_of(self, name: str) -> ModelName:
        """The model of that name; the usual one where it is not, or no longer, among those that there are."""
        return next((model for model in self.models if str(model) == name), self.models[0])

    async def worded(
        self, before: Negotiation, after: Negotiation, now: datetime, payer: Payer, manner: Manner = PLAIN
    ) -> Worded:
        """The counterpart's last line in words of its own, or the stock phrase with the reason why; never an error.

        `before` is the run without the turn that the line ends.
        """
        asked = _Asked(self.model_of(manner.model), bounds_of(before, after), after, manner.excerpts)
        wording = _Wording(self, asked, now, payer)
        try:
            async with asyncio.timeout(self._seconds):
                return await wording.found()
        except TimeoutError:
            return wording.stock(TOO_SLOW.format(model=asked.model.name))
        except ModelTrouble as trouble:
            return wording.stock(trouble.in_short, trouble)

    def request(self, asked: "_Asked", broken: tuple[Breach, ...]) -> ModelRequest:
        """What is asked of the model; `broken` are the rules that its last try broke."""
        turns = conversation(asked.run.lines[:-1], asked.bounds.stock, broken)
        return ModelRequest(
            model=asked.model,
            instructions=instructions(self._template, asked.run.scenario, asked.excerpts),
            turns=tuple(Turn(*turn) for turn in turns),
            max_output_tokens=MOST_OUTPUT,
            prompt=Prompt(self._template.name, self._template.sha256),
            purpose="voice",
        )

    async def ask(self, request: ModelRequest, payer: Payer, now: datetime) -> ModelReply:
        """The model's reply, on that account; ModelTrouble where there is none."""
        try:
            return await self._purse.complete(request, payer, now)
        except ModelTrouble as trouble:
            if trouble.is_lasting:
                self.tell(payer.team, trouble)
            raise


class _Asked(NamedTuple):
    """Whom a line is asked of, and what it stands on."""

    model: ModelName
    bounds: Bounds
    run: Negotiation
    excerpts: tuple[Excerpt, ...]


class _Wording:
    """One line on its way into words: what was asked, broken and spent so far."""

    def __init__(self, voice: Voice, asked: _Asked, now: datetime, payer: Payer) -> None:
        self._voice = voice
        self._ask = asked
        self._now = now
        self._payer = payer
        self._asked = ""
        self._prompt = ""
        self._broken: tuple[Breach, ...] = ()
        self._spent: Spent = FREE

    async def found(self) -> Worded:
        """The first try that breaks no rule; the stock phrase after the last."""
        for _ in range(TRIES):
            tried = await self._try()
            if not tried.broken:
                return self._worded(tried.line, by=self._ask.model.name)
            self._broken = tried.broken
        return self.stock(NOT_SAID.format(model=self._ask.model.name, rules=", ".join(self._rules())))

    async def _try(self) -> _Tried:
        request = self._voice.request(self._ask, self._broken)
        self._asked, self._prompt = request_hash(request), request.prompt.sha256
        reply = await self._voice.ask(request, self._payer, self._now)
        self._spent += reply.spent
        line = tidied(reply.text, self._ask.bounds)
        return _Tried(line, breaches(line, self._ask.bounds))

    def stock(self, why: str, trouble: ModelTrouble | None = None) -> Worded:
        """The stock phrase, and why no other words are there."""
        if isinstance(trouble, CallTrouble):
            self._spent += trouble.spent
        return self._worded(self._ask.bounds.stock, why=why)

    def _worded(self, text: str, by: str = "", why: str = "") -> Worded:
        usage = self._spent.usage
        return Worded(
            at=self._now,
            round=self._ask.run.lines[-1].round,
            text=text,
            by=by,
            why=why,
            prompt=self._prompt,
            request=self._asked,
            broken=self._rules(),
            input_tokens=usage.input,
            cached_tokens=usage.cached_read,
            output_tokens=usage.output,
            cost=self._spent.micro_dollars,
        )

    def _rules(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(breach.rule.value for breach in self._broken))
