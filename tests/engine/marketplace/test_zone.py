"""Where a bargain is possible, and how often a drawn market has none."""

from dataclasses import replace

import pytest

from engine.marketplace.drawing import draw_market
from engine.marketplace.market import Market
from engine.marketplace.zone import zone_of
from packs.markets import installed_markets
from tests.engine.marketplace.given import CABLE, market, seller


def with_most(high: int, there: Market) -> Market:
    """The market with a buyer who pays so much at most."""
    return replace(there, demands=(replace(there.demands[0], high=high),))


def test_it_is_between_the_lowest_of_those_who_have_all_that_is_needed() -> None:
    there = market(seller("CableHouse", least=500, selling=600, pieces=2), seller("QuickTech", least=650))
    assert zone_of(there, CABLE) == (800, 650, 650, True)
    assert not zone_of(with_most(640, there), CABLE).exists
    assert zone_of(with_most(650, there), CABLE).exists


def test_where_parts_may_be_bought_it_is_what_the_cheapest_parts_cost() -> None:
    there = market(
        seller("CableHouse", least=510, selling=600, pieces=2),
        seller("QuickTech", least=650),
        seller("BudgetWires", least=700),
        partial=True,
    )
    assert zone_of(there, CABLE) == (667, 557, 650, True)
    assert zone_of(with_most(510, there), CABLE).exists
    assert not zone_of(with_most(509, there), CABLE).exists


@pytest.mark.parametrize("name", list(installed_markets().markets))
def test_without_one_the_buyer_is_below_every_seller(name: str) -> None:
    without = 0
    for seed in range(150):
        there = draw_market(installed_markets(), name, seed)
        for demand in there.demands:
            stocks = [stock for each in there.sellers if (stock := each.stock(demand.item))]
            if not zone_of(there, demand.item).exists:
                without += 1
                assert demand.high < min(stock.least for stock in stocks)
    assert without


def test_three_sellers_have_enough_together_of_what_nobody_has_enough_of() -> None:
    scarce = 0
    for seed in range(150):
        there = draw_market(installed_markets(), "raw_materials", seed)
        for demand in there.demands:
            pieces = [stock.pieces for each in there.sellers if (stock := each.stock(demand.item))]
            scarce += max(pieces) < demand.quantity
            assert sum(pieces) >= demand.quantity
    assert scarce > 20
