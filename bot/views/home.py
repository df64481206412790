"""The Home tab: one thing to do, what is under way and due, how it goes, and what can be chosen."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from bot.states import Mine
from bot.views.blocks import actions, button, context, escape, header, section
from bot.views.home_assigned import assigned_blocks
from bot.views.home_markets import market_blocks
from bot.views.home_runs import ended_blocks, live_blocks
from bot.views.home_settings import settings_blocks
from bot.views.home_team import TeamShown, team_blocks
from bot.views.home_trend import drill_blocks, trend_blocks
from bot.views.listed import Listed, Viewed
from bot.views.market_buttons import OPEN_BUY
from bot.views.message import Block
from bot.views.start_buttons import NEW_SEED
from engine.scenario.pack import Pack
from engine.scenario.seed_pack import SeedPack
from engine.scoring.verdict import Drill
from storage.market_talks import Bargain
from storage.posts import Destination
from storage.preferences import Chosen

MOST_BLOCKS = 100
OPEN_START, SHOW_HELP = "open_start", "show_help"
_INTRO = "Negotiation practice in a thread. You sell; a buyer drawn from a seed answers you as a person would."
_FIRST = "No runs yet. The first takes about ten minutes; nobody is watching."


class Shown(NamedTuple):
    """What a person's Home shows; `first` is the seed pack that a newcomer is offered, `team` is there for managers.

    `hard` and `threads` go with `mine`, as bot.views.my_assignments has them. `has_voice` holds where there is a model.
    """

    live: Sequence[Viewed] = ()
    markets: Sequence[Bargain] = ()
    ended: Sequence[Listed] = ()
    mine: Sequence[Mine] = ()
    hard: Mapping[tuple[str, int], str] = {}
    threads: Mapping[str, Destination] = {}
    drill: Drill | None = None
    chosen: Chosen = Chosen()
    team: TeamShown | None = None
    first: SeedPack | None = None
    has_voice: bool = False

    @property
    def is_newcomers(self) -> bool:
        """Whether the person has done nothing yet, and has nothing to do."""
        return not self.live and not self.ended and not self.mine and not self.markets


def home_tab(shown: Shown, now: datetime, workspace_url: str) -> dict[str, Any]:
    """The Home view of one person."""
    settings = settings_blocks(shown.chosen, has_voice=shown.has_voice)
    blocks = [block for part in _parts(shown, now, workspace_url) for block in part]
    return {"type": "home", "blocks": [*blocks[: MOST_BLOCKS - len(settings)], *settings]}


def empty_home(packs: Sequence[Pack]) -> dict[str, Any]:
    """The Home of somebody of whom nothing is known."""
    return {"type": "home", "blocks": [header("Haggle"), *_newcomer(first_seed_pack(packs))]}


def first_seed_pack(packs: Sequence[Pack]) -> SeedPack | None:
    """The first seed pack that there is."""
    return next((listed for pack in packs for listed in pack.seed_lists), None)


def _parts(shown: Shown, now: datetime, workspace_url: str) -> Iterator[Sequence[Block]]:
    """What comes first is what waits for the person."""
    yield (header("Haggle"),)
    is_asked = any(each.is_open(now) for each in shown.mine)
    yield _newcomer(shown.first) if shown.is_newcomers else (_start(is_main=not is_asked),)
    yield live_blocks(shown.live, workspace_url)
    yield assigned_blocks(shown.mine, shown.hard, shown.threads, now, workspace_url)
    yield team_blocks(shown.team)
    yield trend_blocks(shown.ended)
    yield drill_blocks(shown.drill)
    yield ended_blocks(shown.ended, workspace_url)
    yield market_blocks(shown.markets, workspace_url)


def _start(*, is_main: bool = True) -> Block:
    """What is assigned comes before a run of one's own."""
    begin = button(OPEN_START, "Start a run", style="primary" if is_main else None)
    return actions("home", begin, button(OPEN_BUY, "Buy in a market"), button(SHOW_HELP, "How it works"))


def _newcomer(first: SeedPack | None) -> Sequence[Block]:
    """One thing to do."""
    if first is None:
        return section(_INTRO), _start(), context(_FIRST)
    who = section(f"*{escape(first.title)}* · {escape(first.skill)}\n{escape(first.description)}")
    begin = button(NEW_SEED, "Start your first run", first.ref, style="primary")
    others = (
        button(OPEN_START, "Choose another"),
        button(OPEN_BUY, "Buy in a market"),
        button(SHOW_HELP, "How it works"),
    )
    return section(_INTRO), who, actions("home", begin, *others), context(_FIRST)
