"""A line that is being read, with what was found in it so far and what is wrong with it."""

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.flows.assigning.times import Read, When
from bot.flows.assigning.tokens import Token
from bot.orders import Complaint, Field
from engine.scenario.seed_pack import SeedPack
from storage.assignments import Repeats


class Phrase(NamedTuple):
    """A time and the words that it was written with."""

    when: When
    words: str


class Known(NamedTuple):
    """What names can mean something in a line."""

    packs: tuple[str, ...]
    seed_packs: tuple[SeedPack, ...] = ()
    models: tuple[str, ...] = ()


@dataclass(slots=True)
class Written:
    """What a line says, before anything in it is looked up. None and empty stand for what it does not say.

    `handles` are names after an @ that Slack did not mark. `here` is everybody in the channel of the command.
    """

    title: str = ""
    people: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    channels: list[str] = field(default_factory=list)
    handles: list[str] = field(default_factory=list)
    here: bool = False
    myself: bool = False
    pack: str = ""
    seed_pack: SeedPack | None = None
    seeds: list[str] = field(default_factory=list)
    drawn: int = 0
    difficulty: str = ""
    start: Phrase | None = None
    due: Phrase | None = None
    repeats: Repeats = ""
    until: Phrase | None = None
    pass_mark: int | None = None
    attempts: int | None = None
    mode: str = ""
    model: str = ""
    summary: str | None = None


@dataclass(slots=True)
class Scan:
    """The tokens, how far they are read, and what came of it.

    `hour_may_follow` is the place after a day without an hour: a small number there says too little.
    """

    tokens: list[Token]
    known: Known
    at: int = 0
    hour_may_follow: int = -1
    written: Written = field(default_factory=Written)
    complaints: list[Complaint] = field(default_factory=list)

    def ahead(self, most: int) -> list[str]:
        """The words that come next, up to the first token that is none."""
        words: list[str] = []
        for token in self.tokens[self.at : self.at + most]:
            if token.kind != "word":
                break
            words.append(token.text)
        return words

    def word(self, offset: int = 0) -> str:
        """The word so many tokens on; empty where there is none."""
        here = self.at + offset
        return self.tokens[here].text if here < len(self.tokens) and self.tokens[here].kind == "word" else ""

    def taken(self, count: int) -> str:
        """Goes on by so many tokens; how those were written."""
        passed = self.tokens[self.at : self.at + count]
        self.at += count
        return " ".join(token.shown for token in passed)

    def taken_time(self, read: Read) -> str:
        """Goes on past a time; how it was written."""
        words = self.taken(read.words)
        self.hour_may_follow = self.at if read.when.clock is None and not read.when.at_once else -1
        return words

    def complain(self, about: Field, words: str, told: str) -> None:
        """Notes what cannot be done."""
        self.complaints.append(Complaint(about, words, told))
