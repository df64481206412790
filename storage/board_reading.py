"""What a board shows, read from sums and the first rows of indexes: it costs the same for however many people and runs.

Who hides their name counts in the team and in how many have played, and is nobody else's neighbour: places are those
among the people whose names are shown.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Integer, Select, Text, and_, bindparam, func, or_, select

from engine.board.shown import Basis, Own, Shown, Sums, basis_of, first_places, most_of, team_of
from engine.timing.periods import Period
from storage.board_tables import board_sums, board_totals
from storage.columns import UtcDateTime
from storage.tables import preferences
from storage.team_tables import assignees, assignments, windows
from storage.transaction import Transaction

MOST = 100
"""Rows that are read to find the first places and who shares them."""


class Which(NamedTuple):
    """A team's board for a period, read at a moment; `pack` is empty for all packs, `zone` says when its days begin."""

    team: str
    period: Period
    pack: str
    zone: str
    now: datetime


_now = board_totals.alias("now")
_TEAM = bindparam("in_team", type_=Text)
_ON_BOARD = and_(_now.c.team == _TEAM, _now.c.period == bindparam("in_period"), _now.c.pack == bindparam("of_pack"))
_IS_SHOWN = ~(
    select(preferences.c.person)
    .where(preferences.c.team == _now.c.team, preferences.c.person == _now.c.rep, preferences.c.hides_name)
    .exists()
)
_SUMS = select(*(board_sums.c[name] for name in Sums._fields)).where(
    board_sums.c.team == _TEAM, board_sums.c.period == bindparam("in_period"), board_sums.c.pack == bindparam("of_pack")
)
_PERCENT: Mapping[Basis, ColumnElement[Any]] = {"all": _now.c.percent, "common": _now.c.common_percent}
_RUNS: Mapping[Basis, ColumnElement[Any]] = {"all": _now.c.runs, "common": _now.c.common_runs}
_TOP = {
    basis: select(_now.c.rep, percent)
    .where(_ON_BOARD, percent.is_not(None), _IS_SHOWN)
    .order_by(percent.desc())
    .limit(MOST)
    for basis, percent in _PERCENT.items()
}
_IMPROVED = (
    select(_now.c.rep, _now.c.rise)
    .where(_ON_BOARD, _now.c.rise.is_not(None), _IS_SHOWN)
    .order_by(_now.c.rise.desc())
    .limit(MOST)
)
_WIDEST = (
    select(_now.c.rep, _now.c.checks)
    .where(_ON_BOARD, _now.c.checks > 0, _IS_SHOWN)
    .order_by(_now.c.checks.desc())
    .limit(MOST)
)
_OWN = {
    basis: select(_RUNS[basis], percent).where(_ON_BOARD, _now.c.rep == bindparam("who"))
    for basis, percent in _PERCENT.items()
}
_AHEAD = {
    basis: select(func.count(), func.min(percent)).where(
        _ON_BOARD, percent > bindparam("mine", type_=Integer), _now.c.rep != bindparam("who"), _IS_SHOWN
    )
    for basis, percent in _PERCENT.items()
}
_IN_PERIOD = and_(
    windows.c.team == _TEAM,
    windows.c.closes_at > bindparam("since", type_=UtcDateTime()),
    windows.c.opens_at < bindparam("until", type_=UtcDateTime()),
    assignments.c.status != "cancelled",
    or_(bindparam("of_pack") == "", assignments.c.pack == bindparam("of_pack")),
)
_ASSIGNMENT = and_(assignments.c.team == windows.c.team, assignments.c.id == windows.c.assignment)
_HAS_PLAYED = select(_now.c.rep).where(_ON_BOARD, _now.c.rep == assignees.c.person).exists()
_ONLY_ASKED = (
    select(func.count(assignees.c.person.distinct()))
    .select_from(
        windows.join(assignments, _ASSIGNMENT).join(
            assignees,
            and_(
                assignees.c.team == windows.c.team,
                assignees.c.assignment == windows.c.assignment,
                assignees.c.number == windows.c.number,
            ),
        )
    )
    .where(_IN_PERIOD, assignees.c.excused_at.is_(None), ~_HAS_PLAYED)
)
_BUYERS = (
    select(assignments.c.pack, assignments.c.draw_epoch, windows.c.seeds)
    .select_from(windows.join(assignments, _ASSIGNMENT))
    .where(_IN_PERIOD)
)


