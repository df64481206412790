"""One tick of the timetable."""

from collections.abc import Mapping

from bot.flows.directory import Directory
from bot.flows.house import House
from bot.flows.scheduling.firing import Handler, fire_due
from bot.flows.scheduling.moving import follow_moves


async def keep_timetable(house: House, directory: Directory, handlers: Mapping[str, Handler]) -> None:
    """What is to come moves with people who have moved; what is due by now is done."""
    await follow_moves(house)
    await fire_due(house, directory, handlers)
