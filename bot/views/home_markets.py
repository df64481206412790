"""Home's markets: the latest talks, under way or over."""

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
    rows = (
        _ended(each, each.came, workspace_url) if each.came else _unended(each, workspace_url) for each in bargains
    )  # fmt: skip
    return divider(), section("*Bought in markets*"), *rows, context("`/haggle history` lists all your runs.")


def state_of(bargain: Bargain) -> str:
    """Where a talk stands that came to no result."""
    return "over without a result" if bargain.run.status == "ended" else "under way"


def _unended(bargain: Bargain, workspace_url: str) -> Block:
    run = bargain.run
    what = f"*{as_text(bargain.title)}* · {as_text(bargain.item.many)}"
    text = f"{what} · {share_code(run)} · {state_of(bargain)} · begun {moment(run.opened_at)}"
    link = Links(workspace_url, run.channel, run.thread_ts or "").to(run.thread_ts or "")
    return section(text, button(GO_ON, "Open the thread", url=link))


def _ended(bargain: Bargain, came: Came, workspace_url: str) -> Block:
    run = bargain.run
    arrow = Links(workspace_url, run.channel, run.thread_ts or "").arrow(run.thread_ts or "")
    return section(f"{escape(came.summary)} · {share_code(run)} · {came.score} / 100 · {moment(came.at)}{arrow}")