def read(transaction: Transaction, which: Which) -> Shown:
    """The board as everybody sees it."""
    now, before = _sums(transaction, which), _sums_before(transaction, which)
    basis = basis_of(now)
    ranked = now.ranked_on(basis)
    first = first_places(_top(transaction, which, basis), ranked)
    return Shown(
        period=which.period,
        pack=which.pack,
        basis=basis,
        buyers=_common_buyers(transaction, which) if basis == "common" else 0,
        places=first,
        improved=most_of(_improved(transaction, which)),
        widest=most_of(_widest(transaction, which)),
        team=team_of(now, before, first),
        ranked=ranked,
        everybody=now.people + _only_asked(transaction, which),
        runs=now.runs,
    )


def read_own(transaction: Transaction, which: Which, person: str) -> Own:
    """The person's own place on that board, by what its places rest on."""
    return _own(transaction, which, person, basis_of(_sums(transaction, which)))


def _sums(transaction: Transaction, which: Which) -> Sums:
    """What everybody on the board has together."""
    row = transaction.first(_SUMS, **_board(which))
    return Sums(*map(int, row)) if row else Sums()


def _sums_before(transaction: Transaction, which: Which) -> Sums | None:
    """The same of the period before; None where there is none."""
    before = which.period.before
    return _sums(transaction, which._replace(period=before)) if before else None


def _top(transaction: Transaction, which: Which, basis: Basis) -> tuple[tuple[str, int], ...]:
    """People with the minimum of runs and their percentiles, the highest first, as many as first places can take."""
    return _pairs(transaction, _TOP[basis], which)


def _improved(transaction: Transaction, which: Which) -> tuple[tuple[str, int], ...]:
    """People whose percentile has risen since the period before, and by how much, the most first."""
    return _pairs(transaction, _IMPROVED, which)


def _widest(transaction: Transaction, which: Which) -> tuple[tuple[str, int], ...]:
    """People and how many different checks earned them all points, the most first."""
    return _pairs(transaction, _WIDEST, which)


def _own(transaction: Transaction, which: Which, person: str, basis: Basis) -> Own:
    """The person's own place, whether or not their name is shown."""
    row = transaction.first(_OWN[basis], **_board(which), who=person)
    if row is None:
        return Own(basis)
    runs, percent = row
    if percent is None:
        return Own(basis, runs)
    ahead = transaction.first(_AHEAD[basis], **_board(which), who=person, mine=percent)
    above, nearest = ahead if ahead else (0, None)
    return Own(basis, runs, percent, above + 1, nearest)


def _only_asked(transaction: Transaction, which: Which) -> int:
    """How many people have not played, and were asked to in a window that was open in the period."""
    if which.period.kind == "all":
        return 0
    row = transaction.first(_ONLY_ASKED, **_board(which), **_span(which))
    return int(row[0]) if row else 0


def _common_buyers(transaction: Transaction, which: Which) -> int:
    """How many different buyers people were given in windows that were open in the period."""
    rows = transaction.all(_BUYERS, in_team=which.team, of_pack=which.pack, **_span(which))
    return len({(pack, epoch, seed) for pack, epoch, seeds in rows for seed in seeds})


def _pairs(transaction: Transaction, statement: Select[tuple[str, int]], which: Which) -> tuple[tuple[str, int], ...]:
    return tuple((person, int(figure)) for person, figure in transaction.all(statement, **_board(which)))


def _board(which: Which) -> dict[str, str]:
    return {"in_team": which.team, "in_period": which.period.key, "of_pack": which.pack}


def _span(which: Which) -> dict[str, object]:
    return {"since": which.period.opens_at(which.zone), "until": min(which.period.closes_at(which.zone), which.now)}
