"""`haggle replay`: a run that was played in the terminal is played again from its document."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from bot.__main__ import cli
from engine.director.export import RunExport, as_json, seal_of

DOCS = Path(__file__).parents[2] / "docs" / "export.md"
LINES = "What got you looking?\nI can do $34,900.\n/hint\nAnd $34,500 with the mats.\n"


def haggle(*arguments: str, typed: str | None = None) -> Result:
    return CliRunner().invoke(cli, arguments, input=typed)


@pytest.fixture(scope="module", params=["car_sales@1#18422", "saas_renewal@1#5"])
def text(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The document of a short run."""
    lines = tmp_path_factory.mktemp("lines") / "lines.txt"
    lines.write_text(LINES, encoding="utf-8")
    return haggle("play", "--seed", request.param, "--lines", str(lines), "--json").stdout


def test_what_play_printed_comes_out_the_same(text: str, tmp_path: Path) -> None:
    file = tmp_path / "run.json"
    file.write_text(text, encoding="utf-8")
    again = haggle("replay", str(file))
    assert again.exit_code == 0
    assert "every line and the score" in again.output
    told = haggle("replay", "-", "--json", typed=text)
    assert told.exit_code == 0
    document = json.loads(told.stdout)
    assert document["same"] is True
    assert document["divergence"] is None
    assert document["score"]["recorded"] == document["score"]["replayed"]


def changed(text: str) -> dict[str, Any]:
    """The document with another counterpart's line in round 1, sealed again."""
    document: dict[str, Any] = json.loads(text)
    said = next(each for each in document["events"] if each["kind"] == "said" and each["round"] == 1)
    answer = next(
        each for each in document["events"] if each["kind"] == "said" and each["round"] == 1 and each is not said
    )
    answer["text"] = "I would pay \x1b[31m[red]anything[/red]."
    return document | {"seal": seal_of(document)}


def test_a_difference_is_shown_with_its_round_and_both_versions(text: str) -> None:
    told = haggle("replay", "-", typed=as_json(changed(text)))
    assert told.exit_code == 1
    assert "They first differ in round 1" in told.output
    assert "[red]anything[/red]" in told.output
    assert "\x1b" not in told.output
    assert "The score came out the same" in told.output
    document = json.loads(haggle("replay", "-", "--json", typed=as_json(changed(text))).stdout)
    assert document["same"] is False
    assert document["divergence"]["round"] == 1
    assert "anything" in document["divergence"]["recorded"]["text"]
    assert "anything" not in document["divergence"]["replayed"]["text"]


@pytest.mark.parametrize("typed", ["", "{}", "no run", '{"schema": "haggle.run", "format": 2}'])
def test_what_cannot_be_read_ends_with_2_and_a_plain_sentence(typed: str) -> None:
    told = haggle("replay", "-", typed=typed)
    assert told.exit_code == 2
    assert told.output.startswith("haggle: ")
    assert "Traceback" not in told.output
    document = json.loads(haggle("replay", "-", "--json", typed=typed).stdout)
    assert document["readable"] is False


def test_files_that_are_not_there_or_not_text_end_with_2(tmp_path: Path) -> None:
    assert haggle("replay", str(tmp_path / "nowhere.json")).exit_code == 2
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    told = haggle("replay", str(tmp_path / "bytes"))
    assert (told.exit_code, "not UTF-8" in told.output) == (2, True)


def test_without_its_pack_a_run_needs_the_very_one(text: str) -> None:
    document = json.loads(text)
    document["pack"]["source"] = None
    document["seal"] = seal_of(document)
    assert haggle("replay", "-", typed=json.dumps(document)).exit_code == 0
    document["pack"]["hash"] = "0" * 64
    document["seal"] = seal_of(document)
    told = haggle("replay", "-", typed=json.dumps(document))
    assert (told.exit_code, "leaves its pack out" in told.output) == (2, True)


def test_a_pack_in_the_file_is_checked_before_it_is_played(text: str) -> None:
    document = json.loads(text)
    document["pack"]["source"] = '{"id": "x"}'
    document["pack"]["hash"] = hashlib.sha256(document["pack"]["source"].encode()).hexdigest()
    document["seal"] = seal_of(document)
    told = haggle("replay", "-", typed=json.dumps(document))
    assert (told.exit_code, "cannot be used" in told.output) == (2, True)


