"""A run that has ended as a file, for its rep: asked for here, written when it is sent."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.lookup import comments_of, disputes_of, run_view
from bot.flows.ownership import own_ended_run
from bot.flows.ranked import is_withheld
from engine.director.export import RunExport, as_json, document_of, export_run
from engine.errors import StaleRun
from engine.scoring.verdict import Verdict
from storage import outbox, pinned_packs, runs
from storage.disputes import Dispute
from storage.posts import Destination, RunFile
from storage.runs import Run

ALREADY = "The file of this run is in its thread already; nothing has changed since."
WITHHELD = "This run is ranked, and its file tells what the buyer hides. Export it once the window is over."
ON_ITS_WAY = "The file of this run is on its way into the thread."


class File(NamedTuple):
    """A file to be put into Slack, and the line that stands above it."""

    name: str
    title: str
    content: bytes
    about: str


async def export_to_thread(house: House, team: str, run_id: str, user: str) -> str:
    """What the rep is told; the file is put into the run's thread, once, and anew after each step of a dispute and
    after a model's comments.

    RuleViolation unless it is their own run, and over.
    """
    run = (await own_ended_run(house, team, run_id, user)).run
    if is_withheld(run, house.now()):
        return WITHHELD
    commented = ":commented" if await comments_of(house, run) else ""
    cause = f"export:{run.id}{_steps(await disputes_of(house, run))}{commented}"
    to, now = Destination(run.channel, run.thread_ts), house.now()
    async with house.database.writing() as connection:
        post = RunFile(run.id, user)
        is_new = await outbox.enqueue_again(connection, team, cause, post, to=to, now=now)
    house.wake.posts.set()
    return ON_ITS_WAY if is_new else ALREADY


def _steps(disputes: Sequence[Dispute]) -> str:
    """How far the disputes of a run have come, as part of a cause; empty without any."""
    decided = sum(dispute.status != "open" for dispute in disputes)
    return f":disputed{len(disputes)}.{decided}" if disputes else ""


async def run_file(house: House, team: str, run_id: str) -> File:
    """The export of the run, with its pack; StaleRun where the run has no verdict."""
    async with house.database.reading() as connection:
        run = await runs.get(connection, team, run_id)
    view = await run_view(house, run) if run else None
    if view is None or view.verdict is None:
        raise StaleRun(f"The run {run_id} has nothing to export.")
    text = as_json(document_of(await _export(house, view.run, view.verdict)))
    code = view.scenario.share_code
    about = f"{code} as a file: everything that happened, and the pack. `haggle replay` plays it again."
    return File(file_name(view.run), f"{code}.json", text.encode(), about)


async def _export(house: House, run: Run, verdict: Verdict) -> RunExport:
    async with house.database.reading() as connection:
        source = await pinned_packs.get(connection, run.pack_hash)
    pack, negotiation = await house.scenarios.pack(run.pack_hash), await house.negotiations.of(run)
    disputes = tuple(dispute.disputed for dispute in await disputes_of(house, run))
    return export_run(negotiation, verdict, pack, source, disputes, await comments_of(house, run))


def file_name(run: Run) -> str:
    """`car_sales-18422-1f0c9a2b.json`, without what some file systems refuse."""
    return f"{run.pack}-{run.seed}-{run.id[:8]}.json"
