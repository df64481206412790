"""Runs exported as documents: what is read back, what is refused, and that playing them again gives the same."""

import copy
import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from engine.director.director import Line, end_by_rep, open_run
from engine.director.export import (
    MOST_BYTES,
    EditedExport,
    HugeExport,
    NewerExport,
    NotAnExport,
    RunExport,
    TruncatedExport,
    as_json,
    document_of,
    export_run,
    read_export,
    seal_of,
)
from engine.director.replay import extended, say
from engine.director.rerun import rerun, source_of
from engine.negotiation.events import Said
from engine.negotiation.negotiation import Negotiation, fold
from engine.panel.judging import judged
from engine.persona.draw import draw_scenario
from packs.loading import load_installed
from tests.engine.random_runs import random_run
from tests.engine.scenarios import NOW

PACKS = load_installed()
CARS = PACKS.get("car_sales")
RUNS = 24
"""How many random runs are tried here; `python -m benchmarks.replays` tries any number."""


@cache
def played(*lines: str) -> Negotiation:
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    run = fold(scenario, open_run(scenario, "strict", NOW))
    for number, line in enumerate(lines or ("What got you looking?", "I can do $34,900."), 1):
        run = say(run, Line(line, str(number)), NOW)
    return extended(run, end_by_rep(run, NOW))


def exported(*lines: str) -> RunExport:
    return export_run(played(*lines), judged(played(*lines)), CARS.pack, CARS.source_json)


def document(*lines: str) -> dict[str, Any]:
    return copy.deepcopy(document_of(exported(*lines)))


def resealed(changed: dict[str, Any]) -> str:
    return json.dumps(changed | {"seal": seal_of(changed)})


@pytest.mark.parametrize("seed", range(RUNS))
def test_random_runs_come_out_the_same_when_played_again(seed: int) -> None:
    loaded = PACKS.get(PACKS.ids[seed % len(PACKS.ids)])
    run = random_run(loaded, seed)
    export = export_run(run, judged(run), loaded.pack, loaded.source_json)
    again = read_export(as_json(document_of(export)).encode().decode())
    assert again == export
    assert source_of(again) == loaded.source_json
    assert rerun(again, loaded.pack, judged).same, run.scenario.share_code


def test_half_a_surrogate_pair_survives_a_file() -> None:
    export = exported("34,900 \ud800 out the door")
    again = read_export(as_json(document_of(export)).encode("utf-8").decode("utf-8"))
    assert again == export
    assert rerun(again, CARS.pack, judged).same


def test_other_fields_and_another_layout_do_not_matter() -> None:
    changed = {"note": "mine", **dict(reversed(document().items()))}
    assert read_export(json.dumps(changed, sort_keys=True)) == exported()


def test_a_run_that_goes_on_cannot_be_exported() -> None:
    scenario = draw_scenario(CARS.pack, CARS.hash, 1)
    with pytest.raises(ValueError, match="has ended"):
        export_run(fold(scenario, open_run(scenario, "strict", NOW)), exported().verdict, CARS.pack, None)


def test_no_field_holds_anybodys_slack_id() -> None:
    text = as_json(document_of(export_run(played(), judged(played()), CARS.pack, None)))
    assert not [name for name in ("team", "channel", "user", "rep_id", "U0", "T0") if f'"{name}"' in text]


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("", NotAnExport, "not JSON"),
        ("Dear diary", NotAnExport, "not JSON"),
        ("[]", NotAnExport, "not an export"),
        ("{}", NotAnExport, "its schema is not haggle.run"),
        ('{"schema": "haggle.run"}', NotAnExport, "which format"),
        ('{"schema": "haggle.run", "format": true}', NotAnExport, "which format"),
        ('{"schema": "haggle.run", "format": 99}', NewerExport, "format 99, and I read up to 1"),
        ('{"schema": "haggle.run", "format": 1.5}', NotAnExport, "1.5 is not a whole number"),
        ('{"schema": "haggle.run", "format": NaN}', NotAnExport, "NaN is not a whole number"),
        ('{"schema": "haggle.run", "format": ' + "9" * 5_000 + "}", NotAnExport, "not an export"),
        ("[" * 200_000, NotAnExport, "nested too deeply"),
        (" " * (MOST_BYTES + 1), HugeExport, "at most 20,000,000 bytes"),
    ],
    ids=range(12),
)
def test_what_is_no_export_is_told_in_plain_words(text: str, error: type[Exception], words: str) -> None:
    with pytest.raises(error, match=words):
        read_export(text)


