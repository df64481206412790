"""Runs played in the terminal, by hand and from a file."""

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import cli
from bot.console.rep_lines import Entry
from bot.console.run_document import run_as_json
from bot.console.table_talk import sit_down, take
from engine.coaching.final import final_verdict
from engine.director.replay import verify
from engine.negotiation.events import decode
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from engine.scoring.verdict import decode as decode_verdict
from packs.loading import load_installed
from packs.scaffold import new_pack

CARS = load_installed().get("car_sales")
DOCS = Path(__file__).parents[2] / "docs" / "play.md"
TO_A_DEAL = (
    "Hi, what got you looking?",
    "It's 25,400 out the door.",
    "24,200 with the mats and delivery, and I can hold it until Saturday.",
    "Deal.",
)
WALKING = ("Hi, what got you looking?", "I'm going to walk away from this one. Thanks for your time.")


def haggle(*words: str, typed: str = "", columns: int = 200) -> Result:
    """Runs the console in a terminal this wide; `typed` is what is typed into it."""
    return CliRunner().invoke(cli, ["play", *words], input=typed, env={"COLUMNS": str(columns)})


@pytest.fixture
def deal(tmp_path: Path) -> str:
    """A file with the lines of a run that ends in a deal."""
    return written(tmp_path, *TO_A_DEAL)


def written(folder: Path, *lines: str) -> str:
    """A file of these lines."""
    path = folder / "lines.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


def test_a_file_of_lines_is_played_from_the_brief_to_the_verdict(deal: str) -> None:
    result = haggle("--pack", "car_sales", "--seed", "18422", "--lines", deal)
    printed = result.output
    assert result.exit_code == 0
    parts = ("Practice run · car_sales@1#18422", "your floor $22,800", "Gloria Petrov › Good afternoon.",
             "You › Hi, what got you looking?", "Gloria Petrov › Hello", "You › Deal.", "Deal · $", " / 100, ",
             "Outcome", "Keep: ", "Every check", "Offers by round", "What Gloria Petrov was not saying")  # fmt: skip
    places = [printed.index(part) for part in parts]
    assert places == sorted(places)
    assert "Traceback" not in printed


def test_nothing_hidden_is_printed_before_the_end(deal: str) -> None:
    before = haggle("--seed", "18422", "--lines", deal).output.split("Deal · $")[0]
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    assert scenario.counterpart.private not in before
    assert not [fact.reveal for fact in scenario.facts if fact.reveal in before]


def test_the_document_is_the_same_every_time_and_replays(deal: str) -> None:
    first = haggle("--seed", "18422", "--lines", deal, "--json")
    assert first.stdout == haggle("--seed", "car_sales@1#18422", "--lines", deal, "--json").stdout
    document = json.loads(first.stdout)
    events = tuple(decode(event) for event in document["events"])
    scenario = draw_scenario(CARS.pack, CARS.hash, 18422)
    assert verify(scenario, events) is None
    assert decode_verdict(document["verdict"]) == final_verdict(fold(scenario, events), CARS.pack)
    assert document["profile_hash"] == scenario.profile_hash
    assert [said["text"] for said in document["transcript"] if said["side"] == "rep"] == list(TO_A_DEAL)
    assert document["lines"] == {"said": 4, "unsaid": 0}


def test_the_document_is_that_of_the_engine_itself(deal: str) -> None:
    run = sit_down(draw_scenario(CARS.pack, CARS.hash, 18422))
    for line in TO_A_DEAL:
        run = take(run, Entry(line))
    assert haggle("--seed", "18422", "--lines", deal, "--json").stdout.strip() == run_as_json(CARS, run, 0)


def test_every_field_of_the_document_stands_in_the_docs(deal: str) -> None:
    page = DOCS.read_text(encoding="utf-8")
    document = json.loads(haggle("--seed", "18422", "--lines", deal, "--json").stdout)
    for field in (*document, *document["brief"], *document["verdict"], *document["lines"], *document["terms"]):
        assert re.search(rf"`{field}`", page), field


def test_where_the_lines_run_out_the_rep_ends_the_run(tmp_path: Path) -> None:
    printed = haggle("--seed", "18422", "--lines", written(tmp_path, TO_A_DEAL[0])).output
    assert "There are no more lines, so the rep ends the run here." in printed
    assert "No deal · ended by the rep · 1 round" in printed


def test_lines_after_the_end_are_left_unsaid_and_counted(tmp_path: Path) -> None:
    file = written(tmp_path, *WALKING, "Wait.", "Come back.")
    assert "The run was over. Lines left unsaid: 2." in haggle("--seed", "18422", "--lines", file).output
    document = json.loads(haggle("--seed", "18422", "--lines", file, "--json").stdout)
    assert document["lines"] == {"said": 2, "unsaid": 2}
    assert document["verdict"]["reason"] == "rep_walked"


def test_a_file_may_ask_for_hints_and_end_the_run(tmp_path: Path) -> None:
    file = written(tmp_path, TO_A_DEAL[0], "/hint", "/hint", "", "/end")
    printed = " ".join(haggle("--seed", "18422", "--lines", file).output.split())
    assert printed.count("−2 points; so far −2") == 1
    assert "shown again, which costs nothing; so far −2" in printed
    assert "Hints · −2, for 1 hint" in printed
    document = json.loads(haggle("--seed", "18422", "--lines", file, "--json").stdout)
    assert [hint["points"] for hint in document["verdict"]["hints"]] == [2]


def test_lines_are_read_from_the_standard_input_too() -> None:
    result = haggle("--seed", "18422", "--lines", "-", "--json", typed="\n".join(WALKING))
    assert json.loads(result.stdout)["verdict"]["reason"] == "rep_walked"


