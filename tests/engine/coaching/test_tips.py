"""Each tip on a run that calls for it, and on one that does not."""

import ast
import re
import time
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest

import engine.coaching
from engine.coaching.look import Found, Look
from engine.coaching.tips import TIPS
from engine.director.director import end_by_rep
from engine.director.replay import extended, play
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.reading.reading import Act, Modality, Reading
from engine.scenario.scenario import DealBreaker, Scenario, Topic
from engine.scoring.record import turns_of
from engine.scoring.rubric import RUBRIC
from packs.loading import load_installed
from tests.engine.readings import acts, both, choice, offer, run
from tests.engine.scenarios import BUYER, FLOOR, MARK, NOW, OBJECTIONS, REP, SCENARIO, WARRANTY

ASKABLE = replace(SCENARIO, facts=tuple(replace(fact, ask=f"What about the {fact.topic}?") for fact in SCENARIO.facts))
DOUBTING = replace(ASKABLE, objections=OBJECTIONS)
TOUCHY = replace(SCENARIO, deal_breakers=(DealBreaker("push", "being pushed", ("pressure",)),))
ROOMY = replace(SCENARIO, needs=((Topic("seats"), 60), (Topic("mileage"), 5)))
LISTED = replace(SCENARIO, product=replace(SCENARIO.product, list_price=3_650_000))
POOR = replace(
    SCENARIO, counterpart=replace(BUYER, interests=replace(BUYER.interests, base=3_000_000)), issues=SCENARIO.issues[:1]
)
CHEAP = replace(SCENARIO, rep=replace(REP, interests=replace(REP.interests, base=-3_000_000)))
CONDITIONAL = Modality.CONDITIONAL
OPEN_SEATS, OPEN_USE = acts((Act.ASK_OPEN, "seats")), acts((Act.ASK_OPEN, "use"))
FUEL = acts((Act.PRESENT, "fuel"))
SHOWN = acts((Act.PRESENT, "seats"))
STEADY = (offer(36_400), offer(35_900, CONDITIONAL), offer(35_500, CONDITIONAL))
DOWN = (offer(34_000), offer(33_000), offer(32_500))
MANY = both(
    acts((Act.PRESENT, "seats"), (Act.PRESENT, "mileage"), (Act.CLAIM, "fuel"), (Act.PRESENT, "repairs")), offer(36_400)
)

FOUND: dict[str, tuple[Scenario, tuple[Reading, ...]]] = {
    "insult": (SCENARIO, (acts(Act.INSULT),)),
    "deal_breaker": (TOUCHY, (acts(Act.PRESSURE), acts(Act.PRESSURE))),
    "bad_deal": (SCENARIO, (offer(31_000),)),
    "offered_beyond_limit": (POOR, (offer(36_400), offer(31_000), acts(Act.WALK))),
    "walked_from_a_good_deal": (SCENARIO, (*DOWN, acts(Act.WALK))),
    "pressure": (SCENARIO, (acts(Act.PRESSURE),)),
    "denigration": (SCENARIO, (acts(Act.DENIGRATE),)),
    "price_before_discovery": (ASKABLE, (offer(36_000),)),
    "topic_never_asked": (ASKABLE, (OPEN_USE, offer(36_000))),
    "objection_argued": (DOUBTING, (FUEL, FUEL)),
    "objection_left_open": (DOUBTING, (acts((Act.PRESENT, "fuel")), offer(36_000))),
    "below_theirs": (SCENARIO, (*DOWN[:2], offer(31_300))),
    "took_the_first": (CHEAP, (offer(36_400), acts(Act.ACCEPT))),
    "bid_against_yourself": (SCENARIO, (offer(36_400), offer(36_400), offer(36_000))),
    "huge_cut": (SCENARIO, (offer(36_400), offer(33_000, CONDITIONAL))),
    "rising_concessions": (SCENARIO, (offer(36_400), offer(36_300, CONDITIONAL), offer(35_300, CONDITIONAL))),
    "unconditional_concession": (SCENARIO, (offer(36_400), offer(35_900))),
    "instant_counter": (SCENARIO, (offer(36_400), offer(35_900), offer(35_500))),
    "soft_anchor": (SCENARIO, (offer(33_000),)),
    "no_rationale": (SCENARIO, (offer(36_000),)),
    "features_nobody_needed": (ROOMY, (acts((Act.PRESENT, "mileage")),)),
    "too_many_reasons": (SCENARIO, (MANY,)),
    "round_quote": (LISTED, (offer(36_000),)),
    "single_issue": (SCENARIO, (offer(36_000),)),
    "left_out": (SCENARIO, (offer(31_700),)),
    "no_options": (SCENARIO, (*STEADY, offer(35_200, CONDITIONAL))),
    "buying_signal_without_ask": (SCENARIO, (*DOWN, acts(Act.RAPPORT))),
    "never_asked": (SCENARIO, (offer(36_000),)),
    "no_deal_sought": (SCENARIO, (OPEN_USE,)),
    "too_many_closed": (ASKABLE, (acts((Act.ASK_CLOSED, "seats")), acts((Act.ASK_CLOSED, "use")))),
    "answer_ignored": (ASKABLE, (OPEN_SEATS, offer(36_000))),
    "interview": (ASKABLE, (OPEN_SEATS, OPEN_USE, acts((Act.ASK_OPEN, "rival")))),
    "not_heard": (SCENARIO, (offer(36_000),)),
    "lost_trust": (SCENARIO, (acts(Act.OFF_TOPIC),)),
}
IN_WORDS: dict[str, str] = {
    "false_claim": "It never breaks down, this one.",
    "bare_payment": "I could get you in at $450 a month.",
    "irritators": "Honestly, this is a very generous offer. What do you say?",
}

