"""A manager confirms: the order becomes an assignment, and its first window is planned."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.flows.assigning.drafting import draft_meant
from bot.flows.assigning.drawing import drawn_soon
from bot.flows.assigning.who import people_of
from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.scheduling.planning import plan_window
from bot.orders import Order, order_of
from engine.errors import RuleViolation
from engine.timing.local_time import HOME, instant, wall_time
from engine.timing.wall_words import dated
from packs.loading import LoadedPack
from storage import assignments, audit, drafts, pinned_packs
from storage.assignments import Assignment
from storage.audit import Act
from storage.people import Person

PATIENCE = 1.5
"""Seconds that a press waits for buyers to be drawn: Slack wants its answer within three."""


class Placed(NamedTuple):
    """What was assigned by which order, and to how many."""

    assignment: Assignment
    order: Order
    people: int


async def place(house: House, directory: Directory, roles: Managers, team: str, by: str, ref: str) -> Placed:
    """The assignment of the draft that the reference names, made once. RuleViolation says why it cannot be made."""
    await only_managers(roles, by)
    async with house.database.writing() as connection:
        draft = await draft_meant(connection, team, by, ref, house)
    order = order_of(draft.order)
    people = await _everybody(directory, by, order)
    manager = await directory.person(by)
    refuse_what_is_over(order, house.now(), manager.zone if manager else HOME, people)
    loaded = house.packs.get(order.pack)
    seeds = await seeds_of(house, order, loaded, draft.id)
    made = _assignment(order, team, by, draft.id, loaded, people, house.now())
    async with house.database.writing() as connection:
        held = await draft_meant(connection, team, by, ref, house)
        await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, made.made_at)
        await assignments.add(connection, made)
        await plan_window(connection, made, 1, seeds, people, made.made_at)
        await drafts.change(connection, replace(held, status="placed"))
        details = {"people": len(people), "buyers": order.buyers, "repeats": order.repeats}
        await audit.note(connection, team, Act(made.made_at, by, "assigned", made.id, details))
    house.wake.posts.set()
    return Placed(made, order, len(people))


async def seeds_of(house: House, order: Order, loaded: LoadedPack, name: str) -> tuple[int, ...]:
    """The buyers of the first window."""
    if not order.drawn:
        return order.seeds
    return await drawn_soon(house, order.pack, loaded.hash, order.drawn, order.difficulty, f"{name}:1", PATIENCE)


def refuse_what_is_over(order: Order, now: datetime, zone: str, people: Mapping[str, Person]) -> None:
    """RuleViolation where time has passed over the order since it was written."""
    here = wall_time(now, zone)
    if order.starts_on is not None and order.starts_on <= here:
        raise RuleViolation(f"Its start, {dated(order.starts_on, here)}, is over by now. Press Change for a later one.")
    if any(instant(order.due_on, person.zone) <= now for person in people.values()):
        raise RuleViolation(
            f"It was due {dated(order.due_on, here)}, which is over by now. Press Change for a later time."
        )


def start_of(order: Order, people: Mapping[str, Person], now: datetime) -> datetime:
    """The wall time at which it starts; at once is where it is earliest, so that it is past for everybody."""
    if order.starts_on is not None:
        return order.starts_on
    return min(wall_time(now, person.zone) for person in people.values()).replace(second=0, microsecond=0)


async def _everybody(directory: Directory, by: str, order: Order) -> Mapping[str, Person]:
    people = await people_of(directory, by, order.whom)
    if not people:
        raise RuleViolation("Nobody whom it is for can practise any more. Press Change and choose others.")
    return people


def _assignment(
    order: Order, team: str, by: str, name: str, loaded: LoadedPack, people: Mapping[str, Person], now: datetime
) -> Assignment:
    return Assignment(
        team=team,
        id=name,
        title=order.title,
        manager=by,
        pack=order.pack,
        pack_hash=loaded.hash,
        draw_epoch=loaded.pack.draw_epoch,
        whom=order.whom,
        starts_on=start_of(order, people, now),
        due_on=order.due_on,
        made_at=now,
        seeds=order.seeds,
        drawn=order.drawn,
        difficulty=order.difficulty,
        mode=order.mode,
        model=order.model,
        pass_mark=order.pass_mark,
        attempts=order.attempts,
        repeats=order.repeats,
        until_on=order.until,
        channel=order.channel,
    )
