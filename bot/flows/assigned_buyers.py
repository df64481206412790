"""Buyers who are assigned to somebody just now: withheld from everybody, and not to be scouted in practice first."""

from datetime import datetime
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.progress import SeedState, seed_state
from engine.errors import RuleViolation
from engine.scenario.pack import Pack
from packs.choosing import withheld_until as ranked_until
from storage import attempts, open_windows, roster
from storage.assignments import Assignee
from storage.connection import Connection
from storage.open_windows import OpenWindow


class Buyer(NamedTuple):
    """A buyer of a team: the pack, its draw epoch, and the seed."""

    team: str
    pack: str
    draw_epoch: int
    seed: int


class AssignedToYou(RuleViolation):
    """Somebody is to meet the buyer in an assigned run first. `start` is the value of the button that starts it."""

    def __init__(self, words: str, start: str) -> None:
        super().__init__(words)
        self.start = start


async def withheld_until(connection: Connection, pack: Pack, buyer: Buyer, now: datetime) -> datetime | None:
    """When what the buyer hides may be shown to everybody; None where it may already."""
    closing = [each.window.closes_at for each in await _windows_on(connection, buyer, now)]
    ranked = ranked_until(pack, buyer.seed, now)
    return max([*closing, *([ranked] if ranked else [])], default=None)


async def refuse_scouting(connection: Connection, buyer: Buyer, person: str, now: datetime) -> None:
    """AssignedToYou while the person is still to meet the buyer in an assigned run, or is in the middle of one."""
    for each in await _windows_on(connection, buyer, now):
        whose = await roster.get(connection, *each.place, person)
        if whose is None or now >= whose.due_at:
            continue
        state = await state_on(connection, each, whose, buyer.seed, now)
        if state.is_live or state.state in ("not started", "in progress"):
            raise AssignedToYou(_words(each, whose, state, now), start_of(each, buyer.seed))


async def refuse_in_public(connection: Connection, buyer: Buyer, channel: str, now: datetime) -> None:
    """RuleViolation for a run in a channel while others are still to meet the buyer: they could read along."""
    if channel.startswith("D"):
        return
    for each in await _windows_on(connection, buyer, now):
        raise RuleViolation(
            f"This buyer is part of {each.assignment.title}, and others are still to meet them. A run in a channel "
            "would give them away: start it in your messages with me."
        )


async def state_on(connection: Connection, each: OpenWindow, whose: Assignee, seed: int, now: datetime) -> SeedState:
    """How far the person is with that buyer of the window."""
    window = each.window
    played = await attempts.of_person_in_window(connection, window.team, window.assignment, window.number, whose.person)
    return seed_state(seed, [one for one in played if one.seed == seed], each.assignment, whose, now)


def start_of(each: OpenWindow, seed: int) -> str:
    """`assignment:number:index`, which the button that starts the assigned run carries."""
    return f"{each.window.assignment}:{each.window.number}:{each.window.seeds.index(seed) + 1}"


async def seeds_to_avoid(house: House, buyer: Buyer, person: str) -> frozenset[int]:
    """The buyers of that pack whom nobody who did not ask for one is to be given: those that the person is assigned.

    `buyer.seed` does not matter.
    """
    async with house.database.reading() as connection:
        found = await open_windows.of_pack(connection, buyer.team, buyer.pack, buyer.draw_epoch, house.now())
        theirs = [each for each in found if await roster.get(connection, *each.place, person)]
    return frozenset(seed for each in theirs for seed in each.window.seeds)


async def refuse_sharing(connection: Connection, buyer: Buyer, now: datetime) -> None:
    """RuleViolation while the buyer is one of a draw that is hidden until each person starts."""
    for each in await _windows_on(connection, buyer, now):
        if each.assignment.drawn:
            raise RuleViolation(
                "This buyer was drawn for an assignment, and others are still to meet them. Share them once it is over."
            )


async def withhold_runs_under_way(house: House) -> int:
    """Withholds runs that had begun when a window on their buyer opened or was extended; how many there were."""
    async with house.database.writing() as connection:
        found = await open_windows.everywhere(connection, house.now())
        return sum([await open_windows.withhold(connection, each) for each in found])


async def _windows_on(connection: Connection, buyer: Buyer, now: datetime) -> list[OpenWindow]:
    found = await open_windows.of_pack(connection, buyer.team, buyer.pack, buyer.draw_epoch, now)
    return [each for each in found if buyer.seed in each.window.seeds]


def _words(each: OpenWindow, whose: Assignee, state: SeedState, now: datetime) -> str:
    title = each.assignment.title
    if now < whose.starts_at:
        return f"This buyer is part of {title}, which starts for you soon. Meet them there first."
    if state.is_live:
        return f"You are in an assigned run with this buyer for {title}. Finish it first."
    return f"You are assigned this buyer in {title}. Meet them there first: practice beforehand would give them away."
