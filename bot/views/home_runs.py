"""Home's runs: those under way, with the way back into each, and the latest that ended."""

from collections.abc import Sequence

from bot.views.blocks import actions, button, context, divider, escape, section
from bot.views.compare_buttons import compare_button
from bot.views.dates import moment
from bot.views.dispute_words import beside
from bot.views.links import Links
from bot.views.listed import Listed, Viewed
from bot.views.message import Block
from bot.views.replay_buttons import replay_button
from bot.views.start_buttons import START_SEED

MOST_ENDED = 5
GO_ON = "go_on"


def live_blocks(live: Sequence[Viewed], workspace_url: str) -> Sequence[Block]:
    """Runs to go on with."""
    return (divider(), section("*Under way*"), *(_live(each, workspace_url) for each in live)) if live else ()


def ended_blocks(ended: Sequence[Listed], workspace_url: str) -> Sequence[Block]:
    """The latest runs that ended, each with what can be done with it."""
    if not ended:
        return ()
    rows = [block for each in ended[:MOST_ENDED] for block in _ended(each, workspace_url)]
    return divider(), section("*Finished*"), *rows, context("`/haggle history` lists all your runs.")


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
    when = f" · {moment(run.ended_at)}" if run.ended_at else ""
    text = f"*{escape(scenario.counterpart.name)}* · {scenario.share_code} · {score}{when}"
    if run.thread_ts:
        text += Links(workspace_url, run.channel, run.thread_ts).arrow(run.thread_ts)
    has_words = verdict is not None and run.event_count > 0
    looks = (replay_button(run.id), *((compare_button(run.id),) if others else ())) if has_words else ()
    return section(text), actions(f"home:{run.id}", button(START_SEED, "Retry", scenario.share_code), *looks)
