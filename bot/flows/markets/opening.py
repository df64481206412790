"""A rep opens a run in a market: it is drawn or found, and its brief is put in the outbox."""

from datetime import datetime
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.markets.lines import opening_posts
from bot.flows.markets.meaning import Meant, Wanted, meant
from bot.flows.modes import GUARDED, STRICT, model_for, usual
from bot.flows.opening import is_first_press
from engine.errors import RuleViolation
from engine.marketplace.market import ENGINE
from engine.marketplace.room import open_room
from engine.scenario.rules import Rules
from storage import inbox, market_talks, markets, runs
from storage.connection import Connection
from storage.market_talks import Talk
from storage.runs import NewRun


class BuyRequest(NamedTuple):
    """Who wants to buy what, where. `key` makes it happen once; with `by_button` a double click is one press."""

    team: str
    channel: str
    rep: str
    wanted: Wanted
    key: str
    by_button: bool = False


async def open_market(house: House, request: BuyRequest) -> None:
    """Opens the run, once for each key. RuleViolation or BadSeed say what cannot be opened, and why."""
    chosen = await meant(house, request.team, request.wanted)
    model = await _model(house, request.team, request.wanted)
    now = house.now()
    async with house.database.writing() as connection:
        if not await inbox.once(connection, request.team, request.key, now):
            return
        if request.by_button and not await is_first_press(connection, request.team, request.channel, request.rep, now):
            return
        await _store(connection, request, chosen, model, now)
    house.wake.posts.set()


async def _model(house: House, team: str, wanted: Wanted) -> str:
    """The model that plays the sellers, empty where the rules do; what is not said is as the team usually has it."""
    if wanted.sellers == STRICT and wanted.model:
        raise RuleViolation("Strict sellers need no language model. Leave it out, or choose guarded ones.")
    if wanted.sellers == STRICT:
        return ""
    if wanted.sellers == GUARDED or wanted.model:
        return model_for(house, "guarded sellers", wanted.model)
    return (await usual(house, team)).model


async def _store(connection: Connection, request: BuyRequest, chosen: Meant, model: str, now: datetime) -> None:
    market, first = chosen.market, chosen.items[0]
    session = await markets.save_session(connection, request.team, market, "", now)
    new = NewRun(
        team=request.team,
        channel=request.channel,
        rep=request.rep,
        pack=chosen.source,
        pack_hash=session,
        draw_epoch=chosen.draw_epoch,
        seed=chosen.seed,
        mode=GUARDED if model else STRICT,
        engine=ENGINE,
        profile=(("items", tuple(item.id for item in chosen.items)),),
        profile_hash=session,
        rules=Rules(max_rounds=market.rules.max_rounds * len(chosen.items)),
        opened_at=now,
        model=model,
        kind="market",
    )
    talk = Talk(
        team=request.team,
        session=session,
        item=first.id,
        started_at=now,
        run=new.id,
        number=1,
        sellers=model or STRICT,
    )
    room = open_room(market, first.id, now)
    await runs.open_run(connection, new, (), opening_posts(market, first))
    await connection.do(lambda there: market_talks.begin(there, talk, room.events))
