"""What a manager is about to assign is kept until they confirm it."""

from dataclasses import replace
from datetime import timedelta

from storage import drafts
from storage.database import Database
from storage.drafts import Draft
from tests.storage.given import NOW, TEAM

DRAFT = Draft(team=TEAM, id="d1", manager="U1", order={"title": "Discovery week", "seeds": [1, 2]}, made_at=NOW)


async def test_a_draft_is_read_as_it_was_written_and_as_it_was_changed(database: Database) -> None:
    async with database.writing() as connection:
        assert await drafts.add(connection, DRAFT)
        assert not await drafts.add(connection, DRAFT)
        assert await drafts.get(connection, TEAM, "d1") == DRAFT
        after = replace(DRAFT, order={"title": "Other"}, revision=1, status="placed")
        await drafts.change(connection, after)
        assert await drafts.hold(connection, TEAM, "d1") == after
        assert await drafts.get(connection, "T2", "d1") is None


async def test_old_drafts_are_forgotten(database: Database) -> None:
    async with database.writing() as connection:
        await drafts.add(connection, DRAFT)
        assert await drafts.forget(connection, NOW) == 0
        assert await drafts.forget(connection, NOW + timedelta(seconds=1)) == 1
        assert await drafts.get(connection, TEAM, "d1") is None
