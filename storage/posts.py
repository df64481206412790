"""What there is to post. A post says what; how it looks is decided when it is sent."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, TypeAdapter

from engine.timing.periods import PeriodKind
from storage.market_posts import AskTake, AskWhom, Offers, OffersUpdate, TalkBrief, TalkVerdict


class Destination(NamedTuple):
    """Where a post goes: a channel and, unless it stands in the channel itself, the ts of a thread's root."""

    channel: str
    thread: str | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """The root of a run's thread: the rep's brief. Sent once; its ts becomes the run's thread."""

    kind: Literal["brief"] = "brief"


@dataclass(frozen=True, slots=True)
class BriefUpdate:
    """The root drawn again after the run has changed (paused, resumed, ended)."""

    kind: Literal["brief_update"] = "brief_update"


@dataclass(frozen=True, slots=True)
class Line:
    """A counterpart's line in the run's thread, under its own name and icon."""

    name: str
    icon: str
    text: str
    kind: Literal["line"] = "line"


@dataclass(frozen=True, slots=True)
class VerdictCard:
    """The verdict in the run's thread; the figures are read from the verdict's row."""

    kind: Literal["verdict_card"] = "verdict_card"


@dataclass(frozen=True, slots=True)
class Notice:
    """A plain sentence by Haggle, for everyone in the thread or channel."""

    text: str
    kind: Literal["notice"] = "notice"


@dataclass(frozen=True, slots=True)
class Whisper:
    """A sentence by Haggle that only `user` sees, in the thread or channel; `start` offers a run on a share code."""

    user: str
    text: str
    start: str | None = None
    kind: Literal["whisper"] = "whisper"


@dataclass(frozen=True, slots=True)
class Direct:
    """A sentence by Haggle in the direct messages of `user`."""

    user: str
    text: str
    kind: Literal["direct"] = "direct"


@dataclass(frozen=True, slots=True)
class Hint:
    """A hint for `user` alone, in the run's thread or, to be kept, in their messages with Haggle.

    `points` is what it took, 0 when it is shown again; `taken` what all hints of the run have taken so far. `whisper`
    shows it to nobody else and is gone with the page; without it the place must be one that only `user` sees. `run`
    says which run it belongs to, `thread` where that is held.
    """

    user: str
    text: str
    points: int
    taken: int
    whisper: bool
    run: str
    thread: Destination
    kind: Literal["hint"] = "hint"


@dataclass(frozen=True, slots=True)
class ShareCard:
    """The card that offers a buyer to a channel; what it says is read from the share of that id, which is its oid."""

    share: str
    kind: Literal["share_card"] = "share_card"


@dataclass(frozen=True, slots=True)
class ShareCardUpdate:
    """The card drawn again, at the ts that its destination names as thread, after somebody has met its buyer."""

    share: str
    kind: Literal["share_card_update"] = "share_card_update"


@dataclass(frozen=True, slots=True)
class Reveal:
    """What the counterpart of that run was not saying, in the messages of its rep, who is its destination."""

    run: str
    kind: Literal["reveal"] = "reveal"


@dataclass(frozen=True, slots=True)
class VerdictCardUpdate:
    """The verdict of that run drawn again, after a check was disputed, a dispute decided, or a model had commented."""

    run: str
    kind: Literal["verdict_card_update"] = "verdict_card_update"


@dataclass(frozen=True, slots=True)
class DisputeCard:
    """A dispute in the direct messages of `user`, a manager, with what is needed to decide it.

    Its destination is the channel of those messages: a card that is drawn again must be found there.
    """

    dispute: str
    user: str
    kind: Literal["dispute_card"] = "dispute_card"


@dataclass(frozen=True, slots=True)
class DisputeCardUpdate:
    """A manager's card drawn again once the dispute is decided."""

    dispute: str
    kind: Literal["dispute_card_update"] = "dispute_card_update"


@dataclass(frozen=True, slots=True)
class DisputeOutcome:
    """What became of a dispute, in the direct messages of the rep, who is its destination."""

    dispute: str
    kind: Literal["dispute_outcome"] = "dispute_outcome"


@dataclass(frozen=True, slots=True)
class RunFile:
    """The export of the run of that id as a file; `user` is the rep, who asked for it."""

    run: str
    user: str
    kind: Literal["run_file"] = "run_file"


@dataclass(frozen=True, slots=True)
class HistoryFile:
    """The runs of `user` as a table in a file, in their direct messages with Haggle."""

    user: str
    kind: Literal["history_file"] = "history_file"


@dataclass(frozen=True, slots=True)
class AssignmentCard:
    """A window of an assignment in the messages of `user`, with the buttons that start its buyers."""

    assignment: str
    number: int
    user: str
    kind: Literal["assignment_card"] = "assignment_card"


@dataclass(frozen=True, slots=True)
class AssignmentCardUpdate:
    """That card drawn again where it stands, after the person has come further or the window has changed."""

    assignment: str
    number: int
    user: str
    kind: Literal["assignment_card_update"] = "assignment_card_update"


@dataclass(frozen=True, slots=True)
class AssignmentSummary:
    """A window of an assignment in the team's channel, once."""

    assignment: str
    number: int
    kind: Literal["assignment_summary"] = "assignment_summary"


