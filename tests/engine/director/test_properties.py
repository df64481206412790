"""What holds in every run, whatever the rep says."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.concession.curves import CURVES
from engine.negotiation.events import Outcome
from engine.negotiation.negotiation import Negotiation, apply, fold
from engine.reading.reading import Act, Modality, Reading, ReadOffer
from engine.scenario.scenario import DealBreaker, IssueKind, Scenario, Visibility
from tests.engine.promises import leaves_over_what_it_did_not_warn_of, stays_though_it_said_it_would_leave
from tests.engine.readings import NOWHERE, act, doubtful, run
from tests.engine.scenarios import FACTS, ISSUES, MARK, OBJECTIONS, SCENARIO, TEMPER

TOPICS = sorted({fact.topic for fact in FACTS} | {"fuel", "repairs", "mileage", "warranty", "call_mark"})

BREAKERS = (DealBreaker("push", "being pushed", ("pressure",)), DealBreaker("fuel", "talk of fuel", ("fuel", "mats")))

acts = st.builds(act, st.sampled_from(sorted(Act)), st.none() | st.sampled_from(TOPICS))


@st.composite
def offers(draw: st.DrawFn) -> ReadOffer:
    issue = draw(st.sampled_from(ISSUES))
    amount = draw(st.integers(0, 1) if issue.kind is IssueKind.FLAG else st.integers(1, 6_000_000))
    return ReadOffer(issue.id, amount, draw(st.sampled_from(sorted(Modality))), NOWHERE)


readings = st.one_of(
    st.builds(Reading, st.lists(acts, max_size=4).map(tuple), st.lists(offers(), max_size=3).map(tuple)),
    st.integers(100, 9_999).map(doubtful),
)

scenarios = st.builds(
    lambda curve, weight, reciprocity, patience, clock, trust, seed, blocked, touchy: replace(
        SCENARIO,
        seed=seed,
        temper=replace(
            TEMPER,
            curve=curve,
            time_weight=weight,
            reciprocity=reciprocity,
            patience=patience,
            clock=clock,
            trust=trust,
        ),
        objections=OBJECTIONS if blocked else (),
        gates=(MARK,) if blocked else (),
        deal_breakers=BREAKERS if touchy else (),
    ),
    st.sampled_from(sorted(CURVES)),
    st.integers(0, 100),
    st.integers(0, 150),
    st.integers(4, 18),
    st.integers(4, 14),
    st.integers(11, 95),
    st.integers(0, 10_000),
    st.booleans(),
    st.booleans(),
)

runs = st.builds(lambda scenario, lines: run(scenario, *lines), scenarios, st.lists(readings, max_size=60))


@given(runs)
@settings(max_examples=150)
def test_nothing_is_agreed_below_the_counterparts_walk_away_value(played: Negotiation) -> None:
    if played.agreed is not None:
        assert played.scenario.counterpart.interests.surplus(played.agreed) >= 0


@given(runs)
@settings(max_examples=150)
def test_the_counterpart_never_goes_back_on_its_own_offer(played: Negotiation) -> None:
    value, price = played.scenario.counterpart.interests.value, played.scenario.price_issue.id
    for earlier, later in pairwise(played.counterpart_offers):
        assert later.terms.amount(price) >= earlier.terms.amount(price)
        assert value(later.terms) <= value(earlier.terms)
        assert later.terms != earlier.terms


@given(runs)
@settings(max_examples=100)
def test_every_offer_of_the_counterpart_is_one_it_could_live_with(played: Negotiation) -> None:
    interests = played.scenario.counterpart.interests
    assert all(interests.surplus(offered.terms) >= 0 for offered in played.counterpart_offers)


@given(runs)
@settings(max_examples=100)
def test_state_advanced_is_state_folded(played: Negotiation) -> None:
    stepwise = fold(played.scenario, played.events[:1])
    for event in played.events[1:]:
        stepwise = apply(stepwise, event)
    assert stepwise == played == fold(played.scenario, played.events)


@given(scenarios, st.lists(readings, max_size=30))
@settings(max_examples=60)
def test_the_same_lines_give_the_same_run(scenario: Scenario, lines: list[Reading]) -> None:
    assert run(scenario, *lines).events == run(scenario, *lines).events


@given(scenarios, st.lists(readings, min_size=1, max_size=6))
@settings(max_examples=60)
def test_a_run_ends_whatever_is_repeated(scenario: Scenario, lines: list[Reading]) -> None:
    played = run(scenario, *(lines * 60))
    assert played.status == "ended"
    assert sum(said.side == "rep" for said in played.lines) <= 2 * scenario.rules.max_rounds


@given(runs)
@settings(max_examples=100)
def test_a_hidden_fact_is_never_told(played: Negotiation) -> None:
    hidden = {fact.id for fact in played.scenario.facts if fact.visibility is Visibility.HIDDEN}
    assert not hidden & {*played.mood.told, *played.mood.hinted}


@given(runs)
@settings(max_examples=150)
def test_a_deal_breaker_is_warned_of_once_and_ends_the_run_the_second_time(played: Negotiation) -> None:
    assert not [*leaves_over_what_it_did_not_warn_of(played), *stays_though_it_said_it_would_leave(played)]


@given(runs)
@settings(max_examples=100)
def test_no_line_has_an_open_slot_or_runs_on(played: Negotiation) -> None:
    for said in played.lines:
        assert "{" not in said.text
        assert said.text.strip()


@given(runs)
@settings(max_examples=100)
def test_demand_only_falls_and_agreement_ends_the_run(played: Negotiation) -> None:
    assert (played.outcome is Outcome.REACHED) == (played.agreed is not None)
    assert 0 <= played.mood.demand <= played.opened.mood.demand
    assert 0 <= played.mood.trust <= 100
