"""Customers of saas_renewal, and runs with them: the second trade, played by the engine that plays the first."""

from functools import cache, partial

import pytest

from engine.negotiation.events import Outcome
from engine.persona.profile import Drawn, draw_profile
from engine.scenario.scenario import Scenario
from engine.scoring.zone import zone_of
from engine.strict.wording import terms_in_words
from engine.terms.terms import IssueId, Terms
from packs.loading import INSTALLED, load_pack
from tests.packs import buyers
from tests.packs.buyers import buyer

LOADED = load_pack(INSTALLED / "saas_renewal")
PACK = LOADED.pack
SEEDS = 600
talk = partial(buyers.talk, "saas_renewal")


@cache
def customers() -> tuple[Drawn, ...]:
    return tuple(draw_profile(PACK, seed) for seed in range(SEEDS))


def scenario(seed: int) -> Scenario:
    return buyer("saas_renewal", seed)


def test_nine_seeds_in_ten_have_a_bargaining_zone_and_some_have_none():
    assert 0.88 <= sum(zone_of(scenario(seed)).exists for seed in range(SEEDS)) / SEEDS <= 0.95


def test_there_are_at_least_thirty_five_attributes_and_three_plans():
    assert len(PACK.attributes) >= 35
    assert len(PACK.products) >= 3


def test_prices_are_those_of_a_seat_times_the_seats():
    for customer in customers():
        assert customer.list_price == customer.product.list_price * customer.figures["seats"]
        assert customer.floor < customer.figures["last_year"] < customer.list_price


def test_those_who_need_it_most_bear_the_larger_increase():
    by_depth = {
        depth: [one.figures["tolerance"] for one in customers() if one.profile["depth"] == depth]
        for depth in ("light", "wired", "rooted")
    }
    means = [sum(found) / len(found) for found in by_depth.values()]
    assert means == sorted(means)
    assert means[-1] - means[0] > 200


@pytest.mark.parametrize("name", ["plan", "style", "position", "conflict_mode", "curve", "trigger"])
def test_every_option_turns_up(name):
    assert {str(one.profile[name]) for one in customers()} == set(PACK.attributes[name].options)


def test_every_doubt_turns_up():
    assert {doubt for one in customers() for doubt in one.profile["objections"]} == set(PACK.objections)


@pytest.mark.parametrize("seed", range(20))
def test_what_is_not_asked_for_is_worth_nothing(seed):
    drawn = scenario(seed)
    seats = dict(drawn.attributes)["seats"]
    assert isinstance(seats, int)
    as_it_was = Terms.of({IssueId("seats"): seats, IssueId("term"): 12, IssueId("cap"): 900, IssueId("net"): 30})
    for issue, amount in as_it_was.amounts:
        assert drawn.rep.interests.stake(issue).value(amount) == 0
        assert drawn.counterpart.interests.stake(issue).value(amount) == 0


def test_terms_are_said_as_an_account_manager_would():
    terms = {"price": 5_200_000, "seats": 90, "term": 36, "cap": 350, "net": 60, "support": 1}
    words = terms_in_words(scenario(3), Terms.of({IssueId(name): amount for name, amount in terms.items()}))
    assert words == (
        "$52,000 a year with 90 seats, a 36-month term, the next increase capped at 3.5 %, net 60 and premium support"
    )


def test_a_trade_of_term_and_cap_moves_more_than_the_price_alone():
    alone = talk(21, "I'd propose 54,000 a year.", "I can do 53,500.")
    traded = talk(21, "I'd propose 54,000 a year.", "I can do 53,500 with a 36-month term and increases capped at 4%.")
    price = IssueId("price")
    assert alone.counterpart_terms is not None
    assert traded.counterpart_terms is not None
    assert traded.counterpart_terms.amount(price) > alone.counterpart_terms.amount(price)
    assert traded.counterpart_terms.names(IssueId("cap"))


def test_a_run_comes_to_a_deal_over_more_than_the_price():
    run = talk(
        3,
        "What has changed on your side since last year?",
        "How is the data kept, from what your auditors ask?",
        "The plan has two-factor sign-in and an audit log kept for 30 days.",
        "I can renew you at a 7% uplift.",
        "If you sign for 24 months I can do 5%, and I'll cap the next increase at 4%.",
        "I could add premium support at that price.",
        "Do we have a deal?",
        "Deal.",
        "I'll send the security report today, and we can go through it together tomorrow.",
        "Deal.",
    )
    assert run.outcome is Outcome.REACHED
    assert run.agreed is not None
    assert len(run.agreed.amounts) > 1


LINES = (
    "Hi there, I'm Ana.", "What has changed since last year?", "How many of the seats are in use?",
    "What happens to the team next year?", "How do you pay your invoices?", "Would you be a reference for us?",
    "Take your time.", "Why?", "Our support answers within eight hours.", "Who else has to sign off?",
    "Let me check on that.", "How do you feel about a longer term?",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(15))
def test_a_line_that_a_person_understands_never_gets_a_puzzled_look(seed):
    assert "UNSURE" not in dict(talk(seed, *LINES).mood.used_phrases)


@pytest.mark.parametrize("seed", range(15))
def test_a_long_talk_repeats_no_sentence(seed):
    prices = [f"I can do {5 - step // 4}.{9 - step % 4 * 2}% over last year." for step in range(12)]
    run = talk(seed, *(line for pair in zip(LINES, prices, strict=True) for line in pair))
    said = [line.text for line in run.lines if line.side == "counterpart"]
    assert len(set(said)) == len(said)


def test_questions_that_name_what_can_be_seen_are_filled_in() -> None:
    drawn = scenario(7)
    asks = [fact.ask for fact in drawn.facts] + [inquiry.ask for inquiry in drawn.inquiries]
    assert not [ask for ask in asks if "{" in ask]
    assert any("seats are really in use" in ask for ask in asks)
