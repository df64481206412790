"""What a team's use of language models comes to: by day, mode and model, by person, and on each account."""

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Date, Integer, and_, bindparam, func, select

from engine.llm.budget import Amount, Scope
from storage.columns import word
from storage.connection import Connection
from storage.tables import runs, spend, worded_lines


@dataclass(frozen=True, slots=True)
class Figures:
    """What calls came to. `attempts` counts each sending, `refused` calls that no budget had room for, which are not
    among the calls; `micro_dollars` is the cost as far as it is known, and `unpriced` the calls where it is not.
    """

    calls: int = 0
    attempts: int = 0
    answered: int = 0
    refused: int = 0
    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    micro_dollars: int = 0
    unpriced: int = 0

    @property
    def tokens(self) -> int:
        """All tokens, in and out."""
        return self.input_tokens + self.output_tokens

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(*(mine + theirs for mine, theirs in zip(astuple(self), astuple(other), strict=True)))


class Spending(NamedTuple):
    """What one purpose took of one model on a day; `mode` is that of the runs, empty where they are gone."""

    day: date
    mode: str
    purpose: str
    model: str
    figures: Figures


class Lines(NamedTuple):
    """Lines of counterparts that were to be worded on a day: in all, left as stock phrases, and asked for again."""

    day: date
    lines: int
    stock: int
    asked_again: int


_FIGURES = tuple(func.sum(spend.c[name]) for name in Figures.__dataclass_fields__)
_SINCE = (spend.c.team == bindparam("in_team"), spend.c.day >= bindparam("since", type_=Date()))
_RUN = and_(runs.c.team == spend.c.team, runs.c.id == spend.c.run_id)
_KINDS = (spend.c.day, func.coalesce(runs.c.mode, word("")), spend.c.purpose, spend.c.model)
_BY_DAY = select(*_KINDS, *_FIGURES).select_from(spend.outerjoin(runs, _RUN)).where(*_SINCE).group_by(*_KINDS)
_BY_PERSON = (
    select(spend.c.person, *_FIGURES)
    .where(*_SINCE)
    .group_by(spend.c.person)
    .order_by(func.sum(spend.c.counted_tokens).desc(), spend.c.person)
    .limit(bindparam("most", type_=Integer))
)
_LINES = (
    select(worded_lines.c.day, *(func.sum(worded_lines.c[name]) for name in ("lines", "stock", "asked_again")))
    .where(worded_lines.c.team == bindparam("in_team"), worded_lines.c.day >= bindparam("since", type_=Date()))
    .group_by(worded_lines.c.day)
)
_TODAY = (spend.c.team == bindparam("in_team"), spend.c.day == bindparam("today", type_=Date()))
_COUNTED = (func.sum(spend.c.counted_tokens).label("tokens"), func.sum(spend.c.counted_micro_dollars).label("money"))
_of_runs = (
    select(*_COUNTED)
    .where(
        spend.c.team == bindparam("in_team"),
        spend.c.run_id.in_(select(spend.c.run_id).where(*_TODAY, spend.c.run_id != word(""))),
    )
    .group_by(spend.c.run_id)
    .subquery("of_runs")
)
_of_people = select(*_COUNTED).where(*_TODAY, spend.c.person != word("")).group_by(spend.c.person).subquery("of_people")
_FULLEST = {
    Scope.RUN: select(func.max(_of_runs.c.tokens), func.max(_of_runs.c.money)),
    Scope.PERSON: select(func.max(_of_people.c.tokens), func.max(_of_people.c.money)),
    Scope.TEAM: select(*_COUNTED).where(*_TODAY),
    Scope.DAY: select(*_COUNTED).where(_TODAY[1]),
}


async def spending(connection: Connection, team: str, since: date) -> tuple[Spending, ...]:
    """What the team spent from that day on."""
    rows = await connection.all(_BY_DAY, in_team=team, since=since)
    return tuple(Spending(row[0], row[1], row[2], row[3], _figures(row[4:])) for row in rows)


async def people(connection: Connection, team: str, since: date, most: int) -> tuple[tuple[str, Figures], ...]:
    """Those of the team who used most from that day on, and what it came to."""
    rows = await connection.all(_BY_PERSON, in_team=team, since=since, most=most)
    return tuple((row[0], _figures(row[1:])) for row in rows)


async def lines(connection: Connection, team: str, since: date) -> tuple[Lines, ...]:
    """The lines that were to be worded from that day on."""
    rows = await connection.all(_LINES, in_team=team, since=since)
    return tuple(Lines(row[0], *map(int, row[1:])) for row in rows)


async def fullest(connection: Connection, team: str, scope: Scope, today: date) -> Amount:
    """What counts on the team's account of that scope today; of its runs or people on the one with the most."""
    row = await connection.first(_FULLEST[scope], in_team=team, today=today)
    return Amount(*(int(figure or 0) for figure in row)) if row else Amount()


def _figures(row: Sequence[Any]) -> Figures:
    return Figures(*(int(figure) for figure in row))
