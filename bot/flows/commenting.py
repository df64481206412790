"""A model comments on verdicts: after they were posted, beside the score, and whatever it says the score stays."""

import asyncio
import logging
from datetime import timedelta

from bot.flows.house import House
from engine.judges.comment import Comment, encode, without_a_model
from engine.llm.budget import Payer
from engine.llm.commenting import Commentator
from engine.scoring.commenting import full_score
from engine.scoring.verdict import Verdict, decode
from storage import comments, outbox, runs, verdicts
from storage.comments import CommentsRow, Due
from storage.lanes import verdict_oid
from storage.posts import VerdictCardUpdate
from storage.runs import Run

log = logging.getLogger(__name__)

LEASE = timedelta(seconds=90)
"""How long one worker has a verdict to itself: all questions together take a minute at most."""
AT_ONCE = 4
MOST_ATTEMPTS = 3
"""How often a verdict is taken up. Whatever stopped Haggle each time must not stop it for ever."""

NO_MODEL = "no language model is set up any more"
GIVEN_UP = "something stopped Haggle each time it asked"


def is_to_be_commented(house: House, run: Run) -> bool:
    """Whether a model is to comment on the run's verdict: never on that of a strict run."""
    return run.mode != "strict" and house.voice is not None


async def comment_on_verdicts(house: House) -> None:
    """Has a model comment on every verdict that waits for it. What fails waits for its lease to end."""
    while due := await comments.take(house.database, house.now(), LEASE, AT_ONCE):
        results = await asyncio.gather(*(_comment(house, each) for each in due), return_exceptions=True)
        for each, result in zip(due, results, strict=True):
            if isinstance(result, Exception):
                log.error("comments failed", exc_info=result, extra={"run_id": each.run_id, "attempt": each.attempts})


async def _comment(house: House, due: Due) -> None:
    async with house.database.reading() as connection:
        run = await runs.get(connection, due.team, due.run_id)
        row = await verdicts.get(connection, due.team, due.run_id)
    if run is None or row is None:
        return
    verdict = decode(row.payload)
    said = await _said(house, due, run, verdict)
    for each in said:
        if each.why:
            log.warning("unscored", extra={"run_id": run.id, "question": each.question, "why": each.why})
    await _keep(house, run, said, full_score(verdict, said))


async def _said(house: House, due: Due, run: Run, verdict: Verdict) -> tuple[Comment, ...]:
    negotiation = await house.negotiations.of(run)
    observed = frozenset(check.id for check in verdict.checks if check.centi is not None)
    if house.voice is None or due.attempts > MOST_ATTEMPTS:
        return without_a_model(negotiation, observed, NO_MODEL if house.voice is None else GIVEN_UP)
    payer = Payer(run.team, run.rep, run.id)
    return await Commentator(house.voice, house.voice.model_of(run.model)).comments(
        negotiation, observed, house.now(), payer
    )


async def _keep(house: House, run: Run, said: tuple[Comment, ...], full: int) -> None:
    """Keeps the comments together with the post that draws the verdict again: both once, or neither."""
    now = house.now()
    async with house.database.writing() as connection:
        await verdicts.hold(connection, run.team, run.id)
        is_first = await comments.keep(connection, run.team, run.id, CommentsRow(encode(said), full), now)
        if is_first:
            await outbox.follow(connection, run.team, verdict_oid(run.team, run.id), VerdictCardUpdate(run.id), now=now)
    house.wake.posts.set()
