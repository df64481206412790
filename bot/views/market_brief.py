"""The post that opens a run in a market: what is needed, what it may cost, and who sells."""

from collections.abc import Sequence

from bot.views.blocks import actions, button, confirm, context, escape, fields, section
from bot.views.market_buttons import COMPARE, END, RULES
from bot.views.message import Block, Message
from engine.marketplace.faces import face_of
from engine.marketplace.market import Item, Market
from engine.terms.money import format_money
from storage.runs import Run


def share_code(run: Run) -> str:
    """`phone_accessories#77`."""
    return f"{run.pack.rpartition('/')[2]}#{run.seed}"


def brief_message(run: Run, market: Market, items: Sequence[Item]) -> Message:
    """The brief in the run's present state."""
    title = f"Market run · {share_code(run)} · {run.mode}"
    blocks = (
        section(f"*{title}* — <@{run.rep}> buys"),
        *_needs(market, items[0]),
        *_then(market, items[1:]),
        section(f"*Sellers*\n{sellers_words(market, items[0])}"),
        context(rules_words(market)),
        *_played_by(run),
        *_state(run),
    )
    return Message(f"{title}. {_need(market, items[0])}. Answer in the thread.", blocks)


def next_message(market: Market, item: Item) -> Message:
    """What is to be bought next, in the thread."""
    need = _need(market, item)
    blocks = (
        section(f"*Next: {need}*"),
        *_needs(market, item)[1:],
        section(sellers_words(market, item)),
        context(rules_words(market)),
    )
    return Message(f"Next: {need}.", blocks)


def sellers_words(market: Market, item: Item) -> str:
    """The sellers of the item with their faces, in the order of the market."""
    return "  ".join(f"{face_of(market, each.handle)} @{escape(each.handle)}" for each in market.sellers_of(item.id))


def _need(market: Market, item: Item) -> str:
    return escape(item.named(market.demand(item.id).quantity))


def _needs(market: Market, item: Item) -> tuple[Block, ...]:
    demand, money = market.demand(item.id), market.currency
    low, high = format_money(demand.low, money), format_money(demand.high, money)
    return (
        section(f"You need *{_need(market, item)}*."),
        fields(
            f"*You pay at most*\n{high} a piece — {format_money(demand.high * demand.quantity, money)} in all",
            f"*You trust no price below*\n{low} a piece",
        ),
    )


def _then(market: Market, items: Sequence[Item]) -> tuple[Block, ...]:
    if not items:
        return ()
    each = ", one after the other" if len(items) > 1 else ""
    return (context(f"After that: {', '.join(_need(market, item) for item in items)}{each}."),)


def limits_words(market: Market, item: Item) -> str:
    """Between which prices the buyer pays for a piece."""
    demand, money = market.demand(item.id), market.currency
    return f"pay at most {format_money(demand.high, money)}, trust no price below {format_money(demand.low, money)}"


def rules_words(market: Market) -> str:
    """By which rules one buys there."""
    parts = (
        "You may buy parts from several sellers, until you have what you need."
        if market.rules.partial
        else "The first purchase ends it, so get all pieces from one seller."
    )
    return (
        f"{market.rules.max_rounds} lines of yours at most. {parts} A seller sees what you write to it, and nothing of "
        "the others; your limits are yours alone."
    )


def _played_by(run: Run) -> tuple[Block, ...]:
    if not run.model:
        return ()
    return (
        context(
            f"A language model (`{escape(run.model)}`) plays the sellers within their limits; what you write in the "
            "thread goes to its provider."
        ),
    )


def _state(run: Run) -> tuple[Block, ...]:
    rules = button(RULES, "How it is scored", run.id)
    if run.status == "ended":
        lines = f"{run.round} {'line' if run.round == 1 else 'lines'}"
        return (context(f"Over after {lines} of yours. What came of it is in the thread."), actions("market", rules))
    end = button(END, "End", run.id, style="danger", confirm=_sure())
    return (
        context("Open the thread and write there: to all, or beginning with a handle."),
        actions("market", button(COMPARE, "Compare offers", run.id), end, rules),
    )


def _sure() -> Block:
    return confirm("End this run?", "You buy nothing more, and what you did is scored as it stands.", "End it", "Go on")
