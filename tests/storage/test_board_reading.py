"""What a board shows: the first places among those who show their names, and of the others only how many they are."""

from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from engine.board.places import Place
from engine.board.shown import Own, Shared, Shown, Team
from engine.board.totals import Total
from engine.timing.periods import Period, period_of
from storage import assignments, preferences
from storage.assignments import Assignee, Assignment, Whom, Window
from storage.board_reading import Which, read, read_own
from storage.connection import Connection
from storage.database import Database
from storage.transaction import Transaction
from tests.storage.boards_given import mean_of, put_total
from tests.storage.given import NOW, TEAM

WEEK = period_of("week", NOW.date())
LAST_WEEK = period_of("week", NOW.date() - timedelta(days=7))
Row = tuple[str, Total, Period, str]


def which(period: Period = WEEK, pack: str = "") -> Which:
    """The team's board of that period."""
    return Which(TEAM, period, pack, "UTC", NOW + timedelta(days=1))


def row(rep: str, percent: int | None, period: Period = WEEK, pack: str = "", **more: int) -> Row:
    """Somebody's totals: five runs with that percentile, or two runs at the 50th without one."""
    return rep, mean_of(percent, **more), period, pack


async def given(database: Database, *rows: Row, hidden: tuple[str, ...] = (), team: str = TEAM) -> None:
    """These totals, and these people's names hidden."""
    async with database.writing() as connection:
        for each in rows:
            await connection.do(partial(_put, team, each))
        for person in hidden:
            await preferences.set_hides_name(connection, TEAM, person, True)


def _put(team: str, row: Row, transaction: Transaction) -> None:
    put_total(transaction, team, *row)


async def shown(database: Database, board: Which | None = None) -> Shown:
    """The board as everybody sees it."""
    return await database.read(lambda there: read(there, board or which()))


async def own(database: Database, person: str) -> Own:
    """The person's own place."""
    return await database.read(lambda there: read_own(there, which(), person))


async def test_an_empty_board_has_nothing_to_show(database: Database) -> None:
    board = await shown(database)
    assert (board.places, board.improved, board.widest, board.team) == ((), None, None, None)
    assert (board.ranked, board.everybody, board.runs) == (0, 0, 0)
    assert await own(database, "ana") == Own("all")


async def test_the_first_three_places_are_named_and_ties_share_one(database: Database) -> None:
    people = {"ana": 84, "ben": 79, "chidi": 79, "dee": 60, "eli": 55, "flo": 20}
    await given(database, *(row(rep, percent) for rep, percent in people.items()), row("gus", None))
    board = await shown(database)
    assert board.places == (Place(1, 84, ("ana",)), Place(2, 79, ("ben", "chidi")))
    assert (board.ranked, board.everybody) == (6, 7)
    assert board.team == Team(62, None)


@pytest.mark.parametrize(("people", "named"), [(1, 1), (2, 1), (3, 2), (4, 2), (5, 3), (9, 3)])
async def test_nobody_of_the_lower_half_is_named(database: Database, people: int, named: int) -> None:
    await given(database, *(row(f"rep{number}", 90 - number) for number in range(people)))
    assert [place.rank for place in (await shown(database)).places] == list(range(1, named + 1))


async def test_places_are_those_among_the_people_who_show_their_names(database: Database) -> None:
    people = {"ana": 84, "hid": 80, "ben": 79, "dee": 60, "eli": 55}
    await given(database, *(row(rep, percent) for rep, percent in people.items()), hidden=("hid",))
    board = await shown(database)
    assert board.places == (Place(1, 84, ("ana",)), Place(2, 79, ("ben",)), Place(3, 60, ("dee",)))
    assert "hid" not in board.named
    assert (board.ranked, board.everybody) == (5, 5)
    assert await own(database, "ben") == Own("all", 5, 79, 2, 84)


async def test_who_is_hidden_is_told_their_place_among_the_others(database: Database) -> None:
    people = {"ana": 84, "hid": 80, "hid2": 82, "ben": 79}
    await given(database, *(row(rep, percent) for rep, percent in people.items()), hidden=("hid", "hid2"))
    assert await own(database, "hid") == Own("all", 5, 80, 2, 84)
    assert await own(database, "ana") == Own("all", 5, 84, 1, None)


