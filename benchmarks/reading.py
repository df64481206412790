"""How well free text is read: prices, acts and outcomes of human negotiations, and the time it takes.

    .venv/bin/python -m benchmarks.reading --data FOLDER [--misses 20]

FOLDER holds bargaining_offers_dev.jsonl (what people wrote before they typed a price into a form),
bargaining_outcomes_dev.jsonl (dialogues with their outcome) and job_offer_acts_train.jsonl (turns with acts
labelled by hand). Without them the benchmark says so and stops.
"""

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.job_talk import LABELS, job_talk, labels_of
from engine.reading.context import PRICE, ReadingContext, price_talk
from engine.reading.read import read_message
from engine.reading.reading import Act, Modality, Reading

OFFERS, OUTCOMES, ACTS = "bargaining_offers_dev.jsonl", "bargaining_outcomes_dev.jsonl", "job_offer_acts_train.jsonl"
BINDING = (Modality.FIRM, Modality.CONDITIONAL)
NAMED = (*BINDING, Modality.PROBE, Modality.ECHO)
_SHORTEST_DEAL = 4
"""Lines that a talk has at least if it ends in a deal."""

Row = dict[str, Any]
"""One record of a data file, as its authors wrote it."""


class ReadLine(NamedTuple):
    """A line of a dialogue with its reading."""

    side: str
    reading: Reading


@dataclass
class Clock:
    """Milliseconds that each message took to read."""

    spent: list[float] = field(default_factory=list)

    def read(self, text: str, context: ReadingContext) -> Reading:
        """The reading of a message, its time noted."""
        started = time.perf_counter()
        reading = read_message(text, context)
        self.spent.append(1_000 * (time.perf_counter() - started))
        return reading


def main() -> None:
    """Print every figure; exit status 2 where the data is not there."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder that holds the three data files")
    parser.add_argument("--misses", type=int, default=20, help="how many misses to print of each kind")
    asked = parser.parse_args()
    absent = [name for name in (OFFERS, OUTCOMES, ACTS) if not (asked.data / name).is_file()]
    if absent:
        print(f"Nothing measured: {asked.data} has no {', '.join(absent)}.")
        sys.exit(2)
    read_message("", price_talk())
    clock = Clock()
    report_prices(list(rows(asked.data / OFFERS)), clock, asked.misses)
    report_outcomes(list(rows(asked.data / OUTCOMES)), clock, asked.misses)
    report_acts(list(rows(asked.data / ACTS)), clock, asked.misses)
    print(f"\n== time, {len(clock.spent)} messages")
    print(f"p50 {statistics.median(clock.spent):.3f} ms, max {max(clock.spent):.3f} ms a message")


def rows(path: Path) -> Iterator[Row]:
    """The records of a file, one a line."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


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


def stand_of(side: str, lines: list[ReadLine]) -> int:
    """Where a side stands at the end: its last firm or conditional price, or the other side's that it accepted."""
    stand, theirs = 0, 0
    for line in lines:
        named = next(reversed(prices(line.reading, *BINDING)), 0)
        if line.side != side:
            theirs = next(reversed(prices(line.reading, *BINDING, Modality.PROBE)), theirs)
        else:
            stand = named or (theirs if line.reading.has(Act.ACCEPT) else stand)
    return stand


def report_prices(data: list[Row], clock: Clock, misses: int) -> None:
    """Print how often the last price in the text is the one that the human then typed."""
    last, stood, spoken = 0, 0, 0
    missed: list[tuple[Row, int]] = []
    for row in data:
        lines = list(read_dialogue(row, clock))
        wanted, read = round(row["price"] * 100), last_price(lines, *NAMED)
        spoken += bool(lines)
        last += read == wanted
        stood += stand_of(row["offer_by"], lines) == wanted
        if lines and read != wanted:
            missed.append((row, read))
    print(f"== prices, {len(data)} human offers ({len(data) - spoken} of them after no message at all)")
    print(f"last price in the text is the offer:     {share(last, len(data))}; with any text: {share(last, spoken)}")
    print(f"last firm price of the speaker, or taken: {share(stood, len(data))}; with any text: {share(stood, spoken)}")
    for row, read in missed[:misses]:
        print(f"  - {row['category']}, list {row['list_price']}: typed {row['price']:g}, read {read / 100:g}")
        print_end(row, 4)


