"""A market as lines: what they say, in how many ways they may say it, and that a printed market reads as itself."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.marketplace.drawing import draw_market
from engine.marketplace.handles import EVERYBODY
from engine.marketplace.listening import TOPIC_WORDS
from engine.marketplace.market import Demand, Handle, Item, ItemId, Market, Seller, Stock
from engine.marketplace.sheet.heads import STYLES
from engine.marketplace.sheet.names import item_of, other_words
from engine.marketplace.sheet.reading import Sheet, read_sheet, sheet_of
from engine.marketplace.zone import zone_of
from packs.markets import installed_markets

CABLE = ItemId("usb_c_cable")
NEEDS = "3 USB-C cables: 5.00 to 9.00"
QUICK_TECH = """@QuickTech, sweet, retention 80, profit 20
USB-C cables: cost 4.00, least 6.00, price 8.00, 100 pieces, 5% off from 20
  warranty: a one-year warranty; delivery: delivery tomorrow"""


def read(needs: str = NEEDS, *sellers: str, currency: str = "USD", partial: bool = False) -> Market:
    """The market of these lines."""
    return read_sheet(Sheet("Cables", needs, sellers or (QUICK_TECH,), currency, "12", partial), "own/cables")


def test_a_sheet_says_what_is_needed_and_who_has_it() -> None:
    market = read()
    assert market.items == (Item(CABLE, "USB-C cable", "USB-C cables", ("cable", "cables")),)
    assert market.demands == (Demand(CABLE, 3, 500, 900),)
    facts = (("warranty", "a one-year warranty"), ("delivery", "delivery tomorrow"))
    assert market.sellers == (
        Seller(Handle("QuickTech"), "sweet", 80, 20, (Stock(CABLE, 100, 400, 600, 800, facts, 20, 500),)),
    )
    assert (market.id, market.title, market.currency.grid, market.seed) == ("own/cables", "Cables", 5, None)


@pytest.mark.parametrize(
    "line",
    [
        "3 USB-C cables: $5 to $9", "3 x USB-C cables: 5-9", "3 USB-C cables : 5.00 – 9.00 each",
        "- 3 USB-C cables: between 5 and 9", "3 USB-C cables: 5 USD to 9 USD", "  3 USB-C   cables: 5,00 to 9,00  ",
    ],
)  # fmt: skip
def test_needs_are_read_as_people_write_them(line: str) -> None:
    assert read(line) == read()


@pytest.mark.parametrize(
    "seller",
    [
        "@QuickTech · sweet · retention 80\nUSB-C cables: cost 4, least 6, price 8, 100 pcs; 5% off from 20 pieces; "
        "a one-year warranty; delivery tomorrow",
        "- @QuickTech, Retention: 80, sweet\n- USB-C cables: cost 4, least 6, price 8, 100 pieces, 5% off from 20\n"
        "• warranty: a one-year warranty\n– delivery: delivery tomorrow",
        "@QuickTech: profit 20%, sweet\n\ncables: 100 pieces; price $8.00; least: $6.00; cost $4.00, 5% off from 20\n"
        "Warranty: a one-year warranty\nDelivery: delivery tomorrow",
        "@QuickTech, retention 80 and profit 20, Sweet\nusb-c cable: costs 4, minimum 6, asks 8, stock 100, 5% from 20"
        "; warranty: a one-year warranty; delivery: delivery tomorrow",
    ],
)
def test_sellers_are_read_as_people_write_them(seller: str) -> None:
    assert read(NEEDS, seller) == read()


def test_what_is_not_said_of_a_seller_is_middling() -> None:
    [seller] = read(NEEDS, "@QuickTech\ncables: cost 4, least 6, price 8, 100 pieces").sellers
    assert (seller.style, seller.retention, seller.profit) == ("neutral", 50, 50)


def test_several_sellers_may_stand_in_one_text() -> None:
    both = f"{QUICK_TECH}\n\n{QUICK_TECH.replace('QuickTech', 'CableHouse')}"
    assert [seller.handle for seller in read(NEEDS, both).sellers] == ["QuickTech", "CableHouse"]
    assert read(NEEDS, both) == read(NEEDS, *both.split("\n\n"))


@pytest.mark.parametrize(
    ("written", "quantity", "one", "many", "words"),
    [
        ("USB-C cables", 3, "USB-C cable", "USB-C cables", ("cable", "cables")),
        ("docking station", 1, "docking station", "docking stations", ("station", "stations")),
        ("docking stations", 1, "docking station", "docking stations", ("station", "stations")),
        ("boxes of copy paper", 5, "box of copy paper", "boxes of copy paper", ("box", "boxes")),
        ("batteries", 5, "battery", "batteries", ()),
        ("office people", 2, "office person", "office people", ("person", "people")),
        ("sheep", 2, "sheep", "sheep", ()),
        ("lenses (one: lens)", 2, "lens", "lenses", ()),
        ("docks (one: docking station; also: dock)", 2, "docking station", "docks", ("dock",)),
        ("ton of steel (many: tons of steel; also: none)", 1, "ton of steel", "tons of steel", ()),
    ],
)
def test_one_and_many_are_told_from_either(
    written: str, quantity: int, one: str, many: str, words: tuple[str, ...]
) -> None:
    item = item_of(written, quantity)
    assert (item.one, item.many, item.words) == (one, many, words)


def test_prices_are_in_the_currency_of_the_sheet() -> None:
    market = read("3 cables: 500 to 900", "@A1\ncables: cost 400, least 600, price 800, 9 pieces", currency="JPY")
    assert (market.demands[0].high, market.currency.sign, market.currency.grid) == (900, "¥", 5)
    market = read("3 cables: 5 to 9 €", "@A1\ncables: cost €4, least 6, price 8,50, 9 pieces", currency="EUR")
    assert (market.demands[0].high, market.sellers[0].inventory[0].selling) == (900, 850)


@pytest.mark.parametrize("name", installed_markets().ready)
def test_every_ready_market_prints_as_a_sheet_that_reads_as_the_same(name: str) -> None:
    for seed in range(60):
        drawn = draw_market(installed_markets(), name, seed)
        sheet = sheet_of(drawn)
        again = read_sheet(sheet, drawn.id)
        assert sheet_of(again) == sheet
        ids = dict(zip((item.id for item in drawn.items), (item.id for item in again.items), strict=True))
        assert [(item.one, item.many, item.words) for item in again.items] == [
            (item.one, item.many, item.words) for item in drawn.items
        ]
        assert [(ids[each.item], each.quantity, each.low, each.high) for each in drawn.demands] == [
            (each.item, each.quantity, each.low, each.high) for each in again.demands
        ]
        assert again.rules == drawn.rules
        for before, after in zip(drawn.sellers, again.sellers, strict=True):
            figures = [(each.pieces, each.cost, each.least, each.selling, each.facts) for each in before.inventory]
            assert figures == [
                (each.pieces, each.cost, each.least, each.selling, each.facts) for each in after.inventory
            ]
            assert (before.handle, before.style, before.retention) == (after.handle, after.style, after.retention)


def test_the_example_of_the_page_about_own_markets_is_a_market_in_which_deals_are_possible() -> None:
    page = (Path(__file__).parents[3] / "docs" / "own-markets.md").read_text(encoding="utf-8")
    [needs] = re.findall(r"```needs\n(.*?)```", page, re.DOTALL)
    market = read(needs, *re.findall(r"```seller\n(.*?)```", page, re.DOTALL))
    assert [item.named(2) for item in market.items] == ["2 USB-C cables", "2 docking stations"]
    assert [seller.handle for seller in market.sellers] == ["CableHouse", "QuickTech", "BudgetWires"]
    assert all(zone_of(market, item.id).exists for item in market.items)
    [aside] = re.findall(r"`(3 lenses .*?)`", page)
    lens = read(aside, "@A1\nglasses: cost 30, least 40, price 55, 9 pieces").items[0]
    assert (lens.one, lens.many, lens.words) == ("lens", "lenses", ("glass", "glasses"))


NAMES = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,12}( [A-Za-z][a-z]{1,9}){0,2}( (of|for) [a-z]{3,9})?", fullmatch=True)
FACTS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9 ,.:%$'-]{0,40}[A-Za-z0-9]", fullmatch=True)
HANDLES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_]{1,29}", fullmatch=True).filter(
    lambda name: name.casefold() not in EVERYBODY
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    """An item, with names that follow from one another or do not."""
    one, many = draw(NAMES), draw(NAMES)
    item = item_of(one, draw(st.sampled_from([1, 2])))
    if draw(st.booleans()):
        return item
    words = draw(st.one_of(st.just(other_words(one, many)), st.lists(NAMES, max_size=3, unique=True).map(tuple)))
    written = f"{many} (one: {one}; also: {', '.join(words) or 'none'})"
    return item_of(written, 2)


def are_told_apart(sold: list[Item]) -> bool:
    """Whether no name is that of two items, or of something that sellers tell of them."""
    names = [name for item in sold for name in {item.one.casefold(), item.many.casefold()}]
    is_unlike = len({item.id for item in sold}) == len(sold) and len(set(names)) == len(names)
    return is_unlike and not set(names) & set(TOPIC_WORDS)


@st.composite
def stocks(draw: st.DrawFn, item: Item) -> Stock:
    """What somebody has of the item."""
    cost, least, selling = sorted(draw(st.sets(st.integers(0, 10**9), min_size=3, max_size=3)))
    facts = draw(st.dictionaries(st.sampled_from(list(TOPIC_WORDS)), FACTS, max_size=3))
    bulk = draw(st.one_of(st.just((0, 0)), st.tuples(st.integers(1, 100_000), st.integers(1, 9_999))))
    return Stock(item.id, draw(st.integers(1, 100_000)), cost, least, selling, tuple(facts.items()), *bulk)


@st.composite
def markets(draw: st.DrawFn) -> Market:
    """A market that a manager could have set up."""
    sold = draw(st.lists(items(), min_size=1, max_size=4).filter(are_told_apart))
    demands = []
    for item in sold:
        low, high = sorted(draw(st.tuples(st.integers(0, 10**9), st.integers(1, 10**9))))
        demands.append(Demand(item.id, draw(st.integers(1, 100_000)), low, high))
    handles = draw(st.lists(HANDLES, min_size=1, max_size=10, unique_by=str.casefold))
    sellers: list[Seller] = []
    for handle in handles:
        retention, style = draw(st.integers(0, 100)), draw(st.sampled_from(STYLES))
        has = sold if not sellers else draw(st.lists(st.sampled_from(sold), min_size=1, unique=True))
        inventory = tuple(draw(stocks(item)) for item in has)
        sellers.append(Seller(Handle(handle), style, retention, 100 - retention, inventory))
    return Market("own/x", "Some title", read().currency, tuple(sold), tuple(demands), tuple(sellers))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(markets())
def test_any_market_prints_as_a_sheet_that_reads_as_the_same_market(market: Market) -> None:
    again = read_sheet(sheet_of(market), market.id)
    assert (again.items, again.demands, again.sellers) == (market.items, market.demands, market.sellers)
    assert (again.title, again.rules) == (market.title, market.rules)
