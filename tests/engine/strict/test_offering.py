from dataclasses import replace

from engine.reading.reading import Act
from tests.engine.readings import acts, both, offer, run
from tests.engine.scenarios import MATS, PRICE, SCENARIO, TARGET, dollars, with_temper


def _prices(*prices: int) -> list[int]:
    played = run(SCENARIO, *(offer(price) for price in prices))
    return [offered.terms.amount(PRICE) // 100 for offered in played.counterpart_offers]


def test_the_first_counter_does_not_give_away_what_the_buyer_hopes_for() -> None:
    for seed in range(200):
        first = run(replace(SCENARIO, seed=seed), offer(34_900)).counterpart_terms
        assert first is not None
        assert first.amount(PRICE) < TARGET - 20_000


def test_the_buyer_moves_when_the_rep_moves() -> None:
    assert _prices(34_900, 34_400, 34_000) == [31_100, 31_700, 32_200]


def test_the_buyer_holds_when_the_rep_repeats_itself() -> None:
    assert _prices(34_900, 34_900) == [31_100]


def test_the_buyer_holds_when_the_rep_goes_back_up() -> None:
    assert _prices(34_900, 35_500) == [31_100]


def test_prices_are_whole_steps_of_the_grid() -> None:
    assert all(price % 100 == 0 for price in _prices(34_937, 34_411, 33_999))


def test_an_extra_that_the_rep_brought_up_is_asked_for_when_it_is_worth_it() -> None:
    played = run(SCENARIO, offer(34_900, mats=1), offer(34_300))
    assert played.counterpart_terms is not None
    assert played.counterpart_terms.amount(MATS) == 1


def test_an_extra_that_nobody_named_is_not_asked_for() -> None:
    played = run(SCENARIO, offer(34_900), offer(34_300))
    assert all(offered.terms.amount(MATS) == 0 for offered in played.counterpart_offers)


def test_the_buyer_does_not_concede_under_pressure() -> None:
    calm = run(SCENARIO, offer(34_900), offer(33_900))
    pressed = run(SCENARIO, offer(34_900), both(offer(33_900), acts(Act.PRESSURE)))
    assert pressed.mood.demand > calm.mood.demand
    assert pressed.counterpart_terms == dollars(31_100)


def test_a_boulware_gives_less_than_a_conceder_for_the_same_offers() -> None:
    prices = [34_900, 34_400, 34_000, 33_700]
    demands = [
        run(with_temper(curve=curve), *(offer(price) for price in prices)).mood.demand for curve in ("0.2", "1", "4")
    ]
    assert demands == sorted(demands, reverse=True)
    assert len(set(demands)) == 3
