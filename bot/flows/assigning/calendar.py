"""When an assignment starts, is due and comes again, as wall times in each person's own zone."""

from collections.abc import Collection
from datetime import datetime, time, timedelta
from typing import NamedTuple

from bot.flows.assigning.scan import Phrase, Written
from bot.flows.assigning.times import months_later, resolve
from bot.orders import Complaint
from engine.timing.local_time import instant, wall_time
from engine.timing.wall_words import dated, day_words
from storage.assignments import Repeats
from storage.people import Person

MORNING, EVENING, LAST_MINUTE = time(9), time(17), time(23, 59)
USUAL_DAYS = 7
"""From the start to when it is due, where nothing is said."""
_FRIDAY = 4


class Dates(NamedTuple):
    """The times; without `starts_on` it starts at once. The last two say which of them nobody wrote."""

    starts_on: datetime | None
    due_on: datetime
    until: datetime | None = None
    start_is_assumed: bool = False
    due_is_assumed: bool = False


def find_dates(
    written: Written,
    now: datetime,
    zone: str,
    people: Collection[Person],
    complaints: list[Complaint],
    begun: datetime | None = None,
) -> Dates:
    """The times that are meant by a manager who is in that zone now; what cannot be goes to the complaints.

    `begun` is when it has started that is under way already, which stays so.
    """
    here = wall_time(now, zone)
    start = begun or _start(written, here, now, people)
    due = _due(written, here, start or here)
    if begun is None and start is not None and written.start is None and written.due and due <= start:
        start, due = None, _due(written, here, here)
    until = resolve(written.until.when, here, due, LAST_MINUTE) if written.until else None
    dates = Dates(start, due, until, written.start is None and begun is None, written.due is None)
    _complain(written, dates, here, complaints, has_begun=begun is not None)
    if not any(complaint.about in ("start", "due") for complaint in complaints):
        _complain_of_people(dates, now, people, complaints, _words("due", written.due, due))
    return dates


def next_start(start: datetime, repeats: Repeats) -> datetime | None:
    """When the window after this one starts; None where there is none."""
    match repeats:
        case "":
            return None
        case "daily":
            return start + timedelta(days=1)
        case "weekly":
            return start + timedelta(days=7)
        case "fortnightly":
            return start + timedelta(days=14)
        case "monthly":
            return datetime.combine(months_later(start.date(), 1), start.time())


def _start(written: Written, here: datetime, now: datetime, people: Collection[Person]) -> datetime | None:
    if written.start is None:
        return working_morning(here, now, people)
    if written.start.when.at_once:
        return None
    return resolve(written.start.when, here, here, MORNING)


def working_morning(here: datetime, now: datetime, people: Collection[Person]) -> datetime:
    """The first working day's morning that is still ahead for everybody."""
    zones = {person.zone for person in people}
    day = datetime.combine(here.date(), MORNING)
    while day <= here or day.weekday() > _FRIDAY or any(instant(day, zone) <= now for zone in zones):
        day += timedelta(days=1)
    return day


def _due(written: Written, here: datetime, start: datetime) -> datetime:
    if written.due is None:
        return usual_due(start, written.repeats)
    return here if written.due.when.at_once else resolve(written.due.when, here, start, EVENING)


def usual_due(start: datetime, repeats: Repeats) -> datetime:
    """A week on; for what repeats, the evening before it comes again."""
    following = next_start(start, repeats)
    days = USUAL_DAYS if following is None else (following - start).days - 1
    due = datetime.combine(start.date() + timedelta(days=days), EVENING)
    return due if due > start else due + timedelta(days=1)


def _complain(written: Written, dates: Dates, here: datetime, complaints: list[Complaint], *, has_begun: bool) -> None:
    start, due = dates.starts_on, dates.due_on
    is_it = f"For you it is {day_words(here)}."
    start_words, due_words = _words("start", written.start, start), _words("due", written.due, due)
    if start is not None and start <= here and not has_begun:
        complaints.append(Complaint("start", start_words, f"{dated(start, here)} is over. {is_it}"))
    elif due <= here:
        complaints.append(Complaint("due", due_words, f"{dated(due, here)} is over. {is_it}"))
    elif start is not None and due <= start:
        told = f"{dated(due, here)} is not after the start, {dated(start, here)}. Write a later day."
        complaints.append(Complaint("due", due_words, told))
    if start is None and written.repeats:
        told = "What comes again begins at a time of day: `start tomorrow 9:00`."
        complaints.append(Complaint("start", start_words, told))
    if dates.until and not written.repeats:
        told = "Say how often it comes until then: `repeat weekly`."
        complaints.append(Complaint("until", _words("until", written.until, dates.until), told))
    elif dates.until and dates.until <= due:
        told = f"It has to be after the first is due, {dated(due, here)}."
        complaints.append(Complaint("until", _words("until", written.until, dates.until), told))
    following = next_start(start or here, written.repeats)
    if following is not None and due > following:
        told = f"It comes again on {dated(following, here)}, before this is due. Give less time."
        complaints.append(Complaint("due", due_words, told))


def _complain_of_people(
    dates: Dates, now: datetime, people: Collection[Person], complaints: list[Complaint], words: str
) -> None:
    """Somebody far to the east may be past what is still ahead for the manager."""
    late = sorted(person.name for person in people if instant(dates.due_on, person.zone) <= now)
    if late:
        names = ", ".join(late[:3]) + (f" and {len(late) - 3} more" if len(late) > 3 else "")
        told = f"In the time zone of {names} that is over already. Write a later time."
        complaints.append(Complaint("due", words, told))


def _words(lead: str, phrase: Phrase | None, at: datetime | None) -> str:
    return f"{lead} {phrase.words}" if phrase else f"{lead} {day_words(at)}" if at else lead
