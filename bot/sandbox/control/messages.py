"""Writing, editing and deleting messages, reacting, running commands."""

from dataclasses import replace

from aiohttp import web

from bot.sandbox.acts import commands, pins, reactions, unfurls
from bot.sandbox.acts.messages import delete, edit, edited_by, post, slackbot_says
from bot.sandbox.channels import Channel
from bot.sandbox.control.request import (
    SANDBOX,
    PersonalOrder,
    channel_of,
    done,
    message_of,
    own_channel,
    person_of,
    read,
)
from bot.sandbox.control.writing import Typed, check_may_write, check_parent
from bot.sandbox.emoji import emoji_named
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Message, Person
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import message_json
from bot.sandbox.typed import written


class Write(PersonalOrder):
    """A new message."""

    channel: str
    text: Typed
    thread_ts: str | None = None
    broadcast: bool = False


class Rewrite(PersonalOrder):
    """A change of one's own message."""

    channel: str
    ts: str
    text: Typed


class Withdraw(PersonalOrder):
    """The deletion of one's own message."""

    channel: str
    ts: str


class React(PersonalOrder):
    """A reaction set, or taken back."""

    channel: str
    ts: str
    name: str
    remove: bool = False


class Pin(PersonalOrder):
    """A message pinned to its channel, or taken down."""

    channel: str
    ts: str
    remove: bool = False


class Unfurl(PersonalOrder):
    """What a link in a message shows of the page behind it."""

    channel: str
    ts: str
    title: str
    text: str = ""


class Command(PersonalOrder):
    """A slash command as typed."""

    channel: str
    text: str
    thread_ts: str | None = None


async def write(request: web.Request) -> web.Response:
    """Posts what a person wrote."""
    sandbox, order = request.app[SANDBOX], await read(request, Write)
    person = person_of(sandbox, order.as_)
    channel = own_channel(sandbox, person, order.channel)
    check_may_write(sandbox, channel)
    message = _written(sandbox, person, channel, order)
    sent = post(sandbox, channel, message)
    _offer_invitation(sandbox, person, channel, message)
    return done(message=message_json(sandbox.workspace, channel, message), channel=channel.id, delivered=sent)


def _written(sandbox: Sandbox, person: Person, channel: Channel, order: Write) -> Message:
    if not order.text.strip():
        raise Refusal(400, "no_text", "The message is empty; write something.")
    check_parent(channel, order.thread_ts)
    text, blocks = written(sandbox.workspace, order.text)
    return Message(
        ts=sandbox.workspace.next_ts(channel),
        text=text,
        blocks=blocks,
        user=person.id,
        thread_ts=order.thread_ts,
        broadcast=order.broadcast and order.thread_ts is not None,
        client_msg_id=sandbox.ids.uuid(),
    )


def _offer_invitation(sandbox: Sandbox, person: Person, channel: Channel, message: Message) -> None:
    app = sandbox.workspace.app
    if f"<@{app.bot_user_id}>" in message.text and not sandbox.workspace.app_is_in(channel):
        note = f"@{app.name} was named but is not in this channel. Type `/invite @{app.name}` to let it in."
        slackbot_says(sandbox, channel, person, note)


async def rewrite(request: web.Request) -> web.Response:
    """Edits a person's own message."""
    sandbox, order = request.app[SANDBOX], await read(request, Rewrite)
    person = person_of(sandbox, order.as_)
    channel = channel_of(sandbox, person, order.channel)
    before = _own(channel, person, order.ts)
    if not order.text.strip():
        raise Refusal(400, "no_text", "A message cannot be edited to nothing; delete it instead.")
    text, blocks = written(sandbox.workspace, order.text)
    after = replace(before, text=text, blocks=blocks, edited=edited_by(sandbox, channel, person.id))
    sent = edit(sandbox, channel, before, after)
    return done(message=message_json(sandbox.workspace, channel, after), delivered=sent)


async def withdraw(request: web.Request) -> web.Response:
    """Deletes a person's own message."""
    sandbox, order = request.app[SANDBOX], await read(request, Withdraw)
    person = person_of(sandbox, order.as_)
    channel = channel_of(sandbox, person, order.channel)
    sent = delete(sandbox, channel, _own(channel, person, order.ts))
    return done(delivered=sent)


def _own(channel: Channel, person: Person, ts: str) -> Message:
    message = message_of(channel, ts)
    if message.user != person.id:
        raise Refusal(403, "not_your_message", "Only its author can change or delete a message.")
    return message


async def react(request: web.Request) -> web.Response:
    """Sets or takes back a reaction."""
    sandbox, order = request.app[SANDBOX], await read(request, React)
    person = person_of(sandbox, order.as_)
    channel = own_channel(sandbox, person, order.channel)
    act = reactions.unreact if order.remove else reactions.react
    after = act(sandbox, channel, message_of(channel, order.ts), _emoji(order.name), person.id)
    return done(message=message_json(sandbox.workspace, channel, after))


def _emoji(name: str) -> str:
    emoji = emoji_named(name)
    if emoji is None:
        detail = f"There is no emoji {name!r}. Give its name without colons, such as wave or wave::skin-tone-3."
        raise Refusal(400, "invalid_name", detail)
    return emoji.full_name


async def pin(request: web.Request) -> web.Response:
    """Pins a message, or takes the pin back."""
    sandbox, order = request.app[SANDBOX], await read(request, Pin)
    person = person_of(sandbox, order.as_)
    channel = own_channel(sandbox, person, order.channel)
    act = pins.unpin if order.remove else pins.pin
    after = act(sandbox, channel, message_of(channel, order.ts), person)
    return done(message=message_json(sandbox.workspace, channel, after))


async def unfurl(request: web.Request) -> web.Response:
    """Unfurls the first link of a message, as Slack does a moment after it was posted."""
    sandbox, order = request.app[SANDBOX], await read(request, Unfurl)
    channel = channel_of(sandbox, person_of(sandbox, order.as_), order.channel)
    after, sent = unfurls.unfurl(sandbox, channel, message_of(channel, order.ts), order.title, order.text)
    return done(message=message_json(sandbox.workspace, channel, after), delivered=sent)


async def run_command(request: web.Request) -> web.Response:
    """Runs a slash command, waiting for the app to take it."""
    sandbox, order = request.app[SANDBOX], await read(request, Command)
    person = person_of(sandbox, order.as_)
    if order.thread_ts:
        raise Refusal(400, "command_in_thread", "Slack does not run slash commands in threads; use the channel.")
    if not order.text.startswith("/"):
        raise Refusal(400, "not_a_command", "A slash command begins with a slash.")
    channel = own_channel(sandbox, person, order.channel)
    ran = await commands.run(sandbox, person, channel, order.text)
    shown = message_json(sandbox.workspace, channel, ran.response) if ran.response else None
    return done(acknowledged=ran.acknowledged, response=shown)


ROUTES = [
    web.post("/sandbox/messages", write),
    web.patch("/sandbox/messages", rewrite),
    web.delete("/sandbox/messages", withdraw),
    web.post("/sandbox/reactions", react),
    web.post("/sandbox/pins", pin),
    web.post("/sandbox/unfurls", unfurl),
    web.post("/sandbox/commands", run_command),
]
