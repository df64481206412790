"""An assignment is changed: all of it before it begins, and after that what nobody has relied on yet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import NamedTuple

from bot.flows.assigning.calendar import working_morning
from bot.flows.assigning.drafting import draft_meant
from bot.flows.assigning.placing import Placed, refuse_what_is_over, seeds_of, start_of
from bot.flows.assigning.times import months_later
from bot.flows.assigning.who import people_of
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.scheduling.cards import redraw_card
from bot.flows.scheduling.planning import comes_again, plan_window
from bot.flows.scheduling.schedules import of_window
from bot.orders import Order, order_from, order_of
from engine.errors import RuleViolation
from engine.timing.local_time import HOME, wall_time
from packs.loading import LoadedPack
from storage import assignments, audit, drafts, pinned_packs, roster, timetable
from storage.assignments import Assignment, Repeats, Window
from storage.audit import Act
from storage.connection import Connection
from storage.people import Person


class Editable(NamedTuple):
    """An assignment that can be changed, and the last of its windows that has begun; None where none has."""

    assignment: Assignment
    running: Window | None

    @property
    def order(self) -> Order:
        """It as an order, with the times of the window that is under way."""
        order = replace(order_from(self.assignment), changes=self.assignment.id)
        if self.running is None:
            return order
        return replace(order, starts_on=self.running.starts_on, due_on=self.running.due_on)


async def editable(house: House, roles: Managers, team: str, by: str, name: str) -> Editable:
    """The assignment as it can be changed; RuleViolation where it cannot."""
    await only_managers(roles, by)
    async with house.database.reading() as connection:
        found = await assignments.get(connection, team, name)
        windows = await assignments.windows_of(connection, team, name)
    return _editable(found, windows, house.now())


async def copied(house: House, directory: Directory, roles: Managers, team: str, by: str, name: str) -> Order:
    """The order that makes the same assignment again, as long as that one, from the next working morning on."""
    await only_managers(roles, by)
    async with house.database.reading() as connection:
        found = await assignments.get(connection, team, name)
    if found is None:
        raise RuleViolation("I can't find that assignment any more.")
    if found.draw_epoch != house.packs.get(found.pack).pack.draw_epoch:
        raise RuleViolation(f"The buyers of {found.pack} have been drawn anew since, so these can no longer be met.")
    manager, now = await directory.person(by), house.now()
    start = working_morning(wall_time(now, manager.zone if manager else HOME), now, ())
    due = start + (found.due_on - found.starts_on)
    return replace(order_from(found), starts_on=start, due_on=due, until=None)


async def assignment_titled(house: House, roles: Managers, team: str, by: str, title: str) -> str:
    """The id of the team's latest active assignment of that title, or of any title where it is empty."""
    await only_managers(roles, by)
    async with house.database.reading() as connection:
        active = [each for each in await assignments.of_team(connection, team) if each.status == "active"]
    wanted = " ".join(title.split()).casefold()
    for each in active:
        if not wanted or wanted in (each.title.casefold(), each.id):
            return each.id
    titles = ", ".join(dict.fromkeys(f"“{each.title}”" for each in active[:10]))
    raise RuleViolation(f"There is no such assignment under way. {f'There are: {titles}.' if titles else ''}".strip())


async def change(house: House, directory: Directory, roles: Managers, team: str, by: str, ref: str) -> Placed:
    """The assignment as it was changed by the draft of the reference, once. RuleViolation says why it cannot be."""
    await only_managers(roles, by)
    async with house.database.writing() as connection:
        order = order_of((await draft_meant(connection, team, by, ref, house)).order)
    before = await editable(house, roles, team, by, order.changes)
    whom = await people_of(directory, before.assignment.manager, order.whom)
    manager = await directory.person(by)
    _refuse(order, before, house.now(), manager.zone if manager else HOME, whom)
    loaded = house.packs.get(order.pack)
    first = await seeds_of(house, order, loaded, order.changes) if before.running is None else ()
    async with house.database.writing() as connection:
        held = await draft_meant(connection, team, by, ref, house)
        number = await _store(connection, before, order, loaded, first, whom, house.now())
        await drafts.change(connection, replace(held, status="placed"))
        await audit.note(connection, team, Act(house.now(), by, "edited", order.changes, {"people": number}))
        after = await assignments.get(connection, team, order.changes)
    house.wake.posts.set()
    return Placed(after or before.assignment, order, number)


