"""A model's comments in a verdict keep Slack's limits, ping nobody, and give both scores in words."""

from dataclasses import replace

import pytest

from bot.sandbox.blocks.surfaces import accept_message_blocks
from bot.views.comments import WITH, in_points
from bot.views.verdict import verdict_message
from engine.judges.blinding import LONGEST_QUOTE
from engine.judges.comment import Comment
from engine.judges.questions import QUESTIONS
from engine.scoring.commenting import full_score
from tests.bot.views.test_cards import IDS, LINKS, SEEDS
from tests.bot.views.test_disputes import NASTY, disputes_on, judged


def comments_on(quote: str, answer: int | None = 1, why: str = "") -> tuple[Comment, ...]:
    """Every question, answered alike."""
    return tuple(
        Comment(each.id, each.check, each.points, each.most, answer, quote, "1700000000.000100", why, by="a-model")
        for each in QUESTIONS
    )


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("answer", [0, 1, None])
def test_the_card_keeps_slacks_limits_with_every_dispute_and_comment(seed: int, answer: int | None) -> None:
    scenario, verdict = judged(seed)
    long = (NASTY * 100)[:LONGEST_QUOTE]
    comments = comments_on("" if answer is None else long, answer, long if answer is None else "")
    comments = (*comments[:-1], replace(comments[-1], why="another reason")) if answer is None else comments
    message = verdict_message(scenario, verdict, "r1", LINKS, disputes_on(verdict, "changed"), comments=comments)
    accept_message_blocks(IDS, list(message.blocks))
    assert len(message.text) <= 4_000
    assert "<!channel>" not in str(message)


def test_both_scores_are_in_the_words_without_blocks() -> None:
    scenario, verdict = judged(18422)
    comments = comments_on("I hear you there", 0)
    message = verdict_message(scenario, verdict, "r1", LINKS, comments=comments)
    full = full_score(verdict, comments)
    assert full < verdict.total
    assert f"{verdict.total} / 100" in message.text
    assert message.text.endswith(f"{full} / 100 {WITH}.")
    assert f"*{full} / 100* {WITH} — for practice, {verdict.total} is what counts" in str(message.blocks)


def test_before_a_model_was_asked_the_card_says_nothing_of_it() -> None:
    scenario, verdict = judged(18422)
    assert "model" not in str(verdict_message(scenario, verdict, "r1", LINKS))


def test_where_none_is_to_be_had_the_card_says_why_once() -> None:
    scenario, verdict = judged(18422)
    shown = verdict_message(scenario, verdict, "r1", LINKS, comments=comments_on("", None, "it rained <!here>"))
    assert str(shown.blocks).count("it rained &lt;!here&gt;. The score is as it was.") == 1
    assert WITH not in str(shown)


def test_a_comment_on_a_question_of_another_version_is_shown_by_its_check() -> None:
    scenario, verdict = judged(18422)
    other = replace(comments_on("I hear you there")[0], question="of later", answer=1)
    assert f"*{verdict.check('questions').title}* · 0.8 of 3 (by the rules" in str(
        verdict_message(scenario, verdict, "r1", LINKS, comments=(other,)).blocks
    )


@pytest.mark.parametrize(("centi", "shown"), [(0, "0"), (75, "0.8"), (149, "1.5"), (200, "2"), (204, "2"), (296, "3")])
def test_points_are_told_in_tenths(centi: int, shown: str) -> None:
    assert in_points(centi) == shown
