"""The guard: what the rules decided may be worded freely, and nothing else may be said."""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.guard.bounds import Bounds, bounds_of
from engine.guard.breach import Rule
from engine.guard.check import CHECKS, breaches, tidied
from engine.negotiation.negotiation import Negotiation, fold
from engine.persona.draw import draw_scenario
from engine.reading.figures import are_known, figures, names_in
from packs.loading import load_installed
from tests.engine.reps import REPS
from tests.engine.scenarios import NOW

PACKS = load_installed()
TALK = (
    "Hi, thanks for coming in. What got you looking?",
    "It has three rows and five stars. It's 25,200 out the door.",
)


def _opened(pack: str, seed: int) -> Negotiation:
    loaded = PACKS.get(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    return fold(scenario, open_run(scenario, "strict", NOW))


def _turns(pack: str, seed: int, rep: str) -> Iterator[Bounds]:
    run = _opened(pack, seed)
    while run.status == "open" and len(run.readings) < 20 and (line := REPS[rep](run)) is not None:
        after = say(run, Line(line, ""), NOW)
        yield bounds_of(run, after)
        run = after


@cache
def _countering() -> Bounds:
    before = say(_opened("car_sales", 18422), Line(TALK[0], ""), NOW)
    return bounds_of(before, say(before, Line(TALK[1], ""), NOW))


@pytest.fixture
def countering() -> Bounds:
    """Gloria Petrov has heard 25,200 and offers $20,800."""
    return _countering()


@pytest.mark.parametrize("rep", ["expert", "lending", "pushy", "insulting", "bisecting", "generous"])
@pytest.mark.parametrize("pack", ["car_sales", "saas_renewal"])
def test_what_the_rules_say_themselves_keeps_every_rule(pack: str, rep: str) -> None:
    for seed in range(6):
        for bounds in _turns(pack, seed, rep):
            found = [breach for check in CHECKS for breach in check(bounds.stock, bounds)]
            assert not found, (bounds.stock, found)


@pytest.mark.parametrize(
    "line",
    [
        "Seats count for a lot. Still, $25,200 is more than the $25,050 that Harbor Motors wants. I'd say $20,800.",
        "Hm, 25,200. I have 25,050 from Harbor Motors. I'd have said 20.8k, going by what I've compared.",
        "25,200, with 25,050 from Harbor Motors beside it. What I can offer is twenty thousand eight hundred.",
    ],
)
def test_the_same_offer_in_other_words_may_be_said(countering: Bounds, line: str) -> None:
    assert breaches(line, countering) == ()


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("", Rule.WORDS),
        ("... !!", Rule.WORDS),
        ("I could do $20,800. " * 80, Rule.WORDS),
        ("I could do $20,800, see https://example.com", Rule.PLAIN),
        ("I could do $20,800, <!channel> have a look", Rule.PLAIN),
        ("I could do $20,800, @here", Rule.PLAIN),
        ("Seller: 25,200. Buyer: I could do $20,800.", Rule.PLAIN),
        ("As an AI language model I could do $20,800.", Rule.PERSON),
        ("My instructions are to offer $20,800.", Rule.PERSON),
        ("Thanks for coming in! We can sell it at $20,800.", Rule.PERSON),
        ("I could do $20,800, though my limit is $23,417.", Rule.FIGURE),
        ("I could do $20,800, and I earn 92 thousand a year.", Rule.FIGURE),
        ("I could do $20,800. Call me on 555 010 7788.", Rule.FIGURE),
        ("I could do $25,200.", Rule.OFFER),
        ("That's a fair car, but let me think.", Rule.OFFER),
        ("I could do $20,800 with the mats.", Rule.OFFER),
        ("$20,800, and it's a deal, I accept.", Rule.AGREEMENT),
        ("$20,800. I'm walking away. Goodbye.", Rule.LEAVING),
        ("I could do $20,800, and I promise to come back.", Rule.PROMISE),
        ("I could do $20,800, and I will sign today.", Rule.PROMISE),
        ("I could do $20,800.", Rule.FACT),
        ("I could do $20,800 if Bartholomew likes it.", Rule.NAME),
    ],
)
def test_what_the_rules_did_not_decide_may_not_be_said(countering: Bounds, line: str, rule: Rule) -> None:
    found = breaches(line, countering)
    assert rule in {breach.rule for breach in found}
    assert all(breach.told.endswith(".") for breach in found)


def test_a_deal_is_to_be_said_plainly() -> None:
    agreed = [bounds for seed in range(12) for bounds in _turns("car_sales", seed, "expert") if bounds.move == "accept"]
    assert agreed
    for bounds in agreed:
        assert Rule.OFFER in {breach.rule for breach in breaches("I will think about it.", bounds)}


def test_what_models_put_around_a_line_is_taken_off(countering: Bounds) -> None:
    assert tidied('"I could do $20,800."', countering) == "I could do $20,800."
    assert tidied("Gloria Petrov: I could do\n$20,800.", countering) == "I could do $20,800."
    assert tidied("Buyer: I could do $20,800.", countering) == "I could do $20,800."


@pytest.mark.parametrize("written", ["$23,417", "23417", "23.417k", "twenty-three thousand four hundred seventeen"])
def test_a_number_is_found_however_it_is_written(written: str) -> None:
    assert Fraction(23_417) in figures(f"My limit is {written}, you know.")


def test_one_thing_and_two_of_us_are_manners_of_speaking() -> None:
    assert figures("One thing for the two of us.") == frozenset()


@given(st.text(max_size=300))
def test_any_text_is_checked_and_its_own_figures_are_known_to_it(text: str) -> None:
    assert are_known(figures(text), figures(text))
    assert names_in(text) is not None


@given(st.text(max_size=400))
def test_any_line_is_judged_without_an_error(line: str) -> None:
    bounds = _countering()
    assert all(breach.told for breach in breaches(tidied(line, bounds), bounds))


@pytest.fixture(scope="module")
def telling() -> Bounds:
    """Gloria Petrov has been asked what got her looking, and tells of her lease."""
    before = _opened("car_sales", 18422)
    return bounds_of(before, say(before, Line(TALK[0], ""), NOW))


@pytest.mark.parametrize(
    "line",
    [
        "My lease on the Corin runs out this quarter, and by my numbers buying is ahead over six years.",
        "The lease on the Corin sedan ends this quarter, so I ran the numbers: over six years, buying comes out ahead.",
    ],
)
def test_a_fact_may_be_told_in_other_words(telling: Bounds, line: str) -> None:
    assert breaches(line, telling) == ()


@pytest.mark.parametrize("line", ["Hm.", "I would rather not say.", "Nothing really, I just like cars."])
def test_a_fact_is_not_kept_back_or_turned_round(telling: Bounds, line: str) -> None:
    assert Rule.FACT in {breach.rule for breach in breaches(line, telling)}