def test_the_pack_can_be_left_out_of_plays_document(tmp_path: Path) -> None:
    lines = tmp_path / "lines.txt"
    lines.write_text(LINES, encoding="utf-8")
    printed = haggle("play", "--seed", "7", "--lines", str(lines), "--json", "--without-pack").stdout
    assert json.loads(printed)["pack"]["source"] is None
    assert haggle("replay", "-", typed=printed).exit_code == 0


def disputed(text: str, points: int) -> dict[str, Any]:
    """The document with a dispute of a check, changed to so many points, beside its seal."""
    document: dict[str, Any] = json.loads(text)
    check = next(each for each in document["verdict"]["checks"] if each["id"] == "limit")
    known = {"check": "limit", "given": check["won"], "of": check["of"], "words": "No.", "status": "changed"}
    return document | {"disputes": [{**known, "points": points, "reason": "[red]Seen\x1b[31m it[/red]."}]}


def test_disputes_stand_outside_the_seal_and_are_told_with_both_scores(text: str) -> None:
    told = haggle("replay", "-", typed=as_json(disputed(text, 8)))
    assert told.exit_code == 0, "the judge's score came out the same"
    assert "Disputed: Knew when to sign, " in told.output
    assert "changed to 8 / 8: [red]Seen" in told.output
    assert "\x1b" not in told.output
    assert "Score after dispute: " in told.output


def test_disputes_that_are_not_about_the_verdict_are_refused_and_none_are_needed(text: str) -> None:
    told = haggle("replay", "-", typed=as_json(disputed(text, 9)))
    assert (told.exit_code, "not about its verdict" in told.output) == (2, True)
    document = json.loads(text)
    del document["disputes"]
    assert haggle("replay", "-", typed=as_json(document)).exit_code == 0, "older exports have none"


def commented(text: str, **changes: object) -> str:
    """The document with a comment on the rep's first line, beside its seal."""
    document: dict[str, Any] = json.loads(text)
    line = next(event for event in document["events"] if event["kind"] == "said" and event["side"] == "rep")
    comment = {"question": "tone", "check": "pressure", "points": 3, "most": 1, "answer": 0, "by": "a-model"}
    said = {"quote": line["text"][:20], "ref": line["ref"]}
    unscored = {"question": "regard", "check": "heard", "points": 3, "most": 4, "why": "[red]It\x1b[31m failed[/red]"}
    return as_json(document | {"comments": [comment | said | changes, unscored]})


def test_comments_stand_outside_the_seal_and_are_told_with_both_scores(text: str) -> None:
    told = haggle("replay", "-", typed=commented(text))
    assert told.exit_code == 0, "the score by the rules came out the same"
    assert "Comment: Your tone, 0 of 3 (by the rules: " in told.output
    assert "This could be heard as a lack of respect. “" in told.output
    assert "Comment: How they would look back on it, unscored (by the rules: " in told.output
    assert "[red]It" in told.output
    assert "\x1b" not in told.output
    assert "Score with the model's comments: " in told.output


@pytest.mark.parametrize("changes", [{"quote": "never said"}, {"answer": 4}, {"points": 40}, {"check": "nothing"}])
def test_comments_that_are_not_about_the_run_are_refused(text: str, changes: dict[str, object]) -> None:
    told = haggle("replay", "-", typed=commented(text, **changes))
    assert (told.exit_code, "not about its verdict" in told.output) == (2, True)


def test_every_field_of_both_documents_stands_in_the_docs(text: str) -> None:
    page = DOCS.read_text(encoding="utf-8")
    document = json.loads(text)
    exported = [name for name in (*RunExport.__slots__, *document["pack"], "schema", "format", "seal") if name]
    kinds = [name for event in document["events"] for name in (event["kind"], *(event.keys() - {"at", "kind"}))]
    told = json.loads(haggle("replay", "-", "--json", typed=as_json(changed(text))).stdout)
    for field in (*exported, *kinds, *told, *told["divergence"], *told["score"], *told["engine"]):
        assert f"`{field}`" in page, field
