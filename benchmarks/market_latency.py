"""How long a round takes when models play the sellers: asked together, and one by one, in the same run.

    .venv/bin/python -m benchmarks.market_latency

The model is a server of its own process on loopback that takes a second for each answer; it is asked over HTTP with the
provider's own SDK, through the same retries, breaker and purse as in a run. "rounds" are begun at once; "processor" is
what asking together took of this process: on a busy machine it is what the rounds wait for.
"""

import argparse
import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import NamedTuple

import aiohttp
from rich.console import Console
from rich.table import Table

from benchmarks.processes import process
from benchmarks.slow_model import dialect_of
from engine.llm.access import access_to
from engine.llm.adapter import Providers
from engine.llm.breaker import Breaker
from engine.llm.budget import Payer
from engine.llm.dealing import Dealing
from engine.llm.model_name import ModelName, Provider
from engine.llm.no_books import NoBooks
from engine.llm.purse import Purse
from engine.llm.retrying import Retrying
from engine.llm.voice import Voice
from engine.marketplace.handles import Addressed
from engine.marketplace.room import Room
from engine.marketplace.trading import Answer, Hearing, Line, hearing
from tests.engine.marketplace.given import HOUSE, NOW, room_of, seller
from tests.ports import free_port

SELLERS = 10
PAYER = Payer("T1", "U1", "m1")
Round = Callable[[], Awaitable[int]]


class Place(NamedTuple):
    """A room, who hears the line in it, and who plays the sellers."""

    room: Room
    heard: Hearing
    dealing: Dealing
    model: ModelName

    async def together(self) -> int:
        """One round, all sellers asked at once; how many answered for themselves."""
        return _by_model(await self._asked(self.heard))

    async def one_by_one(self) -> int:
        """One round, each seller asked after the one before it has answered."""
        return sum([_by_model(await self._asked(self.heard._replace(heard=(each,)))) for each in self.heard.heard])

    async def _asked(self, heard: Hearing) -> list[Answer]:
        answers = await self.dealing.answers(self.room, heard, HOUSE, PAYER, self.model, NOW)
        return list(answers.values())


def _by_model(answers: list[Answer]) -> int:
    return sum(bool(answer.thought.by) for answer in answers)


@asynccontextmanager
async def table_of(provider: Provider, seconds: float) -> AsyncIterator[Place]:
    """Ten sellers played by a model that takes so long for an answer."""
    dialect, port = dialect_of(provider), free_port()
    address = f"http://127.0.0.1:{port}"
    arguments = ("-m", "benchmarks.slow_model", str(port), "--provider", provider.value, "--seconds", str(seconds))
    providers = Providers({provider: access_to(provider, "sk-none", address + dialect.base_path)})
    async with process(*arguments):
        await _is_up(f"{address}/ready")
        voice = Voice(Purse(Breaker(Retrying(providers)), NoBooks()), (dialect.model,))
        room = room_of(*(seller(f"Seller{number}") for number in range(SELLERS)))
        everybody = Addressed(tuple(each.handle for each in room.sellers), everybody=True)
        heard = hearing(room, Line("I need 3 cables. What do you ask?", everybody))
        table = Place(room, heard, Dealing(voice), dialect.model)
        await table.together()
        yield table
    await providers.close()


async def _is_up(address: str) -> None:
    async with aiohttp.ClientSession() as session:
        for _ in range(200):
            try:
                async with session.get(address):
                    return
            except aiohttp.ClientError:
                await asyncio.sleep(0.1)
    raise TimeoutError(address)


class Timed(NamedTuple):
    """Seconds on the clock and of this process's processor, and how many sellers answered for themselves."""

    wall: float
    processor: float
    answered: int


async def timed(play: Round, times: int) -> Timed:
    """So many rounds, begun at once, until the last one is over."""
    began, used = time.perf_counter(), time.process_time()
    answered = await asyncio.gather(*(play() for _ in range(times)))
    return Timed(time.perf_counter() - began, time.process_time() - used, sum(answered))


async def main(providers: list[Provider], rounds: int, seconds: float) -> None:
    """Measures, and prints the table."""
    title = f"{SELLERS} sellers, {seconds:g} s for each call of the model"
    table = Table("provider", "rounds", "one by one", "together", "ratio", "processor", "own answers", title=title)
    for provider in providers:
        async with table_of(provider, seconds) as place:
            for times in (1, rounds):
                apart, at_once = await timed(place.one_by_one, times), await timed(place.together, times)
                shown = (f"{apart.wall:.2f} s", f"{at_once.wall:.2f} s", f"{apart.wall / at_once.wall:.1f}")
                answered = f"{at_once.answered} of {times * SELLERS}"
                table.add_row(provider.value, str(times), *shown, f"{at_once.processor:.2f} s", answered)
    Console(width=100).print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--provider", action="append", choices=[each.value for each in Provider])
    parser.add_argument("--rounds", type=int, default=20, help="rounds at once in the second measurement")
    parser.add_argument("--seconds", type=float, default=1.0, help="how long the model takes for an answer")
    given = parser.parse_args()
    asked = [Provider(name) for name in given.provider or ("anthropic", "openai")]
    asyncio.run(main(asked, given.rounds, given.seconds))
