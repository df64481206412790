"""`haggle read`: JSON lines in and out, and tables for people."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

HAGGLE = str(Path(sys.executable).with_name("haggle"))


def read(*lines: object, words: tuple[str, ...] = ()) -> tuple[int, list[dict[str, Any]]]:
    """The exit code and the answers to these lines; what is no string goes in as JSON."""
    written = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    ran = subprocess.run([HAGGLE, "read", *words], input=written.encode(), capture_output=True, check=False)  # noqa: S603
    return ran.returncode, [json.loads(line) for line in ran.stdout.splitlines()]


def shown(*words: str) -> str:
    """What the command prints for words given to it."""
    return subprocess.run([HAGGLE, "read", *words], capture_output=True, text=True, check=True).stdout  # noqa: S603


def test_each_line_is_answered_with_acts_offers_and_the_words_they_rest_on() -> None:
    line = {"text": "Can't do 33k. 34,200?", "list_price": 3_641_000, "last_own_offer": 3_490_000}
    code, (answer,) = read(line)
    assert code == 0
    assert answer["offers"] == [
        {"issue": "price", "amount": 3_300_000, "modality": "rejected"},
        {"issue": "price", "amount": 3_420_000, "modality": "probe"},
    ]
    assert {"act": "reject"} in answer["acts"]
    assert {"of": "offers", "index": 1, "start": 14, "end": 20, "text": "34,200"} in answer["spans"]


def test_a_bad_line_gets_an_error_in_its_place_and_the_rest_is_read() -> None:
    bad = ["{", "[1]", '"text"', {"txt": "hi"}, {"text": 5}, {"text": "hi", "list_price": -1},
           {"text": "hi", "last_own_offer": "5"}, {"text": "hi", "list_price": 1.5}, "[" * 100_000]  # fmt: skip
    code, answers = read({"text": "hello"}, *bad, {"text": "deal"})
    assert code == 1
    assert answers[0]["acts"] == [{"act": "greet"}]
    assert [list(answer) for answer in answers[1:-1]] == [["error"]] * len(bad)
    assert all("\n" not in answer["error"] for answer in answers[1:-1])
    assert answers[-1]["acts"] == [{"act": "accept"}]


def test_a_number_or_an_issue_that_cannot_be_is_named_for_what_it_is() -> None:
    told = {
        '{"text": "hi", "list_price": %s}' % ("9" * 5_000): "a number in it has 5,000 digits; at most 18 are read",
        '{"text": "hi", "list_price": NaN}': "NaN is no number in JSON",
        '{"text": "hi", "list_price": 1e300}': '"list_price" must have at most 18 digits',
        '{"text": "hi", "last_own_offer": {"mats": 1}}': (
            '"last_own_offer.mats": without a pack there is no issue but price'
        ),
    }
    code, answers = read(*told)
    assert (code, [answer["error"] for answer in answers]) == (1, list(told.values()))


def test_any_text_comes_back_as_valid_json() -> None:
    nasty = ["\ud800 34k", "\u202e34k\u202c", "🙂" * 3_000, "\x00", "9" * 5_000, ""]
    code, answers = read(*({"text": text, "list_price": 3_641_000} for text in nasty))
    assert code == 0
    assert len(answers) == len(nasty)


def test_a_currency_says_what_the_minor_units_are() -> None:
    _, (yen, dinars) = read(
        {"text": "¥90,000", "list_price": 98_000, "currency": "JPY"},
        {"text": "420.5", "list_price": 450_000, "currency": "KWD"},
    )
    assert [yen["offers"][0]["amount"], dinars["offers"][0]["amount"]] == [90_000, 420_500]


def test_with_a_pack_its_issues_and_topics_are_read() -> None:
    lines = (
        {"text": "33,900 and the mats", "last_own_offer": {"price": 3_490_000, "mats": 0}},
        {"text": "What does a normal week look like?"},
        {"text": "hi", "last_own_offer": {"sunroof": 1}},
    )
    code, (package, question, wrong) = read(*lines, words=("--pack", "car_sales"))
    assert [offer["issue"] for offer in package["offers"]] == ["price", "mats"]
    assert any(act["act"] == "ask_open" and act.get("topic") for act in question["acts"])
    assert "sunroof" in wrong["error"]
    assert code == 1


def test_packages_to_choose_from_are_told_one_by_one_and_only_where_there_are_any() -> None:
    lines = (
        {"text": "A: 34,900 with the mats; B: 34,200 as it stands. Which one?", "list_price": 3_641_000},
        {"text": "34,900 with the mats", "list_price": 3_641_000},
    )
    _, (choice, single) = read(*lines, words=("--pack", "car_sales"))
    priced = [{"issue": "price", "amount": 3_490_000}, {"issue": "mats", "amount": 1}]
    assert choice["packages"] == [
        {"name": "A", "offers": priced},
        {"name": "B", "offers": [{"issue": "price", "amount": 3_420_000}]},
    ]
    assert "packages" not in single


def test_a_table_shows_each_package_by_its_name() -> None:
    table = shown("--pack", "car_sales", "--list-price", "3641000", "Option 1 34,900 with the mats, option 2 34,200")
    assert "option 1" in table
    assert "price $34,900, mats in the" in " ".join(table.split())


def test_an_unknown_pack_is_refused_before_any_line() -> None:
    ran = subprocess.run([HAGGLE, "read", "--pack", "boats"], input=b"{}", capture_output=True, check=False)  # noqa: S603
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert b"boats" in ran.stderr


def test_a_line_is_answered_before_the_next_one_comes() -> None:
    with subprocess.Popen([HAGGLE, "read"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:  # noqa: S603
        assert running.stdin
        assert running.stdout
        for text, act in (("hello", "greet"), ("deal", "accept")):
            running.stdin.write(json.dumps({"text": text}).encode() + b"\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["acts"] == [{"act": act}]


def test_words_on_the_command_line_are_answered_with_a_table() -> None:
    table = shown("33,900 and the mats?", "--pack", "car_sales", "--own-offer", "3490000")
    assert "probe $33,900" in table
    assert "mats" in table
    assert "Nothing that it can place." in shown("purple monkey dishwasher")
    assert json.loads(shown("deal", "--json"))["acts"] == [{"act": "accept"}]


def test_in_a_terminal_plain_lines_are_answered_with_tables() -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen([HAGGLE, "read"], stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:  # noqa: S603
        os.write(ours, b"can't do 900\n\x04")
        printed, _ = running.communicate(timeout=60)
    os.close(theirs)
    os.close(ours)
    assert "rejected $900" in printed.decode()
