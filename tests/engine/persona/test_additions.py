"""Whatever is added to a pack, every draw that does not follow from the addition stays as it was."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.persona.profile import draw_profile
from engine.scenario.attributes import Choice, Several
from engine.scenario.draw_order import needed_by
from engine.scenario.pack import Pack
from packs.loading import load_installed
from tests.engine.persona.packs import read

PACKS = load_installed()
SEEDS = (*range(12), 18422)


@cache
def _before(pack_id: str) -> tuple[dict[str, Any], ...]:
    return tuple(dict(draw_profile(PACKS.get(pack_id).pack, seed).profile) for seed in SEEDS)


def _following_from(pack: Pack, changed: set[str]) -> set[str]:
    """The changed attributes and all that look at them, at any remove; figures of the product follow from it."""
    following = set(changed)
    for name in pack.order:
        needed = needed_by(pack.attributes[name])
        figures = {pack.product} if needed - set(pack.attributes) else set()
        if (needed | figures) & following:
            following.add(name)
    return following


@pytest.mark.parametrize("pack_id", PACKS.ids)
@settings(max_examples=25)
@given(data=st.data())
def test_attributes_options_and_phrases_added_at_random_shift_no_other_draw(pack_id: str, data: st.DataObject) -> None:
    pack = PACKS.get(pack_id).pack
    fields = json.loads(PACKS.get(pack_id).source_json)
    _add_attributes(fields, data)
    changed = _add_options(fields, pack, data)
    _add_phrases(fields, data)
    grown, following = read(fields), _following_from(pack, changed)
    for seed, before in zip(SEEDS, _before(pack_id), strict=True):
        after = draw_profile(grown, seed).profile
        kept = {name: value for name, value in before.items() if name not in following}
        assert {name: after.get(name) for name in kept} == kept


def _add_attributes(fields: dict[str, Any], data: st.DataObject) -> None:
    added = {
        f"new_{number}": {"label": "New", **drawn}
        for number, drawn in enumerate(
            data.draw(
                st.lists(
                    st.one_of(
                        st.builds(lambda low: {"draw": "range", "low": low, "high": low + 9}, st.integers(-99, 99)),
                        st.builds(lambda weights: {"draw": "choice", "options": weights}, _weights),
                        st.builds(lambda weights: {"draw": "shares", "options": weights}, _weights),
                        st.just({"draw": "several", "fewest": 0, "most": 1, "options": {"one": 1, "other": 2}}),
                    ),
                    max_size=4,
                )
            )
        )
    }
    names = list(fields["attributes"])
    at = data.draw(st.integers(0, len(names)))
    fields["attributes"] = {
        **{name: fields["attributes"][name] for name in names[:at]},
        **added,
        **{name: fields["attributes"][name] for name in names[at:]},
    }


_weights = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 99), min_size=1)


def _add_options(fields: dict[str, Any], pack: Pack, data: st.DataObject) -> set[str]:
    """The names of the attributes that may draw another value now: those that draw a newcomer."""
    open_to_more = sorted(
        name
        for name, attribute in pack.attributes.items()
        if isinstance(attribute, Choice | Several) and name not in (pack.product, pack.objections_drawn)
    )
    chosen = data.draw(st.lists(st.sampled_from(open_to_more), max_size=3, unique=True))
    for name in chosen:
        fields["attributes"][name]["options"]["newcomer"] = data.draw(st.integers(1, 50))
    tables = {by for attribute in pack.attributes.values() for by in getattr(attribute, "by", ())}
    for name in tables & set(chosen):
        del fields["attributes"][name]["options"]["newcomer"]
    return set(chosen)


def _add_phrases(fields: dict[str, Any], data: st.DataObject) -> None:
    for style in data.draw(st.lists(st.sampled_from(sorted(fields["phrases"])), max_size=2, unique=True)):
        acts = fields["phrases"][style]
        act = data.draw(st.sampled_from(sorted(acts)))
        acts[act].insert(data.draw(st.integers(0, len(acts[act]))), "Another line.")
