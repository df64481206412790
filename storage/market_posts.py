"""What there is to post in a run in a market."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class TalkBrief:
    """What is to be bought next in a run's thread, after one item is done."""

    talk: str
    kind: Literal["talk_brief"] = "talk_brief"


@dataclass(frozen=True, slots=True)
class Offers:
    """What is on the table in a talk after so many of its events, with the buttons that take it."""

    talk: str
    after: int
    kind: Literal["offers"] = "offers"


@dataclass(frozen=True, slots=True)
class OffersUpdate:
    """That post drawn again once it is out of date: what was on the table then, without the buttons."""

    talk: str
    after: int
    kind: Literal["offers_update"] = "offers_update"


@dataclass(frozen=True, slots=True)
class TalkVerdict:
    """The verdict on the buyer of a talk, in the run's thread."""

    talk: str
    kind: Literal["talk_verdict"] = "talk_verdict"


EVERYONE = "*"
"""Stands for every seller where a button says whom a line is for."""
AS_IT_IS = "as_it_is"
"""Stands behind them where the line is to be said whatever it may mean."""


@dataclass(frozen=True, slots=True)
class AskWhom:
    """Asks `user` alone whom a line is for: `why` it is not clear, `to` the handles that may be meant, `ref` the ts of
    the line, which was written in that `talk`; `everyone` whether it may be for all of them."""

    user: str
    why: str
    to: tuple[str, ...]
    ref: str
    talk: str = ""
    everyone: bool = True
    kind: Literal["ask_whom"] = "ask_whom"


@dataclass(frozen=True, slots=True)
class AskTake:
    """Asks `user` alone whether a line takes the offer of `seller`: `says` what that is, `take` is the value of the
    button that takes it, `ref` the ts of the line, which was written in that `talk`."""

    user: str
    seller: str
    says: str
    take: str
    ref: str
    talk: str
    kind: Literal["ask_take"] = "ask_take"
