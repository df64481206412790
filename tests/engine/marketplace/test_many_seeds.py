"""What holds over 2,000 seeds, 400 in each of the markets that Haggle comes with."""

from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from engine.marketplace.buying import habits_of
from engine.marketplace.drawing import draw_market, market_key
from engine.marketplace.playing import play
from engine.marketplace.record import record_of
from engine.marketplace.room import SellerSaid
from engine.marketplace.summary import WEIGHTS, Summary, spread_of
from engine.marketplace.trading import House
from engine.marketplace.wording import leaning_of
from packs.markets import installed_markets
from tests.engine.marketplace.given import NOW

SEEDS = 400
MARKETS = tuple(installed_markets().markets)
COURTESY = ("thank", "love", "sorry", "happy", "glad", "welcome", "lovely", "wonderful", "please", "nice", "kindly")
KEEPING = ("regular", "come back", "comes back", "again", "keep you as a customer", "more often", "next time")
EARNING = ("margin", "earn", "friends", "costs us", "live on", "rather keep", "don't like it")


class Words:
    """Sellers' lines by a group, and how many of them have one of some words."""

    def __init__(self) -> None:
        self.lines: Counter[str] = Counter()
        self.hits: Counter[str] = Counter()

    def hear(self, group: str, text: str, words: tuple[str, ...]) -> None:
        """Counts a line."""
        self.lines[group] += 1
        self.hits[group] += any(word in text.casefold() for word in words)

    def share(self, group: str) -> int:
        """Lines with one of the words, in percent."""
        return 100 * self.hits[group] // self.lines[group]


courtesy, keeping, earning = Words(), Words(), Words()


@cache
def played(name: str) -> Summary:
    """Seeds of the market, each with one of its items in turn."""
    pack, summary = installed_markets(), Summary()
    for seed in range(SEEDS):
        market, key = draw_market(pack, name, seed), market_key(pack, name, seed)
        item = market.items[seed % len(market.items)].id
        room = play(market, item, House(pack.phrases, key), habits_of(key), NOW)
        summary.count(record_of(room))
        for event in room.events:
            if isinstance(event, SellerSaid):
                seller = market.seller(event.seller)
                courtesy.hear(seller.style, event.text, COURTESY)
                keeping.hear(leaning_of(seller), event.text, KEEPING)
                earning.hear(leaning_of(seller), event.text, EARNING)
    return summary


@cache
def all_played() -> Summary:
    """The seeds of all markets."""
    total = Summary()
    for name in MARKETS:
        total.add(played(name))
    return total


def test_no_deal_breaks_a_limit_and_every_talk_ends() -> None:
    total = all_played()
    assert total.talks == 2_000
    assert total.broken == 0
    assert total.endings.total() == total.talks


@pytest.mark.parametrize("name", MARKETS)
def test_nine_of_ten_needs_can_be_met_and_the_others_by_nobody(name: str) -> None:
    summary = played(name)
    assert 88 * SEEDS <= 100 * summary.in_reach <= 95 * SEEDS
    assert summary.deals == summary.deals_in_reach
    assert 100 * summary.deals_in_reach >= 90 * summary.in_reach


@pytest.mark.parametrize("name", MARKETS)
def test_where_parts_may_be_bought_several_sellers_are_needed_now_and_then(name: str) -> None:
    summary = played(name)
    if installed_markets().markets[name].partial:
        assert 10 <= 100 * summary.of_several // summary.deals <= 50
    else:
        assert summary.of_several == 0


def medians(*counts: Counter[int]) -> list[int]:
    """The middle of each group, all of which have sold more than 200 times."""
    spreads = [spread_of(each) for each in counts]
    assert min(each.values for each in spreads) > 200
    return [each.median for each in spreads if each.median is not None]


def test_rude_sellers_keep_most_and_sweet_ones_least() -> None:
    kept = all_played().kept_by_manner
    rude, neutral, sweet = medians(kept["rude"], kept["neutral"], kept["sweet"])
    assert rude >= neutral + 10
    assert neutral >= sweet + 10


def test_the_more_a_seller_cares_for_customers_the_less_it_keeps() -> None:
    kept = medians(*(all_played().kept_by_weight[each] for each in WEIGHTS))
    assert all(more >= less + 5 for more, less in pairwise(kept))
    assert kept[0] >= kept[-1] + 20


def test_only_rude_sellers_have_enough_of_a_buyer_who_bids_too_low() -> None:
    total = all_played()
    assert 3 <= 100 * total.left["rude"] // total.present["rude"] <= 20
    assert total.left["neutral"] == total.left["sweet"] == 0


def test_sellers_can_be_told_apart_by_their_words() -> None:
    all_played()
    assert courtesy.share("sweet") > 50
    assert courtesy.share("rude") < 5
    assert keeping.share("keeping") >= 3 * keeping.share("earning") + 3
    assert earning.share("earning") >= 3 * earning.share("keeping") + 3
