"""Two of a person's runs on the same buyer, held side by side."""

from collections.abc import Mapping
from typing import NamedTuple

from bot.flows.history import Entry, entry_of, run_meant
from bot.flows.house import House
from bot.flows.lookup import disputes_of
from bot.flows.ownership import own_ended_run
from engine.director.comparing import Comparison, compare
from engine.errors import RuleViolation
from engine.scoring.disputing import changes_in
from engine.scoring.verdict import Verdict
from storage import history

MOST_OTHERS = 10
"""The latest runs on the same buyer that are offered to compare with."""


class Compared(NamedTuple):
    """Two runs, the earlier one first, and what there is between them."""

    one: Entry
    two: Entry
    found: Comparison


async def compare_meant(house: House, team: str, user: str, words: list[str]) -> Compared:
    """The runs that one or two words name; where a second is not named, the latest other one on the same buyer.

    RuleViolation or BadSeed where there is none, or the two are on different buyers.
    """
    first = await run_meant(house, team, user, words[0] if words else "")
    if len(words) > 1:
        second = await run_meant(house, team, user, words[1])
        return await compared(house, team, user, first.view.run.id, second.view.run.id)
    others = await others_on_buyer(house, team, user, first.view.run.id)
    if not others:
        code = first.view.scenario.share_code
        raise RuleViolation(f"Run {first.number} is your only one on {code} that has ended. Retry it to compare.")
    return await compared(house, team, user, first.view.run.id, others[0].view.run.id)


async def others_on_buyer(house: House, team: str, user: str, run_id: str) -> tuple[Entry, ...]:
    """The person's other ended runs on the buyer of this one, the latest first."""
    run = (await own_ended_run(house, team, run_id, user)).run
    buyer = (run.pack, run.draw_epoch, run.seed)
    async with house.database.reading() as connection:
        found = await history.on_buyer(connection, team, user, *buyer, MOST_OTHERS + 1)
    others = [past for past in found if past.run.id != run.id][:MOST_OTHERS]
    return tuple([await entry_of(house, past) for past in others])


async def compared(house: House, team: str, user: str, one: str, two: str) -> Compared:
    """The two runs side by side; RuleViolation unless both are the person's own, over, and on the same buyer."""
    if one == two:
        raise RuleViolation("That is the same run twice. Name two runs on the same buyer.")
    first, second = sorted([await _own(house, team, user, run) for run in (one, two)], key=lambda own: own.entry.number)
    here = await house.negotiations.of(first.entry.view.run)
    there = await house.negotiations.of(second.entry.view.run)
    changes = first.changes, second.changes
    return Compared(first.entry, second.entry, compare(here, there, (first.verdict, second.verdict), changes))


class _Own(NamedTuple):
    """A run that may be looked into, its verdict, and the points by check that disputes gave instead."""

    entry: Entry
    verdict: Verdict
    changes: Mapping[str, int]


async def _own(house: House, team: str, user: str, run_id: str) -> _Own:
    view = await own_ended_run(house, team, run_id, user)
    async with house.database.reading() as connection:
        past = await history.of_id(connection, team, user, run_id)
    if past is None or view.verdict is None:
        raise RuleViolation("I can't find that run any more.")
    disputes = await disputes_of(house, view.run)
    return _Own(await entry_of(house, past), view.verdict, changes_in(each.disputed for each in disputes))
