"""The next seed to practise on: one that asks for what went worst."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from engine.persona.remembered import scenario_at
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import Drill, Verdict
from engine.scoring.zone import zone_of
from engine.seed import draw_range, seed_key, u64

TRIED = 24
"""Seeds looked at beside those of the pack's own lists."""
LARGEST = 99_999
MANY_SECRETS = 3
PATIENT = ("0.2", "0.5")
"""Curves of those who give late."""
SENSITIVE = 115


def _keeps_things_back(scenario: Scenario) -> bool:
    kept = [fact for fact in scenario.facts if fact.weight and fact.min_trust > scenario.temper.trust]
    return len(kept) >= MANY_SECRETS


def _gives_late(scenario: Scenario) -> bool:
    return scenario.temper.curve in PATIENT and zone_of(scenario).exists


TRAINS: Mapping[str, tuple[str, Callable[[Scenario], bool]]] = MappingProxyType(
    {
        "discovery": ("tells little unasked", _keeps_things_back),
        "questions": ("tells little unasked", _keeps_things_back),
        "heard": ("warms to being heard", lambda scenario: scenario.temper.rapport_gain >= SENSITIVE),
        "trust": ("warms to being heard", lambda scenario: scenario.temper.rapport_gain >= SENSITIVE),
        "pressure": ("bears no pressure", lambda scenario: scenario.temper.pressure_gain >= SENSITIVE),
        "conduct": ("bears no pressure", lambda scenario: scenario.temper.pressure_gain >= SENSITIVE),
        "objections": ("has more than one doubt", lambda scenario: len(scenario.objections) > 1),
        "claims": ("has more than one doubt", lambda scenario: len(scenario.objections) > 1),
        "anchor": ("gives late", _gives_late),
        "concessions": ("gives late", _gives_late),
        "claim": ("gives late", _gives_late),
        "packages": ("values more than the price", lambda scenario: len(zone_of(scenario).extras) > 1),
        "pie": ("values more than the price", lambda scenario: len(zone_of(scenario).extras) > 1),
        "balance": ("values more than the price", lambda scenario: len(zone_of(scenario).extras) > 1),
        "close": ("has somebody to ask first", lambda scenario: bool(scenario.gates)),
        "limit": ("leaves little room", lambda scenario: 0 < 20 * zone_of(scenario).room < scenario.product.list_price),
    }
)
"""By check: what the next counterpart is like, said without a word of what it hides, and how to know one."""


def drill_for(pack: Pack, scenario: Scenario, verdict: Verdict) -> Drill | None:
    """The first seed that trains what cost most: the same for the same run. None where nothing did, or none does."""
    checks = [fix.check for fix in verdict.fixes if fix.check in TRAINS]
    if not checks:
        return None
    return drill_on(pack, scenario.pack_hash, scenario.seed, checks[0])


def drill_on(pack: Pack, pack_hash: str, seed: int, check: str) -> Drill | None:
    """The first seed but this one that trains the check; None where none does."""
    why, fits = TRAINS[check]
    for other in _candidates(pack, seed, check):
        drawn = scenario_at(pack, pack_hash, other)
        if fits(drawn):
            return Drill(drawn.share_code, check, why)
    return None


def weakest_check(verdicts: Sequence[Verdict]) -> str | None:
    """The check that can be trained and has cost most points over these runs; None where none has cost any.

    Of two that cost the same it is the one that comes first in `TRAINS`.
    """
    lost = {check: sum(_lost(verdict, check) for verdict in verdicts) for check in TRAINS}
    worst = max(lost, key=lambda check: lost[check])
    return worst if lost[worst] else None


def _lost(verdict: Verdict, check: str) -> int:
    return sum(each.of - each.won for each in verdict.checks if each.id == check and each.won is not None)


def _candidates(pack: Pack, seed: int, check: str) -> Iterator[int]:
    """The pack's own seeds and others, in an order of this seed and check: not every run leads to the same one."""
    key = seed_key(pack.id, pack.draw_epoch, seed)
    listed = {other for seed_list in pack.seed_lists for other in seed_list.seeds}
    drawn = {draw_range(key, f"drill/{check}/{number}", 1, LARGEST) for number in range(TRIED)}
    ordered = sorted(listed | drawn, key=lambda other: (u64(key, f"drill/{check}/order/{other}"), other))
    return (other for other in ordered if other != seed)
