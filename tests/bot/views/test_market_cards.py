"""The cards of a run in a market: what is on the table, what comes next, and what came of it."""

from dataclasses import replace
from typing import Any

import pytest

from bot.views.home_markets import market_blocks
from bot.views.links import Links
from bot.views.market_brief import brief_message, next_message
from bot.views.market_offers import offers_message
from bot.views.market_verdict import verdict_message
from engine.marketplace.drawing import draw_market
from engine.marketplace.market import Handle
from engine.marketplace.room import Room, apply
from engine.marketplace.trading import take, takeable
from engine.marketplace.verdict import decode, encode, judged
from packs.markets import installed_markets
from storage.market_talks import Bargain, Came
from storage.runs import Run
from tests.bot.views.test_cards import drawn, run_of
from tests.engine.marketplace.given import NOW, after, room_of, seller

URL = "https://example.slack.com/"
ASK = "I need 3 cables. What do you ask?"


def with_budget(room: Room, high: int) -> Room:
    """The talk of a buyer who pays so much at most."""
    return room._replace(market=replace(room.market, demands=(replace(room.demand, high=high),)))


def buttons(room: Room) -> dict[str, dict[str, Any]]:
    """The buttons that take an offer, by seller."""
    message = offers_message(room, "run", "talk", [(handle, offer, "value") for handle, offer in takeable(room)])
    return {
        each["action_id"].partition(":")[2]: each
        for each in message.blocks[1]["elements"]
        if each["action_id"].startswith("market_take")
    }


def test_an_offer_above_the_own_maximum_is_no_green_button_and_warns_before_it_is_taken() -> None:
    dear = buttons(with_budget(after(room_of(), ASK), 650))["BudgetWires"]
    assert "style" not in dear
    assert dear["confirm"]["text"]["text"].endswith("in all. That is above your maximum of $6.50 a piece.")
    assert dear["confirm"]["style"] == "danger"
    right = buttons(after(room_of(), ASK))
    assert (right["BudgetWires"]["style"], right["BudgetWires"]["confirm"]["style"]) == ("primary", "primary")
    assert "maximum" not in str(right)


def bought(room: Room, *parts: tuple[str, int]) -> Room:
    """The talk after these purchases."""
    for handle, pieces in parts:
        for event in take(room, Handle(handle), pieces, NOW):
            room = apply(room, event)
    return room


def run_in(market: str, seed: int) -> Run:
    """A run in that market."""
    return replace(run_of(drawn(18422), "open"), pack=f"marketplace/{market}", seed=seed, kind="market")


def test_several_purchases_stand_below_a_headline_that_gives_their_sum() -> None:
    names = [f"TheVeryLongHandleOfASeller{number:04}" for number in range(3)]
    room = after(room_of(*(seller(name) for name in names), quantity=300, partial=True), "I need 300 cables.")
    verdict = decode(encode(judged(bought(room, *((name, 100) for name in names)))))
    assert verdict.headline == "300 USB-C cables from 3 sellers, $2,400.00 in all"
    header, listed, *_ = verdict_message(run_in("usb_cables", 1), room.item, verdict, Links("", "C1", "1.0")).blocks
    assert header["text"]["text"] == "Deal · 300 USB-C cables from 3 sellers, $2,400.00 in all · 1 line"
    lines = listed["text"]["text"].splitlines()
    assert lines == [f"• 100 USB-C cables of @{name} at $8.00, $800.00 in all" for name in names]


def test_a_single_purchase_is_told_in_the_headline_alone() -> None:
    verdict = judged(bought(after(room_of(), ASK), ("QuickTech", 3)))
    assert verdict.purchases == ()
    _, score, *_ = verdict_message(run_in("usb_cables", 1), room_of().item, verdict, Links("", "C1", "1.0")).blocks
    assert score["text"]["text"].startswith("*")


@pytest.mark.parametrize(("market", "parts"), [("laptops", "The first purchase ends it"), ("office_supplies", "parts")])
def test_the_card_of_the_next_item_says_how_many_lines_there_are_and_how_one_buys(market: str, parts: str) -> None:
    drawn_market = draw_market(installed_markets(), market, 5)
    shown = str(next_message(drawn_market, drawn_market.items[1]).blocks)
    assert f"{drawn_market.rules.max_rounds} lines of yours at most." in shown
    assert parts in shown


def test_home_says_of_every_talk_where_it_stands() -> None:
    market = draw_market(installed_markets(), "laptops", 5)
    live, over = run_in("laptops", 5), replace(run_in("laptops", 5), status="ended")
    came = Came("No deal on docking stations", 40, passed=False, at=NOW)
    bargains = [
        Bargain(run, market.title, market.items[1], how) for run, how in ((live, None), (over, None), (over, came))
    ]
    rows = [block["text"]["text"] for block in market_blocks(bargains, URL) if block["type"] == "section"][1:]
    assert ["under way" in row for row in rows] == [True, False, False]
    assert "docking stations · laptops#5 · over without a result" in rows[1]
    assert "No deal on docking stations · laptops#5 · 40 / 100" in rows[2]


def test_one_item_that_follows_needs_no_order() -> None:
    two, three = (draw_market(installed_markets(), market, 5) for market in ("laptops", "office_supplies"))
    assert "one after the other" not in str(brief_message(run_in("laptops", 5), two, two.items).blocks)
    assert "After that: " in str(brief_message(run_in("laptops", 5), two, two.items).blocks)
    assert ", one after the other." in str(brief_message(run_in("office_supplies", 5), three, three.items).blocks)
