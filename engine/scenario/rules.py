"""The rules a run is held under."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rules:
    """Governance of a run. A workspace's own rules override the pack's.

    A round is one turn of the rep with the answer to it. `idle_minutes` of silence end a run as stalled.
    """

    max_rounds: int = 24
    idle_minutes: int = 24 * 60
    allow_partial_agreements: bool = False
    require_unanimous_agreement: bool = True
    pass_mark: int = 70