QUIET: dict[str, tuple[Scenario, tuple[Reading, ...]]] = {
    "deal_breaker": (TOUCHY, (acts(Act.PRESSURE), offer(36_000))),
    "price_before_discovery": (ASKABLE, (OPEN_SEATS, offer(36_000))),
    "topic_never_asked": (ASKABLE, (OPEN_SEATS, OPEN_USE, acts((Act.ASK_OPEN, "rival")), offer(36_000))),
    "objection_argued": (DOUBTING, (FUEL, both(acts(Act.ACKNOWLEDGE), FUEL))),
    "below_theirs": (SCENARIO, STEADY),
    "took_the_first": (SCENARIO, (*STEADY, acts(Act.ACCEPT))),
    "bid_against_yourself": (SCENARIO, STEADY),
    "huge_cut": (SCENARIO, STEADY),
    "rising_concessions": (SCENARIO, STEADY),
    "unconditional_concession": (SCENARIO, STEADY),
    "soft_anchor": (SCENARIO, STEADY),
    "no_rationale": (SCENARIO, (SHOWN, offer(36_000))),
    "round_quote": (LISTED, (offer(36_150),)),
    "single_issue": (SCENARIO, (offer(36_000, mats=1),)),
    "no_options": (SCENARIO, STEADY),
    "answer_ignored": (ASKABLE, (OPEN_SEATS, both(acts(Act.ACKNOWLEDGE), offer(36_000)))),
    "interview": (ASKABLE, (OPEN_SEATS, both(acts(Act.ACKNOWLEDGE), OPEN_USE), acts((Act.ASK_OPEN, "rival")))),
    "bad_deal": (SCENARIO, (offer(31_700),)),
    "offered_beyond_limit": (POOR, (offer(36_400), offer(31_500), acts(Act.WALK))),
    "walked_from_a_good_deal": (SCENARIO, (OPEN_SEATS, acts(Act.WALK))),
}  # fmt: skip


def ended(played: Negotiation) -> Negotiation:
    """The run, ended by the rep where it is open still."""
    return played if played.status == "ended" else extended(played, end_by_rep(played, NOW))


def found_in(tip_id: str, played: Negotiation) -> Found | None:
    """What the tip finds in the run."""
    [tip] = [tip for tip in TIPS if tip.id == tip_id]
    return tip.find(Look(played, turns_of(played)))


