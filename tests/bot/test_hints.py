"""The Hint button, as the rep and the others see it."""

import asyncio
import re
from pathlib import Path

import pytest

from engine.hints.hint import NOTHING_NEW
from engine.scoring.rubric import AREA_POINTS
from tests.bot.process import bot_process, kill
from tests.bot.world import Json, World, eventually, open_world

QUESTION = "Hi, what got you looking?"


async def whispers(world: World, thread: str, who: str = "ana") -> list[str]:
    """What that person alone was told in the thread."""
    return [reply["text"] for reply in await world.replies(thread, who) if reply.get("is_ephemeral")]


async def told(world: World, thread: str, count: int, who: str = "ana") -> list[str]:
    """What that person alone was told, once there are so many, and no more come."""

    async def there() -> bool | None:
        return True if len(await whispers(world, thread, who)) >= count else None

    await eventually(there)
    await asyncio.sleep(0.3)
    return await whispers(world, thread, who)


async def hint(world: World, thread: str) -> str:
    """Presses Hint, well after the last press, and waits for what comes of it."""
    await world.later()
    before = len(await whispers(world, thread))
    await world.press("ana", "run_hint", thread)
    return (await told(world, thread, before + 1))[-1]


async def kept(world: World, count: int) -> list[Json]:
    """The hints in Ana's messages with Haggle, once there are so many, and no more come."""
    await world.ask("POST", "messages_tab/open", **{"as": "ana"})

    async def look() -> list[Json] | None:
        found = [message for message in await world.messages("ana", "dm") if message["text"].startswith("Hint: ")]
        return found if len(found) >= count else None

    await eventually(look)
    await asyncio.sleep(0.3)
    return await look() or []


async def total(world: World, thread: str) -> tuple[int, int]:
    """The score in the verdict, and what its areas come to."""
    card = await world.verdict(thread)
    shown = str(card["blocks"])
    areas = [re.search(rf"\*{area.title()}\*\\n(\d+) / \d+", shown) for area in AREA_POINTS]
    score = re.search(r"(\d+) / 100", card["text"])
    assert score
    assert all(areas)
    return int(score[1]), sum(int(area[1]) for area in areas if area)


async def modal(world: World) -> str:
    """What stands in the modal that Ana has open, once she has one."""

    async def opened() -> str | None:
        views = (await world.ask("GET", "modals?as=ana"))["views"]
        return str(views[-1]) if views else None

    return await eventually(opened)


async def test_a_hint_says_what_to_do_and_what_it_took_to_the_rep_alone(world: World) -> None:
    thread = await world.start("18422")
    shown = await hint(world, thread)
    assert "An open question earns what nobody says unasked" in shown
    assert "−2 points. Hints so far: −2." in shown
    assert await whispers(world, thread, "ben") == []
    assert not any("Hint" in reply["text"] for reply in await world.replies(thread, "ben"))


async def test_a_hint_is_kept_in_the_reps_own_messages_with_the_way_back(world: World) -> None:
    thread = await world.start("18422")
    shown = await hint(world, thread)
    copy = (await kept(world, 1))[0]
    assert shown.split("Hints so far")[0] in copy["text"]
    assert "car_sales@1#18422" in str(copy["blocks"])
    assert f"p{thread.replace('.', '')}" in str(copy["blocks"])


async def test_the_same_hint_again_costs_nothing_and_another_line_brings_another(world: World) -> None:
    thread = await world.start("18422")
    first = await hint(world, thread)
    again = await hint(world, thread)
    assert again.split(" Shown again")[0] == first.split(" −2 points")[0]
    assert "Shown again, which costs nothing. Hints so far: −2." in again
    await world.turn(thread, QUESTION)
    other = await hint(world, thread)
    assert "Hints so far: −4." in other
    assert other.split("−2 points")[0] != first.split("−2 points")[0]
    assert len(await kept(world, 2)) == 2


async def test_a_double_click_has_one_effect(world: World) -> None:
    thread = await world.start("18422")
    await asyncio.gather(*(world.press("ana", "run_hint", thread) for _ in range(3)))
    assert len(await told(world, thread, 1)) == 1
    assert len(await kept(world, 1)) == 1


async def test_a_press_that_is_delivered_again_counts_once(world: World) -> None:
    thread = await world.start("18422")
    await hint(world, thread)
    deliveries = (await world.ask("GET", "deliveries"))["deliveries"]
    press = next(delivery for delivery in deliveries if delivery["kind"] == "interactive")
    await world.later()
    await world.ask("POST", "redeliver", id=press["id"], times=2)
    await asyncio.sleep(0.4)
    assert len(await whispers(world, thread)) == 1


