"""All that a seed's counterpart is, secrets included, for those who write packs and train reps."""

import json
from typing import Any, NamedTuple

from engine.panel.difficulty import Difficulty, difficulty
from engine.persona.draw import draw_scenario
from engine.persona.profile import draw_profile
from engine.persona.saying import saying_of
from engine.scenario.scenario import Scenario, Visibility
from engine.scoring.zone import Zone, zone_of
from engine.terms.terms import Terms
from packs.choosing import Chosen
from packs.loading import LoadedPack

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""


class Trait(NamedTuple):
    """One attribute as drawn: its value, and how people read it."""

    id: str
    label: str
    visibility: Visibility
    value: str | int | tuple[str, ...]
    words: str


class Limits(NamedTuple):
    """Prices without any extras, in minor units: beyond `walk_away` the counterpart leaves, `target` it hopes for."""

    walk_away: int
    target: int


class Portrait(NamedTuple):
    """A counterpart with nothing held back."""

    loaded: LoadedPack
    scenario: Scenario
    traits: tuple[Trait, ...]
    limits: Limits
    zone: Zone
    difficulty: Difficulty


def portrait_of(chosen: Chosen) -> Portrait:
    """Everything about the counterpart of this pack and seed."""
    loaded, seed = chosen
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    measured = difficulty(loaded.pack, loaded.hash, seed)
    return Portrait(loaded, scenario, _traits(loaded, seed), _limits(scenario), zone_of(scenario), measured)


def _traits(loaded: LoadedPack, seed: int) -> tuple[Trait, ...]:
    drawn = draw_profile(loaded.pack, seed)
    saying = saying_of(loaded.pack, drawn)
    return tuple(
        Trait(name, attribute.label, attribute.visibility, drawn.profile[name], saying.words[name])
        for name, attribute in loaded.pack.attributes.items()
        if name in drawn.profile
    )


def _limits(scenario: Scenario) -> Limits:
    interests = scenario.counterpart.interests
    slope = interests.stake(scenario.price_issue.id).slope
    walk_away = -interests.surplus(Terms()) // slope
    return Limits(walk_away, walk_away + (interests.aspiration - interests.walk_away) // slope)


def as_json(portrait: Portrait) -> str:
    """The portrait as one JSON document; docs/packs.md describes it."""
    return json.dumps(_document(portrait), indent=2, ensure_ascii=False)


def _document(portrait: Portrait) -> dict[str, Any]:
    pack, scenario = portrait.loaded.pack, portrait.scenario
    return {
        "format": FORMAT,
        "share_code": scenario.share_code,
        "pack": {
            "id": pack.id,
            "title": pack.title,
            "version": pack.version,
            "draw_epoch": pack.draw_epoch,
            "hash": portrait.loaded.hash,
        },
        "seed": scenario.seed,
        "profile_hash": scenario.profile_hash,
        "currency": {"code": scenario.currency.code, "minor": scenario.currency.minor},
        "difficulty": portrait.difficulty._asdict(),
        "name": scenario.counterpart.name,
        "introduction": scenario.counterpart.public,
        "attributes": [trait._asdict() for trait in portrait.traits],
        "limits": portrait.limits._asdict(),
        "zone": {"exists": portrait.zone.exists, "room": portrait.zone.room, "extras": portrait.zone.extras},
        **_what_it_says(scenario),
    }


def _what_it_says(scenario: Scenario) -> dict[str, Any]:
    """What can be found out, what has to be settled, and what it waits for."""
    rival = scenario.rival
    return {
        "facts": [
            {
                "id": fact.id,
                "topic": fact.topic,
                "visibility": fact.visibility,
                "min_trust": fact.min_trust,
                "ask": fact.ask,
                "exact": fact.exact,
                "vague": fact.vague,
                "reveal": fact.reveal,
            }
            for fact in scenario.facts
        ],
        "objections": [
            {
                "id": doubt.id,
                "topic": doubt.topic,
                "severity": doubt.severity,
                "raised": doubt.raised,
                "answered_by": doubt.answered_by,
            }
            for doubt in scenario.objections
        ],
        "gates": [{"id": gate.id, "text": gate.text, "opens_with": gate.opens_with} for gate in scenario.gates],
        "rival": {"text": rival.text, "quoted": rival.quoted} if rival else None,
    }
