"""Parties that a language model plays, all of a market or one side of it; several talks at the same time."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from bot.flows.simulating.asked import TEAM, Simulation
from bot.flows.simulating.held import Due, Held
from bot.flows.simulating.strict_troupe import STRICT
from engine.errors import HaggleError
from engine.llm import market_play
from engine.llm.budget import Cap, Payer
from engine.llm.dealing import Dealing
from engine.llm.market_play import Buyer, GuardedBuyer, GuardedSellers, Played, Sellers, StrictBuyer, StrictSellers
from engine.llm.model_name import ModelName
from engine.llm.no_books import NoBooks
from engine.llm.troubles import ModelTrouble
from engine.llm.voice import Voice
from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market
from engine.marketplace.record import record_of
from engine.marketplace.room import Room, RoomOpened
from engine.marketplace.trading import House
from engine.marketplace.verdict import judged

_PAYER = Payer(TEAM, TEAM, "simulate")


class NoAnswer(HaggleError):
    """A model that was to play gave no answer in a whole talk; the text says why."""


class Cast(NamedTuple):
    """Who plays: a model, or None for strict ones; the habits of a strict buyer are empty where a seed draws them."""

    buyer: ModelName | None
    sellers: ModelName | None
    habits: str = ""


class Purse(NamedTuple):
    """What the talks may cost all together: a cap, and the books of what they did."""

    cap: Cap
    books: NoBooks


class GuardedTroupe:
    """A buyer and sellers of which at least one side is played by a model. What it cannot do, rules do in its place.

    No talk begins once the purse is empty; those under way are played to their ends.
    """

    talks_at_once = 1

    def __init__(self, voice: Voice, cast: Cast, talks: int, purse: Purse) -> None:
        self._dealing = Dealing(voice)
        self._purse = purse
        self._cast = cast
        self._trouble: ModelTrouble | None = None
        self.parts_at_once = talks
        self.sellers = str(cast.sellers) if cast.sellers else STRICT
        voice.tell = self._told

    @property
    def is_spent(self) -> bool:
        """Whether the talks so far took all that they may cost."""
        return self._purse.cap.is_reached(self._purse.books.counted)

    def buyer_of(self, key: bytes) -> str:
        """`strict:patient`, or the name of the model."""
        return str(self._cast.buyer) if self._cast.buyer else f"{STRICT}:{habits_of(key, self._cast.habits).name}"

    async def hold(self, simulation: Simulation, dues: Sequence[Due]) -> Sequence[Held]:
        """The talks, one after the other; NoAnswer, or what is the trouble, where a model did not play at all."""
        return [await self._one(simulation, due) for due in dues]

    async def _one(self, simulation: Simulation, due: Due) -> Held:
        key = simulation.key(due.seed)
        market = simulation.whole or draw_market(simulation.pack, simulation.market, due.seed)
        buyer, sellers = self._parties(House(simulation.pack.phrases, key))
        room = await market_play.play(market, due.item, buyer, sellers, key, datetime.now(UTC))
        self._must_have_answered(room)
        verdict = judged(room)
        return Held(due, room, verdict, record_of(room, verdict.quality))

    def _parties(self, house: House) -> tuple[Buyer, Sellers]:
        habits = habits_of(house.key, self._cast.habits)
        buyer: Buyer = StrictBuyer(habits, house.key)
        sellers: Sellers = StrictSellers(house)
        if self._cast.buyer:
            buyer = GuardedBuyer(Played(self._dealing, _PAYER, self._cast.buyer), habits, house.key)
        if self._cast.sellers:
            sellers = GuardedSellers(Played(self._dealing, _PAYER, self._cast.sellers), house)
        return buyer, sellers

    def _told(self, _team: str, trouble: ModelTrouble) -> None:
        self._trouble = trouble

    def _must_have_answered(self, room: Room) -> None:
        """A talk that only rules held is not one of a model."""
        if self._trouble is not None:
            raise self._trouble
        record = record_of(room)
        if record.lines.unanswered and not record.lines.by_model + record.lines.held:
            moves = (event for event in room.events if not isinstance(event, RoomOpened))
            why = next(move.held for move in moves if move.held)
            raise NoAnswer(f"No move of a whole talk was a model's: {why}.")
