"""In which mode and by which model a run can be held, and how a team's runs usually are."""

from collections.abc import Sequence

from bot.flows.flavoring import FLAVOR
from bot.flows.house import House
from bot.flows.managers import Managers, only_managers
from engine.errors import RuleViolation
from storage import audit, team_defaults
from storage.audit import Act
from storage.team_defaults import Usual

STRICT = "strict"
GUARDED = "guarded"
"""In markets: a language model plays the sellers, within their limits."""
MODES = (STRICT, "freeplay", FLAVOR)
NO_VOICE = (
    "There is no language model here for {what}: whoever runs Haggle sets HAGGLE_MODEL and its key (docs/models.md). "
    "Strict mode needs none, and the same seed is the same there."
)
NO_MODEL = "{model} is not set up here. There are: {models}."


def named_model(house: House, word: str) -> str:
    """The model that the word names, in full or without who serves it; a word with a colon as it is, else empty."""
    served = next((name for name in models_of(house) if word in (name, name.partition(":")[2])), "")
    return served or (word if ":" in word else "")


def modes_of(house: House) -> tuple[str, ...]:
    """The modes that can be had here."""
    return MODES if house.voice else (STRICT,)


def models_of(house: House) -> tuple[str, ...]:
    """The names of the models that can be had here, the usual one first."""
    return tuple(str(model) for model in house.voice.models) if house.voice else ()


async def usual(house: House, team: str) -> Usual:
    """How the team's runs are held when nobody says otherwise; strict, where what it chose cannot be had any more."""
    async with house.database.reading() as connection:
        chosen = await team_defaults.of_team(connection, team)
    models = models_of(house)
    if chosen.mode == STRICT or not models:
        return Usual()
    return Usual(chosen.mode, chosen.model if chosen.model in models else models[0])


async def meant(house: House, team: str, mode: str, model: str) -> Usual:
    """The mode and model of a run asked for so, empty where left out. RuleViolation where it cannot be held here."""
    chosen = await usual(house, team)
    if not mode and not model:
        return chosen
    return _possible(house, mode or "freeplay", model or (chosen.model if mode != STRICT else ""))


async def change_usual(house: House, managers: Managers, team: str, user: str, words: Sequence[str]) -> Usual:
    """Changes how the team's runs usually are held; RuleViolation for others than managers and for what cannot be."""
    await only_managers(managers, user)
    mode, model = (*words, "")[:2]
    usual_now = _possible(house, mode.lower(), named_model(house, model) or model)
    chosen = {"mode": usual_now.mode, "model": usual_now.model}
    async with house.database.writing() as connection:
        await team_defaults.choose(connection, team, usual_now)
        await audit.note(connection, team, Act(house.now(), user, "changed defaults", "", chosen))
    return usual_now


def _possible(house: House, mode: str, model: str) -> Usual:
    if mode not in MODES:
        raise RuleViolation(f"There is no mode {mode[:40]}. There are: {', '.join(MODES)}.")
    if mode == STRICT and model:
        raise RuleViolation("Strict mode needs no language model. Leave it out, or choose freeplay or flavor.")
    if mode == STRICT:
        return Usual()
    return Usual(mode, model_for(house, f"{mode} mode", model))


def model_for(house: House, what: str, model: str) -> str:
    """The model of that name for what needs one, the usual one where none is named; RuleViolation without it."""
    models = models_of(house)
    if not models:
        raise RuleViolation(NO_VOICE.format(what=what))
    if model and model not in models:
        raise RuleViolation(NO_MODEL.format(model=model[:80], models=", ".join(models)))
    return model or models[0]
