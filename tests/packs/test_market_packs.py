"""Packs of markets: what is wrong is told all at once, and what their seeds come to is judged."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from engine.errors import PackError
from engine.marketplace.drawing import draw_market
from packs.market_figures import figures_of
from packs.market_playing import play_markets
from packs.markets import INSTALLED, hash_of, installed_markets, load_markets


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """The installed markets with these texts replaced."""
    text = INSTALLED.read_text("utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after, 1)
    made = folder / "ours.yaml"
    made.write_text(text, "utf-8")
    return made


def check(*words: object) -> Result:
    """What `haggle pack check` says."""
    return CliRunner().invoke(cli, ["pack", "check", *map(str, words)], env={"COLUMNS": "160", "TERM": "dumb"})


def test_everything_that_is_wrong_is_told_at_once_by_line_and_field(tmp_path: Path) -> None:
    bad = changed(
        tmp_path,
        ("quantity: {least: 3, most: 20}", "quantity: {least: 30, most: 20}"),
        ("    max_rounds: 14\n", "    max_rounds: 99\n"),
        ("    partial: true\n", "    partly: true\n"),
        ('"It\'s still {price}."', '"It\'s still {prize}."'),
        ("    part:\n", "    parting:\n"),
    )
    with pytest.raises(PackError) as raised:
        load_markets(bad)
    told = {(problem.field, problem.message) for problem in raised.value.problems}
    assert told >= {
        ("markets.phone_accessories.items.usb_c_cable.quantity", "least has to be at least 0 and not above most"),
        ("markets.laptops.max_rounds", "must be 40 or less"),
        ("markets.office_supplies.partly", "is not a field here; remove it or check its spelling"),
        ("phrases.rude.hold.0", "has the slot {prize}, which nothing fills"),
        ("phrases.rude", "has no phrase for part"),
        ("phrases.rude.parting", "is for no move of a seller; remove it or check its spelling"),
    }
    lines = bad.read_text("utf-8").splitlines()
    by_field = {problem.field: problem.line for problem in raised.value.problems}
    assert "prize" in lines[by_field["phrases.rude.hold.0"] - 1]
    assert "99" in lines[by_field["markets.laptops.max_rounds"] - 1]


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("          returns:\n", "          refunds:\n", "facts has refunds, which no buyer asks about; there are"),
        ("        scarce: 35\n", "        scarce: 101\n", "must be 100 or less"),
        ("    handles: [TechStore, ", "    handles: [Coreline, ", "handles names a seller twice"),
        ("        pieces: {least: 2, most: 40}\n", "        scarce: 5\n", "business_laptop is scarce, so that several"),
        ("          usb_c_cable:\n            p", "          usb_d_cable:\n            p", "d_cable is sold"),
    ],
)  # fmt: skip
def test_a_market_that_cannot_be_is_refused(tmp_path: Path, before: str, after: str, told: str) -> None:
    with pytest.raises(PackError, match=told):
        load_markets(changed(tmp_path, (before, after)))


@pytest.mark.parametrize(
    ("before", "after", "field", "told"),
    [
        ("{warranty: a one-year warranty, delivery: d", "{warranty: a one-year warranty, deliverie: d",
         "sellers.QuickTech.stock.usb_c_cable", "facts has deliverie, which no buyer asks about; there are warranty,"),
        ("cost: 450\n", "cost: 650\n", "sellers.QuickTech.stock.usb_c_cable", "cost has to be below its least price"),
        ("      QuickTech:\n        style: sweet", "      QuickTech:\n        style: kind", "sellers.QuickTech.style",
         "must be rude, neutral or sweet"),
        ("      QuickTech:\n", "      cablehouse:\n", "sellers.cablehouse", "has the handle of another seller"),
        ("      QuickTech:\n", "      Quick-Tech:\n", "sellers.Quick-Tech", "must be a handle of 2 to 30 letters,"),
        ("          usb_c_cable:\n            pieces: 60", "          usb_d_cable:\n            pieces: 60",
         "sellers.QuickTech.stock.usb_d_cable", "usb_d_cable is sold and is none of the items"),
        ("        most: 900\n", "        most: 400\n", "items.usb_c_cable", "cannot be above the most"),
    ],
)  # fmt: skip
def test_a_mistake_in_an_example_points_at_the_seller_or_item_that_has_it(
    tmp_path: Path, before: str, after: str, field: str, told: str
) -> None:
    bad = changed(tmp_path, (before, after))
    with pytest.raises(PackError) as raised:
        load_markets(bad)
    problem = raised.value.problems[0]
    assert problem.field == f"examples.usb_cables.{field}"
    assert told in problem.message
    name = field.rpartition(".")[2]
    assert bad.read_text("utf-8").splitlines()[problem.line - 1].strip().startswith(f"{name}:")


def test_a_file_that_is_not_there_is_told_with_every_pack_that_can_be_checked() -> None:
    told = check("nope.yaml")
    assert told.exit_code == 2
    assert "There is no pack nope.yaml." in told.stderr
    assert "marketplace" in told.stderr
    assert "Did you mean marketplace?" in check("marketplce").stderr


def test_the_check_of_a_file_of_markets_says_what_its_seeds_come_to() -> None:
    checked = check(INSTALLED, "--seeds", 100, "--jobs", 1)
    assert checked.exit_code == 0
    assert "ok marketplace, version 1: 6 markets" in checked.output
    assert "Is there somebody who can go as low as the buyer's maximum?" in checked.output
    assert "ok The figures over 100 seeds are as they should be." in checked.output
    assert check("marketplace", "--seeds", 0).output == check(INSTALLED.parent, "--seeds", 0).output


def test_the_check_of_one_that_cannot_be_used_fails(tmp_path: Path) -> None:
    checked = check(changed(tmp_path, ("draw_epoch: 1", "draw_epoch: 0")), "--json")
    assert checked.exit_code == 1
    document = json.loads(checked.stdout)
    assert document["ok"] is False
    assert document["problems"][0]["field"] == "draw_epoch"


def test_a_market_in_which_nobody_can_be_met_is_not_as_it_should_be(tmp_path: Path) -> None:
    price = "        price: {least: 600, most: 950}\n"
    figures = play_markets(load_markets(changed(tmp_path, (price, f"{price}        no_deal: 100\n"))), 1_000, jobs=2)
    assert [(row.group, row.name) for row in figures.wrong] == [("reach", "phone_accessories")]


def test_the_figures_do_not_depend_on_how_many_processes_play_nor_on_the_layout_of_the_file(tmp_path: Path) -> None:
    pack = installed_markets()
    assert play_markets(pack, 60, jobs=1) == play_markets(pack, 60, jobs=2)
    assert hash_of(load_markets(changed(tmp_path, ("version: 1\n", "version:    1\n")))) == hash_of(pack)
    assert hash_of(load_markets(changed(tmp_path, ("version: 1\n", "version: 2\n")))) != hash_of(pack)


@pytest.mark.parametrize("seed", range(40))
def test_other_words_for_a_fact_change_no_seller_where_the_first_ones_are_kept(tmp_path: Path, seed: int) -> None:
    before = "{says: a two-year warranty, weight: 3, adds: 3}"
    after = "{says: a warranty of two years, was: a two-year warranty, weight: 3, adds: 3}"
    drawn, other = (draw_market(pack, "laptops", seed) for pack in (
        installed_markets(), load_markets(changed(tmp_path, (before, after)))
    ))  # fmt: skip
    said = str(other).replace("a warranty of two years", "a two-year warranty")
    assert said == str(drawn)


def _facts() -> Iterator[str]:
    pack = installed_markets()
    for market in pack.markets.values():
        yield from (fact.says for item in market.items.values() for facts in item.facts.values() for fact in facts)
    for example in pack.examples.values():
        yield from (says for seller in example.sellers.values() for stock in seller.stock.values()
                    for says in stock.facts.values())  # fmt: skip


@pytest.mark.parametrize("fact", sorted(set(_facts())))
def test_a_fact_is_something_that_an_item_comes_with(fact: str) -> None:
    first = fact.split()[0]
    assert first not in ("in", "on", "at", "with", "for", "by", "made", "frozen", "everything")
    assert not first.endswith("ing")


@pytest.mark.parametrize("style", ["rude", "neutral", "sweet"])
@pytest.mark.parametrize("move", ["short", "stock"])
def test_what_is_said_of_the_last_pieces_fits_a_single_one(style: str, move: str) -> None:
    words = {word.strip(".,?") for line in installed_markets().phrases[style][move] for word in line.lower().split()}
    assert words & {"those", "them", "these", "each", "are"} == set()


def test_what_is_needed_at_a_buffet_reads_well_with_a_number_and_goes_by_its_old_names() -> None:
    item = draw_market(installed_markets(), "event_catering", 3).items[0]
    assert (item.named(1), item.named(64)) == ("1 buffet place", "64 buffet places")
    assert {"guest", "guests", "people"} <= set(item.words)


def test_nothing_played_is_nothing_to_judge() -> None:
    assert figures_of(installed_markets(), {}).wrong == ()
