"""Keep, fixes, what a better line would have changed, and the drill."""

from dataclasses import replace

import pytest

from engine.coaching.counterfactual import otherwise
from engine.coaching.drill import TRAINS
from engine.coaching.final import final_verdict
from engine.coaching.tips import TIPS
from engine.director.director import Line, end_by_rep, open_run
from engine.director.replay import extended, play, say
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.judging import judged
from engine.persona.draw import draw_scenario
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import DealBreaker, Scenario
from engine.scenario.share_code import parse_seed
from engine.scoring.record import turns_of
from engine.scoring.rubric import RUBRIC
from packs.loading import load_installed
from tests.engine.readings import acts, both, offer, run, worded_run
from tests.engine.scenarios import NOW, SCENARIO

CARS = load_installed().get("car_sales")
HASTY = (
    "Hi! It's 25,000 for the car.",
    "Ok, 24,000.",
    "23,500 then.",
    "23,000 and that's it.",
    "Decide now or it is gone.",
)


def played(lines: tuple[str, ...], seed: int = 18422) -> Negotiation:
    """A run of car sales with these lines, ended by the rep if it is open still."""
    scenario = draw_scenario(CARS.pack, CARS.hash, seed)
    opened = fold(scenario, play(scenario, lines, "strict", NOW))
    return opened if opened.status == "ended" else extended(opened, end_by_rep(opened, NOW))


def test_the_score_is_the_same_with_its_coaching() -> None:
    ended = played(HASTY)
    coached = final_verdict(ended, CARS.pack)
    assert replace(coached, keep=None, fixes=(), drill=None) == judged(ended)


def test_two_fixes_are_on_two_checks_and_two_lines_of_the_reps_own() -> None:
    fixes = final_verdict(played(HASTY)).fixes
    assert len(fixes) == 2
    assert len({fix.check for fix in fixes}) == len({fix.quote for fix in fixes}) == 2
    assert all(any(fix.quote in line for line in HASTY) for fix in fixes)
    assert {fix.tip for fix in fixes} <= {tip.id for tip in TIPS}


def test_conduct_comes_before_all_other_fixes() -> None:
    verdict = final_verdict(played((*HASTY[:3], "You are an idiot.")))
    assert verdict.fixes[0].tip == "insult"


def test_a_run_without_a_line_has_nothing_to_mend() -> None:
    verdict = final_verdict(played(()), CARS.pack)
    assert (verdict.keep, verdict.fixes, verdict.drill) == (None, (), None)


def test_one_thing_is_kept_in_the_reps_own_words() -> None:
    heard = both(acts((Act.ACKNOWLEDGE, "seats")), offer(34_900))
    kept = final_verdict(run(SCENARIO, acts((Act.ASK_OPEN, "seats")), heard, acts(Act.WALK))).keep
    assert kept is not None
    assert kept.quote == "line 2"


def kept(scenario: Scenario, *said: tuple[str, Reading]) -> str:
    """The line that is kept of a run with these lines, read so; empty where none is."""
    verdict = final_verdict(worded_run(scenario, *said, ("I am leaving.", acts(Act.WALK))))
    return verdict.keep.quote if verdict.keep else ""


ASKED = ("How many are you?", acts((Act.ASK_OPEN, "seats")))
HEARD = ("Seven of you, I see.", acts((Act.ACKNOWLEDGE, "seats")))


def test_a_line_that_names_a_fee_on_top_is_never_kept_not_even_from_a_buyer_who_bears_it() -> None:
    frowned = replace(SCENARIO, frowned_on=("added_fees",))
    fee = ("24,000 plus a prep fee", both(offer(36_400), acts((Act.PRESENT, "added_fees"), Act.ASK_SALE)))
    assert kept(frowned, fee) == ""
    assert kept(frowned, ASKED, HEARD, fee) == HEARD[0]


def test_a_line_that_sets_off_a_deal_breaker_is_never_kept_though_it_was_only_warned_of() -> None:
    touchy = replace(SCENARIO, deal_breakers=(DealBreaker("mats", "extras", ("mats",)),))
    assert kept(touchy, ("36,400 with the mats", offer(36_400, mats=1))) == ""
    assert kept(SCENARIO, ("36,400 with the mats", offer(36_400, mats=1))) != ""


