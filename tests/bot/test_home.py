"""What a person finds in their Home, and looks into from there."""

import json
from dataclasses import replace
from datetime import timedelta

from storage import preferences
from tests.bot.desk_of_disputes import WORDS, dispute, top_modal
from tests.bot.desk_of_disputes import ended as ended_with_card
from tests.bot.test_comparing import two_runs
from tests.bot.test_history import ended
from tests.bot.world import Json, World, eventually, ids_of


async def home(world: World, words: str, who: str = "ana") -> Json:
    """The person's Home, once it holds the words."""
    await world.ask("POST", "home/open", **{"as": who})

    async def shown() -> Json | None:
        view: Json = await world.ask("GET", f"home?as={who}")
        return view if words in str(view) else None

    return await eventually(shown)


async def press(world: World, view: Json, action: str, number: int = 0, who: str = "ana") -> None:
    """The button of that number among those of one kind; on a Home that is drawn anew meanwhile, on the new one."""
    is_home = view["type"] == "home"
    container: Json = {"home": True} if is_home else {"view_id": view["id"]}

    async def pressed() -> bool | None:
        shown = (await world.ask("GET", f"home?as={who}"))["view"] if is_home else view
        rows = [each for each in shown["blocks"] if action in [one.get("action_id") for one in pressable(each)]]
        body = {"as": who, "container": container, "action_id": action, "block_id": rows[number]["block_id"]}
        answer = await world.ask("POST", "actions", **body)
        return None if answer.get("error") == "element_not_found" else True

    await eventually(pressed)


def pressable(block: Json) -> list[Json]:
    """What can be pressed in a block."""
    return [*block.get("elements", ()), *([block["accessory"]] if "accessory" in block else ())]


async def modal(world: World, words: str) -> Json:
    """The modal on top, once it holds the words."""

    async def opened() -> Json | None:
        view = await top_modal(world, "ana")
        return view if view and words in json.dumps(view, ensure_ascii=False) else None

    return await eventually(opened)


async def test_a_finished_run_is_replayed_from_home_step_by_step(world: World) -> None:
    await ended(world, "18422", "ana", "What got you looking?")
    view = (await home(world, "Finished"))["view"]
    assert "compare_run" not in str(view), "there is no other run on the buyer"
    await press(world, view, "replay_run")
    first = await modal(world, "step 1 of 2")
    assert "close_looking_back" not in str(first), "a modal has its own way to close"
    await press(world, first, "replay_next")
    second = await modal(world, "step 2 of 2")
    assert second["id"] == first["id"]
    assert "What got you looking?" in str(second)


async def test_two_finished_runs_are_compared_from_home_with_their_prices(world: World) -> None:
    await two_runs(world)
    view = (await home(world, "compare_run"))["view"]
    await press(world, view, "compare_run")
    shown = str(await modal(world, "They part at your line 2"))
    assert "$24,900" in shown
    assert "$23,000" in shown
    assert "Checks that differ, run 1 and run 2" in shown


async def test_of_several_others_one_is_chosen_in_the_same_modal(world: World) -> None:
    await two_runs(world)
    await ended(world, "18422", "ana", "Hello.")
    await press(world, (await home(world, "compare_run"))["view"], "compare_run")
    asked = await modal(world, "Compare with which")
    body = {"as": "ana", "container": {"view_id": asked["id"]}, "action_id": "compare_with"}
    await world.ask("POST", "actions", **body)
    assert (await modal(world, "They part at your line 1"))["id"] == asked["id"]


async def test_home_is_drawn_again_when_a_run_begins_and_ends_and_only_once_it_was_opened(world: World) -> None:
    await world.start("18422", "ben")
    assert (await world.ask("GET", "home?as=ben"))["view"] is None, "nobody has looked at it"
    await home(world, "Start your first run")
    thread = await world.start("18422")

    async def holds(words: str) -> bool | None:
        return True if words in str(await world.ask("GET", "home?as=ana")) else None

    await eventually(lambda: holds("Under way"))
    await world.press("ana", "run_end", thread)
    await eventually(lambda: holds("Finished"))


async def test_settings_are_kept_and_shown_as_they_are(world: World) -> None:
    assert world.house
    await home(world, "Settings")
    (ana,) = ids_of(world.sandbox, ("ana",))
    for box in ("show_name", "want_reminders"):
        body: Json = {"as": "ana", "container": {"home": True}, "action_id": box, "selected_options": []}
        await world.ask("POST", "actions", **body)

    async def unticked() -> bool | None:
        return True if "initial_options" not in str(await world.ask("GET", "home?as=ana")) else None

    await eventually(unticked)
    async with world.house.database.reading() as connection:
        chosen = await preferences.chosen_by(connection, world.sandbox.sandbox.workspace.team_id, ana)
    assert (chosen.hides_name, chosen.wants_reminders) == (True, False)


async def test_after_two_runs_home_shows_the_trend_and_a_drill_for_what_cost_most(world: World) -> None:
    for seed in ("18422", "58"):
        await ended(world, seed, "ana", "What got you looking?")
    shown = str(await home(world, "Your scores"))
    assert "Last 2 runs" in shown
    assert "Practise next" in shown
    view = (await home(world, "Practise next"))["view"]
    await press(world, view, "start_drill")
    await home(world, "Under way")


async def test_a_manager_finds_the_disputes_and_a_rep_does_not(world: World) -> None:
    thread, _ = await ended_with_card(world)
    assert "Your team" not in str(await home(world, "Finished"))
    view = (await home(world, "Your team", "mei"))["view"]
    assert "Disputes · " not in str(view)
    await dispute(world, (await world.verdict(thread))["ts"])
    await eventually(lambda: holds_of(world, "mei", "Disputes · 1 open"))
    view = (await world.ask("GET", "home?as=mei"))["view"]
    await press(world, view, "open_disputes", who="mei")

    async def opened() -> bool | None:
        return True if WORDS in str(await top_modal(world, "mei")) else None

    await eventually(opened)


async def test_a_button_that_stands_from_better_days_opens_nothing_for_a_rep(world: World) -> None:
    await home(world, "Your team", "mei")
    people = world.sandbox.sandbox.workspace.people
    (mei,) = ids_of(world.sandbox, ("mei",))
    people[mei] = replace(people[mei], is_admin=False)
    world.clock.skew += timedelta(hours=2)
    view = (await world.ask("GET", "home?as=mei"))["view"]
    await press(world, view, "open_disputes", who="mei")
    assert await top_modal(world, "mei") is None
    await world.ask("POST", "home/open", **{"as": "mei"})

    async def taken_away() -> bool | None:
        return None if await holds_of(world, "mei", "Your team") else True

    await eventually(taken_away)


async def holds_of(world: World, who: str, words: str) -> bool | None:
    """Whether the person's Home holds the words, without opening it."""
    return True if words in str(await world.ask("GET", f"home?as={who}")) else None
