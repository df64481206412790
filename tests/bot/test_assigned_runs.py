"""An assigned run: opened in the rep's own messages, counted while it may, and practice afterwards."""

import asyncio
from datetime import timedelta

from bot.flows.housekeeping import keep_house
from storage import assignments, attempts
from tests.bot.desk_of_assignments import (
    DAY,
    FIRST,
    HOUR,
    SECOND,
    assign,
    begin,
    brief,
    change,
    dm_so_far,
    finish,
    house_of,
    id_of,
    listed,
    opened,
    press_block,
    press_value,
    said,
    team_of,
    told,
)
from tests.bot.desk_of_disputes import top_modal
from tests.bot.world import World, eventually

HIDDEN = "was not saying"


async def counted(world: World, who: str = "ana") -> list[tuple[int, int]]:
    """The seeds of the person's runs that count, each with its number among theirs."""
    async with house_of(world).database.reading() as connection:
        found = await attempts.of_person_in_window(connection, team_of(world), "discovery", 1, id_of(world, who))
    return [(each.seed, each.nth) for each in found]


async def test_nothing_assigned_is_an_empty_list_with_something_to_do(world: World) -> None:
    assert "Nothing is assigned to you" in await said(world, "ana", "/haggle assignments")


async def test_the_list_hides_the_seeds_until_the_person_starts(world: World) -> None:
    await assign(world, "ana", drawn=2)
    shown = str(await listed(world))
    assert "Discovery week" in shown
    assert "2 of 2" not in shown
    assert str(FIRST) not in shown
    assert str(SECOND) not in shown
    assert "<!date^" in shown, "due in the reader's own zone"
    thread = await begin(world)
    assert f"#{FIRST}" in await brief(world, thread)
    assert str(SECOND) not in str(await listed(world))


async def test_it_opens_in_the_messages_of_the_rep_and_says_what_it_counts_for(world: World) -> None:
    await assign(world, "ana", attempts=3)
    thread = await begin(world)
    shown = await brief(world, thread)
    assert "Assigned run" in shown
    assert "Attempt 1 of 3 for *Discovery week*" in shown
    assert "pass mark 70 · due <!date^" in shown
    await told(world, "Attempt 1 of 3 for *Discovery week*. The run is in your messages with me.")
    assert not [each for each in await world.messages() if "run ·" in each["text"]], "nothing in the channel"
    assert await counted(world) == [(FIRST, 1)]


async def test_a_run_that_is_over_counts_and_the_next_press_is_practice(world: World) -> None:
    await assign(world, "ana")
    await finish(world, await begin(world))
    assert "did not pass" in str(await listed(world))
    assert await counted(world) == [(FIRST, 1)]
    assert "your attempt with this buyer is used up" in await practised(world)
    assert await counted(world) == [(FIRST, 1)]


async def practised(world: World, who: str = "ana", buyer: int = 1) -> str:
    """What the thread of a run says that an old Start opens as practice."""
    await asyncio.sleep(2)
    known = await dm_so_far(world, who)
    await press_value(world, who, "start_assigned", f"discovery:1:{buyer}")
    thread = await opened(world, who, known)
    assert "Practice run" in await brief(world, thread, who)
    await told(world, "Practice, since", who)
    return str(await world.replies(thread, who, "dm"))


async def test_another_attempt_counts_where_there_are_some_left(world: World) -> None:
    await assign(world, "ana", attempts=2)
    await finish(world, await begin(world))
    shown = str(await listed(world))
    assert "best so far" in shown
    assert "Try again" in shown
    await asyncio.sleep(2)
    thread = await begin(world)
    assert "Attempt 2 of 2" in await brief(world, thread)
    assert await counted(world) == [(FIRST, 1), (FIRST, 2)]


async def test_in_the_middle_of_a_run_no_other_begins_on_its_buyer(world: World) -> None:
    await assign(world, "ana", attempts=3)
    await begin(world)
    assert "Go on" in str(await listed(world))
    await asyncio.sleep(2)
    await press_value(world, "ana", "start_assigned", "discovery:1:1")
    await told(world, "You are in a run with this buyer already")
    assert "You are in an assigned run with this buyer" in await said(world, "ana", f"/haggle start {FIRST}")
    assert await counted(world) == [(FIRST, 1)]


async def test_two_presses_at_once_begin_one_run(world: World) -> None:
    await assign(world, "ana", attempts=3)
    shown = await listed(world)
    block = next(each["block_id"] for each in shown["blocks"] if "accessory" in each)
    where = ("start_assigned:1", shown["ts"], "practice", block)
    await asyncio.gather(*(press_block(world, "ana", *where) for _ in range(4)))
    await told(world, "run is in your messages")
    assert await counted(world) == [(FIRST, 1)]


async def test_before_their_start_nobody_starts(world: World) -> None:
    await assign(world, "ana", starts_in=HOUR)
    shown = str(await listed(world))
    assert "starts <!date^" in shown
    assert "start_assigned" not in shown
    await press_value(world, "ana", "start_assigned", "discovery:1:1")
    await told(world, "Discovery week starts for you on")
    assert await counted(world) == []


async def test_after_it_was_due_a_run_is_practice(world: World) -> None:
    await assign(world, "ana", starts_in=-DAY, due_in=-HOUR, closes_in=HOUR)
    assert "overdue" in str(await listed(world))
    assert "it was due on" in await practised(world)
    assert await counted(world) == []


