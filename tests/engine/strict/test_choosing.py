"""Of packages offered at once the counterpart says which it would rather have, and bargains on from that one."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from engine.interests import Interests
from engine.negotiation.events import MoveKind, Offered, Reason
from engine.negotiation.negotiation import Negotiation
from engine.negotiation.preferring import laid_on
from engine.reading.reading import Act, Reading
from engine.scenario.formula import parse_formula
from engine.scenario.manner import Phrases
from engine.scenario.scenario import Scenario, Veto
from engine.terms.terms import Terms
from tests.engine.readings import acts, both, choice, offer, run
from tests.engine.scenarios import MARK, PRICE, SCENARIO, TRADE_IN, WARRANTY, dollars

BARE, EXTENDED = offer(34_600), offer(34_900, warranty=1)
"""The warranty is worth $600 to the buyer, so that the dearer one is the better one for it."""
ASKED_WHICH = acts(Act.ASK_OPEN, Act.ASK_CHOICE)


def _said_which(played: Negotiation) -> list[str]:
    return [word for word in ("Choose 1", "Choose 2", "Choose 3", "Choose 4") if word in played.last_heard]


def _moves(played: Negotiation) -> list[MoveKind]:
    return [event.move for event in played.events if event.kind == "moved"]


def _mute(scenario: Scenario) -> Scenario:
    """The scenario of a pack that has no lines for it."""
    lines = tuple((act, styles) for act, styles in scenario.phrases.lines if act != "CHOOSE")
    return replace(scenario, phrases=Phrases(lines))


def test_the_package_that_is_worth_more_to_the_buyer_becomes_the_reps_offer() -> None:
    assert run(SCENARIO, choice(BARE, EXTENDED)).rep_terms == dollars(34_900, warranty=1)
    assert run(SCENARIO, choice(offer(34_000), EXTENDED)).rep_terms == dollars(34_000)


def test_of_packages_that_are_worth_the_same_the_first_counts() -> None:
    alike = choice(offer(34_900, warranty=1), offer(34_300))
    assert run(SCENARIO, alike).rep_terms == dollars(34_900, warranty=1)


def test_the_buyer_says_which_it_would_rather_have_and_counters_from_that_one() -> None:
    played = run(SCENARIO, choice(BARE, EXTENDED))
    assert _said_which(played)
    assert " B." in played.last_heard
    assert played.counterpart_terms is not None
    assert played.counterpart_terms.amount(PRICE) < 3_490_000
    assert _moves(played)[-1] is MoveKind.COUNTER


def test_a_package_without_a_name_goes_by_its_price() -> None:
    played = run(SCENARIO, choice(BARE, EXTENDED, names=("", "")))
    assert "the one at $34,900." in played.last_heard


def test_packages_at_one_price_go_by_what_comes_with_them() -> None:
    played = run(SCENARIO, choice(offer(34_900, mats=1), EXTENDED, names=("", "")))
    assert "the one at $34,900 with the warranty." in played.last_heard


def test_a_package_that_is_good_enough_is_taken_and_named_by_its_terms_alone() -> None:
    played = run(SCENARIO, choice(offer(31_900), offer(31_500, warranty=1)))
    assert played.reason is Reason.COUNTERPART_ACCEPTED
    assert played.agreed == dollars(31_500, warranty=1)
    assert not _said_which(played)


def test_a_package_that_only_somebody_else_keeps_from_a_yes_is_not_chosen_in_so_many_words() -> None:
    played = run(replace(SCENARIO, gates=(MARK,)), choice(offer(31_900), offer(31_500, warranty=1)))
    assert played.mood.pending == dollars(31_500, warranty=1)
    assert not _said_which(played)


def test_of_prices_alone_it_need_not_say_which_is_better() -> None:
    played = run(SCENARIO, choice(offer(34_900), offer(34_600)))
    assert played.rep_terms == dollars(34_600)
    assert not _said_which(played)


def test_what_one_package_puts_in_is_not_in_another() -> None:
    played = run(SCENARIO, offer(35_200, mats=1, warranty=1), choice(offer(33_000), offer(35_000, warranty=1)))
    assert played.rep_terms == dollars(33_000, mats=1)


def test_what_was_offered_before_stands_beside_what_the_packages_name() -> None:
    played = run(SCENARIO, offer(35_200, mats=1), choice(offer(34_900, warranty=1), offer(34_800)))
    assert played.rep_terms == dollars(34_900, mats=1, warranty=1)


def test_a_package_that_is_named_again_with_a_price_alone_keeps_what_it_came_with() -> None:
    first = choice(BARE, offer(35_400, warranty=1, mats=1))
    dearer = run(SCENARIO, first, choice(offer(34_500), offer(35_000)))
    assert dearer.rep_terms == dollars(35_000, warranty=1, mats=1)
    assert dearer.counterpart_terms is not None
    assert dearer.counterpart_terms.amount(WARRANTY) == 1
    cheaper = run(SCENARIO, first, choice(offer(33_900), offer(35_000), names=("the first", "the second")))
    assert cheaper.rep_terms == dollars(33_900)


def test_it_keeps_that_however_often_its_price_changes() -> None:
    first = choice(BARE, offer(35_400, warranty=1, mats=1))
    again = choice(offer(34_500), offer(35_000))
    assert run(SCENARIO, first, again, choice(offer(34_400), offer(34_800))).rep_terms == dollars(
        34_800, warranty=1, mats=1
    )


def test_one_package_alone_is_taken_up_again_by_its_name_with_what_it_came_with_and_what_is_added() -> None:
    first = choice(BARE, offer(35_400, warranty=1))
    second = choice(offer(35_000, mats=1), names=("B",))
    assert run(SCENARIO, first, second).rep_terms == dollars(35_000, warranty=1, mats=1)
    bare = choice(offer(34_000), names=("A",))
    assert run(SCENARIO, first, second, bare).rep_terms == dollars(34_000, mats=1)
    assert not _said_which(run(SCENARIO, first, second))


def test_a_package_that_is_named_again_with_something_else_holds_that_alone() -> None:
    first = choice(BARE, offer(35_400, warranty=1))
    assert run(SCENARIO, first, choice(offer(34_500), offer(34_600, mats=1))).rep_terms == dollars(34_600, mats=1)


def test_what_is_ruled_out_is_liked_least_at_any_price() -> None:
    veto = Veto("no_old_car", (TRADE_IN,), parse_formula("offered_trade_in > 0"), {})
    cheap = choice(offer(30_000, trade_in=300_000), BARE)
    assert run(replace(SCENARIO, vetoes=(veto,)), cheap).rep_terms == dollars(34_600)
    assert run(SCENARIO, cheap).rep_terms == dollars(30_000, trade_in=300_000)


def test_only_the_chosen_package_is_thanked_for() -> None:
    played = run(SCENARIO, choice(offer(34_900, mats=1), EXTENDED))
    assert "the warranty" in played.last_heard
    assert "the mats" not in played.last_heard


def test_the_buyer_asks_no_more_whether_a_package_was_an_offer() -> None:
    assert "Probe" not in run(SCENARIO, choice(BARE, EXTENDED)).last_heard


def test_a_yes_beside_packages_takes_nothing_of_the_buyers_up() -> None:
    offered = choice(BARE, EXTENDED)
    agreeing = replace(both(acts(Act.ACCEPT), offered), packages=offered.packages)
    played = run(SCENARIO, offer(34_900), agreeing)
    assert played.status == "open"
    assert played.rep_terms == dollars(34_900, warranty=1)


def test_whoever_asks_later_which_was_closer_hears_the_same_one() -> None:
    played = run(SCENARIO, choice(BARE, EXTENDED), acts(Act.ASK_OPEN), ASKED_WHICH)
    assert _said_which(played)
    assert " B." in played.last_heard


def test_it_answers_for_the_last_packages() -> None:
    later = choice(offer(34_000), offer(34_700, mats=1), names=("the first", "the second"))
    played = run(SCENARIO, choice(BARE, EXTENDED), later, ASKED_WHICH)
    assert "the first." in played.last_heard


def test_whoever_asks_which_before_there_was_a_choice_gets_no_choice() -> None:
    assert not _said_which(run(SCENARIO, offer(34_900), ASKED_WHICH))


def test_a_question_for_the_choice_costs_no_time() -> None:
    asked = run(SCENARIO, choice(BARE, EXTENDED), ASKED_WHICH)
    assert asked.mood.clock == run(SCENARIO, choice(BARE, EXTENDED)).mood.clock


def test_a_pack_without_lines_for_it_bargains_on_and_says_nothing_of_the_choice() -> None:
    played = run(_mute(SCENARIO), choice(BARE, EXTENDED), ASKED_WHICH)
    assert played.rep_terms == dollars(34_900, warranty=1)
    assert not any("Choose" in said.text for said in played.lines)
    assert played.last_heard


def test_a_seller_prefers_the_package_that_pays_it_more() -> None:
    seller = replace(SCENARIO, rep=SCENARIO.counterpart, counterpart=SCENARIO.rep)
    assert run(seller, choice(offer(31_000), offer(31_400, mats=1))).rep_terms == dollars(31_400, mats=1)
    assert run(seller, choice(offer(31_000), offer(31_400, warranty=1))).rep_terms == dollars(31_000)


prices = st.integers(20_000, 45_000)
extras = st.fixed_dictionaries({}, optional={"mats": st.just(1), "warranty": st.just(1), "trade_in": st.just(300_000)})
packages = st.lists(st.tuples(prices, extras), min_size=2, max_size=4)


def _value(interests: Interests, standing: Terms, reading: Reading) -> list[int]:
    return [interests.value(laid_on(SCENARIO, standing, one.offers)) for one in reading.packages]


@given(packages, st.booleans())
def test_the_chosen_package_is_never_worse_for_the_counterpart_than_another(
    offered: list[tuple[int, dict[str, int]]], is_seller: bool
) -> None:
    scenario = replace(SCENARIO, rep=SCENARIO.counterpart, counterpart=SCENARIO.rep) if is_seller else SCENARIO
    reading = choice(*(offer(price, **beside) for price, beside in offered))
    played = run(scenario, reading)
    proposed = next(event for event in played.events if isinstance(event, Offered) and event.side == "rep")
    interests = scenario.counterpart.interests
    assert interests.value(proposed.terms) == max(_value(interests, Terms(), reading))


@given(st.lists(packages, min_size=1, max_size=5))
def test_packages_never_bring_the_counterpart_below_its_limit(lines: list[list[tuple[int, dict[str, int]]]]) -> None:
    played = run(SCENARIO, *(choice(*(offer(price, **beside) for price, beside in offered)) for offered in lines))
    surplus = SCENARIO.counterpart.interests.surplus
    assert played.agreed is None or surplus(played.agreed) >= 0
    assert all(surplus(offered.terms) >= 0 for offered in played.counterpart_offers)
