"""How much the language model may be used: by a run in all, by a person, a team and everybody together in a day.

A call is let through while there is room, and then runs to its end: no account spends more than its cap and one call.
So that this holds for calls at the same time too, the most that one can take is set aside while it is under way; only
attempts that have to be repeated can come on top.
Counting alone: whoever keeps the ledger keeps it between calls.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple

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


@dataclass(frozen=True)
class Amount:
    """Tokens and micro-dollars."""

    tokens: int = 0
    micro_dollars: int = 0

    def __add__(self, other: "Amount") -> "Amount":
        return Amount(self.tokens + other.tokens, self.micro_dollars + other.micro_dollars)

    def __sub__(self, other: "Amount") -> "Amount":
        return Amount(self.tokens - other.tokens, self.micro_dollars - other.micro_dollars)


NONE = Amount()


class Cap(NamedTuple):
    """What a budget allows; None is without a limit."""

    tokens: int | None = None
    micro_dollars: int | None = None

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


class Hold(NamedTuple):
    """What is set aside for a call under way, on the accounts of the day that it began on."""

    accounts: tuple[Account, ...]
    most: Amount


@dataclass(frozen=True)
class Ledger:
    """What each account has spent, and what is set aside on it."""

    spent: Mapping[Account, Amount] = field(default_factory=dict)
    held: Mapping[Account, Amount] = field(default_factory=dict)


def hold(ledger: Ledger, caps: Mapping[Scope, Cap], payer: Payer, most: Amount, now: datetime) -> tuple[Ledger, Hold]:
    """The ledger with `most` set aside for a call; OverBudget names the budget that has no room for it."""
    accounts = accounts_of(payer, now)
    for account in accounts:
        _check_room(ledger, caps.get(account.scope, Cap()), account)
    return Ledger(ledger.spent, _added(ledger.held, accounts, most)), Hold(accounts, most)


def settle(ledger: Ledger, held: Hold, amount: Amount) -> Ledger:
    """The ledger once the call is over and took this amount."""
    left = _added(ledger.held, held.accounts, NONE - held.most)
    open_holds = {account: most for account, most in left.items() if most != NONE}
    return Ledger(_added(ledger.spent, held.accounts, amount), open_holds)


def accounts_of(payer: Payer, now: datetime) -> tuple[Account, ...]:
    """The four accounts that a call counts on. Teams are in every key but the one for everybody."""
    today = now.astimezone(UTC).date()
    return (
        Account(Scope.RUN, (payer.team, payer.run), None),
        Account(Scope.PERSON, (payer.team, payer.person), today),
        Account(Scope.TEAM, (payer.team,), today),
        Account(Scope.DAY, (), today),
    )


def most_of(request: ModelRequest, list_price: int | None = None) -> Amount:
    """The most that an attempt can take: a token is at least a byte. `list_price` is the list's, if known."""
    schema = str(request.schema.model_json_schema()) if request.schema else ""
    texts = [request.instructions, schema, *(turn.text for turn in request.turns)]
    tokens = sum(len(text.encode()) + FRAMING for text in texts) + request.max_output_tokens
    return Amount(tokens, tokens * ASSUMED_PRICE if list_price is None else list_price)


def amount_of(spent: Spent, most: Amount) -> Amount:
    """What a call is counted with: what it took, at an assumed price if it has none, and the most per lost attempt."""
    tokens, known = spent.usage.total, spent.micro_dollars
    amount = Amount(tokens, tokens * ASSUMED_PRICE if known is None else known)
    for _ in range(spent.lost):
        amount += most
    return amount


def _check_room(ledger: Ledger, cap: Cap, account: Account) -> None:
    spent = ledger.spent.get(account, NONE)
    if cap.is_reached(spent):
        raise OverBudget(_WHOSE[account.scope], _next_day(account.day))
    if cap.is_reached(spent + ledger.held.get(account, NONE)):
        raise OverBudget(_WHOSE[account.scope], _next_day(account.day), held=True)


def _next_day(day: date | None) -> datetime | None:
    return datetime.combine(day + timedelta(days=1), time(), UTC) if day else None


def _added(amounts: Mapping[Account, Amount], accounts: Iterable[Account], amount: Amount) -> dict[Account, Amount]:
    return {**amounts, **{account: amounts.get(account, NONE) + amount for account in accounts}}
