"""What somebody is assigned, with what showing it needs."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.flows.attempting import pack_of
from bot.flows.house import House
from bot.flows.progress import assignments_of
from bot.states import Mine
from storage import attempts
from storage.assignments import Assignment
from storage.posts import Destination

PATIENCE = 1.0
"""Seconds that a listing waits for difficulties: Slack wants its answer within three."""


class MyAssignments(NamedTuple):
    """What somebody is assigned; `hard` gives the difficulty of a pack's seed in a word, `threads` where a run is held.

    Only buyers of what has begun for them have a difficulty here.
    """

    mine: tuple[Mine, ...]
    hard: Mapping[tuple[str, int], str]
    threads: Mapping[str, Destination]


async def my_assignments(house: House, team: str, person: str) -> MyAssignments:
    """The person's assignments, what is open first."""
    now = house.now()
    async with house.database.reading() as connection:
        mine = await assignments_of(connection, team, person, now)
        runs = [seed.run_id for each in mine for seed in each.state.seeds if seed.run_id]
        threads = await attempts.threads(connection, team, runs)
    still_open = [each for each in mine if each.is_open(now)]
    hard: dict[tuple[str, int], str] = {}
    for each in still_open:
        hard |= await difficulties(house, each.assignment, each.window.seeds)
    return MyAssignments(mine, hard, threads)


async def difficulties(house: House, assignment: Assignment, seeds: tuple[int, ...]) -> dict[tuple[str, int], str]:
    """How hard these buyers are, in a word, by pack hash and seed; what is not known yet is left out."""
    pack = await pack_of(house, assignment)
    known = await house.difficulties.soon(pack, assignment.pack_hash, seeds, PATIENCE)
    return {(assignment.pack_hash, seed): found.word for seed, found in known.items()}
