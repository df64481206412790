"""A manager has those reminded who still have something to do."""

from datetime import timedelta
from typing import NamedTuple

from bot.flows.following import known
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.progress import progress_of
from bot.flows.scheduling.posting import why_not_remind
from engine.errors import RuleViolation
from engine.timing.working_hours import is_working
from storage import assignments, audit, outbox
from storage.assignments import Assignee
from storage.audit import Act
from storage.connection import Connection
from storage.posts import Destination, Reminder

AGAIN = timedelta(days=1)
ONCE_A_DAY = "They were reminded less than a day ago. Try again tomorrow."
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
        if await _was_called(connection, house, team, assignment, number):
            raise RuleViolation(ONCE_A_DAY)
        to_remind, asleep, muted = await _sorted_out(connection, house, team, assignment, number)
        if not to_remind:
            raise RuleViolation(OUT_OF_HOURS if asleep else ALL_MUTED if muted else NOBODY)
        for whose in to_remind:
            post = Reminder(assignment, number, whose.person)
            cause = f"called:{assignment}:{number}:{whose.person}:{now.isoformat()}"
            await outbox.enqueue(connection, team, cause, post, to=Destination(whose.person), now=now)
        counted = {"n": number, "people": len(to_remind)}
        await audit.note(connection, team, Act(now, by, REMINDED, assignment, counted))
    house.wake.posts.set()
    return Called(len(to_remind), asleep, muted)


REMINDED = "reminded"


async def _was_called(connection: Connection, house: House, team: str, assignment: str, number: int) -> bool:
    since = house.now() - AGAIN
    acts = await audit.about(connection, team, assignment, since)
    return any(act.act == REMINDED and act.details.get("n") == number for act in acts)


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
