"""What files hold that are sent: as it is when they are."""

from collections.abc import Callable

from bot.flows.assignment_file import assignment_file
from bot.flows.exporting import File, run_file
from bot.flows.history import history_file
from bot.flows.house import House
from bot.flows.own_data import person_file
from bot.views.links import Links
from storage.outbox import Outgoing
from storage.posts import AssignmentFile, HistoryFile, PersonFile, RunFile
from storage.runs import Run

FilePost = RunFile | AssignmentFile | HistoryFile | PersonFile


async def file_of(house: House, outgoing: Outgoing, post: FilePost, workspace_url: str) -> File:
    """The file of the post."""
    match post:
        case RunFile(run=run):
            return await run_file(house, outgoing.team, run)
        case AssignmentFile(assignment=assignment, user=user):
            return await assignment_file(house, outgoing.team, assignment, user)
        case HistoryFile(user=user):
            return await history_file(house, outgoing.team, user, _thread_links(workspace_url))
        case PersonFile(user=user):
            return await person_file(house, outgoing.team, user, outgoing.channel)


def _thread_links(workspace_url: str) -> Callable[[Run], str]:
    def link(run: Run) -> str:
        return Links(workspace_url, run.channel, run.thread_ts).to(run.thread_ts) if run.thread_ts else ""

    return link
