"""A market that runs by itself, with parties that rules or models play, in any mix."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from engine.llm.budget import Payer
from engine.llm.dealing import Dealing
from engine.llm.model_name import ModelName
from engine.marketplace.buying import BuyerMove, Habits, next_move
from engine.marketplace.market import Handle, ItemId, Market
from engine.marketplace.playing import MOST_STEPS, ended_by, line_of
from engine.marketplace.room import Room, RoomEvent, apply, open_room
from engine.marketplace.trading import Answer, Hearing, House, hearing, settled, strict_answers
from engine.marketplace.visibility import BuyerView, view_for_buyer


class Buyer(Protocol):
    """Whoever plays the buyer."""

    async def move(self, view: BuyerView, now: datetime) -> BuyerMove:
        """What it does next, while the talk is open."""
        ...


class Sellers(Protocol):
    """Whoever plays the sellers."""

    async def answers(self, room: Room, heard: Hearing, now: datetime) -> Mapping[Handle, Answer]:
        """What each of those who heard the line answers."""
        ...


@dataclass(frozen=True, slots=True)
class Played:
    """Whom a model plays for: which model, and on whose account."""

    dealing: Dealing
    payer: Payer
    model: ModelName


@dataclass(frozen=True, slots=True)
class StrictBuyer:
    """A buyer that goes by rules."""

    habits: Habits
    key: bytes

    async def move(self, view: BuyerView, now: datetime) -> BuyerMove:
        """What it does next."""
        return next_move(view, self.habits, self.key)


@dataclass(frozen=True, slots=True)
class GuardedBuyer:
    """A buyer that a model plays; the strict one moves in its place where it does nothing within the limits."""

    played: Played
    habits: Habits
    key: bytes

    async def move(self, view: BuyerView, now: datetime) -> BuyerMove:
        """What it does next."""
        dealing, payer, model = self.played.dealing, self.played.payer, self.played.model
        return await dealing.move(view, self.habits, self.key, payer, model, now)


@dataclass(frozen=True, slots=True)
class StrictSellers:
    """Sellers that go by rules."""

    house: House

    async def answers(self, room: Room, heard: Hearing, now: datetime) -> Mapping[Handle, Answer]:
        """What each of those who heard the line answers."""
        return strict_answers(self.house, heard)


@dataclass(frozen=True, slots=True)
class GuardedSellers:
    """Sellers that a model plays; where `only` is given, those alone, and the others go by rules."""

    played: Played
    house: House
    only: frozenset[Handle] | None = None

    async def answers(self, room: Room, heard: Hearing, now: datetime) -> Mapping[Handle, Answer]:
        """What each of those who heard the line answers."""
        guarded = tuple(each for each in heard.heard if self.only is None or each.seller in self.only)
        strict = tuple(each for each in heard.heard if each not in guarded)
        dealing, payer, model = self.played.dealing, self.played.payer, self.played.model
        by_model = await dealing.answers(room, heard._replace(heard=guarded), self.house, payer, model, now)
        return {**strict_answers(self.house, heard._replace(heard=strict)), **by_model}


async def play(market: Market, item: ItemId, buyer: Buyer, sellers: Sellers, key: bytes, now: datetime) -> Room:
    """The talk about the item, played to its end. `key` draws the order in which sellers answer."""
    room = open_room(market, item, now)
    for _ in range(MOST_STEPS):
        if room.ending is not None:
            return room
        for event in await step(room, buyer, sellers, key, now):
            room = apply(room, event)
    raise RuntimeError(f"the talk about {item} in {market.id} does not end")


async def step(room: Room, buyer: Buyer, sellers: Sellers, key: bytes, now: datetime) -> tuple[RoomEvent, ...]:
    """What the buyer does next, and what follows from it."""
    move = await buyer.move(view_for_buyer(room), now)
    ended = ended_by(room, move, now)
    if ended is not None:
        return ended
    heard = hearing(room, line_of(room, move))
    return settled(room, heard, await sellers.answers(room, heard, now), key, now)
