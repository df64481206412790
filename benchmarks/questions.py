"""How well questions that were never seen are placed, by leaving out a tenth of a pack's examples at a time.

    .venv/bin/python -m benchmarks.questions [--pack car_sales]

Prints, for the wordings of the topics alone and with the other nine tenths of the examples, how many questions are on
their topic, on another, and on none, and which topics are taken for which most often; then the same for the questions
on details, each among all details of its fact.
"""

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from engine.persona.draw import draw_scenario
from engine.reading.context import ReadingContext, context_of
from engine.reading.read import read_message
from engine.reading.resemblance import Resemblance
from engine.reading.tokens import words_of
from engine.scenario.scenario import NOTHING, Examples
from engine.scoring.asking import QUESTIONS
from engine.strict.detail_meant import SMOOTHING, nearest
from packs.loading import load_installed

FOLDS = 10
MOST_CONFUSED = 12


class Placed(NamedTuple):
    """A question's topic, and the one that it was placed on; `nothing` for none."""

    wanted: str
    found: str


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pack", choices=("car_sales", "saas_renewal"), action="append")
    for pack in parser.parse_args().pack or ("car_sales", "saas_renewal"):
        _print(pack)


def _print(pack: str) -> None:
    loaded = load_installed().get(pack)
    context = context_of(draw_scenario(loaded.pack, loaded.hash, 1))
    examples = tuple(
        Examples(example.topic, questions, example.wordings)
        for example, questions in zip(loaded.pack.examples, loaded.pack.questions.values(), strict=True)
    )
    print(f"{pack}: {sum(len(example.questions) for example in examples):,} questions on {len(examples)} topics")
    for name, kept in (("wordings alone", False), ("with examples", True)):
        placed = list(_placed(context, examples, kept=kept))
        print(f"  {name:<16}{_shares(placed)}")
    confused = Counter(one for one in placed if one.wanted != one.found != NOTHING)
    for (wanted, found), count in confused.most_common(MOST_CONFUSED):
        print(f"    {count:>3} on {wanted} taken for {found}")
    asked = loaded.pack.details_asked
    print(f"{pack}: {sum(len(example.questions) for example in asked):,} questions on {len(asked)} details")
    of = {name: detail.of for name, detail in loaded.pack.details.items()}
    for name, kept in (("wordings alone", False), ("with questions", True)):
        print(f"  {name:<16}{_shares(list(_on_details(asked, of, kept=kept)))}")


def _shares(placed: list[Placed]) -> str:
    right = sum(one.wanted == one.found for one in placed)
    nowhere = sum(one.found == NOTHING != one.wanted for one in placed)
    others = len(placed) - right - nowhere
    shares = (_share(right, placed), _share(nowhere, placed), _share(others, placed))
    return "{} where they belong, {} nowhere, {} elsewhere".format(*shares)


def _share(part: int, whole: list[Placed]) -> str:
    return f"{100 * part / len(whole):5.1f} %"


def _placed(context: ReadingContext, examples: tuple[Examples, ...], *, kept: bool) -> Iterator[Placed]:
    for fold in range(FOLDS):
        others = tuple(
            example._replace(questions=tuple(q for at, q in enumerate(example.questions) if at % FOLDS != fold))
            for example in examples
        )
        without = replace(context, examples=others if kept else ())
        for example in examples:
            for question in example.questions[fold::FOLDS]:
                yield Placed(example.topic, _topic(question, without, example.topic))


def _on_details(asked: tuple[Examples, ...], of: Mapping[str, str], *, kept: bool) -> Iterator[Placed]:
    for fold in range(FOLDS):
        for fact in sorted(set(of.values())):
            there = [example for example in asked if of[example.topic] == fact]
            others = tuple(
                example._replace(
                    questions=tuple(q for at, q in enumerate(example.questions) if kept and at % FOLDS != fold)
                )
                for example in there
            )
            resemblance = Resemblance(others, SMOOTHING)
            for example in there:
                for question in example.questions[fold::FOLDS]:
                    found = nearest(resemblance, words_of(question.lower()))
                    yield Placed(example.topic, found or NOTHING)


def _topic(question: str, context: ReadingContext, wanted: str) -> str:
    """The topic that the question is placed on: the wanted one, if it is among several."""
    topics = [
        act.topic for act in read_message(question, context).acts if act.act in QUESTIONS and act.topic is not None
    ]
    return wanted if wanted in topics else next(iter(topics), NOTHING)


if __name__ == "__main__":
    main()
