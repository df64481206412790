"""What to keep: one thing well done, in the rep's own words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from engine.scoring.verdict import Advice, Checked

WELL_DONE = 70
"""Percent of a check's points from which it can be the thing to keep."""


def keep(checks: Sequence[Checked]) -> Advice | None:
    """The check with words of the rep's own that it did best at, the heavier one first; None where none went well."""
    good = [check for check in checks if check.id in PRAISE and check.quote and _percent(check) >= WELL_DONE]
    if not good:
        return None
    best = max(good, key=lambda check: (_percent(check) * check.of, -checks.index(check)))
    return Advice(best.id, best.title, best.quote, best.ref, PRAISE[best.id])


def _percent(check: Checked) -> int:
    return 0 if check.centi is None else check.centi // check.of


PRAISE: Mapping[str, str] = MappingProxyType(
    {
        "discovery": "You asked early, and it told you what they would not have said by themselves.",
        "questions": "This left them room to tell you more than a yes or no.",
        "objections": "You took the doubt seriously instead of arguing with it.",
        "anchor": "You opened with room to move.",
        "concessions": "You gave in small steps, each for a reason.",
        "packages": "You put in something that is worth more to them than it costs you.",
        "close": "You asked for the decision in plain words.",
        "trust": "Lines like this one made them trust you more.",
        "heard": "You showed them that you had listened.",
    }
)
"""What to say of each check that can be kept."""
