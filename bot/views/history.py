"""A person's runs, the latest first, with a way back into each buyer."""

from collections.abc import Sequence

from bot.views.blocks import actions, button, context, divider, escape, header, section
from bot.views.compare_buttons import compare_button
from bot.views.dates import moment
from bot.views.dispute_words import beside
from bot.views.history_markets import bargain_blocks
from bot.views.home_trend import scores_of, trend_chart
from bot.views.links import Links
from bot.views.listed import Listed, Viewed
from bot.views.message import Block, Message
from bot.views.replay_buttons import replay_button
from bot.views.start_buttons import NEW_SEED, START_SEED
from bot.views.verdict_words import headline
from storage.market_talks import Bargained

NEWER, OLDER, CLOSE = "history_newer", "history_older", "close_looking_back"
"""The buttons that turn pages, each with the number of the page in its value, and the one that puts the list away."""


def history_message(
    entries: Sequence[Listed],
    number: int,
    pages: int,
    total: int,
    latest: Sequence[Listed],
    markets: Bargained,
    workspace_url: str,
) -> Message:
    """One page of so many, for its person alone; on top stands how the `latest` scores have gone.

    Talks in markets stand below the runs, and never in how those have gone.
    """
    if not total and not markets.total:
        words = "You have no runs yet. `/haggle start` begins one; the first takes about ten minutes."
        return Message(words, (section(words), actions("history", button(NEW_SEED, "Start a run"))))
    rows = [block for entry in entries for block in (divider(), *_row(entry, workspace_url))]
    place = f"Page {number} of {pages} · " if pages > 1 else ""
    what = "your runs with buyers" if markets.total else "all of them"
    table = f"`/haggle history csv` sends {what} to your messages as a table."
    blocks = (
        *((header(f"Your runs · {total}"), *trend_chart(scores_of(latest)), *rows) if total else ()),
        *bargain_blocks(*markets, workspace_url),
        divider(),
        context(f"{place}{table if total else '`/haggle start` begins a run with a buyer.'}"),
        actions("history", *_turning(number, pages)),
    )
    return Message(f"You have {_counted(total, markets.total)}.", blocks)


def _counted(total: int, bargains: int) -> str:
    counts = ((total, "run"), (bargains, "talk"))
    runs, talks = (f"1 {noun}" if count == 1 else f"{count} {noun}s" for count, noun in counts)
    return " and ".join([*([runs] if total else []), *([f"{talks} in markets"] if bargains else [])])


def _turning(number: int, pages: int) -> list[Block]:
    older = [button(OLDER, "Older", str(number + 1))] if number < pages else []
    newer = [button(NEWER, "Newer", str(number - 1))] if number > 1 else []
    return [*newer, *older, button(CLOSE, "Close")]


def _row(listed: Listed, workspace_url: str) -> tuple[Block, ...]:
    number, viewed, others = listed
    run, scenario, *_ = viewed
    name = escape(scenario.counterpart.name)
    text = f"*{number} · {name}* · {scenario.share_code} · {moment(run.opened_at)}\n{_came_of(viewed)}"
    if run.thread_ts:
        link = Links(workspace_url, run.channel, run.thread_ts).to(run.thread_ts)
        text += f" · <{link}|Open the thread>"
    if run.status != "ended":
        return (section(text),)
    return (
        section(text),
        actions(
            f"history:{run.id}",
            button(START_SEED, "Retry", scenario.share_code),
            button(NEW_SEED, "New seed", scenario.pack),
            *((replay_button(run.id),) if viewed[2] else ()),
            *((compare_button(run.id),) if viewed[2] and others else ()),
        ),
    )


def _came_of(viewed: Viewed) -> str:
    """`81 / 100, passed · Deal · $33,300 · 11 rounds`; of a live run how far it is."""
    run, scenario, verdict, adjusted = viewed
    if run.status != "ended":
        progress = f"round {run.round}" if run.round else "just begun"
        return f"Under way, {'paused' if run.status == 'paused' else progress}"
    if verdict is None:
        return "Not scored"
    passed = "passed" if verdict.passed else "not passed"
    return f"*{verdict.total} / 100*, {passed}{beside(adjusted)} · {escape(headline(scenario, verdict))}"