async def test_who_is_excused_practises(world: World) -> None:
    made = await assign(world, "ana")
    async with house_of(world).database.writing() as connection:
        by = id_of(world, "mei")
        await assignments.excuse(connection, made.team, made.id, 1, id_of(world, "ana"), by, world.clock())
    assert "excused" in str(await listed(world))
    assert "you are excused from this assignment" in await practised(world)


async def test_what_was_assigned_to_others_starts_nothing(world: World) -> None:
    await assign(world, "ana")
    for value, words in (
        ("discovery:1:1", "Discovery week was assigned to others"),
        ("discovery:1:9", "has no buyer 9"),
        ("discovery:7:1", "find that assignment any more"),
        ("elsewhere:1:1", "find that assignment any more"),
        ("nonsense", "find that assignment any more"),
    ):
        await press_value(world, "ben", "start_assigned", value)
        await told(world, words, "ben")
    assert not [each for each in await world.messages("ben", "dm") if "run ·" in each["text"]]


async def test_what_was_cancelled_starts_nothing(world: World) -> None:
    made = await assign(world, "ana")
    await change(world, made, status="cancelled")
    assert "cancelled" in str(await listed(world))
    await press_value(world, "ana", "start_assigned", "discovery:1:1")
    await told(world, "Discovery week was cancelled, and nothing was started")


async def test_a_plain_start_on_an_assigned_buyer_is_refused_with_the_assigned_one(world: World) -> None:
    await assign(world, "ana")
    answer = await said(world, "ana", f"/haggle start {FIRST}")
    assert "You are assigned this buyer in Discovery week" in answer
    assert "discovery:1:1" in answer, "a button that starts the assigned run"
    assert await counted(world) == []
    others = await said(world, "ben", f"/haggle start {FIRST}")
    assert "others are still to meet them" in others
    assert "start it in your messages with me" in others


async def test_practice_on_an_assigned_buyer_tells_its_rep_alone_what_is_hidden(world: World) -> None:
    thread = await world.start(str(FIRST), who="ben")
    await assign(world, "ana")
    await keep_house(house_of(world))
    await world.turn(thread, "What brings you in?", "ben")
    await world.press("ben", "run_end", thread)
    card = await world.verdict(thread)
    assert "*What" not in str(card["blocks"])
    await told(world, HIDDEN, "ben", "dm")


async def test_what_its_checks_found_is_for_the_rep_alone_and_the_file_waits(world: World) -> None:
    thread = await world.start(str(FIRST), who="ben")
    await assign(world, "ana")
    await keep_house(house_of(world))
    await world.turn(thread, "What brings you in?", "ben")
    await world.press("ben", "run_end", thread)
    card = await world.verdict(thread)
    for who, sees in (("ana", False), ("ben", True)):
        await world.press(who, "run_checks", card["ts"])
        view = await top_modal(world, who)
        assert ("What brings you in?" in str(view)) is sees
    await world.press("ben", "run_export", card["ts"])
    refused = "This run is ranked, and its file tells"
    assert await eventually(lambda: _replied(world, thread, refused))
    assert "You have no run" in await said(world, "ana", f"/haggle replay car_sales@1#{FIRST}")


async def _replied(world: World, thread: str, words: str) -> bool | None:
    return words in str(await world.replies(thread, "ben")) or None


async def test_a_run_that_was_under_way_when_the_window_opened_is_withheld_too(world: World) -> None:
    thread = await world.start(str(FIRST), who="ben")
    await assign(world, "ana")
    await keep_house(house_of(world))
    await world.turn(thread, "What brings you in?", "ben")
    await world.press("ben", "run_end", thread)
    assert "*What" not in str((await world.verdict(thread))["blocks"])


async def test_once_the_window_is_closed_all_is_shown(world: World) -> None:
    await assign(world, "ana")
    thread = await begin(world)
    card = await finish(world, thread)
    assert "*What" not in str(card["blocks"])
    await told(world, HIDDEN, "ana", "dm")
    world.clock.skew += timedelta(days=2)
    await keep_house(house_of(world))

    async def shown() -> bool | None:
        return "*What" in str(await world.replies(thread, "ana", "dm")) or None

    assert await eventually(shown)


async def test_drawn_buyers_are_not_shared_while_others_are_to_meet_them(world: World) -> None:
    await assign(world, "ana", drawn=2)
    assert "drawn for an assignment" in await said(world, "ben", f"/haggle share {FIRST}")
    world.clock.skew += timedelta(days=2)
    assert "drawn for an assignment" not in await said(world, "ben", f"/haggle share {FIRST}")


async def test_listed_buyers_may_be_shared_and_the_card_offers_the_assigned_run(world: World) -> None:
    await assign(world, "ana")
    await said(world, "ben", f"/haggle share {FIRST}")
    card = await told(world, "shared a buyer")
    await world.press("ana", "start_seed", card["ts"])
    await told(world, "You are assigned this buyer")


async def test_somebody_new_is_nobody_assigned(world: World) -> None:
    listed_seeds = next(each.seeds for each in house_of(world).playable[0].seed_lists)
    await assign(world, "ana", seeds=listed_seeds[:1])
    await world.command("ana", f"/haggle start {house_of(world).playable[0].seed_lists[0].ref}")
    await told(world, f"#{listed_seeds[1]}")