def reads_as_deal(lines: list[ReadLine]) -> bool:
    """Whether the talk reads as if it ended in agreement: a real exchange, whose end nobody refuses."""
    if len(lines) < _SHORTEST_DEAL:
        return False
    accepted = _last_with(lines, Act.ACCEPT)
    if accepted > _last_with(lines, Act.REJECT, Act.WALK):
        return True
    stand = _last_with(lines, Act.ACCEPT, Act.REJECT, Act.WALK, Act.COUNTER, Act.QUOTE)
    if stand < 0 or accepted == stand:
        return stand >= 0
    refused = lines[stand].reading.has(Act.REJECT, Act.WALK)
    return (not refused and len(lines) > _SHORTEST_DEAL) or _both_named_it(lines)


def _last_with(lines: list[ReadLine], *acts: Act) -> int:
    return max((at for at, line in enumerate(lines) if line.reading.has(*acts)), default=-1)


def _both_named_it(lines: list[ReadLine]) -> bool:
    """Whether both sides named the last price of the talk, and its last line refuses nothing."""
    last = last_price(lines, *NAMED)
    sides = {line.side for line in lines if last in prices(line.reading, *NAMED)}
    return len(sides) == 2 and not lines[-1].reading.has(Act.REJECT, Act.WALK)


def report_outcomes(data: list[Row], clock: Clock, misses: int) -> None:
    """Print how often deal or no deal is told rightly from the text."""
    confusion: Counter[tuple[bool, bool]] = Counter()
    missed: list[Row] = []
    for row in data:
        told = reads_as_deal(list(read_dialogue(row, clock)))
        confusion[row["deal"], told] += 1
        if told != row["deal"]:
            missed.append(row)
    right = confusion[True, True] + confusion[False, False]
    print(f"\n== outcomes, {len(data)} dialogues: told rightly {share(right, len(data))}")
    print(f"deals told as deals {confusion[True, True]}, as none {confusion[True, False]}")
    print(f"impasses told as deals {confusion[False, True]}, as none {confusion[False, False]}")
    for row in missed[:misses]:
        print(f"  - {'deal' if row['deal'] else 'no deal'}, told as the opposite")
        print_end(row, 3)


def report_acts(data: list[Row], clock: Clock, misses: int) -> None:
    """Print micro-F1 of the acts of the job talks, with counts by label."""
    context = job_talk()
    hit: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    absent: Counter[str] = Counter()
    missed: list[str] = []
    for row in data:
        wanted, read = set(row["acts"]), labels_of(clock.read(row["text"], context))
        hit.update(wanted & read)
        extra.update(read - wanted)
        absent.update(wanted - read)
        if wanted != read:
            missed.append(f"  - {named(wanted)}, read as {named(read)}: {row['text'].strip()}")
    total, wrong = hit.total(), extra.total() + absent.total()
    print(f"\n== acts, {len(data)} turns of job talks: micro-F1 {2 * total / (2 * total + wrong):.3f}")
    for label in LABELS:
        print(f"  {label:7} right {hit[label]:4}  read and not there {extra[label]:4}  missed {absent[label]:4}")
    print("\n".join(missed[:misses]))


def print_end(row: Row, lines: int) -> None:
    """Print the last lines of a dialogue."""
    for side, text in row["messages"][-lines:]:
        print(f"      {side}: {text}")


def named(labels: set[str]) -> str:
    """The labels in alphabetical order, or "none"."""
    return ", ".join(sorted(labels)) or "none"


def share(part: int, whole: int) -> str:
    """A share in words: `83.5 % (361/432)`."""
    return f"{100 * part / max(1, whole):.1f} % ({part}/{whole})"


if __name__ == "__main__":
    main()
