"""files.*: uploading in three steps (an address, the bytes, their completion), reading, listing and deleting."""

from collections.abc import Callable
from dataclasses import replace

from bot.sandbox.acts.files import discard, keep, share
from bot.sandbox.acts.sharing import app_sees
from bot.sandbox.blocks.surfaces import accept_message_blocks
from bot.sandbox.channels import Channel
from bot.sandbox.clock import micros_of
from bot.sandbox.errors import SlackError
from bot.sandbox.files.kinds import MOST_SNIPPET, snippet_kind
from bot.sandbox.files.making import make_file
from bot.sandbox.files.shapes import file_json
from bot.sandbox.files.uploads import Upload
from bot.sandbox.records import File, Message
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.webapi.call import Call, Kind, wrong_argument
from bot.sandbox.webapi.content import GUISE, Content, read_guise
from bot.sandbox.webapi.found import channel_in_sight, known_person, visible_channel
from bot.sandbox.webapi.method import Method, Tier, flags, numbers, parsed, texts
from bot.sandbox.wire import Json, as_object, text_at

MOST_ALT_TEXT = 1000
MOST_CHANNELS = 100


def _get_upload_url(sandbox: Sandbox, call: Call) -> Json:
    length, snippet_type = _from_one(call, "length", 0), call.text("snippet_type")
    if length > sandbox.uploads.most_bytes:
        raise SlackError("file_upload_size_restricted")
    if snippet_type and snippet_kind(snippet_type) is None:
        raise SlackError("unknown_snippet_type")
    if snippet_type and length > MOST_SNIPPET:
        raise SlackError("snippet_too_large")
    if len(call.text("alt_txt")) > MOST_ALT_TEXT:
        raise SlackError("alt_txt_too_large")
    ticket, upload = sandbox.uploads.begin(call.text("filename"), length, snippet_type, call.text("alt_txt"))
    return {"upload_url": f"{sandbox.url}/upload/v1/{ticket}", "file_id": upload.file_id}


def _from_one(call: Call, key: str, default: int) -> int:
    number = call.number(key, default)
    if number < 1:
        raise wrong_argument(key, "must be greater than 0")
    return number


def _complete_upload(sandbox: Sandbox, call: Call) -> Json:
    uploads = [(_arrived(sandbox, each), text_at(each, "title")) for each in _named(call)]
    channels = _channels(sandbox, call)
    message = _message(sandbox, call, channels)
    files = [_finished(sandbox, upload, title) for upload, title in uploads]
    for file in files:
        keep(sandbox, file)
    if channels:
        _share_soon(sandbox, channels, replace(message, files=tuple(file.id for file in files)))
    return {"files": [file_json(sandbox.workspace, file) for file in files]}


def _named(call: Call) -> list[Json]:
    given = call.json("files", "invalid_arguments")
    named = [as_object(each) for each in given] if isinstance(given, list) else []
    if not named or not all(text_at(each, "id") for each in named):
        raise wrong_argument("files", "must hold at least one object with an id")
    return named


def _arrived(sandbox: Sandbox, named: Json) -> Upload:
    upload = sandbox.uploads.arrived(text_at(named, "id"))
    if upload is None:
        kept = sandbox.workspace.files.get(text_at(named, "id"))
        others = kept is not None and kept.user != sandbox.workspace.app.bot_user_id
        raise SlackError("access_denied" if others else "file_not_found")
    return upload


def _finished(sandbox: Sandbox, upload: Upload, title: str) -> File:
    sandbox.uploads.finish(upload)
    file = make_file(
        upload.file_id,
        upload.filename,
        upload.content or b"",
        sandbox.workspace.app.bot_user_id,
        int(sandbox.clock.now()),
        snippet_type=upload.snippet_type,
        alt_txt=upload.alt_txt,
    )
    return replace(file, title=title or file.title)


