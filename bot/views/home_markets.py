"""Home's markets: talks under way, and the latest that are over."""

from collections.abc import Sequence

from bot.views.blocks import as_text, button, context, divider, escape, section
from bot.views.dates import moment
from bot.views.home_runs import GO_ON
from bot.views.links import Links
from bot.views.market_brief import share_code
from bot.views.message import Block
from storage.market_talks import Bargain, Came


def market_blocks(bargains: Sequence[Bargain], workspace_url: str) -> Sequence[Block]:
    """The person's talks in markets; nothing where they had none."""
    if not bargains:
        return ()
    live = [_live(each, workspace_url) for each in bargains if each.came is None]
    ended = [_ended(each, each.came, workspace_url) for each in bargains if each.came is not None]
    return divider(), section("*Bought in markets*"), *live, *ended, context("`/haggle markets` lists what there is.")


def _live(bargain: Bargain, workspace_url: str) -> Block:
    run = bargain.run
    text = f"*{as_text(bargain.title)}* · {share_code(run)} · under way"
    link = Links(workspace_url, run.channel, run.thread_ts or "").to(run.thread_ts or "")
    return section(text, button(GO_ON, "Open the thread", url=link))


def _ended(bargain: Bargain, came: Came, workspace_url: str) -> Block:
    run = bargain.run
    arrow = Links(workspace_url, run.channel, run.thread_ts or "").arrow(run.thread_ts or "")
    return section(f"{escape(came.summary)} · {share_code(run)} · {came.score} / 100 · {moment(came.at)}{arrow}")
