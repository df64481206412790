"""A market of a team's own as it will be: what reps read, and what only managers see. And what came of saving it."""

from collections.abc import Sequence
from typing import Any

from bot.views.blocks import as_text, button, context, divider, escape, section
from bot.views.forms import plain
from bot.views.market_brief import limits_words, rules_words, sellers_words
from bot.views.market_buttons import BUY_NEW, Again
from bot.views.message import Block, Message
from engine.marketplace.market import Demand, Item, Market, Seller
from engine.marketplace.sheet.mistakes import Field, Mistake
from engine.marketplace.zone import zone_of
from engine.terms.money import format_money

_FIELD: dict[Field, str] = {
    "title": "Title", "name": "Short name", "needs": "What the buyer needs", "sellers": "Seller {at}",
    "rounds": "Lines",
}  # fmt: skip
MOST_TOLD = 40


def preview_modal(name: str, market: Market) -> dict[str, Any]:
    """The market on top of its form."""
    blocks = [
        section(f"*{as_text(market.title)}* · `/haggle buy {name}`"),
        divider(),
        section("*What reps read*"),
        *(_for_reps(market, market.item(each.item)) for each in market.demands),
        context(rules_words(market)),
        divider(),
        section("*What only managers see*"),
        *(section(prospect_words(market, each)) for each in market.demands),
        context("\n".join(_seller(each) for each in market.sellers)),
    ]
    return _modal("How it will be", blocks)


def mistakes_modal(mistakes: Sequence[Mistake]) -> dict[str, Any]:
    """What keeps it from being a market yet."""
    lines = [f"• *{_FIELD[each.field].format(at=each.at + 1)}* · {escape(str(each))}" for each in mistakes[:MOST_TOLD]]
    return _modal("Not yet right", [section("\n".join(lines[at : at + 8])) for at in range(0, len(lines), 8)])


def saved_message(name: str, market: Market, *, is_edit: bool) -> Message:
    """What the manager reads who saved it."""
    done = "is changed. Runs begun before keep what they had" if is_edit else "is set up"
    text = f"*{as_text(market.title)}* {done}. `/haggle buy {name}` opens it."
    without = [each for each in market.demands if not zone_of(market, each.item).exists]
    notes = (context("\n".join(prospect_words(market, each) for each in without)),) if without else ()
    return Message(text, (section(text, button(BUY_NEW, "Buy here", str(Again(f"own/{name}")))), *notes))


def removed_text(market: Market) -> str:
    """What the manager reads who removed it."""
    return f"*{as_text(market.title)}* is no market any more. Runs that were held in it stay as they are."


def prospect_words(market: Market, demand: Demand) -> str:
    """Whether the item can be had for what the buyer pays, and how far sellers could go; for managers alone."""
    zone, money, item = zone_of(market, demand.item), market.currency, market.item(demand.item)
    begin, floor = format_money(zone.list_price, money), format_money(zone.floor, money)
    most = format_money(demand.high, money)
    verdict = (
        f":white_check_mark: *{escape(item.many)}*: a deal is possible."
        if zone.exists
        else f":no_entry_sign: *{escape(item.many)}*: no deal is possible; walking away is right."
    )
    return (
        f"{verdict} It begins at {begin}, could come down to {floor}, and {most} is the most.{_stock(market, demand)}"
    )


def _stock(market: Market, demand: Demand) -> str:
    """What is to be said where nobody has all that is needed."""
    pieces = [stock.pieces for seller in market.sellers if (stock := seller.stock(demand.item))]
    if max(pieces) >= demand.quantity:
        return ""
    if sum(pieces) < demand.quantity:
        return f" All sellers together have {sum(pieces):,} of the {demand.quantity:,} pieces."
    several = "" if market.rules.partial else ", and parts of several may not be bought"
    return f" No seller has all {demand.quantity:,} pieces{several}."


def _for_reps(market: Market, item: Item) -> Block:
    need = escape(item.named(market.demand(item.id).quantity))
    return section(f"You need *{need}* · {limits_words(market, item)} · `{item.id}`\n{sellers_words(market, item)}")


def _seller(seller: Seller) -> str:
    return f"@{escape(seller.handle)}: {seller.style}, retention {seller.retention}, profit {seller.profit}"


def _modal(title: str, blocks: Sequence[Block]) -> dict[str, Any]:
    return {"type": "modal", "title": plain(title), "close": plain("Back"), "blocks": list(blocks)}
