"""An assignment looked into by a manager: everybody in a window, and its buyers."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.states import Alike, PersonState, Progress, SeedState, State, Totals, Weak
from bot.views.blocks import actions, as_text, button, context, divider, escape, quoted, section
from bot.views.dates import moment, on_the_wall
from bot.views.follow_buttons import ALIKE, BACK, EARLIER, LATER, MORE, PEOPLE, SEEDS, Place, excuse_button
from bot.views.forms import plain
from bot.views.message import Block
from bot.views.paging import page_of
from bot.views.totals import totals_words
from engine.scenario.share_code import format_share_code

ORDER: tuple[State, ...] = ("overdue", "not started", "in progress", "did not pass", "passed", "excused")
"""Those first who a manager may have to do something about."""
ROOM = 60
MOST_BUYERS = 20
MOST_SEEDS = 40
MOST_PAIRS = 12
_SHORT: Mapping[State, str] = {"not started": "–", "in progress": "under way", "overdue": "–"}


def people_modal(progress: Progress, windows: int, alike: Sequence[Alike], page: int) -> dict[str, Any]:
    """A page of everybody in the window, with whose lines are nearly somebody else's."""
    window, people = progress.window, sorted(progress.people, key=lambda each: ORDER.index(each.state))
    flags: dict[str, list[Alike]] = {}
    for each in alike:
        flags.setdefault(each.person, []).append(each)
    rows = [(_person(progress, each), *_flags(progress, flags.get(each.person, ()))) for each in people]
    shown = page_of(rows, page, ROOM)
    place = Place(window.assignment, window.number)
    back = [button(BACK, "Back", str(place._replace(page=shown.number - 1)))] if shown.number > 1 else []
    more = [button(MORE, "More", str(place._replace(page=shown.number + 1)))] if shown.number < shown.pages else []
    counted = f"Page {shown.number} of {shown.pages}" if shown.pages > 1 else ""
    turning = _row("people", *back, *more, *_windows(place, windows, PEOPLE))
    blocks = (
        *_head(progress, windows),
        *([context(counted)] if counted else []),
        divider(),
        *(shown.blocks or (section("Nobody is in it."),)),
        *turning,
    )
    return _modal("People", blocks)


def seeds_modal(
    progress: Progress,
    windows: int,
    hard: Mapping[tuple[str, int], str],
    per_seed: Sequence[Totals],
    weak: Sequence[Weak],
    shows_seeds: bool,
) -> dict[str, Any]:
    """The window's buyers, each with its line of totals, and what is weakest."""
    window, assignment = progress.window, progress.assignment
    rows = []
    for buyer, (seed, totals) in enumerate(zip(window.seeds, per_seed, strict=True), 1):
        word = hard.get((assignment.pack_hash, seed))
        code = f" · `{format_share_code(assignment.pack, assignment.draw_epoch, seed)}`" if shows_seeds else ""
        rows.append(
            section(f"*{buyer}* · {escape(assignment.pack)}{f', {word}' if word else ''}{code}\n{totals_words(totals)}")
        )
    hidden = [] if shows_seeds else [context("Their seeds stay hidden until the start, so that nobody can practise.")]
    left_out = [context(f"{len(rows) - MOST_SEEDS} more are in the CSV.")] if len(rows) > MOST_SEEDS else []
    turning = _row("seeds", *_windows(Place(window.assignment, window.number), windows, SEEDS))
    blocks = (
        *_head(progress, windows), divider(), *rows[:MOST_SEEDS], *left_out, *hidden, *_weakest(weak), *turning
    )  # fmt: skip
    return _modal("Seeds", blocks)


def alike_modal(alike: Alike, pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The lines of two runs that are nearly the same, side by side."""
    head = section(
        f"<@{alike.person}> and <@{alike.other_person}>, on the same buyer: {alike.lines} of {alike.of} lines are "
        "nearly the same. The run of the second ended first."
    )
    rows = [section(f"<@{alike.person}>: {quoted(mine)}\n<@{alike.other_person}>: {quoted(theirs)}")
            for mine, theirs in pairs[:MOST_PAIRS]]  # fmt: skip
    note = context(
        "Courtesies and lines of the product sheet are left out. That you looked is noted, without the lines."
    )
    return _modal("Lines side by side", (head, divider(), *rows, note))


def _weakest(weak: Sequence[Weak]) -> tuple[Block, ...]:
    if not weak:
        return ()
    lines = "\n".join(f"• {escape(each.title)} ({each.met} of {each.runs})" for each in weak)
    note = "Of so many runs, those that earned at least half of the check’s points."
    return (divider(), section(f"*Weakest checks*\n{lines}"), context(note))


def _head(progress: Progress, windows: int) -> tuple[Block, ...]:
    assignment, window = progress.assignment, progress.window
    nth = f" · round {window.number}" if windows > 1 or assignment.repeats else ""
    cancelled = " · cancelled" if assignment.status == "cancelled" else ""
    when = f"{on_the_wall(window.starts_on)} to {on_the_wall(window.due_on)} on each person’s own clock"
    return (
        section(f"*{as_text(assignment.title)}*{nth}{cancelled}\n{totals_words(progress.totals)}"),
        context(f"{when} · pass mark {assignment.pass_mark}"),
    )


def _person(progress: Progress, each: PersonState) -> Block:
    scores = " · ".join(_score(seed) for seed in each.seeds[:MOST_BUYERS])
    played = f"\nBuyer by buyer: {scores}" if any(seed.attempts for seed in each.seeds) else ""
    due = "" if each.is_done else f" · due {moment(each.due_at)}"
    place = Place(progress.window.assignment, progress.window.number)
    can_excuse = progress.assignment.status != "cancelled" and each.state not in ("excused", "passed")
    text = f"<@{each.person}> · {each.state}{due}{played}"
    return section(text, excuse_button(place, each.person) if can_excuse else None)


def _score(seed: SeedState) -> str:
    if seed.best is None:
        return "under way" if seed.is_live else _SHORT.get(seed.state, "–")
    passed = " passed" if seed.state == "passed" else ""
    return f"{seed.best}{passed}{', under way' if seed.is_live else ''}"


def _flags(progress: Progress, alike: Sequence[Alike]) -> tuple[Block, ...]:
    seeds = progress.window.seeds
    return tuple(
        section(
            f"*Nearly the same lines:* {each.lines} of {each.of} on buyer {seeds.index(each.seed) + 1}, as in the "
            f"earlier run of <@{each.other_person}>",
            button(ALIKE, "See both", f"{each.run_id}/{each.other}"),
        )
        for each in alike
        if each.seed in seeds
    )


def _windows(place: Place, windows: int, action: str) -> list[Block]:
    """Ways to the window before and after."""
    earlier = [button(f"{EARLIER}:{action}", "Earlier round", f"{place.assignment}:{place.number - 1}")]
    later = [button(f"{LATER}:{action}", "Later round", f"{place.assignment}:{place.number + 1}")]
    return [*(earlier if place.number > 1 else []), *(later if place.number < windows else [])]


def _row(block_id: str, *buttons: Block) -> tuple[Block, ...]:
    return (actions(block_id, *buttons),) if buttons else ()


def _modal(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    return {"type": "modal", "title": plain(title), "close": plain("Close"), "blocks": list(blocks)}
