"""Every surface of a dispute keeps Slack's limits, whatever people write, and gives both scores in words."""

from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest

from bot.flows.deciding import MOST_LISTED
from bot.flows.deciding import MOST_WORDS as MOST_REASON
from bot.flows.disputing import MOST_WORDS
from bot.sandbox.blocks.surfaces import accept_message_blocks, accept_view
from bot.views.checks import findings_modal
from bot.views.dispute_card import manager_message, outcome_message, waiting_message
from bot.views.dispute_modals import change_modal, dispute_modal, uphold_modal
from bot.views.verdict import verdict_message
from engine.coaching.final import final_verdict
from engine.scenario.scenario import Scenario
from engine.scoring.disputing import DisputeStatus
from engine.scoring.verdict import Cap, Verdict
from storage.disputes import Dispute
from tests.bot.views.test_cards import IDS, LINKS, NOW, SEEDS, drawn, played, run_of

URL = "https://example.slack.com/"
NASTY = "<!channel> *& _`~"


@cache
def judged(seed: int) -> tuple[Scenario, Verdict]:
    """A scenario, and the verdict on a run of it in which the rep wrote long lines."""
    scenario = drawn(seed)
    verdict = final_verdict(played(scenario))
    return scenario, replace(verdict, checks=tuple(replace(check, quote="x" * 180) for check in verdict.checks))


def disputes_on(verdict: Verdict, status: DisputeStatus, words: str = NASTY) -> tuple[Dispute, ...]:
    """Every observed check disputed, and decided the same way, with the longest words that there may be."""
    known = Dispute(
        team="T1", id="0" * 32, run_id="r1", check_id="", rep="U1", given=0, of=0, key="view:V1", filed_at=NOW,
        words=(words * 100)[:MOST_WORDS],
    )  # fmt: skip
    if status != "open":
        known = replace(
            known,
            status=status,
            reason=(words * 100)[:MOST_REASON],
            decided_by="U2",
            decider_name=f"Mei {words}",
            decided_key="view:V2",
            decided_at=NOW + timedelta(hours=1),
        )
    return tuple(
        replace(
            known,
            id=f"{number:032}",
            check_id=check.id,
            given=check.won or 0,
            of=check.of,
            points=(check.of if check.won == 0 else 0) if status == "changed" else None,
        )
        for number, check in enumerate(verdict.checks)
        if check.won is not None
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("status", ["open", "upheld", "changed"])
def test_every_surface_keeps_slacks_limits(seed: int, status: DisputeStatus) -> None:
    scenario, verdict = judged(seed)
    every, run = disputes_on(verdict, status), run_of(scenario, "ended")
    messages = [verdict_message(scenario, verdict, "r1", LINKS, every)]
    for dispute in every:
        messages.append(manager_message(dispute, run, scenario, verdict, every, URL, is_own=True))
        messages.append(outcome_message(dispute, run, scenario, verdict, every, URL))
        accept_view(IDS, uphold_modal(dispute, verdict, LINKS, MOST_REASON), "modal")
        accept_view(IDS, change_modal(dispute, verdict, LINKS, MOST_REASON), "modal")
        accept_view(IDS, dispute_modal(verdict, "r1", LINKS, MOST_WORDS, dispute.check_id), "modal")
    shown = [(dispute, run, scenario, verdict, every) for dispute in every][:MOST_LISTED]
    messages.append(waiting_message(shown, 40, URL, "U1"))
    for message in messages:
        accept_message_blocks(IDS, list(message.blocks))
        assert 0 < len(message.text) <= 4_000
        assert "<!channel>" not in str(message)
    accept_view(IDS, findings_modal(scenario, verdict, LINKS, every, "r1"), "modal")


def test_what_a_dispute_came_to_is_in_the_words_without_blocks() -> None:
    scenario, verdict = judged(18422)
    run = run_of(scenario, "ended")
    changed = next(each for each in disputes_on(verdict, "changed", "Yes. ") if each.check_id == "conduct")
    card = verdict_message(scenario, verdict, "r1", LINKS, (changed,))
    assert f"{verdict.total} / 100" in card.text
    assert "After dispute: " in card.text
    decided = manager_message(changed, run, scenario, verdict, (changed,), URL)
    assert f"Changed from {changed.given} to {changed.points} of {changed.of}" in decided.text
    assert "dispute_uphold" not in str(decided.blocks)
    told = outcome_message(changed, run, scenario, verdict, (changed,), URL)
    assert f"were changed: {changed.points} of {changed.of}" in told.text
    assert "Yes." in told.text


def test_a_cap_that_a_dispute_lifts_is_said_to_be_lifted() -> None:
    scenario, verdict = judged(18422)
    verdict = replace(verdict, caps=(Cap(49, "A deal beyond your own limit scores at most 49."),))
    lifted = replace(disputes_on(verdict, "changed", "Yes. ")[0], check_id="limit", given=0, of=8, points=8)
    assert "Lifted after dispute." in str(verdict_message(scenario, verdict, "r1", LINKS, (lifted,)).blocks)
    lower = replace(lifted, points=7)
    assert "Lifted" not in str(verdict_message(scenario, verdict, "r1", LINKS, (lower,)).blocks)


def test_an_empty_list_says_so_and_a_long_one_says_how_much_it_shows() -> None:
    scenario, verdict = judged(18422)
    every, run = disputes_on(verdict, "open"), run_of(scenario, "ended")
    assert waiting_message((), 0, URL, "U2").text == "No dispute waits for a manager."
    shown = [(dispute, run, scenario, verdict, every) for dispute in every][:MOST_LISTED]
    assert f"The {MOST_LISTED} oldest are shown" in str(waiting_message(shown, 30, URL, "U2").blocks)
    assert "oldest are shown" not in str(waiting_message(shown, MOST_LISTED, URL, "U2").blocks)
