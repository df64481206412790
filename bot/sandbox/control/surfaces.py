"""Using what the app shows: actions, modals, the Home and Messages tabs."""

from typing import Literal

from aiohttp import web
from pydantic import Field, model_validator

from bot.sandbox.acts import actions, modals, options, shortcuts
from bot.sandbox.acts.actions import Press
from bot.sandbox.acts.home import open_tab
from bot.sandbox.acts.surface import SeenMessage, Surface
from bot.sandbox.control.request import (
    SANDBOX,
    Order,
    PersonalOrder,
    channel_of,
    done,
    modal_of,
    person_of,
    read,
)
from bot.sandbox.errors import Refusal
from bot.sandbox.records import Person, View
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.shapes import modal_json

_CHOICES = (
    "value",
    "selected_option",
    "selected_options",
    "selected_user",
    "selected_users",
    "selected_conversation",
    "selected_conversations",
    "selected_channel",
    "selected_channels",
    "selected_date",
    "selected_time",
    "selected_date_time",
)


class Container(Order):
    """Where an element stands: a message, a modal, or the Home tab."""

    channel: str | None = None
    ts: str | None = None
    view_id: str | None = None
    home: bool = False

    @model_validator(mode="after")
    def one_place(self) -> "Container":
        """The container, when it names exactly one place."""
        if bool(self.channel and self.ts) + bool(self.view_id) + self.home != 1:
            raise ValueError("give channel and ts, or view_id, or home: true")
        return self


class Act(PersonalOrder):
    """A button pressed or a choice made; one of the `selected_…` fields or `value` holds the choice.

    `values` is what else is filled in around it, by block id, then action id.
    """

    container: Container
    action_id: str
    block_id: str | None = None
    values: dict[str, dict[str, object]] = Field(default_factory=dict)
    value: object = None
    selected_option: object = None
    selected_options: list[object] | None = None
    selected_user: str | None = None
    selected_users: list[str] | None = None
    selected_conversation: str | None = None
    selected_conversations: list[str] | None = None
    selected_channel: str | None = None
    selected_channels: list[str] | None = None
    selected_date: str | None = None
    selected_time: str | None = None
    selected_date_time: int | None = None

    def press(self) -> Press:
        """What was done, with the one choice that was given."""
        given: list[object] = [getattr(self, name) for name in _CHOICES]
        plain = next((each for each in given if each is not None), None)
        return Press(self.action_id, self.block_id, plain, self.values)


class AskOptions(PersonalOrder):
    """What was typed into an external select."""

    container: Container
    action_id: str
    block_id: str | None = None
    value: str


class UseShortcut(PersonalOrder):
    """A shortcut used: on the message at `ts` in `channel`, or from anywhere."""

    callback_id: str
    channel: str | None = None
    ts: str | None = None

    @model_validator(mode="after")
    def whole_place(self) -> "UseShortcut":
        """The use, when it names a whole message or none."""
        if (self.channel is None) != (self.ts is None):
            raise ValueError("give both channel and ts, or neither")
        return self


class Submit(PersonalOrder):
    """A modal submitted; values by block id, then action id."""

    view_id: str
    values: dict[str, dict[str, object]] = Field(default_factory=dict)


class Close(PersonalOrder):
    """A modal closed without submitting."""

    view_id: str


async def act(request: web.Request) -> web.Response:
    """Presses a button or makes a choice, waiting for the app to take it."""
    sandbox, order = request.app[SANDBOX], await read(request, Act)
    person = person_of(sandbox, order.as_)
    acknowledged = await actions.act(sandbox, person, _surface(sandbox, person, order.container), order.press())
    return done(acknowledged=acknowledged)


async def ask_options(request: web.Request) -> web.Response:
    """Asks the app for the options of an external select."""
    sandbox, order = request.app[SANDBOX], await read(request, AskOptions)
    person = person_of(sandbox, order.as_)
    surface = _surface(sandbox, person, order.container)
    return done(**await options.suggest(sandbox, person, surface, order.action_id, order.block_id, order.value))


async def use_shortcut(request: web.Request) -> web.Response:
    """Uses a shortcut, waiting for the app to take it."""
    sandbox, order = request.app[SANDBOX], await read(request, UseShortcut)
    person = person_of(sandbox, order.as_)
    on = _message(sandbox, person, order.channel, order.ts) if order.channel and order.ts else None
    return done(acknowledged=await shortcuts.use(sandbox, person, order.callback_id, on))


def _surface(sandbox: Sandbox, person: Person, where: Container) -> Surface:
    if where.channel and where.ts:
        return _message(sandbox, person, where.channel, where.ts)
    return _home(sandbox, person) if where.home else modal_of(sandbox, person, where.view_id or "")


def _message(sandbox: Sandbox, person: Person, ref: str, ts: str) -> SeenMessage:
    channel = channel_of(sandbox, person, ref)
    message = channel.history.find(ts) or channel.history.ephemerals.get(ts)
    if message is None or message.ephemeral_for not in (None, person.id):
        raise Refusal(404, "message_not_found", f"{person.real_name} sees no message at {ts} here.")
    return SeenMessage(channel, message)


def _home(sandbox: Sandbox, person: Person) -> View:
    home = sandbox.workspace.homes.get(person.id)
    if home is None:
        raise Refusal(404, "no_home", f"The app has published no Home tab for {person.real_name} yet.")
    return home


async def submit(request: web.Request) -> web.Response:
    """Submits a modal, waiting for the app's answer."""
    sandbox, order = request.app[SANDBOX], await read(request, Submit)
    person = person_of(sandbox, order.as_)
    view = modal_of(sandbox, person, order.view_id)
    submitted = await modals.submit(sandbox, person, view, order.values)
    stack = sandbox.workspace.modals.get(person.id, [])
    return done(
        outcome=submitted.outcome,
        closed=submitted.outcome in ("closed", "cleared"),
        updated=submitted.outcome in ("updated", "pushed"),
        errors=submitted.errors or None,
        views=[modal_json(sandbox.workspace, each) for each in stack],
    )


async def close(request: web.Request) -> web.Response:
    """Closes a modal."""
    sandbox, order = request.app[SANDBOX], await read(request, Close)
    person = person_of(sandbox, order.as_)
    await modals.close(sandbox, person, modal_of(sandbox, person, order.view_id))
    return done(closed=True)


async def open_home(request: web.Request) -> web.Response:
    """Opens the app's Home tab."""
    return await _open(request, "home")


async def open_messages_tab(request: web.Request) -> web.Response:
    """Opens the app's Messages tab."""
    return await _open(request, "messages")


async def _open(request: web.Request, tab: Literal["home", "messages"]) -> web.Response:
    sandbox, order = request.app[SANDBOX], await read(request, PersonalOrder)
    person = person_of(sandbox, order.as_)
    dm = sandbox.workspace.dm_of(person)
    return done(delivered=open_tab(sandbox, person, tab), channel=dm.id)


ROUTES = [
    web.post("/sandbox/actions", act),
    web.post("/sandbox/options", ask_options),
    web.post("/sandbox/shortcuts", use_shortcut),
    web.post("/sandbox/modals/submit", submit),
    web.post("/sandbox/modals/close", close),
    web.post("/sandbox/home/open", open_home),
    web.post("/sandbox/messages_tab/open", open_messages_tab),
]
