"""The Home tab: one thing to do, then the runs that are under way and those that ended."""

from collections.abc import Sequence
from typing import Any

from bot.views.blocks import actions, button, context, divider, escape, header, section
from bot.views.compare_buttons import compare_button
from bot.views.dispute_words import beside
from bot.views.links import Links
from bot.views.listed import Listed, Viewed
from bot.views.message import Block
from bot.views.replay_buttons import replay_button
from bot.views.start_buttons import NEW_SEED, START_SEED
from engine.scenario.pack import Pack
from engine.scenario.seed_pack import SeedPack

MOST_BLOCKS = 100
OPEN_START, SHOW_HELP, GO_ON, EXCERPTS = "open_start", "show_help", "go_on", "allow_excerpts"


def home_tab(
    live: Sequence[Viewed],
    ended: Sequence[Listed],
    first: SeedPack | None,
    workspace_url: str,
    allows_excerpts: bool | None = None,
) -> dict[str, Any]:
    """The Home view of one person; `first` is the seed pack that a newcomer is offered.

    `allows_excerpts` says what the person has allowed; None where that is not asked.
    """
    blocks: list[Block] = [
        header("Haggle"),
        section("Negotiation practice in a thread. You sell; a buyer drawn from a seed answers you as a person would."),
        actions("home", button(OPEN_START, "Start a run", style="primary"), button(SHOW_HELP, "How it works")),
    ]
    if not live and not ended:
        blocks += _newcomer(first)
    if live:
        blocks += [divider(), section("*Under way*"), *(_live(view, workspace_url) for view in live)]
    if ended:
        rows = [block for each in ended for block in _ended(each, workspace_url)]
        blocks += [divider(), section("*Finished*"), *rows]
    settings = _settings(allows_excerpts)
    return {"type": "home", "blocks": [*blocks[: MOST_BLOCKS - len(settings)], *settings]}


def empty_home(packs: Sequence[Pack]) -> dict[str, Any]:
    """The Home of somebody of whom nothing is known."""
    return home_tab((), (), first_seed_pack(packs), "")


def _settings(allows_excerpts: bool | None) -> list[Block]:
    """What the person has allowed, to be changed."""
    if allows_excerpts is None:
        return []
    option: Block = {
        "text": {"type": "mrkdwn", "text": "*Lines of buyers in my runs may give other buyers their tone*"},
        "description": {"type": "mrkdwn", "text": "Never what I wrote, nor a name or a number. Off: all are deleted."},
        "value": EXCERPTS,
    }
    box: Block = {"type": "checkboxes", "action_id": EXCERPTS, "options": [option]}
    chosen = {"initial_options": [option]} if allows_excerpts else {}
    # Slack keeps what stands in a block of the same id: what was said elsewhere shows under another one.
    block_id = f"settings_{'on' if allows_excerpts else 'off'}"
    return [divider(), section("*Settings*"), actions(block_id, {**box, **chosen})]


def _newcomer(first: SeedPack | None) -> list[Block]:
    nobody = context("No runs yet. The first takes about ten minutes; nothing is assigned and nobody is watching.")
    if first is None:
        return [nobody]
    text = f"*{escape(first.title)}* · {escape(first.skill)}\n{escape(first.description)}"
    return [nobody, divider(), section(text, button(NEW_SEED, "Meet the first", first.ref))]


def first_seed_pack(packs: Sequence[Pack]) -> SeedPack | None:
    """The first seed pack that there is."""
    return next((listed for pack in packs for listed in pack.seed_lists), None)


def _live(viewed: Viewed, workspace_url: str) -> Block:
    run, scenario, *_ = viewed
    progress = f"round {run.round}" if run.round else "just begun"
    state = {"paused": "paused", "opening": "opening"}.get(run.status, progress)
    text = f"*{escape(scenario.counterpart.name)}* · {scenario.share_code} · {state}"
    if not run.thread_ts:
        return section(text)
    link = Links(workspace_url, run.channel, run.thread_ts).to(run.thread_ts)
    return section(text, button(GO_ON, "Open the thread", url=link))


def _ended(listed: Listed, workspace_url: str) -> tuple[Block, ...]:
    _, (run, scenario, verdict, adjusted), others = listed
    score = f"{verdict.total} / 100{beside(adjusted)}" if verdict else "not scored"
    text = f"*{escape(scenario.counterpart.name)}* · {scenario.share_code} · {score}"
    if run.thread_ts:
        text += Links(workspace_url, run.channel, run.thread_ts).arrow(run.thread_ts)
    looks = ((replay_button(run.id),) if verdict else ()) + ((compare_button(run.id),) if verdict and others else ())
    return section(text), actions(f"home:{run.id}", button(START_SEED, "Retry", scenario.share_code), *looks)
