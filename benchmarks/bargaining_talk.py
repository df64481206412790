"""Talks between a buyer and a seller about one item: the last price in the text, and whether there was a deal."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.clock import Clock
from benchmarks.parts import Row, share
from engine.reading.context import PRICE, price_talk
from engine.reading.reading import BINDING, Act, Modality, Reading

NAMED = (*BINDING, Modality.PROBE, Modality.ECHO)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_THOUSAND = 1_000
_SHORTEST_DEAL = 4
"""Lines that a talk has at least if it ends in a deal."""

_FAR_PERCENT = 12
"""Percent of the list price that sides may be apart when a talk ends in mid-air and still in a deal."""


class ReadLine(NamedTuple):
    """A line of a dialogue with its reading."""

    side: str
    reading: Reading


def read_dialogue(row: Row, clock: Clock) -> Iterator[ReadLine]:
    """The dialogue's lines, each read as its speaker sees the table."""
    live = {"buyer": 0, "seller": 0}
    for side, text in row["messages"]:
        other = "seller" if side == "buyer" else "buyer"
        reading = clock.read(text, price_talk(round(row["list_price"] * 100), live[side], live[other]))
        yield ReadLine(side, reading)
        live[side] = next(reversed(prices(reading, *BINDING, Modality.PROBE)), live[side])


def prices(reading: Reading, *modalities: Modality) -> list[int]:
    """The prices read with these modalities, in order, in cents."""
    return [offer.amount for offer in reading.offers if offer.issue == PRICE and offer.modality in modalities]


def last_price(lines: list[ReadLine], *modalities: Modality) -> int:
    """The last price in the lines with these modalities, in cents; 0 for none."""
    return next((price for line in reversed(lines) for price in reversed(prices(line.reading, *modalities))), 0)


def report_prices(data: list[Row], clock: Clock, misses: int) -> None:
    """Print how often the last price in the text is the one that the human then typed."""
    kinds: Counter[str] = Counter()
    missed: list[tuple[Row, int]] = []
    written = 0
    for row in data:
        lines = list(read_dialogue(row, clock))
        written += _is_written(row)
        wanted, read = round(row["price"] * 100), last_price(lines, *NAMED)
        kinds[_kind_of(wanted, read, lines)] += 1
        if read and read != wanted:
            missed.append((row, read))
    spoken = len(data) - kinds["no message at all"]
    right = share(kinds["right"], len(data))
    print(f"prices: of {len(data)} human offers the last price in the text is {right}; ", end="")
    print(f"with any text {share(kinds['right'], spoken)}")
    print(f"  the typed price stands somewhere in the text of {share(written, len(data))}: no more can be read rightly")
    print("  " + ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())))
    for row, read in sorted(missed, key=lambda miss: -_error(*miss))[:misses]:
        print(f"  - {row['category']}, list {row['list_price']}: typed {row['price']:g}, read {read / 100:g}")
        print_end(row, 4)


def _is_written(row: Row) -> bool:
    """Whether any number of the text is the typed price, in full or in thousands."""
    written = {float(number) for _, text in row["messages"] for number in _NUMBER.findall(text.replace(",", ""))}
    return not written.isdisjoint((row["price"], row["price"] / _THOUSAND))


def _kind_of(wanted: int, read: int, lines: list[ReadLine]) -> str:
    if wanted == read:
        return "right"
    if not lines:
        return "no message at all"
    if not read:
        return "no price read"
    said = {price for line in lines for price in prices(line.reading, *Modality)}
    return "an earlier price is it" if wanted in said else "no price read is it"


def _error(row: Row, read: int) -> float:
    wanted = max(1, round(row["price"] * 100))
    return float(max(read, wanted) / min(read, wanted))


