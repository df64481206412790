"""How a model's comments read in a verdict: each with the rep's own words, its points beside those by the rules."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.views.blocks import context, divider, escape, quoted, section
from bot.views.links import Links
from bot.views.message import Block
from engine.judges.comment import Comment
from engine.judges.questions import MOST_POINTS, question_of
from engine.scoring.commenting import full_score, given_points, points_by_the_rules
from engine.scoring.rubric import CENTI
from engine.scoring.verdict import Verdict

WITH = "with the model's comments"
_LONGEST_QUOTE = 160


def commented_line(verdict: Verdict, comments: Sequence[Comment], *, is_disputed: bool) -> str:
    """The score with the comments, on a line of its own; nothing where none of them counts."""
    if not _is_any_counted(comments):
        return ""
    what_counts = "on the judge's points" if is_disputed else f"— for practice, {verdict.total} is what counts"
    return f"\n*{full_score(verdict, comments)} / 100* {WITH} {what_counts}"


def commented_words(verdict: Verdict, comments: Sequence[Comment]) -> str:
    """The same for those who see no blocks."""
    return f" {full_score(verdict, comments)} / 100 {WITH}." if _is_any_counted(comments) else ""


def comments_blocks(verdict: Verdict, comments: Sequence[Comment], links: Links) -> list[Block]:
    """Every comment; where there is none to be had, why. Nothing before a model was asked."""
    if not comments:
        return []
    if len({each.why for each in comments}) == 1 and not _is_any_counted(comments):
        return [context(f"The model's comments: unscored. {escape(_why(comments[0]))} The score is as it was.")]
    shown = [section(_shown(verdict, each, links)) for each in comments]
    return [divider(), section("*The model's comments*"), *shown, context(_about(comments))]


def _is_any_counted(comments: Sequence[Comment]) -> bool:
    return any(each.answer is not None for each in comments)


def _shown(verdict: Verdict, comment: Comment, links: Links) -> str:
    title, points, told = _parts(verdict, comment)
    words = f"\n{quoted(comment.quote, _LONGEST_QUOTE)}{links.arrow(comment.ref)}" if comment.quote else ""
    return f"*{escape(title)}* · {points}\n{escape(told)}{words}"


def in_words(verdict: Verdict, comment: Comment) -> str:
    """The comment as a plain line, with the words that it rests on."""
    title, points, told = _parts(verdict, comment)
    return f"{title}, {points}: {told}{f' “{comment.quote}”' if comment.quote else ''}"


class _Parts(NamedTuple):
    title: str
    points: str
    told: str


def _parts(verdict: Verdict, comment: Comment) -> _Parts:
    question = question_of(comment.question)
    title = question.title if question else verdict.check(comment.check).title
    rules = in_points(points_by_the_rules(verdict, comment))
    if comment.answer is None:
        return _Parts(title, f"unscored (by the rules: {rules} of {comment.points})", _why(comment))
    points = f"{in_points(given_points(comment))} of {comment.points} (by the rules: {rules})"
    told = question.told[comment.answer] if question and comment.answer <= question.most else ""
    return _Parts(title, points, told)


def in_points(centi: int) -> str:
    """Centipoints in tenths of a point, halves up: `2`, `1.5`."""
    whole, tenth = divmod((centi * 10 + CENTI // 2) // CENTI, 10)
    return f"{whole}.{tenth}" if tenth else str(whole)


def _why(comment: Comment) -> str:
    return f"Nobody answered: {comment.why}."


def _about(comments: Sequence[Comment]) -> str:
    by = next((f"By {each.by}" for each in comments if each.by), "By a language model")
    return escape(
        f"{by}, from lines of the talk alone: it knew no names, no score and not how it ended. "
        f"A model can be wrong, so its points, {MOST_POINTS} at most, stand beside the score and are no part of it."
    )
