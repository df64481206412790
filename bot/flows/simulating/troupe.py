"""Who plays the parties of a market that runs unattended."""

from collections.abc import Sequence
from typing import Protocol

from bot.flows.simulating.asked import Simulation
from bot.flows.simulating.held import Due, Held


class Troupe(Protocol):
    """Plays talks. `sellers` is who plays those; a part of the work is `talks_at_once` talks, and `parts_at_once` parts
    are played at the same time."""

    @property
    def sellers(self) -> str: ...
    @property
    def talks_at_once(self) -> int: ...
    @property
    def parts_at_once(self) -> int: ...

    @property
    def is_spent(self) -> bool:
        """Whether what it may cost is used up, so that no further talk begins."""

    def buyer_of(self, key: bytes) -> str:
        """Who plays the buyer in the markets of that key."""

    async def hold(self, simulation: Simulation, dues: Sequence[Due]) -> Sequence[Held]:
        """The talks, played to their ends."""
