"""Runs of many reps on one scenario: those who have said the same so far are in the same run, played once."""

from datetime import UTC, datetime

from engine.director.director import Line, end_by_rep, open_run, taken
from engine.director.replay import extended
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.view import View, topics_to_ask, view_for_rep
from engine.reading.reading import Reading
from engine.scenario.scenario import Scenario, Topic

SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""The strict counterpart goes by moves, not by the clock, so any moment does."""


class Branching:
    """A run as far as some reps share it, what a rep sees there, and where each line said so far has led."""

    __slots__ = ("_questions", "_ways", "run", "view")

    def __init__(self, run: Negotiation, questions: tuple[Topic, ...]) -> None:
        self.run = run
        self.view: View = view_for_rep(run, questions)
        self._questions = questions
        self._ways: dict[Reading, Branching] = {}

    def after(self, reading: Reading) -> "Branching":
        """The run after a line read so."""
        way = self._ways.get(reading)
        if way is None:
            way = Branching(taken(self.run, Line(""), reading, SOME_DAY), self._questions)
            self._ways[reading] = way
        return way

    def ended(self) -> Negotiation:
        """The run when its rep has nothing more to say."""
        run = self.run
        return extended(run, end_by_rep(run, SOME_DAY)) if run.status == "open" else run


def opened(scenario: Scenario) -> Branching:
    """Where all reps begin."""
    return Branching(fold(scenario, open_run(scenario, "strict", SOME_DAY)), topics_to_ask(scenario))
