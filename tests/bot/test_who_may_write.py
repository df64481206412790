"""The stated policies: who may write what, where, and what becomes of it."""

from tests.bot.world import World, eventually

QUESTION = "What got you looking?"


async def whisper(world: World, thread: str, who: str, words: str) -> None:
    """Waits until that person is told something with these words in the thread."""

    async def told() -> bool | None:
        replies = await world.replies(thread, who)
        return True if any(reply.get("is_ephemeral") and words in reply["text"] for reply in replies) else None

    await eventually(told)


async def test_a_stranger_is_told_whose_run_it_is_and_offered_the_same_buyer(world: World) -> None:
    thread = await world.start("18422")
    before = await world.lines(thread)
    await world.say("ben", "I can do 20,000.", thread)
    await whisper(world, thread, "ben", "Only <@")
    shown = str(await world.replies(thread, "ben"))
    assert "Start car_sales@1#18422" in shown
    assert not [reply for reply in await world.replies(thread, "ana") if reply.get("is_ephemeral")]
    assert await world.lines(thread) == before


async def test_a_message_in_a_thread_that_is_no_run_is_left_alone(world: World) -> None:
    root = (await world.say("ana", "Lunch, anyone?"))["message"]["ts"]
    await world.say("ben", "34,900 out the door", root)
    thread = await world.start("18422")
    await world.turn(thread, QUESTION)
    assert [reply["text"] for reply in await world.replies(root)] == ["34,900 out the door"]


async def test_a_message_in_the_channel_is_left_alone(world: World) -> None:
    await world.say("ana", "34,900 out the door")
    thread = await world.start("18422")
    await world.turn(thread, QUESTION)
    assert len(await world.messages()) == 2


async def test_an_edited_line_stays_as_it_was_and_the_rep_is_told(world: World) -> None:
    thread = await world.start("18422")
    ts = (await world.say("ana", QUESTION, thread))["message"]["ts"]
    await eventually_lines(world, thread, 2)
    await world.ask("PATCH", "messages", **{"as": "ana"}, channel="practice", ts=ts, text="30,000 and it is yours")
    await whisper(world, thread, "ana", "stays in the run as you first wrote it")
    assert len(await world.lines(thread)) == 2


async def test_a_deleted_line_stays_in_the_run_and_the_rep_is_told(world: World) -> None:
    thread = await world.start("18422")
    ts = (await world.say("ana", QUESTION, thread))["message"]["ts"]
    await eventually_lines(world, thread, 2)
    await world.ask("DELETE", "messages", **{"as": "ana"}, channel="practice", ts=ts)
    await whisper(world, thread, "ana", "stays in the run as you first wrote it")
    assert len(await world.turn(thread, "And what does a normal week look like?")) == 1


async def test_after_the_end_the_thread_is_free_for_talk(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ana", "run_end", thread)
    await world.verdict(thread)
    lines = await world.lines(thread)
    await world.say("ana", "That was short.", thread)
    await world.say("ben", "Very.", thread)
    other = await world.start("9001")
    await world.turn(other, QUESTION)
    assert await world.lines(thread) == lines
    assert not [reply for reply in await world.replies(thread, "ben") if reply.get("is_ephemeral")]


async def test_only_the_rep_can_press_the_runs_buttons(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ben", "run_end", thread)
    await whisper(world, thread, "ben", "whose run this is")
    assert len(await world.turn(thread, QUESTION)) == 1


async def test_a_direct_message_outside_of_runs_is_answered_with_how_to_begin(world: World) -> None:
    await world.ask("POST", "messages_tab/open", **{"as": "ana"})
    await world.say("ana", "hello?", channel="dm")

    async def answered() -> bool | None:
        return (
            True if any("/haggle start" in message["text"] for message in await world.messages("ana", "dm")) else None
        )

    await eventually(answered)


async def test_a_run_can_be_held_in_the_direct_messages(world: World) -> None:
    await world.ask("POST", "messages_tab/open", **{"as": "ana"})
    thread = await world.start("18422", channel="dm")
    assert len(await world.turn(thread, QUESTION, channel="dm")) == 1


async def eventually_lines(world: World, thread: str, count: int) -> None:
    """Waits until the counterpart has said that many lines."""

    async def said() -> bool | None:
        return True if len(await world.lines(thread)) >= count else None

    await eventually(said)
