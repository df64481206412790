"""How everybody has got on with an assignment, as a table in a file for a manager."""

import csv
import io
from collections.abc import Iterator

from bot.flows.exporting import File
from bot.flows.following import known_here, shows_seeds
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.progress import progress_of
from bot.flows.tables import plain_cell
from bot.states import PersonState, Progress
from engine.scenario.share_code import format_share_code
from storage import assignments, audit, outbox, people
from storage.audit import Act
from storage.posts import AssignmentFile, Destination

ON_ITS_WAY = "The table is on its way into your messages with me."
COLUMNS = (
    "assignment", "round", "person", "name", "state", "due", "buyer", "share_code", "buyer_state", "attempts", "best",
    "pass_mark",
)  # fmt: skip


async def assignment_to_dm(
    house: House, managers: Managers, team: str, user: str, channel: str, assignment: str, key: str
) -> str:
    """What the manager is told; the table goes into their messages, once for each key."""
    await only_managers(managers, user)
    now = house.now()
    async with house.database.writing() as connection:
        await known_here(connection, team, assignment)
        post, to = AssignmentFile(assignment, user), Destination(channel)
        if await outbox.enqueue_again(connection, team, f"assignment_csv:{key}", post, to=to, now=now):
            await audit.note(connection, team, Act(now, user, "exported assignment", assignment, {}))
    house.wake.posts.set()
    return ON_ITS_WAY


async def assignment_file(house: House, team: str, assignment: str, user: str) -> File:
    """A row for each person and buyer of each window (RFC 4180). Seeds that are hidden from `user` are left out."""
    async with house.database.reading() as connection:
        made = await known_here(connection, team, assignment)
        windows = await assignments.windows_of(connection, team, assignment)
        rounds = [await progress_of(connection, team, assignment, each.number, house.now()) for each in windows]
        shown = [await shows_seeds(connection, made, each, user, house.now()) for each in windows]
        everybody = tuple(sorted({each.person for one in rounds for each in one.people}))
        names = {who: each.name for who, each in (await people.these(connection, team, everybody)).items()}
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for one, shows in zip(rounds, shown, strict=True):
        for row in _rows(one, names, shows=shows):
            table.writerow([plain_cell(cell) for cell in row])
    about = f"{made.title}: everybody, buyer by buyer."
    name = f"haggle-assignment-{house.now():%Y-%m-%d}.csv"
    return File(name, made.title, written.getvalue().encode("utf-8-sig"), about)


def _rows(progress: Progress, names: dict[str, str], *, shows: bool) -> Iterator[tuple[str, ...]]:
    for person in progress.people:
        yield from _of_person(progress, person, names.get(person.person, ""), shows=shows)


def _of_person(progress: Progress, person: PersonState, name: str, *, shows: bool) -> Iterator[tuple[str, ...]]:
    made = progress.assignment
    for buyer, seed in enumerate(person.seeds, 1):
        yield (
            made.title,
            str(progress.window.number),
            person.person,
            name,
            person.state,
            person.due_at.isoformat(timespec="seconds"),
            str(buyer),
            format_share_code(made.pack, made.draw_epoch, seed.seed) if shows else "",
            seed.state,
            str(seed.attempts),
            "" if seed.best is None else str(seed.best),
            str(made.pass_mark),
        )
