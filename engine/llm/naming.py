"""Reads a model's name as people write it."""

import re

from engine.llm.model_name import ModelName, Provider
from engine.llm.troubles import BadModelName


def parse_model_name(text: str) -> ModelName:
    """The model that `provider:name` names; BadModelName says in plain words what is wrong with anything else."""
    written, colon, name = text.strip().partition(":")
    if not colon:
        raise BadModelName(text, f"It has to begin with who serves it: {_providers()}.")
    if written.lower() not in set(Provider):
        raise BadModelName(text, f"{_shown(written)} is not known here: {_providers()}. {_ELSEWHERE}")
    provider = Provider(written.lower())
    if not _NAME.fullmatch(name):
        raise BadModelName(text, "After the colon comes the provider's own name for the model, without spaces.")
    if provider is Provider.OPENROUTER and not _ROUTE.fullmatch(name):
        raise BadModelName(text, "OpenRouter's names have two parts, such as google/gemini-2.5-pro.")
    return ModelName(provider, name)


_NAME = re.compile(r"[A-Za-z0-9~][A-Za-z0-9._:/@~-]{0,127}")
_ROUTE = re.compile(r"[^/]+/[^/]+")
_ELSEWHERE = "Other makers' models are reached through OpenRouter, such as openrouter:google/gemini-2.5-pro."


def _providers() -> str:
    return ", ".join(f"{provider}:" for provider in Provider)


def _shown(text: str) -> str:
    return f"“{text.strip()[:40]}”"
