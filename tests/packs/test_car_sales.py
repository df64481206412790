from collections import Counter
from functools import cache

import pytest

from engine.persona.profile import Drawn, draw_profile
from tests.engine.persona.packs import car_sales

PACK = car_sales().pack


@cache
def buyers() -> tuple[Drawn, ...]:
    return tuple(draw_profile(PACK, seed) for seed in range(2_000))


def share_of(buyers_with: int) -> float:
    return buyers_with / len(buyers())


def test_nine_seeds_in_ten_have_a_bargaining_zone_and_some_have_none():
    zone = share_of(sum(buyer.figures["reservation"] > buyer.product.floor for buyer in buyers()))
    assert 0.88 <= zone <= 0.95


@pytest.mark.parametrize("name", ["use_case", "prior_experience", "credit", "rival", "nice_to_have"])
def test_options_come_as_often_as_the_pack_says(name):
    options = PACK.attributes[name].options
    drawn = Counter(str(buyer.profile[name]) for buyer in buyers())
    for option, weight in options.items():
        assert share_of(drawn[option]) == pytest.approx(weight / sum(options.values()), abs=0.03)


def test_not_quite_half_of_the_buyers_have_a_trade_in():
    assert share_of(sum(buyer.profile["trade_in"] == "yes" for buyer in buyers())) == pytest.approx(0.45, abs=0.03)


def test_those_with_money_have_the_better_credit():
    tiers = ("poor", "fair", "good", "excellent")
    shares = [
        [buyer.figures["budget_share"] for buyer in buyers() if buyer.profile["credit"] == tier] for tier in tiers
    ]
    means = [sum(found) / len(found) for found in shares]
    assert means == sorted(means)
    assert means[-1] - means[0] > 300


def test_the_limit_lies_between_the_target_and_the_budget():
    for buyer in buyers():
        assert buyer.figures["target"] < buyer.figures["reservation"] <= buyer.figures["budget"]
        assert buyer.figures["budget_hint"] < buyer.figures["target"]


def test_a_buyer_with_a_quote_never_pays_more_than_the_quote_and_the_trouble():
    for buyer in buyers():
        if buyer.profile["rival"] == "yes":
            assert buyer.figures["reservation"] <= buyer.figures["rival_total"] + buyer.figures["switching_cost"]


def test_the_payment_fits_the_price_the_cash_the_rate_and_the_income():
    for buyer in buyers():
        figures = buyer.figures
        equity = max(0, figures["trade_believed"] - figures["payoff"])
        borrowed = figures["reservation"] - figures["cash_down"] - equity
        payment = borrowed * figures["payment_factor"] // 100_000
        assert borrowed > 0
        assert 0 <= figures["payment_cap"] - payment <= 1_000
        assert figures["payment_cap"] * 12 <= figures["income"] * 15 // 100


def test_who_handed_the_car_back_or_wrecked_it_has_none_to_trade():
    for buyer in buyers():
        if buyer.profile["trigger"] in ("lease_end", "total_loss"):
            assert buyer.profile["trade_in"] == "no"


def test_nobody_owes_on_a_car_that_is_not_there():
    for buyer in buyers():
        assert ("payoff" in buyer.profile) == (buyer.profile.get("owing") in ("underwater", "some"))
        if buyer.profile.get("owing") == "underwater":
            assert buyer.figures["payoff"] > buyer.figures["trade_true"]


LACKS = {
    "aria_touring": {"tow_rating", "high_mileage"},
    "larch_hybrid": {"third_row", "tow_rating", "all_wheel_drive"},
    "finch_electric": {"third_row", "tow_rating", "all_wheel_drive"},
    "wren_sport_2023": {"third_row", "tow_rating", "all_wheel_drive", "quiet_cabin"},
    "bramble_crew": {"third_row", "high_mileage"},
    "bramble_2021": {"third_row", "high_mileage", "heated_seats"},
    "aria_select_2022": {"tow_rating", "high_mileage", "heated_seats"},
}


def test_every_must_have_is_there_in_the_car():
    for buyer in buyers():
        assert not LACKS[buyer.product_id] & set(buyer.profile["must_haves"])
        assert buyer.profile["must_haves"]


def test_every_vehicle_manner_and_doubt_turns_up():
    for name in ("vehicle", "style", "conflict_mode", "curve"):
        assert {str(buyer.profile[name]) for buyer in buyers()} == set(PACK.attributes[name].options)
    assert {doubt for buyer in buyers() for doubt in buyer.profile["objections"]} == set(PACK.objections)
