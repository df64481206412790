"""Markets and their talks are kept as the document of a market has them, and read back as they were."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.playing import play
from engine.marketplace.room import Room, SellerSaid
from engine.marketplace.trading import House
from engine.marketplace.verdict import judged
from packs.markets import installed_markets
from storage import market_talks, markets
from storage.database import Database
from storage.market_tables import messages, outcomes, seller_inventory, sessions
from storage.market_talks import Talk
from tests.storage.given import NOW, TEAM

PACK = installed_markets()


def played(name: str, seed: int) -> Room:
    """The talk about the first item of the market, played by the rules."""
    market, key = draw_market(PACK, name, seed), market_key(PACK, name, seed)
    return play(market, market.items[0].id, House(PACK.phrases, key), habits_of(key), NOW)


@pytest.mark.parametrize("name", list(PACK.markets))
async def test_a_market_is_stored_once_and_read_back_as_it_was(database: Database, name: str) -> None:
    market = draw_market(PACK, name, 77)
    async with database.writing() as connection:
        first = await markets.save_session(connection, TEAM, market, "U1", NOW)
        assert await markets.save_session(connection, TEAM, market, "U2", NOW + timedelta(days=1)) == first
        assert await markets.session(connection, TEAM, first) == market
        assert await markets.session(connection, "T2", first) is None
        assert len(await connection.all(select(sessions.c.id))) == 1


async def test_a_change_of_any_price_is_another_session(database: Database) -> None:
    market = draw_market(PACK, "laptops", 3)
    dearer = replace(market, demands=(replace(market.demands[0], high=market.demands[0].high + 1),))
    assert markets.session_id(dearer) != markets.session_id(market)


@pytest.mark.parametrize("seed", range(6))
async def test_a_talk_is_read_back_as_it_was_held(database: Database, seed: int) -> None:
    room = played("phone_accessories", seed)
    async with database.writing() as connection:
        session = await markets.save_session(connection, TEAM, room.market, "", NOW)
        talk = Talk(team=TEAM, session=session, item=room.item.id, started_at=NOW, buyer="strict:even")
        await connection.do(lambda there: market_talks.keep_whole(there, talk, room, judged(room)))
        assert await market_talks.events_of(connection, TEAM, talk.id) == room.events
        assert await market_talks.verdict_of(connection, TEAM, talk.id) == judged(room)
        kept = await market_talks.get(connection, TEAM, talk.id)
        assert kept == replace(talk, status="completed", ended_at=NOW)
        row = await connection.first(select(outcomes))
        assert row is not None
        assert (row.decision, row.total) == (room.ending, sum(each.offer.total for each in room.bought))


async def test_a_models_name_and_reasoning_stand_in_columns_and_come_back_with_the_event(database: Database) -> None:
    room = played("laptops", 1)
    thought = {"by": "anthropic:claude", "reasoning": "they will pay more", "held": "price below my least"}
    events = tuple(replace(each, **thought) if isinstance(each, SellerSaid) else each for each in room.events)
    async with database.writing() as connection:
        session = await markets.save_session(connection, TEAM, room.market, "", NOW)
        talk = Talk(team=TEAM, session=session, item=room.item.id, started_at=NOW)
        await connection.do(lambda there: market_talks.begin(there, talk, events))
        assert await market_talks.events_of(connection, TEAM, talk.id) == events
        kept = await connection.all(select(messages.c.model, messages.c.reasoning).where(messages.c.sender != ""))
        assert set(map(tuple, kept)) >= {("anthropic:claude", "they will pay more")}


async def test_a_talk_that_cannot_be_stored_whole_is_not_stored_at_all(database: Database) -> None:
    room = played("laptops", 1)
    talk = Talk(team=TEAM, session="nowhere", item=room.item.id, started_at=NOW)
    with pytest.raises(IntegrityError):
        async with database.writing() as connection:
            await connection.do(lambda there: market_talks.keep_whole(there, talk, room, judged(room)))
    async with database.reading() as connection:
        assert await market_talks.get(connection, TEAM, talk.id) is None
        assert await market_talks.events_of(connection, TEAM, talk.id) == ()


async def test_the_database_takes_no_seller_whose_prices_are_out_of_order(database: Database) -> None:
    market = draw_market(PACK, "laptops", 1)
    async with database.writing() as connection:
        await markets.save_session(connection, TEAM, market, "", NOW)
    with pytest.raises(IntegrityError):
        async with database.writing() as connection:
            await connection.run(seller_inventory.update().values(cost_price=seller_inventory.c.selling_price + 1))


async def test_a_market_of_the_teams_own_is_found_by_its_name(database: Database) -> None:
    market, other = draw_market(PACK, "laptops", 1), draw_market(PACK, "laptops", 2)
    async with database.writing() as connection:
        first = await markets.save_session(connection, TEAM, market, "U1", NOW)
        await markets.give_name(connection, TEAM, first, "our_laptops", "U1")
        second = await markets.save_session(connection, TEAM, other, "U1", NOW)
        await markets.give_name(connection, TEAM, second, "our_laptops", "U1")
        found = await markets.named(connection, TEAM, "our_laptops")
        assert found is not None
        assert (found.market, found.name) == (other, "our_laptops")
        assert [each.id for each in await markets.own_markets(connection, TEAM)] == [second]
        assert await markets.named(connection, "T2", "our_laptops") is None


async def test_what_is_not_needed_any_more_goes_with_its_name_and_what_runs_need_stays(database: Database) -> None:
    used, unused = played("laptops", 1), draw_market(PACK, "laptops", 2)
    async with database.writing() as connection:
        kept = await markets.save_session(connection, TEAM, used.market, "U1", NOW)
        talk = Talk(team=TEAM, session=kept, item=used.item.id, started_at=NOW)
        await connection.do(lambda there: market_talks.keep_whole(there, talk, used, judged(used)))
        gone = await markets.save_session(connection, TEAM, unused, "U1", NOW)
        for session, name in ((kept, "used"), (gone, "unused")):
            await markets.give_name(connection, TEAM, session, name, "U1")
            assert await markets.remove_name(connection, TEAM, name)
        assert not await markets.remove_name(connection, TEAM, "used")
        assert await markets.session(connection, TEAM, kept) == used.market
        assert await markets.session(connection, TEAM, gone) is None
