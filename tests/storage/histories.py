"""Random histories of a team's verdicts, and what they must come to, reckoned by hand."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, Table, and_, bindparam, delete, select, update

from engine.board.places import percentile
from storage import boards, panel_marks, totals
from storage.board_tables import board_sums, board_totals
from storage.board_tables import boards as boards_table
from storage.board_tables import panel_marks as marks_table
from storage.tables import preferences, runs, verdicts
from storage.team_tables import attempts
from storage.transaction import Transaction
from storage.verdicts import Counts, VerdictRow
from storage.verdicts import insert as insert_verdict


def _of_team(table: Table, *names: str) -> Select[*tuple[Any, ...]]:
    return select(*(table.c[name] for name in names)).where(table.c.team == bindparam("in_team"))


def _of_run(table: Table) -> ColumnElement[bool]:
    return and_(
        table.c.team == bindparam("in_team"), table.c["id" if table is runs else "run_id"] == bindparam("of_run")
    )


START = datetime(2026, 10, 23, 18, tzinfo=UTC)
"""Three days before clocks go back in Berlin."""
ENGINE = "1"
MARKS = tuple(range(10, 58))
CHECKS = ("claim", "anchor", "close", "heard", "trust")
ZONES = ("UTC", "Europe/Berlin", "Asia/Tokyo", "America/New_York")
Rows = dict[tuple[str, ...], tuple[int | None, ...]]

_FIGURES = ("runs", "points", "common_runs", "common_points", "checks", "rise")
_TOTALS = _of_team(board_totals, "period", "pack", "rep", *_FIGURES)
_SUMS = _of_team(board_sums, "period", "pack", "people", "runs", "points", "ranked", "common_ranked")
_DROP = {table: delete(table).where(_of_run(table)) for table in (verdicts, attempts, runs)}
_ADJUST = update(verdicts).where(_of_run(verdicts)).values(adjusted=bindparam("score"))
_HIDE_OR_SHOW = (
    update(preferences)
    .where(preferences.c.team == bindparam("in_team"), preferences.c.person == bindparam("of_person"))
    .values(hides_name=~preferences.c.hides_name)
)
_MOVE = update(boards_table).where(boards_table.c.team == bindparam("in_team")).values(zone=bindparam("to_zone"))


@dataclass
class Run:
    """A run with the verdict on it, if it has one."""

    id: str
    rep: str
    pack: str
    seed: int
    is_common: bool
    at: datetime
    score: int = 0
    full: tuple[str, ...] = ()
    spoke: bool = True
    is_measured: bool = True
    is_judged: bool = True


@dataclass
class History:
    """What happens in one team, one thing after the other, in an open transaction."""

    team: str
    random: Random
    zone: str = "UTC"
    now: datetime = START
    begun: int = 0
    runs: dict[str, Run] = field(default_factory=dict)

    def go_on(self, transaction: Transaction) -> None:
        """One more thing happens."""
        self.now += timedelta(minutes=self.random.randrange(1, 3_000))
        judged = [run for run in self.runs.values() if run.is_judged]
        what = self.random.choices(
            (self._verdict, self._dispute, self._re_open, self._delete, self._forget, self._measure, self._hide,
             self._move),
            (12, 3, 2, 2, 1, 2, 1, 1),
        )[0]  # fmt: skip
        if what in (self._verdict, self._move, self._hide) or not judged:
            (what if what in (self._move, self._hide) else self._verdict)(transaction, None)
        else:
            what(transaction, self.random.choice(judged))

    def _verdict(self, transaction: Transaction, _: Run | None) -> None:
        """A run ends, or one that was opened again ends once more."""
        waiting = [run for run in self.runs.values() if not run.is_judged]
        run = self.random.choice(waiting) if waiting and self.random.random() < 0.5 else self._begun(transaction)
        run.at, run.is_judged = self.now, True
        run.score, run.full = self.random.randrange(101), self._some_checks()
        run.spoke, run.is_measured = self.random.random() < 0.9, self.random.random() < 0.8
        insert_verdict(
            transaction, self.team, run.id, VerdictRow(run.score, False, {}, "r", counts=_counts(run)), run.at
        )
        totals.settle(transaction, self.team, run.rep)

    def _begun(self, transaction: Transaction) -> Run:
        self.begun += 1
        run = Run(
            f"{self.team}-{self.begun}",
            self.random.choice(("ana", "ben", "chidi")),
            self.random.choice(("car_sales", "saas_renewal")),
            self.random.randrange(6),
            self.random.random() < 0.4,
            self.now,
        )
        self.runs[run.id] = run
        transaction.insert(runs, [_run_row(self.team, run)])
        if run.is_common:
            transaction.insert(attempts, [_attempt_row(self.team, run)])
        return run

    def _dispute(self, transaction: Transaction, run: Run) -> None:
        """A manager changes the points of a check."""
        run.score, run.full = self.random.randrange(101), self._some_checks()
        transaction.run(_ADJUST, in_team=self.team, of_run=run.id, score=run.score)
        totals.rescored(transaction, self.team, run.id, run.score, run.full)

    def _re_open(self, transaction: Transaction, run: Run) -> None:
        """The run goes on: there is no verdict on it for now."""
        run.is_judged = False
        transaction.run(_DROP[verdicts], in_team=self.team, of_run=run.id)
        totals.settle(transaction, self.team, run.rep)

    def _delete(self, transaction: Transaction, run: Run) -> None:
        del self.runs[run.id]
        self._drop(transaction, run)
        totals.settle(transaction, self.team, run.rep)

    def _forget(self, transaction: Transaction, run: Run) -> None:
        """Everything of a person is deleted."""
        for theirs in [each for each in self.runs.values() if each.rep == run.rep]:
            del self.runs[theirs.id]
            self._drop(transaction, theirs)
        totals.settle(transaction, self.team, run.rep)

    def _drop(self, transaction: Transaction, run: Run) -> None:
        for table in (verdicts, attempts, runs):
            transaction.run(_DROP[table], in_team=self.team, of_run=run.id)

    def _measure(self, transaction: Transaction, run: Run) -> None:
        """A score that could not be held against the panel's at first is, now."""
        run.is_measured = True
        totals.measured(transaction, self.team, run.id, _counts(run))

    def _hide(self, transaction: Transaction, _: Run | None) -> None:
        """Somebody hides their name or shows it: totals are the same for those who do."""
        person = {"team": self.team, "person": self.random.choice(("ana", "ben", "chidi"))}
        transaction.insert_new(
            preferences, {**person, "hides_name": False, "wants_reminders": True}, preferences.c.person
        )
        transaction.run(_HIDE_OR_SHOW, in_team=self.team, of_person=person["person"])

    def _move(self, transaction: Transaction, _: Run | None) -> None:
        """The team's days begin elsewhere."""
        self.zone = self.random.choice(ZONES)
        boards.held(transaction, self.team)
        transaction.run(_MOVE, in_team=self.team, to_zone=self.zone)
        totals.from_scratch(transaction, self.team)

    def _some_checks(self) -> tuple[str, ...]:
        return tuple(self.random.sample(CHECKS, self.random.randrange(len(CHECKS))))


