"""Calls of language models, as the purse has them written down."""

from collections.abc import Mapping
from datetime import datetime
from itertools import count
from typing import Any

from engine.llm.budget import Amount, Cap, Payer, Scope
from engine.llm.purse import Call, Hold, Took
from engine.llm.troubles import OverBudget
from engine.llm.usage import Spent, Usage
from storage import spend
from storage.database import Database
from tests.storage.given import NOW, REP, TEAM, after

MOST = Amount(1_000, 75_000)
UNTIL = after(600)
TOOK = Took(Spent(Usage(input=300, cached_read=200, output=40), 900), Amount(340, 900), attempts=1, answered=True)

_numbers = count(1)


def a_call(run: str = "run-1", person: str = REP, team: str = TEAM, at: datetime = NOW, **changes: Any) -> Call:
    """A call of the voice."""
    return Call(Payer(team, person, run), "voice", "anthropic:claude-haiku-5-5", MOST, at)._replace(**changes)


async def begun(
    database: Database, call: Call, caps: Mapping[Scope, Cap] | None = None, until: datetime = UNTIL
) -> Hold | OverBudget:
    """The call under way, or why it is not."""
    hold = Hold(f"call-{next(_numbers)}", call)
    return await spend.open_call(database, hold.id, call, caps or {}, until) or hold


async def made(database: Database, call: Call, took: Took = TOOK) -> None:
    """The call from its beginning to its end."""
    hold = await begun(database, call)
    assert isinstance(hold, Hold)
    assert await spend.close_call(database, hold, took)
