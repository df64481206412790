"""What to keep: one thing well done, in the rep's own words, and what it did."""

from engine.coaching.look import Look
from engine.coaching.praising import PRAISE
from engine.scoring.verdict import Advice, Checked, Verdict

WELL_DONE = 70
"""Percent of a check's points from which it can be the thing to keep."""
RESULTS = ("trust",)
"""Checks of what came of the rest: there is less to learn from them, so they come last."""


def keep(look: Look, verdict: Verdict) -> Advice | None:
    """The check that the rep did best at and that a line of its own shows, the heavier one first.

    None where none went well, or no line shows it.
    """
    good = [check for check in verdict.checks if check.id in PRAISE and _percent(check) >= WELL_DONE]
    for check in sorted(good, key=lambda check: (check.id in RESULTS, -_percent(check) * check.of)):
        if (shown := PRAISE[check.id](look)) is not None:
            return Advice(check.id, check.title, shown.quote, shown.turn.said.ref, shown.why)
    return None


def _percent(check: Checked) -> int:
    return 0 if check.centi is None else check.centi // check.of
