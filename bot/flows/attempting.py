"""A rep starts an assigned run: it counts while it may, and is practice afterwards."""

from datetime import datetime
from typing import NamedTuple

from bot.flows.assigned_buyers import state_on
from bot.flows.house import House
from bot.flows.modes import meant
from bot.flows.opening import Place, is_first_press, open_here
from bot.flows.progress import SeedState, is_used_up
from bot.flows.scheduling.posting import redraw_card
from bot.flows.sharing import refresh_cards
from engine.errors import RuleViolation
from engine.persona.remembered import scenario_at
from engine.scenario.pack import Pack
from engine.timing.local_time import wall_time
from storage import assignments, inbox, pinned_packs, roster
from storage.assignments import Assignee, Assignment, Attempt
from storage.connection import Connection
from storage.open_windows import OpenWindow

PRACTICE = "This run is practice: {why}"
GONE = "I can't find that assignment any more. `/haggle assignments` lists yours."
NOT_YOURS = "{title} was assigned to others. `/haggle start` begins a run of your own."
TO_COME = "{title} starts for you on {when}."
CANCELLED = "{title} was cancelled, and nothing was started. `/haggle start` begins a run of your own."
UNDER_WAY = "You are in a run with this buyer already. Finish it in your messages with me, or press *End* there."


class AssignedStart(NamedTuple):
    """Who starts which buyer of which window; `buyer` counts from 1, `channel` is their messages with the app.

    `key` makes it happen once.
    """

    team: str
    rep: str
    channel: str
    assignment: str
    number: int
    buyer: int
    key: str


class Begun(NamedTuple):
    """What was begun: the person's `nth` attempt on that buyer of the assignment, or practice, and `why` that."""

    assignment: Assignment
    buyer: int
    nth: int
    why: str = ""


async def start_assigned(house: House, request: AssignedStart) -> Begun | None:
    """What was begun, None for a second press of the same. RuleViolation says why nothing can be."""
    each = await _window(house, request)
    assignment, seed = each.assignment, _seed(each, request.buyer)
    mode, model = await meant(house, request.team, assignment.mode, assignment.model)
    pack, now = await pack_of(house, assignment), house.now()
    scenario = scenario_at(pack, assignment.pack_hash, seed)
    place = Place(request.team, request.channel, request.rep, mode, model)
    async with house.database.writing() as connection:
        whose = await _whose(connection, each, request.rep, now)
        if not await _is_first(connection, request, now):
            return None
        begun = _begun(request, each, whose, await state_on(connection, each, whose, seed, now), now)
        await _pin(connection, house, assignment, now)
        note = PRACTICE.format(why=begun.why) if begun.why else ""
        run = await open_here(connection, place, pack, scenario, now, note)
        if not begun.why:
            attempt = Attempt(request.team, run.id, assignment.id, each.window.number, request.rep, seed, begun.nth)
            await assignments.add_attempt(connection, attempt)
            await redraw_card(connection, *each.place, request.rep, now)
    await refresh_cards(house, request.team, scenario)
    house.wake.posts.set()
    return begun


async def pack_of(house: House, assignment: Assignment) -> Pack:
    """The pack as it was when this was assigned, so that everybody meets the same buyers."""
    loaded = house.packs.loaded.get(assignment.pack)
    same = loaded is not None and loaded.hash == assignment.pack_hash
    return loaded.pack if loaded and same else await house.scenarios.pack(assignment.pack_hash)


async def _pin(connection: Connection, house: House, assignment: Assignment, now: datetime) -> None:
    """A pack that is not installed as it was has been pinned before: it was read from there."""
    loaded = house.packs.loaded.get(assignment.pack)
    if loaded is not None and loaded.hash == assignment.pack_hash:
        await pinned_packs.pin(connection, loaded.pack.id, loaded.hash, loaded.source_json, now)


async def _window(house: House, request: AssignedStart) -> OpenWindow:
    async with house.database.reading() as connection:
        assignment = await assignments.get(connection, request.team, request.assignment)
        windows = await assignments.windows_of(connection, request.team, request.assignment)
    window = next((each for each in windows if each.number == request.number), None)
    if assignment is None or window is None:
        raise RuleViolation(GONE)
    if assignment.status == "cancelled":
        raise RuleViolation(CANCELLED.format(title=assignment.title))
    return OpenWindow(assignment, window)


def _seed(each: OpenWindow, buyer: int) -> int:
    if not 1 <= buyer <= len(each.window.seeds):
        raise RuleViolation(
            f"{each.assignment.title} has no buyer {buyer} any more. `/haggle assignments` lists yours."
        )
    return each.window.seeds[buyer - 1]


async def _whose(connection: Connection, each: OpenWindow, rep: str, now: datetime) -> Assignee:
    """The rep as they are in the window, held; RuleViolation where they are not in it, or it has not begun for them."""
    whose = await roster.hold(connection, *each.place, rep)
    if whose is None:
        raise RuleViolation(NOT_YOURS.format(title=each.assignment.title))
    if now < whose.starts_at:
        raise RuleViolation(TO_COME.format(title=each.assignment.title, when=on_the_clock(whose.starts_at, whose.zone)))
    return whose


async def _is_first(connection: Connection, request: AssignedStart, now: datetime) -> bool:
    """Whether this press is neither one that came before nor the second one of a double click."""
    return await inbox.once(connection, request.team, request.key, now) and await is_first_press(
        connection, request.team, request.channel, request.rep, now
    )


def _begun(request: AssignedStart, each: OpenWindow, whose: Assignee, state: SeedState, now: datetime) -> Begun:
    """What the press begins; RuleViolation in the middle of a run that counts."""
    if state.is_live and now < whose.due_at:
        raise RuleViolation(UNDER_WAY)
    return Begun(each.assignment, request.buyer, state.attempts + 1, _why_practice(each.assignment, whose, state, now))


def _why_practice(assignment: Assignment, whose: Assignee, state: SeedState, now: datetime) -> str:
    """Why a run would not count; empty where it does."""
    if whose.excused_at is not None:
        return "you are excused from this assignment."
    if now >= whose.due_at:
        return f"it was due on {on_the_clock(whose.due_at, whose.zone)}."
    if is_used_up(state.attempts, assignment):
        return (
            "your attempt with this buyer is used up."
            if assignment.attempts == 1
            else (f"your {assignment.attempts} attempts with this buyer are used up.")
        )
    return ""


def on_the_clock(moment: datetime, zone: str) -> str:
    """`Fri 6 Mar, 17:00` as clocks there show it."""
    wall = wall_time(moment, zone)
    return f"{wall:%a} {wall.day} {wall:%b}, {wall:%H:%M}"
