"""What a market of a team's own may be called: the word by which reps buy in it."""

import re
from collections.abc import Iterator, Sequence

from bot.flows.house import House
from bot.flows.markets.meaning import OWN, PLAYED_BY
from engine.marketplace.market import ItemId
from engine.marketplace.sheet.mistakes import Mistake
from storage.markets import Session

LONGEST = 30


def name_of(written: str, title: str) -> str:
    """`office_cables` of “Office cables”; of the title where no name is written."""
    plain = re.sub(r"[\W_]+", "_", (written.strip() or title).casefold()).strip("_")
    return plain if written.strip() else plain[:LONGEST].rstrip("_")


def market_id(name: str) -> str:
    """The id that the market of that name has among all."""
    return f"{OWN}/{name}"


def free_name(house: House, own: Sequence[Session], name: str) -> str:
    """The name, with a number behind it where it is taken."""
    taken = {*house.markets.ready, *(each.name for each in own)}
    tries = (name, *(f"{name[: LONGEST - 3]}_{number}" for number in range(2, len(taken) + 3)))
    return next(each for each in tries if each not in taken)


def wrong_with(
    house: House, own: Sequence[Session], name: str, keeps: str, items: Sequence[ItemId]
) -> Iterator[Mistake]:
    """Why the market cannot be called that; `keeps` is what it is called now, `items` what it sells."""
    if not name or not re.search(r"[^\W\d_]", name):
        yield Mistake("name", "Give it a short name with a letter in it, such as office_cables.")
    elif len(name) > LONGEST:
        yield Mistake("name", f"A short name has {LONGEST} characters at most, so that it can be typed.")
    elif name in house.markets.ready:
        yield Mistake("name", f"{name} is a market that Haggle comes with. Choose another name.")
    elif name != keeps and name in {each.name for each in own}:
        yield Mistake("name", f"There is a market {name} already. Choose another name, or edit that one.")
    elif name in PLAYED_BY or name in _sold(house, own, items):
        yield Mistake("name", f"{name} means something else in /haggle buy. Choose another name.")


def _sold(house: House, own: Sequence[Session], items: Sequence[ItemId]) -> set[str]:
    """The words for items, which stand in the same place of a command."""
    ready = {item for note in house.markets.ready.values() for item in note.items}
    return ready | {str(each.item) for session in own for each in session.market.demands} | set(items)
