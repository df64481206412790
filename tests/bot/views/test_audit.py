"""The audit in words: a line an act, whatever the act, and a message that Slack takes."""

import re
from pathlib import Path

import bot.flows
from bot.sandbox.blocks.surfaces import message_problems
from bot.views.audit import DID, audit_message
from storage.audit import Act
from tests.storage.given import NOW

ACTS = re.compile(r'Act\(\s*[^()]*(?:\(\))?[^()]*?, "([a-z][a-z \']+)",')


def written_down() -> set[str]:
    """Every act that a flow writes down by its name."""
    folder = Path(str(bot.flows.__file__)).parent
    return {act for path in folder.rglob("*.py") for act in ACTS.findall(path.read_text())}


def test_every_act_that_flows_write_down_has_words_of_its_own() -> None:
    acts = written_down()
    assert {"made manager", "decided dispute", "saw usage", "assigned", "excused", "changed retention"} <= acts
    assert acts - set(DID) == set(), "say in bot/views/audit.py what they mean"


def test_as_many_acts_as_there_are_fit_into_a_message() -> None:
    acts = [
        Act(NOW, f"U0MANAGER{n}", "decided dispute", f"U0REP{n}", {"check": "questions", "given": 0}) for n in range(25)
    ]
    message = audit_message(acts)
    assert message_problems({"blocks": list(message.blocks)}) == ()


def test_who_has_left_is_somebody_and_an_unknown_act_stands_as_it_was_written() -> None:
    text = str(audit_message([Act(NOW, "", "deleted own data", "", {}), Act(NOW, "U1", "new act", "x1", {})]).blocks)
    assert "Somebody had their own data deleted" in text
    assert "<@U1> new act · `x1`" in text