def reads_as_deal(lines: list[ReadLine], list_price: int) -> bool:
    """Whether the talk reads as if it ended in agreement; the list price in cents says when sides are far apart."""
    accepted = max(_last_with(lines, Act.ACCEPT), _last_taken(lines))
    refused = _last_refusal(lines, accepted)
    offered = _last_with(lines, Act.COUNTER, Act.QUOTE)
    if accepted >= max(refused, offered) and accepted >= 0:
        return len(lines) >= _SHORTEST_DEAL or _takes_it(lines, accepted)
    if len(lines) < _SHORTEST_DEAL or refused >= offered:
        return accepted > refused or (refused >= 0 and refused < len(lines) - 1 and _both_named_it(lines))
    return len(lines) > _SHORTEST_DEAL and not _far_apart(lines, list_price)


def _last_with(lines: list[ReadLine], *acts: Act) -> int:
    return max((at for at, line in enumerate(lines) if line.reading.has(*acts)), default=-1)


def _last_taken(lines: list[ReadLine]) -> int:
    """The last line that names the other side's price as its own; -1 for none."""
    live, taken = {"buyer": 0, "seller": 0}, -1
    for at, line in enumerate(lines):
        named = prices(line.reading, *BINDING)
        if named and named[-1] == live["seller" if line.side == "buyer" else "buyer"]:
            taken = at
        live[line.side] = next(reversed(prices(line.reading, *BINDING, Modality.PROBE)), live[line.side])
    return taken


def _last_refusal(lines: list[ReadLine], accepted: int) -> int:
    """The last line that refuses or leaves; a goodbye right after an acceptance does neither."""
    left = _last_with(lines, Act.WALK)
    said_goodbye = 0 <= accepted < left and not any(prices(line.reading, *NAMED) for line in lines[accepted + 1 :])
    return max(_last_with(lines, Act.REJECT), -1 if said_goodbye else left)


def _takes_it(lines: list[ReadLine], at: int) -> bool:
    """Whether more than a word such as "ok" accepts, and at the very end."""
    plain = any(act.act is Act.ACCEPT and (not act.mild or " " in act.span.text) for act in lines[at].reading.acts)
    return at == len(lines) - 1 and (plain or _last_taken(lines) == at)


def _far_apart(lines: list[ReadLine], list_price: int) -> bool:
    """Whether the sides' last prices lie further apart than people split without another word."""
    last = [last_price([line for line in lines if line.side == side], *NAMED) for side in ("buyer", "seller")]
    return all(last) and abs(last[0] - last[1]) * 100 > _FAR_PERCENT * list_price


def _both_named_it(lines: list[ReadLine]) -> bool:
    """Whether both sides named the last price of the talk, and its last line refuses nothing."""
    last = last_price(lines, *NAMED)
    sides = {line.side for line in lines if last in prices(line.reading, *NAMED)}
    return len(sides) == 2 and not lines[-1].reading.has(Act.REJECT, Act.WALK)


def report_outcomes(data: list[Row], clock: Clock, misses: int) -> None:
    """Print how often deal or no deal is told rightly from the text; of the misses the longest talks first."""
    confusion: Counter[tuple[bool, bool]] = Counter()
    missed: list[Row] = []
    for row in data:
        told = reads_as_deal(list(read_dialogue(row, clock)), round(row["list_price"] * 100))
        confusion[row["deal"], told] += 1
        if told != row["deal"]:
            missed.append(row)
    right = confusion[True, True] + confusion[False, False]
    print(f"outcomes: of {len(data)} dialogues told rightly {share(right, len(data))}")
    print(f"  deals told as deals {confusion[True, True]}, as none {confusion[True, False]};", end=" ")
    print(f"impasses told as deals {confusion[False, True]}, as none {confusion[False, False]}")
    for row in sorted(missed, key=lambda row: -len(row["messages"]))[:misses]:
        print(f"  - {'deal' if row['deal'] else 'no deal'}, told as the opposite")
        print_end(row, 3)


def print_end(row: Row, lines: int) -> None:
    """Print the last lines of a dialogue."""
    for side, text in row["messages"][-lines:]:
        print(f"      {side}: {text}")
