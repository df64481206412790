"""Which messages show a file, who may see it, and what the app hears of it."""

from dataclasses import replace

from bot.sandbox.channels import Channel
from bot.sandbox.records import File, Message, Person, Share
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.subscriptions import is_sent
from bot.sandbox.wire import Json
from bot.sandbox.workspace import Workspace


def app_sees(workspace: Workspace, file: File) -> bool:
    """Whether the file is the app's own, or stands in a channel that the app is in."""
    if file.user == workspace.app.bot_user_id:
        return True
    return any(workspace.app_is_in(workspace.channels[share.channel]) for share in file.shares)


def person_sees(workspace: Workspace, person: Person, file: File) -> bool:
    """Whether the file is the person's own, or stands in a channel that they can open."""
    if file.user == person.id:
        return True
    return any(workspace.may_see(person, workspace.channels[share.channel]) for share in file.shares)


def note_shares(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Writes down that the message shows its files."""
    files = sandbox.workspace.files
    for file_id in message.files:
        file = files[file_id]
        files[file_id] = replace(file, shares=(*file.shares, Share(channel.id, message.ts)))


def tell_shared(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Tells the app that the message's files are shared, and which of them have become public by it."""
    for file in (sandbox.workspace.files[each] for each in message.files):
        tell(sandbox, file, "file_shared", user_id=file.user, channel_id=channel.id)
        tell(sandbox, file, "file_change", user_id=file.user)
        elsewhere = (sandbox.workspace.channels[share.channel] for share in file.shares[:-1])
        if channel.kind == "channel" and not any(each.kind == "channel" for each in elsewhere):
            tell(sandbox, file, "file_public", user_id=file.user)


def unshare(sandbox: Sandbox, channel: Channel, message: Message) -> None:
    """Takes back the shares that went with a deleted message."""
    gone = Share(channel.id, message.ts)
    for file in [sandbox.workspace.files[each] for each in message.files]:
        tell(sandbox, file, "file_unshared", user_id=file.user, channel_id=channel.id)
        shares = tuple(share for share in file.shares if share != gone)
        sandbox.workspace.files[file.id] = replace(file, shares=shares)


def tell(sandbox: Sandbox, file: File, event: str, **fields: object) -> None:
    """Sends a `file_…` event, when the app sees the file and may hear of it."""
    if file.mode != "tombstone" and app_sees(sandbox.workspace, file) and is_sent(sandbox.manifest, event):
        body: Json = {"type": event, "file_id": file.id, **fields, "file": {"id": file.id}}
        sandbox.send({**body, "event_ts": sandbox.clock.stamp()})
