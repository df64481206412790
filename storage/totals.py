"""Everybody's totals on each board. They are kept in the transaction that gives, changes or takes away a verdict.

Whoever's verdicts have changed has their rows reckoned anew from all of them, by the same rule as everybody's from
scratch: there is no second way to come to a total. Only the rows that differ are written, and the sums of boards change
by as much.
"""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from sqlalchemy import and_, bindparam, delete, select, update

from engine.board.places import percentile
from engine.board.shown import Sums
from engine.board.totals import Board, Entry, Total, totals_of
from storage import boards, panel_marks
from storage.board_tables import board_sums, board_totals
from storage.connection import Connection
from storage.tables import runs, verdicts
from storage.team_tables import attempts
from storage.transaction import Found, Transaction
from storage.verdicts import Counts, count

_THEIRS = and_(runs.c.team == bindparam("in_team"), runs.c.rep == bindparam("of_rep"), verdicts.c.spoke)
_WITH_RUN = and_(verdicts.c.team == runs.c.team, verdicts.c.run_id == runs.c.id)
_COUNTS = and_(attempts.c.team == runs.c.team, attempts.c.run_id == runs.c.id)
_ENTRIES = (
    select(
        runs.c.id,
        runs.c.pack,
        runs.c.draw_epoch,
        runs.c.seed,
        verdicts.c.at,
        verdicts.c.percentile,
        attempts.c.run_id.is_not(None),
        verdicts.c.full_checks,
    )
    .select_from(runs.join(verdicts, _WITH_RUN).outerjoin(attempts, _COUNTS))
    .where(_THEIRS)
)
_RUN = (
    select(runs.c.pack_hash, runs.c.seed, runs.c.rep, verdicts.c.engine)
    .select_from(runs.join(verdicts, _WITH_RUN))
    .where(runs.c.team == bindparam("in_team"), runs.c.id == bindparam("of_run"))
)
_REPS = (
    select(runs.c.rep).distinct().select_from(runs.join(verdicts, _WITH_RUN)).where(runs.c.team == bindparam("in_team"))
)
_FIGURES = (*Total._fields, "percent", "common_percent")
_ROWS = select(board_totals.c.period, board_totals.c.pack, *(board_totals.c[name] for name in Total._fields)).where(
    board_totals.c.team == bindparam("in_team"), board_totals.c.rep == bindparam("of_rep")
)
_THIS = and_(
    board_totals.c.team == bindparam("in_team"),
    board_totals.c.period == bindparam("in_period"),
    board_totals.c.pack == bindparam("of_pack"),
    board_totals.c.rep == bindparam("of_rep"),
)
_CHANGE = update(board_totals).where(_THIS).values({name: bindparam(f"new_{name}") for name in _FIGURES})
_DROP = delete(board_totals).where(_THIS)
_CLEAR = tuple(delete(table).where(table.c.team == bindparam("in_team")) for table in (board_totals, board_sums))


def settle(transaction: Transaction, team: str, rep: str) -> None:
    """Brings the person's totals up to date, after verdicts of theirs have come, changed or gone in the transaction."""
    zone = boards.zone_of(transaction, team)
    transaction.one_at_a_time(_lock(team, rep))
    entries = [_entry(row) for row in transaction.all(_ENTRIES, in_team=team, of_rep=rep)]
    _write(transaction, team, rep, totals_of(entries, zone))


def withdraw(transaction: Transaction, team: str, rep: str) -> None:
    """Takes the person off every board, after all their verdicts have gone in the transaction."""
    boards.keep_zone(transaction, team)
    transaction.one_at_a_time(_lock(team, rep))
    _write(transaction, team, rep, {})


def rescored(transaction: Transaction, team: str, run_id: str, score: int, full: tuple[str, ...]) -> None:
    """The run's verdict counts by another score from now on. One that was never measured is measured later."""
    row = transaction.first(_RUN, in_team=team, of_run=run_id)
    if row is None:
        return
    marks = panel_marks.find(transaction, row.pack_hash, row.engine, row.seed)
    counts = Counts(percentile(score, marks), row.engine, full) if marks else Counts(full=full)
    count(transaction, team, run_id, counts)
    settle(transaction, team, row.rep)


def measured(transaction: Transaction, team: str, run_id: str, counts: Counts) -> None:
    """The run's verdict counts by this from now on."""
    count(transaction, team, run_id, counts)
    row = transaction.first(_RUN, in_team=team, of_run=run_id)
    if row is not None:
        settle(transaction, team, row.rep)


async def recompute(connection: Connection, team: str) -> None:
    """Every total of the team from its verdicts alone; what stood there is gone first."""
    await connection.do(lambda transaction: from_scratch(transaction, team))


def from_scratch(transaction: Transaction, team: str) -> None:
    """The same, inside a transaction."""
    boards.held(transaction, team)
    for clear in _CLEAR:
        transaction.run(clear, in_team=team)
    for (rep,) in transaction.all(_REPS, in_team=team):
        settle(transaction, team, rep)


def _write(transaction: Transaction, team: str, rep: str, wanted: Mapping[Board, Total]) -> None:
    rows = transaction.all(_ROWS, in_team=team, of_rep=rep)
    there = {Board(period, pack): Total(*figures) for period, pack, *figures in rows}
    gone = sorted(there.keys() - wanted.keys())
    transaction.run_each(_DROP, [_key(team, rep, board) for board in gone])
    changed = sorted(board for board in wanted.keys() & there.keys() if wanted[board] != there[board])
    transaction.run_each(_CHANGE, [_key(team, rep, board) | _changed(wanted[board]) for board in changed])
    new = sorted(wanted.keys() - there.keys())
    transaction.insert(board_totals, [_row(team, rep, board) | _figures(wanted[board]) for board in new])
    _sum_up(transaction, team, there, wanted)


def _sum_up(transaction: Transaction, team: str, there: Mapping[Board, Total], wanted: Mapping[Board, Total]) -> None:
    """Takes the person's part in the sums of boards from what it was to what it is, always in the same order: of two
    who change the same sums none is to wait for the other twice."""
    changes = {board: _change(there.get(board), wanted.get(board)) for board in sorted(there.keys() | wanted.keys())}
    rows = [{"team": team, **board._asdict(), **change._asdict()} for board, change in changes.items() if any(change)]
    transaction.add(board_sums, *rows)


def _change(before: Total | None, after: Total | None) -> Sums:
    change = Sums() if before is None else Sums().plus(before, -1)
    return change if after is None else change.plus(after)


def _key(team: str, rep: str, board: Board) -> dict[str, str]:
    return {"in_team": team, "of_rep": rep, "in_period": board.period, "of_pack": board.pack}


def _row(team: str, rep: str, board: Board) -> dict[str, Any]:
    return {"team": team, "rep": rep, "period": board.period, "pack": board.pack}


def _changed(total: Total) -> dict[str, int | None]:
    return {f"new_{name}": value for name, value in _figures(total).items()}


def _figures(total: Total) -> dict[str, int | None]:
    return total._asdict() | {"percent": total.percent, "common_percent": total.common_percent}


def _entry(row: Found) -> Entry:
    run, pack, draw_epoch, seed, at, share, is_common, full = row
    return Entry(run, pack, draw_epoch, seed, at, share, bool(is_common), frozenset(full or ()))


def _lock(team: str, rep: str) -> int:
    """The number of the person's own lock."""
    return int.from_bytes(sha256(f"board\n{team}\n{rep}".encode()).digest()[:8], signed=True)
