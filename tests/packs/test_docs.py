"""The page for authors names all that a pack can hold, and its examples can be read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from engine.scenario import attributes, deal, disclosure, pack, seed_pack, written
from packs.acts import ACTS
from packs.plain_yaml import read_yaml

PAGE = (Path(__file__).parents[2] / "docs" / "packs.md").read_text(encoding="utf-8")


def _fields() -> Iterator[tuple[str, str]]:
    for module in (pack, deal, disclosure, attributes, seed_pack, written):
        for name, kind in vars(module).items():
            if isinstance(kind, type) and issubclass(kind, BaseModel) and kind.__module__ == module.__name__:
                yield from ((name, field.alias or key) for key, field in kind.model_fields.items())


@pytest.mark.parametrize(("model", "field"), sorted(set(_fields())))
def test_every_field_of_a_pack_stands_in_the_page(model: str, field: str) -> None:
    assert re.search(rf"(?<![a-z_]){field}(?![a-z_])", PAGE), f"{field} of {model}"


@pytest.mark.parametrize("act", ACTS)
def test_every_act_stands_in_the_page_with_its_slots_and_its_fewest_lines(act: str) -> None:
    table = PAGE.partition("### Every act")[2]
    row = next(line for line in table.splitlines() if line.startswith(f"| `{act}` |"))
    _, _, slots, fewest, _ = row.split("|")
    assert set(re.findall(r"\{(\w+)\}", slots)) == ACTS[act].slots
    assert set(re.findall(r"\*\*\{(\w+)\}", slots)) == ACTS[act].needed
    assert int(fewest) == ACTS[act].fewest


@pytest.mark.parametrize("example", re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL))
def test_every_example_is_yaml_as_packs_may_have_it(example: str) -> None:
    assert isinstance(read_yaml(example).value, dict)


def test_the_acts_that_may_be_left_out_stand_in_one_place() -> None:
    section = PAGE.partition("### Acts that may be left out")[2].partition("### Every act")[0]
    rows = [row for row in section.splitlines() if row.startswith("| `")]
    named = {act for row in rows for act in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == {act for act, rule in ACTS.items() if not rule.fewest}
    assert not any("may leave" in line for line in PAGE.replace(section, "").splitlines())
