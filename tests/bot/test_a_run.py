"""A rep's run from the first word to the verdict, as seen in the channel and the thread."""

from datetime import timedelta
from pathlib import Path

from bot.flows.expiry import expire_idle
from tests.bot.world import World, eventually, is_line, is_verdict, open_world

TALK = ("Hi, what got you looking?", "What does a normal week look like for you?")


async def to_a_deal(world: World, thread: str) -> None:
    """Talks, quotes, offers a next step for the one who is missing, and takes the buyer's number."""
    quotes = ("It's 25,400 out the door.", "24,200 with the mats and delivery, and I can hold it until Saturday.")
    for line in (*TALK, *quotes):
        await world.turn(thread, line)
    await world.say("ana", "Deal.", thread)


async def test_a_start_opens_a_thread_with_the_brief_and_the_buyers_first_line(world: World) -> None:
    thread = await world.start("18422")
    brief = next(message for message in await world.messages() if message["ts"] == thread)
    assert "car_sales@1#18422" in brief["text"]
    shown = str(brief["blocks"])
    assert "Your floor" in shown
    assert "Buyer profile" in shown
    first = next(reply for reply in await world.replies(thread) if is_line(reply))
    assert first["username"]
    assert first["icons"]["emoji"].startswith(":")


async def test_the_buyer_answers_in_the_thread_under_its_own_name(world: World) -> None:
    thread = await world.start("18422")
    name = next(reply["username"] for reply in await world.replies(thread) if is_line(reply))
    said = await world.turn(thread, TALK[0])
    assert len(said) == 1
    assert {reply["username"] for reply in await world.replies(thread) if is_line(reply)} == {name}
    assert not any(is_line(message) for message in await world.messages()), "nothing leaks into the channel"


async def test_an_agreement_ends_in_a_verdict_with_every_area(world: World) -> None:
    thread = await world.start("18422")
    await to_a_deal(world, thread)
    card = await world.verdict(thread)
    shown = str(card["blocks"])
    assert card["text"].startswith("Deal · $")
    for area in ("Outcome", "Process", "Relationship", "Compliance"):
        assert area in shown
    assert "was not saying" in shown


async def test_a_rep_who_walks_away_gets_a_verdict_without_a_deal(world: World) -> None:
    thread = await world.start("18422")
    await world.turn(thread, TALK[0])
    await world.say("ana", "I'm going to walk away from this one. Thanks for your time.", thread)
    card = await world.verdict(thread)
    assert card["text"].startswith("No deal · you walked away")


async def test_insults_make_the_buyer_walk_away(world: World) -> None:
    thread = await world.start("18422")
    await world.turn(thread, "You're an idiot.")
    await world.say("ana", "Seriously, you are such an idiot.", thread)
    card = await world.verdict(thread)
    assert "walked away" in card["text"]


async def test_the_end_button_ends_the_run_and_its_buttons_go(world: World) -> None:
    thread = await world.start("18422")
    await world.turn(thread, TALK[0])
    await world.press("ana", "run_end", thread)
    card = await world.verdict(thread)
    assert card["text"].startswith("No deal · ended by the rep")

    async def closed() -> bool | None:
        brief = next(message for message in await world.messages() if message["ts"] == thread)
        return True if "run_end" not in str(brief["blocks"]) else None

    await eventually(closed)


async def test_a_paused_run_counts_no_lines_until_it_is_resumed(world: World) -> None:
    thread = await world.start("18422")
    await world.press("ana", "run_pause", thread)

    async def paused() -> bool | None:
        brief = next(message for message in await world.messages() if message["ts"] == thread)
        return True if "run_resume" in str(brief["blocks"]) else None

    await eventually(paused)
    before = await world.lines(thread)
    await world.say("ana", "Are you still there?", thread)

    async def told() -> bool | None:
        whispers = [reply for reply in await world.replies(thread) if reply.get("is_ephemeral")]
        return True if any("paused" in whisper["text"] for whisper in whispers) else None

    await eventually(told)
    assert await world.lines(thread) == before
    await world.press("ana", "run_resume", thread)

    async def resumed() -> bool | None:
        brief = next(message for message in await world.messages() if message["ts"] == thread)
        return True if "run_pause" in str(brief["blocks"]) else None

    await eventually(resumed)
    assert len(await world.turn(thread, TALK[0])) == 1


async def test_a_run_that_is_left_alone_is_ended_as_stalled(tmp_path: Path) -> None:
    async with open_world(tmp_path) as world:
        assert world.house
        thread = await world.start("18422")
        await world.turn(thread, TALK[0])
        assert await expire_idle(world.house) == 0
        world.clock.skew = timedelta(days=1, minutes=1)
        assert await expire_idle(world.house) == 1
        card = await world.verdict(thread)
        assert card["text"].startswith("No deal · left alone for too long")


async def test_a_run_ends_when_its_rounds_are_used_up(world: World) -> None:
    thread = await world.start("1024")
    for number in range(30):
        await world.say("ana", "Thanks. And what else matters to you about it" + "?" * (number + 1), thread)
    card = await world.verdict(thread)
    assert "No deal" in card["text"]
    replies = await world.replies(thread)
    assert sum(is_verdict(reply) for reply in replies) == 1
    assert "out of rounds" in card["text"]
    assert any("4 rounds are left" in reply["text"] for reply in replies)


async def test_the_same_seed_and_lines_give_the_same_buyer_and_the_same_verdict(world: World) -> None:
    seen = []
    for _ in range(2):
        thread = await world.start("18422")
        await to_a_deal(world, thread)
        card = await world.verdict(thread)
        brief = next(message for message in await world.messages() if message["ts"] == thread)
        profile = str(brief["blocks"]).split("Buyer profile")[1][:20]
        seen.append((profile, await world.lines(thread), card["text"]))
    assert seen[0] == seen[1]
