"""A buyer is shared: by command or by button, shown without what it hides, and started by whoever presses it."""

import asyncio
from typing import Any

import pytest

from tests.bot.world import Json, World, eventually, is_line


async def card(world: World, words: str = "shared a buyer", channel: str = "practice", who: str = "ana") -> Json:
    """The latest share card that holds the words, once it stands in the channel."""

    async def posted() -> Json | None:
        cards = [message for message in await world.messages(who, channel) if "shared a buyer" in message["text"]]
        return next((each for each in reversed(cards) if words in str(each)), None)

    return await eventually(posted)


async def cards(world: World) -> list[Json]:
    """Every share card in the channel."""
    return [message for message in await world.messages() if "shared a buyer" in message["text"]]


async def briefs(world: World) -> list[Json]:
    """Every brief in the channel."""
    return [message for message in await world.messages() if message["text"].startswith("Practice run")]


async def told(world: World, who: str, text: str, channel: str = "practice") -> str:
    """What a command is answered with."""
    return str(((await world.command(who, text, channel)).get("response") or {}).get("text", ""))


async def form(world: World, who: str, ts: str) -> Json:
    """The form behind a Share button."""
    await world.press(who, "share_run", ts)
    views: list[Json] = (await world.ask("GET", f"modals?as={who}"))["views"]
    return views[-1]


async def send(world: World, who: str, view: Json, channel: str = "practice", score: str = "") -> Json:
    """Sends the form; the answer holds its errors."""
    values: dict[str, Any] = {"share_channel": {"share_channel": await id_of(world, channel)}}
    if score:
        values["share_score"] = {"share_score": score}
    return await world.ask("POST", "modals/submit", **{"as": who}, view_id=view["id"], values=values)


async def id_of(world: World, channel: str) -> str:
    """The id of the channel of that name."""
    channels = (await world.ask("GET", "workspace"))["channels"]
    return str(next(each["id"] for each in channels if each.get("name") == channel))


async def ended(world: World, seed: str = "18422") -> tuple[str, Json]:
    """A run of Ana's that she ended, and its verdict card."""
    thread = await world.start(seed)
    await world.turn(thread, "What got you looking?")
    await world.press("ana", "run_end", thread)
    return thread, await world.verdict(thread)


async def test_a_share_code_is_posted_as_a_card_that_names_nobody_to_call(world: World) -> None:
    assert await told(world, "ana", "/haggle share car_sales@1#58") == ""
    posted = await card(world)
    shown = str(posted)
    assert posted["text"].startswith("ana ")
    assert "<@" not in shown
    assert "Tasha Sandoval from" in shown
    assert "car_sales@1#58" in shown
    assert "Easy (" in shown
    assert "Nobody yet" in shown
    assert "scored" not in shown


async def test_without_a_code_the_buyer_of_the_last_run_in_the_channel_is_shared(world: World) -> None:
    assert "no run in this channel" in await told(world, "ana", "/haggle share")
    await world.start("18422")
    await world.start("58")
    assert "no run in this channel" in await told(world, "ben", "/haggle share")
    assert await told(world, "ana", "/haggle share") == ""
    assert "car_sales@1#58" in str(await card(world))


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("/haggle share abc1", "abc1 is not a seed"),
        ("/haggle share car_sales@99#1", "from a later draw of car_sales"),
        ("/haggle share car_sales@0#1", "from an earlier draw of car_sales"),
        ("/haggle share boats@1#7", "There is no pack boats"),
        ("/haggle share 58 car_sales now", "takes a seed and a pack"),
        ("/haggle share 1<!channel>", "1&lt;!channel&gt; is not a seed"),
    ],
)
async def test_what_cannot_be_shared_is_said_plainly(world: World, command: str, words: str) -> None:
    assert words in await told(world, "ana", command)
    assert await cards(world) == []


async def test_a_share_where_the_bot_is_not_says_how_to_invite_it(world: World) -> None:
    assert "/invite @Haggle" in await told(world, "ana", "/haggle share 58", "general")


