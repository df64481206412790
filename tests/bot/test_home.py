"""What a person finds in their Home, and looks into from there."""

import json

from tests.bot.desk_of_disputes import top_modal
from tests.bot.test_comparing import two_runs
from tests.bot.test_history import ended
from tests.bot.world import Json, World, eventually


async def home(world: World, words: str, who: str = "ana") -> Json:
    """The person's Home, once it holds the words."""
    await world.ask("POST", "home/open", **{"as": who})

    async def shown() -> Json | None:
        view: Json = await world.ask("GET", f"home?as={who}")
        return view if words in str(view) else None

    return await eventually(shown)


async def press(world: World, view: Json, action: str, number: int = 0, who: str = "ana") -> None:
    """The button of that number among those of one kind in a view."""
    rows = [each for each in view["blocks"] for one in each.get("elements", ()) if one.get("action_id") == action]
    container: Json = {"home": True} if view["type"] == "home" else {"view_id": view["id"]}
    block = rows[number]["block_id"]
    await world.ask("POST", "actions", **{"as": who}, container=container, action_id=action, block_id=block)


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
