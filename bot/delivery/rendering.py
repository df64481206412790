"""What an outbox row becomes: the Slack method to call and its arguments."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from bot.delivery.assigned_posts import assigned_message
from bot.delivery.boards import board_message
from bot.flows.assignment_file import assignment_file
from bot.flows.exporting import File, run_file
from bot.flows.history import history_file
from bot.flows.house import House
from bot.flows.lookup import (
    DisputeView,
    RunView,
    comments_follow,
    comments_of,
    counting_of,
    dispute_view,
    disputes_of,
    run_by_id,
    run_view,
)
from bot.flows.own_data import person_file
from bot.flows.ranked import is_withheld
from bot.flows.sharing import card_view
from bot.views import brief, dispute_card, hint, line, notice, share_card, verdict
from bot.views.blocks import context, escape
from bot.views.deletion import farewell_message
from bot.views.links import Links
from bot.views.message import Message
from bot.views.start_buttons import Started
from engine.errors import StaleRun
from storage import outbox
from storage.outbox import Outgoing
from storage.posts import (
    AssignmentCard,
    AssignmentCardUpdate,
    AssignmentFile,
    AssignmentSummary,
    AssignmentTrouble,
    BoardCard,
    BoardPlace,
    BoardUpdate,
    BoardWeek,
    BoardWeekUpdate,
    Brief,
    BriefRedraw,
    BriefUpdate,
    Destination,
    Digest,
    Direct,
    DisputeCard,
    DisputeCardUpdate,
    DisputeOutcome,
    Erase,
    Farewell,
    Hint,
    HistoryFile,
    Line,
    Notice,
    PersonFile,
    Reminder,
    Reveal,
    RunFile,
    ShareCard,
    ShareCardUpdate,
    VerdictCard,
    VerdictCardUpdate,
    Whisper,
)
from storage.runs import Run

OID = "haggle_outbox"
"""The event type of the metadata that each post carries, so that it can be found again."""


class Call(NamedTuple):
    """A Slack method and its arguments. `idempotent` when calling it twice does no harm."""

    method: str
    arguments: dict[str, Any]
    idempotent: bool = False

    @property
    def text(self) -> str:
        """What it says, in words."""
        return str(self.arguments.get("text", ""))


class Upload(NamedTuple):
    """A file to be put into a channel or thread; `arguments` say where, `text` what stands above it."""

    name: str
    title: str
    content: bytes
    arguments: dict[str, Any]
    text: str
    idempotent: bool = False


async def render(house: House, outgoing: Outgoing, workspace_url: str) -> Call | Upload:
    """The call or the upload that shows this row; StaleRun where a post of a run has lost its run."""
    match outgoing.post:
        case Line(name=name, icon=icon, text=text):
            return _post(outgoing, line.line_message(text), {"username": name, "icon_emoji": icon})
        case Notice(text=text):
            return _post(outgoing, notice.notice_message(text))
        case Direct(user=user, text=text):
            return _post(outgoing, notice.notice_message(text), {"channel": user})
        case Whisper(user=user, text=text, start=start):
            return _whisper(outgoing, user, notice.notice_message(text, start))
        case Hint(user=user, whisper=whisper) as post:
            message = hint.hint_message(post, workspace_url)
            return _whisper(outgoing, user, message) if whisper else _post(outgoing, message)
        case Brief() | BriefUpdate() as post:
            view = await _viewed(house, outgoing)
            message = brief.brief_message(view.run, view.scenario, await counting_of(house, view.run))
            return _post(outgoing, message) if isinstance(post, Brief) else _update(outgoing, message)
        case VerdictCard():
            return _post(outgoing, await _verdict(house, await _viewed(house, outgoing), workspace_url))
        case Reveal(run=run):
            return _post(outgoing, await _reveal(house, outgoing, run, workspace_url))
        case VerdictCardUpdate(run=run):
            message = await _verdict(house, await _named(house, outgoing, run), workspace_url)
            return await _again(house, outgoing, message)
        case DisputeCard(dispute=dispute, user=user):
            found = await _disputed(house, outgoing, dispute)
            is_own = user == found.dispute.rep
            return _post(outgoing, dispute_card.manager_message(*found, workspace_url, is_own=is_own))
        case DisputeCardUpdate(dispute=dispute):
            message = dispute_card.manager_message(*await _disputed(house, outgoing, dispute), workspace_url)
            return await _again(house, outgoing, message)
        case DisputeOutcome(dispute=dispute):
            message = dispute_card.outcome_message(*await _disputed(house, outgoing, dispute), workspace_url)
            return _post(outgoing, message)
        case ShareCard(share=share) | ShareCardUpdate(share=share) as post:
            message = share_card.share_message(*await card_view(house, outgoing.team, share))
            return _post(outgoing, message) if isinstance(post, ShareCard) else _update(outgoing, message)
        case RunFile(run=run):
            return _upload(outgoing, await run_file(house, outgoing.team, run))
        case AssignmentCard() | AssignmentSummary() | AssignmentTrouble() | Reminder() | Digest() as post:
            return _post(outgoing, await assigned_message(house, outgoing.team, post))
        case AssignmentCardUpdate() as post:
            return await _again(house, outgoing, await assigned_message(house, outgoing.team, post))
        case BoardUpdate() | BoardWeekUpdate() as post:
            return await _again(house, outgoing, await board_message(house, outgoing, post))
        case BoardCard() | BoardWeek() | BoardPlace() as post:
            return _post(outgoing, await board_message(house, outgoing, post))
        case AssignmentFile(assignment=assignment, user=user):
            return _upload(outgoing, await assignment_file(house, outgoing.team, assignment, user))
        case BriefRedraw(run=run):
            shown = await _named(house, outgoing, run)
            counting = await counting_of(house, shown.run)
            return await _again(house, outgoing, brief.brief_message(shown.run, shown.scenario, counting))
        case HistoryFile(user=user):
            return _upload(outgoing, await history_file(house, outgoing.team, user, _thread_links(workspace_url)))
        case PersonFile(user=user):
            return _upload(outgoing, await person_file(house, outgoing.team, user, outgoing.channel))
        case Erase():
            return erasing(outgoing)
        case Farewell():
            return _post(outgoing, farewell_message())


def erasing(outgoing: Outgoing) -> Call:
    """The call that takes the message, or the file, out of Slack."""
    stands = outgoing.thread_ts or ""
    if stands.startswith("F"):
        return Call("files.delete", {"file": stands}, idempotent=True)
    return Call("chat.delete", {"channel": outgoing.channel, "ts": stands}, idempotent=True)


async def _verdict(house: House, view: RunView, workspace_url: str) -> Message:
    if view.verdict is None:
        raise StaleRun(f"The run {view.run.id} has no verdict to show.")
    links = Links(workspace_url, view.run.channel, view.run.thread_ts or "")
    disputes = await disputes_of(house, view.run)
    until = view.run.withheld_until if is_withheld(view.run, house.now()) else None
    played = Started(mode=view.run.mode, model=view.run.model)
    comments = await comments_of(house, view.run)
    follow = await comments_follow(house, view.run)
    return verdict.verdict_message(
        view.scenario, view.verdict, view.run.id, links, disputes, until, played, comments, follow
    )


async def _reveal(house: House, outgoing: Outgoing, run_id: str, workspace_url: str) -> Message:
    view = await _named(house, outgoing, run_id)
    if view.verdict is None:
        raise StaleRun(f"The run {run_id} has no verdict to tell of.")
    links = Links(workspace_url, view.run.channel, view.run.thread_ts or "")
    return verdict.reveal_message(view.scenario, view.verdict, links)


async def _named(house: House, outgoing: Outgoing, run_id: str) -> RunView:
    view = await run_by_id(house, outgoing.team, run_id)
    if view is None:
        raise StaleRun(f"The post {outgoing.oid} has lost its run.")
    return view


async def _disputed(house: House, outgoing: Outgoing, dispute: str) -> DisputeView:
    view = await dispute_view(house, outgoing.team, dispute)
    if view is None:
        raise StaleRun(f"The post {outgoing.oid} has lost its dispute.")
    return view


async def _again(house: House, outgoing: Outgoing, message: Message) -> Call:
    """Draws the first post of the lane again, where it stands by now."""
    async with house.database.reading() as connection:
        place = await outbox.place_of(connection, outgoing.lane)
    if place is None:
        raise StaleRun(f"The post {outgoing.lane}, to be drawn again, does not stand anywhere.")
    return _update_at(place, message)


async def _viewed(house: House, outgoing: Outgoing) -> RunView:
    if outgoing.run is None:
        raise StaleRun(f"The post {outgoing.oid} has lost its run.")
    return await run_view(house, outgoing.run)


def _post(outgoing: Outgoing, message: Message, extra: Mapping[str, Any] | None = None) -> Call:
    arguments = {
        **_said(outgoing, message),
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": OID, "event_payload": {"oid": outgoing.oid}},
        **(extra or {}),
    }
    return Call("chat.postMessage", arguments)


def _thread_links(workspace_url: str) -> Callable[[Run], str]:
    def link(run: Run) -> str:
        return Links(workspace_url, run.channel, run.thread_ts).to(run.thread_ts) if run.thread_ts else ""

    return link


def _upload(outgoing: Outgoing, file: File) -> Upload:
    """The file with a line above it, whose block carries the oid: a file's message takes no metadata."""
    above = {**context(escape(file.about)), "block_id": f"{OID}:{outgoing.oid}"}
    arguments: dict[str, Any] = {"channel_id": outgoing.channel, "blocks": [above]}
    if outgoing.thread_ts:
        arguments["thread_ts"] = outgoing.thread_ts
    return Upload(file.name, file.title, file.content, arguments, file.about)


def _update(outgoing: Outgoing, message: Message) -> Call:
    arguments = _said(outgoing, message)
    arguments["ts"] = arguments.pop("thread_ts")
    return Call("chat.update", arguments, idempotent=True)


def _update_at(place: Destination, message: Message) -> Call:
    arguments = {"channel": place.channel, "ts": place.thread, "text": message.text, "blocks": list(message.blocks)}
    return Call("chat.update", arguments, idempotent=True)


def _whisper(outgoing: Outgoing, user: str, message: Message) -> Call:
    return Call("chat.postEphemeral", {**_said(outgoing, message), "user": user}, idempotent=True)


def _said(outgoing: Outgoing, message: Message) -> dict[str, Any]:
    """Where and what. Blocks are left out rather than sent empty."""
    arguments: dict[str, Any] = {"channel": outgoing.channel, "text": message.text}
    if message.blocks:
        arguments["blocks"] = list(message.blocks)
    if outgoing.thread_ts:
        arguments["thread_ts"] = outgoing.thread_ts
    return arguments
