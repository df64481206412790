"""Random runs of every pack, exported, written as JSON, read and played again: all must come out the same.

.venv/bin/python -m benchmarks.replays [--runs 500]
"""

import argparse
import sys
import time

from engine.director.export import as_json, document_of, export_run, read_export
from engine.director.rerun import rerun
from engine.panel.judging import judged
from packs.loading import load_installed
from tests.engine.random_runs import random_run


def main() -> None:
    """Print the figures; exit status 1 where a run came out differently."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--runs", type=int, default=500, help="how many in all, the packs in turn")
    runs = parser.parse_args().runs
    packs = load_installed()
    events = longest = different = 0
    began = time.perf_counter()
    for seed in range(runs):
        loaded = packs.get(packs.ids[seed % len(packs.ids)])
        run = random_run(loaded, seed)
        export = export_run(run, judged(run), loaded.pack, loaded.source_json)
        text = as_json(document_of(export))
        again = read_export(text.encode().decode())
        events, longest = events + len(run.events), max(longest, len(text))
        if again != export or not rerun(again, loaded.pack, judged).same:
            different += 1
            print(f"different: {run.scenario.share_code}")
    spent = time.perf_counter() - began
    print(
        f"{runs} runs, {events:,} events, longest document {longest:,} characters: {different} different, {spent:.1f} s"
    )
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()
