"""Markets as they are set up: stored once, by content, so that the same market is the same session."""

import json
from dataclasses import asdict
from datetime import datetime
from hashlib import sha256
from typing import Any, NamedTuple

from pydantic import TypeAdapter
from sqlalchemy import and_, bindparam, delete, select, update

from engine.marketplace.market import Demand, Handle, Item, ItemId, Market, MarketRules, Seller, Stock
from engine.terms.money import Currency
from storage.connection import Connection
from storage.market_tables import buyer_configs, negotiation_runs, seller_configs, seller_inventory, sessions
from storage.transaction import Found, Transaction


class Session(NamedTuple):
    """A market that is set up. `name` is that under which the team finds one of its own, None for a drawn one."""

    id: str
    market: Market
    name: str | None
    made_by: str
    made_at: datetime


_NAMING = 4_702_111_234_474_983_747
"""The advisory lock's number: nothing but names of markets uses it."""

_MARKET: TypeAdapter[Market] = TypeAdapter(Market)
_ITEMS: TypeAdapter[tuple[Item, ...]] = TypeAdapter(tuple[Item, ...])
_FACTS: TypeAdapter[tuple[tuple[str, str], ...]] = TypeAdapter(tuple[tuple[str, str], ...])

_TEAM = sessions.c.team == bindparam("in_team")
_THIS = and_(_TEAM, sessions.c.id == bindparam("this"))
_SESSION = select(
    *(
        sessions.c[name]
        for name in ("id", "market", "title", "seed", "currency", "items", "rules", "called", "made_by", "made_at")
    )
)
_OF_ID = _SESSION.where(_THIS)
_NAMED = _SESSION.where(_TEAM, sessions.c.called == bindparam("named"))
_OF_ANY = _SESSION.add_columns(sessions.c.team).where(sessions.c.called == bindparam("named")).order_by(sessions.c.team)
_OWN = _SESSION.where(_TEAM, sessions.c.called.is_not(None)).order_by(sessions.c.made_at, sessions.c.id)
_KEPT = select(sessions.c.market).distinct().where(_TEAM, sessions.c.market.startswith(bindparam("begins")))
_DEMANDS = (
    select(buyer_configs.c.item, buyer_configs.c.quantity, buyer_configs.c.min_price, buyer_configs.c.max_price)
    .where(buyer_configs.c.team == bindparam("in_team"), buyer_configs.c.session_id == bindparam("this"))
    .order_by(buyer_configs.c.position)
)
_OWN_NAMES = (
    select(sessions.c.called, buyer_configs.c.item)
    .join(buyer_configs, and_(buyer_configs.c.team == sessions.c.team, buyer_configs.c.session_id == sessions.c.id))
    .where(_TEAM, sessions.c.called.is_not(None))
    .order_by(sessions.c.made_at, sessions.c.id, buyer_configs.c.position)
)
_ALL_NAMES = (
    select(sessions.c.team, sessions.c.called)
    .where(sessions.c.called.is_not(None))
    .order_by(sessions.c.called, sessions.c.team)
)
_SELLERS = (
    select(
        *(seller_configs.c[name] for name in ("handle", "style", "retention_weight", "profit_weight")),
    )
    .where(seller_configs.c.team == bindparam("in_team"), seller_configs.c.session_id == bindparam("this"))
    .order_by(seller_configs.c.position)
)
_STOCK = ("item", "pieces", "cost_price", "least_price", "selling_price", "facts", "bulk_from", "bulk_off")
_INVENTORY = (
    select(seller_inventory.c.handle, *(seller_inventory.c[name] for name in _STOCK))
    .where(seller_inventory.c.team == bindparam("in_team"), seller_inventory.c.session_id == bindparam("this"))
    .order_by(seller_inventory.c.position)
)
_LET_GO = update(sessions).where(_TEAM, sessions.c.called == bindparam("named")).values(called=None)
_NAME = update(sessions).where(_THIS).values(called=bindparam("named"), made_by=bindparam("by"))
_IS_USED = select(negotiation_runs.c.id).where(
    negotiation_runs.c.team == bindparam("in_team"), negotiation_runs.c.session_id == bindparam("this")
)
_REMOVE = (
    *(
        delete(table).where(table.c.team == bindparam("in_team"), table.c.session_id == bindparam("this"))
        for table in (seller_inventory, seller_configs, buyer_configs)
    ),
    delete(sessions).where(_THIS),
)


def session_id(market: Market) -> str:
    """The id of the session with this market: the same for the same needs, sellers, stock, prices and rules."""
    return sha256(json.dumps(_MARKET.dump_python(market, mode="json"), sort_keys=True).encode()).hexdigest()[:32]


async def save_session(connection: Connection, team: str, market: Market, by: str, now: datetime) -> str:
    """The id of the session, which is stored if it was not yet."""
    return await connection.do(lambda there: store_session(there, team, market, by, now))


def store_session(transaction: Transaction, team: str, market: Market, by: str, now: datetime) -> str:
    """As `save_session`, inside a transaction."""
    this = session_id(market)
    row = {
        "team": team,
        "id": this,
        "market": market.id,
        "title": market.title,
        "seed": market.seed,
        "currency": asdict(market.currency),
        "items": _ITEMS.dump_python(market.items, mode="json"),
        "rules": asdict(market.rules),
        "called": None,
        "made_by": by,
        "made_at": now,
    }
    if transaction.insert_new(sessions, row, sessions.c.id) is not None:
        _store_parties(transaction, {"team": team, "session_id": this}, market)
    return this


