"""Keeping, sharing and deleting files, by people and by the app alike."""

from dataclasses import replace

from bot.sandbox.acts.messages import edit, post, tell_changed
from bot.sandbox.acts.sharing import note_shares, tell, tell_shared, unshare
from bot.sandbox.channels import Channel
from bot.sandbox.errors import Refusal
from bot.sandbox.files.making import tombstone
from bot.sandbox.files.shapes import file_json
from bot.sandbox.records import File, Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.wire import Json, as_texts


def keep(sandbox: Sandbox, file: File) -> None:
    """Takes in a new file, which nobody sees yet but its owner."""
    sandbox.workspace.files[file.id] = file
    tell(sandbox, file, "file_created", user_id=file.user)


def share(sandbox: Sandbox, channel: Channel, message: Message) -> list[str]:
    """The ids of the events of `message`, which now stands in the channel with its files."""
    note_shares(sandbox, channel, message)
    sent = post(sandbox, channel, replace(message, subtype="file_share"))
    tell_shared(sandbox, channel, message)
    return sent


def update(sandbox: Sandbox, channel: Channel, before: Message, after: Message) -> list[str]:
    """The ids of the events of a changed message, which may show other files than it did."""
    added = replace(after, files=tuple(each for each in after.files if each not in before.files))
    note_shares(sandbox, channel, added)
    unshare(sandbox, channel, replace(before, files=tuple(each for each in before.files if each not in after.files)))
    sent = edit(sandbox, channel, before, after)
    tell_shared(sandbox, channel, added)
    return sent


def discard(sandbox: Sandbox, file: File) -> None:
    """Deletes a file; the messages that showed it stay and say that it is gone."""
    workspace = sandbox.workspace
    shown = [(workspace.channels[each.channel], each.ts) for each in file.shares]
    before = [message_json(workspace, channel, channel.history.messages[ts]) for channel, ts in shown]
    tell(sandbox, file, "file_deleted", user_id=file.user, channel_ids=list({each.channel for each in file.shares}))
    workspace.files[file.id] = tombstone(file)
    for (channel, ts), previous in zip(shown, before, strict=True):
        tell_changed(sandbox, channel, previous, channel.history.messages[ts])


def own_files(sandbox: Sandbox, person: Person, element: Json, ids: list[str]) -> list[Json]:
    """The person's files that a file input is given; Refusal when one is not theirs, or not of a kind it takes."""
    wanted = as_texts(element.get("filetypes"))
    files = [sandbox.workspace.files.get(each) for each in ids]
    for file_id, file in zip(ids, files, strict=True):
        if file is None or file.mode == "tombstone" or file.user != person.id:
            raise Refusal(404, "file_not_found", f"{person.real_name} has no file {file_id}; upload it first.")
        if wanted and not {file.filetype, file.name.rpartition(".")[2].lower()} & set(wanted):
            raise Refusal(400, "file_type_not_allowed", f"{file.name} is none of: {', '.join(wanted)}.")
    return [file_json(sandbox.workspace, file) for file in files if file]