@pytest.mark.parametrize("tip", FOUND)
def test_a_run_that_calls_for_a_tip_gets_it_on_a_line_of_its_own(tip: str) -> None:
    scenario, readings = FOUND[tip]
    played = ended(run(scenario, *readings))
    found = found_in(tip, played)
    assert found is not None
    assert found.turn in turns_of(played)
    assert found.why
    assert found.better


@pytest.mark.parametrize("tip", IN_WORDS)
def test_words_that_call_for_a_tip_are_quoted(tip: str) -> None:
    played = ended(fold(SCENARIO, play(SCENARIO, [IN_WORDS[tip]], "strict", NOW)))
    found = found_in(tip, played)
    assert found is not None
    assert found.sentence in IN_WORDS[tip]


@pytest.mark.parametrize(
    ("line", "grates"),
    [
        ("There's single sign-on? No, honestly, not on Team.", False),
        ("It is honestly firm on rough roads, so with your back I would want you to drive it first.", False),
        ("It is honestly best for four, I would say.", False),
        ("To be honest, that part is weak.", False),
        ("Frankly, I don't know.", False),
        ("No, honestly, not on Team. And trust me on the rest.", True),
        ("Honestly, I can't go lower.", True),
        ("Frankly, you won't find one like it.", True),
        ("To be honest, this isn't a bad offer.", True),
        ("Honestly, it is a great car.", True),
    ],
)
def test_owning_up_to_a_weakness_does_not_grate(line: str, grates: bool) -> None:
    played = ended(fold(SCENARIO, play(SCENARIO, [line], "strict", NOW)))
    assert (found_in("irritators", played) is not None) == grates


@pytest.mark.parametrize("tip", QUIET)
def test_a_run_that_does_it_well_is_not_told_to(tip: str) -> None:
    scenario, readings = QUIET[tip]
    assert found_in(tip, ended(run(scenario, *readings))) is None


@pytest.mark.parametrize("tip", ["single_issue", "no_options"])
def test_who_gave_a_choice_is_not_told_to_trade_or_to_give_one(tip: str) -> None:
    options = choice(offer(35_200), offer(36_200, warranty=1))
    played = run(SCENARIO, offer(36_400), options, offer(35_000, CONDITIONAL), offer(34_900, CONDITIONAL))
    assert all(not offered.terms.names(WARRANTY) for offered in played.rep_offers)
    assert found_in(tip, ended(played)) is None


def test_who_named_a_price_beyond_the_own_limit_is_shown_one_at_the_limit_for_something_in_return() -> None:
    found = found_in("bad_deal", ended(run(SCENARIO, offer(36_400), offer(31_000, mats=1))))
    assert found is not None
    assert (found.turn.number, found.better) == (
        1,
        "I can do $31,300 with the mats if we can settle it this week. Can we?",
    )


def test_who_took_a_price_beyond_the_own_limit_is_shown_how_to_leave() -> None:
    poor = replace(SCENARIO, rep=replace(REP, interests=replace(REP.interests, base=-3_400_000)))
    found = found_in("bad_deal", ended(run(poor, offer(36_400), offer(35_900), acts(Act.ACCEPT))))
    assert found is not None
    assert "let us leave it here" in found.better


@pytest.mark.parametrize("tip", ["unconditional_concession", "huge_cut", "pressure"])
def test_no_better_line_names_a_price_beyond_the_own_limit(tip: str) -> None:
    low = both(offer(30_000), acts(Act.PRESSURE))
    found = found_in(tip, ended(run(SCENARIO, offer(36_400), low)))
    assert found is not None
    [price] = re.findall(r"\$([\d,]+)", found.better)
    assert int(price.replace(",", "")) * 100 >= FLOOR