def _channels(sandbox: Sandbox, call: Call) -> list[Channel]:
    refs = [ref.strip() for ref in call.text("channels").split(",") if ref.strip()]
    if len(refs) + call.has("channel_id") > MOST_CHANNELS:
        raise SlackError("channels_limit_exceeded")
    channels = [visible_channel(sandbox, call, "channel_id")] if call.text("channel_id") else []
    channels += [_channel_or_dm(sandbox, ref) for ref in refs]
    for channel in channels:
        if not sandbox.workspace.app_is_in(channel):
            raise SlackError("not_in_channel")
        if channel.is_archived:
            raise SlackError("posting_to_channel_denied")
    return list({channel.id: channel for channel in channels}.values())


def _channel_or_dm(sandbox: Sandbox, ref: str) -> Channel:
    person = sandbox.workspace.people.get(ref)
    if person is not None and not person.is_bot:
        return sandbox.workspace.dm_of(person)
    try:
        return channel_in_sight(sandbox, ref)
    except SlackError:
        raise SlackError("invalid_channel") from None


def _message(sandbox: Sandbox, call: Call, channels: list[Channel]) -> Message:
    comment = call.text("initial_comment")
    blocks = None if comment else _blocks(sandbox, call)
    message = read_guise(sandbox, call, Content(comment, blocks, None))
    return replace(message, thread_ts=_thread(call, channels))


def _blocks(sandbox: Sandbox, call: Call) -> list[Json] | None:
    given = call.json("blocks", "invalid_blocks")
    try:
        return accept_message_blocks(sandbox.ids, given) if given else None
    except SlackError as error:
        raise SlackError("invalid_blocks", **error.answer) from None


def _thread(call: Call, channels: list[Channel]) -> str | None:
    ts = call.text("thread_ts")
    if not ts:
        return None
    if len(channels) != 1:
        raise wrong_argument("thread_ts", "only with one channel")
    parent = channels[0].history.find(ts)
    if parent is None or parent.thread_ts is not None:
        raise wrong_argument("thread_ts", "no message to reply to")
    return ts


def _share_soon(sandbox: Sandbox, channels: list[Channel], message: Message) -> None:
    """Slack answers before the files are shared; so does the sandbox."""
    workspace = sandbox.workspace

    def share_all() -> None:
        still_there = [channel for channel in channels if not channel.is_archived]
        if sandbox.workspace is workspace and not _any_deleted(sandbox, message):
            for channel in still_there:
                share(sandbox, channel, replace(message, ts=workspace.next_ts(channel)))

    sandbox.clock.at(sandbox.clock.now() + sandbox.timing.file_share, share_all)


def _any_deleted(sandbox: Sandbox, message: Message) -> bool:
    return any(sandbox.workspace.files[each].mode == "tombstone" for each in message.files)


def _info(sandbox: Sandbox, call: Call) -> Json:
    file = _visible(sandbox, call)
    answer: Json = {
        "file": file_json(sandbox.workspace, file),
        "comments": [],
        "response_metadata": {"next_cursor": ""},
    }
    return {**answer, "content": file.content.decode()} if file.mode == "snippet" else answer


def _visible(sandbox: Sandbox, call: Call) -> File:
    file = _existing(sandbox, call)
    if not app_sees(sandbox.workspace, file):
        raise SlackError("not_visible")
    return file


def _existing(sandbox: Sandbox, call: Call) -> File:
    file = sandbox.workspace.files.get(call.text("file"))
    if file is None:
        raise SlackError("file_not_found")
    if file.mode == "tombstone":
        raise SlackError("file_deleted")
    return file


def _delete(sandbox: Sandbox, call: Call) -> Json:
    file = _existing(sandbox, call)
    if not app_sees(sandbox.workspace, file):
        raise SlackError("file_not_found")
    if file.user != sandbox.workspace.app.bot_user_id:
        raise SlackError("cant_delete_file")
    discard(sandbox, file)
    return {}


