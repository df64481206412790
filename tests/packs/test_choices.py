"""Buyers of the installed packs and packages offered at once: what they say, what counts, and what the verdict makes of
it."""

import json
import random
import re

import pytest

from engine.coaching.look import Look
from engine.coaching.praising import PRAISE
from engine.director.director import Line, end_by_rep
from engine.director.replay import extended, say
from engine.negotiation.events import Offered, Outcome, Read, decode, encode
from engine.negotiation.negotiation import Negotiation, fold
from engine.negotiation.preferring import laid_on, preferred
from engine.panel.judging import field_of
from engine.scoring.record import turns_of
from engine.scoring.score import score
from engine.scoring.verdict import Checked, Verdict
from engine.terms.terms import Terms
from packs.loading import load_installed
from tests.engine.promises import broken
from tests.engine.scenarios import NOW
from tests.packs.buyers import buyer, talk

A_OR_B = (
    "Option A: {97} with floor mats and the extended warranty; B: {93} with nothing extra. Which one suits you better?"
)
LINES = {
    "car_sales": (
        A_OR_B,
        "{95} as it stands, or {97} with the warranty",
        "Pick one: {94} and mats, {96} and warranty",
        "with the warranty {96}, without {93}. which one do you like",
        "{93} or {95}, your pick",
        "1) {96} mats + delivery 2) {94} bare 3) {98} with everything, mats, delivery and the warranty",
        "either {95} with the mats or {94} without, delivery is free either way",
    ),
    "saas_renewal": (
        "Two options: A) {97} for 12 months with training, B) {91} for 36 months. Which would you rather sign?",
        "{93} on a 24 month term, or {95} for a year and premium support",
        "I can do {90} for 36 months or {92} as it stands, take your pick",
        "A: {95} and net 60; B: {94} and net 30",
        "The first: {96} with training, the second: {93} bare",
    ),
}
NAMED_AGAIN = ("A at {94}, B at {92}", "A at {94} then.", "B at {91} then, and that's with everything as before")
LATER = ("which one was closer, A or B?", "which of the two would you prefer?", "What would it take?", "Deal?")


def _priced(pack: str, seed: int, line: str, off: int = 0) -> str:
    """The line with its prices, given in percent of the list price, written out."""
    listed = buyer(pack, seed).product.list_price
    for percent in range(80, 101):
        price = listed * (percent - off) // 10_000 // 100 * 100
        line = line.replace(f"{{{percent}}}", f"{price:,}")
    return line


def _verdict(run: Negotiation) -> Verdict:
    ended = run if run.status == "ended" else extended(run, end_by_rep(run, NOW))
    return score(ended, field_of(ended.scenario))


def _check(verdict: Verdict, check: str) -> Checked:
    return next(one for one in verdict.checks if one.id == check)


def test_a_car_buyer_chooses_counters_from_there_and_says_so_again_when_asked() -> None:
    run = talk("car_sales", 4, _priced("car_sales", 4, A_OR_B))
    assert run.last_heard.startswith(("B ", "Rather B", "B,", "If I have to pick, B"))
    assert run.rep_terms is not None
    assert run.rep_terms.amounts == (("price", 3_380_000),)
    assert run.counterpart_terms is not None
    asked = say(run, Line("which one was closer, A or B?"), NOW)
    assert " B" in f" {asked.last_heard}"
    assert asked.mood.clock == run.mood.clock


def test_a_buyer_that_values_the_extras_more_chooses_the_dearer_package() -> None:
    run = talk("car_sales", 1, _priced("car_sales", 1, A_OR_B))
    assert "option A" in run.last_heard.replace("Option", "option")
    assert run.rep_terms is not None
    assert dict(run.rep_terms.amounts).keys() == {"price", "mats", "warranty"}


def test_a_package_that_is_good_enough_is_signed_as_it_was_offered() -> None:
    run = talk("car_sales", 2, _priced("car_sales", 2, A_OR_B))
    assert run.outcome is Outcome.REACHED
    assert run.agreed is not None
    assert dict(run.agreed.amounts).keys() == {"price", "mats", "warranty"}


def test_packages_count_as_a_price_and_as_a_trade_in_the_verdict() -> None:
    verdict = _verdict(talk("car_sales", 4, _priced("car_sales", 4, A_OR_B)))
    assert "You named no price." not in [check.note for check in verdict.checks]
    packages = _check(verdict, "packages")
    assert packages.won == packages.of
    assert packages.note == "You brought in several options."
    assert packages.quote in _priced("car_sales", 4, A_OR_B)


def test_the_line_to_keep_is_the_one_with_the_choice() -> None:
    line = _priced("car_sales", 4, A_OR_B)
    run = talk("car_sales", 4, line)
    run = extended(run, end_by_rep(run, NOW))
    shown = PRAISE["packages"](Look(run, turns_of(run)))
    assert shown is not None
    assert shown.turn.said.text == line


def test_a_run_with_packages_is_told_again_from_what_is_stored() -> None:
    run = talk("car_sales", 4, _priced("car_sales", 4, A_OR_B), "A or B?")
    stored = json.loads(json.dumps([encode(event) for event in run.events]))
    assert fold(run.scenario, [decode(event) for event in stored]) == run


def test_a_reading_stored_before_there_were_packages_can_still_be_taken_up() -> None:
    run = talk("car_sales", 4, "33,900 with the mats")
    [read] = [encode(event) for event in run.events if isinstance(event, Read)]
    del read["reading"]["packages"]
    found = decode(read)
    assert isinstance(found, Read)
    assert found.reading.packages == ()


@pytest.mark.parametrize("pack", LINES)
def test_a_name_that_begins_small_stands_at_the_beginning_of_a_line_or_within_a_sentence(pack: str) -> None:
    for style in load_installed().get(pack).pack.phrases.values():
        assert all(not re.search(r"[.?!:…] *\{option\}", line) for line in style["CHOOSE"])
        assert len(set(style["CHOOSE"])) >= 4


@pytest.mark.parametrize("pack", LINES)
@pytest.mark.parametrize("seed", range(300, 316))
def test_in_whole_runs_with_packages_every_promise_is_kept_and_the_best_one_for_the_buyer_counts(
    pack: str, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    run = talk(pack, seed, "Hello, what matters most to you?")
    for turn in range(24):
        if run.status == "ended":
            break
        line = _priced(pack, seed, chance.choice((*LINES[pack], *LINES[pack], *NAMED_AGAIN, *LATER)), off=turn)
        before, run = run, say(run, Line(line), NOW)
        if len(run.readings[-1].reading.packages) > 1 and line[:4] != "A at":
            _assert_best(before, run)
    assert set(broken(extended(run, end_by_rep(run, NOW)) if run.status != "ended" else run)) == set()


def _assert_best(before: Negotiation, run: Negotiation) -> None:
    """No package would have been worth more than the one that became the offer."""
    scenario, reading = run.scenario, run.readings[-1].reading
    new = run.events[len(before.events) :]
    offered = next(event.terms for event in new if isinstance(event, Offered) and event.side == "rep")
    chosen = preferred(reading, offered)
    assert chosen is not None
    value = scenario.counterpart.interests.value
    worth = [
        (not scenario.ruled_out(terms), value(terms))
        for terms in (laid_on(scenario, Terms(), package.offers) for package in reading.packages)
    ]
    assert worth[reading.packages.index(chosen)] == max(worth)
