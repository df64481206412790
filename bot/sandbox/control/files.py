"""People's files: sent into a channel or kept for a form, read, deleted."""

from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web
from pydantic import ValidationError

from bot.sandbox.acts.files import discard, keep, share
from bot.sandbox.acts.sharing import person_sees
from bot.sandbox.body import parts_of, readable, storable
from bot.sandbox.channels import Channel
from bot.sandbox.control.request import SANDBOX, PersonalOrder, acting, done, own_channel, person_of, read, wrong_field
from bot.sandbox.control.writing import Typed, check_may_write, check_parent
from bot.sandbox.errors import Refusal
from bot.sandbox.file_routes import bytes_of
from bot.sandbox.files.making import make_file
from bot.sandbox.files.reading import read_part
from bot.sandbox.files.shapes import file_json
from bot.sandbox.records import File, Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.typed import written


class Send(PersonalOrder):
    """What goes with the files of a form; without a channel they are the person's alone."""

    channel: str | None = None
    thread_ts: str | None = None
    text: Typed = ""


class Discard(PersonalOrder):
    """The deletion of one's own file."""

    file: str


@dataclass(slots=True)
class _Form:
    fields: dict[str, str] = field(default_factory=dict)
    files: list[tuple[str, bytes]] = field(default_factory=list)


async def send(request: web.Request) -> web.Response:
    """Takes files from a person: into a channel, or without one for a file input to name."""
    sandbox = request.app[SANDBOX]
    form = await _read_form(request, sandbox.uploads.most_bytes)
    order = _order(form)
    person = person_of(sandbox, order.as_)
    channel = own_channel(sandbox, person, order.channel) if order.channel else None
    if channel:
        check_may_write(sandbox, channel)
        check_parent(channel, order.thread_ts)
    if not form.files:
        raise Refusal(400, "no_file", "Give at least one file, as a part of the form called `file`.")
    files = [_kept(sandbox, person, name, content) for name, content in form.files]
    if channel is None:
        return done(files=[file_json(sandbox.workspace, each) for each in files])
    message = _message(sandbox, person, channel, order, files)
    sent = share(sandbox, channel, message)
    shown = message_json(sandbox.workspace, channel, channel.history.messages[message.ts])
    return done(message=shown, files=shown["files"], channel=channel.id, delivered=sent)


async def _read_form(request: web.Request, most: int) -> _Form:
    if request.content_type != "multipart/form-data":
        raise Refusal(415, "not_a_form", "Send the files as multipart/form-data.")
    form = _Form()
    with readable("invalid_form_data"):
        async for part in parts_of(request):
            await _take(form, part, most)
    storable({**form.fields, **{name: "" for name, _ in form.files}})
    return form


async def _take(form: _Form, part: BodyPartReader, most: int) -> None:
    if not part.name:
        raise Refusal(400, "invalid_request", "Each part of the form needs a name.")
    if part.name != "file":
        form.fields[part.name] = await part.text()
        return
    content = await read_part(part, most)
    if len(content) > most:
        raise Refusal(413, "file_too_large", f"{part.filename} is larger than {most:,} bytes.")
    form.files.append((part.filename or "file", content))


def _order(form: _Form) -> Send:
    try:
        return Send.model_validate(form.fields)
    except ValidationError as error:
        raise wrong_field(error) from error


def _kept(sandbox: Sandbox, person: Person, name: str, content: bytes) -> File:
    if not content:
        raise Refusal(400, "empty_file", f"{name} is empty; Slack takes no empty files.")
    file = make_file(sandbox.ids.fresh("F"), name, content, person.id, int(sandbox.clock.now()))
    keep(sandbox, file)
    return file


def _message(sandbox: Sandbox, person: Person, channel: Channel, order: Send, files: list[File]) -> Message:
    text, blocks = written(sandbox.workspace, order.text)
    return Message(
        ts=sandbox.workspace.next_ts(channel),
        text=text,
        blocks=blocks if text else None,
        user=person.id,
        thread_ts=order.thread_ts,
        client_msg_id=sandbox.ids.uuid(),
        files=tuple(file.id for file in files),
    )


async def show(request: web.Request) -> web.Response:
    """A file's bytes, for a person who may see it."""
    sandbox, person = request.app[SANDBOX], acting(request)
    return bytes_of(_seen(sandbox, person, request.match_info["id"]), as_download=False)


async def remove(request: web.Request) -> web.Response:
    """Deletes a person's own file."""
    sandbox, order = request.app[SANDBOX], await read(request, Discard)
    person = person_of(sandbox, order.as_)
    file = _seen(sandbox, person, order.file)
    if file.user != person.id:
        raise Refusal(403, "not_your_file", "Only its owner can delete a file.")
    discard(sandbox, file)
    return done()


def _seen(sandbox: Sandbox, person: Person, file_id: str) -> File:
    file = sandbox.workspace.files.get(file_id)
    if file is None or file.mode == "tombstone" or not person_sees(sandbox.workspace, person, file):
        raise Refusal(404, "file_not_found", f"{person.real_name} sees no file {file_id}.")
    return file


ROUTES = [
    web.post("/sandbox/files", send),
    web.delete("/sandbox/files", remove),
    web.get("/sandbox/files/{id}/{name}", show),
]
