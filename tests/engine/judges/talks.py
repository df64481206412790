"""Talks to be judged, and models that judge them."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import cache

from engine.director.director import Line, end_by_rep
from engine.director.replay import extended, play, say
from engine.judges.comment import Degree, YesOrNo
from engine.llm.budget import Payer
from engine.llm.model_name import ModelName, Provider
from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.purse import Purse
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario
from packs.loading import load_installed
from tests.engine.llm.books import PlainBooks
from tests.engine.scenarios import NOW

LINES = (
    "Hi Gloria, I'm Ana from Northgate. What got you looking?",
    "That makes sense. What matters most to you in it?",
    "It has five stars for safety, and three rows. It's 25,200 out the door.",
    "I hear you, Ms Petrov. Because you need it this week I can do 24,600 with the mats.",
    "What would it take for you to sign today?",
    "Let us leave it there for now, then.",
)
REP = re.compile(r"<rep>(.*?)</rep>")


@cache
def buyer(seed: int) -> Scenario:
    """The buyer of that seed."""
    cars = load_installed().get("car_sales")
    return draw_scenario(cars.pack, cars.hash, seed)


def talk_of(lines: Iterable[str] = LINES, seed: int = 18422, mode: str = "freeplay") -> Negotiation:
    """The run of these lines, ended by its rep unless the buyer has ended it."""
    scenario = buyer(seed)
    run = fold(scenario, play(scenario, (), mode, NOW))
    for number, line in enumerate(lines, 1):
        if run.status == "open":
            run = say(run, Line(line, f"{number}.0"), NOW)
    return run if run.outcome else extended(run, end_by_rep(run, NOW))


@cache
def the_talk() -> Negotiation:
    """The run of the lines above."""
    return talk_of()


def best(request: ModelRequest) -> Degree | YesOrNo:
    """What a model says that likes everything: the highest answer, on the last line of the rep's that it was shown."""
    line = REP.findall(request.turns[-1].text)[-1]
    return answer(request, 4, line)


def answer(request: ModelRequest, number: int, quote: str) -> Degree | YesOrNo:
    """The answer in the form that the request asks for; anything above 0 is a yes."""
    if request.schema is YesOrNo:
        return YesOrNo(quote=quote, answer="yes" if number else "no")
    return Degree.model_validate({"quote": quote, "answer": str(number)})


MODEL = ModelName(Provider.ANTHROPIC, "claude-haiku-5-5")


class Asker:
    """A model that is asked on an account, as the voice of counterparts asks it."""

    def __init__(self, port: ModelPort) -> None:
        self._purse = Purse(port, PlainBooks({}))

    async def ask(self, request: ModelRequest, payer: Payer, now: datetime) -> ModelReply:
        """The port's reply."""
        return await self._purse.complete(request, payer, now)
