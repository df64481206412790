"""Whom a line in a market is for; where that is not clear, the rep is asked, and nobody hears it meanwhile."""

from typing import NamedTuple

from engine.errors import RuleViolation
from engine.marketplace.handles import Addressed, addressed
from engine.marketplace.market import Handle
from engine.marketplace.room import Room
from engine.marketplace.trading import Line
from storage.inbox import Entry
from storage.market_posts import AS_IT_IS, EVERYONE, AskWhom


class Unclear(RuleViolation):
    """Nobody can tell whom the line is for; `to` are those who may be meant, all of them where none is likelier.
    `everyone` where it may be for all of them."""

    def __init__(self, why: str, to: tuple[str, ...], *, everyone: bool = True) -> None:
        super().__init__(why)
        self.to = to
        self.everyone = everyone


def line_of(room: Room, entry: Entry) -> Line:
    """The rep's line with those whom it is for. Unclear where that has to be asked."""
    handles = [seller.handle for seller in room.sellers]
    if entry.kind == "send":
        return _directed(entry, handles)
    to = addressed(entry.text, handles)
    if not to.is_clear:
        raise _unclear(to, tuple(handles))
    return Line(entry.text, to, entry.message_ts or "")


class Sent(NamedTuple):
    """A line that a button sends: to whom, in which talk (empty: not said), and whether whatever it may mean."""

    to: str
    text: str
    talk: str = ""
    as_it_is: bool = False


def directed(to: str, text: str) -> str:
    """The text of an entry that sends a line to whom a button named, in the talk that it named."""
    return f"{to}\n{text}"


def sent(entry: Entry) -> Sent:
    """What such an entry says."""
    head, _, text = entry.text.partition("\n")
    to, talk, how = (*head.split(" "), "", "")[:3]
    return Sent(to, text, talk, how == AS_IT_IS)


def ask(user: str, unclear: Unclear, ref: str, talk: str) -> AskWhom:
    """The question to the rep; `ref` is the ts of the line, written in that talk."""
    return AskWhom(user, str(unclear), unclear.to, ref, talk, unclear.everyone)


def _directed(entry: Entry, handles: list[Handle]) -> Line:
    line = sent(entry)
    if line.to == EVERYONE:
        return Line(line.text, Addressed(tuple(handles), everybody=True), entry.position)
    if line.to not in handles:
        raise RuleViolation(f"There is no seller @{line.to[:40]} here.")
    return Line(line.text, Addressed((line.to,)), entry.position, as_it_is=line.as_it_is)


def _unclear(to: Addressed, handles: tuple[str, ...]) -> Unclear:
    if not to.unknown:
        about = " and ".join(f"@{handle}" for handle in to.about)
        return Unclear(f"You speak of {about}. To whom?", handles)
    written = " and ".join(f"@{each.written[:40]}" for each in to.unknown if each.written)
    near = tuple(dict.fromkeys(handle for each in to.unknown for handle in each.meant))
    nobody = f"There is no seller {written} here." if written else "You call somebody who is no seller."
    return Unclear(nobody, near or handles)
