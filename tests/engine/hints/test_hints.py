"""Which hint a run gets, what it costs, and that it says no more than the rep could know."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from engine.director.director import Line, end_by_rep, give_hint, open_run, pause, resume
from engine.director.replay import extended, play, say, verify
from engine.errors import RuleViolation
from engine.hints.hint import findings, hint_for
from engine.hints.wording import WORDS, worded
from engine.negotiation.events import HintGiven, decode, encode
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.judging import judged
from engine.persona.draw import draw_scenario
from engine.reading.reading import Act
from engine.scenario.scenario import DealBreaker, Inquiry, Scenario, Topic, Visibility
from engine.scoring.rubric import HINT_POINTS
from engine.terms.money import format_money
from packs.loading import LoadedPack, load_installed
from tests.engine.readings import acts, both, offer, run
from tests.engine.reps import REPS
from tests.engine.scenarios import BUYER, MARK, NOW, OBJECTIONS, SCENARIO

INSTALLED = load_installed()
ASKABLE = replace(
    SCENARIO,
    inquiries=(
        Inquiry(Topic("seats"), "Who rides along", "Who rides with you?", 4),
        Inquiry(Topic("use"), "What it is for", "What will it do all week?", 3),
        Inquiry(Topic("rival"), "Other quotes", "What else did you see?", 1),
    ),
)
DOUBTING = replace(ASKABLE, objections=OBJECTIONS)
WAITING = replace(ASKABLE, gates=(MARK,))


def hinted(negotiation: Negotiation) -> Negotiation:
    """The run after the Hint button."""
    return extended(negotiation, give_hint(negotiation, NOW))


def kind_now(negotiation: Negotiation) -> str:
    """The kind of hint that the run would get."""
    hint = hint_for(negotiation)
    return hint.id if hint else "nothing"


def test_a_run_that_has_just_opened_is_pointed_at_what_is_most_worth_asking() -> None:
    hint = hint_for(run(ASKABLE))
    assert hint is not None
    assert hint.id == "explore:seats"
    assert "who rides along" in hint.text
    assert "“Who rides with you?”" in hint.text


def test_after_a_warning_the_deal_breaker_is_what_matters_most() -> None:
    touchy = replace(ASKABLE, deal_breakers=(DealBreaker("push", "being pushed", ("pressure",)),))
    hint = hint_for(run(touchy, acts(Act.PRESSURE)))
    assert hint is not None
    assert hint.id == "warned:push"
    assert "leave over being pushed" in hint.text
    assert kind_now(run(touchy, acts(Act.PRESSURE), acts(Act.APOLOGISE))) != "warned:push"


def test_what_was_asked_is_not_pointed_at_again() -> None:
    assert kind_now(run(ASKABLE, acts((Act.ASK_OPEN, "seats")))) == "explore:use"


def test_what_weighs_little_is_not_worth_a_hint() -> None:
    asked = run(ASKABLE, acts((Act.ASK_OPEN, "seats")), acts((Act.ASK_OPEN, "use")))
    assert kind_now(asked) == "price"


def test_a_doubt_that_stands_comes_before_more_questions() -> None:
    raised = run(DOUBTING, acts((Act.ASK_OPEN, "fuel")))
    assert "fuel" in raised.mood.raised
    hint = hint_for(raised)
    assert hint is not None
    assert hint.id == "doubt:fuel"
    assert "“I worry about fuel.”" in hint.text


def test_a_doubt_that_was_taken_up_is_answered_from_the_reps_own_sheet() -> None:
    taken_up = run(DOUBTING, acts((Act.ASK_OPEN, "fuel")), acts(Act.ACKNOWLEDGE))
    hint = hint_for(taken_up)
    assert hint is not None
    assert hint.id == "answer_doubt:fuel"
    assert "“32 mpg.”" in hint.text


def test_who_asked_for_doubts_and_said_nothing_on_the_one_that_came_did_not_take_it_up() -> None:
    invited = run(DOUBTING, acts(Act.INVITE_DOUBT), offer(36_000))
    assert invited.mood.raised
    assert kind_now(invited) == f"doubt:{invited.mood.raised[0]}"


def test_what_would_ease_a_doubt_that_the_rep_said_nothing_on_is_told_without_praise() -> None:
    loaded = INSTALLED.get("car_sales")
    scenario = draw_scenario(loaded.pack, loaded.hash, 1024)
    lines = ("What will you use it for?", "What would keep you from a yes?", "24,900.", "24,600 with the mats, firm.")
    hints = {found.kind: worded(found) for found in findings(fold(scenario, play(scenario, lines, "strict", NOW)))}
    assert "answer_doubt" not in hints
    assert "They told you what would help: “It would help to know what it really uses" in hints["doubt_eased"]
    assert "Your brief has an answer: “24 mpg combined" in hints["doubt_eased"]


def test_a_doubt_about_a_term_that_the_rep_dropped_is_not_pointed_at() -> None:
    loaded = INSTALLED.get("saas_renewal")
    scenario = draw_scenario(loaded.pack, loaded.hash, 777)
    asked, dropped = "$40,700 for 65 seats on a 24-month term.", "ok no term then. 12 months, $40,500 for 65 seats."
    before, after = (fold(scenario, play(scenario, lines, "strict", NOW)) for lines in ((asked,), (asked, dropped)))
    assert "doubt:lock_in" in [found.id for found in findings(before)]
    assert "doubt:lock_in" not in [found.id for found in findings(after)]


def test_a_line_that_pressed_them_is_what_to_mend_first() -> None:
    assert kind_now(run(DOUBTING, acts((Act.ASK_OPEN, "fuel")), acts(Act.PRESSURE))) == "apologise"


def test_a_price_that_they_answered_alone_asks_for_a_reason() -> None:
    priced = run(ASKABLE, offer(36_000))
    assert priced.counterpart_terms is not None
    assert kind_now(priced) == "reason"


def test_a_price_that_they_have_not_answered_is_not_lowered_unasked() -> None:
    unanswered = run(ASKABLE, offer(36_000))._replace(counterpart_offers=())
    assert kind_now(unanswered) == "their_move"


def test_prices_alone_lead_to_an_extra_that_nobody_asked_about() -> None:
    reasoned = run(ASKABLE, both(acts(Act.PRESENT), offer(36_000)))
    hint = hint_for(reasoned)
    assert hint is not None
    assert hint.id == "extra:mats"
    assert "the mats" in hint.text


def test_somebody_who_must_be_asked_first_is_named_only_once_they_named_them() -> None:
    assert not any(found.kind == "gate" for found in findings(run(WAITING)))
    named = run(WAITING, offer(36_000), offer(34_000), offer(33_000))
    assert "mark" in named.mood.named_gates
    hint = hint_for(named)
    assert hint is not None
    assert hint.id == "gate:mark"
    assert "“I need to talk to Mark.”" in hint.text


def test_the_same_state_gives_the_same_hint_and_counts_it_once() -> None:
    once = hinted(run(ASKABLE))
    assert once.standing_hint is not None
    assert give_hint(once, NOW) == ()
    assert hinted(once) == once


def test_a_hint_once_given_is_not_given_again_for_the_same_thing() -> None:
    after = say(hinted(run(ASKABLE)), Line("Lovely weather today."), NOW)
    assert after.standing_hint is None
    assert [given.hint for given in hinted(after).hints] == ["explore:seats", "explore:use"]


def test_a_hint_changes_nothing_of_the_talk() -> None:
    plain = say(run(ASKABLE), Line("It's 34,900 out the door."), NOW)
    helped = say(hinted(run(ASKABLE)), Line("It's 34,900 out the door."), NOW)
    assert (helped.lines, helped.mood, helped.round) == (plain.lines, plain.mood, plain.round)


def test_there_is_no_hint_in_a_paused_run_nor_after_its_end() -> None:
    paused = extended(run(ASKABLE), pause(run(ASKABLE), NOW))
    with pytest.raises(RuleViolation, match="paused, so there is no hint now"):
        give_hint(paused, NOW)
    assert give_hint(extended(paused, resume(paused, NOW)), NOW)
    ended = extended(run(ASKABLE), end_by_rep(run(ASKABLE), NOW))
    with pytest.raises(RuleViolation, match="over, so there is no hint"):
        give_hint(ended, NOW)


def test_each_hint_takes_its_points_off_the_total_and_stands_in_the_verdict() -> None:
    lines = (acts((Act.ASK_OPEN, "seats")), offer(34_900), acts(Act.ACCEPT))
    plain = run(ASKABLE, *lines)
    given = HintGiven(NOW, 0, "explore:seats", "Ask who rides along.", HINT_POINTS)
    helped = fold(ASKABLE, (*plain.events[:3], given, replace(given, hint="reason", text="Why?"), *plain.events[3:]))
    assert judged(helped).total == judged(plain).total - 2 * HINT_POINTS
    assert [hint.text for hint in judged(helped).hints] == ["Ask who rides along.", "Why?"]
    assert judged(helped).hint_points == 2 * HINT_POINTS
    assert judged(helped).areas == judged(plain).areas


def test_hints_cost_nothing_below_zero() -> None:
    given = HintGiven(NOW, 0, "x", "Do something.", HINT_POINTS)
    start = run(ASKABLE)
    poor = fold(ASKABLE, (*start.events, *(given,) * 60, *end_by_rep(start, NOW)))
    assert judged(poor).total == 0


def test_a_hint_survives_being_written_down() -> None:
    given = hinted(run(ASKABLE)).hints[0]
    assert decode(encode(given)) == given


@cache
def helped_runs(pack: str) -> tuple[Negotiation, ...]:
    """Runs of every scripted rep that takes a hint before each line."""
    loaded = INSTALLED.get(pack)
    return tuple(_helped(draw_scenario(loaded.pack, loaded.hash, seed), rep) for seed in range(12) for rep in REPS)


def _helped(scenario: Scenario, rep: str) -> Negotiation:
    negotiation = fold(scenario, open_run(scenario, "strict", NOW))
    while negotiation.status == "open":
        negotiation = hinted(negotiation)
        line = REPS[rep](negotiation)
        if line is None:
            return extended(negotiation, end_by_rep(negotiation, NOW))
        negotiation = say(negotiation, Line(line), NOW)
    return negotiation


POOR = replace(SCENARIO, counterpart=replace(BUYER, interests=replace(BUYER.interests, base=3_000_000)))


def test_an_offer_beyond_the_own_limit_comes_before_what_lies_on_the_table() -> None:
    assert kind_now(run(POOR, offer(36_400), offer(31_000))) == "beyond_limit"
    assert kind_now(run(POOR, offer(36_400), offer(31_500))) != "beyond_limit"


def _moves(played: Negotiation) -> set[str]:
    return {found.kind for found in findings(played)} & {"your_move", "your_first_step"}


def test_less_than_in_the_last_step_is_said_only_where_there_was_one() -> None:
    assert _moves(run(SCENARIO, offer(36_400))) == {"your_first_step"}
    assert _moves(run(SCENARIO, offer(36_400), offer(35_900))) == {"your_move"}
    assert "last step" not in WORDS["your_first_step"]


@pytest.fixture(params=INSTALLED.ids)
def loaded(request: pytest.FixtureRequest) -> LoadedPack:
    """Each installed pack."""
    return INSTALLED.get(request.param)


def test_runs_with_hints_replay_to_the_same_hints(loaded: LoadedPack) -> None:
    assert all(verify(run.scenario, run.events) is None for run in helped_runs(loaded.pack.id)[::3])


def test_no_run_gets_a_hint_twice(loaded: LoadedPack) -> None:
    for played in helped_runs(loaded.pack.id):
        assert max(Counter(given.hint for given in played.hints).values()) == 1


def test_a_hint_repeats_only_what_was_said_or_stands_on_the_reps_sheet(loaded: LoadedPack) -> None:
    """Whatever a hint quotes, and every amount in it, is known to the rep when it is given."""
    for played in helped_runs(loaded.pack.id):
        known = _sheet(played.scenario)
        for event in played.events:
            if isinstance(event, HintGiven):
                _holds_only(event.text, known, played.scenario)
            elif event.kind == "said":
                known += f"\n{event.text}"


def _sheet(scenario: Scenario) -> str:
    facts = [text for _, text in scenario.product.facts]
    asks = [inquiry.ask for inquiry in scenario.inquiries]
    return "\n".join([*facts, *asks, format_money(scenario.product.list_price, scenario.currency)])


def _holds_only(text: str, known: str, scenario: Scenario) -> None:
    quotes = [quote for quote in re.findall(r"“([^”]+)”", text) if not quote.startswith("I need to ")]
    assert all(quote.lower() in known.lower() for quote in quotes), (scenario.share_code, text)
    outside = re.sub(r"“[^”]+”", "", text)
    for amount in re.findall(re.escape(scenario.currency.sign) + r"[\d,.]*\d", outside):
        assert amount in known or "apart" in text, (scenario.share_code, text)


def test_no_word_for_what_the_counterpart_keeps_back_stands_in_a_hint(loaded: LoadedPack) -> None:
    for played in helped_runs(loaded.pack.id):
        facts = [fact for fact in played.scenario.facts if fact.visibility is Visibility.HIDDEN]
        shown = "\n".join(given.text for given in played.hints)
        kept = [played.scenario.counterpart.private, *(line for fact in facts for line in (fact.exact, fact.reveal))]
        assert not [line for line in kept if len(line) > 1 and line in shown]


def test_what_to_ask_first_does_not_depend_on_who_was_drawn(loaded: LoadedPack) -> None:
    """Before a word is said a hint can tell nothing: every buyer of a pack begins with the same one."""
    opened = [draw_scenario(loaded.pack, loaded.hash, seed) for seed in range(60)]
    first = [hint_for(fold(scenario, open_run(scenario, "strict", NOW))) for scenario in opened]
    assert len({hint.id for hint in first if hint}) == 1


def test_every_wording_is_used_and_no_slot_is_left_open() -> None:
    texts = [given.text for pack in INSTALLED.ids for played in helped_runs(pack) for given in played.hints]
    assert texts
    assert not [text for text in texts if "{" in text]
    kinds = {given.hint.split(":")[0] for pack in INSTALLED.ids for run in helped_runs(pack) for given in run.hints}
    assert kinds <= set(WORDS)
    assert len(kinds) >= 18
