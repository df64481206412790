"""What piles up in the inbox and is of no use any more, and what is to be withheld, or no longer."""

from datetime import timedelta

from bot.flows.assigned_buyers import withhold_runs_under_way
from bot.flows.copied_lines import compare_ended_runs
from bot.flows.house import House
from bot.flows.ranked import show_what_was_withheld
from bot.flows.retaining import clear_what_is_old
from storage import drafts, inbox

STRAY = timedelta(minutes=10)
"""A line whose thread turned out to be no run is forgotten after this time."""
KEY = timedelta(days=7)
"""Slack does not send a command or a press again after this time."""


async def keep_house(house: House) -> None:
    """Drops what nobody will claim, send or confirm any more, shows what was withheld till now, and clears what is
    older than a team keeps."""
    now = house.now()
    async with house.database.writing() as connection:
        await inbox.drop_strays(connection, now - STRAY)
        await inbox.forget_keys(connection, now - KEY)
        await drafts.forget(connection, now - KEY)
    await compare_ended_runs(house)
    await withhold_runs_under_way(house)
    await show_what_was_withheld(house)
    await clear_what_is_old(house)
