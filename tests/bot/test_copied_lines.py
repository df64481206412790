"""Lines that went from hand to hand are shown to the manager, and to nobody else."""

from bot.flows.copied_lines import compare_ended_runs
from storage import audit
from tests.bot.desk_of_assignments import FIRST, assign, begin, finish, house_of, listed, press_value, team_of, told
from tests.bot.desk_of_disputes import top_modal
from tests.bot.world import Json, World, eventually

COPIED = (
    "What does an ordinary week look like for the car, from Monday morning on?",
    "The one before you took it for the third row and never looked back at all",
    "I can do 34,900 if we sign before the weekend, since holding it costs me",
)
OWN = (
    "How far do you drive to work, and who sits in the back on the way there?",
    "Most people who come in with children end up talking about boot space",
    "Suppose I put the mats in, would 34,800 be something to shake hands on?",
)


async def played(world: World, who: str, lines: tuple[str, ...]) -> None:
    """An assigned run in which the person says these lines, and ends it."""
    thread = await begin(world, who)
    for nth, line in enumerate(lines, 2):
        await world.say(who, line, thread, "dm")
        await eventually(lambda nth=nth: _spoken(world, who, thread, nth))
    await finish(world, thread, who)


async def _spoken(world: World, who: str, thread: str, times: int) -> bool | None:
    """Whether the buyer has spoken so often."""
    replies = await world.replies(thread, who, "dm")
    return sum(bool(each.get("username")) for each in replies) >= times or None


async def people_view(world: World, who: str = "mei") -> Json:
    """The People view of the assignment."""
    shown = await listed(world, who)
    await world.press(who, "assignment_people", shown["ts"])

    async def open_now() -> Json | None:
        return await top_modal(world, who)

    return await eventually(open_now)


async def test_copied_lines_are_flagged_to_the_manager_and_shown_side_by_side(world: World) -> None:
    await assign(world, "ana", "ben", seeds=(FIRST,))
    await played(world, "ana", COPIED)
    await played(world, "ben", (COPIED[0].lower(), COPIED[1] + " I promise", COPIED[2].replace("34,900", "34,500")))
    assert await compare_ended_runs(house_of(world)) == 2
    assert await compare_ended_runs(house_of(world)) == 0
    view = await people_view(world)
    assert "3 of 3 on buyer 1, as in the earlier run of" in str(view)
    await world.ask("POST", "actions", **{"as": "mei"}, container={"view_id": view["id"]}, action_id="assignment_alike")

    async def beside() -> str | None:
        shown = str(await top_modal(world, "mei"))
        return shown if "Lines side by side" in shown else None

    assert "I can do 34,500 if we sign" in await eventually(beside)
    async with house_of(world).database.reading() as connection:
        act, looked = await audit.latest(connection, team_of(world), 5)
    assert (looked.act, act.act) == ("saw people", "compared lines")
    assert "34,500" not in str(act)
    for who in ("ana", "ben"):
        assert "same lines" not in str(await listed(world, who))
        assert "same lines" not in str(await world.messages(who, "dm"))


async def test_lines_of_their_own_are_not_flagged(world: World) -> None:
    await assign(world, "ana", "ben", seeds=(FIRST,))
    await played(world, "ana", COPIED)
    await played(world, "ben", OWN)
    assert await compare_ended_runs(house_of(world)) == 2
    assert "Nearly the same lines" not in str(await people_view(world))


async def test_only_managers_see_two_peoples_lines(world: World) -> None:
    await assign(world, "ana")
    await press_value(world, "ben", "assignment_alike", "one/other")
    await told(world, "Only managers can do that", "ben")
    await press_value(world, "mei", "assignment_alike", "one/other")
    await told(world, "find these two runs", "mei")
