"""Packs broken on purpose: each is told by file and field, none takes the others with it, none takes long."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from packs.loading import load_installed
from packs.scaffold import new_pack
from tests.packs.folders import complaints
from tests.packs.small_pack import small_pack

SECONDS = 10
"""Far more than any of them takes on a slow machine; a hang takes longer."""


def replaced(file: str, old: str, new: str) -> Callable[[Path], None]:
    """A change of the first such text in a file."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def filled(file: str, content: bytes) -> Callable[[Path], None]:
    """A file of that content."""
    return lambda folder: (folder / file).write_bytes(content) and None


def gives_away(names: str) -> Callable[[Path], None]:
    """The first fact with what it gives away."""
    return replaced(
        "facts.yaml", "    visibility: volunteered", f"    gives_away: [{names}]\n    visibility: volunteered"
    )


ATTRIBUTES, FACTS, PHRASES = "attributes.yaml", "facts.yaml", "phrases/any.yaml"
TALL = b"deep: " + b"[" * 200 + b"]" * 200

BROKEN: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "a missing slot": (replaced(PHRASES, '"I could do {terms}."', "I could do it."), PHRASES, "must say {terms}"),
    "an unknown slot": (replaced(PHRASES, "Hello., Hi there.", '"Hello {nick}.", Hi there.'), PHRASES, "no slot"),
    "a brace left open": (replaced(PHRASES, "Hello., Hi there.", '"Hello {product.", Hi there.'), PHRASES, "brace"),
    "an unknown fact slot": (replaced(FACTS, "about {budget_hint} in", "about {budgt_hint} in"), FACTS, "budgt_hint"),
    "a circle": (replaced(ATTRIBUTES, "formula: round(limit *", "formula: round(budget_hint *"), ATTRIBUTES, "wait"),
    "a price below cost": (replaced("products.yaml", "price: 45", "price: 4"), "products.yaml", "below the cost"),
    "a floor above the list": (replaced("products.yaml", "floor: 600", "floor: 840"), "products.yaml", "above the"),
    "NaN": (replaced(ATTRIBUTES, "low: 7150", "low: NaN"), ATTRIBUTES, "attributes.limit_share.low"),
    "ten megabytes": (filled("more.yaml", b"x" * 10_000_000), "more.yaml", "10,000,000 bytes"),
    "two hundred levels": (filled("more.yaml", TALL), "more.yaml", "32 levels deep"),
    "aliases": (filled("more.yaml", b"a: &a [1]\nb: [*a, *a]"), "more.yaml", "line 1 uses an alias or anchor"),
    "another encoding": (filled("more.yaml", "title: Ä".encode("utf-16")), "more.yaml", "not UTF-8"),
    "a key written twice": (replaced("pack.yaml", "version: 1", "version: 1\nversion: 2"), "pack.yaml", "second time"),
    "tabs": (filled("more.yaml", b"a:\n\t- 1"), "more.yaml", "is not YAML"),
    "a wrong type": (replaced(ATTRIBUTES, "high: 10400", "high: many"), ATTRIBUTES, "whole number"),
    "an empty file": (filled("more.yaml", b""), "more.yaml", "the file is empty"),
    "a missing file": (lambda folder: (folder / "products.yaml").unlink(), "pack.yaml", "products: is missing"),
    "an unknown act": (replaced(PHRASES, "WAIT:", "WAITS:"), PHRASES, "there is no act WAITS; did you mean WAIT?"),
    "a question that gives something away": (
        replaced(FACTS, "What did you have in mind to spend?", "\"Is it {budget_hint}?\""),
        FACTS,
        "would be given away here",
    ),
    "an unknown topic": (replaced(FACTS, "topic: transport", "topic: trasport"), FACTS, "did you mean transport?"),
    "a fact that gives itself away": (gives_away("use"), FACTS, "use is told then anyway"),
    "a hidden fact given away": (gives_away("limit"), FACTS, "limit is hidden and nobody can come to know it"),
    "a fact given away twice": (gives_away("budget, budget"), FACTS, "names budget twice"),
    "a fact given away that there is not": (gives_away("budgt"), FACTS, "did you mean budget?"),
    "no weight anywhere": (replaced(ATTRIBUTES, "{brisk: 1, warm: 1}", "{brisk: 0, warm: 0}"), ATTRIBUTES, "above 0"),
    "a weight of nothing": (replaced(ATTRIBUTES, "{brisk: 1, warm: 1}", "{brisk: 0, warm: 1}"), ATTRIBUTES, "never"),
    "a range reversed": (replaced(ATTRIBUTES, "high: 16", "high: 9"), ATTRIBUTES, "is above"),
    "too few phrases": (replaced(PHRASES, "[Yes., ", "[] #"), "phrases/", "at least 3"),
    "an unreachable fact": (replaced(FACTS, "min_trust: 55", "min_trust: 99"), FACTS, "nobody could earn it"),
    "a broken constraint": (replaced(ATTRIBUTES, "target < limit", "target > limit"), ATTRIBUTES, "does not hold"),
    "nothing left to draw": (replaced(ATTRIBUTES, "percent: {city_bike: 10}", "percent: {city_bike: 0, trail_bike: 0}"),
                             "pack.yaml", "no option of bike is left to draw"),
    "a long title": (replaced("pack.yaml", "title: Broken", f"title: {'Broken ' * 20}"), "pack.yaml", "Slack shows 75"),
    "a number that never ends": (replaced(ATTRIBUTES, "low: 7150", f"low: {'9' * 400}"), ATTRIBUTES, "whole number"),
    "a sum that divides by nothing": (replaced(ATTRIBUTES, "round(limit *", "round(limit / (limit - limit) *"),
                                      ATTRIBUTES, "attributes.target.formula: divides by 0 for seed 0"),
    "a slope that divides by nothing": (replaced("pack.yaml", "rep: {slope: 1}", "rep: {slope: 1 / (limit - limit)}"),
                                        "pack.yaml", "slope: divides by 0 for seed 0"),
    "a link out of the folder": (lambda folder: (folder / "more.yaml").symlink_to(__file__), "more.yaml", "is a link"),
    "a pipe": (lambda folder: os.mkfifo(folder / "more.yaml"), "more.yaml", "no plain file"),
    "a grid of nothing": (replaced("pack.yaml", "grid: 500", "grid: 0"), "pack.yaml", "grid: must be 1 or more"),
    "a name in capitals": (replaced("pack.yaml", "product: bike", "product: Bike"), "pack.yaml", "small letters"),
    "a veto on nothing": (filled("more.yaml", b"vetoes: {much: {on: [brakes], formula: offered_price > limit}}"),
                          "more.yaml", "there is no issue brakes"),
    "a veto over nothing": (filled("more.yaml", b"vetoes: {much: {on: [price], formula: offered_prize > limit}}"),
                            "more.yaml", "did you mean offered_price?"),
    "a loan for ever": (filled("more.yaml", b"vetoes: {m: {on: [price], formula: 'monthly(limit, 1, 999999999)'}}"),
                        "phrases/", "RULED_OUT: needs at least 3"),
    "a deal-breaker on nothing": (
        filled("more.yaml", b"deal_breakers: {push: {set_off_by: []}}"), "more.yaml", "set_off_by: "),
    "a deal-breaker on what there is not": (
        filled("more.yaml", b"deal_breakers: {push: {set_off_by: [presure]}}"), "more.yaml", "did you mean pressure?"),
    "a deal-breaker that nobody has": (
        filled("more.yaml", b"deal_breakers: {push: {set_off_by: [pressure]}}"), "more.yaml", "so nobody has it"),
    "a price nobody gains by": (replaced("pack.yaml", "rep: {slope: 1}", "rep: {slope: -1}"), "pack.yaml", "above 0"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "file", "complaint"), BROKEN.values(), ids=BROKEN)
