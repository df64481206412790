"""How alike a model's runs are when the same is said: the same lines held several times, nothing remembered between."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from typing import NamedTuple

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.guard.bounds import bounds_of
from engine.llm.budget import Payer
from engine.llm.model_name import ModelName
from engine.llm.model_reader import ModelReader
from engine.llm.no_books import NoBooks
from engine.llm.usage import Spent
from engine.llm.voice import Manner, Voice
from engine.negotiation.events import Labelled, Outcome, Worded
from engine.negotiation.negotiation import Negotiation, apply, fold
from engine.reading.figures import figures
from engine.reading.reading import Modality, Reading
from engine.scenario.scenario import Scenario

HUNDRED = 100


class Said(NamedTuple):
    """One worded turn: how the other side would read it, and the event."""

    reading: Reading
    worded: Worded
    leaked: bool


class Held(NamedTuple):
    """One run of a script: its worded turns, and the round of the deal, None where there was none."""

    turns: tuple[Said, ...]
    accepted: int | None
    labelled: int


@dataclass
class Figures:
    """What many runs come to. Shares are counted as hits of all."""

    runs: int = 0
    turns: int = 0
    alike: int = 0
    pairs: int = 0
    accepts_alike: int = 0
    scripts: int = 0
    spread: int = 0
    counters: int = 0
    leaks: int = 0
    stock: int = 0
    retried: int = 0
    labelled: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost: int | None = 0
    why: dict[str, int] = field(default_factory=dict)

    def add(self, repeats: Sequence[Held]) -> None:
        """Counts the runs of one script on one seed."""
        self.scripts += 1
        self.accepts_alike += len({held.accepted for held in repeats}) == 1
        for held in repeats:
            self._count(held)
        for said in zip(*(held.turns for held in repeats), strict=False):
            self._compare(said)

    def pay(self, spent: Spent) -> None:
        """Notes what all the runs took, what was asked in vain included."""
        self.input_tokens, self.output_tokens = spent.usage.input, spent.usage.output
        self.cost = spent.micro_dollars

    def _count(self, held: Held) -> None:
        self.runs += 1
        self.turns += len(held.turns)
        self.labelled += held.labelled
        for _, worded, leaked in held.turns:
            self.leaks += leaked
            self.stock += not worded.by
            self.retried += bool(worded.broken)
            if worded.why:
                self.why[worded.why] = self.why.get(worded.why, 0) + 1

    def _compare(self, said: Sequence[Said]) -> None:
        for one, other in combinations(said, 2):
            self.pairs += 1
            self.alike += one.reading.kinds == other.reading.kinds
        prices = [price for turn in said if (price := _price(turn.reading)) is not None]
        if prices:
            self.counters += 1
            self.spread = max(self.spread, max(prices) - min(prices))


def _price(reading: Reading) -> int | None:
    """The last amount that the line puts up."""
    found = [offer.amount for offer in reading.offers if offer.modality is not Modality.REJECTED]
    return found[-1] if found else None


def share(hits: int, of: int) -> int | None:
    """Whole percents, None of nothing."""
    return HUNDRED * hits // of if of else None


class Trial:
    """Holds runs by one model, one after the other. `now` tells the time of a call."""

    def __init__(self, voice: Voice, model: ModelName, books: NoBooks, now: Callable[[], datetime]) -> None:
        self.books = books
        self.model = model
        self._voice = voice
        self._reader = ModelReader(voice)
        self._now = now

    async def held(self, scenario: Scenario, lines: Sequence[str], mode: str, payer: Payer) -> Held:
        """A run with these lines, to its end or theirs."""
        run = fold(scenario, open_run(scenario, mode, self._now()))
        turns: list[Said] = []
        labelled = 0
        for line in lines:
            if run.status == "ended":
                break
            label = await self._reader.labelled(run, line, self.model, payer, self._now())
            labelled += label is not None
            run = await self._turn(run, line, label, payer, turns)
        accepted = run.round if run.outcome is Outcome.REACHED else None
        return Held(tuple(turns), accepted, labelled)

    async def _turn(
        self, run: Negotiation, line: str, label: Labelled | None, payer: Payer, turns: list[Said]
    ) -> Negotiation:
        before = apply(run, label) if label else run
        after = say(before, Line(line), self._now())
        worded = await self._voice.worded(before, after, self._now(), payer, Manner(str(self.model)))
        bounds = bounds_of(before, after)
        turns.append(Said(bounds.read(worded.text), worded, _leaks(worded.text, after)))
        return apply(after, worded)


def _leaks(line: str, run: Negotiation) -> bool:
    """Whether the line names a limit or a hope of the counterpart, or a fact that it has not told."""
    said = "\n".join([*(each.text for each in run.lines), run.last_heard])
    if {int(figure) for figure in figures(line) - figures(said)} & set(_hidden(run.scenario)):
        return True
    untold = [fact.exact for fact in run.scenario.facts if fact.id not in run.mood.told and len(fact.exact) > 1]
    return any(text in line and text not in said for text in untold)


def _hidden(scenario: Scenario) -> Iterator[int]:
    interests, unit = scenario.counterpart.interests, scenario.currency.unit
    for amount in (interests.base - interests.walk_away, interests.base - interests.aspiration):
        yield abs(amount) // unit
