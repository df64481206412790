"""What happens in a run, as an append-only list; the run's state is the fold of it.

Every event carries all that the fold needs, so a finished run reads the same under a later engine.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import Field, PlainSerializer, TypeAdapter

from engine.reading.labels import Labels
from engine.reading.reading import Reading
from engine.terms.terms import Terms
from engine.values import quickly_replaced, value

Side = Literal["rep", "counterpart"]


class Outcome(StrEnum):
    """How a run ended."""

    REACHED = "reached"
    FAILED = "failed"
    STALLED = "stalled"


class Reason(StrEnum):
    """Why it ended that way."""

    REP_ACCEPTED = "rep_accepted"
    COUNTERPART_ACCEPTED = "counterpart_accepted"
    COUNTERPART_WALKED = "counterpart_walked"
    DEAL_BREAKER = "deal_breaker"
    REP_WALKED = "rep_walked"
    ENDED_BY_REP = "ended_by_rep"
    MAX_ROUNDS = "max_rounds"
    INACTIVITY = "inactivity"


class MoveKind(StrEnum):
    """What the counterpart did in a turn, in one word."""

    OPEN = "open"
    TALK = "talk"
    CLARIFY = "clarify"
    HOLD = "hold"
    COUNTER = "counter"
    ACCEPT = "accept"
    ACCEPT_IF = "accept_if"
    DEFER = "defer"
    WALK = "walk"
    CLOSE = "close"


@quickly_replaced
class Mood(NamedTuple):
    """The counterpart's inner state after a move. Trust 0-100, the rest counts.

    `demand` is the utility that it asks for: 10,000 is all it hopes for, and it opens above that.
    """

    trust: int
    patience: int
    clock: int
    demand: int
    best_utility: int
    utilities: tuple[int, ...] = ()
    """Utilities of the rep's offers so far, oldest first."""
    told: tuple[str, ...] = ()
    """Ids of facts given exactly."""
    hinted: tuple[str, ...] = ()
    """Ids of facts given vaguely."""
    raised: tuple[str, ...] = ()
    settled: tuple[str, ...] = ()
    opened_gates: tuple[str, ...] = ()
    used_phrases: tuple[tuple[str, int], ...] = ()
    """How many lines of each act have been used."""
    insults: int = 0
    crossed: tuple[str, ...] = ()
    """Ids of the deal-breakers that the rep set off, once for each time."""
    warned: bool = False
    clarified: bool = False
    heard: tuple[str, ...] = ()
    """What the rep has shown or promised so far (topics and issues), each counted once."""
    named_gates: tuple[str, ...] = ()
    """Ids of gates that the rep has been told of."""
    arranged: tuple[str, ...] = ()
    """Ids of gates that open as soon as what the rep proposed has taken place: with its next line."""
    pending: Terms | None = None
    """Terms it would sign as soon as what stands in the way is gone."""


KeptMood = Annotated[Mood, PlainSerializer(Mood._asdict)]
"""A mood that is written out by the names of its parts."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The run was opened on a scenario."""

    at: datetime
    pack: str
    pack_hash: str
    draw_epoch: int
    seed: int
    profile_hash: str
    mode: str
    engine: str
    mood: KeptMood
    kind: Literal["opened"] = "opened"


@dataclass(frozen=True, slots=True)
class Flavored:
    """The run was given excerpts of earlier runs for its tone: their ids, in the order in which a model sees them."""

    at: datetime
    excerpts: tuple[str, ...]
    kind: Literal["flavored"] = "flavored"


@value
class Said:
    """A line was said; `ref` is where it stands outside (a message ts), empty until known."""

    at: datetime
    side: Side
    round: int
    text: str
    ref: str = ""
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Labelled:
    """The rep's next line was labelled by a model, because the reader was not sure of it; `by` is the model.

    `prompt` and `request` are the SHA-256 of the prompt and of the whole request. A cost that is not known is None.
    """

    at: datetime
    labels: Labels
    by: str
    prompt: str = ""
    request: str = ""
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: int | None = None
    kind: Literal["labelled"] = "labelled"


@value
class Read:
    """The rep's line as understood."""

    at: datetime
    round: int
    reading: Reading
    kind: Literal["read"] = "read"


@value
class Offered:
    """A side put binding terms on the table; they replace that side's earlier offer."""

    at: datetime
    side: Side
    round: int
    terms: Terms
    kind: Literal["offered"] = "offered"


@value
class Moved:
    """The counterpart decided its move; `mood` is its state afterwards."""

    at: datetime
    round: int
    move: MoveKind
    mood: KeptMood
    kind: Literal["moved"] = "moved"


@dataclass(frozen=True, slots=True)
class Paused:
    """The rep paused the run; lines said meanwhile are not part of it."""

    at: datetime
    kind: Literal["paused"] = "paused"


@dataclass(frozen=True, slots=True)
class Resumed:
    """The rep took the run up again."""

    at: datetime
    kind: Literal["resumed"] = "resumed"


@dataclass(frozen=True, slots=True)
class HintGiven:
    """The rep was given a hint after `round` rounds: its id, its words, and the points that it costs."""

    at: datetime
    round: int
    hint: str
    text: str
    points: int
    kind: Literal["hint_given"] = "hint_given"


@dataclass(frozen=True, slots=True)
class Worded:
    """The counterpart's last line was put into other words: `text` is what it said instead of the stock phrase.

    `by` is the model that worded it; where none did, `text` is the stock phrase and `why` says so in plain words.
    `prompt` and `request` are the SHA-256 of the prompt and of the whole request, `broken` the rules that a first try
    broke. Tokens and micro-dollars are those of all tries; a cost that is not known is None.
    """

    at: datetime
    round: int
    text: str
    by: str = ""
    why: str = ""
    prompt: str = ""
    request: str = ""
    broken: tuple[str, ...] = ()
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    cost: int | None = None
    kind: Literal["worded"] = "worded"


@value
class Evaluated:
    """The round evaluation: figures by metric id (minor units, percent or counts)."""

    at: datetime
    round: int
    figures: tuple[tuple[str, int], ...]
    agreement: Literal["open", "reached", "failed"]
    kind: Literal["evaluated"] = "evaluated"


@dataclass(frozen=True, slots=True)
class Ended:
    """The run is over; `terms` are what was agreed, if anything."""

    at: datetime
    round: int
    outcome: Outcome
    reason: Reason
    terms: Terms | None = None
    kind: Literal["ended"] = "ended"


Event = Annotated[
    Opened
    | Flavored
    | Labelled
    | Said
    | Read
    | Offered
    | Moved
    | Paused
    | Resumed
    | HintGiven
    | Worded
    | Evaluated
    | Ended,
    Field(discriminator="kind"),
]

_ADAPTER: TypeAdapter[Event] = TypeAdapter(Event)


def encode(event: Event) -> dict[str, Any]:
    """The event as JSON values, its `kind` included."""
    encoded: dict[str, Any] = _ADAPTER.dump_python(event, mode="json")
    return encoded


def decode(data: dict[str, Any]) -> Event:
    """The event that `encode` gave; ValidationError for anything else."""
    return _ADAPTER.validate_python(data)
