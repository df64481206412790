"""What is said of an assignment: as much as fits, with the buttons that lead on."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.flows.progress import totals_of
from bot.sandbox.blocks.surfaces import accept_message_blocks
from bot.sandbox.ids import Ids
from bot.states import STATES, Alike, PersonState, Progress, SeedState, Weak
from bot.views.assigned_buttons import Named, window_in
from bot.views.assigned_card import Card, card_message, reminder_message, summary_message
from bot.views.assigned_digest import digest_message
from storage.assignments import UNLIMITED
from tests.assigned import DUE, assignment, window

IDS = Ids(0, 0.0)
NAMES = st.text(min_size=1, max_size=80) | st.sampled_from(["<!channel>", "*bold*", "`", "a\u202eb"])
SEEDS = st.builds(
    SeedState,
    st.integers(0, 99_999),
    st.sampled_from(STATES),
    st.integers(0, 9),
    st.none() | st.integers(0, 100),
    st.none(),
    st.booleans(),
)


def seed(state: str = "not started", attempts: int = 0, best: int | None = None, is_live: bool = False) -> Any:
    """How far somebody is with a buyer."""
    return SeedState(18422, state, attempts, best, None, is_live)


def card(*seeds: SeedState, state: str = "not started", **changes: Any) -> Card:
    """A card with these buyers."""
    order = assignment(**{key: value for key, value in changes.items() if key in ("attempts", "title", "status")})
    person = PersonState("UANA", state, DUE, seeds)
    words = ("medium",) * len(seeds)
    return Card(order, window(), person, words, changes.get("is_reminded", True), changes.get("is_over", False))


@pytest.mark.parametrize(
    ("buyer", "attempts", "words", "button"),
    [
        (seed(), 1, "not started", "Start"),
        (seed("in progress", 1, None, is_live=True), 1, "under way", ""),
        (seed("in progress", 2, 62), 3, "not passed yet, best 62, 1 attempt left", "Start again"),
        (seed("in progress", 2, 62), UNLIMITED, "in progress, best 62", "Start again"),
        (seed("in progress", 3, 62), 3, "not passed yet, best 62, 0 attempts left", ""),
        (seed("passed", 1, 84), 3, "passed, best 84", ""),
        (seed("did not pass", 1, 40), 1, "did not pass, best 40", ""),
    ],
)
def test_a_buyer_says_how_far_it_is_and_can_be_started_while_it_counts(
    buyer: SeedState, attempts: int, words: str, button: str
) -> None:
    block = card_message(card(buyer, attempts=attempts)).blocks[1]
    assert block["text"]["text"] == f"1 · car_sales, medium · {words}"
    assert block.get("accessory", {}).get("text", {}).get("text", "") == button


def test_nothing_is_started_once_it_is_over_or_cancelled() -> None:
    for over in (card(seed(), is_over=True), card(seed(), is_over=True, status="cancelled")):
        shown = str(card_message(over).blocks)
        assert "start_assigned" not in shown
        assert "snooze_reminders" not in shown
    assert "· cancelled" in shown


def test_a_reminder_lists_what_is_left_alone() -> None:
    message = reminder_message(card(seed("passed", 1, 90), seed(), seed("in progress", 1, 50), attempts=2))
    assert message.text.startswith("Discovery week is due <!date^")
    assert message.text.endswith("2 of 3 buyers are left.")
    assert [block["text"]["text"][0] for block in message.blocks[1:3]] == ["2", "3"]


def test_the_summary_counts_buyers_by_how_hard_they_are_and_pings_nobody_else() -> None:
    due_on = window().due_on
    message = summary_message(assignment(title="<!here>"), 12, ("easy", "hard", "easy"), due_on)
    assert "3 buyers (2 easy, 1 hard) for 12 people, due " in message.text
    assert f"{due_on:%H:%M} on each person’s own clock" in message.text
    assert "<!here>" not in message.text + str(message.blocks)
    assert "(" not in summary_message(assignment(), 1, ("easy", ""), due_on).blocks[0]["text"]["text"]


def test_the_digest_has_the_totals_who_is_overdue_and_what_can_be_done() -> None:
    people = [PersonState(f"U{n}", "overdue" if n > 1 else "passed", DUE, (seed(),)) for n in range(20)]
    progress = Progress(assignment(repeats="weekly"), window(number=3), tuple(people), totals_of(people))
    shown = str(digest_message(progress).blocks)
    assert "*Discovery week* has closed, round 3" in shown
    assert "20 people · 0 not started · 0 in progress · 2 passed · 0 did not pass · 18 overdue" in shown
    assert "<@U2>, " in shown
    assert "and 3 more" in shown
    assert "The next round is planned already." in shown
    values = {each["action_id"]: each["value"] for each in digest_message(progress).blocks[2]["elements"]}
    ours = assignment().id
    looking = {f"assignment_{what}": f"{ours}:3" for what in ("people", "seeds", "csv")}
    assert values == {"edit_assignment": ours, "copy_assignment": ours, **looking}


def test_the_digest_names_the_weakest_check_and_whose_lines_are_alike() -> None:
    people = [PersonState("U1", "passed", DUE, (seed(),))]
    progress = Progress(assignment(), window(), tuple(people), totals_of(people))
    alike = [Alike(f"r{n}", "U1", f"s{n}", f"U{n + 2}", 18422, 3, 4) for n in range(7)]
    shown = str(digest_message(progress, [Weak("Packages", 2, 9)], alike).blocks)
    assert "Weakest check: *Packages* (2 of 9)" in shown
    assert "<@U1> and <@U2>, " in shown
    assert "and 2 more" in shown


@given(st.lists(SEEDS, min_size=1, max_size=60), NAMES, st.sampled_from(STATES), st.booleans(), st.booleans())
def test_however_much_it_is_slack_takes_it(
    seeds: list[SeedState], title: str, state: str, is_reminded: bool, is_over: bool
) -> None:
    shown = card(*seeds, title=title, state=state, is_reminded=is_reminded, is_over=is_over)
    for message in (card_message(shown), reminder_message(shown)):
        accept_message_blocks(IDS, list(message.blocks))
        assert "<!channel>" not in str(message.blocks) + message.text


@pytest.mark.parametrize("value", ["", "a", "a:", ":1", "a:x", "a:1:2", "a:-1", "a:²"])
def test_a_value_that_names_no_window_is_none(value: str) -> None:
    assert window_in(value) is None
    assert window_in("a1:2") == Named("a1", 2)


def test_moments_are_given_in_the_readers_own_zone() -> None:
    at = datetime(2026, 3, 6, 17, tzinfo=UTC)
    assert f"<!date^{int(at.timestamp())}^" in card_message(card(seed())).text