async def test_most_improved_is_who_has_risen_most(database: Database) -> None:
    await given(database, row("ana", 84, rise=4), row("mei", 62, rise=22), row("jo", 60), row("eli", 30, rise=22))
    await given(database, row("ana", 80, LAST_WEEK), row("mei", 40, LAST_WEEK))
    board = await shown(database)
    assert board.improved is not None
    assert (board.improved.figure, sorted(board.improved.people)) == (22, ["eli", "mei"])
    assert board.team == Team(59, -1)
    assert (await shown(database, which(LAST_WEEK))).improved is None


async def test_a_hidden_person_is_neither_most_improved_nor_widest(database: Database) -> None:
    await given(
        database, row("hid", 62, checks=17, rise=42), row("ana", 62, checks=9, rise=2), row("ben", 62, checks=9)
    )
    await given(database, hidden=("hid",))
    board = await shown(database)
    assert board.widest is not None
    assert (board.widest.figure, sorted(board.widest.people)) == (9, ["ana", "ben"])
    assert board.improved == Shared(2, ("ana",))


async def test_the_team_is_not_told_of_where_that_would_tell_of_one_person(database: Database) -> None:
    await given(database, row("ana", 84), row("ben", 20))
    assert (await shown(database)).team is None


async def test_places_rest_on_common_buyers_where_enough_people_have_their_minimum_there(database: Database) -> None:
    def common(rep: str, percent: int, on_common: int) -> Row:
        return row(rep, percent, common_runs=3, common_points=300 * on_common)

    await given(database, common("ana", 90, 40), common("ben", 80, 70), row("chidi", 99), row("dee", 98))
    assert (await shown(database)).basis == "all"
    await given(database, common("eli", 70, 60))
    board = await shown(database)
    assert (board.basis, board.ranked) == ("common", 3)
    assert board.places == (Place(1, 70, ("ben",)), Place(2, 60, ("eli",)))
    assert await own(database, "ana") == Own("common", 3, 40, 3, 60)
    assert await own(database, "chidi") == Own("common")


async def test_who_was_asked_to_play_is_counted_and_so_are_the_buyers_they_were_given(database: Database) -> None:
    async with database.writing() as connection:
        await _assigned(connection, "a", (1, 2, 3), ("ana", "zed"))
        await _assigned(connection, "b", (3, 4), ("zed", "yan"), pack="saas_renewal")
        await _assigned(connection, "old", (9,), ("old",), days=-20)
    rows = [
        row(rep, 60, pack=pack, common_runs=3, common_points=18_000)
        for rep in ("ana", "ben", "chidi")
        for pack in ("", "car_sales")
    ]
    await given(database, *rows)
    board, cars = await shown(database), await shown(database, which(pack="car_sales"))
    assert (board.everybody, board.buyers) == (5, 5)
    assert (cars.everybody, cars.buyers) == (4, 3)


async def test_boards_of_teams_periods_and_packs_are_apart(database: Database) -> None:
    await given(
        database,
        row("ana", 84),
        row("ben", 70, LAST_WEEK),
        row("chidi", 60, pack="car_sales"),
    )
    await given(database, row("dee", 50), team="T2")
    assert (await shown(database)).named == {"ana"}
    assert (await shown(database, which(LAST_WEEK))).named == {"ben"}
    assert (await shown(database, which(pack="car_sales"))).named == {"chidi"}
    always = period_of("all", date(2026, 1, 1))
    assert (await shown(database, which(always))).runs == 0


async def _assigned(
    connection: Connection,
    name: str,
    seeds: tuple[int, ...],
    people: tuple[str, ...],
    days: int = 0,
    pack: str = "car_sales",
) -> None:
    begins, ends = NOW + timedelta(days=days), NOW + timedelta(days=days + 4)
    walls = {"starts_on": NOW.replace(tzinfo=None), "due_on": (NOW + timedelta(days=4)).replace(tzinfo=None)}
    known: dict[str, Any] = {"team": TEAM, "pack": pack, "pack_hash": "hash", "draw_epoch": 1, "made_at": NOW, **walls}
    await assignments.add(connection, Assignment(id=name, title=name, manager="mei", whom=Whom(), seeds=seeds, **known))
    place: dict[str, Any] = {"team": TEAM, "assignment": name, "number": 1}
    window = Window(seeds=seeds, opens_at=begins, closes_at=ends, **walls, **place)
    those = [Assignee(person=person, zone="UTC", starts_at=begins, due_at=ends, **place) for person in people]
    await assignments.add_window(connection, window, those)
