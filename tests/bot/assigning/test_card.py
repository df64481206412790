"""A manager assigns in one line: the card, its buttons, and what comes of them."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from bot.flows.assigning.confirming import confirm
from engine.errors import RuleViolation
from storage import assignments, audit, managers
from storage.assignments import Assignee, Assignment, Window
from storage.managers import Manager
from tests.bot.assigning.desk import Workspace
from tests.bot.test_managers import managers_of
from tests.bot.world import Json, World, eventually, ids_of, open_world

LINE = '/haggle assign @ana @ben car_sales 18422,1024 "Discovery week" start tomorrow 9:00 due in 3 days pass 75'


async def answer(world: World, line: str = LINE, who: str = "mei") -> Json:
    """What the command is answered with."""
    shown: Json = (await world.command(who, line))["response"]
    return shown


async def press(world: World, button: str, card: Json, who: str = "mei") -> None:
    """A button of the card, as if that person could see it."""
    container = {"channel": "practice", "ts": card["ts"]}
    await world.ask("POST", "actions", **{"as": who}, container=container, action_id=button)


def team_of(world: World) -> str:
    """The team's id."""
    return world.sandbox.sandbox.workspace.team_id


async def assigned(world: World) -> tuple[Assignment, ...]:
    """Every assignment."""
    assert world.house
    async with world.house.database.reading() as connection:
        return await assignments.of_team(connection, team_of(world))


async def planned(world: World, name: str) -> tuple[tuple[Window, ...], tuple[Assignee, ...]]:
    """The windows of an assignment, and who is in the first."""
    assert world.house
    async with world.house.database.reading() as connection:
        windows = await assignments.windows_of(connection, team_of(world), name)
        return windows, await assignments.assignees_of(connection, team_of(world), name, 1)


async def once_assigned(world: World) -> Assignment:
    """The assignment, once there is one."""

    async def there() -> Assignment | None:
        found = await assigned(world)
        return found[0] if found else None

    return await eventually(there)


async def shown(world: World, words: str, who: str = "mei") -> str:
    """What that person alone sees in the channel that holds the words, once it is there."""

    async def there() -> str | None:
        seen = [str(each) for each in await world.messages(who) if each.get("is_ephemeral")]
        return next((each for each in seen if words in each), None)

    return await eventually(there)


async def test_the_card_says_who_what_when_and_how_many_messages(world: World) -> None:
    card = str(await answer(world))
    for words in (
        "Assign “Discovery week”?",
        "2 people: ana, ben",
        "2 of car_sales: `18422`, `1024`",
        "each in their own time zone",
        "pass mark 75 · first attempts count · strict",
        "2 DMs when it starts, one each",
        "a summary in <#",
    ):
        assert words in card
    assert await assigned(world) == ()


async def test_confirmed_it_is_assigned_planned_and_written_down(world: World) -> None:
    await press(world, "assign_order", await answer(world))
    made = await once_assigned(world)
    ana, ben, mei = ids_of(world.sandbox, ("ana", "ben", "mei"))
    assert (made.title, made.manager, made.pass_mark, made.seeds) == ("Discovery week", mei, 75, (18422, 1024))
    (window,), people = await planned(world, made.id)
    assert {(each.person, each.zone) for each in people} == {(ana, "America/Chicago"), (ben, "Europe/London")}
    assert window.seeds == (18422, 1024)
    assert "is assigned to 2 people" in await shown(world, "is assigned")
    assert world.house
    async with world.house.database.reading() as connection:
        [act] = await audit.latest(connection, team_of(world), 5)
    assert (act.who, act.act, act.about, act.details["people"]) == (mei, "assigned", made.id, 2)


async def test_pressed_twice_at_once_it_is_assigned_once(world: World) -> None:
    card = await answer(world)
    await asyncio.gather(press(world, "assign_order", card), press(world, "assign_order", card))
    await once_assigned(world)
    assert len(await assigned(world)) == 1


async def test_discarded_it_cannot_be_assigned_any_more(world: World) -> None:
    card = await answer(world)
    await press(world, "discard_order", card)
    assert "Nothing was assigned." in await shown(world, "was discarded")
    assert await assigned(world) == ()


