import time

import pytest

from engine.errors import PackError, UnknownPack
from engine.persona.draw import draw_scenario
from packs.loading import INSTALLED, load_installed, load_pack, parse_pack
from tests.packs.folders import written


def test_every_shipped_pack_loads():
    packs = load_installed()
    assert packs.problems == {}
    assert "car_sales" in packs.ids


def test_an_unknown_pack_is_refused_with_the_nearest_name():
    with pytest.raises(UnknownPack, match=r"There is no pack car_sale\. Did you mean car_sales\? Installed: car_sales"):
        load_installed().get("car_sale")


def test_a_name_out_of_nowhere_gets_no_suggestion():
    with pytest.raises(UnknownPack) as caught:
        load_installed().get("x" * 500)
    assert "Did you mean" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_a_broken_pack_is_left_out_and_the_others_stay(tmp_path):
    written(tmp_path / "good")
    written(tmp_path / "broken", lambda data: data.pop("title"))
    packs = load_installed(tmp_path)
    assert packs.ids == ("car_sales",)
    assert [str(problem) for problem in packs.problems["broken"]] == ["pack.yaml: title: is missing"]


def test_two_folders_cannot_hold_the_same_pack(tmp_path):
    written(tmp_path / "one")
    written(tmp_path / "two")
    packs = load_installed(tmp_path)
    assert packs.ids == ("car_sales",)
    assert "taken by another folder" in packs.problems["two"][0].message


def test_a_pinned_pack_draws_the_same_buyer_as_the_folder():
    loaded = load_pack(INSTALLED / "car_sales")
    pinned = parse_pack(loaded.source_json)
    for seed in range(20):
        assert draw_scenario(pinned, loaded.hash, seed) == draw_scenario(loaded.pack, loaded.hash, seed)


def test_text_that_is_no_pack_cannot_be_pinned():
    with pytest.raises(PackError):
        parse_pack('{"schema": 1}')
    with pytest.raises(PackError):
        parse_pack("not even JSON")


def test_the_hash_changes_with_any_word_of_the_pack(tmp_path):
    same = load_pack(written(tmp_path / "same"))
    other = load_pack(written(tmp_path / "other", lambda data: data["rep"].update(public="You sell cars.")))
    assert same.hash == load_pack(INSTALLED / "car_sales").hash
    assert other.hash != same.hash


def test_a_pack_loads_and_draws_quickly():
    taken = []
    for _ in range(3):  # What else the machine does only ever slows it down.
        begun = time.process_time()
        loaded = load_pack(INSTALLED / "car_sales")
        taken.append(time.process_time() - begun)
    between = time.process_time()
    for seed in range(100):
        draw_scenario(loaded.pack, loaded.hash, seed)
    assert min(taken) < 2
    assert (time.process_time() - between) / 100 < 0.05