def test_a_run_by_hand_is_answered_line_by_line_until_the_typing_ends() -> None:
    typed = f"{TO_A_DEAL[0]}\n\n/help\n/sing\n/hint\nIt's 25,400 out the door.\n"
    result = haggle("--seed", "18422", typed=typed)
    printed = result.output
    assert result.exit_code == 0
    assert "Just type what you say." in printed
    assert "Gloria Petrov › Hello, thanks for taking the time." in printed
    assert "Not said: /sing is not a command. There are: /hint, /end, /quit, /help." in printed
    assert "Hint › " in printed
    assert "No deal · ended by the rep · 2 rounds" in printed


def test_a_run_by_hand_ends_with_the_talk() -> None:
    printed = haggle("--seed", "18422", typed="\n".join((*WALKING, "Still there?")) + "\n").output
    assert "No deal · you walked away" in printed
    assert printed.rstrip().endswith("again: --seed car_sales@1#18422")


def test_a_run_that_is_left_is_not_scored() -> None:
    result = haggle("--seed", "18422", typed=f"{TO_A_DEAL[0]}\n/quit\n")
    assert result.exit_code == 130
    assert "Nothing was scored" in result.stderr
    assert "/ 100" not in result.output


def test_a_document_of_a_run_by_hand_stands_alone_on_the_output() -> None:
    result = haggle("--seed", "18422", "--json", typed="/end\n")
    assert json.loads(result.stdout)["verdict"]["reason"] == "ended_by_rep"
    assert "Gloria Petrov › Good afternoon." in result.stderr


def test_a_message_too_long_to_say_is_told_and_not_said() -> None:
    printed = haggle("--seed", "18422", typed="x" * 5_000 + "\n/end\n").output
    assert "it has 5,000 characters; a message has at most 4,000." in printed
    assert "0 rounds" in printed


def test_without_a_seed_somebody_is_drawn() -> None:
    met = {re.search(r"car_sales@1#\d+", haggle(typed="/end\n").output) for _ in range(3)}
    assert len({found[0] for found in met if found}) > 1


def test_a_pack_in_a_folder_can_be_played(tmp_path: Path) -> None:
    made = new_pack("bikes", tmp_path)
    assert "bikes@1#3" in haggle("--pack", str(made), "--seed", "3", typed="/end\n").output


def test_a_share_code_of_ones_own_pack_stands_beside_the_folder_that_it_needs(tmp_path: Path) -> None:
    folder = new_pack("bikes", tmp_path)
    told = haggle("--pack", str(folder), "--seed", "1", "--lines", written(tmp_path, "Hi.", "/end"), columns=400).stdout
    assert f"again: --pack {folder} --seed bikes@1#1" in told
    installed = haggle("--pack", "car_sales", "--seed", "1", "--lines", written(tmp_path, "Hi.", "/end")).stdout
    assert "again: --seed car_sales@1#1" in installed


def test_an_empty_name_of_a_pack_is_no_name(tmp_path: Path) -> None:
    refused = haggle("--pack", "", "--seed", "1")
    assert refused.exit_code == 2
    assert "name a pack, or leave --pack out" in refused.stderr


def test_every_pack_plays_a_seed_to_its_verdict() -> None:
    for pack in load_installed().ids:
        printed = haggle("--pack", pack, "--seed", "5", typed="What matters most to you in this?\n/hint\n/end\n").output
        assert "Every check" in printed
        assert "{" not in printed


def test_a_narrow_terminal_breaks_lines_and_drops_no_word(deal: str) -> None:
    wide, narrow = (haggle("--seed", "18422", "--lines", deal, columns=columns).output.split() for columns in (200, 72))
    assert Counter("".join(wide)) == Counter("".join(narrow))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "has no line in it"),
        (b" \n\n", "has no line in it"),
        ("Grüß Gott".encode("utf-16"), "is not UTF-8 text"),
        (b"hi\n" * 400_000, "is too long: a file of lines has at most 1,000,000 bytes"),
        (b"hi\n" + b"x" * 4_001, "line 2: it has 4,001 characters; a message has at most 4,000"),
        (b"hi\n/sing", "line 2: /sing is not a command. There are: /hint, /end."),
        (b"/quit", "line 1: /quit is not a command in a file. There are: /hint, /end."),
        (b"/help", "line 1: /help is not a command in a file. There are: /hint, /end."),
    ],
)
def test_lines_that_cannot_be_said_are_told_in_one_line(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "lines.txt"
    path.write_bytes(content)
    assert_refused(haggle("--seed", "1", "--lines", str(path)), told)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--seed", "abc"), "abc is not a seed"),
        (("--seed", "-3"), "-3 is not a seed"),
        (("--seed", "9" * 30), "is too large"),
        (("--seed", "car_sales@9#1"), "from a later draw of car_sales"),
        (("--seed", "car_sales@1#1", "--pack", "saas_renewal"), "not of saas_renewal"),
        (("--pack", "boats"), "There is no pack boats"),
        (("--pack", "marketplace"), "marketplace is a pack of markets"),
        (("--seed", "marketplace@1#3"), "`/haggle buy` plays one in Slack or the sandbox"),
        (("--seed", "1", "--lines", "nowhere.txt"), "nowhere.txt cannot be read: No such file or directory."),
        (("--seed", "1", "--lines", "/tmp"), "/tmp cannot be read: Is a directory."),
    ],
)
def test_what_cannot_be_played_is_told_in_one_line(words: tuple[str, ...], told: str) -> None:
    assert_refused(haggle(*words), told)


def assert_refused(result: Result, told: str) -> None:
    assert result.exit_code == 2
    assert told in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1
    assert result.stdout == ""
