"""The nouns of a workspace: people, channels, messages, views."""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.wire import Json

ChannelKind = Literal["channel", "group", "im"]
ViewKind = Literal["modal", "home"]
State = dict[str, dict[str, Json]]
"""What is chosen in a surface: block id, then action id, then the element's state."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody with a user id; the app's bot user is one too."""

    id: str
    handle: str
    real_name: str
    title: str
    email: str
    tz: str
    color: str
    is_admin: bool = False
    is_bot: bool = False


@dataclass(frozen=True, slots=True)
class AppIdentity:
    """The installed app, and the names under which it acts."""

    app_id: str
    bot_id: str
    bot_user_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Edited:
    """Who changed a message, and when."""

    user: str
    ts: str


@dataclass(frozen=True, slots=True)
class Reaction:
    """One emoji under a message and who set it, in order."""

    name: str
    users: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `thread_ts` is set on replies alone."""

    ts: str
    text: str
    user: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    username: str | None = None
    icons: Json | None = None
    blocks: list[Json] | None = None
    attachments: list[Json] | None = None
    thread_ts: str | None = None
    broadcast: bool = False
    subtype: str | None = None
    edited: Edited | None = None
    metadata: Json | None = None
    client_msg_id: str | None = None
    reactions: tuple[Reaction, ...] = ()
    ephemeral_for: str | None = None


@dataclass(slots=True)
class Thread:
    """The replies under one message, oldest first, and who wrote them."""

    replies: list[str] = field(default_factory=list)
    users: list[str] = field(default_factory=list)


@dataclass(slots=True)
class View:
    """A modal or a Home tab as one person has it before them."""

    id: str
    kind: ViewKind
    person: str
    body: Json
    hash: str
    root_id: str
    previous_id: str | None = None
    channel: str | None = None
    """The conversation that the person had before them when a modal was opened."""
    state: State = field(default_factory=dict)
    errors: dict[str, str] | None = None

    @property
    def blocks(self) -> list[Json]:
        """The blocks of the view."""
        blocks = self.body["blocks"]
        return blocks if isinstance(blocks, list) else []
