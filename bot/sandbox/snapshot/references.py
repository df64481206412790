"""Whether what a workspace's records say of one another is true."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields

from bot.sandbox.channels import Channel
from bot.sandbox.clock import is_stamp
from bot.sandbox.records import Message, View
from bot.sandbox.workspace import SLACKBOT, Workspace


def problems_in(workspace: Workspace) -> list[str]:
    """Everything that contradicts something else in the workspace, each with its path in a snapshot."""
    return [f"/workspace{path}: {problem}" for path, problem in _everything(workspace)]


Found = Iterator[tuple[str, str]]


def _everything(workspace: Workspace) -> Found:
    yield from _keys(workspace)
    if workspace.app.bot_user_id not in workspace.people:
        yield "/app/bot_user_id", f"{workspace.app.bot_user_id} is not among the people."
    for channel in workspace.channels.values():
        path = f"/channels/{channel.id}"
        yield from _known(workspace, f"{path}/members", channel.members)
        yield from _known(workspace, f"{path}/creator", [channel.creator])
        if channel.kind == "im":
            yield from _known(workspace, f"{path}/user", [channel.user or ""])
        yield from _history(workspace, channel, f"{path}/history")
    for scheduled in workspace.scheduled.values():
        if scheduled.channel not in workspace.channels:
            yield f"/scheduled/{scheduled.id}/channel", f"There is no channel {scheduled.channel!r}."
    yield from _known(workspace, "/read_marks", workspace.read_marks)
    for person, stack in workspace.modals.items():
        for index, view in enumerate(stack):
            yield from _view(workspace, f"/modals/{person}/{index}", view, person, "modal")
    for person, home in workspace.homes.items():
        yield from _view(workspace, f"/homes/{person}", home, person, "home")
    yield from _files(workspace)
    yield from _sessions(workspace)


def _files(workspace: Workspace) -> Found:
    """Files are shared by messages that stand and show them."""
    for file in workspace.files.values():
        yield from _known(workspace, f"/files/{file.id}/user", [file.user])
        for index, share in enumerate(file.shares):
            channel = workspace.channels.get(share.channel)
            message = channel.history.find(share.ts) if channel else None
            if message is None or file.id not in message.files:
                yield (
                    f"/files/{file.id}/shares/{index}",
                    f"No message at {share.ts} in {share.channel} shows it.",
                )


def _sessions(workspace: Workspace) -> Found:
    for key, session in workspace.sessions.items():
        if session.channel not in workspace.channels:
            yield f"/sessions/{key}/channel", f"There is no channel {session.channel}."
        if key != f"{session.channel}/{session.thread_ts}":
            yield f"/sessions/{key}", "This stands under another channel or thread than its own."


def _keys(workspace: Workspace) -> Found:
    """Every record that has an id stands under it."""
    for each in fields(workspace):
        records = getattr(workspace, each.name)
        if isinstance(records, dict):
            for key, record in records.items():
                if getattr(record, "id", key) != key and each.name != "homes":
                    yield f"/{each.name}/{key}/id", f"{record.id} stands under the key {key}."


def _known(workspace: Workspace, path: str, people: Iterable[str]) -> Found:
    for person in people:
        if person not in workspace.people:
            yield path, f"There is nobody with the id {person!r}."


def _history(workspace: Workspace, channel: Channel, path: str) -> Found:
    history, before = channel.history, ""
    for key, message in history.messages.items():
        here = f"{path}/messages/{key}"
        yield from _message(workspace, here, key, message)
        if message.ts <= before:
            yield f"{here}/ts", f"{message.ts} does not come after {before}; messages stand oldest first."
        if message.thread_ts is not None:
            yield from _reply(history.messages, here, message)
        before = max(before, message.ts)
    for key, note in history.ephemerals.items():
        yield from _message(workspace, f"{path}/ephemerals/{key}", key, note)
        yield from _known(workspace, f"{path}/ephemerals/{key}/ephemeral_for", [note.ephemeral_for or ""])
    if history.last_ts < max([before, *history.ephemerals]):
        yield f"{path}/last_ts", "A message is later than this."


def _message(workspace: Workspace, path: str, key: str, message: Message) -> Found:
    if message.ts != key or not is_stamp(message.ts):
        yield f"{path}/ts", f"{message.ts!r} is no timestamp, or stands under another one."
    authors = [message.user] if message.user not in (None, SLACKBOT) else []
    reacting = [user for reaction in message.reactions for user in reaction.users]
    yield from _known(workspace, f"{path}/user", [each for each in authors if each])
    yield from _known(workspace, f"{path}/reactions", reacting)
    for file_id in message.files:
        if file_id not in workspace.files:
            yield f"{path}/files", f"There is no file {file_id}."


def _reply(messages: Mapping[str, Message], path: str, message: Message) -> Found:
    parent = messages.get(message.thread_ts or "")
    if parent is None or parent.thread_ts is not None:
        yield f"{path}/thread_ts", f"No thread begins at {message.thread_ts} in this channel."


def _view(workspace: Workspace, path: str, view: View, person: str, kind: str) -> Found:
    yield from _known(workspace, path, [person])
    if view.person != person or view.kind != kind:
        yield path, f"This is a {view.kind} of {view.person}."
    if not isinstance(view.body.get("blocks"), list):
        yield f"{path}/body/blocks", "A view has a list of blocks."
