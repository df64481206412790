"""The verdict card: what came of it, the score with its working, what to keep and mend, and what was hidden."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.views.blocks import actions, button, context, divider, escape, fields, header, quoted, section
from bot.views.brief import CHECKS
from bot.views.comments import commented_line, commented_words, comments_blocks
from bot.views.counterpart import profile_mark
from bot.views.dates import moment
from bot.views.dispute_buttons import dispute_button
from bot.views.dispute_words import AFTER, after_disputes, disputes_sections, passes, score_lines
from bot.views.links import Links
from bot.views.message import Block, Message
from bot.views.offers import offers_blocks
from bot.views.replay_buttons import replay_button
from bot.views.share_modal import share_button
from bot.views.start_buttons import NEW_SEED, START_DRILL, START_SEED, USUAL, Started
from bot.views.verdict_words import drill_in_words, headline, hints_in_words, points, standing_of
from engine.judges.comment import Comment
from engine.scenario.scenario import Scenario
from engine.scoring.rubric import check_of
from engine.scoring.verdict import Advice, Verdict
from storage.disputes import Dispute

EXPORT = "run_export"
"""Puts the run's file into its thread."""

_INNER_QUOTES = str.maketrans("“”", "‘’")


FOLLOW = "A language model's comments on this run follow in a minute; they leave the score as it is."


def verdict_message(
    scenario: Scenario,
    verdict: Verdict,
    run_id: str,
    links: Links,
    disputes: Sequence[Dispute] = (),
    withheld_until: datetime | None = None,
    played: Started = USUAL,
    comments: Sequence[Comment] = (),
    comments_follow: bool = False,
) -> Message:
    """The card; quotes lead to the messages they come from. What managers changed, and what a model's comments come to,
    stand beside the score.

    It is complete unless what the counterpart hid is withheld until a moment. `played` says in which mode and by which
    model, so that another run is held the same way.
    """
    ending, after = headline(scenario, verdict), after_disputes(verdict, disputes)
    blocks: list[Block] = [
        header(ending),
        section(score_lines(verdict, after) + commented_line(verdict, comments, is_disputed=after is not None)),
        fields(*_areas(verdict, after), *_hints(verdict)),
        *_caps(verdict, after),
        *_standing(verdict),
        *disputes_sections(verdict, disputes),
        divider(),
        *_advice(verdict, links),
        *(comments_blocks(verdict, comments, links) if not comments_follow else [context(FOLLOW)]),
        divider(),
        *offers_blocks(scenario, verdict),
        *(reveal_blocks(scenario, verdict) if withheld_until is None else [_withheld(scenario, withheld_until)]),
        actions(
            "verdict",
            button(START_SEED, "Retry this seed", str(played._replace(what=scenario.share_code)), style="primary"),
            button(NEW_SEED, "New seed", str(played._replace(what=scenario.pack))),
            button(CHECKS, "See every check", run_id),
            replay_button(run_id),
            share_button(run_id),
            button(EXPORT, "Export", run_id),
            dispute_button(run_id),
        ),
        context(f"{scenario.share_code} · {profile_mark(scenario)}, in full under *See every check*"),
    ]
    changed = f" After dispute: {after.total} / 100, {passes(after)}." if after else ""
    said = f"{ending}. {verdict.total} / 100, {passes(verdict)}.{changed}{commented_words(verdict, comments)}"
    return Message(said, tuple(blocks))


def _standing(verdict: Verdict) -> list[Block]:
    return [context(words)] if (words := standing_of(verdict)) else []


def _areas(verdict: Verdict, after: Verdict | None) -> Iterator[str]:
    """The points of each area; where a dispute changed them, both."""
    for area in verdict.areas:
        now = after.area(area.area) if after else area
        changed = f"\n*{points(now.won, now.of)}* {AFTER}" if now != area else ""
        yield f"*{area.area.title()}*\n{points(area.won, area.of)}{changed}"


def _caps(verdict: Verdict, after: Verdict | None) -> Iterator[Block]:
    for cap in verdict.caps:
        lifted = f" Lifted {AFTER}." if after and cap not in after.caps else ""
        yield context(f"Capped at {cap.at}: {escape(cap.why)}{lifted}")


def _hints(verdict: Verdict) -> tuple[str, ...]:
    """What the hints took, beside the areas; nothing where there was none."""
    return (f"*Hints*\n{hints_in_words(verdict)}",) if verdict.hints else ()


def _advice(verdict: Verdict, links: Links) -> list[Block]:
    kept = [section(_advised("Keep", verdict.keep, links))] if verdict.keep else []
    fixes = [
        section(_advised(f"Fix {number}" if len(verdict.fixes) > 1 else "Fix", fix, links))
        for number, fix in enumerate(verdict.fixes, 1)
    ]
    return [*kept, *fixes, *_drill(verdict)]


def _drill(verdict: Verdict) -> list[Block]:
    if verdict.drill is None:
        return []
    drill = verdict.drill
    text = f"*Drill: {escape(check_of(drill.check).title)}.* {escape(drill_in_words(drill))} `{drill.share_code}`"
    return [section(text, button(START_DRILL, "Start the drill", drill.share_code))]


def _advised(label: str, advice: Advice, links: Links) -> str:
    words = f"\n{quoted(advice.quote)}{links.arrow(advice.ref)}" if advice.quote else ""
    better = f"\n→ {quoted(advice.better.translate(_INNER_QUOTES))}" if advice.better else ""
    otherwise = f"\n{escape(advice.otherwise)}" if advice.otherwise else ""
    return f"*{label}: {escape(advice.title)}.* {escape(advice.why)}{words}{better}{otherwise}"


def _withheld(scenario: Scenario, until: datetime) -> Block:
    name = escape(scenario.counterpart.name)
    return context(
        f"This run is ranked: what {name} was not saying is in the rep’s own messages, and stands here from "
        f"{moment(until)} on, when nobody can meet {name} in a ranked run any more."
    )


def reveal_message(scenario: Scenario, verdict: Verdict, links: Links) -> Message:
    """What the counterpart was not saying, for the rep alone, with the way back into the thread."""
    name = scenario.counterpart.name
    note = context("For you alone while others can still meet this buyer in a ranked run.")
    head = section(f"*{escape(name)} · {scenario.share_code}*{links.arrow(links.thread)}")
    return Message(
        f"{scenario.share_code}: what {name} was not saying.", (head, *reveal_blocks(scenario, verdict), note)
    )


def reveal_blocks(scenario: Scenario, verdict: Verdict) -> list[Block]:
    """What the counterpart was not saying; empty where there was nothing."""
    if not verdict.reveal:
        return []
    lines = "\n".join(f"• {escape(line)}" for line in verdict.reveal)
    return [section(f"*What {escape(scenario.counterpart.name)} was not saying*\n{lines}")]
