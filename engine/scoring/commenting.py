"""The score with a model's comments beside that by the rules alone, which they never touch.

Each answer takes the place of a few points of its check, in the proportion that it stands to the highest answer.
Caps and hints hold as they do without comments, so the two are never further apart than the points of the questions.
"""

from collections.abc import Iterable, Sequence

from engine.judges.comment import Comment
from engine.judges.questions import MOST_POINTS
from engine.negotiation.events import Event, Said
from engine.scoring.rubric import CENTI
from engine.scoring.tally import tally, whole_points
from engine.scoring.verdict import Verdict


def full_score(verdict: Verdict, comments: Iterable[Comment]) -> int:
    """The score, 0 to 100, with what the comments change; the verdict's own where none of them counts."""
    points = {area.area: area.of for area in verdict.areas}
    uncapped = tally(verdict.checks, points, (), 0, verdict.pass_mark).total
    moved = uncapped + whole_points(sum(difference(verdict, each) for each in comments))
    return max(0, min((max(0, moved), 100, *(cap.at for cap in verdict.caps))) - verdict.hint_points)


def difference(verdict: Verdict, comment: Comment) -> int:
    """Centipoints by which the answer differs from the part of the check that it takes the place of.

    0 where it has none, or beside a check that was not observed.
    """
    observed = any(each.id == comment.check and each.centi is not None for each in verdict.checks)
    if comment.answer is None or not observed:
        return 0
    return given_points(comment) - points_by_the_rules(verdict, comment)


def given_points(comment: Comment) -> int:
    """Centipoints of the answer; 0 where there is none."""
    return comment.points * CENTI * (comment.answer or 0) // comment.most


def points_by_the_rules(verdict: Verdict, comment: Comment) -> int:
    """Centipoints of the part of the check that the question stands beside; KeyError without such a check."""
    check = verdict.check(comment.check)
    return (check.centi or 0) * comment.points // check.of


def are_about(verdict: Verdict, comments: Sequence[Comment], events: Iterable[Event]) -> bool:
    """Whether they are comments on this verdict: one a check, within its points, on words that the rep has said."""
    checks = {check.id: check for check in verdict.checks}
    said = [event for event in events if isinstance(event, Said) and event.side == "rep"]
    own = [each.check for each in comments]
    if len(set(own)) < len(own) or sum(each.points for each in comments) > MOST_POINTS:
        return False
    return all(
        each.check in checks and 0 < each.points <= checks[each.check].of and _is_witnessed(each, said)
        for each in comments
    )


def _is_witnessed(comment: Comment, said: Sequence[Said]) -> bool:
    if comment.answer is None:
        return not comment.quote
    is_in_range = comment.most > 0 and 0 <= comment.answer <= comment.most
    lines = (line.text for line in said if line.ref == comment.ref)
    return is_in_range and bool(comment.quote) and any(comment.quote in line for line in lines)
