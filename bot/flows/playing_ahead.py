"""The reference panel, played beside the event loop while a run goes on, so that its verdict need not wait for it."""

import asyncio

from engine.panel.judging import field_of
from engine.scenario.scenario import Scenario


class PlayingAhead:
    """The seeds on which the panel is at play, one at a time; what it earned is remembered by `field_of`."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._one_at_a_time = asyncio.Lock()

    def soon(self, scenario: Scenario) -> None:
        """Has the panel play the scenario when its turn comes."""
        task = asyncio.create_task(self._play(scenario))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _play(self, scenario: Scenario) -> None:
        async with self._one_at_a_time:
            await asyncio.to_thread(field_of, scenario)
