"""A manager has those reminded who still have something to do."""

from datetime import datetime
from typing import NamedTuple

from bot.flows.following import known
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.progress import progress_of
from bot.flows.scheduling.posting import why_not_remind
from engine.errors import RuleViolation
from engine.timing.local_time import wall_time
from engine.timing.working_hours import is_working
from storage import assignments, audit, inbox, outbox
from storage.assignments import Assignee
from storage.audit import Act
from storage.connection import Connection
from storage.posts import Destination, Reminder

ONCE_A_DAY = "Whoever could be reminded was today already. Try again tomorrow."
NOBODY = "Nobody has anything left to do that has begun for them."
OUT_OF_HOURS = (
    "It is outside working hours for everybody who could be reminded: Monday to Friday, nine to five, theirs."
)
ALL_MUTED = "Everybody who has something left to do has turned reminders off."


class Called(NamedTuple):
    """How many are reminded, are not because it is outside their working hours, and want no reminders."""

    reminded: int
    asleep: int
    muted: int


async def call_in(house: House, managers: Managers, team: str, by: str, assignment: str, number: int) -> Called:
    """Reminds everybody in the window who is to do something now. RuleViolation says why nobody is."""
    await only_managers(managers, by)
    now = house.now()
    async with house.database.writing() as connection:
        await known(connection, team, assignment)
        awake, asleep, muted = await _sorted_out(connection, house, team, assignment, number)
        to_remind = [whose for whose in awake if await _is_first_today(connection, whose, now)]
        if not to_remind:
            raise RuleViolation(ONCE_A_DAY if awake else OUT_OF_HOURS if asleep else ALL_MUTED if muted else NOBODY)
        for whose in to_remind:
            post = Reminder(assignment, number, whose.person)
            cause = f"called:{assignment}:{number}:{whose.person}:{now.isoformat()}"
            await outbox.enqueue(connection, team, cause, post, to=Destination(whose.person), now=now)
        counted = {"n": number, "people": len(to_remind)}
        await audit.note(connection, team, Act(now, by, REMINDED, assignment, counted))
    house.wake.posts.set()
    return Called(len(to_remind), asleep, muted)


REMINDED = "reminded"


async def _is_first_today(connection: Connection, whose: Assignee, now: datetime) -> bool:
    """Whether nobody has had the person reminded of the window on this day of theirs."""
    day = wall_time(now, whose.zone).date()
    key = f"called:{whose.assignment}:{whose.number}:{whose.person}:{day}"
    return await inbox.once(connection, whose.team, key, now)


async def _sorted_out(
    connection: Connection, house: House, team: str, assignment: str, number: int
) -> tuple[list[Assignee], int, int]:
    """Who is to be reminded; how many are out of their hours, and how many want none."""
    now = house.now()
    progress = await progress_of(connection, team, assignment, number, now)
    roster = {each.person: each for each in await assignments.assignees_of(connection, team, assignment, number)}
    to_do = [roster[each.person] for each in progress.people if each.state in ("not started", "in progress")]
    begun = [each for each in to_do if each.starts_at <= now]
    reasons = {each.person: await why_not_remind(connection, team, assignment, number, each.person, now)
               for each in begun}  # fmt: skip
    willing = [each for each in begun if not reasons[each.person]]
    awake = [each for each in willing if is_working(now, each.zone)]
    return awake, len(willing) - len(awake), sum(reason == "muted" for reason in reasons.values())