async def test_an_order_outlives_a_restart(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world:
        async with world.joined(tmp_path):
            card = await answer(world)
        async with world.joined(tmp_path):
            await press(world, "assign_order", card)
            assert (await once_assigned(world)).title == "Discovery week"


async def test_a_card_of_a_day_ago_and_one_whose_start_is_over_are_refused(world: World) -> None:
    card = await answer(world)
    world.clock.skew += timedelta(hours=40)
    await press(world, "assign_order", card)
    assert "more than a day old" in await shown(world, "more than a day old")
    later = await answer(world, "/haggle assign @ana car_sales 7 start in 2 hours due in 3 days")
    world.clock.skew += timedelta(hours=3)
    await press(world, "assign_order", later)
    assert "is over by now" in await shown(world, "is over by now")
    assert await assigned(world) == ()


async def test_who_is_no_manager_neither_writes_nor_presses(world: World) -> None:
    assert "Only managers can do that" in str(await answer(world, who="ana"))
    assert "Only managers can do that" in str(await answer(world, "/haggle assign", who="ana"))
    mei, ben = ids_of(world.sandbox, ("mei", "ben"))
    assert world.house
    async with world.house.database.writing() as connection:
        await managers.add(connection, team_of(world), Manager(ben, mei, world.house.now()))
    card = await answer(world, who="ben")
    async with world.house.database.writing() as connection:
        await managers.remove(connection, team_of(world), ben)
    for button in ("assign_order", "change_order", "discard_order"):
        await press(world, button, card, "ben")
    assert "Only managers can do that" in await shown(world, "Only managers", "ben")
    assert await assigned(world) == ()


@pytest.mark.parametrize("value", ["", "nope:0", "nope", "{id}:7", "{id}:-1", "{id}", "{id}:0:0"])
async def test_a_forged_press_is_refused(world: World, tmp_path: Path, value: str) -> None:
    card = await answer(world)
    real, _ = card["blocks"][-1]["elements"][0]["value"].split(":")
    assert world.house
    [mei] = ids_of(world.sandbox, ("mei",))
    async with managers_of(world, tmp_path) as roles:
        with pytest.raises(RuleViolation):
            await confirm(world.house, Workspace(), roles, team_of(world), mei, value.format(id=real))
    assert await assigned(world) == ()


async def test_another_managers_card_and_another_teams_are_not_theirs(world: World, tmp_path: Path) -> None:
    card = await answer(world)
    ref = card["blocks"][-1]["elements"][0]["value"]
    mei, olu = ids_of(world.sandbox, ("mei", "olu"))
    assert world.house
    async with managers_of(world, tmp_path, (mei, olu)) as roles:
        for team, who in ((team_of(world), olu), ("T0OTHER", mei)):
            with pytest.raises(RuleViolation, match="I can't find that order"):
                await confirm(world.house, Workspace(), roles, team, who, ref)


async def test_what_cannot_be_done_is_told_at_once_and_nothing_is_assigned(world: World) -> None:
    told = str((await answer(world, "/haggle assign @ana carsales 18422,abc strat mon pass 200"))["text"])
    assert told.splitlines() == [
        "• “carsales”: Did you mean `car_sales`?",
        "• “18422,abc”: *abc* is not a seed. Seeds are whole numbers or share codes such as car_sales@1#18422.",
        "• “strat”: Did you mean `start`?",
        "• “pass 200”: A pass mark is a whole number from 0 to 100: `pass 70`.",
        "Nothing was assigned.",
    ]


async def test_user_groups_and_channels_are_taken_at_their_word(world: World) -> None:
    await world.ask("POST", "usergroups", **{"as": "mei"}, handle="closers", name="Closers", users=["ana", "ben"])
    assert "2 people: ana, ben" in str(await answer(world, "/haggle assign @closers car_sales 7"))
    assert "2 people: ana, ben" in str(await answer(world, "/haggle assign #practice car_sales 7"))
    assert "3 people: ana, ben, mei" in str(await answer(world, "/haggle assign everyone here and me car_sales 7"))
    assert "I am not in that channel" in str(await answer(world, "/haggle assign #general summary in #general 7"))


async def test_drawn_buyers_are_the_same_for_all_and_shown_to_nobody(world: World) -> None:
    card = await answer(world, "/haggle assign @ana @ben car_sales draw 3 of any difficulty")
    assert "3 of car_sales, drawn for you, the same for everybody" in str(card)
    await press(world, "assign_order", card)
    made = await once_assigned(world)
    (window,), people = await planned(world, made.id)
    assert (made.drawn, made.seeds, len(window.seeds), len(people)) == (3, (), 3, 2)
    seen = str(await world.messages("mei"))
    assert not any(f"`{seed}`" in seen for seed in window.seeds)


async def test_at_once_begins_for_everybody_by_now(world: World) -> None:
    await press(world, "assign_order", await answer(world, "/haggle assign @ana @ben 7 start now due in 3 days"))
    made = await once_assigned(world)
    _, people = await planned(world, made.id)
    assert world.house
    assert all(each.starts_at <= world.house.now() < each.due_at for each in people)


async def test_the_help_shows_the_line(world: World) -> None:
    assert "draw 5 of medium difficulty" in str(await answer(world, "/haggle assign help", "mei"))
