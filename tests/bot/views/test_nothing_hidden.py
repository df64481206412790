"""What a rep reads before and during a run holds nothing that the buyer keeps back, over a few hundred seeds."""

import re
from dataclasses import replace
from typing import Any

import pytest

from bot.views.brief import brief_message
from bot.views.checks import checks_modal
from bot.views.home import Shown, home_tab
from bot.views.packs import pack_message
from bot.views.share_card import share_message
from bot.views.share_modal import share_modal
from engine.panel.difficulty import Difficulty
from engine.persona.draw import draw_scenario
from engine.scenario.scenario import Scenario, Visibility
from engine.terms.money import format_money
from packs.loading import LoadedPack, load_installed
from storage.lanes import Oid
from storage.shares import Share
from tests.bot.views.test_cards import NOW, run_of

SEEDS = 300
INSTALLED = load_installed()
HARD = Difficulty(87, "hard")
SENTENCE = 25
"""Characters from which a line is nobody else's by chance."""


def texts_of(scenario: Scenario) -> list[str]:
    """Everything that is shown of the scenario before its end, every text of every view."""
    share = Share(
        team="T1",
        id=Oid("s1"),
        channel="C1",
        pack=scenario.pack,
        pack_hash=scenario.pack_hash,
        draw_epoch=scenario.draw_epoch,
        seed=scenario.seed,
        sharer="U1",
        sharer_name="ana",
        score=None,
        at=NOW,
    )
    live = (run_of(scenario, "open"), scenario, None, None)
    briefs = [brief_message(run_of(scenario, status), scenario) for status in ("opening", "open", "paused")]
    card = share_message(share, scenario, HARD, 3)
    shown: list[Any] = [checks_modal(scenario), share_modal(scenario, "r1", "C1", None)]
    shown.append(home_tab(Shown(live=(live,)), NOW, "https://example.slack.com/"))
    return list(strings([*briefs, card, *shown]))


def strings(value: Any) -> Any:
    """Every text inside a view."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in strings(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in strings(each))


def scenarios(loaded: LoadedPack) -> list[Scenario]:
    """The scenarios of the first few hundred seeds."""
    return [draw_scenario(loaded.pack, loaded.hash, seed) for seed in range(SEEDS)]


@pytest.fixture(params=INSTALLED.ids, scope="module")
def loaded(request: pytest.FixtureRequest) -> LoadedPack:
    """Each installed pack."""
    return INSTALLED.get(request.param)


def test_no_line_of_the_buyers_is_shown(loaded: LoadedPack) -> None:
    for scenario in scenarios(loaded):
        shown = "\n".join(texts_of(scenario))
        kept = [
            scenario.counterpart.private,
            *scenario.counterpart.goals,
            scenario.rival.text if scenario.rival else "",
        ]
        kept += [line for fact in scenario.facts for line in (fact.exact, fact.vague, fact.reveal)]
        kept += [line for doubt in scenario.objections for line in (doubt.raised, doubt.settled, doubt.helps)]
        kept += [gate.text for gate in scenario.gates]
        told = [line for line in kept if line and len(line) >= SENTENCE and line in shown]
        assert not told, (scenario.share_code, told)


def test_no_amount_is_shown_but_those_of_the_reps_own_sheet(loaded: LoadedPack) -> None:
    for scenario in scenarios(loaded):
        product, money = scenario.product, scenario.currency
        sheet = [product.list_price, product.floor]
        sheet += [amount for add_on in product.add_ons for amount in (add_on.cost, add_on.price, add_on.brings)]
        stake = scenario.rep.interests.stake
        sheet += [abs(stake(issue.id).slope) * issue.scale for issue in scenario.issues]
        known = {format_money(amount, money) for amount in sheet}
        said = " ".join([product.name, product.summary, scenario.rep.public, *(text for _, text in product.facts)])
        amounts = re.compile(re.escape(money.sign) + r"\s?\d[\d,.]*\d|" + re.escape(money.sign) + r"\s?\d")
        for text in texts_of(scenario):
            strange = [each for each in amounts.findall(text) if each not in known and each not in said]
            assert not strange, (scenario.share_code, strange)


def test_no_word_for_what_has_to_be_asked_is_shown(loaded: LoadedPack) -> None:
    """The words for values of attributes that are not visible, where a pack has words that mean only that."""
    attributes = loaded.pack.attributes
    kept = {
        words
        for attribute in attributes.values()
        if attribute.visibility is not Visibility.VISIBLE
        for words in attribute.labels.values()
        if len(words) >= 12
    }
    for scenario in scenarios(loaded):
        shown = "\n".join(texts_of(scenario)).lower()
        sheet = str(scenario.product).lower()
        told = [words for words in kept if words.lower() in shown and words.lower() not in sheet]
        assert not told, (scenario.share_code, told)


def test_what_is_shown_does_not_depend_on_what_is_hidden(loaded: LoadedPack) -> None:
    """Another buyer's secrets behind the same face change no letter of any text."""
    drawn = scenarios(loaded)
    for mine, other in zip(drawn, [*drawn[1:], drawn[0]], strict=True):
        behind = replace(
            mine,
            attributes=other.attributes,
            counterpart=replace(
                mine.counterpart,
                private=other.counterpart.private,
                goals=other.counterpart.goals,
                interests=other.counterpart.interests,
            ),
            temper=other.temper,
            facts=other.facts,
            objections=other.objections,
            gates=other.gates,
            needs=other.needs,
            rival=other.rival,
        )
        assert texts_of(behind) == texts_of(mine), mine.share_code


def test_what_can_be_seen_is_what_the_pack_calls_visible(loaded: LoadedPack) -> None:
    labels = {each.label for each in loaded.pack.attributes.values() if each.visibility is Visibility.VISIBLE}
    for scenario in scenarios(loaded)[:50]:
        assert {label for label, _ in scenario.visible} <= labels
        assert scenario.visible


def test_a_listing_of_seed_packs_tells_how_hard_and_nothing_else(loaded: LoadedPack) -> None:
    lists = loaded.pack.seed_lists
    known = {seed: HARD for each in lists for seed in each.seeds}
    shown = "\n".join(strings(list(pack_message(loaded.pack, lists, known))))
    for each in lists:
        for seed in each.seeds:
            scenario = draw_scenario(loaded.pack, loaded.hash, seed)
            assert f"`{seed}` hard" in shown
            assert scenario.counterpart.private not in shown
