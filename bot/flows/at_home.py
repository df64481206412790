"""What a person finds in their Home."""

from typing import NamedTuple

from bot.flows.history import Entry, entry_of
from bot.flows.house import House
from bot.flows.lookup import RunView
from storage import history, preferences, runs

MOST = 12
"""Runs of each kind."""


class HomeView(NamedTuple):
    """What a person's Home shows; `allows_excerpts` is None where no model could be shown any."""

    live: tuple[RunView, ...]
    ended: tuple[Entry, ...]
    allows_excerpts: bool | None = None


async def home_view(house: House, team: str, rep: str) -> HomeView:
    """The person's live runs, then those of their latest that have ended."""
    async with house.database.reading() as connection:
        first = await runs.of_rep(connection, team, rep, MOST)
        latest = await history.page(connection, team, rep, MOST)
        allows = await preferences.allows_excerpts(connection, team, rep) if house.voice else None
    live = [RunView(run, await house.scenarios.of(run), None) for run in first if run.status != "ended"]
    ended = [await entry_of(house, past) for past in latest if past.run.status == "ended"]
    return HomeView(tuple(live), tuple(ended), allows)
