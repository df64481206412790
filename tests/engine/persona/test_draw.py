import re

import pytest

from engine.persona.draw import draw_scenario
from engine.scenario.rules import Rules
from engine.scenario.scenario import IssueKind, Scenario, Visibility
from engine.scenario.written import ByValue
from engine.terms.terms import IssueId, Terms
from tests.engine.persona.packs import car_sales

PRICE = IssueId("price")


def scenario(seed: int) -> Scenario:
    return draw_scenario(car_sales().pack, car_sales().hash, seed)


SCENARIOS = [scenario(seed) for seed in range(120)]


def test_the_same_seed_gives_the_same_scenario():
    assert scenario(18422) == scenario(18422)


def test_a_scenario_says_where_it_came_from():
    drawn = scenario(18422)
    assert drawn.share_code == "car_sales@1#18422"
    assert drawn.pack_hash == car_sales().hash
    assert re.fullmatch("[0-9a-f]{64}", drawn.profile_hash)


def test_a_workspace_may_hold_runs_under_its_own_rules():
    rules = Rules(max_rounds=6)
    assert draw_scenario(car_sales().pack, "", 1, rules).rules == rules
    assert draw_scenario(car_sales().pack, "", 1).rules.max_rounds == 24


@pytest.mark.parametrize("drawn", SCENARIOS[:40], ids=lambda drawn: str(drawn.seed))
def test_no_slot_is_left_open_and_no_id_shows_in_any_text(drawn):
    texts = [text for fact in drawn.facts for text in (fact.exact, fact.vague, fact.reveal)]
    texts += [text for doubt in drawn.objections for text in (doubt.raised, doubt.settled)]
    texts += [text for party in (drawn.rep, drawn.counterpart) for text in (party.public, party.private, *party.goals)]
    texts += [gate.text for gate in drawn.gates]
    assert not [text for text in texts if re.search(r"[{}=_]", text)]


@pytest.mark.parametrize("drawn", SCENARIOS, ids=lambda drawn: str(drawn.seed))
def test_what_may_be_told_gives_neither_limit_nor_target_away(drawn):
    values = dict(drawn.attributes)
    hidden = {f"${values[name] // 100:,}" for name in ("reservation", "target", "budget")}
    told = [fact for fact in drawn.facts if fact.visibility is not Visibility.HIDDEN]
    spoken = " ".join([*(f"{fact.exact} {fact.vague}" for fact in told), drawn.counterpart.public])
    assert not [amount for amount in hidden if amount in spoken]


def test_the_limit_is_where_the_buyer_would_as_soon_walk_away():
    for drawn in SCENARIOS:
        limit = dict(drawn.attributes)["reservation"]
        assert drawn.counterpart.interests.surplus(Terms.of({PRICE: limit})) == 0


def test_the_floor_is_where_the_store_would_as_soon_keep_the_car():
    for drawn in SCENARIOS:
        assert drawn.rep.interests.surplus(Terms.of({PRICE: drawn.product.floor})) == 0


def test_a_trade_in_is_on_the_table_only_for_a_buyer_who_has_one():
    for drawn in SCENARIOS:
        has_one = dict(drawn.attributes)["trade_in"] == "yes"
        assert has_one == any(issue.id == "trade_in" for issue in drawn.issues)


def test_every_scenario_has_one_price_and_the_three_extras():
    for drawn in SCENARIOS:
        kinds = [issue.kind for issue in drawn.issues]
        assert kinds.count(IssueKind.PRICE) == 1
        assert kinds.count(IssueKind.FLAG) == 3
        assert drawn.price_issue.low < drawn.product.floor < drawn.product.list_price < drawn.price_issue.high


def test_a_buyer_who_decides_with_another_waits_for_that_one():
    for drawn in SCENARIOS:
        assert bool(drawn.gates) == (dict(drawn.attributes)["deciders"] != "solo")


def test_a_buyer_quotes_a_rival_only_when_there_is_one():
    for drawn in SCENARIOS:
        values = dict(drawn.attributes)
        assert (drawn.rival is not None) == (values["rival"] == "yes")
        if drawn.rival:
            assert drawn.rival.quoted == values["rival_quote"]
            assert str(values["rival_dealer"]) in drawn.rival.text


def test_every_buyer_has_two_to_four_doubts_that_fit():
    for drawn in SCENARIOS:
        assert 2 <= len(drawn.objections) <= 4
        assert all(1 <= doubt.severity <= 3 for doubt in drawn.objections)


def test_tempers_stay_within_their_ranges():
    for drawn in SCENARIOS:
        temper = drawn.temper
        assert 35 <= temper.trust <= 65
        assert 8 <= temper.patience <= 18
        assert 6 <= temper.clock <= 14
        assert temper.curve in {"0.2", "0.5", "1", "2", "4"}


def test_needs_are_topics_that_every_product_says_something_about():
    for drawn in SCENARIOS:
        assert {topic for topic, _ in drawn.needs} == {topic for topic, _ in drawn.product.facts}


def test_a_text_by_a_list_follows_the_first_member_that_has_a_line():
    text = ByValue.model_validate({"by": "must_haves", "lines": {"third_row": "Three rows.", "other": "Anything."}})
    assert text.for_value(("cargo_room", "third_row")) == "Three rows."
    assert text.for_value(("cargo_room",)) == "Anything."
    assert text.for_value(()) == "Anything."
