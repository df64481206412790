"""A finished run as a coach looks at it, and what a coach finds in it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from engine.coaching.saying_back import said_back
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act
from engine.scenario.scenario import Scenario
from engine.scoring.dealing import steps_of
from engine.scoring.deciding import decision_sought
from engine.scoring.picking_up import picks_up
from engine.scoring.record import Turn, as_spoken, first_priced

ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
SHOWING = (Act.PRESENT, Act.CLAIM)


class Step(NamedTuple):
    """One concession: the turn, and the minor units of its own value that the rep gave in it."""

    turn: Turn
    size: int


class Look(NamedTuple):
    """A run and the rep's turns in it."""

    negotiation: Negotiation
    turns: Sequence[Turn]

    @property
    def scenario(self) -> Scenario:
        """What the run was about."""
        return self.negotiation.scenario

    @property
    def first_price(self) -> Turn | None:
        """The turn in which the rep first named terms."""
        return first_priced(self.turns)

    @property
    def offers(self) -> list[Turn]:
        """The turns in which the rep put terms up."""
        return [turn for turn in self.turns if turn.offer is not None]

    @property
    def steps(self) -> list[Step]:
        """The rep's concessions, in order."""
        return [Step(turn, size) for turn, size in steps_of(self.scenario, self.turns, self.offers)]

    def picks_up(self, turn: Turn) -> bool:
        """Whether the line shows that the rep heard what they had said before it."""
        return picks_up(self.scenario, self.turns, turn)

    def decision_sought(self, turn: Turn) -> bool:
        """Whether the line asks for the decision, or takes it."""
        return bool(decision_sought(self.scenario, self.turns, turn))

    def quote_of_them(self, stock: str) -> str:
        """What they said where the rules have them say this: it itself unless a model found other words for it."""
        shown = "\n".join(line.text for line in self.negotiation.lines if line.side == "counterpart")
        return stock if stock in shown else as_spoken(self.negotiation, stock) or stock

    def say_back(self, turn: Turn) -> str:
        """What they had just said, said back to them; else what they had told by then that weighs most."""
        facts = {fact.id: fact for fact in self.scenario.facts}
        before = self.turns[turn.number - 1] if turn.number else None
        just_now = before.learnt if before is not None else ()
        told = [facts[name] for name in just_now or turn.before.told if facts[name].weight]
        best = max(told, key=lambda fact: fact.weight, default=None)
        weighty = said_back(self.quote_of_them(best.exact)) if best is not None else ""
        told_something = before is not None and (before.learnt or before.hinted)
        back = weighty if (just_now and weighty) or not told_something else said_back(turn.heard) or weighty
        return f"{back} Did I get that right?" if back else "What have I not understood yet?"

    def after(self, turn: Turn) -> Turn | None:
        """The rep's next turn, if there was one."""
        return self.turns[turn.number + 1] if turn.number + 1 < len(self.turns) else None


class Found(NamedTuple):
    """A line of the rep that another would have done better than: its turn, why, and the better one.

    `acts` say which sentence of the line is meant; `sentence` is it where no act is. `before` where the better line
    does not take its place, but belongs before it, and `after` where it belongs after it.
    """

    turn: Turn
    why: str
    better: str
    acts: tuple[Act, ...] = ()
    sentence: str = ""
    before: bool = False
    after: bool = False


Finder = Callable[[Look], Found | None]


class Tip(NamedTuple):
    """One thing to coach: its id, the check whose points it costs, its title, and what finds it in a run.

    `least` is what it weighs, in centipoints, where the check lost nothing by it.
    """

    id: str
    check: str
    title: str
    find: Finder
    least: int = 0
