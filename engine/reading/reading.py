"""What a message was understood to do. Types only; `read_message` makes them."""

from dataclasses import dataclass
from enum import StrEnum

from engine.scenario.scenario import Topic
from engine.terms.terms import IssueId
from engine.values import kept, value


class Act(StrEnum):
    """What a rep does with words; several may stand in one message."""

    GREET = "greet"
    RAPPORT = "rapport"
    ASK_AFTER = "ask_after"
    CHAT = "chat"
    ASK_OPEN = "ask_open"
    ASK_CLOSED = "ask_closed"
    FOLLOW_UP = "follow_up"
    PRESENT = "present"
    CLAIM = "claim"
    QUOTE = "quote"
    COUNTER = "counter"
    CONCEDE = "concede"
    PACKAGE = "package"
    TRADE_OFFER = "trade_offer"
    FINANCE_OFFER = "finance_offer"
    ADD_ON = "addon"
    CONDITIONAL_TODAY = "conditional_today"
    NEXT_STEP = "next_step"
    PRESSURE = "pressure"
    DENIGRATE = "denigrate"
    APOLOGISE = "apologise"
    COMPLAIN = "complain"
    ACKNOWLEDGE = "acknowledge"
    ASK_SALE = "ask_sale"
    ASK_OFFER = "ask_offer"
    ASK_LEAVE = "ask_leave"
    INVITE_DOUBT = "invite_doubt"
    ASK_AGAIN = "ask_again"
    ASK_REASON = "ask_reason"
    ASK_NEED = "ask_need"
    ASK_CHOICE = "ask_choice"
    ACCEPT = "accept"
    REJECT = "reject"
    WALK = "walk"
    ASK_TIME = "ask_time"
    SUMMARY = "summary"
    OFF_TOPIC = "off_topic"
    INSULT = "insult"
    INJECTION = "injection"


class Modality(StrEnum):
    """How firmly an amount was put on the table."""

    FIRM = "firm"
    """It binds: "34,900 out the door"."""
    CONDITIONAL = "conditional"
    """It binds if its condition is met: "33,900 if you sign this week"."""
    PROBE = "probe"
    """It binds nobody: "what if 34?"."""
    ECHO = "echo"
    """A number that is on the table already, repeated: the other side's, or asked about, the speaker's own."""
    REJECTED = "rejected"
    """Named to be refused: "can't do 33k"."""


BINDING = (Modality.FIRM, Modality.CONDITIONAL)
"""How firmly an amount is put that holds its speaker to it."""


@value
class Span:
    """Where in the text (character offsets, end excluded) and the words themselves."""

    start: int
    end: int
    text: str

    def holds(self, other: "Span") -> bool:
        """Whether the other begins inside this one."""
        return self.start <= other.start < self.end

    def meets(self, other: "Span") -> bool:
        """Whether one of the two begins inside the other."""
        return self.holds(other) or other.holds(self)


@value
class ReadAct:
    """One act, its topic where it has one, and the words it rests on."""

    act: Act
    span: Span
    topic: Topic | None = None
    mild: bool = False
    """Whether an acceptance rests on a word such as "ok" that may only mean "I hear you"."""
    guessed: bool = False
    """Whether nothing names the topic, and it is told by the likeness to other questions alone."""


@value
class ReadOffer:
    """One amount: minor units for money; for a flag 1 is offered (included free or at its price) and 0 refused."""

    issue: IssueId
    amount: int
    modality: Modality
    span: Span


@value
class Doubt:
    """An amount that could not be placed, as read: the counterpart asks once, free of charge."""

    issue: IssueId
    amount: int
    span: Span


@value
class Package:
    """One of several packages to choose from: its price and what goes with it, none of which binds as it stands.

    `name` is what the line calls it: `A`, `option 2`, `the first`; empty where it has no name.
    """

    name: str
    offers: tuple[ReadOffer, ...]


@dataclass(frozen=True)
class Reading:
    """Everything read out of one message, in the order of the text."""

    acts: tuple[ReadAct, ...] = ()
    offers: tuple[ReadOffer, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unread: int = 0
    """Characters at the end of a very long message that were not read."""
    packages: tuple[Package, ...] = ()
    """What the other side may choose from, in the order of the text; one alone is taken up again by its name."""

    def has(self, *acts: Act) -> bool:
        """Whether any of the acts was read."""
        return not self.kinds.isdisjoint(acts)

    def topics(self, *acts: Act) -> tuple[Topic, ...]:
        """Topics of these acts, in order, each once."""
        if self.kinds.isdisjoint(acts):
            return ()
        found = [read.topic for read in self.acts if read.act in acts and read.topic is not None]
        return tuple(dict.fromkeys(found))

    def binding(self) -> tuple[ReadOffer, ...]:
        """The offers that bind: firm and conditional ones."""
        return self._binding if self.offers else ()

    @kept
    def kinds(self) -> frozenset[Act]:
        """The acts that were read."""
        return frozenset([read.act for read in self.acts])

    @kept
    def _binding(self) -> tuple[ReadOffer, ...]:
        return tuple([offer for offer in self.offers if offer.modality in BINDING])
