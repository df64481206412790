"""The brief and the verdict card of many seeds, held against Slack's limits and what they must say."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.sandbox.blocks.surfaces import accept_message_blocks, accept_view
from bot.sandbox.ids import Ids
from bot.views.brief import brief_message
from bot.views.checks import checks_modal, findings_modal
from bot.views.help import help_text, unknown_command
from bot.views.links import Links
from bot.views.verdict import verdict_message
from bot.views.verdict_words import headline
from engine.coaching.final import final_verdict
from engine.director.director import end_by_rep
from engine.director.replay import play
from engine.negotiation.events import Reason
from engine.negotiation.negotiation import Negotiation, fold
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import Advice
from storage.runs import Run, RunId, RunStatus
from tests.packs.buyers import buyer

NOW = datetime(2026, 1, 5, 9, tzinfo=UTC)
IDS = Ids(0, 0.0)
LINKS = Links("https://example.slack.com/", "C1", "1700000000.000100")
LINES = ("Hi, what got you looking?", "It's 40,000 out the door.", "I can do 22,000 with the mats.", "Deal.", "I walk.")
SEEDS = (1, 2, 3, 18422, 1024, 9001)


def drawn(seed: int) -> Scenario:
    """The scenario of a seed."""
    return buyer("car_sales", seed)


def played(scenario: Scenario) -> Negotiation:
    """A run on the scenario, ended one way or the other."""
    negotiation = fold(scenario, play(scenario, LINES, "strict", NOW))
    if negotiation.outcome:
        return negotiation
    return fold(scenario, (*negotiation.events, *end_by_rep(negotiation, NOW)))


def run_of(scenario: Scenario, status: RunStatus) -> Run:
    """A stored run on the scenario."""
    return Run(
        team="T1",
        id=RunId("r1"),
        channel="C1",
        thread_ts="1700000000.000100",
        rep="U1",
        pack=scenario.pack,
        pack_hash=scenario.pack_hash,
        draw_epoch=scenario.draw_epoch,
        seed=scenario.seed,
        mode="strict",
        engine="1",
        profile=scenario.attributes,
        profile_hash=scenario.profile_hash,
        rules=scenario.rules,
        status=status,
        round=3,
        revision=3,
        event_count=9,
        post_count=4,
        epoch=3,
        lease_until=None,
        lease_holder=None,
        opened_at=NOW,
        touched_at=NOW,
        ended_at=None,
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("status", ["opening", "open", "paused", "ended"])
def test_the_brief_keeps_slacks_limits_and_says_what_the_rep_must_know(seed: int, status: RunStatus) -> None:
    scenario = drawn(seed)
    message = brief_message(run_of(scenario, status), scenario)
    shown = str(message.blocks)
    accept_message_blocks(IDS, list(message.blocks))
    assert scenario.share_code in message.text
    assert "Your floor" in shown
    assert ("run_pause" in shown) == (status in ("opening", "open"))
    assert ("Hint −2" in shown) == (status in ("opening", "open"))
    assert ("run_resume" in shown) == (status == "paused")


@pytest.mark.parametrize("seed", SEEDS)
def test_the_brief_gives_nothing_of_the_buyer_away(seed: int) -> None:
    scenario = drawn(seed)
    shown = str(brief_message(run_of(scenario, "open"), scenario))
    for fact in scenario.facts:
        assert fact.exact not in shown
        assert fact.reveal not in shown


@pytest.mark.parametrize("seed", SEEDS)
def test_the_verdict_card_keeps_slacks_limits_and_shows_its_working(seed: int) -> None:
    scenario = drawn(seed)
    negotiation = played(scenario)
    verdict = final_verdict(negotiation)
    message = verdict_message(scenario, verdict, "r1", LINKS)
    accept_message_blocks(IDS, list(message.blocks))
    assert f"{verdict.total} / 100" in message.text
    accept_view(IDS, findings_modal(scenario, verdict, LINKS), "modal")


def test_the_rubric_names_every_area_with_its_points() -> None:
    shown = str(accept_view(IDS, checks_modal(drawn(18422)), "modal"))
    assert drawn(18422).profile_hash in shown, "the hash stands there in full"
    for head in ("Outcome · 40", "Process · 35", "Relationship · 15", "Compliance · 10", "Hints · −2 each"):
        assert head in shown


def test_help_names_the_packs_and_a_typo_gets_a_guess() -> None:
    assert "`car_sales`" in help_text(["car_sales"])
    assert "Did you mean `/haggle start`?" in unknown_command("strat")
    assert "/haggle help" in unknown_command("<!channel>")
    assert "<!channel>" not in unknown_command("<!channel>")


def test_a_buyer_who_left_over_a_deal_breaker_is_told_of_in_the_headline_and_on_the_card() -> None:
    scenario = drawn(7)
    lines = ("It's 19,400, decide now, another buyer is coming.", "Sign now or never.")
    negotiation = fold(scenario, play(scenario, lines, "strict", NOW))
    message = verdict_message(scenario, final_verdict(negotiation), "r1", LINKS)
    assert message.text.startswith("No deal · Aisha Nguyen left over being pushed · 2 rounds")
    assert "you were warned of it in round 1" in str(message.blocks)


@pytest.mark.parametrize("reason", sorted(set(Reason) - {Reason.REP_ACCEPTED, Reason.COUNTERPART_ACCEPTED}))
def test_every_way_to_end_without_a_deal_has_a_headline(reason: Reason) -> None:
    scenario = drawn(7)
    verdict = replace(final_verdict(played(scenario)), terms=None, reason=reason, over="being pushed")
    assert headline(scenario, verdict).startswith("No deal · ")


def test_what_they_said_stands_in_inner_quotes_within_a_better_line() -> None:
    scenario = drawn(18422)
    said_back = Advice("heard", "Say it back", "I see.", "", "Say it back.", "You said: “A week.” Right?")
    verdict = replace(final_verdict(played(scenario)), fixes=(said_back,))
    assert "→ “You said: ‘A week.’ Right?”" in str(verdict_message(scenario, verdict, "r1", LINKS))