def test_where_somebody_is_missing_the_next_step_with_them_is_the_better_line() -> None:
    waiting = replace(SCENARIO, gates=(MARK,))
    unnamed = ended(run(waiting, OPEN_USE))
    named = ended(run(waiting, OPEN_USE, offer(36_400), offer(35_900)))
    opened = unnamed._replace(mood=unnamed.mood._replace(opened_gates=("mark",)))
    found = [found_in("no_deal_sought", played) for played in (named, unnamed, opened)]
    assert [each.better for each in found if each] == [
        "You need to talk to Mark. Shall we do that together tomorrow at ten?",
        "Who else has to see this before you can sign? Shall we call them together tomorrow at ten?",
        "Before we leave it: what would it take for you to sign today?",
    ]


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_what_they_wait_for_is_quoted_as_they_said_it_or_told_as_what_they_would_have_said(pack: str) -> None:
    loaded = load_installed().get(pack)
    told = 0
    for scenario in (draw_scenario(loaded.pack, loaded.hash, seed) for seed in range(30)):
        prices = [f"I can do {_percent_of_list(scenario, percent):,}." for percent in (100, 99, 98)]
        played = ended(fold(scenario, play(scenario, prices, "strict", NOW)))
        found = found_in("no_deal_sought", played)
        if found is None or not scenario.gates:
            continue
        quoted = found.why.partition("“")[2].removesuffix("”")
        spoken = any(quoted in line.text for line in played.lines if line.side == "counterpart")
        assert spoken != ("would have said" in found.why)
        told += spoken
    assert told


def _percent_of_list(scenario: Scenario, percent: int) -> int:
    return scenario.product.list_price * percent // 100 // scenario.currency.unit


def test_a_condition_set_again_is_not_called_none_and_the_better_line_is_another() -> None:
    said = [f"If we can settle it this week, I can do {price}." for price in ("36,400", "35,900", "35,300")]
    played = ended(fold(SCENARIO, play(SCENARIO, said, "strict", NOW)))
    found = found_in("unconditional_concession", played)
    assert found is not None
    assert "a condition that you had set before" in found.why
    assert found.better == "$35,900 stands. What would you do in return?"


@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_the_next_step_in_the_better_line_opens_the_gate(pack: str) -> None:
    loaded = load_installed().get(pack)
    for scenario in (draw_scenario(loaded.pack, loaded.hash, seed) for seed in range(40)):
        waiting = ended(fold(scenario, play(scenario, ["Hello!"], "strict", NOW)))
        for named in ((), tuple(gate.id for gate in scenario.gates)):
            found = found_in("no_deal_sought", waiting._replace(mood=waiting.mood._replace(named_gates=named)))
            if scenario.gates and found is not None:
                again = fold(scenario, play(scenario, [found.better], "strict", NOW))
                assert again.mood.arranged, found.better


def test_every_tip_is_tried_here_and_belongs_to_a_check() -> None:
    assert {tip.id for tip in TIPS} == {*FOUND, *IN_WORDS}
    assert {tip.check for tip in TIPS} <= {check.id for check in RUBRIC}
    assert len({tip.id for tip in TIPS}) == len(TIPS) >= 25


TRAITS = re.compile(
    r"\b(confiden\w+|arrogan\w+|lazy|shy|timid|aggressive\w*|pushy|rude\w*|friendl\w+|talent\w*|smart|stupid|passive"
    r"|assertive\w*|personality|attitude|charm\w*|natural|character|careless|greedy|nervous|insecure|weak person)\b",
    re.IGNORECASE,
)
"""Words that judge a person and not what was done."""


def test_no_tip_speaks_of_traits() -> None:
    folder = Path(engine.coaching.__file__).parent
    said = chain.from_iterable(_texts(path) for path in sorted(folder.glob("*.py")))
    assert [text for text in said if TRAITS.search(text)] == []


def _texts(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]


@pytest.mark.parametrize("words", ["never ", "don't a ", "you want ", "honestly ", "no, ", "like a "])
def test_a_line_of_full_length_is_coached_in_no_time(words: str) -> None:
    """Far longer than it takes: a search that looks on from every word would take seconds."""
    line = (words * 4_000)[:4_000]
    played = ended(fold(SCENARIO, play(SCENARIO, [line] * 4, "strict", NOW)))
    begun = time.process_time()
    for tip in TIPS:
        tip.find(Look(played, turns_of(played)))
    assert time.process_time() - begun < 1
