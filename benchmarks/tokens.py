"""Tokens that a run takes: every request of ten rounds, counted with and without the provider's cache.

    .venv/bin/python -m benchmarks.tokens [--seed 18422]

The requests are those that go to a provider, for an expert's run on the seed; a scripted model answers. They are
counted with the tokenizer that Anthropic last published (anthropic 0.34, fetched by uv into an environment of its own;
later models count up to a third more). Billed-equivalent: what is read from the cache counts a tenth, what is written
to it a quarter more, and a fixed part of fewer than 1,024 tokens is not cached at all, as the price list has it.
"""

import argparse
import asyncio
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from engine.director.director import Line, end_by_rep, open_run
from engine.director.replay import extended, say
from engine.llm.budget import Payer
from engine.llm.commenting import Commentator
from engine.llm.model_reader import ModelReader
from engine.llm.naming import parse_model_name
from engine.llm.port import ModelRequest
from engine.llm.purse import Purse
from engine.llm.scripted import Scripted
from engine.llm.voice import Manner, Voice
from engine.negotiation.negotiation import apply, fold
from engine.panel.judging import judged
from engine.persona.draw import draw_scenario
from engine.prompting.excerpts import SHOWN, Excerpt, excerpts_of
from engine.scenario.scenario import Scenario
from packs.loading import load_installed
from tests.engine.llm.books import PlainBooks
from tests.engine.reps import REPS, lasting
from tests.engine.scenarios import NOW

ROUNDS = 10
LEAST_CACHED = 1_024
MODEL = parse_model_name("anthropic:claude-haiku-5-5")
PAYER = Payer("T1", "U1", "r1")
COUNTER = Path(__file__).with_name("count_tokens.py")
EXCERPTS = tuple(
    Excerpt("analytic", "asked an open question", "I keep a list, and that is on it." * 3) for _ in range(SHOWN)
)
MODES = {"freeplay": Manner(), "flavor": Manner(excerpts=EXCERPTS)}


class Tokens(NamedTuple):
    """Of one request: the part that stays the same, and the rest."""

    fixed: int
    rest: int


def main() -> None:
    """Holds the runs, counts what was asked, and prints a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=18422)
    options = parser.parse_args()
    print(f"{'':<24} {'calls':>6} {'uncached':>9} {'cached':>8} {'fixed part':>11}")
    for pack in ("car_sales", "saas_renewal"):
        for mode in MODES:
            asked = asyncio.run(_asked(pack, options.seed, mode))
            for line in _rows(f"{pack} {mode}", asked, _counted(asked)):
                print(line)


async def _asked(pack: str, seed: int, mode: str) -> list[ModelRequest]:
    """Every request of the run and of the comments on it, in order."""
    loaded = load_installed().get(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    port = Scripted(_stock)
    voice = Voice(Purse(port, PlainBooks()), (MODEL,))
    reader = ModelReader(voice)
    manner = Manner(excerpts=_excerpts(scenario)) if mode == "flavor" else Manner()
    run = fold(scenario, open_run(scenario, mode, NOW))
    while run.round < ROUNDS and run.status == "open" and (line := REPS["expert"](run)) is not None:
        label = await reader.labelled(run, line, MODEL, PAYER, NOW)
        run = apply(run, label) if label else run
        after = say(run, Line(line), NOW)
        run = apply(after, await voice.worded(run, after, NOW, PAYER, manner))
    run = run if run.status == "ended" else extended(run, end_by_rep(run, NOW))
    observed = frozenset(check.id for check in judged(run).checks if check.centi is not None)
    await Commentator(voice, MODEL).comments(run, observed, NOW, PAYER)
    return port.asked


def _excerpts(scenario: Scenario) -> tuple[Excerpt, ...]:
    """What another run of the same buyer leaves."""
    run = lasting(fold(scenario, open_run(scenario, "strict", NOW)), REPS["rambling"])
    return excerpts_of(run)[:SHOWN]


def _stock(request: ModelRequest) -> str:
    if request.purpose == "judge":
        return '{"quote": "", "answer": "no"}'
    if request.schema is not None:
        return '{"acts": [], "amounts": []}'
    return request.turns[-1].text.split("<say>")[1].split("</say>")[0]


def _counted(asked: list[ModelRequest]) -> list[Tokens]:
    texts = [
        text for request in asked for text in (request.instructions, "\n".join(turn.text for turn in request.turns))
    ]
    uv = Path(sys.executable).with_name("uv")
    with_them = ["--with", "anthropic==0.34.2", "--with", "httpx<0.28"]
    command = [str(uv), "run", "--quiet", "--no-project", *with_them, "python", str(COUNTER)]
    try:
        done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        told = getattr(error, "stderr", "") or str(error)
        sys.exit(f"the tokenizer could not be fetched or run, so nothing is counted: {told.strip().splitlines()[-1]}")
    counts = json.loads(done.stdout)
    return [Tokens(*pair) for pair in zip(counts[::2], counts[1::2], strict=True)]


def _rows(name: str, asked: list[ModelRequest], counted: list[Tokens]) -> Iterator[str]:
    by_purpose: dict[str, list[Tokens]] = defaultdict(list)
    for request, tokens in zip(asked, counted, strict=True):
        by_purpose[request.purpose].append(tokens)
    rows = {**{f"  {purpose}": each for purpose, each in by_purpose.items()}}
    yield _row(name, counted, sum(_cached(each) for each in by_purpose.values()))
    yield from (_row(purpose, each, _cached(each)) for purpose, each in rows.items())


def _row(name: str, tokens: list[Tokens], cached: int) -> str:
    total = sum(each.fixed + each.rest for each in tokens)
    fixed = max((each.fixed for each in tokens), default=0)
    return f"{name:<24} {len(tokens):>6} {total:>9,} {cached:>8,} {fixed:>11,}"


def _cached(tokens: list[Tokens]) -> int:
    """Billed-equivalent input tokens of the requests of one purpose, which share their fixed part if it is long."""
    rest = sum(each.rest for each in tokens)
    fixed = tokens[0].fixed
    if fixed < LEAST_CACHED:
        return rest + sum(each.fixed for each in tokens)
    return rest + (125 * fixed + 10 * fixed * (len(tokens) - 1)) // 100


if __name__ == "__main__":
    main()
