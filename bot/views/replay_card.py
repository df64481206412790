"""One step of a run that is over: what was said, how it was read, and what the counterpart felt and did."""

from collections.abc import Sequence

from bot.views.blocks import actions, button, context, divider, escape, fields, quoted, section
from bot.views.happenings import MOVES, labels_in_words, wording_in_words
from bot.views.history import CLOSE
from bot.views.message import Block, Message
from bot.views.readings import NOTHING_READ, acts_in_words, amounts_in_words, topic_in_words
from engine.director.steps import Step, price_asked
from engine.negotiation.events import Ended, Labelled
from engine.scenario.scenario import Scenario
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money

BACK, NEXT = "replay_back", "replay_next"
LONGEST = 1_200
"""Characters of a line that are shown."""
_HOPES = (
    (10_001, "better than {name} hoped for"),
    (10_000, "all that {name} hoped for"),
    (7_000, "most of what {name} hoped for"),
    (4_000, "about half of what {name} hoped for"),
    (1_500, "little of what {name} hoped for"),
    (0, "hardly more than walking away was worth"),
)
"""What a demand is called, from its least utility on."""


def replay_message(scenario: Scenario, run_id: str, steps: Sequence[Step], at: int) -> Message:
    """The step of that number, or the nearest there is."""
    step = steps[min(max(0, at), len(steps) - 1)]
    place = f"step {step.number + 1} of {len(steps)}{f', round {step.round}' if step.round else ''}"
    title = f"Replay · {scenario.share_code} · {place}"
    blocks = (
        section(f"*{title}*"),
        divider(),
        *_said(scenario, step),
        fields(*_felt(scenario, step)),
        *_answered(scenario, step),
        *_notes(scenario, step),
        actions("replay", *_turning(run_id, step.number, len(steps))),
    )
    return Message(f"{title}.", blocks)


def step_of(value: str) -> tuple[str, int]:
    """The run and the step in a button's value."""
    run_id, _, number = value.partition(":")
    return run_id, int(number)


def _said(scenario: Scenario, step: Step) -> tuple[Block, ...]:
    if step.line is None:
        return (section(f"*Before a word of yours*\nWhat {escape(scenario.counterpart.name)} brought to the table."),)
    return (section(f"*You said*\n{quoted(step.line.text, LONGEST)}"), section(_read(scenario, step)))


def _read(scenario: Scenario, step: Step) -> str:
    if step.reading is None:
        return f"*It was read as*\n{NOTHING_READ}"
    acts, amounts = acts_in_words(scenario, step.reading), amounts_in_words(scenario, step.reading)
    lines = [*(() if acts == NOTHING_READ and amounts else (acts,)), *amounts]
    return "*It was read as*\n" + "\n".join(f"• {escape(line)}" for line in lines)


def _felt(scenario: Scenario, step: Step) -> tuple[str, ...]:
    before, after, temper = step.before, step.after, scenario.temper
    return (
        f"*Trust*\n{after.trust} of 100{_moved(before.trust, after.trust)}",
        f"*Patience*\n{max(0, after.patience)} of {temper.patience} left{_moved(before.patience, after.patience)}",
        f"*Was holding out for*\n{_demand(scenario, step)}",
        f"*Their move*\n{_did(scenario, step)}",
    )


def _moved(before: int, after: int) -> str:
    if before == after:
        return ""
    return f", {'up' if after > before else 'down'} {abs(after - before)}"


def _demand(scenario: Scenario, step: Step) -> str:
    """What it asked for, as money and in words; where it moved, from what."""
    name, demand = escape(scenario.counterpart.name), step.after.demand
    words = next(words for least, words in _HOPES if demand >= least or not least).format(name=name)
    price, earlier = price_asked(scenario, step.after), price_asked(scenario, step.before)
    if price is None or earlier is None:
        return words
    was = "" if price == earlier else f" (before: {format_money(earlier, scenario.currency)})"
    return f"{format_money(price, scenario.currency)} with nothing added{was}: {words}"


def _did(scenario: Scenario, step: Step) -> str:
    did = MOVES[step.move] if step.move else "nothing yet"
    return escape(f"{did}: {terms_in_words(scenario, step.counter)}" if step.counter else did)


def _answered(scenario: Scenario, step: Step) -> tuple[Block, ...]:
    if step.answer is None:
        return ()
    return (section(f"*{escape(scenario.counterpart.name)} said*\n{quoted(step.answer.text, LONGEST)}"),)


def _notes(scenario: Scenario, step: Step) -> tuple[Block, ...]:
    """What else came of it: an offer on the table, what was told, hints, a pause, the end."""
    topics = {fact.id: topic_in_words(scenario, fact.topic) for fact in scenario.facts}
    notes = [f"Your offer on the table: {terms_in_words(scenario, step.offer)}."] if step.offer else []
    told = list(dict.fromkeys(topics[fact] for fact in step.told if fact in topics))
    notes += [_read_along(scenario, step.labelled)] if step.labelled else []
    notes += [f"The line is {wording_in_words(step.worded)}."] if step.worded else []
    notes += [f"{scenario.counterpart.name} told you something on: {', '.join(told)}."] if told else []
    notes += [f"You took a hint (−{hint.points}): {hint.text}" for hint in step.hints]
    notes += ["You paused the run here."] if step.paused else []
    notes += [_end(scenario, step.ended)] if step.ended else []
    return (context(*(escape(note) for note in notes)),) if notes else ()


def _end(scenario: Scenario, ended: Ended) -> str:
    if ended.terms:
        return f"Here the run ended, with a deal: {terms_in_words(scenario, ended.terms)}."
    return f"Here the run ended, without a deal ({ended.reason.replace('_', ' ')})."


def _turning(run_id: str, number: int, count: int) -> list[Block]:
    back = [button(BACK, "Back", f"{run_id}:{number - 1}")] if number else []
    onward = [button(NEXT, "Next", f"{run_id}:{number + 1}", style="primary")] if number + 1 < count else []
    return [*back, *onward, button(CLOSE, "Close")]


def _read_along(scenario: Scenario, labelled: Labelled) -> str:
    return f"{labelled.by} read along: {labels_in_words(scenario, labelled.labels)}."
