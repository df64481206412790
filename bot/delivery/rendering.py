"""What an outbox row becomes: the Slack method to call and its arguments."""

from typing import Any, NamedTuple

from bot.flows.house import House
from bot.flows.lookup import RunView, run_view
from bot.views import brief, line, notice, verdict
from bot.views.links import Links
from bot.views.message import Message
from engine.errors import StaleRun
from storage.outbox import Outgoing
from storage.posts import Brief, BriefUpdate, Direct, Line, Notice, VerdictCard, Whisper

OID = "haggle_outbox"
"""The event type of the metadata that each post carries, so that it can be found again."""


class Call(NamedTuple):
    """A Slack method and its arguments. `idempotent` when calling it twice does no harm."""

    method: str
    arguments: dict[str, Any]
    idempotent: bool = False


async def render(house: House, outgoing: Outgoing, workspace_url: str) -> Call:
    """The call that shows this row."""
    match outgoing.post:
        case Line(name=name, icon=icon, text=text):
            persona = {"username": name, "icon_emoji": icon}
            return _post(outgoing, line.line_message(text), persona)
        case Notice(text=text):
            return _post(outgoing, notice.notice_message(text))
        case Direct(user=user, text=text):
            return _post(outgoing, notice.notice_message(text), {"channel": user})
        case Whisper(user=user, text=text, start=start):
            return _whisper(outgoing, user, notice.notice_message(text, start))
        case Brief():
            return _post(outgoing, brief.brief_message(*(await _viewed(house, outgoing))[:2]))
        case BriefUpdate():
            return _update(outgoing, brief.brief_message(*(await _viewed(house, outgoing))[:2]))
        case VerdictCard():
            view = await _viewed(house, outgoing)
            links = Links(workspace_url, view.run.channel, view.run.thread or "")
            return _post(outgoing, verdict.verdict_message(view.scenario, view.verdict, links))


async def _viewed(house: House, outgoing: Outgoing) -> RunView:
    view = await run_view(house, outgoing.team, outgoing.run_id or "")
    if view is None:
        raise StaleRun(f"The run {outgoing.run_id} of this post is gone.")
    return view


def _post(outgoing: Outgoing, message: Message, extra: dict[str, Any] | None = None) -> Call:
    arguments: dict[str, Any] = {
        "channel": outgoing.channel,
        "text": message.text,
        "unfurl_links": False,
        "unfurl_media": False,
        "metadata": {"event_type": OID, "event_payload": {"oid": outgoing.oid}},
    }
    if message.blocks:
        arguments["blocks"] = list(message.blocks)
    if outgoing.thread:
        arguments["thread_ts"] = outgoing.thread
    return Call("chat.postMessage", {**arguments, **(extra or {})})


def _update(outgoing: Outgoing, message: Message) -> Call:
    arguments = {
        "channel": outgoing.channel,
        "ts": outgoing.thread,
        "text": message.text,
        "blocks": list(message.blocks),
        "metadata": {"event_type": OID, "event_payload": {"oid": outgoing.root_oid}},
    }
    return Call("chat.update", arguments, idempotent=True)


def _whisper(outgoing: Outgoing, user: str, message: Message) -> Call:
    arguments: dict[str, Any] = {"channel": outgoing.channel, "user": user, "text": message.text}
    if message.blocks:
        arguments["blocks"] = list(message.blocks)
    if outgoing.thread:
        arguments["thread_ts"] = outgoing.thread
    return Call("chat.postEphemeral", arguments, idempotent=True)
