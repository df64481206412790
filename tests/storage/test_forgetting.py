"""Whose data is deleted stands in no table any more, in no column; what others have stays, and sums stay right."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Column, Date, Integer, Table, Text, func, select, text
from sqlalchemy.types import TypeEngine

from engine.llm.budget import Amount
from storage import outbox, runs, usage
from storage.columns import Number, UtcDateTime, Words, metadata
from storage.database import Database
from storage.forgetting import FATES, forget
from storage.posts import Direct, Line, Whisper, decode, encode
from storage.tables import disputes, open_calls, spend
from storage.transaction import Transaction
from tests.storage.given import CHANNEL, NOW, TEAM, ended_run, entry, keep, open_run

GONE, OTHER, DM = "U0GONE000", "U0OTHER00", "D0GONE000"
NAME, WORDS = "Zoë Gone", "I said this once"
THEIR_TEAMS = ("assignments.title", "seed_packs.title", "sessions.title")
"""Words that a team has made its own: they stay."""
NO_PERSON = {
    "team", "id", "run_id", "channel", "thread_ts", "pack", "pack_hash", "hash", "source", "mode", "engine", "model",
    "profile_hash", "status", "lease_holder", "kind", "event_id", "message_ts", "position", "lane", "oid", "op",
    "sender", "ts", "rubric_hash", "check_id", "decided_key", "dispute_id", "purpose", "excerpt", "style", "answering",
    "act", "zone", "assignment", "difficulty", "repeats", "starts_on", "due_on", "until_on", "schedule", "outcome",
    "period", "shown", "other_run", "negotiation_id", "session_id", "market", "called", "item", "handle", "buyer",
    "sellers", "seller", "decision",
}  # fmt: skip
"""Columns of text that hold an id of something, a word of ours, or an address."""


def _is_text(column: Column[Any]) -> bool:
    return isinstance(column.type, Text)


def _is_words(column: Column[Any]) -> bool:
    return isinstance(column.type, Words)


def test_every_table_is_named_once() -> None:
    named = [fate.table.name for fate in FATES]
    assert sorted(named) == sorted(metadata.tables)


@pytest.mark.parametrize("fate", FATES, ids=lambda fate: fate.table.name)
def test_every_column_of_text_is_known_to_hold_a_person_or_none(fate: Any) -> None:
    unnamed = {column.name for column in fate.table.c if _is_text(column)} - NO_PERSON - set(fate.persons)
    assert unnamed <= ({"key"} if fate.table is disputes else set()), f"say in FATES what becomes of {unnamed}"
    words = {column.name for column in fate.table.c if _is_words(column)}
    kept = {name for name in words if f"{fate.table.name}.{name}" in THEIR_TEAMS}
    assert words - kept <= {*fate.persons, *fate.texts}, "say in FATES what becomes of what people wrote"


def _value(column: Column[Any], fate: Any, mark: str, person: str) -> Any:
    """A value of the column's type; ids of persons and words are those of the person."""
    kind: TypeEngine[Any] = column.type
    if column.name == "key" and fate.table.name == "once_keys":
        return f"press:C1:{person}:{mark}"
    if column.name in ("name", "sharer_name", "decider_name"):
        return f"{NAME} {person}"
    if column.name in fate.persons:
        return person
    if column.name in fate.texts:
        return f"{WORDS} {person}"
    if column.name == "team":
        return TEAM
    if isinstance(kind, UtcDateTime):
        return NOW
    if isinstance(kind, Date):
        return date(2026, 3, 2)
    if isinstance(kind, Boolean):
        return True
    if column.name == "cost_price":
        return int(mark) - 1
    if isinstance(kind, type(Number) | Integer):
        return int(mark)
    if isinstance(kind, JSON):
        return _json(fate.table.name, column.name, person)
    return mark


def _json(table: str, column: str, person: str) -> Any:
    if table == "outbox":
        return encode(Whisper(person, f"{WORDS} {person}"))
    if (table, column) == ("assignments", "whom"):
        return {"people": [person, OTHER], "groups": [], "channels": []}
    if (table, column) == ("drafts", "order"):
        return {"title": "Week", "whom": {"people": [person]}}
    if (table, column) == ("run_events", "payload"):
        return {"text": f"{WORDS} {person}"}
    return {"by": person} if table == "audit" else []


def _fill(transaction: Transaction, mark: str, person: str, tables: Sequence[Table] = ()) -> None:
    """One row in each table, about the person; they refer to one another by the mark."""
    fates = {fate.table.name: fate for fate in FATES}
    for table in tables or metadata.sorted_tables:
        if [each.name for each in table.primary_key] == ["team"] and transaction.first(_all(table)):
            continue
        row = {each.name: _value(each, fates[table.name], mark, person) for each in table.c}
        transaction.insert(table, [row | ({"status": "sent"} if table.name == "outbox" else {})])


async def _everything(database: Database) -> dict[str, list[str]]:
    """Every value of every row, as text."""

    def read(transaction: Transaction) -> dict[str, list[str]]:
        return {
            table.name: [json.dumps(list(row), default=str, ensure_ascii=False) for row in transaction.all(_all(table))]
            for table in metadata.sorted_tables
        }

    return await database.read(read)


def _all(table: Table) -> Any:
    return select(*table.c)


def _hits(found: dict[str, list[str]], *words: str) -> list[str]:
    return [f"{table}: {row}" for table, rows in found.items() for row in rows if any(word in row for word in words)]


async def test_afterwards_no_column_of_any_table_holds_the_person(database: Database) -> None:
    await database.write(lambda there: _fill(there, "1", GONE))
    assert {hit.split(":")[0] for hit in _hits(await _everything(database), GONE)} >= {
        fate.table.name for fate in FATES if fate.persons
    }
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    assert _hits(await _everything(database), GONE, NAME, WORDS) == []