def by_hand(history: History) -> Rows:
    """Every total and every sum of the team, from what the history remembers."""
    counting: dict[tuple[str, str, str], list[Run]] = defaultdict(list)
    first: dict[tuple[str, str, int], Run] = {}
    before: dict[str, str] = {}
    for run in sorted(history.runs.values(), key=lambda run: (run.at, run.id)):
        if run.is_judged and run.spoke:
            first.setdefault((run.rep, run.pack, run.seed), run)
    for run in first.values():
        if run.is_measured:
            there = run.at.astimezone(ZoneInfo(history.zone))
            for period, earlier in _periods(there):
                before[period] = earlier
                counting[period, "", run.rep].append(run)
                counting[period, run.pack, run.rep].append(run)
    rows: Rows = {}
    for (period, pack, rep), those in counting.items():
        figures, rise = _figures(those), _mean(those)
        earlier = _mean(counting.get((before[period], pack, rep), []))
        rise = rise - earlier if rise is not None and earlier is not None and rise > earlier else None
        rows[period, pack, rep] = (*figures, rise)
        common = [run for run in those if run.is_common]
        part = (1, len(those), _points(those), _mean(those) is not None, _mean(common) is not None)
        so_far = rows.get((period, pack), (0,) * len(part))
        rows[period, pack] = tuple((each or 0) + more for each, more in zip(so_far, part, strict=True))
    return rows


