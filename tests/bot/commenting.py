"""Models on loopback that word buyers and comment on verdicts, and what people see of the comments."""

import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from aiohttp import web

from tests.bot.world import Json, World, eventually, open_world
from tests.engine.llm.dialects import ANTHROPIC, KEYS, Dialect
from tests.engine.llm.server import Answer, Asked, Server

SAY = re.compile(r"<say>(.*?)</say>", re.DOTALL)
NO_LABELS = json.dumps({"acts": [], "amounts": []})
REP = re.compile(r"<rep>(.*?)</rep>")
WITH = "with the model's comments"
LINES = (
    "Hi Gloria, I'm Ana. What got you looking?",
    "That makes sense. What matters most to you in it?",
    "It has three rows and five stars. It's 25,200 out the door.",
    "If you can settle it this week I can do 24,600 with the mats.",
)


def told_in(body: Json) -> str:
    """The last thing that the model was told."""
    content = body["messages"][-1]["content"]
    return str(content if isinstance(content, str) else content[0]["text"])


def questions(server: Server) -> list[Asked]:
    """The requests for a comment among all that the model was asked."""
    return [asked for asked in server.asked if "<talk>" in told_in(asked.body)]


def likes(says: Callable[..., Answer], quote: Callable[[list[str]], str] = lambda lines: lines[0]) -> Answer:
    """A model that gives every question its highest answer, on these words of the rep's lines that it was shown."""

    async def judge(request: web.Request) -> web.StreamResponse:
        body = await request.json()
        answer = "4" if "4: " in json.dumps(body) else "yes"
        given = {"quote": quote(REP.findall(told_in(body))), "answer": answer}
        return await says(json.dumps(given))(request)

    return judge


def speaks(says: Callable[..., Answer], judge: Answer) -> Answer:
    """A model that says what it is to say, finds nothing in what it is to read, and leaves questions to the judge."""

    async def answer(request: web.Request) -> web.StreamResponse:
        told = told_in(await request.json())
        if "<talk>" in told:
            return await judge(request)
        found = SAY.findall(told)
        return await says(f"Hm. {found[-1]}" if found else NO_LABELS)(request)

    return answer


def model_at(server: Server, dialect: Dialect = ANTHROPIC) -> dict[str, Any]:
    """Settings that take the server for a model's provider."""
    provider = dialect.provider
    return {
        "HAGGLE_MODEL": str(dialect.model),
        f"{provider}_api_key": KEYS[provider],
        f"{provider}_base_url": server.address + dialect.base_path,
    }


@asynccontextmanager
async def commented(
    folder: Path, judge: Answer | None = None, dialect: Dialect = ANTHROPIC, **given: Any
) -> AsyncIterator[tuple[World, Server]]:
    """A world whose counterparts are worded by a model, which judges so; unless told otherwise it likes everything."""
    server = Server()
    server.answers = [speaks(dialect.says, judge or likes(dialect.says))]
    async with server.listening(), open_world(folder, model=model_at(server, dialect), **given) as world:
        yield world, server


async def ended(world: World, start: str = "18422 freeplay", lines: tuple[str, ...] = LINES) -> tuple[str, Json]:
    """A run of these lines that its rep ended, and its verdict card."""
    thread = await world.start(start)
    for line in lines:
        await world.turn(thread, line)
    await world.press("ana", "run_end", thread)
    return thread, await world.verdict(thread)


async def card_with(world: World, thread: str, words: str) -> Json:
    """The verdict card, once it holds the words."""

    async def shows() -> Json | None:
        found = await world.verdict(thread)
        return found if words in str(found) else None

    return await eventually(shows)


async def updates_of(world: World, card: Json) -> list[Json]:
    """The calls that changed the card."""
    calls: list[Json] = (await world.ask("GET", "calls?limit=1000"))["calls"]
    return [call for call in calls if call["method"] == "chat.update" and call["args"]["ts"] == card["ts"]]
