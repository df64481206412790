"""Who the managers are: those whom the settings name, or else the workspace's admins as they are now."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.app.doctor import examine
from bot.app.wiring import opened
from bot.delivery.client import slack_client, slack_session
from bot.delivery.directory import SlackDirectory
from bot.delivery.managers import SlackManagers
from bot.settings import BadSettings, read_settings
from tests.bot.world import World, ids_of, open_world, settings_for

TEAM = "T1"


@asynccontextmanager
async def managers_of(world: World, folder: Path, named: tuple[str, ...] = ()) -> AsyncIterator[SlackManagers]:
    """The roles as they are in that sandbox."""
    async with slack_session() as session, opened(f"sqlite:///{folder / 'roles.sqlite'}") as database:
        client = slack_client(world.sandbox.bot_token, f"{world.sandbox.url}/api/", session)
        directory = SlackDirectory(client, database, TEAM, world.clock)
        yield SlackManagers(directory, database, TEAM, named)


async def test_with_none_named_they_are_the_workspaces_admins(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world, managers_of(world, tmp_path) as found:
        mei, ben = ids_of(world.sandbox, ("mei", "ben"))
        assert await found.everyone() == (mei,)
        assert await found.role(mei) == "admin"
        assert await found.role(ben) == "rep"
        assert await found.role("U0NOBODY00") == "outsider"


async def test_admins_are_found_on_every_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.directory.PAGE", 1)
    async with open_world(tmp_path, bot=False) as world, managers_of(world, tmp_path) as found:
        mei, olu = ids_of(world.sandbox, ("mei", "olu"))
        people = world.sandbox.sandbox.workspace.people
        people[olu] = replace(people[olu], is_admin=True)
        assert await found.everyone() == (mei, olu)


async def test_a_role_lost_unheard_of_is_noticed_within_the_hour(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world, managers_of(world, tmp_path) as found:
        [mei] = ids_of(world.sandbox, ("mei",))
        people = world.sandbox.sandbox.workspace.people
        assert await found.includes(mei)
        people[mei] = replace(people[mei], is_admin=False)
        world.clock.skew += timedelta(hours=1)
        assert not await found.includes(mei)


async def test_those_who_are_named_are_the_only_admins(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        mei, ben = ids_of(world.sandbox, ("mei", "ben"))
        async with managers_of(world, tmp_path, (ben,)) as named:
            assert await named.everyone() == (ben,)
            assert await named.role(ben) == "admin"
            assert await named.role(mei) == "rep"


def test_the_setting_takes_ids_between_commas_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HAGGLE_MANAGERS", " U04K2J9Q0XZ, W07A1B2C3D4,,U04K2J9Q0XZ ")
    assert read_settings().managers == ("U04K2J9Q0XZ", "W07A1B2C3D4")
    monkeypatch.setenv("HAGGLE_MANAGERS", "")
    assert read_settings().managers == ()


@pytest.mark.parametrize("wrong", ["mei", "@mei", "C04K2J9Q0XZ", "U04K2J9Q0XZ; U07A1B2C3D4", "u04k2j9q0xz"])
def test_what_is_no_user_id_is_named_with_the_variable(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("HAGGLE_MANAGERS", f"U04K2J9Q0XZ,{wrong}")
    with pytest.raises(BadSettings, match="HAGGLE_MANAGERS") as refused:
        read_settings()
    assert wrong in str(refused.value)
    assert "user id" in str(refused.value)


async def test_doctor_says_who_decides_and_finds_ids_that_nobody_has(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        await _doctor_knows(world)


async def _doctor_knows(world: World) -> None:
    async def told(*named: str) -> tuple[bool, str]:
        settings = settings_for(world.sandbox, "sqlite:///none/haggle.sqlite", managers=named)
        findings = await examine(settings)
        return next((each.well, each.text) for each in findings if "MANAGERS" in each.text)

    (ben,) = ids_of(world.sandbox, ("ben",))
    assert await told() == (True, "Disputes go to the workspace's 1 admin; HAGGLE_MANAGERS names others.")
    assert await told(ben) == (True, "Disputes go to 1 named in HAGGLE_MANAGERS.")
    well, text = await told(ben, "U0NOBODY00")
    assert not well
    assert "U0NOBODY00" in text
    people = world.sandbox.sandbox.workspace.people
    for user in people:
        people[user] = replace(people[user], is_admin=False)
    assert (await told())[0] is False
