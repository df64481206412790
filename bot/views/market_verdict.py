"""The verdict on a buyer: what was bought, the score with its working, what to keep and mend, and the floors."""

from collections.abc import Iterator

from bot.views.blocks import actions, button, context, divider, escape, fields, header, quoted, section
from bot.views.links import Links
from bot.views.market_brief import share_code
from bot.views.market_buttons import BUY_AGAIN, BUY_NEW, RULES, Again
from bot.views.message import Block, Message
from engine.marketplace.advice import Advice
from engine.marketplace.market import Item
from engine.marketplace.verdict import PASS_MARK, BuyerCheck, BuyerVerdict
from engine.marketplace.verdict import RULES as CHECKS
from storage.runs import Run

_AREAS = {"outcome": "Outcome", "process": "Process", "honesty": "Honesty"}


def verdict_message(run: Run, item: Item, verdict: BuyerVerdict, links: Links) -> Message:
    """The card; quotes lead to the lines they come from."""
    lines = f"{verdict.rounds} {'line' if verdict.rounds == 1 else 'lines'}"
    ending = escape(f"{'Deal · ' if verdict.ending == 'deal' else ''}{verdict.headline}")
    passed = "passed" if verdict.passed else f"not passed, {PASS_MARK} are needed"
    blocks = (
        header(f"{ending} · {lines}"),
        *_purchases(verdict),
        section(f"*{verdict.total} / 100* · {passed}"),
        fields(*_areas(verdict)),
        divider(),
        *((section(_advised("Keep", verdict.keep)),) if verdict.keep else ()),
        *(section(_advised(_fix(verdict, number), fix)) for number, fix in enumerate(verdict.fixes, 1)),
        divider(),
        section("*How the score came about*\n" + "\n".join(_check(check, links) for check in verdict.checks)),
        section("*What the sellers were not saying*\n" + "\n".join(f"• {escape(line)}" for line in verdict.reveal)),
        *_sellers(verdict),
        actions("bought", *_again(run, item)),
        context(f"{share_code(run)} · {escape(item.many)} · the same market and sellers for everyone who opens it"),
    )
    return Message(f"{ending} · {lines}. {verdict.total} / 100, {passed}.", blocks)


def rules_modal() -> dict[str, object]:
    """How a buyer is scored."""
    lines = [f"*{rule.title}* · {rule.points}\n{rule.asks}" for rule in CHECKS]
    return {
        "type": "modal",
        "title": {"type": "plain_text", "text": "How it is scored"},
        "close": {"type": "plain_text", "text": "Close"},
        "blocks": [
            section(
                f"A buyer gets up to 100 points and passes with {PASS_MARK}. What could not be observed is left out of "
                "the count. The rules alone decide."
            ),
            *(section(line) for line in lines),
        ],
    }


def _purchases(verdict: BuyerVerdict) -> tuple[Block, ...]:
    return (section("\n".join(f"• {escape(each)}" for each in verdict.purchases)),) if verdict.purchases else ()


def _fix(verdict: BuyerVerdict, number: int) -> str:
    return f"Fix {number}" if len(verdict.fixes) > 1 else "Fix"


def _advised(label: str, advice: Advice) -> str:
    better = f"\n→ {quoted(advice.better)}" if advice.better else ""
    return f"*{label}: {escape(advice.title)}.* {escape(advice.why)}{better}"


def _areas(verdict: BuyerVerdict) -> Iterator[str]:
    for area, title in _AREAS.items():
        seen = [check for check in verdict.checks if check.area == area and check.won is not None]
        points = f"{sum(check.won or 0 for check in seen)} / {sum(check.of for check in seen)}"
        yield f"*{title}*\n{points if seen else 'not observed'}"


def _check(check: BuyerCheck, links: Links) -> str:
    won = f"{check.won} / {check.of}" if check.won is not None else f"not counted ({check.of})"
    words = f" {quoted(check.quote, 80)}{links.arrow(check.ref)}" if check.quote else ""
    return f"• *{escape(check.title)}* · {won}. {escape(check.note)}{words}"


def _sellers(verdict: BuyerVerdict) -> tuple[Block, ...]:
    """How well a model's sellers kept to their offers and facts; nothing is to be told of strict ones."""
    quality = verdict.quality
    if not quality.by_model and not quality.stood_in:
        return ()
    stood_in = f" The rules stood in for the model {quality.stood_in} times." if quality.stood_in else ""
    return (context(f"The sellers: {quality.in_words}{stood_in}"),)


def _again(run: Run, item: Item) -> tuple[Block, ...]:
    same = Again(run.pack, str(run.seed), item.id, run.mode, run.model)
    return (
        button(BUY_AGAIN, "Same market again", str(same), style="primary"),
        button(BUY_NEW, "Other sellers", str(same._replace(seed=""))),
        button(RULES, "How it is scored", run.id),
    )
