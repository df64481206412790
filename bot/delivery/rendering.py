"""What an outbox row becomes: the Slack method to call and its arguments."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from bot.delivery.files import file_of
from bot.delivery.market_posts import place_of_offers
from bot.delivery.messages import message_of
from bot.flows.exporting import File
from bot.flows.house import House
from bot.views import hint, line, market_questions, notice
from bot.views.blocks import context, escape
from bot.views.message import Message
from engine.errors import StaleRun
from storage import outbox
from storage.market_posts import AskTake, AskWhom, OffersUpdate
from storage.outbox import Outgoing
from storage.posts import (
    AssignmentCardUpdate,
    AssignmentFile,
    BoardUpdate,
    BoardWeekUpdate,
    BriefRedraw,
    BriefUpdate,
    Destination,
    Direct,
    DisputeCardUpdate,
    Erase,
    Hint,
    HistoryFile,
    Line,
    PersonFile,
    RunFile,
    ShareCardUpdate,
    VerdictCardUpdate,
    Whisper,
)

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
    """The call or the upload that shows this row; StaleRun where what it shows is lost."""
    match outgoing.post:
        case Line(name=name, icon=icon, text=text):
            return _post(outgoing, line.line_message(text), {"username": name, "icon_emoji": icon})
        case Direct(user=user, text=text):
            return _post(outgoing, notice.notice_message(text), {"channel": user})
        case Whisper(user=user, text=text, start=start):
            return _whisper(outgoing, user, notice.notice_message(text, start))
        case Hint(user=user, whisper=True) as post:
            return _whisper(outgoing, user, hint.hint_message(post, workspace_url))
        case RunFile() | AssignmentFile() | HistoryFile() | PersonFile() as post:
            return _upload(outgoing, await file_of(house, outgoing, post, workspace_url))
        case BriefUpdate() | ShareCardUpdate() as post:
            return _update(outgoing, await message_of(house, outgoing, post, workspace_url))
        case (
            BriefRedraw() | VerdictCardUpdate() | DisputeCardUpdate() | AssignmentCardUpdate() | BoardUpdate()
            | BoardWeekUpdate()
        ) as post:  # fmt: skip
            return await _again(house, outgoing, await message_of(house, outgoing, post, workspace_url))
        case OffersUpdate() as post:
            place = await place_of_offers(house, outgoing, post)
            return _update_at(place, await message_of(house, outgoing, post, workspace_url))
        case AskWhom(user=user) as post:
            return _whisper(outgoing, user, market_questions.ask_whom_message(post))
        case AskTake(user=user) as post:
            return _whisper(outgoing, user, market_questions.ask_take_message(post))
        case Erase():
            return _erasing(outgoing)
        case post:
            return _post(outgoing, await message_of(house, outgoing, post, workspace_url))


def _erasing(outgoing: Outgoing) -> Call:
    """The call that takes the message, or the file, out of Slack."""
    stands = outgoing.thread_ts or ""
    if stands.startswith("F"):
        return Call("files.delete", {"file": stands}, idempotent=True)
    return Call("chat.delete", {"channel": outgoing.channel, "ts": stands}, idempotent=True)


async def _again(house: House, outgoing: Outgoing, message: Message) -> Call:
    """Draws the first post of the lane again, where it stands by now."""
    async with house.database.reading() as connection:
        place = await outbox.place_of(connection, outgoing.lane)
    if place is None:
        raise StaleRun(f"The post {outgoing.lane}, to be drawn again, does not stand anywhere.")
    return _update_at(place, message)


def _post(outgoing: Outgoing, message: Message, extra: Mapping[str, Any] | None = None) -> Call:
    arguments = {
        **_said(outgoing, message),
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": OID, "event_payload": {"oid": outgoing.oid}},
        **(extra or {}),
    }
    return Call("chat.postMessage", arguments)


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
