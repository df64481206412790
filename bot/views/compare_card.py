"""Two runs on the same buyer side by side: what came of them, their prices, their checks, and where they part."""

from collections.abc import Sequence

from bot.views.blocks import actions, button, context, divider, escape, fields, quoted, section
from bot.views.compare_buttons import WITH
from bot.views.dispute_words import AFTER, beside
from bot.views.history import CLOSE
from bot.views.listed import Listed, Viewed
from bot.views.message import Block, Message
from bot.views.verdict_words import headline
from engine.director.comparing import CheckPair, Comparison, Prices, RoundPrices
from engine.director.steps import Step
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import Checked
from engine.terms.money import format_money

LONGEST = 500
"""Characters of a line that are shown."""
MOST_ROWS = 99
_NO_OTHERS = "You have no other run on this buyer that has ended. Retry it, then compare."


def compare_message(one: Listed, two: Listed, found: Comparison) -> Message:
    """The two runs, for their person alone."""
    (first, here, _), (second, there, _) = one, two
    scenario = here[1]
    title = f"Compare · {escape(scenario.counterpart.name)} · {scenario.share_code}"
    blocks = (
        section(f"*{title}*"),
        fields(f"*Run {first}*\n{_came_of(here)}", f"*Run {second}*\n{_came_of(there)}"),
        divider(),
        *_parting(scenario, (first, second), found.parting),
        divider(),
        *_prices(scenario, (first, second), found.prices),
        *_checks((first, second), found.checks),
        actions("compare", button(CLOSE, "Close")),
    )
    return Message(f"{title}: run {first} and run {second}.", blocks)


def choose_message(run_id: str, others: Sequence[Listed]) -> Message:
    """Which of the other runs on the buyer to compare with."""
    words = "Compare with which of your other runs on this buyer?" if others else _NO_OTHERS
    rows = [
        section(f"*Run {number}* · {_came_of(viewed)}", button(WITH, "Compare", f"{run_id}:{viewed[0].id}"))
        for number, viewed, _ in others
    ]
    return Message(words, (section(words), *rows, actions("compare", button(CLOSE, "Close"))))


def two_runs(value: str) -> tuple[str, str]:
    """The two runs in a button's value."""
    one, _, two = value.partition(":")
    return one, two


def _came_of(viewed: Viewed) -> str:
    _, scenario, verdict, adjusted = viewed
    if verdict is None:
        return "Not scored"
    passed = "passed" if verdict.passed else "not passed"
    return f"{verdict.total} / 100, {passed}{beside(adjusted)}\n{escape(headline(scenario, verdict))}"


def _parting(
    scenario: Scenario, numbers: tuple[int, int], parting: tuple[Step | None, Step | None] | None
) -> tuple[Block, ...]:
    """The first step in which something else was said, as it went in each run."""
    if parting is None:
        return (section("*They never part*\nEvery word of the two runs is the same."),)
    place = next(step.number for step in parting if step)
    where = f"at your line {place}" if place else "in the first line"
    told = [section(f"*Run {number}*\n{_told(scenario, step)}") for number, step in zip(numbers, parting, strict=True)]
    return (section(f"*They part {where}*"), *told)


def _told(scenario: Scenario, step: Step | None) -> str:
    if step is None:
        return "It was over by then."
    lines = [f"You: {quoted(step.line.text, LONGEST)}"] if step.line else []
    lines += [f"{escape(scenario.counterpart.name)}: {quoted(step.answer.text, LONGEST)}"] if step.answer else []
    return "\n".join(lines)


def _prices(scenario: Scenario, numbers: tuple[int, int], path: Sequence[RoundPrices]) -> tuple[Block, ...]:
    if not path:
        return (section("*Prices on the table*\nNo price was named in either run."),)
    name = scenario.counterpart.name.split()[0]
    head = ["Round", *(f"{who}, run {number}" for number in numbers for who in ("You", name))]
    rows = [[str(each.round), *_cells(scenario, each.one), *_cells(scenario, each.two)] for each in path[-MOST_ROWS:]]
    return (
        section("*Prices on the table*"),
        {"type": "table", "rows": [[{"type": "raw_text", "text": cell} for cell in row] for row in (head, *rows)]},
    )


def _cells(scenario: Scenario, standing: Prices | None) -> list[str]:
    """What stood after the round; a run that had ended by then has none."""
    if standing is None:
        return ["over", "over"]
    return ["–" if price is None else format_money(price, scenario.currency) for price in standing]


def _checks(numbers: tuple[int, int], pairs: Sequence[CheckPair]) -> tuple[Block, ...]:
    differing = [pair for pair in pairs if pair.differs]
    if not differing:
        return (section("*Checks*\nEvery check came out the same."),)
    lines = "\n".join(f"• {escape(pair.title)}: {_both(pair)}{_of(pair)}" for pair in differing)
    same = len(pairs) - len(differing)
    rest = (context(f"The other {same} came out the same."),) if same else ()
    return (section(f"*Checks that differ, run {numbers[0]} and run {numbers[1]}*\n{lines}"), *rest)


def _both(pair: CheckPair) -> str:
    """`2 and 4`; where a dispute changed one of them, `2 (4 after dispute) and 4`."""
    return " and ".join(
        _won(check) + ("" if changed is None else f" ({changed} {AFTER})")
        for check, changed in zip((pair.one, pair.two), pair.changed, strict=True)
    )


def _won(check: Checked | None) -> str:
    if check is None:
        return "not checked"
    return "not observed" if check.won is None else str(check.won)


def _of(pair: CheckPair) -> str:
    """How many points there were to win."""
    checks = [check for check in (pair.one, pair.two) if check]
    return f" of {checks[0].of}" if checks else ""
