"""A series under way is edited: what is planned ahead moves with it, and the window under way stays where it is."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.app.wiring import house_on, opened
from bot.flows.assigning.confirming import confirm
from bot.flows.assigning.editing import editable
from bot.flows.house import House
from bot.flows.scheduling.planning import plan_window
from bot.orders import Order, as_json
from engine.errors import RuleViolation
from engine.timing.local_time import instant
from storage import assignments, drafts, timetable
from storage.assignments import Assignment, Whom, Window
from storage.drafts import Draft
from tests.bot.assigning.desk import MANAGER, TEAM, ZONE, Workspace

STARTS, DUE = datetime(2026, 3, 2, 9), datetime(2026, 3, 6, 17)
WEEKLY = Order(
    title="Week", whom=Whom(("U0ANA",)), pack="car_sales", seeds=(7,), starts_on=STARTS, due_on=DUE, repeats="weekly"
)


class Boss:
    """Everybody is a manager."""

    async def everyone(self) -> tuple[str, ...]:
        return (MANAGER,)

    async def admins(self) -> tuple[str, ...]:
        return (MANAGER,)

    async def role(self, user: str) -> Any:
        return "admin"

    async def includes(self, user: str) -> bool:
        return True


class Clock:
    """The time, set by hand."""

    def __init__(self, wall: datetime) -> None:
        self.wall = wall

    def __call__(self) -> datetime:
        return instant(self.wall, ZONE)


CLOCK = Clock(datetime(2026, 2, 25, 10))


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """A house on a Wednesday before the first window."""
    CLOCK.wall = datetime(2026, 2, 25, 10)
    async with opened(f"sqlite:///{tmp_path / 'haggle.sqlite'}") as database:
        yield house_on(database, CLOCK)


async def done(house: House, order: Order, name: str) -> Assignment:
    """The order, confirmed."""
    draft = Draft(team=TEAM, id=name, manager=MANAGER, order=as_json(order), made_at=house.now())
    async with house.database.writing() as connection:
        await drafts.add(connection, draft)
    return (await confirm(house, Workspace(), Boss(), TEAM, MANAGER, f"{name}:0")).assignment


async def windows_of(house: House) -> dict[int, Window]:
    """The windows by their numbers."""
    async with house.database.reading() as connection:
        return {each.number: each for each in await assignments.windows_of(connection, TEAM, "a1")}


async def begun(house: House, wall: datetime, ahead: int) -> Order:
    """It is that time, so many windows are planned; the assignment as it can be edited."""
    CLOCK.wall = wall
    people = await Workspace().people(("U0ANA",))
    async with house.database.writing() as connection:
        found = await assignments.hold(connection, TEAM, "a1")
        assert found
        for number in range(2, ahead + 1):
            await plan_window(connection, found, number, (7,), people, house.now())
    return (await editable(house, Boss(), TEAM, MANAGER, "a1")).order


async def test_the_last_one_is_dropped_when_it_is_to_come_no_more(house: House) -> None:
    await done(house, WEEKLY, "a1")
    order = await begun(house, datetime(2026, 3, 10, 12), 3)
    assert (order.starts_on, order.due_on) == (datetime(2026, 3, 9, 9), datetime(2026, 3, 13, 17))
    after = await done(house, replace(order, repeats=""), "e1")
    windows = await windows_of(house)
    assert sorted(windows) == [1, 2]
    assert (windows[2].starts_on, windows[2].due_on) == (datetime(2026, 3, 9, 9), datetime(2026, 3, 13, 17))
    assert (after.repeats, after.starts_on) == ("", datetime(2026, 3, 9, 9))
    async with house.database.reading() as connection:
        assert await timetable.to_come(connection, TEAM, "assignment:a1:3:") == ()


async def test_a_later_due_time_moves_the_window_under_way_and_those_to_come(house: House) -> None:
    await done(house, WEEKLY, "a1")
    order = await begun(house, datetime(2026, 3, 10, 12), 3)
    await done(house, replace(order, due_on=datetime(2026, 3, 14, 12)), "e1")
    windows = await windows_of(house)
    assert [windows[number].due_on for number in (2, 3)] == [datetime(2026, 3, 14, 12), datetime(2026, 3, 21, 12)]
    assert windows[1].due_on == DUE, "what is over stays as it was"


async def test_another_rhythm_goes_on_from_the_window_under_way(house: House) -> None:
    await done(house, WEEKLY, "a1")
    order = await begun(house, datetime(2026, 3, 10, 12), 3)
    await done(house, replace(order, repeats="fortnightly"), "e1")
    windows = await windows_of(house)
    assert [windows[number].starts_on for number in (2, 3)] == [datetime(2026, 3, 9, 9), datetime(2026, 3, 23, 9)]


async def test_what_ends_earlier_drops_what_was_planned_after_it(house: House) -> None:
    await done(house, WEEKLY, "a1")
    order = await begun(house, datetime(2026, 3, 10, 12), 3)
    await done(house, replace(order, until=datetime(2026, 3, 15)), "e1")
    assert sorted(await windows_of(house)) == [1, 2]


async def test_who_is_added_joins_the_window_under_way_and_who_is_in_it_stays(house: House) -> None:
    await done(house, WEEKLY, "a1")
    order = await begun(house, datetime(2026, 3, 10, 12), 3)
    await done(house, replace(order, whom=Whom(("U0BEN",))), "e1")
    async with house.database.reading() as connection:
        inside = {n: await assignments.assignees_of(connection, TEAM, "a1", n) for n in (2, 3)}
    assert {n: [each.person for each in them] for n, them in inside.items()} == {
        2: ["U0ANA", "U0BEN"],
        3: ["U0BEN"],
    }


async def test_an_edit_that_comes_too_late_or_second_is_refused(house: House) -> None:
    await done(house, WEEKLY, "a1")
    order = (await editable(house, Boss(), TEAM, MANAGER, "a1")).order
    await done(house, replace(order, title="Other"), "e1")
    with pytest.raises(RuleViolation, match="assigned already"):
        await done(house, replace(order, title="Third"), "e1")
    CLOCK.wall = STARTS + timedelta(hours=1)
    running = (await editable(house, Boss(), TEAM, MANAGER, "a1")).order
    with pytest.raises(RuleViolation, match="over by now"):
        await done(house, replace(running, due_on=STARTS), "e2")


async def test_what_was_cancelled_cannot_be_edited(house: House) -> None:
    made = await done(house, WEEKLY, "a1")
    async with house.database.writing() as connection:
        await assignments.change(connection, replace(made, status="cancelled"))
    with pytest.raises(RuleViolation, match="was cancelled"):
        await editable(house, Boss(), TEAM, MANAGER, "a1")
