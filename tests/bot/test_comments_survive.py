"""Comments survive kill -9 at any moment: the verdict is drawn again with them, and never posted twice."""

import asyncio
from pathlib import Path

import pytest
from aiohttp import web
from sqlalchemy import func, select

from storage.tables import comments, outbox
from tests.bot.commenting import LINES, WITH, card_with, likes, model_at, questions, speaks
from tests.bot.process import bot_process, kill
from tests.bot.world import World, eventually, is_verdict, open_world
from tests.engine.llm.dialects import message
from tests.engine.llm.server import Server

_UPDATES = select(func.count()).select_from(outbox).where(outbox.c.op == "verdict_card_update")
_KEPT = select(func.count()).select_from(comments).where(comments.c.at.is_not(None))


async def ended_and_killed(world: World, folder: Path, server: Server, moment: float) -> str:
    """The thread of a run that ended; so many seconds after the model's first question came, the bot was dead."""
    async with world.joined(folder):
        thread = await world.start("18422 freeplay")
        for line in LINES[:3]:
            await world.turn(thread, line)
    async with bot_process(world, folder) as process:
        await world.press("ana", "run_end", thread)
        await eventually(lambda: _first_question(server), 30)
        await asyncio.sleep(moment)
        await kill(process)
    return thread


async def _first_question(server: Server) -> bool | None:
    return True if questions(server) else None


async def settled(world: World) -> None:
    """Minutes pass, until whatever was lost has been looked for."""
    for _ in range(4):
        await world.later()
        await asyncio.sleep(0.3)


async def shown_once(world: World, thread: str) -> None:
    """The verdict stands once, with comments, and one post in all has drawn it again."""
    await card_with(world, thread, WITH)
    await settled(world)
    assert sum(is_verdict(reply) for reply in await world.replies(thread)) == 1
    assert world.house
    async with world.house.database.reading() as connection:
        assert await connection.first(_UPDATES) == (1,)
        assert await connection.first(_KEPT) == (1,)


@pytest.mark.parametrize("moment", [0.0, 0.02, 0.05, 0.1, 0.3])
async def test_a_crash_while_the_model_answers_or_just_after_ends_in_one_update(tmp_path: Path, moment: float) -> None:
    server = Server()
    server.answers = [speaks(message, likes(message))]
    async with server.listening(), open_world(tmp_path, bot=False, model=model_at(server)) as world:
        thread = await ended_and_killed(world, tmp_path, server, moment)
        async with world.joined(tmp_path):
            await settled(world)
            await shown_once(world, thread)


async def test_a_crash_while_the_model_hangs_ends_in_comments_after_the_restart(tmp_path: Path) -> None:
    server = Server()
    server.answers = [speaks(message, server.hang)]
    async with server.listening(), open_world(tmp_path, bot=False, model=model_at(server)) as world:
        thread = await ended_and_killed(world, tmp_path, server, 0.1)
        server.answers = [speaks(message, likes(message))]
        async with world.joined(tmp_path):
            assert WITH not in str(await world.verdict(thread))
            await settled(world)
            await shown_once(world, thread)


@pytest.mark.parametrize("kind", ["server_error_after", "drop_after"])
async def test_an_update_that_goes_wrong_is_made_good(tmp_path: Path, kind: str) -> None:
    server, may_judge = Server(), asyncio.Event()

    async def judge(request: web.Request) -> web.StreamResponse:
        await may_judge.wait()
        return await likes(message)(request)

    server.answers = [speaks(message, judge)]
    async with server.listening(), open_world(tmp_path, model=model_at(server)) as world:
        thread = await world.start("18422 freeplay")
        for line in LINES[:3]:
            await world.turn(thread, line)
        await world.press("ana", "run_end", thread)
        await world.verdict(thread)
        await eventually(lambda: _first_question(server))
        assert (await world.ask("POST", "faults", kind=kind, match={"method": "chat.update"}))["ok"]
        may_judge.set()
        await settled(world)
        await shown_once(world, thread)