async def test_hints_stand_in_the_score_in_the_verdict_and_among_the_checks(world: World) -> None:
    thread = await world.start("18422")
    first = await hint(world, thread)
    await world.turn(thread, QUESTION)
    await hint(world, thread)
    await world.press("ana", "run_end", thread)
    score, areas = await total(world, thread)
    assert score == areas - 4
    card = await world.verdict(thread)
    assert "*Hints*\\n−4, for 2 hints" in str(card["blocks"])
    await world.press("ana", "run_checks", card["ts"])
    checks = await modal(world)
    assert "*Hints · −4, for 2 hints*" in checks
    assert first.removeprefix("Hint: ").split(" −2 points")[0] in checks


async def test_the_brief_and_the_rubric_say_what_a_hint_costs(world: World) -> None:
    thread = await world.start("18422")
    brief = next(message for message in await world.messages() if message["ts"] == thread)
    shown = str(brief["blocks"])
    assert "'Hint −2'" in shown
    assert "each hint takes 2" in shown
    await world.press("ana", "run_checks", thread)
    assert "Hints · −2 each" in await modal(world)


async def test_only_the_rep_gets_hints(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ben", "run_hint", thread)
    assert "whose run this is" in (await told(world, thread, 1, "ben"))[0]
    await world.turn(thread, QUESTION)
    await world.press("ana", "run_end", thread)
    score, areas = await total(world, thread)
    assert score == areas


@pytest.mark.parametrize(("action", "words"), [("run_pause", "paused, so there is no hint"), ("run_end", "is over")])
async def test_a_press_in_a_run_that_is_not_open_is_told_so_kindly(world: World, action: str, words: str) -> None:
    thread = await world.start("18422")
    await asyncio.gather(world.press("ana", action, thread), world.press("ana", "run_hint", thread))
    assert words in (await told(world, thread, 1))[-1]


async def test_where_there_is_nothing_new_nothing_is_counted(world: World) -> None:
    thread = await world.start("18422")
    last = ""
    for number in range(20):
        last = await hint(world, thread)
        if last == NOTHING_NEW:
            break
        await world.turn(thread, "It's 24,900 out the door because it is new." if not number else "Hm" + "m" * number)
    assert last == NOTHING_NEW


async def test_a_run_in_the_reps_own_messages_keeps_its_hints_in_its_thread(world: World) -> None:
    await world.ask("POST", "messages_tab/open", **{"as": "ana"})
    thread = await world.start("18422", channel="dm")
    await world.press("ana", "run_hint", thread, channel="dm")

    async def shown() -> list[Json] | None:
        replies = await world.replies(thread, channel="dm")
        return [reply for reply in replies if reply["text"].startswith("Hint: ")] or None

    found = await eventually(shown)
    await asyncio.sleep(0.3)
    assert len(found) == 1
    assert not found[0].get("is_ephemeral")
    assert not any(message["text"].startswith("Hint: ") for message in await world.messages("ana", "dm"))


async def test_a_copy_that_slack_took_before_the_wire_broke_is_found_and_not_sent_again(world: World) -> None:
    thread = await world.start("18422")
    fault = {"kind": "server_error_after", "match": {"method": "chat.postMessage"}}
    assert (await world.ask("POST", "faults", **fault))["ok"]
    await hint(world, thread)
    assert len(await kept(world, 1)) == 1
    await world.later()

    async def looked_for() -> bool | None:
        calls = (await world.ask("GET", "calls"))["calls"]
        return any(call["ok"] and call["method"] == "conversations.open" for call in calls) or None

    await eventually(looked_for)
    assert len(await kept(world, 1)) == 1


@pytest.mark.parametrize("moment", [0.0, 0.01, 0.03])
async def test_kill_9_after_a_press_loses_no_hint_and_counts_it_once(tmp_path: Path, moment: float) -> None:
    async with open_world(tmp_path, bot=False) as world:
        async with bot_process(world, tmp_path) as process:
            thread = await world.start("18422")
            await world.turn(thread, QUESTION)
            await world.press("ana", "run_hint", thread)
            await asyncio.sleep(moment)
            await kill(process)
        await world.later()
        async with world.joined(tmp_path):
            assert "Hints so far: −2." in (await told(world, thread, 1))[-1]
            assert len(await kept(world, 1)) == 1
            await world.press("ana", "run_end", thread)
            score, areas = await total(world, thread)
            assert score == areas - 2
