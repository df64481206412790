"""Many people are looked up in few calls, and only those who were asked for are kept."""

from pathlib import Path

import pytest

from bot.app.wiring import opened
from bot.delivery.client import slack_client, slack_session
from bot.delivery.directory import SlackDirectory
from storage import people
from tests.bot.world import World, ids_of, open_world


async def _looked_up(world: World, folder: Path, *handles: str) -> tuple[set[str], list[str], set[str]]:
    """Whom the directory finds, by which calls, and of whom something is kept then."""
    users = ids_of(world.sandbox, handles)
    async with slack_session() as session, opened(f"sqlite:///{folder / 'people.sqlite'}") as database:
        client = slack_client(world.sandbox.bot_token, f"{world.sandbox.url}/api/", session)
        directory = SlackDirectory(client, database, "T1", world.clock)
        found = await directory.people((*users, "U0NOBODY00"))
        calls = [call["method"] for call in (await world.ask("GET", "calls?limit=50"))["calls"]]
        async with database.reading() as connection:
            everybody = tuple(world.sandbox.sandbox.workspace.people)
            kept = await people.these(connection, "T1", everybody)
    return set(found), calls, set(kept)


async def test_a_few_are_asked_for_one_by_one(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        found, calls, kept = await _looked_up(world, tmp_path, "ana", "ben")
        assert found == kept == set(ids_of(world.sandbox, ("ana", "ben")))
        assert calls == ["users.info"] * 3


async def test_more_are_looked_for_in_the_list_page_by_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.directory.A_FEW", 2)
    monkeypatch.setattr("bot.delivery.directory.PAGE", 2)
    async with open_world(tmp_path, bot=False) as world:
        found, calls, kept = await _looked_up(world, tmp_path, "ana", "ben", "olu")
        assert found == kept == set(ids_of(world.sandbox, ("ana", "ben", "olu")))
        assert set(calls) == {"users.list"}
        assert len(calls) >= 2
