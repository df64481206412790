"""Whatever people play, dispute and are excused from, every view counts them alike, and nobody twice or not at all."""

import csv
import io
import re
from collections import Counter
from collections.abc import AsyncIterator
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import update

from bot.app.wiring import house_on
from bot.flows.assignment_file import assignment_file
from bot.flows.following import buyers, everybody, team_assignments
from bot.flows.house import House
from bot.flows.managers import Role
from bot.flows.progress import assignments_of, progress_of
from bot.states import STATES
from bot.views.follow_modals import people_modal, seeds_modal
from bot.views.team_assignments import team_assignments_message
from bot.views.totals import totals_words
from storage import assignments, pinned_packs, verdicts
from storage.assignments import Assignment, Attempt
from storage.database import Database, open_database
from storage.tables import runs
from storage.tables import verdicts as verdict_rows
from storage.verdicts import Adjusted
from tests.assigned import ASSIGNMENT, DUE, SEEDS, START, TEAM, assignee, assignment, window
from tests.databases import fresh_url
from tests.storage.given import new_run

PEOPLE = 9


class AllManagers:
    """Everybody is a manager."""

    async def everyone(self) -> tuple[str, ...]:
        return ("UMEI",)

    async def admins(self) -> tuple[str, ...]:
        return ("UMEI",)

    async def role(self, user: str) -> Role:
        return "manager"

    async def includes(self, user: str) -> bool:
        return True


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """A fresh database, open."""
    opened = await open_database(fresh_url("sqlite", tmp_path))
    yield opened
    await opened.close()


def _verdict(run: str, chance: Random, team: str = TEAM) -> dict[str, Any]:
    score = chance.randint(40, 100)
    checks = [{"id": "trust", "title": "Trust", "won": chance.choice([None, 0, 2, 4]), "of": 4}]
    return {"team": team, "run_id": run, "det_score": score, "passed": score >= 70, "payload": {"checks": checks},
            "rubric_hash": "r", "at": START, "complies": chance.random() < 0.9}  # fmt: skip


async def history(house: House, chance: Random) -> Assignment:
    """An assignment, and what nine people happen to have made of it."""
    loaded = house.packs.get("car_sales")
    seeds = SEEDS[: chance.randint(1, 3)]
    made = assignment(seeds=seeds, attempts=chance.randint(0, 3), pack_hash=loaded.hash, pass_mark=70)
    everybody = [assignee(f"U{nth}", due_at=DUE + timedelta(hours=chance.randint(-8, 8))) for nth in range(PEOPLE)]
    async with house.database.writing() as connection:
        await pinned_packs.pin(connection, "car_sales", loaded.hash, loaded.source_json, START)
        await assignments.add(connection, made)
        closes = max(each.due_at for each in everybody)
        await assignments.add_window(connection, window(seeds=seeds, closes_at=closes), everybody)
    for nth, person in enumerate(everybody):
        for seed in (*seeds, 77):
            for time in range(1, chance.randint(0, 3) + 1):
                await attempt(house.database, chance, f"run-{nth}-{seed}-{time}", person.person, seed, time)
        if chance.random() < 0.15:
            async with house.database.writing() as connection:
                await assignments.excuse(connection, TEAM, ASSIGNMENT, 1, person.person, "UMEI", START)
    return made


async def attempt(database: Database, chance: Random, run: str, person: str, seed: int, nth: int) -> None:
    """A run that counts: under way, over, over too late, never opened, or disputed."""
    fate = chance.choice(["live", "over", "over", "over", "late", "void", "disputed"])
    values = asdict(new_run(rep=person, seed=seed)) | {"id": run, "status": "open", "profile": [], "rules": {}}
    values |= dict.fromkeys(("round", "revision", "event_count", "post_count", "epoch"), 0)
    ended = DUE + timedelta(hours=9) if fate == "late" else START + timedelta(hours=nth)
    values |= {"touched_at": START, "thread_ts": run}
    async with database.writing() as connection:
        await connection.do(lambda there: there.insert(runs, [values]))
        await assignments.add_attempt(connection, Attempt(TEAM, run, ASSIGNMENT, 1, person, seed, nth))
        if fate != "live":
            await connection.run(update(runs).where(runs.c.id == run).values(status="ended", ended_at=ended))
        if fate not in ("live", "void"):
            row = _verdict(run, chance)
            await connection.do(lambda there: there.insert(verdict_rows, [row]))
        if fate == "disputed":
            score = chance.randint(40, 100)
            await verdicts.adjust(connection, TEAM, run, Adjusted(score, score >= 70, chance.random() < 0.9))


@pytest.mark.parametrize("number", range(40))
async def test_every_view_counts_alike(database: Database, number: int) -> None:
    chance = Random(number)  # noqa: S311 - no secret hangs on it
    now = chance.choice([START + timedelta(days=2), DUE, DUE + timedelta(days=1)])
    house = house_on(database, lambda: now)
    managers = AllManagers()
    await history(house, chance)
    async with database.reading() as connection:
        progress = await progress_of(connection, TEAM, ASSIGNMENT, 1, now)
        mine = [(await assignments_of(connection, TEAM, each.person, now))[0] for each in progress.people]
    counted = Counter(each.state for each in progress.people)
    words = totals_words(progress.totals)
    assert sum(progress.totals.of(state) for state in STATES) == progress.totals.people == PEOPLE
    assert [progress.totals.of(state) for state in STATES] == [counted[state] for state in STATES]
    assert tuple(each.state for each in mine) == progress.people, "everybody sees of themselves what their manager sees"
    listed = team_assignments_message(*await team_assignments(house, managers, TEAM, "UMEI"), now)
    assert words in str(listed.blocks)
    people = people_modal(*await everybody(house, managers, TEAM, "UMEI", ASSIGNMENT, 1), 1)
    assert words in str(people)
    assert Counter(re.findall(r"'<@U\d> · ([a-z ]+)", str(people))) == _spaced(counted)
    found = await buyers(house, managers, TEAM, "UMEI", ASSIGNMENT, 1)
    assert words in str(seeds_modal(*found))
    assert all(each.people == PEOPLE == sum(each[1:]) for each in found.per_seed)
    file = await assignment_file(house, TEAM, ASSIGNMENT, "UMEI")
    rows = csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")))
    assert Counter({row["person"]: row["state"] for row in rows}.values()) == counted


def _spaced(counted: Counter[Any]) -> Counter[str]:
    """As they stand in the view, where a space follows those who still have something to do."""
    return Counter({f"{state} " if state in ("overdue", "not started", "in progress") else state: count
                    for state, count in counted.items() if count})  # fmt: skip
