"""What a person finds in their Home."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from bot.flows.boards.hiding import hide_name
from bot.flows.boards.reading import Seen, board_now
from bot.flows.flavoring import allow_excerpts
from bot.flows.history import Entry, entry_of
from bot.flows.house import House
from bot.flows.lookup import RunView
from bot.flows.managers import Managers
from bot.flows.my_assignments import MyAssignments, my_assignments
from bot.flows.progress import progress_of
from bot.states import Progress
from engine.board.totals import ALL_PACKS
from engine.coaching.drill import weakest_check
from engine.scoring.verdict import Drill
from storage import assignments, disputes, history, market_talks, preferences, runs
from storage.market_talks import Bargain
from storage.preferences import Chosen

Setting = Literal["name", "reminders", "excerpts"]
MOST_LIVE = 8
MOST_BARGAINS = 5
MOST_LATEST = 12
"""The latest runs, of which those that have ended are listed and make the trend."""
MOST_WEAK = 5
"""Runs, all on the pack of the latest, over which the weakest check is found."""
MOST_FUNNELS = 3


class TeamView(NamedTuple):
    """What a manager finds: the windows that are open now, the soonest closing first, `more` of them, how many disputes
    wait, and the board of the week with the names on it."""

    funnels: tuple[Progress, ...]
    more: int
    disputes: int
    board: Seen


class HomeView(NamedTuple):
    """What a person's Home shows; `team` is None for who is no manager."""

    live: tuple[RunView, ...]
    markets: tuple[Bargain, ...]
    ended: tuple[Entry, ...]
    assigned: MyAssignments
    drill: Drill | None
    chosen: Chosen
    team: TeamView | None


async def home_view(house: House, managers: Managers, team: str, rep: str) -> HomeView:
    """All of it as it stands."""
    async with house.database.reading() as connection:
        first = await runs.of_rep(connection, team, rep, MOST_LIVE)
        latest = await history.page(connection, team, rep, MOST_LATEST)
        bargains = await market_talks.latest_of(connection, team, rep, MOST_BARGAINS)
        chosen = await preferences.chosen_by(connection, team, rep)
    live = [RunView(run, await house.scenarios.of(run), None) for run in first if run.status != "ended"]
    ended = [await entry_of(house, past) for past in latest if past.run.status == "ended"]
    assigned = await my_assignments(house, team, rep)
    drill = await next_drill(house, [entry.view for entry in ended])
    mine = await _team(house, team) if await managers.includes(rep) else None
    return HomeView(tuple(live), bargains, tuple(ended), assigned, drill, chosen, mine)


async def next_drill(house: House, ended: Sequence[RunView]) -> Drill | None:
    """A buyer who trains the weakest check of the latest runs, which come first; None without one."""
    scored = [(view.run, view.verdict) for view in ended if view.verdict is not None]
    if not scored:
        return None
    run = scored[0][0]
    check = weakest_check([verdict for other, verdict in scored if other.pack == run.pack][:MOST_WEAK])
    if check is None:
        return None
    pack = await house.scenarios.pack(run.pack_hash)
    return await house.drills.on(pack, run.pack_hash, run.seed, check)


async def _team(house: House, team: str) -> TeamView:
    now = house.now()
    async with house.database.reading() as connection:
        windows = await assignments.open_windows(connection, team, now)
        funnels = [await progress_of(connection, team, *window, now) for window in windows[:MOST_FUNNELS]]
        waiting = await disputes.count_open(connection, team)
    board = await board_now(house, team, "week", ALL_PACKS)
    return TeamView(tuple(funnels), max(0, len(windows) - MOST_FUNNELS), waiting, board)


async def choose(house: House, team: str, person: str, setting: Setting, *, on: bool) -> None:
    """Changes one of the person's settings; their Home is drawn again."""
    match setting:
        case "name":
            await hide_name(house, team, person, hides=not on)
        case "reminders":
            async with house.database.writing() as connection:
                await preferences.set_wants_reminders(connection, team, person, on)
        case "excerpts":
            await allow_excerpts(house, team, person, allowed=on)
    house.wake.home_changed(team, person)