def test_a_broken_pack_is_told_by_file_and_field(
    tmp_path: Path, change: Callable[[Path], None], file: str, complaint: str
) -> None:
    folder = new_pack("broken", tmp_path)
    change(folder)
    begun = time.process_time()
    found = complaints(folder)
    assert time.process_time() - begun < SECONDS
    assert [text for text in found if complaint in text and text.startswith(file)], found


def test_broken_packs_leave_the_good_ones_to_be_played(tmp_path: Path) -> None:
    new_pack("sound", tmp_path)
    for number, (change, _, _) in enumerate(BROKEN.values()):
        change(new_pack(f"broken_{number}", tmp_path))
    packs = load_installed(tmp_path)
    assert packs.ids == ("sound",)
    assert len(packs.problems) == len(BROKEN)


def test_every_problem_names_its_line(tmp_path: Path) -> None:
    folder = new_pack("broken", tmp_path)
    replaced(FACTS, "topic: transport", "topic: trasport")(folder)
    line = (folder / FACTS).read_text(encoding="utf-8").splitlines().index("    topic: trasport") + 1
    near = "there is no topic trasport; did you mean transport?"
    assert complaints(folder) == [f"{FACTS}:{line}: facts.transport.topic: {near}"]


def test_a_pack_of_too_many_attributes_is_refused(tmp_path: Path) -> None:
    data: dict[str, Any] = small_pack()
    data["attributes"] |= {
        f"more_{number}": {"label": "More", "draw": "range", "low": 0, "high": 1} for number in range(300)
    }
    (tmp_path / "pack.json").write_text(json.dumps(data), encoding="utf-8")
    assert [text for text in complaints(tmp_path) if "a pack may have 300" in text]
