"""What was spent for somebody who leaves stays as a sum, without person and run."""

from typing import Any

from sqlalchemy import Table, delete, or_

from storage.leaving import THEIR_RUNS, WHO, Leaving, in_team
from storage.spend import lost
from storage.tables import open_calls, spend, worded_lines
from storage.transaction import Transaction


def _taken(table: Table, *columns: Any) -> Any:
    """Deletes the rows of the person and of their runs, and gives them back."""
    return delete(table).where(in_team(table), or_(table.c.run_id.in_(THEIR_RUNS), *columns)).returning(*table.c)


_SPENT = _taken(spend, spend.c.person == WHO)
_OPEN = _taken(open_calls, open_calls.c.person == WHO)
_WORDED = _taken(worded_lines)
_NOBODY = {"run_id": "", "person": ""}


def forget_spending(transaction: Transaction, leaving: Leaving) -> None:
    """Adds what the person's calls took to the sums of nobody."""
    for row in transaction.all(_SPENT, in_team=leaving.team, who=leaving.person):
        transaction.add(spend, row._asdict() | _NOBODY)


def forget_open_calls(transaction: Transaction, leaving: Leaving) -> None:
    """Counts calls that are under way as lost: who ends them finds nothing to write down."""
    for row in transaction.all(_OPEN, in_team=leaving.team, who=leaving.person):
        transaction.add(spend, lost(row._asdict() | _NOBODY))


def forget_lines(transaction: Transaction, leaving: Leaving) -> None:
    """Adds the lines of the person's runs to those of no run."""
    for row in transaction.all(_WORDED, in_team=leaving.team, who=leaving.person):
        transaction.add(worded_lines, row._asdict() | {"run_id": ""})