def _periods(there: datetime) -> list[tuple[str, str]]:
    """The periods that it is then, each with the one before."""
    week, month = there - timedelta(days=7), there.replace(day=1) - timedelta(days=1)
    season = there.replace(day=1, month=there.month - (there.month - 1) % 3) - timedelta(days=1)
    named = ("%G-W%V", there, week), ("%Y-%m", there, month)
    quarters = tuple(f"{each:%Y}-Q{(each.month + 2) // 3}" for each in (there, season))
    return [
        *((f"{now:{form}}", f"{then:{form}}") for form, now, then in named),
        (quarters[0], quarters[1]),
        ("all", ""),
    ]


def _mean(counting: list[Run]) -> int | None:
    runs = len(counting)
    return max(1, min(99, (_points(counting) + 50 * runs) // (100 * runs))) if runs >= 3 else None


def as_stored(transaction: Transaction, team: str) -> Rows:
    """Every total and every sum of the team as it stands in the tables."""
    rows: Rows = {tuple(row[:3]): tuple(row[3:]) for row in transaction.all(_TOTALS, in_team=team)}
    summed = transaction.all(_SUMS, in_team=team)
    return rows | {(row[0], row[1]): tuple(row[2:]) for row in summed if any(row[2:])}


def put_marks(transaction: Transaction) -> None:
    """The panel's marks, the same on every buyer here."""
    rows = [{"pack_hash": "hash", "engine": ENGINE, "seed": seed, "marks": list(MARKS)} for seed in range(6)]
    transaction.insert(marks_table, rows)
    assert panel_marks.find(transaction, "hash", ENGINE, 3) == MARKS


def _figures(counting: list[Run]) -> tuple[int, int, int, int, int]:
    common = [run for run in counting if run.is_common]
    checks = {check for run in counting for check in run.full}
    return len(counting), _points(counting), len(common), _points(common), len(checks)


def _points(counting: list[Run]) -> int:
    return sum(percentile(run.score, MARKS) for run in counting)


def _counts(run: Run) -> Counts:
    if run.is_measured:
        return Counts(percentile(run.score, MARKS), ENGINE, run.full, run.spoke)
    return Counts(full=run.full, spoke=run.spoke)


def _attempt_row(team: str, run: Run) -> dict[str, Any]:
    return {
        "team": team,
        "run_id": run.id,
        "assignment": "a",
        "number": 1,
        "person": run.rep,
        "seed": run.seed,
        "nth": 1,
    }


def _run_row(team: str, run: Run) -> dict[str, Any]:
    return {
        "team": team, "id": run.id, "channel": "C1", "thread_ts": None, "rep": run.rep, "pack": run.pack,
        "pack_hash": "hash", "draw_epoch": 1, "seed": run.seed, "mode": "strict", "engine": ENGINE, "profile": [],
        "profile_hash": "p", "rules": {}, "status": "ended", "round": 1, "revision": 1, "event_count": 0,
        "post_count": 0, "epoch": 0, "opened_at": run.at, "touched_at": run.at, "model": "",
    }  # fmt: skip
