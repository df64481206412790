"""Whether what a pack promises can come about: facts that some rep could earn, deal-breakers that a line sets off."""

from collections.abc import Iterator
from dataclasses import replace

from engine.persona.draw import draw_scenario
from engine.persona.profile import draw_profile
from engine.reading.context import context_of
from engine.reading.lexicon import WORDINGS
from engine.reading.phrases import GAP, expand, listed
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scenario.pack import Pack
from engine.scenario.scenario import DealBreaker, Scenario
from engine.strict.deal_breakers import sets_off
from engine.strict.trust import WARMTH
from packs.check_texts import OPEN
from packs.finding import Finding

SEEDS = 100
"""Seeds looked at for the most trust that a counterpart begins with."""
TRIED = 20
"""Seeds tried for one on whose table a deal-breaker can be set off."""
COMMON = {act.value: wordings for act, wordings in WORDINGS.items()}
READ_OTHERWISE = {act.value for act in Act} - COMMON.keys()
"""Acts that are read from what a line offers, asks or shows, and not from wordings."""
EARNED_IN_A_RUN = sum(trust * times for trust, times in WARMTH.values())
"""Trust that manner alone earns a rep who does everything right, for a counterpart of ordinary warmth."""


def reach_findings(pack: Pack) -> Iterator[Finding]:
    """Facts that ask for more trust than a rep can earn, deal-breakers that nothing sets off; of a drawable pack."""
    most = min(100, max(_first_trust(pack, seed) for seed in range(SEEDS)) + EARNED_IN_A_RUN)
    for name, fact in pack.facts.items():
        if fact.visibility in OPEN and fact.min_trust > most:
            message = f"nobody could earn it: trust comes to {most} at the most, even for the kindest rep"
            yield Finding(("facts", name, "min_trust"), message)
    yield from _never_set_off(pack)


def _never_set_off(pack: Pack) -> Iterator[Finding]:
    for name, note in pack.deal_breakers.items():
        breaker = DealBreaker(name, name, note.set_off_by)
        if not any(_can_be_set_off(breaker, draw_scenario(pack, "", seed)) for seed in range(TRIED)):
            yield Finding(("deal_breakers", name, "set_off_by"), "nothing that a rep can say sets it off")


def _can_be_set_off(breaker: DealBreaker, scenario: Scenario) -> bool:
    """Whether the counterpart would take it from an issue on the table, or some wording of what sets it off."""
    if not {*READ_OTHERWISE, *(issue.id for issue in scenario.issues)}.isdisjoint(breaker.set_off_by):
        return True
    # What sets it off goes by its words: no example needs to be learned for it.
    context = replace(context_of(scenario), examples=())
    return any(sets_off(breaker, read_message(f"{line}.", context)) for line in _wordings(breaker, scenario))


def _wordings(breaker: DealBreaker, scenario: Scenario) -> Iterator[str]:
    """Lines that name what sets the deal-breaker off, in the words of the engine and of the pack."""
    own = {str(topic): words for topic, words in scenario.topics}
    for name in breaker.set_off_by:
        for wording in (*own.get(name, ()), *dict(scenario.lexicon).get(name, ()), *listed(COMMON.get(name, ""))):
            yield from (" ".join(word for word in words if word != GAP) for words in expand(wording))


def _first_trust(pack: Pack, seed: int) -> int:
    return pack.temper.trust.value(draw_profile(pack, seed).figures)
