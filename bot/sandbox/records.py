"""The nouns of a workspace: people, channels, messages, views."""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.wire import Json

ChannelKind = Literal["channel", "group", "im", "mpim"]
ViewKind = Literal["modal", "home"]
FileMode = Literal["hosted", "snippet", "tombstone"]
StreamingState = Literal["in_progress", "completed", "errored"]
SessionState = Literal["active", "processing", "suspended", "closed"]
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
    is_deactivated: bool = False
    status_text: str = ""
    status_emoji: str = ""
    updated: int = 1_700_000_000


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
class Pinned:
    """Who pinned a message, and when (seconds since 1970)."""

    user: str
    at: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A channel's topic or description, who set it, and when (seconds since 1970; 0 when nobody did)."""

    value: str = ""
    creator: str = ""
    last_set: int = 0


NO_HEADING = Heading()


@dataclass(frozen=True, slots=True)
class UserGroup:
    """People who can be named together."""

    id: str
    handle: str
    name: str
    users: tuple[str, ...]
    creator: str
    created: int
    updated: int


@dataclass(frozen=True, slots=True)
class Share:
    """A message that shows a file."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class File:
    """An uploaded file. A deleted one stays as a tombstone without content."""

    id: str
    name: str
    title: str
    user: str
    created: int
    mimetype: str
    filetype: str
    pretty_type: str
    mode: FileMode
    content: bytes
    alt_txt: str = ""
    width: int | None = None
    height: int | None = None
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class Streaming:
    """How a streamed message stands: what it takes, and until when (seconds since 1970)."""

    state: StreamingState
    until: float
    shows_plan: bool = False
    takes: Literal["", "markdown_text", "chunks"] = ""
    """The form that the stream's content has had so far; Slack takes no other in the same stream."""
    stopped_by: str | None = None


@dataclass(frozen=True, slots=True)
class Prompt:
    """A message that a thread offers to send."""

    title: str
    message: str


@dataclass(frozen=True, slots=True)
class Session:
    """An agent's session in one thread, or what the app shows of its work there.

    `status` is what the thread says of the app, until it replies or `until` has come.
    """

    channel: str
    thread_ts: str
    state: SessionState = "active"
    title: str = ""
    status: str = ""
    until: float | None = None
    loading_messages: tuple[str, ...] = ()
    prompts: tuple[Prompt, ...] = ()
    prompts_title: str = ""
    initiator: str | None = None
    username: str | None = None
    icons: Json | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """One message; `thread_ts` is set on replies alone, `files` are ids."""

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
    files: tuple[str, ...] = ()
    streaming: Streaming | None = None
    pinned: Pinned | None = None
    about: Json | None = None
    """What its subtype says besides, such as the topic that was set."""


@dataclass(frozen=True, slots=True)
class ScheduledMessage:
    """A message that is to be posted at `post_at`, in whole seconds; it has no timestamp yet."""

    id: str
    channel: str
    post_at: int
    created: int
    message: Message


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
