"""The books of the language models: what was spent, and what is set aside for calls under way.

Whoever opens or closes an entry does so alone, in whatever process: no account can be overdrawn by calls that begin
together. What is set aside by a process that dies counts as spent once its time is over.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Table, bindparam, delete, func, select

from engine.llm.budget import Account, Amount, Cap, Scope, Standing, accounts_of, day_of, refusal
from engine.llm.purse import Call, Hold, Took
from engine.llm.troubles import OverBudget
from storage.columns import UtcDateTime
from storage.database import Database
from storage.tables import open_calls, spend
from storage.together import Together
from storage.transaction import Transaction

Writing = Database | Together
"""Where an entry is written: at once, or with others that come at the same time."""

_LOCK = 4_702_111_234_474_983_746
"""The advisory lock's number: nothing but these books uses it."""

_FIGURES = (
    "calls",
    "attempts",
    "answered",
    "refused",
    "input_tokens",
    "cached_tokens",
    "output_tokens",
    "micro_dollars",
    "unpriced",
    "counted_tokens",
    "counted_micro_dollars",
)
_NOTHING = dict.fromkeys(_FIGURES, 0)
_WHOSE = ("team", "run_id", "day", "person", "purpose", "model")
_COUNTED_BY: Mapping[Scope, tuple[str, ...]] = {
    Scope.RUN: ("team", "run_id"),
    Scope.PERSON: ("day", "team", "person"),
    Scope.TEAM: ("day", "team"),
    Scope.DAY: ("day",),
}


def _sums(table: Table, tokens: str, money: str) -> Mapping[Scope, Any]:
    """For each scope, what its account comes to in the table."""
    sums = select(*(func.coalesce(func.sum(table.c[name]), 0) for name in (tokens, money)))
    return {
        scope: sums.where(*(table.c[name] == bindparam(f"this_{name}") for name in names))
        for scope, names in _COUNTED_BY.items()
    }


_SPENT = _sums(spend, "counted_tokens", "counted_micro_dollars")
_HELD = _sums(open_calls, "most_tokens", "most_micro_dollars")
_THIS = (open_calls.c.team == bindparam("in_team"), open_calls.c.id == bindparam("this_call"))
_CLOSE = delete(open_calls).where(*_THIS)
_CLOSE_LOST = (
    delete(open_calls).where(open_calls.c.until <= bindparam("now", type_=UtcDateTime())).returning(*open_calls.c)
)


async def open_call(
    database: Writing, call_id: str, call: Call, caps: Mapping[Scope, Cap], until: datetime
) -> OverBudget | None:
    """Sets aside what the call can take, for `until` at most; why not, where a budget has no room. Either is kept."""
    whose = _whose(call)

    def set_aside(transaction: Transaction) -> OverBudget | None:
        transaction.one_at_a_time(_LOCK)
        _count_lost(transaction, call.at)
        over = refusal(caps, _standings(transaction, call, caps))
        if over:
            transaction.add(spend, whose | _NOTHING | {"refused": 1})
        else:
            most = {"most_tokens": call.most.tokens, "most_micro_dollars": call.most.micro_dollars}
            transaction.insert(open_calls, [whose | most | {"id": call_id, "until": until}])
        return over

    return await database.write(set_aside)


async def close_call(database: Writing, hold: Hold, took: Took) -> bool:
    """Writes down what the call took; False, without effect, where it has been counted as lost meanwhile."""
    usage, known = took.spent.usage, took.spent.micro_dollars
    figures = {
        "calls": 1,
        "attempts": took.attempts,
        "answered": int(took.answered),
        "input_tokens": usage.input,
        "cached_tokens": usage.cached_read,
        "output_tokens": usage.output,
        "micro_dollars": known or 0,
        "unpriced": int(known is None),
        "counted_tokens": took.counted.tokens,
        "counted_micro_dollars": took.counted.micro_dollars,
    }
    row = _whose(hold.call) | _NOTHING | figures

    def settle(transaction: Transaction) -> bool:
        transaction.one_at_a_time(_LOCK)
        if not transaction.run(_CLOSE, in_team=hold.call.payer.team, this_call=hold.id):
            return False
        transaction.add(spend, row)
        return True

    return await database.write(settle)


def _whose(call: Call) -> dict[str, Any]:
    payer = call.payer
    return dict(
        zip(_WHOSE, (payer.team, payer.run, day_of(call.at), payer.person, call.purpose, call.model), strict=True)
    )


def _standings(transaction: Transaction, call: Call, caps: Mapping[Scope, Cap]) -> dict[Account, Standing]:
    """How those accounts stand that have a cap."""
    limited = [account for account in accounts_of(call.payer, call.at) if caps.get(account.scope, Cap()).is_set]
    whose = _whose(call)
    return {
        account: Standing(*(_sum(transaction, sums, account.scope, whose) for sums in (_SPENT, _HELD)))
        for account in limited
    }


def _sum(transaction: Transaction, sums: Mapping[Scope, Any], scope: Scope, whose: Mapping[str, Any]) -> Amount:
    values = {f"this_{name}": whose[name] for name in _COUNTED_BY[scope]}
    row = transaction.first(sums[scope], **values)
    return Amount(*map(int, row)) if row else Amount()


def _count_lost(transaction: Transaction, now: datetime) -> None:
    """Counts calls that nobody has closed in time with the most that they can have taken."""
    for row in transaction.all(_CLOSE_LOST, now=now):
        transaction.add(spend, lost(row._asdict()))


def lost(opened: Mapping[str, Any]) -> dict[str, Any]:
    """What a call that was opened and will not be closed comes to: the most that it can have taken."""
    counted = {"counted_tokens": opened["most_tokens"], "counted_micro_dollars": opened["most_micro_dollars"]}
    return {name: opened[name] for name in _WHOSE} | _NOTHING | {"calls": 1, "attempts": 1, "unpriced": 1} | counted
