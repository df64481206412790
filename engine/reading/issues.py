"""Which issue a number speaks to: the one named nearest to it, else the one last talked about."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, within
from engine.reading.quantity import Quantity
from engine.scenario.scenario import Issue, IssueKind
from engine.terms.terms import IssueId

_OWN_REACH = 3
"""Tokens within which a number owns the name after it."""


def issues_for(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> tuple[Issue, ...]:
    """The money issues that the number may speak to, the likeliest first; the price comes last if not sooner."""
    if len(context.issues) == 1:
        return context.issues
    hits = within(line.issues, setting.sentence.start, setting.clause.end)
    free = [hit for hit in hits if not _is_taken(hit, number, setting)] if hits else []
    flags = {flag.id for flag in context.flags} if free else set()
    inside = [hit for hit in free if hit.start >= setting.clause.start and hit.label not in flags]
    near = [hit.label for hit in _nearest(number, inside)]
    earlier = [hit.label for hit in free if hit.start < number.start][-1:]
    traded = [issue.id for issue in context.sums] if _is_traded(number, setting) else []
    found = (context.issue(issue) for issue in dict.fromkeys([*traded, *near[:1], *(earlier or _talked_of(context))]))
    money = [issue for issue in found if issue is not None and issue.kind in (IssueKind.PRICE, IssueKind.MONEY)]
    return tuple(money) if context.price in money else (*money, context.price)


def _is_taken(hit: Hit[IssueId], number: Quantity, setting: Setting) -> bool:
    """Whether a number before the name has it to itself, as in "7k on the trade and 22,800 on the car"."""
    before = bisect_right(setting.numbers, hit.start, key=_end) if hit.end < number.start else 0
    end = setting.numbers[before - 1].end if before else 0
    is_beside = any(cue.label is Cue.GIVE and end <= cue.start < hit.start for cue in setting.cues)
    return before > 0 and hit.start - end <= _OWN_REACH and not is_beside


def _end(number: Quantity) -> int:
    return number.end


def _is_traded(number: Quantity, setting: Setting) -> bool:
    """Whether the number is for what is given in part payment: "8 grand for your old one"."""
    return setting.has(Cue.TRADED) and any(
        hit.label is Cue.TRADED and 0 <= hit.start - number.end <= 1 for hit in setting.cues
    )


def _talked_of(context: ReadingContext) -> Iterator[IssueId]:
    """The issue talked of last, then the sums that the last topic is about: those that share a word with it."""
    if context.last_issue:
        yield context.last_issue
    if context.sums and context.last_topic is not None:
        words = next((words for topic, words in context.topics if topic == context.last_topic), ())
        yield from (issue.id for issue in context.sums if not set(words).isdisjoint(issue.words))


def _nearest(number: Quantity, hits: Sequence[Hit[IssueId]]) -> list[Hit[IssueId]]:
    return sorted(hits, key=lambda hit: hit.start - number.end if hit.start >= number.end else number.start - hit.end)
