"""Lists and views of assignments keep Slack's limits, whoever and however many are in them, and ping nobody."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.flows.progress import person_state, totals_of
from bot.sandbox.blocks.surfaces import accept_message_blocks, accept_view
from bot.sandbox.ids import Ids
from bot.states import Alike, Mine, Overview, PersonState, Progress, Weak
from bot.views.follow_modals import alike_modal, people_modal, seeds_modal
from bot.views.my_assignments import MINE_OLDER, my_assignments_message
from bot.views.team_assignments import called_text, team_assignments_message
from bot.views.totals import totals_words
from storage.posts import Destination
from tests.assigned import DUE, START, assignee, assignment, played, window

IDS = Ids(0, 0.0)
NOW = START + timedelta(days=2)
EVIL = "<!channel> *bold* & ~all~ <@U1>"
LONG = EVIL + "x" * 400
MANY = tuple(range(1000, 1020))
URL = "https://haggle.slack.com/"


def somebody(nth: int, seeds: tuple[int, ...] = MANY) -> PersonState:
    """One of many, who has played as many of the buyers as their number says."""
    runs = [played(seed, 60 + (nth + seed) % 40) for seed in seeds[: nth % (len(seeds) + 1)]]
    return person_state(assignee(f"U{nth:08d}"), seeds, runs, assignment(), NOW)


def crowd(count: int, **changes: Any) -> Progress:
    """So many people in a window of twenty buyers."""
    people = tuple(somebody(nth) for nth in range(count))
    return Progress(assignment(title=LONG, **changes), window(seeds=MANY), people, totals_of(people))


def flags(count: int) -> tuple[Alike, ...]:
    """Everybody's lines are somebody else's."""
    return tuple(
        Alike(f"run{nth}", f"U{nth:08d}", f"run{nth + 1}", f"U{nth + 1:08d}", MANY[0], 4, 6) for nth in range(count)
    )


@pytest.mark.parametrize("count", [0, 1, 12, 500])
def test_everybody_is_on_some_page_of_people_once(count: int) -> None:
    progress, seen, page = crowd(count), [], 1
    while True:
        view = accept_view(IDS, people_modal(progress, 3, flags(count), page), "modal")
        shown = [str(block["text"]["text"]) for block in view["blocks"] if block["type"] == "section"]
        assert totals_words(progress.totals) in shown[0]
        seen += [found.group(1) for text in shown if (found := re.match(r"<@(U\d{8})> ·", text))]
        if "assignment_people_more" not in str(view["blocks"]):
            break
        page += 1
    assert sorted(seen) == [each.person for each in progress.people]


@pytest.mark.parametrize("count", [0, 500])
def test_seeds_fit_with_many_people(count: int) -> None:
    progress = crowd(count)
    hard = {(progress.assignment.pack_hash, seed): "medium" for seed in MANY}
    per_seed = [progress.totals] * len(MANY)
    weak = [Weak(LONG, 1, 9)] * 3
    for shows in (True, False):
        view = str(accept_view(IDS, seeds_modal(progress, 2, hard, per_seed, weak, shows), "modal")["blocks"])
        assert ("#1000" in view) is shows
        assert "<!channel>" not in view


def test_a_window_of_many_buyers_fits_as_well() -> None:
    seeds = tuple(range(90))
    people = (somebody(3, seeds),)
    progress = Progress(assignment(), window(seeds=seeds), people, totals_of(people))
    accept_view(IDS, seeds_modal(progress, 1, {}, [progress.totals] * 90, (), True), "modal")
    accept_view(IDS, people_modal(progress, 1, (), 1), "modal")


def overview(nth: int, **changes: Any) -> Overview:
    """One of a manager's assignments."""
    progress = crowd(4, id=f"a{nth}", **changes)
    return Overview(progress.assignment, progress.window, progress.totals, (Weak(LONG, 0, 3),), 2)


@pytest.mark.parametrize("status", ["active", "cancelled", "ended"])
def test_a_page_of_a_managers_list_fits(status: str) -> None:
    shown = [overview(nth, status=status, repeats="weekly") for nth in range(4)]
    shown.append(replace_window(shown[0]))
    message = team_assignments_message(shown, 2, 3, 15, NOW)
    accept_message_blocks(IDS, list(message.blocks))
    assert "<!channel>" not in str(message)
    assert ("assignment_cancel" in str(message)) is (status == "active")


def replace_window(each: Overview) -> Overview:
    """The same before anybody is in it."""
    return each._replace(window=None, windows=0, assignment=replace(each.assignment, id="none"))


def mine(nth: int) -> Mine:
    """One of somebody's many assignments, most of them open, with twenty buyers."""
    whose = assignee(due_at=DUE + timedelta(hours=nth), starts_at=START + timedelta(days=nth // 8))
    made = assignment(id=f"a{nth}", title=LONG, attempts=nth % 4)
    runs = [played(seed, None if seed % 2 else 75) for seed in MANY[: nth % 20]]
    return Mine(made, window(assignment=made.id, seeds=MANY), whose, person_state(whose, MANY, runs, made, NOW))


def test_sixty_assignments_of_twenty_buyers_are_spread_over_pages() -> None:
    everything = [mine(nth) for nth in range(60)]
    threads = {f"UANA-{seed}-1": Destination("D1", "1700000000.000100") for seed in MANY}
    hard = {("hash-1", seed): "hard" for seed in MANY}
    page, shown = 1, ""
    while True:
        message = my_assignments_message(everything, hard, threads, NOW, URL, page)
        accept_message_blocks(IDS, list(message.blocks))
        shown += str(message.blocks)
        if MINE_OLDER not in str(message.blocks):
            break
        page += 1
    assert "<!channel>" not in shown
    assert not any(f"#{seed}" in shown or f" {seed} " in shown for seed in MANY), "no seed is shown"
    assert all(f"a{nth}:1:" in shown for nth in range(8))


def test_the_totals_line_reads_as_people_say_it() -> None:
    people = tuple(somebody(0) for _ in range(3))
    assert totals_words(totals_of(people)) == (
        "3 people · 3 not started · 0 in progress · 0 passed · 0 did not pass · 0 overdue"
    )
    excused = person_state(assignee(excused_at=NOW), MANY, (), assignment(), NOW)
    assert totals_words(totals_of([excused])).endswith("0 overdue · 1 excused")


def test_lines_side_by_side_are_quoted_without_effect() -> None:
    pairs = [(LONG * 3, EVIL)] * 40
    view = accept_view(IDS, alike_modal(flags(1)[0], pairs), "modal")
    assert "<!channel>" not in str(view["blocks"])


def test_what_a_reminder_did_is_told_in_whole_sentences() -> None:
    assert called_text(3, 0, 0) == "Reminded 3 people."
    told = "Reminded 1 person. It is outside working hours for 2 people more. 1 person wanted no reminders."
    assert called_text(1, 2, 1) == told
