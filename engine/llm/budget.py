"""How much the language model may be used: by a run in all, by a person, a team and everybody together in a day.

A call is let through while there is room, and then runs to its end: no account spends more than its cap and one call.
So that this holds for calls at the same time too, the most that one can take is set aside while it is under way; only
attempts that have to be repeated can come on top.
Deciding alone: the books say how each account stands, and are kept elsewhere.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

from engine.llm.forms import schema_of
from engine.llm.port import ModelRequest
from engine.llm.troubles import OverBudget
from engine.llm.usage import Spent

ASSUMED_PRICE = 75
"""Micro-dollars for a token of a model without a known price: as much as output of the dear ones, so that a budget in
money holds for them too."""

FRAMING = 64
"""Tokens that a message may take beside its text: its role, its marks, and the schema's name."""


class Scope(StrEnum):
    """Whose use a budget counts. That of a run counts until it is over, the others each day in UTC."""

    RUN = "run"
    PERSON = "person"
    TEAM = "team"
    DAY = "day"


_WHOSE = {
    Scope.RUN: "for this run",
    Scope.PERSON: "for one person and day",
    Scope.TEAM: "for your team and day",
    Scope.DAY: "for everybody and day",
}

_SHARED = (Scope.TEAM, Scope.DAY)


@dataclass(frozen=True)
class Amount:
    """Tokens and micro-dollars."""

    tokens: int = 0
    micro_dollars: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.tokens + other.tokens, self.micro_dollars + other.micro_dollars)


NONE = Amount()


class Cap(NamedTuple):
    """What a budget allows; None is without a limit."""

    tokens: int | None = None
    micro_dollars: int | None = None

    @property
    def is_set(self) -> bool:
        """Whether there is any limit."""
        return self != Cap()

    def is_reached(self, amount: Amount) -> bool:
        """Whether this amount leaves no room for another call."""
        over_tokens = self.tokens is not None and amount.tokens >= self.tokens
        return over_tokens or (self.micro_dollars is not None and amount.micro_dollars >= self.micro_dollars)


class Payer(NamedTuple):
    """For whom a call is made."""

    team: str
    person: str
    run: str


class Account(NamedTuple):
    """What is counted together: a scope, who in it, and the day where it counts by the day."""

    scope: Scope
    holder: tuple[str, ...]
    day: date | None


class Standing(NamedTuple):
    """What an account has spent, and what is set aside on it for calls under way."""

    spent: Amount = NONE
    held: Amount = NONE


def refusal(caps: Mapping[Scope, Cap], standings: Mapping[Account, Standing]) -> OverBudget | None:
    """Why no further call may be made on these accounts; None where each has room for one."""
    for account, (spent, held) in standings.items():
        cap, whose = caps.get(account.scope, Cap()), _WHOSE[account.scope]
        if cap.is_reached(spent):
            return OverBudget(whose, _next_day(account.day), shared=account.scope in _SHARED)
        if cap.is_reached(spent + held):
            return OverBudget(whose, _next_day(account.day), held=True)
    return None


def accounts_of(payer: Payer, now: datetime) -> tuple[Account, ...]:
    """The four accounts that a call counts on. Teams are in every key but the one for everybody."""
    today = day_of(now)
    return (
        Account(Scope.RUN, (payer.team, payer.run), None),
        Account(Scope.PERSON, (payer.team, payer.person), today),
        Account(Scope.TEAM, (payer.team,), today),
        Account(Scope.DAY, (), today),
    )


def day_of(now: datetime) -> date:
    """The day on which a call counts, in UTC."""
    return now.astimezone(UTC).date()


Price = Callable[[ModelRequest, int], int | None]
"""The most micro-dollars that a request of so many tokens can cost; None where its model has no known price."""


def not_known(_request: ModelRequest, _tokens: int) -> None:
    """No price is known."""


def most_of(request: ModelRequest, price: Price = not_known) -> Amount:
    """The most that an attempt can take: a token is at least a byte, and has an assumed price if it has none."""
    schema = str(schema_of(request.schema)) if request.schema else ""
    texts = [request.instructions, schema, *(turn.text for turn in request.turns)]
    tokens = sum(len(text.encode()) + FRAMING for text in texts) + request.max_output_tokens
    known = price(request, tokens)
    return Amount(tokens, tokens * ASSUMED_PRICE if known is None else known)


def amount_of(spent: Spent, most: Amount) -> Amount:
    """What a call is counted with: what it took, at an assumed price if it has none, and the most per lost attempt."""
    tokens, known = spent.usage.total, spent.micro_dollars
    amount = Amount(tokens, tokens * ASSUMED_PRICE if known is None else known)
    for _ in range(spent.lost):
        amount += most
    return amount


def _next_day(day: date | None) -> datetime | None:
    return datetime.combine(day + timedelta(days=1), time(), UTC) if day else None