async def test_nothing_of_another_person_is_touched(database: Database) -> None:
    await database.write(lambda there: _fill(there, "2", OTHER))
    before = await _everything(database)
    await database.write(lambda there: _fill(there, "1", GONE))
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    after = await _everything(database)
    assert [row for table, rows in before.items() for row in rows if row not in after[table]] == []


async def test_another_teams_person_of_the_same_id_stays(database: Database) -> None:
    await database.write(lambda there: _fill(there, "1", GONE))
    before = await _everything(database)
    await database.write(lambda there: forget(there, "T2", GONE, now=NOW, dm=DM))
    assert await _everything(database) == before


async def _ended_run_of(database: Database, person: str, thread: str) -> Any:
    return await ended_run(database, thread, rep=person)


async def test_what_stands_in_slack_is_erased_answers_first_and_leaves_no_row(database: Database) -> None:
    run = await _ended_run_of(database, GONE, "100.000001")
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    sent = await outbox.take_due(database, "w", NOW, 100)
    assert [each.post.kind for each in sent] == ["erase"] * len(sent)
    stands = [each.thread_ts for each in sent]
    assert stands == sorted(stands, reverse=True)
    assert run.thread_ts in stands
    assert {each.channel for each in sent} == {CHANNEL}
    for each in sent:
        await outbox.mark_sent(database, each.oid, "", NOW)
    assert (await _everything(database))["outbox"] == []


async def test_posts_that_nobody_has_sent_are_gone_and_those_to_others_name_nobody(database: Database) -> None:
    async with database.writing() as connection:
        await outbox.enqueue(connection, TEAM, "a", Direct(GONE, "for you"), now=NOW)
        told = Whisper(OTHER, f"Only <@{GONE}> can answer here.")
        await outbox.enqueue(connection, TEAM, "b", told, now=NOW)
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    [left] = await outbox.take_due(database, "w", NOW, 10)
    assert left.post == Whisper(OTHER, "Only somebody whose data was deleted can answer here.")


async def test_what_was_sent_to_their_messages_is_erased_there(database: Database) -> None:
    async with database.writing() as connection:
        oid = await outbox.enqueue(connection, TEAM, "a", Direct(GONE, "for you"), now=NOW)
    assert oid
    await outbox.take_due(database, "w", NOW, 10)
    await outbox.mark_sent(database, oid, "300.000001", NOW)
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    [left] = await outbox.take_due(database, "w", NOW, 10)
    assert (left.post.kind, left.channel, left.thread_ts) == ("erase", DM, "300.000001")


async def test_the_words_of_their_lines_are_gone_from_the_inbox(database: Database) -> None:
    run = await open_run(database, rep=GONE)
    await keep(database, entry(run, WORDS))
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    assert (await _everything(database))["inbox"] == []
    async with database.reading() as connection:
        assert await runs.get(connection, TEAM, run.id) is None


async def test_what_was_spent_is_the_same_sum_without_a_person(database: Database) -> None:
    await database.write(lambda there: _fill(there, "1", GONE))
    await database.write(lambda there: _fill(there, "2", GONE, (spend, open_calls)))
    await database.write(lambda there: _fill(there, "3", OTHER))
    before = await _sums(database)
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    after = await _sums(database)
    lost = 1 + 2  # what was set aside for the calls that were under way
    assert after == [before[0] + lost, before[1], before[2]]
    async with database.reading() as connection:
        named = await usage.people(connection, TEAM, date(2026, 3, 1), 10)
        most = await usage.fullest(connection, TEAM, usage.Scope.PERSON, date(2026, 3, 2))
    assert {person for person, _ in named} == {"", OTHER}
    assert most == Amount(3, 3), "no person is charged for those who left"


async def _sums(database: Database) -> list[int]:
    columns = (spend.c.counted_tokens, spend.c.input_tokens, spend.c.refused)
    row = await database.read(lambda there: there.first(select(*(func.sum(each) for each in columns))))
    assert row is not None
    return [int(each) for each in row]


async def test_a_dispute_that_they_decided_keeps_its_points_without_their_words(database: Database) -> None:
    await database.write(lambda there: _fill(there, "2", OTHER))
    row: Sequence[Any] = ("decided_by", "decider_name", "reason", "points")
    decided = {"decided_by": GONE, "decider_name": NAME, "reason": WORDS}
    await database.write(lambda there: there.run(disputes.update().values(**decided)))
    await database.write(lambda there: forget(there, TEAM, GONE, now=NOW, dm=DM))
    found = await database.read(lambda there: there.first(select(*(disputes.c[name] for name in row))))
    assert found is not None
    assert found.points == 2
    assert found.decider_name == "A manager"
    assert WORDS not in found.reason
    drawn = {each.post.kind for each in await outbox.take_due(database, "w", datetime(2026, 3, 2, 9, 1, tzinfo=UTC), 9)}
    assert "dispute_card_update" in drawn


def test_a_line_is_no_post_that_vanishes() -> None:
    assert decode(encode(Line("Dana", ":car:", "Hi"))).kind not in ("erase", "farewell")


async def test_one_failure_leaves_everything_as_it_was(database: Database) -> None:
    await database.write(lambda there: _fill(there, "1", GONE))
    before = await _everything(database)

    def break_off(transaction: Transaction) -> None:
        forget(transaction, TEAM, GONE, now=NOW, dm=DM)
        transaction.run(text("SELECT * FROM no_such_table"))

    with pytest.raises(Exception, match="no_such_table"):
        await database.write(break_off)
    assert await _everything(database) == before
