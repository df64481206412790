"""Runs on the same buyer are held against each other, so that a manager hears of lines that went from hand to hand."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.states import Alike
from engine.errors import RuleViolation
from engine.reading.alike import COURTESIES, Stock, likeness, stock_of, worded
from engine.scenario.scenario import Scenario
from storage import alike, audit, runs
from storage.alike import Counted, Likeness, Lines
from storage.audit import Act
from storage.connection import Connection

AT_ONCE = 20
MOST_KEPT = 3
"""The runs that one is most like."""
FOR = timedelta(days=2)
"""So long after a window has closed its runs are still compared."""
GONE = "I can't find these two runs any more."


class SideBySide(NamedTuple):
    """Two runs, and the lines of theirs that are nearly the same: the later run's, then the earlier one's."""

    alike: Alike
    pairs: tuple[tuple[str, str], ...]


async def compare_ended_runs(house: House) -> int:
    """How many runs that have ended were compared with those of others that had ended before."""
    async with house.database.reading() as connection:
        due = await alike.to_compare(connection, house.now() - FOR, AT_ONCE)
    for run in due:
        await _compare(house, run)
    return len(due)


async def _compare(house: House, run: Counted) -> None:
    async with house.database.reading() as connection:
        others = await alike.ended_before(connection, run)
        lines = await alike.lines_of(connection, run.team, [run.run_id, *(each.run_id for each in others)])
    stock = _stock(await house.scenarios.drawn(run.pack_hash, run.seed))
    found = await asyncio.to_thread(_likenesses, lines[run.run_id], others, lines, stock)
    async with house.database.writing() as connection:
        await alike.note(connection, run, found, house.now())


def _likenesses(mine: Lines, others: Sequence[Counted], lines: dict[str, Lines], stock: Stock) -> tuple[Likeness, ...]:
    """Those of the other runs that this one is suspiciously like, the most lines first."""
    ours = worded(*mine, stock)
    compared = {each.run_id: likeness(ours, worded(*lines[each.run_id], stock)) for each in others}
    found = [Likeness(run, len(each.pairs), each.compared) for run, each in compared.items() if each.is_flagged]
    return tuple(sorted(found, key=lambda each: -each.lines)[:MOST_KEPT])


def _stock(scenario: Scenario) -> Stock:
    """Courtesies, and what every rep has before them in the brief."""
    product = scenario.product
    facts = (fact for _, fact in product.facts)
    labels = (issue.label for issue in scenario.issues)
    sheet = (product.name, product.summary, scenario.rep.public, scenario.counterpart.public, *facts, *labels)
    return stock_of((*COURTESIES, *sheet))


async def alike_in(connection: Connection, team: str, assignment: str, number: int) -> tuple[Alike, ...]:
    """What was found in the window, the most lines first; for managers."""
    return tuple(Alike(*each) for each in await alike.in_window(connection, team, assignment, number))


async def side_by_side(house: House, managers: Managers, team: str, user: str, run: str, other: str) -> SideBySide:
    """The lines of the two runs; that somebody looked is noted. RuleViolation unless the person is a manager."""
    await only_managers(managers, user)
    async with house.database.writing() as connection:
        found = await alike.of_two(connection, team, run, other)
        held = await runs.get(connection, team, run)
        if found is None or held is None:
            raise RuleViolation(GONE)
        lines = await alike.lines_of(connection, team, [run, other])
        await audit.note(connection, team, Act(house.now(), user, "compared lines", run, {"other": other}))
    stock = _stock(await house.scenarios.of(held))
    pairs = likeness(worded(*lines[run], stock), worded(*lines[other], stock)).pairs
    said = tuple((lines[run].said[pair.mine], lines[other].said[pair.theirs]) for pair in pairs)
    return SideBySide(Alike(*found), said)
