"""What the console prints of a buyer and of a pack's lists."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.console.portrait import portrait_of
from engine.persona.draw import draw_scenario
from engine.scoring.zone import zone_of
from engine.terms.money import format_money
from engine.terms.terms import Terms
from packs.choosing import choose
from packs.loading import load_installed
from packs.scaffold import new_pack

CARS = load_installed().get("car_sales")
DOCS = Path(__file__).parents[2] / "docs" / "packs.md"


def haggle(*words: str, columns: int = 200) -> Result:
    """Runs the console in a terminal this wide."""
    return CliRunner().invoke(cli, list(words), env={"COLUMNS": str(columns)})


def limits_of(seed: int) -> tuple[str, str]:
    """Where a buyer walks away and what it hopes for, as money is written."""
    portrait = portrait_of(choose(load_installed(), str(seed), "car_sales"))
    walk_away, target = (format_money(amount, portrait.scenario.currency) for amount in portrait.limits)
    return walk_away, target


def test_a_buyer_is_printed_after_a_warning_with_its_secrets_last() -> None:
    printed = haggle("persona", "18422").output
    heads = ("Spoiler.", "Anyone can see it", "Comes up by itself", "A good question earns it", "Hidden until the end")
    places = [printed.index(head) for head in heads]
    assert places == sorted(places)
    assert places[0] == 0
    walk_away, target = limits_of(18422)
    hidden = printed[places[-1] :]
    assert f"walks away beyond {walk_away}, hopes for {target}" in hidden
    assert walk_away not in printed[: places[-1]], "the limit stands nowhere else"
    assert "What would a comfortable payment be for you?" in printed


def test_every_fact_is_printed_with_what_earns_it() -> None:
    printed = " ".join(haggle("persona", "car_sales@1#58").output.split())
    for fact in draw_scenario(CARS.pack, CARS.hash, 58).facts:
        if fact.visibility in ("asked", "volunteered"):
            assert fact.ask in printed


def test_a_seed_without_room_for_a_deal_says_so() -> None:
    closed = next(seed for seed in range(1, 200) if not zone_of(draw_scenario(CARS.pack, CARS.hash, seed)).exists)
    assert "no deal is better for both than no deal" in haggle("persona", str(closed)).output


def test_a_narrow_terminal_breaks_lines_and_drops_no_word() -> None:
    wide, narrow = (haggle("persona", "18422", columns=columns).output.split() for columns in (200, 80))
    assert Counter(wide) == Counter(narrow)


@pytest.mark.parametrize("seed", [58, 200, 18422])
def test_the_document_holds_the_whole_buyer(seed: int) -> None:
    document = json.loads(haggle("persona", str(seed), "--json").output)
    scenario = draw_scenario(CARS.pack, CARS.hash, seed)
    assert document["format"] == 1
    assert document["share_code"] == f"car_sales@1#{seed}"
    assert document["profile_hash"] == scenario.profile_hash
    drawn = {name: list(value) if isinstance(value, tuple) else value for name, value in scenario.attributes}
    assert {each["id"]: each["value"] for each in document["attributes"]} == drawn
    assert document["zone"]["room"] == zone_of(scenario).room
    interests, price = scenario.counterpart.interests, scenario.price_issue.id
    assert interests.surplus(Terms.of({price: document["limits"]["walk_away"]})) == 0
    assert interests.value(Terms.of({price: document["limits"]["target"]})) == interests.aspiration


def test_every_field_of_the_document_stands_in_the_docs() -> None:
    section = DOCS.read_text(encoding="utf-8").split("## Looking at one")[1].split("\n## ")[0]
    for field in json.loads(haggle("persona", "58", "--json").output):
        assert re.search(rf"`{field}`", section), field


def test_a_pack_in_a_folder_can_be_looked_at(tmp_path: Path) -> None:
    made = new_pack("bikes", tmp_path)
    assert "bikes@1#3" in haggle("persona", "3", "--pack", str(made)).output
    assert "bikes has no seed packs" in haggle("pack", "seeds", str(made)).output


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("abc",), "abc is not a seed"),
        (("car_sales@9#1",), "from a later draw of car_sales"),
        (("boats@1#1",), "There is no pack boats"),
        (("marketplace@1#1",), "marketplace is a pack of markets"),
        (("1", "--pack", "boats"), "There is no pack boats"),
    ],
)
def test_what_is_no_buyer_is_told_in_one_line(words: tuple[str, ...], told: str) -> None:
    refused = haggle("persona", *words)
    assert refused.exit_code == 2
    assert told in refused.stderr
    assert "Traceback" not in refused.output


def test_the_lists_of_a_pack_are_printed_with_who_is_in_them_and_how_hard_each_is() -> None:
    printed = haggle("pack", "seeds", "car_sales").output
    assert "First week (car_sales/first_week) · Asking before you price" in printed
    assert re.search(r"car_sales@1#58\s+easy \(\d+\)\s+Tasha Sandoval", printed)
    document = json.loads(haggle("pack", "seeds", "car_sales", "--json").output)
    assert [each["id"] for each in document["seed_packs"]] == ["first_week", "hard_closers", "walk_away"]
    assert document["seed_packs"][0]["seeds"][0]["difficulty"]["word"] == "easy"
    assert "There is no pack boats" in haggle("pack", "seeds", "boats").stderr
