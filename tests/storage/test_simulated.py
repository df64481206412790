"""Talks that ran unattended are stored many at a time, and read back as they were held."""

import pytest
from sqlalchemy.exc import IntegrityError

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.playing import play
from engine.marketplace.room import Room
from engine.marketplace.trading import House
from engine.marketplace.verdict import judged
from packs.markets import installed_markets
from storage import simulated
from storage.database import Database
from storage.market_talks import Talk, TalkId
from storage.markets import session_id
from storage.simulated import Held
from tests.storage.given import NOW, TEAM

PACK = installed_markets()


def rooms(seed: int) -> tuple[Room, ...]:
    """The talks about every item of a market, played by the rules."""
    market, key = draw_market(PACK, "laptops", seed), market_key(PACK, "laptops", seed)
    return tuple(play(market, item.id, House(PACK.phrases, key), habits_of(key), NOW) for item in market.items)


def held(*of: Room) -> list[Held]:
    """The talks, as they are to be stored: `talk0`, `talk1` and so on."""
    return [
        Held(Talk(team=TEAM, session=session_id(room.market), item=room.item.id, started_at=NOW, id=TalkId(f"talk{n}")),
             room, judged(room))
        for n, room in enumerate(of)
    ]  # fmt: skip


async def test_they_are_read_back_in_the_order_in_which_they_are_asked_for(database: Database) -> None:
    played = (*rooms(1), *rooms(2))
    async with database.writing() as connection:
        await simulated.keep_all(connection, "console", held(*played))
        found = await simulated.held_of(connection, TEAM, ["talk2", "talk0", "nothing"])
        assert [each.room for each in found] == [played[2], played[0]]
        assert [each.verdict for each in found] == [judged(played[2]), judged(played[0])]
        assert await simulated.held_of(connection, "T2", ["talk0"]) == ()
        assert await simulated.done_of(connection, TEAM, ["talk0", "talk3", "nothing"]) == {"talk0", "talk3"}
        assert await simulated.done_of(connection, TEAM, []) == frozenset()


async def test_a_talk_that_is_there_already_is_not_stored_over_and_takes_the_others_with_it(database: Database) -> None:
    first, second = rooms(1), rooms(2)
    async with database.writing() as connection:
        await simulated.keep_all(connection, "console", held(first[0]))
    with pytest.raises(IntegrityError):
        async with database.writing() as connection:
            await simulated.keep_all(connection, "console", [*held(*second)[1:], *held(first[1])])
    async with database.reading() as connection:
        assert await simulated.done_of(connection, TEAM, ["talk0", "talk1"]) == {"talk0"}
        assert [each.room for each in await simulated.held_of(connection, TEAM, ["talk0", "talk1"])] == [first[0]]
