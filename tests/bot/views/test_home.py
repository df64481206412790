"""Home as Slack takes it: for who has done nothing, for who has done much, and for managers."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from bot.flows.progress import Progress, person_state, totals_of
from bot.sandbox.blocks.surfaces import view_problems
from bot.states import Mine
from bot.views.history import history_message
from bot.views.home import Shown, empty_home, first_seed_pack, home_tab
from bot.views.home_team import TeamShown
from bot.views.home_trend import Score, scores_of, trend_chart, trend_words
from bot.views.listed import Listed
from engine.scoring.verdict import Drill
from packs.loading import load_installed
from storage.market_talks import Bargained
from storage.preferences import Chosen
from storage.verdicts import Adjusted
from tests.assigned import SEEDS, START, assignee, assignment, played, window
from tests.bot.views.test_cards import run_of
from tests.bot.views.test_disputes import judged
from tests.bot.views.test_nothing_hidden import strings

URL = "https://example.slack.com/"
PACKS = [loaded.pack for loaded in load_installed().loaded.values()]
FIRST = first_seed_pack(PACKS)
SCENARIO, VERDICT = judged(18422)
RUN = replace(run_of(SCENARIO, "ended"), event_count=9, ended_at=START)


def listed(*totals: int, adjusted: Adjusted | None = None) -> tuple[Listed, ...]:
    """Runs of these scores, in the order in which they were played; the latest comes first."""
    runs = [
        (number, (replace(RUN, id=f"r{number}"), SCENARIO, replace(VERDICT, total=total), adjusted), number % 2)
        for number, total in enumerate(totals, 1)
    ]
    return tuple(reversed(runs))


def mine(count: int = 3, **changes: Any) -> Mine:
    """An assignment of so many buyers of which the first was passed."""
    seeds = tuple(range(1, count + 1)) if count != len(SEEDS) else SEEDS
    whose, order = assignee(**changes), assignment(seeds=seeds)
    runs = (played(seeds[0], 81),)
    return Mine(order, window(seeds=seeds), whose, person_state(whose, seeds, runs, order, START + timedelta(days=1)))


def funnel(people: int) -> Progress:
    """So many people in a window, of whom nobody has begun."""
    states = tuple(person_state(assignee(f"U{n}"), SEEDS, (), assignment(), START) for n in range(people))
    return Progress(assignment(), window(), states, totals_of(states))


NEW = Shown(first=FIRST)
BUSY = Shown(
    live=((replace(RUN, status="open", ended_at=None), SCENARIO, None, None),) * 3,
    ended=listed(*range(12, 96, 7)),
    mine=(mine(), mine(20), mine(starts_at=START + timedelta(days=30))),
    drill=Drill("car_sales@1#239", "discovery", "tells little unasked"),
    chosen=Chosen(hides_name=True, wants_reminders=False, allows_excerpts=True),
    has_voice=True,
    first=FIRST,
)
MANAGER = BUSY._replace(team=TeamShown((funnel(60), funnel(1)), more=4, disputes=2))
EVERY = {
    "new": NEW,
    "busy": BUSY,
    "manager": MANAGER,
    "nothing to do": Shown(),
    "first day": NEW._replace(mine=(mine(),)),
}


def shown(home: Shown, days: int = 1) -> dict[str, Any]:
    """The Home of that person, so many days after the assignment began."""
    return home_tab(home, START + timedelta(days=days), URL)


def words(view: dict[str, Any]) -> str:
    """Every text of it."""
    return "\n".join(strings(view))


@pytest.mark.parametrize("home", EVERY.values(), ids=EVERY)
def test_every_home_is_a_view_that_slack_takes(home: Shown) -> None:
    view = shown(home)
    assert view_problems(view, "home") == ()
    assert len(view["blocks"]) <= 100


def test_a_home_that_is_too_long_still_ends_with_the_settings() -> None:
    crowded = MANAGER._replace(mine=tuple(mine(20) for _ in range(6)), live=BUSY.live * 9)
    view = shown(crowded)
    assert len(view["blocks"]) == 100
    assert "delete-me" in str(view["blocks"][-1])
    assert view_problems(view, "home") == ()


def test_a_newcomer_finds_one_thing_to_do() -> None:
    assert str(shown(NEW)).count("'style': 'primary'") == 1
    text = words(shown(NEW))
    assert "Start your first run" in text
    for later in ("Under way", "Finished", "Your team", "Practise next", "Your scores", "Assigned to you"):
        assert later not in text


def test_somebody_of_whom_nothing_is_known_sees_the_same_without_settings() -> None:
    view = empty_home(PACKS)
    assert view_problems(view, "home") == ()
    assert "Settings" not in words(view)


def test_a_rep_sees_what_is_under_way_due_and_scored_in_this_order() -> None:
    text = words(shown(BUSY))
    parts = ["Under way", "Assigned to you", "Your scores", "Practise next", "Finished", "Settings"]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert "Your team" not in text
    assert "<!date^" in text, "times are those of the reader"
    assert "In progress · 1 of 3 passed" in text


def test_what_is_assigned_comes_before_a_run_of_ones_own() -> None:
    def start(home: Shown, days: int = 1) -> dict[str, Any]:
        found: dict[str, Any] = shown(home, days)["blocks"][1]["elements"][0]
        return found

    assert "style" not in start(BUSY)
    assert start(BUSY, days=90)["style"] == "primary"


def test_assignments_that_are_all_done_say_so() -> None:
    assert "Nothing is left to do just now." in words(shown(BUSY, days=90))


def test_a_manager_sees_the_totals_and_what_waits() -> None:
    text = words(shown(MANAGER))
    assert "60 people · 60 not started · 0 in progress" in text
    assert "4 more" in text
    assert "Disputes · 2 open" in text
    assert "Assign practice" in text
    assert "No assignment is open." in words(shown(NEW._replace(team=TeamShown())))


def test_the_boxes_stand_as_they_were_chosen() -> None:
    def ticked(chosen: Chosen) -> list[bool]:
        boxes = [
            each for block in shown(NEW._replace(chosen=chosen, has_voice=True))["blocks"] for each in _boxes(block)
        ]
        return ["initial_options" in box for box in boxes]

    assert ticked(Chosen()) == [True, True, False]
    assert ticked(Chosen(hides_name=True, wants_reminders=False, allows_excerpts=True)) == [False, False, True]


def _boxes(block: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in block.get("elements", ()) if each["type"] == "checkboxes"]


def test_the_trend_counts_what_disputes_have_changed_and_needs_two_runs() -> None:
    assert "Your scores" not in words(shown(NEW._replace(ended=listed(41))))
    assert scores_of(listed(41, 60)) == (Score(1, 41, VERDICT.passed), Score(2, 60, VERDICT.passed))
    assert [score.total for score in scores_of(listed(41, 60, adjusted=Adjusted(77, True)))] == [77, 77]
    text = words(shown(NEW._replace(ended=listed(5, 50, 100))))
    assert "1    5  █\n2   50  ██████████\n3  100  ████████████████████" in text


def test_the_trend_says_in_words_what_the_bars_show() -> None:
    scores = (Score(1, 40, False), Score(2, 81, True))
    assert trend_words(scores) == "Last 2 runs: 81 now, 60 on average, 81 at best. 1 of 2 passed."


def test_a_message_can_have_the_trend_as_a_chart() -> None:
    assert trend_chart((Score(1, 40, False),)) == ()
    [chart] = trend_chart((Score(1, 40, False), Score(2, 81, True)))
    assert [point["value"] for point in chart["chart"]["series"][0]["data"]] == [40, 81]
    entries = listed(40, 81)
    message = history_message(entries, 1, 1, 2, entries, Bargained(), URL)
    assert "data_visualization" in {block["type"] for block in message.blocks}