async def test_whoever_presses_the_card_meets_the_same_buyer_in_a_thread_of_their_own(world: World) -> None:
    await world.command("ana", "/haggle share 58")
    ts = (await card(world))["ts"]
    for who in ("ben", "olu"):
        await world.press(who, "start_seed", ts)

    async def both() -> list[Json] | None:
        found = await briefs(world)
        opened = [brief for brief in found if await world.lines(brief["ts"])]
        return opened if len(opened) == 2 else None

    opened = await eventually(both)
    assert len({brief["ts"] for brief in opened}) == 2
    first = [next(reply for reply in await world.replies(brief["ts"]) if is_line(reply)) for brief in opened]
    assert len({(line["username"], line["text"]) for line in first}) == 1
    assert "2 people" in str(await card(world, "2 people"))


async def test_a_double_click_on_the_card_starts_one_run(world: World) -> None:
    await world.command("ana", "/haggle share 58")
    ts = (await card(world))["ts"]
    await asyncio.gather(*(world.press("ben", "start_seed", ts) for _ in range(3)))
    await card(world, "1 person")

    async def opened() -> bool | None:
        return bool(await briefs(world)) or None

    await eventually(opened)
    await world.later()
    assert len(await briefs(world)) == 1


async def test_the_card_counts_people_however_they_started_and_each_once(world: World) -> None:
    await world.start("58")
    await world.command("ana", "/haggle share 58")
    await card(world, "1 person")
    await world.start("58")
    await world.start("58", who="ben")
    await card(world, "2 people")


async def test_every_card_of_a_buyer_is_kept_up_to_date(world: World) -> None:
    await world.command("ana", "/haggle share 58")
    await world.command("ben", "/haggle share 58")

    async def two() -> bool | None:
        return True if len(await cards(world)) == 2 else None

    await eventually(two)
    await world.start("58", who="mei")

    async def both_told() -> bool | None:
        return True if all("1 person" in str(each) for each in await cards(world)) else None

    await eventually(both_told)


async def test_the_button_of_the_brief_shares_without_a_score(world: World) -> None:
    thread = await world.start("18422")
    view = await form(world, "ana", thread)
    assert "share_score" not in str(view)
    assert (await send(world, "ana", view))["ok"]
    assert "car_sales@1#18422" in str(await card(world))


async def test_the_rep_chooses_whether_the_score_is_told_and_by_default_it_is_not(world: World) -> None:
    _, verdict = await ended(world)
    view = await form(world, "ana", verdict["ts"])
    assert "Show it: " in str(view)
    await send(world, "ana", view)
    assert "scored" not in str(await card(world))
    view = await form(world, "ana", verdict["ts"])
    await send(world, "ana", view, score="with")
    told_score = verdict["text"].split(" / 100")[0].split()[-1]
    assert f"scored *{told_score}* of 100" in str(await card(world, "scored"))


async def test_nobody_else_can_share_the_score_of_a_run(world: World) -> None:
    _, verdict = await ended(world)
    view = await form(world, "ben", verdict["ts"])
    assert "Show it" not in str(view)
    await send(world, "ben", view)
    posted = str(await card(world))
    assert "ben shared" in posted
    assert "scored" not in posted


async def test_a_share_goes_to_the_channel_that_the_form_names(world: World) -> None:
    thread = await world.start("18422")
    view = await form(world, "ana", thread)
    answer = await send(world, "ana", view, "general")
    assert "/invite @Haggle" in answer["errors"]["share_channel"]
    await world.command("ana", "/invite @Haggle", "general")
    assert (await send(world, "ana", view, "general"))["ok"]
    assert await card(world, channel="general")
    assert await cards(world) == []


async def test_a_form_sent_twice_posts_one_card(world: World) -> None:
    thread = await world.start("18422")
    view = await form(world, "ana", thread)
    await asyncio.gather(send(world, "ana", view), send(world, "ana", view))
    await card(world)
    await world.start("58")
    assert len(await cards(world)) == 1


async def test_a_name_with_marks_in_it_is_shown_as_it_is_written(world: World) -> None:
    await world.ask("PATCH", "people", **{"as": "ben"}, display_name="*Ben* <!here>")
    await world.command("ben", "/haggle share 58")
    assert "<!here>" not in str(await card(world))
