"""A board as it is now, with the names on it; and what a person's own place on it is."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from bot.flows.directory import Directory
from bot.flows.house import House
from engine.board.shown import Own, Shown
from engine.board.totals import ALL_PACKS
from engine.errors import RuleViolation
from engine.timing.periods import KINDS, Period, PeriodKind, period_at
from storage import board_reading, boards, people, preferences
from storage.board_reading import Which
from storage.connection import Connection

USAGE = (
    "`/haggle leaderboard` takes a period and a pack: `/haggle leaderboard month car_sales`. "
    "The periods are week, month, season and all."
)


class Seen(NamedTuple):
    """A board and the names of the people on it, by their ids; who is not known by name is left out."""

    shown: Shown
    names: dict[str, str]

    @property
    def digest(self) -> str:
        """The same for boards that look the same."""
        return sha256(repr((self.shown, sorted(self.names.items()))).encode()).hexdigest()


class OwnSeen(NamedTuple):
    """A person's own place on a board, and whether their name is hidden there."""

    period: Period
    pack: str
    own: Own
    hides: bool


def board_meant(house: House, words: Sequence[str]) -> tuple[PeriodKind, str]:
    """The period and the pack that the words name: the week and all packs unless they say so.

    RuleViolation or UnknownPack says what to write instead.
    """
    kinds = [kind for word in words for kind in KINDS if word.lower() == kind]
    packs = [word for word in words if word.lower() not in KINDS]
    if len(kinds) > 1 or len(packs) > 1:
        raise RuleViolation(USAGE)
    return (kinds or [KINDS[0]])[0], pack_meant(house, packs)


def pack_meant(house: House, words: Sequence[str]) -> str:
    """The id of the pack that the only word names, `ALL_PACKS` where there is none. RuleViolation, UnknownPack."""
    if len(words) > 1:
        raise RuleViolation(USAGE)
    return house.packs.get(words[0].lower()).pack.id if words else ALL_PACKS


async def which_board(connection: Connection, house: House, team: str, kind: PeriodKind, pack: str) -> Which:
    """The team's board of the period that it is now."""
    zone, now = (await boards.get(connection, team)).zone, house.now()
    return Which(team, period_at(kind, now, zone), pack, zone, now)


async def seen_board(house: House, which: Which, directory: Directory | None = None) -> Seen:
    """The board; with a directory, people who are not known yet are asked for."""
    shown = await house.database.read(lambda there: board_reading.read(there, which))
    named = tuple(sorted(shown.named))
    if directory is not None:
        found = await directory.people(named)
    else:
        async with house.database.reading() as connection:
            found = await people.these(connection, which.team, named)
    return Seen(shown, {person: known.name for person, known in found.items()})


async def board_now(house: House, team: str, kind: PeriodKind, pack: str, directory: Directory | None = None) -> Seen:
    """The team's board of the period that it is now."""
    async with house.database.reading() as connection:
        which = await which_board(connection, house, team, kind, pack)
    return await seen_board(house, which, directory)


async def own_place(house: House, team: str, person: str, kind: PeriodKind, pack: str) -> OwnSeen:
    """The person's own place on that board."""
    async with house.database.reading() as connection:
        which = await which_board(connection, house, team, kind, pack)
        own = await connection.do(lambda there: board_reading.read_own(there, which, person))
        return OwnSeen(which.period, pack, own, await preferences.hides_name(connection, team, person))
