"""Where runs stand: remembered from the last turn, or folded from the events when another process took it."""

from collections import OrderedDict
from collections.abc import Iterable

from bot.flows.scenarios import ScenarioBook
from engine.negotiation.negotiation import Negotiation, fold
from storage import run_events
from storage.database import Database
from storage.runs import Run, RunId


class NegotiationBook:
    """The negotiations of recent runs. What is remembered counts only at the revision that the database has."""

    def __init__(self, database: Database, scenarios: ScenarioBook, size: int = 1_000) -> None:
        self._database = database
        self._scenarios = scenarios
        self._size = size
        self._known: OrderedDict[RunId, tuple[int, Negotiation]] = OrderedDict()

    async def of(self, run: Run) -> Negotiation:
        """The run as its events have left it."""
        revision, negotiation = self._known.get(run.id, (None, None))
        if negotiation is not None and revision == run.revision:
            return negotiation
        scenario = await self._scenarios.of(run)
        async with self._database.reading() as connection:
            return fold(scenario, await run_events.load(connection, run.team, run.id))

    def let_go(self, runs: Iterable[str]) -> None:
        """Remembers nothing of these runs."""
        for run in runs:
            self._known.pop(RunId(run), None)

    def keep(self, run: Run, negotiation: Negotiation) -> None:
        """Remembers the run as it was just committed; a run that is over is let go."""
        self._known.pop(run.id, None)
        if negotiation.outcome is None:
            self._known[run.id] = (run.revision, negotiation)
        if len(self._known) > self._size:
            self._known.popitem(last=False)