async def _store(
    connection: Connection,
    before: Editable,
    order: Order,
    loaded: LoadedPack,
    first: tuple[int, ...],
    whom: Mapping[str, Person],
    now: datetime,
) -> int:
    """Writes the change and plans anew what it moves; how many people are in the window that it is about."""
    team, name = before.assignment.team, before.assignment.id
    held = await assignments.hold(connection, team, name)
    windows = await assignments.windows_of(connection, team, name)
    if _editable(held, windows, now) != before:
        raise RuleViolation("It was changed by somebody else, or has begun meanwhile. Look at it again.")
    after = _changed(before, order, loaded, whom, now)
    await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, now)
    await assignments.change(connection, after)
    if before.running is None:
        await _drop(connection, after, [window for window in windows if window.number > 1])
        await plan_window(connection, after, 1, first, whom, now)
        return len(whom)
    everybody = {**whom, **await _inside(connection, before.running)}
    await plan_window(connection, after, before.running.number, before.running.seeds, everybody, now)
    await _plan_to_come(connection, after, before.running, windows, whom, now)
    for person in everybody:
        await redraw_card(connection, team, name, before.running.number, person, now)
    return len(everybody)


def _editable(found: Assignment | None, windows: Sequence[Window], now: datetime) -> Editable:
    if found is None:
        raise RuleViolation("I can't find that assignment any more.")
    if found.status != "active":
        raise RuleViolation(f"That assignment was {found.status}. Copy it to assign it again.")
    begun = [window for window in windows if window.opens_at <= now]
    return Editable(found, begun[-1] if begun else None)


def _refuse(order: Order, before: Editable, now: datetime, zone: str, whom: Mapping[str, Person]) -> None:
    if not whom:
        raise RuleViolation("Nobody whom it is for can practise any more. Choose others.")
    refuse_what_is_over(replace(order, starts_on=None) if before.running else order, now, zone, whom)


def _changed(
    before: Editable, order: Order, loaded: LoadedPack, whom: Mapping[str, Person], now: datetime
) -> Assignment:
    """The assignment after the change. What has begun keeps its buyers, its mode and its start."""
    shared = replace(
        before.assignment,
        title=order.title,
        whom=order.whom,
        pass_mark=order.pass_mark,
        attempts=order.attempts,
        repeats=order.repeats,
        until_on=order.until,
        channel=order.channel,
        revision=before.assignment.revision + 1,
    )
    if before.running is not None:
        started = _first_start(before, order.repeats)
        return replace(shared, starts_on=started, due_on=started + (order.due_on - before.running.starts_on))
    return replace(
        shared,
        pack=order.pack,
        pack_hash=loaded.hash,
        draw_epoch=loaded.pack.draw_epoch,
        seeds=order.seeds,
        drawn=order.drawn,
        difficulty=order.difficulty,
        mode=order.mode,
        model=order.model,
        starts_on=start_of(order, whom, now),
        due_on=order.due_on,
    )


def _first_start(before: Editable, repeats: Repeats) -> datetime:
    """When the first window would have started, so that the one under way is where it is by the new rhythm."""
    running, assignment = before.running, before.assignment
    if running is None or repeats == assignment.repeats:
        return assignment.starts_on
    earlier = running.number - 1
    if repeats == "monthly":
        return datetime.combine(months_later(running.starts_on.date(), -earlier), running.starts_on.time())
    days = {"daily": 1, "weekly": 7, "fortnightly": 14}.get(repeats, 0)
    return running.starts_on - timedelta(days=days * earlier)


async def _inside(connection: Connection, window: Window) -> dict[str, Person]:
    """Those who are in the window, in the zones in which it was planned for them; they stay in it."""
    inside = await assignments.assignees_of(connection, window.team, window.assignment, window.number)
    return {
        each.person: Person(team=each.team, person=each.person, name="", zone=each.zone, seen_at=each.starts_at)
        for each in inside
    }


async def _plan_to_come(
    connection: Connection,
    after: Assignment,
    running: Window,
    windows: Sequence[Window],
    whom: Mapping[str, Person],
    now: datetime,
) -> None:
    """Plans the windows anew that were planned ahead, or drops them where there are to be none."""
    ahead = [window for window in windows if window.number > running.number]
    goes_on = [window for window in ahead if comes_again(after, window.number)]
    await _drop(connection, after, [window for window in ahead if window not in goes_on])
    for window in goes_on:
        await plan_window(connection, after, window.number, window.seeds, whom, now)


async def _drop(connection: Connection, assignment: Assignment, windows: Sequence[Window]) -> None:
    for window in windows:
        await timetable.remove(connection, assignment.team, of_window(assignment.id, window.number))
        await roster.drop_window(connection, assignment.team, assignment.id, window.number)
