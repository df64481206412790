"""Whether what a pack promises can come about: facts that some rep could earn, options that some seed draws."""

from collections.abc import Iterator

from engine.persona.profile import draw_profile
from engine.scenario.pack import Pack
from engine.strict.trust import WARMTH
from packs.check_texts import OPEN
from packs.finding import Finding

SEEDS = 100
"""Seeds looked at for the most trust that a counterpart begins with."""
EARNED_IN_A_RUN = sum(trust * times for trust, times in WARMTH.values())
"""Trust that manner alone earns a rep who does everything right, for a counterpart of ordinary warmth."""


def reach_findings(pack: Pack) -> Iterator[Finding]:
    """Facts that ask for more trust than a rep can earn. The pack must be drawable."""
    most = min(100, max(_first_trust(pack, seed) for seed in range(SEEDS)) + EARNED_IN_A_RUN)
    for name, fact in pack.facts.items():
        if fact.visibility in OPEN and fact.min_trust > most:
            message = f"nobody could earn it: trust comes to {most} at the most, even for the kindest rep"
            yield Finding(("facts", name, "min_trust"), message)


def _first_trust(pack: Pack, seed: int) -> int:
    return pack.temper.trust.value(draw_profile(pack, seed).figures)