def _store_parties(transaction: Transaction, of: dict[str, str], market: Market) -> None:
    transaction.insert(buyer_configs, [of | _demand_row(at, each) for at, each in enumerate(market.demands)])
    transaction.insert(seller_configs, [of | _seller_row(at, each) for at, each in enumerate(market.sellers)])
    for seller in market.sellers:
        theirs = of | {"handle": seller.handle}
        rows = [theirs | {"position": at} | _stock_row(each) for at, each in enumerate(seller.inventory)]
        transaction.insert(seller_inventory, rows)


def _demand_row(at: int, demand: Demand) -> dict[str, Any]:
    prices = {"min_price": demand.low, "max_price": demand.high}
    return {"position": at, "item": demand.item, "quantity": demand.quantity} | prices


def _seller_row(at: int, seller: Seller) -> dict[str, Any]:
    weights = {"retention_weight": seller.retention, "profit_weight": seller.profit}
    return {"position": at, "handle": seller.handle, "style": seller.style} | weights


def _stock_row(stock: Stock) -> dict[str, Any]:
    values = (stock.item, stock.pieces, stock.cost, stock.least, stock.selling)
    facts = _FACTS.dump_python(stock.facts, mode="json")
    return dict(zip(_STOCK, (*values, facts, stock.bulk_from, stock.bulk_off), strict=True))


async def session(connection: Connection, team: str, this: str) -> Market | None:
    """The market of that session."""
    found = await session_of(connection, team, this)
    return found.market if found else None


async def session_of(connection: Connection, team: str, this: str) -> Session | None:
    """The session of that id."""
    return await connection.do(lambda there: _first(there, there.first(_OF_ID, in_team=team, this=this), team))


async def named(connection: Connection, team: str, name: str) -> Session | None:
    """The team's own market of that name."""
    return await connection.do(lambda there: _first(there, there.first(_NAMED, in_team=team, named=name), team))


async def of_any_team(connection: Connection, name: str) -> tuple[tuple[str, Session], ...]:
    """Every team's own market of that name, each with its team."""

    def read(transaction: Transaction) -> tuple[tuple[str, Session], ...]:
        return tuple((row.team, _session(transaction, row.team, row)) for row in transaction.all(_OF_ANY, named=name))

    return await connection.do(read)


async def names_of_any_team(connection: Connection) -> tuple[tuple[str, str], ...]:
    """Every team with the name of each market of its own, by the names."""
    return tuple((row.team, row.called) for row in await connection.all(_ALL_NAMES))


async def own_markets(connection: Connection, team: str) -> tuple[Session, ...]:
    """The markets that the team has set up for itself, the oldest first."""

    def read(transaction: Transaction) -> tuple[Session, ...]:
        return tuple(_session(transaction, team, row) for row in transaction.all(_OWN, in_team=team))

    return await connection.do(read)


async def hold_names(connection: Connection) -> None:
    """Holds up whoever else is about to give or take away a name, until the transaction ends."""
    await connection.do(lambda there: there.one_at_a_time(_NAMING))


async def own_names(connection: Connection, team: str) -> dict[str, tuple[ItemId, ...]]:
    """The names of the team's own markets, the oldest first, each with the items that are needed there."""
    found: dict[str, tuple[ItemId, ...]] = {}
    for name, item in await connection.all(_OWN_NAMES, in_team=team):
        found[name] = (*found.get(name, ()), ItemId(item))
    return found


async def kept_ids(connection: Connection, team: str, beginning: str) -> frozenset[str]:
    """The ids, among all, of the team's markets that begin so, those included that it has let go."""
    return frozenset(row.market for row in await connection.all(_KEPT, in_team=team, begins=beginning))


async def give_name(connection: Connection, team: str, this: str, name: str, by: str) -> None:
    """The session is the team's own under that name from now on; one that had it before is only kept for its runs."""

    def put(transaction: Transaction) -> None:
        transaction.run(_LET_GO, in_team=team, named=name)
        transaction.run(_NAME, in_team=team, this=this, named=name, by=by)

    await connection.do(put)


async def remove_name(connection: Connection, team: str, name: str) -> bool:
    """Whether the team had a market of that name; where something was bargained for in it, it is kept for that."""

    def remove(transaction: Transaction) -> bool:
        found = transaction.first(_NAMED, in_team=team, named=name)
        if found is None:
            return False
        transaction.run(_LET_GO, in_team=team, named=name)
        if not transaction.first(_IS_USED, in_team=team, this=found.id):
            for statement in _REMOVE:
                transaction.run(statement, in_team=team, this=found.id)
        return True

    return await connection.do(remove)


def _first(transaction: Transaction, row: Found | None, team: str) -> Session | None:
    return None if row is None else _session(transaction, team, row)


def _session(transaction: Transaction, team: str, row: Found) -> Session:
    this = {"in_team": team, "this": row.id}
    market = Market(
        id=row.market,
        title=row.title,
        currency=Currency(**row.currency),
        items=_ITEMS.validate_python(row.items),
        demands=tuple(Demand(ItemId(item), *rest) for item, *rest in transaction.all(_DEMANDS, **this)),
        sellers=_sellers(transaction, this),
        rules=MarketRules(**row.rules),
        seed=row.seed,
    )
    return Session(row.id, market, row.called, row.made_by, row.made_at)


def _sellers(transaction: Transaction, this: dict[str, str]) -> tuple[Seller, ...]:
    stock: dict[str, list[Stock]] = {}
    for handle, item, pieces, cost, least, selling, facts, bulk_from, bulk_off in transaction.all(_INVENTORY, **this):
        there = Stock(
            ItemId(item), pieces, cost, least, selling, _FACTS.validate_python(facts), bulk_from, bulk_off
        )  # fmt: skip
        stock.setdefault(handle, []).append(there)
    return tuple(
        Seller(Handle(handle), style, retention, profit, tuple(stock.get(handle, ())))
        for handle, style, retention, profit in transaction.all(_SELLERS, **this)
    )
