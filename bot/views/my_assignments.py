"""What somebody is assigned: what is open with a way into each buyer, then what is to come and what is over."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.states import Mine, SeedState
from bot.views.assigned_buttons import start_button
from bot.views.blocks import actions, as_text, button, context, divider, header, section
from bot.views.dates import moment
from bot.views.history import CLOSE
from bot.views.links import Links
from bot.views.message import Block, Message
from bot.views.paging import page_of
from bot.views.start_buttons import NEW_SEED
from storage.assignments import UNLIMITED, Assignment
from storage.posts import Destination

MINE_NEWER, MINE_OLDER = "my_assignments_newer", "my_assignments_older"
MOST_BUYERS = 20
"""Buyers of an assignment that are listed; those that are left to do come first."""
NONE = "Nothing is assigned to you. `/haggle start` begins a run of your own."

Hard = Mapping[tuple[str, int], str]
Threads = Mapping[str, Destination]


def my_assignments_message(
    mine: Sequence[Mine], hard: Hard, threads: Threads, now: datetime, workspace_url: str, number: int = 1
) -> Message:
    """A page of somebody's assignments, for them alone."""
    if not mine:
        row = actions("my_assignments", button(NEW_SEED, "Start a run"), button(CLOSE, "Close"))
        return Message(NONE, (section(NONE), row))
    still_open = [each for each in mine if each.is_open(now)]
    rows = [(divider(), *open_blocks(each, hard, threads, workspace_url)) for each in still_open]
    rest = [(divider(), section(closed_line(each, now))) for each in mine if not each.is_open(now)]
    page = page_of([*rows, *rest], number)
    said = _counted(len(still_open))
    blocks = (header("Your assignments"), context(said), *page.blocks, divider(), _foot(page.number, page.pages))
    return Message(said, blocks)


def open_blocks(mine: Mine, hard: Hard, threads: Threads, workspace_url: str) -> tuple[Block, ...]:
    """An assignment that somebody can play now, with each of its buyers."""
    assignment = mine.assignment
    passed = sum(seed.state == "passed" for seed in mine.state.seeds)
    head = section(
        f"*{as_text(assignment.title)}* · due {moment(mine.state.due_at)}\n"
        f"{mine.state.state.capitalize()} · {passed} of {len(mine.state.seeds)} passed · "
        f"pass mark {assignment.pass_mark} · {attempts_words(assignment)}"
    )
    order = sorted(enumerate(mine.state.seeds, 1), key=lambda each: each[1].state in ("passed", "did not pass"))
    shown = sorted(order[:MOST_BUYERS], key=lambda each: each[0])
    more = len(order) - len(shown)
    left_out = (context(f"{more} more, shown as you get on."),) if more > 0 else ()
    rows = (_buyer(mine, buyer, seed, hard, threads, workspace_url) for buyer, seed in shown)
    return (head, *rows, *left_out)


def attempts_words(assignment: Assignment) -> str:
    """How many runs count."""
    match assignment.attempts:
        case 1:
            return "first attempts count"
        case attempts if attempts == UNLIMITED:
            return "as many attempts as you like"
        case attempts:
            return f"{attempts} attempts with each buyer"


def _buyer(mine: Mine, buyer: int, seed: SeedState, hard: Hard, threads: Threads, workspace_url: str) -> Block:
    assignment = mine.assignment
    word = hard.get((assignment.pack_hash, seed.seed))
    what = f"*{buyer}* · {assignment.pack}{f', {word}' if word else ''} · {seed_words(seed)}"
    place = threads.get(seed.run_id or "")
    if place and place.thread:
        text = "Go on" if seed.is_live else "Open the thread"
        what += f" · <{Links(workspace_url, place.channel, place.thread).to(place.thread)}|{text}>"
    can_start = not seed.is_live and seed.state in ("not started", "in progress")
    label = "Try again" if seed.attempts else "Start"
    start = start_button(assignment.id, mine.window.number, buyer, label) if can_start else None
    return section(what, start)


def seed_words(seed: SeedState) -> str:
    """`passed, 81` or `in progress, best 64 so far, 2 attempts`."""
    if seed.state == "in progress" and not seed.is_live:
        return f"best so far {seed.best}, {_tries(seed.attempts)}"
    if seed.best is None:
        return seed.state
    return f"{seed.state}, {seed.best}{f' best of {_tries(seed.attempts)}' if seed.attempts > 1 else ''}"


def _tries(attempts: int) -> str:
    return "1 attempt" if attempts == 1 else f"{attempts} attempts"


def closed_line(mine: Mine, now: datetime) -> str:
    """An assignment that is to come or over, in a line."""
    title = f"*{as_text(mine.assignment.title)}*"
    if mine.assignment.status == "cancelled":
        return f"{title} · cancelled"
    if now < mine.assignee.starts_at:
        return f"{title} · starts {moment(mine.assignee.starts_at)} · due {moment(mine.state.due_at)}"
    scores = ", ".join(str(seed.best) if seed.best is not None else "–" for seed in mine.state.seeds[:MOST_BUYERS])
    scored = f" · {scores}" if any(seed.best is not None for seed in mine.state.seeds) else ""
    return f"{title} · {mine.state.state}{scored} · due {moment(mine.state.due_at)}"


def _counted(still_open: int) -> str:
    if not still_open:
        return "Nothing is left to do just now."
    return "1 is open." if still_open == 1 else f"{still_open} are open, the soonest due first."


def _foot(number: int, pages: int) -> Block:
    newer = [button(MINE_NEWER, "Back", str(number - 1))] if number > 1 else []
    older = [button(MINE_OLDER, "More", str(number + 1))] if number < pages else []
    return actions("my_assignments", *newer, *older, button(CLOSE, "Close"))
