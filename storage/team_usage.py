"""A team's use of language models as one view: today, in seven days and in this month."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from engine.llm.budget import Amount, Cap, Scope
from storage import usage
from storage.connection import Connection
from storage.usage import Figures, Lines, Spending

WEEK = timedelta(days=7)
MOST_PEOPLE = 5


class Period(NamedTuple):
    """Some days: what calls came to, and the lines that were to be worded."""

    figures: Figures
    lines: int
    stock: int
    asked_again: int


class Kind(NamedTuple):
    """What one purpose took of one model; `mode` is that of the runs, empty where they are gone."""

    mode: str
    purpose: str
    model: str
    figures: Figures


class Share(NamedTuple):
    """What counts today on an account with a cap: of a run's or a person's on the fullest of the team."""

    scope: Scope
    used: Amount
    cap: Cap


class TeamUsage(NamedTuple):
    """A team's use today, in seven days and in this month, all in UTC; kinds and people are the month's."""

    day: date
    today: Period
    week: Period
    month: Period
    kinds: tuple[Kind, ...]
    people: tuple[tuple[str, Figures], ...]
    shares: tuple[Share, ...]


async def of_team(connection: Connection, team: str, caps: Mapping[Scope, Cap], today: date) -> TeamUsage:
    """The team's use up to today, and how far it has come on the accounts with a cap."""
    month, week = today.replace(day=1), today - WEEK + timedelta(days=1)
    spent = await usage.spending(connection, team, min(month, week))
    lines = await usage.lines(connection, team, min(month, week))
    return TeamUsage(
        day=today,
        today=_period(spent, lines, today),
        week=_period(spent, lines, week),
        month=_period(spent, lines, month),
        kinds=_kinds(spent, month),
        people=await usage.people(connection, team, month, MOST_PEOPLE),
        shares=await _shares(connection, caps, team, today),
    )


def _period(spent: Sequence[Spending], lines: Sequence[Lines], since: date) -> Period:
    said = [each for each in lines if each.day >= since]
    return Period(
        sum((each.figures for each in spent if each.day >= since), Figures()),
        sum(each.lines for each in said),
        sum(each.stock for each in said),
        sum(each.asked_again for each in said),
    )


def _kinds(spent: Sequence[Spending], since: date) -> tuple[Kind, ...]:
    """Those with the most tokens first."""
    kinds: defaultdict[tuple[str, str, str], Figures] = defaultdict(Figures)
    for each in spent:
        if each.day >= since:
            kinds[each.mode, each.purpose, each.model] += each.figures
    found = (Kind(*kind, figures) for kind, figures in kinds.items())
    return tuple(sorted(found, key=lambda kind: (-kind.figures.tokens, kind[:3])))


async def _shares(connection: Connection, caps: Mapping[Scope, Cap], team: str, today: date) -> tuple[Share, ...]:
    limited = [scope for scope in Scope if caps.get(scope, Cap()).is_set]
    return tuple([Share(scope, await usage.fullest(connection, team, scope, today), caps[scope]) for scope in limited])
