"""Managers set up markets of their team's own: begun from nothing or from another one, looked over, saved, removed."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from bot.flows.markets.guessing import nearest
from bot.flows.markets.meaning import seed_in
from bot.flows.markets.own_names import free_name, market_id, name_of, wrong_with
from engine.errors import RuleViolation
from engine.marketplace.drawing import draw_market
from engine.marketplace.market import Market
from engine.marketplace.sheet.mistakes import BadSheet, Mistake
from engine.marketplace.sheet.reading import LONGEST_TITLE, Sheet, read_sheet, sheet_of
from storage import audit, inbox, markets
from storage.audit import Act
from storage.markets import Session

MOST_OWN = 15
CHANGED = "{name} was changed since you opened this form. Open it again, and change that."
READY = (
    "{name} came with Haggle. Only markets that managers set up here can be edited, copied or removed; a ready one is "
    "copied with *Start from* in `/haggle markets make`."
)
GONE = "I can't find the market {name} any more: it was removed or renamed since you opened this form."


class SetUp(NamedTuple):
    """A market as it stands in the form. `edits` is the session that it changes, and `called` what that is called."""

    sheet: Sheet
    name: str = ""
    edits: str = ""
    called: str = ""


class Understood(NamedTuple):
    """What the form says: the market under its name."""

    name: str
    market: Market


BLANK = SetUp(Sheet("", "", ()))


async def ready_one(house: House, team: str, ready: str, seed: str) -> tuple[SetUp, int]:
    """A ready market of that seed, or of another where none is written, to begin with.

    BadSeed or RuleViolation say what is none of its seeds.
    """
    if ready not in house.markets.ready:
        raise RuleViolation(f"There is no ready market {ready[:60]}.")
    number = seed_in(ready, seed)
    drawn = draw_market(house.markets, ready, number)
    title = f"Our {_inside_a_sentence(drawn.title)}"
    name = free_name(house, await _own(house, team), name_of("", title))
    return SetUp(replace(sheet_of(drawn), title=title), name), number


async def edited(house: House, roles: Managers, team: str, by: str, name: str) -> SetUp:
    """The team's market of that name, to be changed."""
    found = await _meant(house, roles, team, by, name)
    called = found.name or name
    return SetUp(sheet_of(found.market), called, found.id, called)


async def copied(house: House, roles: Managers, team: str, by: str, name: str) -> SetUp:
    """One that is as the team's market of that name, under a name that is free."""
    found = await _meant(house, roles, team, by, name)
    title = f"{found.market.title[: LONGEST_TITLE - 7]} (copy)"
    free = free_name(house, await _own(house, team), found.name or name)
    return SetUp(replace(sheet_of(found.market), title=title), free)


async def looked_over(house: House, roles: Managers, team: str, by: str, wish: SetUp) -> Understood:
    """What the form says. BadSheet says everything that is wrong with it."""
    await only_managers(roles, by)
    return _understood(house, await _own(house, team), wish)


async def save(house: House, roles: Managers, team: str, by: str, wish: SetUp, key: str) -> Understood:
    """The market, saved once for each key. BadSheet says what is wrong in the form, RuleViolation what else is."""
    await only_managers(roles, by)
    now = house.now()
    async with house.database.writing() as connection:
        await markets.hold_names(connection)
        own = await markets.own_markets(connection, team)
        if not await inbox.once(connection, team, key, now):
            return _understood(house, own, wish._replace(called=name_of(wish.name, wish.sheet.title)))
        _refuse_stale(own, wish)
        read = _understood(house, own, wish)
        if wish.called:
            await markets.remove_name(connection, team, wish.called)
        session = await markets.save_session(connection, team, read.market, by, now)
        await markets.give_name(connection, team, session, read.name, by)
        act = "changed market" if wish.edits else "set up market"
        figures = {"items": len(read.market.demands), "sellers": len(read.market.sellers)}
        await audit.note(connection, team, Act(now, by, act, read.name, figures))
    return read


async def own_named(house: House, roles: Managers, team: str, by: str, name: str) -> tuple[str, Market]:
    """The team's own market that the name means, with its name, for a manager; RuleViolation where there is none."""
    found = await _meant(house, roles, team, by, name)
    return found.name or name, found.market


async def remove(house: House, roles: Managers, team: str, by: str, name: str) -> Market:
    """The market that is no more; runs that were held in it stay. RuleViolation says why it cannot be removed."""
    found = await _meant(house, roles, team, by, name)
    called, now = found.name or name, house.now()
    async with house.database.writing() as connection:
        await markets.hold_names(connection)
        if not await markets.remove_name(connection, team, called):
            raise RuleViolation(f"There is no market {called[:60]} any more.")
        await audit.note(connection, team, Act(now, by, "removed market", called, {}))
    return found.market


def _inside_a_sentence(title: str) -> str:
    """“phone accessories” of “Phone accessories”, and USB-C as it is."""
    return title if title[1:2].isupper() else f"{title[:1].lower()}{title[1:]}"


def _understood(house: House, own: Sequence[Session], wish: SetUp) -> Understood:
    name = name_of(wish.name, wish.sheet.title)
    mistakes: list[Mistake] = []
    market = None
    try:
        market = read_sheet(wish.sheet, market_id(name))
    except BadSheet as bad:
        mistakes += bad.mistakes
    # Without a title and a name of its own, the title is what is missing.
    if wish.name.strip() or wish.sheet.title.strip():
        items = [item.id for item in market.items] if market else []
        mistakes += wrong_with(house, own, name, wish.called, items)
    if mistakes or market is None:
        raise BadSheet(tuple(mistakes))
    return Understood(name, market)


def _refuse_stale(own: Sequence[Session], wish: SetUp) -> None:
    """Refuses to change what was changed meanwhile, and one market too many."""
    now = next((each for each in own if each.name == wish.called), None)
    if wish.edits and now is None:
        raise RuleViolation(GONE.format(name=wish.called))
    if wish.edits and now and now.id != wish.edits:
        raise RuleViolation(CHANGED.format(name=wish.called))
    if not wish.edits and len(own) >= MOST_OWN:
        raise RuleViolation(
            f"There are {len(own)} markets of your own here, as many as there may be. Remove one first."
        )


async def _meant(house: House, roles: Managers, team: str, by: str, name: str) -> Session:
    await only_managers(roles, by)
    folded = name.casefold().strip("`\"“”' ")
    own = await _own(house, team)
    if found := next((each for each in own if each.name == folded), None):
        return found
    if folded in house.markets.ready:
        raise RuleViolation(READY.format(name=folded))
    names = [each.name for each in own if each.name]
    near = nearest(folded, names)
    guess = f"Did you mean {near}?" if near else f"There are: {', '.join(names) or 'none'}."
    raise RuleViolation(f"There is no market {folded[:60]} that was set up here. {guess}")


async def _own(house: House, team: str) -> tuple[Session, ...]:
    async with house.database.reading() as connection:
        return await markets.own_markets(connection, team)
