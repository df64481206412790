from dataclasses import replace

import pytest

from engine.director.director import end_by_rep
from engine.director.replay import extended
from engine.interests import Interests
from engine.negotiation.negotiation import Negotiation
from engine.panel.judging import judged
from engine.reading.reading import Act, Modality, Reading
from engine.scenario.scenario import Fact, Scenario, Topic, Visibility
from engine.scoring.rubric import AREA_POINTS, RUBRIC, rubric_hash
from engine.scoring.verdict import Checked, Verdict, decode, encode
from engine.scoring.zone import zone_of
from tests.engine.readings import acts, both, offer, run
from tests.engine.scenarios import BUYER, NOW, OBJECTIONS, SCENARIO

ACCEPT = acts(Act.ACCEPT)


def _verdict(*readings: Reading, scenario: Scenario = SCENARIO) -> Verdict:
    return judged(_ended(run(scenario, *readings)))


def _ended(played: Negotiation) -> Negotiation:
    return played if played.status == "ended" else extended(played, end_by_rep(played, NOW))


def _check(check: str, *readings: Reading, scenario: Scenario = SCENARIO) -> Checked:
    return _verdict(*readings, scenario=scenario).check(check)


def _without_zone() -> Scenario:
    stakes = dict(BUYER.interests.stakes)
    poor = Interests.of(3_000_000, stakes, walk_away=0, aspiration=200_000)
    return replace(SCENARIO, counterpart=replace(BUYER, interests=poor), issues=SCENARIO.issues[:1])


def test_the_areas_hold_forty_thirty_five_fifteen_and_ten_points() -> None:
    assert list(AREA_POINTS.values()) == [40, 35, 15, 10]


def test_the_rubrics_hash_is_that_of_its_words() -> None:
    assert rubric_hash() == rubric_hash()
    assert len(rubric_hash()) == 64


def test_a_run_that_goes_on_has_no_score() -> None:
    with pytest.raises(ValueError, match="ended"):
        judged(run(SCENARIO, offer(34_900)))


def test_a_verdict_has_every_check_of_the_rubric_in_order() -> None:
    assert [check.id for check in _verdict(offer(34_900), ACCEPT).checks] == [check.id for check in RUBRIC]


def test_a_verdict_survives_being_written_down() -> None:
    verdict = _verdict(offer(34_900), ACCEPT)
    assert decode(encode(verdict)) == verdict


def test_the_areas_add_up_to_the_total() -> None:
    verdict = _verdict(acts((Act.ASK_OPEN, "seats")), offer(34_900), ACCEPT)
    assert verdict.total == sum(area.won or 0 for area in verdict.areas)


def test_what_could_not_be_observed_costs_nothing() -> None:
    verdict = _verdict(acts(Act.GREET), offer(34_900), ACCEPT)
    assert verdict.check("objections").won is None
    assert verdict.check("payments").won is None
    assert verdict.area("compliance").won == 10


class TestOutcome:
    def test_a_better_price_claims_more(self) -> None:
        low = _check("claim", offer(34_900), ACCEPT)
        high = _check("claim", *(offer(price) for price in (33_900, 33_400, 33_000, 32_800, 32_700)))
        assert (low.won or 0) < (high.won or 0)

    def test_leaving_out_what_creates_value_costs_pie(self) -> None:
        bare = _check("pie", offer(31_700))
        whole = _check("pie", offer(31_700, mats=1, trade_in=400_000))
        assert (bare.centi or 0) < (whole.centi or 0) == 800

    def test_an_extra_that_costs_more_than_it_is_worth_destroys_value(self) -> None:
        assert (_check("pie", offer(31_700, warranty=1)).centi or 0) < (_check("pie", offer(31_700)).centi or 0)

    def test_what_an_extra_costs_is_counted_whether_it_is_one_thing_or_many(self) -> None:
        note = _check("limit", offer(31_000, mats=1)).note
        assert note == "The deal is $290 worse than your limit, after paying for the mats."

    def test_a_deal_beyond_the_own_limit_caps_the_total(self) -> None:
        verdict = _verdict(offer(31_000))
        assert verdict.check("limit").won == 0
        assert [cap.at for cap in verdict.caps] == [49]
        assert verdict.total <= 49

    def test_walking_from_a_deal_that_was_there_earns_nothing(self) -> None:
        verdict = _verdict(offer(34_900), acts(Act.WALK))
        assert verdict.area("outcome").won == 0
        assert "of room" in verdict.check("limit").note

    def test_where_no_deal_was_to_be_had_walking_away_is_the_win(self) -> None:
        assert not zone_of(_without_zone()).exists
        verdict = _verdict(offer(34_900), acts(Act.WALK), scenario=_without_zone())
        assert verdict.area("outcome").won == 40

    def test_stopping_while_they_still_move_is_half_a_win_there(self) -> None:
        stopped = _verdict(offer(36_400), offer(36_000), scenario=_without_zone())
        assert stopped.area("outcome").won == 20
        assert stopped.check("limit").note.endswith("but you stopped in the middle of it, before you could know.")

    def test_an_offer_beyond_the_own_limit_is_half_a_win_there_though_nobody_took_it(self) -> None:
        verdict = _verdict(offer(36_400), offer(31_000), acts(Act.WALK), scenario=_without_zone())
        assert verdict.area("outcome").won == 20
        assert "you offered $200 worse than your own limit, which they could have taken" in verdict.check("limit").note

    def test_leaving_at_once_is_no_win_even_there(self) -> None:
        assert _verdict(acts(Act.WALK), scenario=_without_zone()).area("outcome").won == 0