@dataclass(frozen=True, slots=True)
class Reminder:
    """What `user` has left to do in a window; void once they need no reminding any more, or it is evening there."""

    assignment: str
    number: int
    user: str
    kind: Literal["reminder"] = "reminder"


@dataclass(frozen=True, slots=True)
class Digest:
    """How a window went, once it has closed, in the messages of `user`, its manager."""

    assignment: str
    number: int
    user: str
    kind: Literal["digest"] = "digest"


@dataclass(frozen=True, slots=True)
class PersonFile:
    """All that is kept of `user` as a file, in their direct messages with Haggle."""

    user: str
    kind: Literal["person_file"] = "person_file"


@dataclass(frozen=True, slots=True)
class Erase:
    """Takes out of Slack what its destination names: the message of Haggle's at that ts, or the file of that id."""

    kind: Literal["erase"] = "erase"


@dataclass(frozen=True, slots=True)
class Farewell:
    """The last message to somebody whose data is deleted; its destination is the channel of their direct messages."""

    kind: Literal["farewell"] = "farewell"


VANISHING = ("erase", "farewell")
"""Kinds of which no row stays once they are done: it would tell of somebody of whom nothing is to be kept."""


@dataclass(frozen=True, slots=True)
class BoardCard:
    """The message in which the team's board stands; what it shows is read when it is sent."""

    kind: Literal["board_card"] = "board_card"


@dataclass(frozen=True, slots=True)
class BoardUpdate:
    """The board's message drawn again; one in which it does not stand any more says so."""

    kind: Literal["board_update"] = "board_update"


@dataclass(frozen=True, slots=True)
class BoardWeek:
    """The board of the week that began on the day `first` (ISO), once it is over; `pack` is empty for all packs."""

    first: str
    pack: str
    kind: Literal["board_week"] = "board_week"


@dataclass(frozen=True, slots=True)
class BoardWeekUpdate:
    """That board drawn again where it stands, after somebody has hidden their name, or shows it again, or has left."""

    first: str
    pack: str
    kind: Literal["board_week_update"] = "board_week_update"


@dataclass(frozen=True, slots=True)
class BoardPlace:
    """The own place of `user` on the board of a period and a pack, in their direct messages with Haggle."""

    user: str
    period: PeriodKind
    pack: str
    kind: Literal["board_place"] = "board_place"


Trouble = Literal["unseen", "undrawn", "unposted"]


@dataclass(frozen=True, slots=True)
class AssignmentTrouble:
    """What went wrong with a window, in the messages of `user`, its manager, who can mend it.

    `unseen`: some of those whom it is for cannot be seen, `why` says which. `undrawn`: no buyers can be drawn for the
    next one. `unposted`: Slack refused the summary.
    """

    assignment: str
    number: int
    user: str
    what: Trouble
    why: str
    kind: Literal["assignment_trouble"] = "assignment_trouble"


@dataclass(frozen=True, slots=True)
class AssignmentFile:
    """How everybody has got on with an assignment, as a table in a file; `user` is the manager, who asked for it."""

    assignment: str
    user: str
    kind: Literal["assignment_file"] = "assignment_file"


@dataclass(frozen=True, slots=True)
class BriefRedraw:
    """The brief of that run drawn again, after what the run counts for has changed."""

    run: str
    kind: Literal["brief_redraw"] = "brief_redraw"


Redraw = (
    BriefUpdate
    | BriefRedraw
    | ShareCardUpdate
    | VerdictCardUpdate
    | DisputeCardUpdate
    | AssignmentCardUpdate
    | BoardUpdate
    | BoardWeekUpdate
    | OffersUpdate
)
"""These change a message that stands already: the history cannot show whether they have, and twice does no harm."""

Post = Annotated[
    Brief
    | BriefUpdate
    | Line
    | VerdictCard
    | Notice
    | Whisper
    | Direct
    | Hint
    | ShareCard
    | ShareCardUpdate
    | Reveal
    | VerdictCardUpdate
    | DisputeCard
    | DisputeCardUpdate
    | DisputeOutcome
    | RunFile
    | HistoryFile
    | AssignmentCard
    | AssignmentCardUpdate
    | AssignmentSummary
    | Reminder
    | Digest
    | AssignmentTrouble
    | PersonFile
    | Erase
    | Farewell
    | BoardCard
    | BoardUpdate
    | BoardWeek
    | BoardWeekUpdate
    | BoardPlace
    | AssignmentFile
    | BriefRedraw
    | TalkBrief
    | Offers
    | OffersUpdate
    | TalkVerdict
    | AskWhom
    | AskTake,
    Field(discriminator="kind"),
]

_ADAPTER: TypeAdapter[Post] = TypeAdapter(Post)


def encode(post: Post) -> dict[str, Any]:
    """The post as JSON values, its `kind` included."""
    encoded: dict[str, Any] = _ADAPTER.dump_python(post, mode="json")
    return encoded


def decode(data: dict[str, Any]) -> Post:
    """The post that `encode` gave; ValidationError for anything else."""
    return _ADAPTER.validate_python(data)
