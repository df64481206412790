"""By what a verdict counts on boards: its score held against what the reference panel gets on the same buyer."""

import logging

from bot.flows.house import House
from engine.board.places import percentile
from engine.director.director import ENGINE
from engine.errors import StaleRun
from engine.negotiation.negotiation import Negotiation
from engine.scoring.disputing import adjusted, changes_in
from engine.scoring.verdict import Verdict, decode
from storage import disputes, runs, totals, verdicts
from storage.verdicts import Counts

log = logging.getLogger(__name__)

AT_ONCE = 20


async def counts_of(house: House, after: Negotiation, verdict: Verdict) -> Counts:
    """By what the verdict counts; where the panel has not been judged in time, that is measured when it has."""
    marks = await house.playing_ahead.known(after.scenario.pack_hash, after.scenario.seed)
    spoke = bool(after.readings)
    if not marks:
        return Counts(full=verdict.full, spoke=spoke)
    return Counts(percentile(verdict.total, marks), ENGINE, verdict.full, spoke)


async def measure_what_waits(house: House) -> int:
    """Measures verdicts that were given before the panel was judged, the latest first; how many there were."""
    async with house.database.reading() as connection:
        waiting = await verdicts.unmeasured(connection, AT_ONCE)
    for team, run_id in waiting:
        await _measure(house, team, run_id)
    return len(waiting)


async def _measure(house: House, team: str, run_id: str) -> None:
    try:
        async with house.database.reading() as connection:
            run = await runs.get(connection, team, run_id)
        marks = await house.playing_ahead.marks(await house.scenarios.of(run)) if run else ()
    except StaleRun:
        log.warning("verdict cannot be measured", extra={"run_id": run_id})
        marks = ()
    async with house.database.writing() as connection:
        row = await verdicts.hold(connection, team, run_id)
        if row is None:
            return
        every = await disputes.of_run(connection, team, run_id)
        stands = adjusted(decode(row.payload), changes_in(each.disputed for each in every))
        counts = Counts(percentile(stands.total, marks) if marks else None, ENGINE, stands.full)
        await connection.do(lambda there: totals.measured(there, team, run_id, counts))