class TestProcess:
    def test_a_fact_learnt_before_the_first_price_counts_double(self) -> None:
        asked = acts((Act.ASK_OPEN, "seats"))
        before = _check("discovery", asked, offer(34_900), ACCEPT).centi or 0
        after = _check("discovery", offer(34_900), asked, ACCEPT).centi or 0
        assert before == 2 * after > 0

    def test_a_hint_is_told_of_beside_what_was_learnt(self) -> None:
        note = _check("discovery", acts((Act.ASK_OPEN, "rival")), offer(34_900), ACCEPT).note
        assert note == "They told you 0 of the 3 facts that count here, with a hint of one more."

    def test_a_hint_counts_half(self) -> None:
        hint = _check("discovery", acts((Act.ASK_OPEN, "rival")), offer(34_900), ACCEPT).centi
        closed = _check("discovery", acts((Act.ASK_CLOSED, "rival")), offer(34_900), ACCEPT).centi
        assert hint == closed == 900 * 3 * 2 * 100 // (4 * 10 * 60)

    def test_yes_or_no_questions_earn_less(self) -> None:
        opened = _check("questions", acts((Act.ASK_OPEN, "seats")), ACCEPT).centi or 0
        closed = _check("questions", acts((Act.ASK_CLOSED, "seats")), ACCEPT).centi or 0
        assert closed < opened

    def test_a_doubt_acknowledged_asked_about_and_answered_earns_all(self) -> None:
        scenario = replace(SCENARIO, objections=OBJECTIONS[:1])
        talk = [acts((Act.ASK_OPEN, "fuel"))]
        handling = [acts(Act.ACKNOWLEDGE, (Act.ASK_OPEN, "fuel")), acts((Act.PRESENT, "mileage"))]
        assert _check("objections", *talk, *handling, ACCEPT, scenario=scenario).won == 5
        assert _check("objections", *talk, acts(Act.RAPPORT), scenario=scenario).won == 0

    def test_a_doubt_that_they_signed_with_open_earns_a_fifth_for_its_rest(self) -> None:
        scenario = replace(SCENARIO, objections=OBJECTIONS[:1])
        asked = acts(Act.ACKNOWLEDGE, (Act.ASK_OPEN, "fuel"))
        signed = _check("objections", acts((Act.ASK_OPEN, "fuel")), asked, offer(34_900), ACCEPT, scenario=scenario)
        assert signed.note.endswith("came up, and they signed with it open.")
        assert signed.won == 3

    def test_a_fanciful_first_price_is_no_anchor(self) -> None:
        assert _check("anchor", offer(50_000), ACCEPT).won == 0
        assert (_check("anchor", acts((Act.PRESENT, "seats")), offer(36_000), ACCEPT).won or 0) == 4

    def test_bidding_against_oneself_costs(self) -> None:
        held = _check("concessions", offer(34_900), offer(34_400), offer(34_100), ACCEPT)
        alone = _check("concessions", offer(34_900), offer(34_870), offer(34_840), offer(34_810), ACCEPT)
        assert (alone.centi or 0) < (held.centi or 0)

    def test_one_huge_cut_costs(self) -> None:
        small = _check("concessions", offer(34_900), offer(34_400), ACCEPT).centi or 0
        huge = _check("concessions", offer(34_900), offer(32_400), ACCEPT).centi or 0
        assert huge < small

    def test_a_condition_is_a_reason(self) -> None:
        bare = _check("concessions", offer(34_900), offer(34_400), ACCEPT).centi or 0
        given = _check("concessions", offer(34_900), offer(34_400, Modality.CONDITIONAL), ACCEPT).centi or 0
        assert bare < given

    def test_one_step_is_told_of_as_one(self) -> None:
        steps = [offer(price, Modality.CONDITIONAL) for price in (34_400, 34_100)]
        assert "once, by a measured step" in _check("concessions", offer(34_900), steps[0], ACCEPT).note
        assert "twice, each time by a measured step" in _check("concessions", offer(34_900), *steps, ACCEPT).note

    def test_something_besides_the_price_makes_a_package(self) -> None:
        assert _check("packages", offer(34_900, mats=1), ACCEPT).won == 3
        assert _check("packages", offer(34_900), ACCEPT).won == 0


