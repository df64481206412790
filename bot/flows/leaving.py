"""Somebody has all that is kept of them deleted: asked for here, done once nobody is at work on something theirs."""

import logging
from datetime import timedelta

from bot.flows.boards.standing import refresh_board
from bot.flows.house import House
from engine.errors import RuleViolation
from storage import boards, departures
from storage.boards import Standing
from storage.departures import Departure

log = logging.getLogger(__name__)

WORD = "DELETE"
PATIENCE = timedelta(minutes=2)
"""How long a turn or a post under way is waited for."""


class NotTheWord(RuleViolation):
    """The word that confirms was not typed; whoever fills the form in can mend it."""


async def ask_to_leave(house: House, team: str, person: str, typed: str) -> None:
    """Has all that is kept of the person deleted; NotTheWord unless they typed the word that confirms it."""
    if typed.strip() != WORD:
        raise NotTheWord(f"Type {WORD} in capitals to confirm, or cancel to keep everything.")
    async with house.database.writing() as connection:
        await departures.ask(connection, team, person, house.now())
    house.wake.departures.set()


async def let_go(house: House, departure: Departure, dm: str) -> bool | None:
    """Deletes it; None where that has to wait, else whether the person had opened their Home.

    `dm` is the channel of their messages with Haggle, empty where there is none any more.
    """
    now = house.now()
    at_any_rate = now - departure.asked_at > PATIENCE
    gone = await departures.let_go(house.database, departure, dm, now, at_any_rate=at_any_rate)
    if gone is None:
        return None
    house.negotiations.let_go(gone.runs)
    await refresh_board(house, await _board(house, departure.team), at_once=True)
    house.wake.posts.set()
    log.info("a person's data was deleted", extra={"count": len(gone.runs)})
    return gone.had_home


async def _board(house: House, team: str) -> Standing:
    async with house.database.reading() as connection:
        return await boards.get(connection, team)
