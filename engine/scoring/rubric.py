"""The rubric: every check with what it asks and its points. The brief shows it, the verdict uses exactly it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hashlib import sha256
from types import MappingProxyType
from typing import Literal

Area = Literal["outcome", "process", "relationship", "compliance"]

CENTI = 100
"""Centipoints in a point: scores are reckoned in them and rounded once."""

COMPLIANCE_MARK = 7
"""Points of compliance without which no run passes."""

GOOD_ENOUGH = 80
"""Percent of a check's points from which there is nothing to mend."""

HINT_POINTS = 2
"""What each new hint takes off the total; the same hint shown again takes nothing."""
HINTS_ASK = "Each new hint takes its points off the total; the same one shown again takes nothing."

BELOW_FLOOR_CAP = 49
ABUSE_CAP = 39
CAP_CHECKS: Mapping[int, str] = MappingProxyType({BELOW_FLOOR_CAP: "limit", ABUSE_CAP: "conduct"})
"""The check that each cap rests on: who is found to have all its points is not capped for it."""


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that is looked at: its area, title, what it asks of the rep, and the points it can give."""

    id: str
    area: Area
    title: str
    asks: str
    points: int


RUBRIC: tuple[Check, ...] = (
    Check("claim", "outcome", "What you kept",
          "Your gain, between that of a rep who only discounts and that of the best of 48 reference reps.", 18),
    Check("pie", "outcome", "Value created",
          "What a deal within your limit holds for both, against the most that any of 48 reference reps reached.", 8),
    Check("balance", "outcome", "A deal both can keep",
          "The product of both sides' gains, against the best that any of 48 reference reps reached.", 6),
    Check("limit", "outcome", "Knew when to sign",
          "A deal no worse than your own limit; none where none was to be had, found out without going beyond it.", 8),
    Check("discovery", "process", "Found out what matters",
          "The share of what they would have told you that you asked for; half after your first price.", 9),
    Check("questions", "process", "Good questions",
          "Open questions rather than yes or no, and following up on what you hear.", 4),
    Check("objections", "process", "Handled doubts",
          "Each doubt acknowledged, asked about and answered.", 5),
    Check("anchor", "process", "Opened well",
          "A first price that leaves room to move, after showing what it is worth.", 4),
    Check("concessions", "process", "Conceded with care",
          "No second move without one of theirs, ever smaller steps, each for a reason or in return.", 6),
    Check("packages", "process", "Traded, not only cut",
          "Something in the offer besides the price that they value more than it costs you.", 3),
    Check("close", "process", "Asked for the deal",
          "Asking for the decision, or taking it, when the terms were there.", 4),
    Check("trust", "relationship", "Trust",
          "Whether they trusted you more at the end than at the start.", 7),
    Check("pressure", "relationship", "No pressure",
          "No ultimatums, no talking others down.", 4),
    Check("heard", "relationship", "They felt heard",
          "Picking up a word, a figure or a person of theirs, or asking on. “I hear you” alone earns nothing.", 4),
    Check("claims", "compliance", "True claims",
          "Nothing that your brief does not bear out.", 5),
    Check("payments", "compliance", "Whole payment terms",
          "A monthly payment is named with its rate and its term.", 2),
    Check("conduct", "compliance", "Fair conduct",
          "No insults, and no attempts to trick the exercise.", 3),
)  # fmt: skip

AREA_POINTS: Mapping[Area, int] = MappingProxyType(
    {
        area: sum(check.points for check in RUBRIC if check.area == area)
        for area in ("outcome", "process", "relationship", "compliance")
    }
)
"""The points of each area, in the order that verdicts show them: 40, 35, 15 and 10."""


def check_of(check_id: str) -> Check:
    """The check of that id; KeyError where there is none."""
    return {check.id: check for check in RUBRIC}[check_id]


@cache
def rubric_hash() -> str:
    """SHA-256, in hex, of every check and of a hint's price: kept with a run, so that a later rubric cannot pass for
    this one."""
    plain = {"checks": [asdict(check) for check in RUBRIC], "hint_points": HINT_POINTS}
    return sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