class TestRelationshipAndCompliance:
    def test_pressure_is_counted_and_quoted(self) -> None:
        check = _check("pressure", offer(34_900), acts(Act.PRESSURE), ACCEPT)
        assert (check.won, check.quote, check.ref) == (2, "line 2", "ref-2")

    def test_an_insult_caps_the_total_and_fails_compliance(self) -> None:
        verdict = _verdict(acts(Act.INSULT), offer(31_700, mats=1))
        assert verdict.total <= 39
        assert verdict.check("conduct").won == 0
        assert not verdict.passed

    def test_being_heard_needs_picking_up_what_was_told(self) -> None:
        told = acts((Act.ASK_OPEN, "seats"))
        assert _check("heard", told, offer(34_900), ACCEPT).won == 0
        assert _check("heard", both(acts(Act.ACKNOWLEDGE), offer(34_900)), ACCEPT).won == 0
        assert _check("heard", told, both(acts((Act.ACKNOWLEDGE, "seats")), offer(34_900)), ACCEPT).won == 4

    def test_the_finding_says_how_often_hearing_was_only_said(self) -> None:
        nod = both(acts(Act.ACKNOWLEDGE), offer(34_900))
        assert "0 times in 2 lines, and once only said that you had heard them" in _check("heard", nod, ACCEPT).note


def test_a_price_that_is_never_named_costs_its_points_once_there_was_time_for_one() -> None:
    question = acts((Act.ASK_OPEN, "seats"))
    assert _check("anchor", *[question] * 5).won is None
    long = _verdict(*[question] * 6)
    assert (long.check("anchor").won, long.check("close").won) == (0, 0)
    assert long.check("anchor").quote == "line 6"


@pytest.mark.parametrize(
    ("min_trust", "touched", "line"),
    [
        (30, False, "Seven. “How many seats?” would have earned that."),
        (99, False, "Seven. “How many seats?” and more trust would have earned that."),
        (99, True, "Seven. You touched on it; it took more trust."),
        (30, True, "Seven. You touched on it; it took an open question."),
    ],
)
def test_the_reveal_says_what_would_have_earned_what_was_not_learnt(min_trust: int, touched: bool, line: str) -> None:
    facts = tuple(replace(fact, ask="How many seats?", min_trust=min_trust) for fact in SCENARIO.facts)
    kind = Act.ASK_CLOSED if min_trust == 30 else Act.ASK_OPEN
    asked = (acts((kind, "seats")),) if touched else ()
    assert line in _verdict(*asked, offer(34_900), scenario=replace(SCENARIO, facts=facts)).reveal


def test_the_reveal_tells_what_was_hidden_and_what_was_never_asked() -> None:
    verdict = _verdict(acts((Act.ASK_OPEN, "seats")), offer(34_900), ACCEPT)
    assert verdict.reveal[0] == "Would have paid up to $34,150."
    assert "Seven." not in verdict.reveal


def test_what_teaches_most_is_revealed_first_and_never_more_than_eight_lines() -> None:
    facts = tuple(
        Fact(f"fact{number}", Topic("seats"), Visibility.HIDDEN, "-", "-", f"Fact {number}.", teaches=number)
        for number in range(11)
    )
    verdict = _verdict(offer(34_900), ACCEPT, scenario=replace(SCENARIO, facts=facts))
    assert verdict.reveal[:2] == ("Fact 10.", "Fact 9.")
    assert len(verdict.reveal) == 8


def test_the_offers_are_told_round_by_round() -> None:
    verdict = _verdict(acts(Act.GREET), offer(34_900), offer(34_400), ACCEPT)
    assert [(row.round, row.rep, row.counterpart) for row in verdict.offers] == [
        (2, 3_490_000, 3_110_000),
        (3, 3_440_000, 3_170_000),
    ]


def test_a_run_in_which_nothing_was_said_is_scored_without_quotes() -> None:
    verdict = _verdict()
    assert verdict.total == 0
    assert all(not check.quote for check in verdict.checks)
