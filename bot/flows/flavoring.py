"""Flavor: a buyer's tone from excerpts of earlier runs, kept with their reps' consent and chosen by the seed."""

from collections.abc import Sequence
from datetime import datetime

from bot.flows.house import House
from engine.negotiation.events import Event, Flavored
from engine.negotiation.negotiation import Negotiation
from engine.prompting.excerpts import Excerpt, chosen, excerpts_of
from engine.scenario.scenario import Scenario
from storage import excerpts, preferences
from storage.connection import Connection
from storage.excerpts import SeedOf

FLAVOR = "flavor"


async def with_excerpts(
    connection: Connection, team: str, scenario: Scenario, opening: Sequence[Event], now: datetime
) -> tuple[Event, ...]:
    """The opening of a run in flavor mode: what the seed was given before, filled up from what the team has by now."""
    whom = SeedOf(team, scenario.pack, scenario.draw_epoch, scenario.seed)
    kept = await excerpts.given_to(connection, whom)
    pool = await excerpts.of_style(connection, team, scenario.pack, scenario.temper.style)
    ids = chosen(scenario, kept, pool)
    if ids != kept:
        await excerpts.give(connection, whom, ids)
    return (*opening, Flavored(now, ids))


async def excerpts_in(house: House, team: str, run: Negotiation) -> tuple[Excerpt, ...]:
    """The excerpts that the run was given, without those that have been taken back since."""
    if not run.excerpts:
        return ()
    async with house.database.reading() as connection:
        return await excerpts.texts(connection, team, run.scenario.pack, run.excerpts)


def gathered(run: Negotiation) -> tuple[Excerpt, ...]:
    """What a run leaves for others once it is over."""
    return excerpts_of(run) if run.outcome else ()


async def allow_excerpts(house: House, team: str, person: str, *, allowed: bool) -> None:
    """Keeps the person's consent, or takes it back with all that was kept by it."""
    async with house.database.writing() as connection:
        if allowed:
            await preferences.allow_excerpts(connection, team, person, house.now())
        else:
            await preferences.withdraw_excerpts(connection, team, person)
