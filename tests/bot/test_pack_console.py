import json
import logging

import pytest
from typer.testing import CliRunner

from bot.__main__ import cli
from bot.app.wiring import playable_packs
from packs.scaffold import new_pack


@pytest.fixture
def run():
    return lambda *words: CliRunner().invoke(cli, ["pack", *map(str, words)])


@pytest.fixture
def broken(tmp_path):
    made = new_pack("broken", tmp_path)
    attributes = made / "attributes.yaml"
    text = attributes.read_text(encoding="utf-8")
    attributes.write_text(text.replace("low: 7150", "low: 99999").replace("draw: shares", "draw: share"), "utf-8")
    return made


def test_a_new_pack_is_made_and_checked(run, tmp_path):
    made = run("new", "bikes", "--folder", tmp_path)
    assert made.exit_code == 0
    assert f"haggle pack check {tmp_path / 'bikes'}" in made.output
    checked = run("check", tmp_path / "bikes", "--seeds", 100)
    assert checked.exit_code == 0
    assert "good reps beat naive ones" in checked.output


def test_a_pack_can_be_named_by_its_file(run, tmp_path):
    checked = run("check", new_pack("bikes", tmp_path) / "pack.yaml", "--seeds", 0)
    assert checked.exit_code == 0
    assert "No problem found" in checked.output


def test_a_name_that_cannot_be_is_refused(run, tmp_path):
    refused = run("new", "Bikes", "--folder", tmp_path)
    assert refused.exit_code == 2
    assert "small letters" in refused.stderr


def test_problems_are_told_by_file_line_and_field_and_the_exit_code_is_one(run, broken):
    checked = run("check", broken, "--seeds", 0)
    assert checked.exit_code == 1
    assert "attributes.yaml:" in checked.output
    assert "attributes.needs" in checked.output


def test_the_same_as_one_document(run, broken, tmp_path):
    document = json.loads(run("check", broken, "--json").output)
    assert document["ok"] is False
    assert document["problems"][0]["file"] == "attributes.yaml"
    sound = json.loads(run("check", new_pack("sound", tmp_path), "--seeds", 25, "--json", "--jobs", 1).output)
    assert (sound["seeds"], sound["problems"]) == (25, [])
    assert {figure["group"] for figure in sound["figures"]} >= {"zone", "skill", "reps"}


def test_figures_do_not_depend_on_how_many_processes_play(run, tmp_path):
    made = new_pack("sound", tmp_path)
    outcomes = {run("check", made, "--seeds", 60, "--json", "--jobs", jobs).output for jobs in (1, 2)}
    assert len(outcomes) == 1


def test_an_unknown_pack_is_told_with_those_there_are(run):
    refused = run("check", "car_sale", "--seeds", 0)
    assert refused.exit_code == 2
    assert "Did you mean car_sales?" in refused.stderr


def test_a_pack_left_out_is_logged_with_its_problems(broken, caplog):
    new_pack("sound", broken.parent)
    with caplog.at_level(logging.WARNING):
        assert playable_packs(broken.parent).ids == ("sound",)
    assert "The pack in broken is left out" in caplog.text
    assert "attributes.needs" in caplog.text