@pytest.mark.parametrize("act", [Act.PRESSURE, Act.DENIGRATE, Act.INSULT])
def test_a_harsh_line_is_never_kept(act: Act) -> None:
    harsh = ("Decide now or I sell it.", both(offer(36_400, mats=1), acts(act, Act.ASK_SALE)))
    assert kept(SCENARIO, harsh) == ""


def test_a_line_with_a_false_claim_is_never_kept() -> None:
    assert kept(SCENARIO, ("It never breaks down, 36,400 with the mats.", offer(36_400, mats=1))) == ""


def test_what_made_them_trust_the_rep_more_is_no_line_that_cost_trust() -> None:
    for seed in range(20):
        ended = played(("What will you use it for?", "I see, that makes sense.", "Decide now or it is gone."), seed)
        trust = judged(ended).check("trust")
        [witness] = [turn for turn in turns_of(ended) if trust.quote in turn.said.text]
        if "more" in trust.note:
            assert witness.after.trust > witness.before.trust


@pytest.mark.parametrize("number", range(len(HASTY)))
def test_the_difference_is_that_of_the_run_really_played_again(number: int) -> None:
    ended, better = played(HASTY), "What matters most to you in this?"
    turn = turns_of(ended)[number]
    changed = otherwise(ended, turn, better)
    again = fold(ended.scenario, open_run(ended.scenario, "strict", NOW))
    for line in (*HASTY[:number], better, *HASTY[number + 1 :]):
        again = say(again, Line(line), NOW) if again.status == "open" else again
    profit = ended.scenario.rep.interests.surplus
    assert changed is not None
    assert changed.terms == again.agreed
    gained = profit(again.agreed) if again.agreed is not None else 0
    assert changed.gain == gained - (profit(ended.agreed) if ended.agreed is not None else 0)


def test_the_same_line_again_changes_nothing() -> None:
    ended = played(HASTY)
    for turn in turns_of(ended):
        changed = otherwise(ended, turn, turn.said.text)
        assert changed is not None
        assert (changed.terms, changed.gain) == (ended.agreed, 0)


def test_where_the_rules_do_not_decide_nothing_is_played_again() -> None:
    ended = played(HASTY)
    worded = ended._replace(opened=replace(ended.opened, mode="guarded"))
    assert otherwise(worded, turns_of(worded)[0], "What matters most to you in this?") is None


def test_a_better_line_never_came_out_worse_but_where_it_is_right_whatever_it_costs() -> None:
    for seed in range(20):
        for fix in final_verdict(played(HASTY, seed)).fixes:
            assert fix.check in {"conduct", "claims", "pressure", "payments", "limit"} or (fix.gain or 0) >= 0


def test_the_drill_is_another_seed_that_trains_the_first_fix_and_is_the_same_each_time() -> None:
    for seed in range(12):
        verdict = final_verdict(played(HASTY, seed), CARS.pack)
        assert verdict == final_verdict(played(HASTY, seed), CARS.pack)
        assert verdict.drill is not None
        assert verdict.drill.check == verdict.fixes[0].check
        named = parse_seed(verdict.drill.share_code)
        assert (named.pack, named.draw_epoch) == ("car_sales", CARS.pack.draw_epoch)
        assert named.seed != seed
        _, fits = TRAINS[verdict.drill.check]
        assert fits(draw_scenario(CARS.pack, CARS.hash, named.seed))


def test_every_check_that_a_tip_mends_and_a_seed_can_train_has_a_drill() -> None:
    assert set(TRAINS) <= {check.id for check in RUBRIC}
    assert {tip.check for tip in TIPS} - set(TRAINS) == {"payments"}


def test_in_freeplay_a_better_line_is_tried_as_in_a_strict_run() -> None:
    ended = played(HASTY)
    worded = ended._replace(opened=replace(ended.opened, mode="freeplay"))
    assert final_verdict(worded).fixes == final_verdict(ended).fixes
