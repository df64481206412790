"""A team's use in its days, its week and its month."""

from datetime import UTC, date, datetime

import pytest

from engine.llm.budget import Amount, Cap, Scope
from storage import team_usage
from storage.database import Database
from storage.team_usage import Share, TeamUsage
from storage.usage import Figures
from tests.storage.given import TEAM
from tests.storage.spending import a_call, made

CAPS = {Scope.RUN: Cap(1_000, None), Scope.TEAM: Cap(None, 2_000_000), Scope.PERSON: Cap()}


async def use_on(database: Database, day: date) -> TeamUsage:
    """The team's use on that day."""
    async with database.reading() as connection:
        return await team_usage.of_team(connection, TEAM, CAPS, day)


@pytest.mark.parametrize(
    ("day", "calls"),
    [
        (date(2026, 11, 28), (1, 1, 1)),
        (date(2026, 11, 29), (0, 1, 1)),
        (date(2026, 11, 30), (0, 1, 1)),
        (date(2026, 12, 1), (0, 1, 0)),
        (date(2026, 12, 4), (0, 1, 0)),
        (date(2026, 12, 5), (0, 0, 0)),
    ],
)
async def test_a_call_is_in_its_day_seven_days_and_its_month(
    database: Database, day: date, calls: tuple[int, int, int]
) -> None:
    await made(database, a_call(at=datetime(2026, 11, 28, 23, 59, tzinfo=UTC)))
    use = await use_on(database, day)
    assert (use.today.figures.calls, use.week.figures.calls, use.month.figures.calls) == calls
    assert bool(use.kinds) is bool(use.people) is bool(calls[2])


async def test_the_accounts_with_a_cap_are_told_and_no_others(database: Database) -> None:
    at = datetime(2026, 11, 28, 12, tzinfo=UTC)
    await made(database, a_call("run-1", at=at))
    await made(database, a_call("run-2", "U2", at=at))
    assert (await use_on(database, at.date())).shares == (
        Share(Scope.RUN, Amount(340, 900), CAPS[Scope.RUN]),
        Share(Scope.TEAM, Amount(680, 1_800), CAPS[Scope.TEAM]),
    )


async def test_kinds_with_the_most_tokens_come_first(database: Database) -> None:
    at = datetime(2026, 11, 28, 12, tzinfo=UTC)
    await made(database, a_call(at=at, purpose="comment"))
    for _ in range(2):
        await made(database, a_call(at=at))
    found = (await use_on(database, at.date())).kinds
    assert [(kind.purpose, kind.figures.calls) for kind in found] == [("voice", 2), ("comment", 1)]
    assert sum((kind.figures for kind in found), Figures()).calls == 3
