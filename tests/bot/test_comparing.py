"""Two runs of a person on the same buyer, side by side in Slack."""

from tests.bot.test_history import ended, history, press_in, verdict_ts
from tests.bot.test_replaying import told, turned
from tests.bot.world import World, eventually


async def two_runs(world: World) -> None:
    """Two of Ana's runs on one buyer, which part at the second line."""
    await ended(world, "18422", "ana", "What got you looking?", "I can do $24,900.")
    await world.later()
    await ended(world, "18422", "ana", "What got you looking?", "It's $23,000 out the door.")


async def test_two_runs_are_shown_with_prices_checks_and_where_they_part(world: World) -> None:
    await two_runs(world)
    for words in ("compare 1 2", "compare 2 1", "compare", "compare 1"):
        shown = str(await told(world, words))
        assert "They part at your line 2" in shown, words
        assert "I can do $24,900." in shown
        assert "It's $23,000 out the door." in shown
        assert shown.index("*Run 1*") < shown.index("*Run 2*")
        assert "'$24,900'" in shown
        assert "'$23,000'" in shown
        assert "Checks that differ, run 1 and run 2" in shown


async def test_what_cannot_be_compared_is_said_plainly(world: World) -> None:
    await ended(world)
    await ended(world, "58")
    for words, plain in (
        ("compare 1 2", "different people"),
        ("compare 1 1", "the same run twice"),
        ("compare 1", "your only one on car_sales@1#18422"),
        ("compare 1 9", "You have no run 9"),
        ("compare 1 2 3", "takes two runs"),
    ):
        assert plain in (await told(world, words))["text"], words
    assert "You have no run" in (await told(world, "compare 1 2", "ben"))["text"]


async def test_the_list_leads_to_the_only_other_run_at_once(world: World) -> None:
    await two_runs(world)
    await ended(world, "58")
    shown = await history(world)
    assert str(shown).count("'compare_run'") == 2
    await press_in(world, "ana", shown, "compare_run")

    async def opened() -> bool | None:
        return True if "They part at your line 2" in str(await world.messages()) else None

    await eventually(opened)


async def test_of_several_others_one_is_chosen(world: World) -> None:
    await two_runs(world)
    await ended(world, "18422", "ana", "Hello.")
    shown = await history(world)
    await press_in(world, "ana", shown, "compare_run")

    async def asked() -> str | None:
        found = [one["ts"] for one in await world.messages() if "Compare with which" in one["text"]]
        return found[0] if found else None

    ts = await eventually(asked)
    await press_in(world, "ana", {"ts": ts}, "compare_with")
    await turned(world, ts, "They part at your line 1")


async def test_nobody_looks_into_the_run_of_somebody_else_by_a_button(world: World) -> None:
    thread = await ended(world)
    await ended(world, "18422", "ben")
    assert "'compare_run'" not in str(await history(world, who="ben"))
    assert await verdict_ts(world, thread)
    assert "your only one" in (await told(world, "compare 1", "ben"))["text"]
