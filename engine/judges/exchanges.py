"""A run as a judge of single points gets it: each line of the rep's with what it had just heard."""

from collections.abc import Iterator
from typing import NamedTuple

from engine.negotiation.events import Event, Moved, Offered, Read, Said, Worded
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading

NOTHING = Reading()


class Exchange(NamedTuple):
    """A line of the rep's, how it was read, and what the other side had said before it, in the words that were heard.

    `is_doubted` says that a doubt was open by then, `is_priced` that the line put an offer up.
    """

    heard: tuple[str, ...]
    said: Said
    reading: Reading = NOTHING
    is_doubted: bool = False
    is_priced: bool = False


def exchanges(run: Negotiation) -> tuple[Exchange, ...]:
    """Every exchange but the last, which tells how the run ended, and those meant for a judge instead of a buyer."""
    return tuple(each for each in tuple(_told(run))[:-1] if not each.reading.has(Act.INJECTION))


def _told(run: Negotiation) -> Iterator[Exchange]:
    mood, heard = run.opened.mood, list[str]()
    exchange: Exchange | None = None
    for event in run.events:
        match event:
            case Said(side="counterpart"):
                heard.append(event.text)
            case Worded():
                heard[-1:] = [event.text]
            case Said(side="rep"):
                if exchange is not None:
                    yield exchange
                is_doubted = bool(set(mood.raised) - set(mood.settled))
                exchange, heard = Exchange(tuple(heard), event, is_doubted=is_doubted), []
            case Moved():
                mood = event.mood
            case _ if exchange is not None:
                exchange = _with(exchange, event)
    if exchange is not None:
        yield exchange


def _with(exchange: Exchange, event: Event) -> Exchange:
    match event:
        case Read():
            return exchange._replace(reading=event.reading)
        case Offered(side="rep"):
            return exchange._replace(is_priced=True)
        case _:
            return exchange
