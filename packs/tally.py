"""What a stretch of seeds shows of a pack: profiles, zones, the panel's runs. Whole numbers only, made to be added."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from engine.panel.panel import PANEL
from engine.panel.playing import play_panel
from engine.persona.conditions import Profile
from engine.persona.constraints import broken_constraints
from engine.persona.draw import scenario_of
from engine.persona.draws import chances
from engine.persona.profile import Drawn, draw_profile
from engine.scenario.attributes import AmountRange, Choice, Range, Several
from engine.scenario.pack import Pack
from engine.scenario.scenario import Scenario
from engine.scoring.zone import joint_surplus, zone_of

MILLION = 1_000_000
FIRST_SEEDS = 5
"""How many seeds are named where something is wrong."""


@dataclass(slots=True)
class Tally:
    """Counts over some seeds. Adding tallies in the order of their seeds gives the tally of all.

    `zoned` are the seeds with a bargaining zone, `by_price` counts those that have one without any extra.
    `seen` and `expected` count values by attribute (the latter in millionths, from the pack's weights as tilted for
    each profile), `places` the values of what leans on latents, by attribute and seed. `profits` and `deals` go by
    reference rep; those of `zoned` seeds have the room (minor units) beside them in `rooms`.
    """

    seeds: int = 0
    by_price: int = 0
    zoned: list[int] = field(default_factory=list)
    rooms: list[int] = field(default_factory=list)
    profits: list[tuple[int, ...]] = field(default_factory=list)
    deals: Counter[str] = field(default_factory=Counter)
    rounds: Counter[str] = field(default_factory=Counter)
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    expected: Counter[tuple[str, str]] = field(default_factory=Counter)
    drawn: Counter[str] = field(default_factory=Counter)
    places: dict[str, dict[int, int]] = field(default_factory=dict)
    broken: dict[str, list[int]] = field(default_factory=dict)
    failed: list[tuple[int, str]] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Takes in the tally of seeds that come after these."""
        self.seeds += other.seeds
        self.by_price += other.by_price
        self.zoned += other.zoned
        self.rooms += other.rooms
        self.profits += other.profits
        self.failed += other.failed
        for mine, theirs in (
            (self.deals, other.deals),
            (self.rounds, other.rounds),
            (self.drawn, other.drawn),
        ):
            mine.update(theirs)
        self.seen.update(other.seen)
        self.expected.update(other.expected)
        for name, values in other.places.items():
            self.places.setdefault(name, {}).update(values)
        for name, seeds in other.broken.items():
            self.broken.setdefault(name, []).extend(seeds)


def tally_of(pack: Pack, seeds: range) -> Tally:
    """What these seeds show; a seed that cannot be drawn is noted and passed over."""
    tally = Tally()
    for seed in seeds:
        tally.seeds += 1
        try:
            drawn = draw_profile(pack, seed)
            _draw(tally, pack, drawn)
            _play(tally, scenario_of(pack, "", drawn))
        except (ArithmeticError, LookupError, ValueError) as error:
            tally.failed.append((seed, str(error)))
    return tally


def _draw(tally: Tally, pack: Pack, drawn: Drawn) -> None:
    for name in broken_constraints(pack, drawn):
        tally.broken.setdefault(name, []).append(drawn.seed)
    tally.drawn.update(list(drawn.profile))
    for name, value in drawn.profile.items():
        attribute = pack.attributes[name]
        if isinstance(attribute, Choice):
            tally.seen[name, str(value)] += 1
            tally.expected.update(dict(_expected(name, attribute, drawn.profile)))
        elif isinstance(attribute, Several) and isinstance(value, tuple):
            tally.seen.update((name, member) for member in value)
        if isinstance(attribute, Choice | Range | AmountRange) and attribute.loads:
            place = tuple(attribute.options).index(str(value)) if isinstance(attribute, Choice) else drawn.figures[name]
            tally.places.setdefault(name, {})[drawn.seed] = place


def _expected(name: str, attribute: Choice, profile: Profile) -> Iterator[tuple[tuple[str, str], int]]:
    weights: Mapping[str, int] = chances(attribute, profile)
    total = sum(weights.values())
    for option, weight in weights.items():
        yield (name, option), MILLION * weight // total


def _play(tally: Tally, scenario: Scenario) -> None:
    zone = zone_of(scenario)
    tally.by_price += joint_surplus(scenario, scenario.at_list) > 0
    played = play_panel(scenario, PANEL)
    for one in played:
        tally.deals[one.policy.name] += one.is_deal
        tally.rounds[one.policy.name] += one.rounds
    if zone.exists:
        tally.zoned.append(scenario.seed)
        tally.rooms.append(zone.room)
        tally.profits.append(tuple(one.profit for one in played))
