"""How long a board takes to read, and a verdict to be written with its totals, however many verdicts there are.

    .venv/bin/python -m benchmarks.leaderboard [--verdicts 1000000] [--reps 5000] [--times 300] [--on sqlite postgresql]

One team's verdicts, spread over a year and two packs, are put into a fresh database and its totals reckoned from
them; then boards of each period are read, own places asked for, and new verdicts committed, each timed by itself.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import text

from engine.board.places import BASIS_POINTS
from engine.timing.periods import KINDS, period_of
from storage import board_reading, totals, verdicts
from storage.board_reading import Which
from storage.database import Database, open_database
from storage.tables import runs
from storage.tables import verdicts as verdict_rows
from storage.transaction import Transaction
from storage.verdicts import Counts, VerdictRow
from tests.databases import BACKENDS, fresh_url

TEAM, PACKS, ENGINE = "T1", ("car_sales", "saas_renewal"), "1"
YEAR = timedelta(days=364)
LAST = datetime(2026, 11, 27, 12, tzinfo=UTC)
CHECKS = ("claim", "anchor", "close", "heard", "trust", "questions")
BATCH = 10_000
Act = Callable[[], Awaitable[None]]
AIM = 50
"""Milliseconds in which 99 of 100 boards are to be read."""


def main() -> None:
    """Fills each database, measures and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--verdicts", type=int, default=1_000_000)
    parser.add_argument("--reps", type=int, default=5_000)
    parser.add_argument("--times", type=int, default=300)
    parser.add_argument("--on", nargs="+", choices=BACKENDS, default=BACKENDS)
    options = parser.parse_args()
    print(f"{options.verdicts:,} verdicts of {options.reps:,} people")
    print(f"{'':<44} {'p50 ms':>8} {'p99 ms':>8} {'most ms':>8}")
    for backend in options.on:
        with tempfile.TemporaryDirectory() as folder:
            asyncio.run(_measure(backend, Path(folder), options.verdicts, options.reps, options.times))


async def _measure(backend: str, folder: Path, many: int, reps: int, times: int) -> None:
    chance = Random(1)  # noqa: S311 - no secret hangs on it
    database = await open_database(fresh_url(backend, folder))
    began = time.perf_counter()
    for rows in _batches(many, reps, chance):
        await database.write(partial(_put, rows))
    filled = time.perf_counter()
    for number in range(reps):
        await database.write(partial(_settle, _rep(number)))
    reckoned = time.perf_counter()
    await database.write(_tidy)
    print(f"{backend}: filled in {filled - began:.0f} s, totals of everybody from scratch in {reckoned - filled:.0f} s")
    worst = 0.0
    for what, act in _acts(database, many, reps, chance):
        taken = sorted([await _timed(act) for _ in range(times)])
        p99 = taken[len(taken) * 99 // 100]
        worst = max(worst, p99 if what.startswith("read") else 0)
        print(f"{f'{backend}, {what}':<44} {taken[len(taken) // 2]:>8.2f} {p99:>8.2f} {taken[-1]:>8.2f}")
    print(f"{backend}: the slowest board's p99 is {worst:.1f} ms, {'within' if worst < AIM else 'beyond'} {AIM} ms")
    await database.close()


def _acts(database: Database, many: int, reps: int, chance: Random) -> Iterator[tuple[str, Act]]:
    """What is measured, by its name."""
    for kind in KINDS:
        for pack in ("", PACKS[0]):
            which = Which(TEAM, period_of(kind, LAST.date()), pack, "UTC", LAST)
            yield f"read {kind}, {pack or 'all packs'}", partial(_read, database, which)
    always = Which(TEAM, period_of("all", LAST.date()), "", "UTC", LAST)

    async def own() -> None:
        person = _rep(chance.randrange(reps))
        await database.read(lambda there: board_reading.read_own(there, always, person))

    numbers = iter(range(many, 2 * many))

    async def write() -> None:
        row = _row(next(numbers), chance.randrange(reps), many, many, chance)
        await database.write(lambda there: _verdict(there, row))

    yield "own place, all time", own
    yield "write a verdict with its totals", write


async def _read(database: Database, which: Which) -> None:
    await database.read(lambda there: board_reading.read(there, which))


async def _timed(act: Act) -> float:
    began = time.perf_counter()
    await act()
    return 1_000 * (time.perf_counter() - began)


def _batches(many: int, reps: int, chance: Random) -> Iterator[list[dict[str, Any]]]:
    for first in range(0, many, BATCH):
        numbers = range(first, min(many, first + BATCH))
        yield [_row(number, number % reps, number, many, chance) for number in numbers]


def _row(number: int, rep: int, nth: int, many: int, chance: Random) -> dict[str, Any]:
    """A run and the verdict on it, the `nth` of `many` in the year."""
    return {
        "run": f"r{number}",
        "rep": _rep(rep),
        "pack": chance.choice(PACKS),
        "seed": number,
        "at": LAST - YEAR + YEAR * nth / many,
        "score": chance.randrange(101),
        "percentile": chance.randrange(BASIS_POINTS),
        "full": chance.sample(CHECKS, 3),
    }


def _rep(number: int) -> str:
    return f"U{number:05}"


def _settle(rep: str, transaction: Transaction) -> None:
    totals.settle(transaction, TEAM, rep)


def _put(rows: list[dict[str, Any]], transaction: Transaction) -> None:
    transaction.insert(runs, [_run(row) for row in rows])
    kept = ("percentile", "at")
    transaction.insert(
        verdict_rows,
        [
            {"team": TEAM, "run_id": row["run"], "det_score": row["score"], "passed": True, "payload": {},
             "rubric_hash": "r", "engine": ENGINE, "full_checks": row["full"], **{name: row[name] for name in kept}}
            for row in rows
        ],
    )  # fmt: skip


def _verdict(transaction: Transaction, row: dict[str, Any]) -> None:
    """As a turn commits it: the verdict, and the totals of its rep."""
    transaction.insert(runs, [_run(row)])
    counts = Counts(row["percentile"], ENGINE, tuple(row["full"]))
    verdicts.insert(transaction, TEAM, row["run"], VerdictRow(row["score"], True, {}, "r", counts=counts), row["at"])
    totals.settle(transaction, TEAM, row["rep"])


def _run(row: dict[str, Any]) -> dict[str, Any]:
    return {
        "team": TEAM, "id": row["run"], "channel": "C1", "thread_ts": None, "rep": row["rep"], "pack": row["pack"],
        "pack_hash": "hash", "draw_epoch": 1, "seed": row["seed"], "mode": "strict", "engine": ENGINE, "profile": [],
        "profile_hash": "p", "rules": {}, "status": "ended", "round": 8, "revision": 8, "event_count": 0,
        "post_count": 0, "epoch": 0, "opened_at": row["at"], "touched_at": row["at"], "ended_at": row["at"],
        "model": "",
    }  # fmt: skip


def _tidy(transaction: Transaction) -> None:
    """What a database does by itself while it is at work: it reckons how its rows are spread."""
    transaction.raw.execute(text("ANALYZE"))


if __name__ == "__main__":
    main()
