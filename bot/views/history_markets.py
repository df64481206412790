"""A person's talks in markets, as the list of their runs shows them."""

from collections.abc import Sequence

from bot.views.blocks import actions, as_text, button, divider, escape, header, section
from bot.views.dates import moment
from bot.views.home_markets import state_of
from bot.views.links import Links
from bot.views.market_brief import share_code
from bot.views.market_buttons import BUY_AGAIN, BUY_NEW, Again
from bot.views.message import Block
from storage.market_talks import Bargain


def bargain_blocks(bargains: Sequence[Bargain], total: int, workspace_url: str) -> tuple[Block, ...]:
    """Some of so many talks; nothing where there were none."""
    if not total:
        return ()
    rows = (block for each in bargains for block in (divider(), *_row(each, workspace_url)))
    return (header(f"Bought in markets · {total}"), *rows)


def _row(bargain: Bargain, workspace_url: str) -> tuple[Block, ...]:
    run, item = bargain.run, bargain.item
    name = f"{as_text(bargain.title)} · {as_text(item.many)}"
    text = f"*{name}* · {share_code(run)} · {moment(run.opened_at)}\n{_came_of(bargain)}"
    if run.thread_ts:
        text += f" · <{Links(workspace_url, run.channel, run.thread_ts).to(run.thread_ts)}|Open the thread>"
    if bargain.came is None and run.status != "ended":
        return (section(text),)
    same = Again(run.pack, str(run.seed), item.id, run.mode, run.model)
    again = (button(BUY_AGAIN, "Retry", str(same)), button(BUY_NEW, "Other sellers", str(same._replace(seed=""))))
    return section(text), actions(f"history:{run.id}:{item.id}", *again)


def _came_of(bargain: Bargain) -> str:
    """`*81 / 100*, passed · 3 USB-C cables of @QuickTech at $6.75, $20.25 in all`."""
    came = bargain.came
    if came is None:
        return state_of(bargain).capitalize()
    return f"*{came.score} / 100*, {'passed' if came.passed else 'not passed'} · {escape(came.summary)}"