def _list(sandbox: Sandbox, call: Call) -> Json:
    wanted = _wanted(sandbox, call)
    workspace = sandbox.workspace
    seen = [file for file in workspace.files.values() if file.mode != "tombstone" and app_sees(workspace, file)]
    found = sorted((file for file in seen if wanted(file)), key=lambda file: file.created, reverse=True)
    count, page = _from_one(call, "count", 100), _from_one(call, "page", 1)
    shown = found[(page - 1) * count : page * count]
    paging = {"count": count, "total": len(found), "page": page, "pages": -(-len(found) // count)}
    return {"files": [file_json(workspace, file) for file in shown], "paging": paging}


_TYPES: dict[str, Callable[[File], bool]] = {
    "all": lambda file: True,
    "gdocs": lambda file: False,
    "images": lambda file: file.mimetype.startswith("image/"),
    "pdfs": lambda file: file.filetype == "pdf",
    "snippets": lambda file: file.mode == "snippet",
    "spaces": lambda file: False,
    "zips": lambda file: file.filetype == "zip",
}


def _wanted(sandbox: Sandbox, call: Call) -> Callable[[File], bool]:
    kinds = [kind.strip() for kind in call.text("types", "all").split(",") if kind.strip()]
    if not set(kinds) <= set(_TYPES):
        raise SlackError("unknown_type")
    user = known_person(sandbox, call.text("user")).id if call.text("user") else None
    channel = call.text("channel")
    since, until = _moment(call, "ts_from"), _moment(call, "ts_to")

    def is_wanted(file: File) -> bool:
        made = file.created * 1_000_000
        return (
            any(_TYPES[kind](file) for kind in kinds)
            and user in (None, file.user)
            and (not channel or channel in {share.channel for share in file.shares})
            and (since is None or made >= since)
            and (until is None or made <= until)
        )

    return is_wanted


def _moment(call: Call, key: str) -> int | None:
    value = call.text(key)
    if value in ("", "now", "all"):
        return None
    try:
        return micros_of(value)
    except ValueError:
        raise wrong_argument(key, "must be a timestamp") from None


METHODS = {
    "files.getUploadURLExternal": Method(
        _get_upload_url,
        Tier.FOUR,
        {**texts("filename", "snippet_type", "alt_txt"), **numbers("length")},
        required=("filename", "length"),
        scopes=("files:write",),
        refuses=("alt_txt_too_large", "file_upload_size_restricted", "snippet_too_large", "unknown_snippet_type"),
        omits=(
            "file_type_not_allowed",
            "file_uploads_disabled",
            "file_uploads_except_images_disabled",
            "missing_argument",
            "storage_limit_reached",
            "unknown_subtype",
        ),
    ),
    "files.completeUploadExternal": Method(
        _complete_upload,
        Tier.FOUR,
        {
            **GUISE,
            **texts("channel_id", "channels", "initial_comment", "thread_ts"),
            **parsed("blocks"),
            "files": Kind.ARRAY,
        },
        required=("files",),
        scopes=("files:write",),
        refuses=(
            "access_denied",
            "channel_not_found",
            "channels_limit_exceeded",
            "file_not_found",
            "invalid_blocks",
            "invalid_channel",
            "not_in_channel",
            "posting_to_channel_denied",
        ),
        omits=("file_type_not_allowed", "file_update_failed", "file_uploads_except_images_disabled"),
    ),
    "files.info": Method(
        _info,
        Tier.FOUR,
        texts("file"),
        idle={**texts("cursor"), **numbers("count", "limit", "page")},
        required=("file",),
        scopes=("files:read",),
        refuses=("file_deleted", "file_not_found", "not_visible"),
        omits=(
            "access_denied",
            "canvas_disabled_file_team",
            "canvas_disabled_user_team",
            "canvas_globally_disabled",
            "slack_connect_canvas_sharing_blocked",
            "template_not_visible",
        ),
    ),
    "files.list": Method(
        _list,
        Tier.THREE,
        {**texts("channel", "ts_from", "ts_to", "types", "user"), **numbers("count", "page")},
        idle=flags("show_files_hidden_by_limit"),
        scopes=("files:read",),
        refuses=("unknown_type", "user_not_found"),
    ),
    "files.delete": Method(
        _delete,
        Tier.THREE,
        texts("file"),
        required=("file",),
        scopes=("files:write",),
        refuses=("cant_delete_file", "file_deleted", "file_not_found"),
        omits=("delete_not_allowed", "file_deleting_disabled"),
    ),
}
