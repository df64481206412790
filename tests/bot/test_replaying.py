"""A run is told again step by step, to its rep alone and only once it is over."""

from tests.bot.test_history import ended, history, press_in, shown_now, verdict_ts
from tests.bot.world import Json, World, eventually

REPLAY = "Replay · car_sales@1#18422"


async def told(world: World, words: str, who: str = "ana") -> Json:
    """What a command is answered with."""
    answer: Json = (await world.command(who, f"/haggle {words}"))["response"]
    return answer


async def turned(world: World, ts: str, words: str) -> str:
    """The message once it holds the words."""

    async def holds() -> str | None:
        text = await shown_now(world, "ana", ts)
        return text if words in text else None

    return await eventually(holds)


async def test_replay_steps_forth_and_back_in_one_message(world: World) -> None:
    await ended(world, "18422", "ana", "What got you looking?", "It's $24,900 out the door.")
    shown = await told(world, "replay")
    assert "step 1 of 3" in shown["text"]
    await press_in(world, "ana", shown, "replay_next")
    assert "What got you looking?" in await turned(world, shown["ts"], "step 2 of 3")
    await press_in(world, "ana", shown, "replay_next")
    last = await turned(world, shown["ts"], "step 3 of 3")
    assert "$24,900 (firm, it binds)" in last
    assert "Here the run ended" in last
    await press_in(world, "ana", shown, "replay_back")
    await turned(world, shown["ts"], "step 2 of 3")


async def test_the_run_is_named_by_number_or_share_code(world: World) -> None:
    await ended(world)
    await ended(world, "58")
    for words in ("replay 1", "replay #1", "replay car_sales@1#18422", "replay car_sales#18422"):
        assert REPLAY in (await told(world, words))["text"], words
    assert "car_sales@1#58" in (await told(world, "replay"))["text"]
    for words in ("replay 9", "replay saas_renewal@1#5", "replay 0"):
        assert "You have no run" in (await told(world, words))["text"], words
    assert "is not a seed" in (await told(world, "replay soon"))["text"]
    assert "&lt;!channel&gt; is not a seed" in (await told(world, "replay <!channel>"))["text"]
    assert "takes one run" in (await told(world, "replay 1 2"))["text"]


async def test_a_run_that_goes_on_and_one_of_somebody_else_are_not_told(world: World) -> None:
    thread = await ended(world)
    await world.start("58")
    assert "still under way" in (await told(world, "replay 2"))["text"]
    assert "You have no run" in (await told(world, "replay", "ben"))["text"]
    await world.press("ben", "replay_run", await verdict_ts(world, thread))

    async def refused() -> bool | None:
        return True if "Only the rep whose run it is" in str(await world.messages("ben")) else None

    await eventually(refused)
    assert "Replay ·" not in str(await world.replies(thread, "ben"))


async def test_the_button_of_a_verdict_opens_it_in_the_thread_for_the_rep_alone(world: World) -> None:
    thread = await ended(world)
    await world.press("ana", "replay_run", await verdict_ts(world, thread))

    async def opened() -> bool | None:
        return True if REPLAY in str(await world.replies(thread)) else None

    await eventually(opened)
    assert REPLAY not in str(await world.replies(thread, "ben"))
    assert REPLAY not in str(await world.messages())


async def test_the_button_of_the_list_opens_it_and_leaves_the_list(world: World) -> None:
    await ended(world)
    shown = await history(world)
    await press_in(world, "ana", shown, "replay_run")

    async def opened() -> bool | None:
        return True if REPLAY in str(await world.messages()) else None

    await eventually(opened)
    assert "Your runs" in await shown_now(world, "ana", shown["ts"])
