"""How well free text is read: prices, acts and outcomes of human negotiations, and the time it takes.

    .venv/bin/python -m benchmarks.reading --data FOLDER [--part tune|kept|all] [--misses 20]
    .venv/bin/python -m benchmarks.reading --fuzz 100000

FOLDER holds bargaining_offers_dev.jsonl (what people wrote before they typed a price into a form),
bargaining_outcomes_dev.jsonl (dialogues with their outcome) and job_offer_acts_train.jsonl (turns with acts
labelled by hand). Without them the benchmark says so and stops. A third of the dialogues is kept aside, chosen by
a hash of their id: its figures are printed, its misses never, so that no rule is made for them. `--fuzz` reads
hostile messages instead.
"""

import argparse
import sys
from pathlib import Path

from benchmarks.bargaining_talk import report_outcomes, report_prices
from benchmarks.clock import Clock
from benchmarks.fuzzing import fuzz
from benchmarks.job_talk import report_acts
from benchmarks.parts import Part, rows_of
from engine.reading.context import price_talk
from engine.reading.read import read_message

REPORTS = {
    "bargaining_offers_dev.jsonl": report_prices,
    "bargaining_outcomes_dev.jsonl": report_outcomes,
    "job_offer_acts_train.jsonl": report_acts,
}


def main() -> None:
    """Print every figure; exit status 2 where the data is not there, 1 where hostile text makes reading fail."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, help="the folder that holds the three data files")
    parser.add_argument("--part", type=Part, choices=list(Part), default=Part.ALL, help="which dialogues")
    parser.add_argument("--misses", type=int, default=20, help="how many misses to print of each kind")
    parser.add_argument("--fuzz", type=int, default=0, metavar="N", help="read N hostile messages instead")
    asked = parser.parse_args()
    if asked.fuzz:
        sys.exit(0 if fuzz(asked.fuzz) else 1)
    if asked.data is None:
        parser.error("--data FOLDER or --fuzz N")
    measure(asked.data, asked.part, asked.misses)


def measure(folder: Path, part: Part, misses: int) -> None:
    """Print the figures of a part, or of both apart and together."""
    absent = [name for name in REPORTS if not (folder / name).is_file()]
    if absent:
        print(f"Nothing measured: {folder} has no {', '.join(absent)}.")
        sys.exit(2)
    read_message("", price_talk())
    clock = Clock()
    for one in Part if part is Part.ALL else (part,):
        print(f"== {one}")
        for name, report in REPORTS.items():
            report(rows_of(folder / name, one), clock, misses if one is Part.TUNE else 0)
        print()
    print(f"time, {clock.report()}")


if __name__ == "__main__":
    main()
