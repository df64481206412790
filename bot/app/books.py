"""The books of the language models, kept in the database: a restart and other processes see the same totals."""

from collections.abc import Mapping
from datetime import timedelta
from uuid import uuid4

from engine.llm.budget import Cap, Scope
from engine.llm.purse import Call, Hold, Took
from storage import spend
from storage.database import Database
from storage.together import Together

LONGEST = timedelta(minutes=10)
"""No call takes as long: one that is still open then was made by a process that is dead."""


class KeptBooks:
    """Books with these caps in this database. Of a crowd of calls many are written down in one transaction."""

    def __init__(self, database: Database, caps: Mapping[Scope, Cap]) -> None:
        self._writing = Together(database)
        self._caps = caps

    async def open(self, call: Call) -> Hold:
        """Sets the most aside that the call can take; OverBudget where a budget has no room for it."""
        hold = Hold(uuid4().hex, call)
        over = await spend.open_call(self._writing, hold.id, call, self._caps, call.at + LONGEST)
        if over:
            raise over
        return hold

    async def close(self, hold: Hold, took: Took) -> None:
        """Writes down what the call took, in place of what was set aside."""
        await spend.close_call(self._writing, hold, took)