def test_a_file_that_ends_anywhere_is_told_as_truncated() -> None:
    text = as_json(document_of(exported()))
    for end in range(1, len(text) - 1, len(text) // 40):
        cut = text[:end]
        with pytest.raises(NotAnExport if cut.rstrip().endswith("}") else TruncatedExport):
            read_export(cut)


def _line(changed: dict[str, Any]) -> None:
    next(each for each in changed["events"] if each["kind"] == "said" and each["side"] == "rep")["text"] += "!"


def _score(changed: dict[str, Any]) -> None:
    changed["verdict"]["total"] = 100


def _seed(changed: dict[str, Any]) -> None:
    changed["seed"] += 1


def _source(changed: dict[str, Any]) -> None:
    changed["pack"]["source"] = changed["pack"]["source"].replace("car", "cab", 1)


@pytest.mark.parametrize("edit", [_line, _score, _seed, _source])
def test_an_edit_is_found(edit: Callable[[dict[str, Any]], None]) -> None:
    changed = document()
    edit(changed)
    with pytest.raises(EditedExport, match="changed after it was written"):
        read_export(json.dumps(changed))


def test_a_pack_that_is_not_the_runs_own_is_found_behind_a_new_seal() -> None:
    changed = document()
    _source(changed)
    with pytest.raises(EditedExport, match="not the one that the run was drawn from"):
        source_of(read_export(resealed(changed)))


@pytest.mark.parametrize("field", ["seed", "pack", "verdict", "events", "share_code", "engine"])
def test_a_missing_field_is_named(field: str) -> None:
    changed = document()
    del changed[field]
    with pytest.raises(NotAnExport, match=field):
        read_export(resealed(changed))


def test_more_events_than_a_run_can_have_are_not_played() -> None:
    changed = document()
    changed["events"] = changed["events"] * 2_000
    with pytest.raises(HugeExport, match="10,000 events"):
        read_export(resealed(changed))


def test_an_issue_that_the_pack_does_not_have_is_refused() -> None:
    changed = document()
    offer = next(each for each in changed["events"] if each["kind"] == "ended")
    offer["terms"] = {"amounts": [["moon", 1]]}
    with pytest.raises(NotAnExport, match="speaks of moon"):
        rerun(read_export(resealed(changed)), CARS.pack, judged)


def test_a_line_that_was_not_said_is_the_first_divergence_with_its_round() -> None:
    export = exported("What got you looking?", "I can do $34,900.", "And $34,500.")
    at = max(number for number, event in enumerate(export.events) if isinstance(event, Said))
    said = replace(export.events[at], text="I would pay anything.")
    again = rerun(replace(export, events=(*export.events[:at], said, *export.events[at + 1 :])), CARS.pack, judged)
    assert not again.same
    assert again.divergence is not None
    assert (again.divergence.index, again.divergence.recorded, again.round) == (at, said, said.round)


def test_another_score_is_found_with_its_checks_where_every_line_is_the_same() -> None:
    export = exported()
    checks = (replace(export.verdict.checks[0], won=0, centi=0, note="Made up."), *export.verdict.checks[1:])
    again = rerun(replace(export, verdict=replace(export.verdict, checks=checks, total=1)), CARS.pack, judged)
    assert again.divergence is None
    assert not again.same
    assert again.rescored == (export.verdict.checks[0].id,)


def test_acts_that_the_run_no_longer_allows_are_a_divergence_and_no_error() -> None:
    export = exported()
    twice = (*export.events[:3], *(event for event in export.events if event.kind == "ended"), *export.events[3:])
    assert rerun(replace(export, events=twice), CARS.pack, judged).divergence is not None
    assert rerun(replace(export, events=()), CARS.pack, judged).divergence is None
