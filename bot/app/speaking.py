"""The language model that the settings name, ready to word buyers."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager

from bot.settings import BadSettings, Settings, revealed
from engine.llm.access import Access, access_to
from engine.llm.adapter import Providers
from engine.llm.breaker import Breaker
from engine.llm.budget import Cap, Price, Scope, not_known
from engine.llm.cost import cost_of, most_cost
from engine.llm.model_name import ModelName, Provider
from engine.llm.naming import parse_model_name
from engine.llm.purse import Books, Purse
from engine.llm.retrying import Retrying
from engine.llm.troubles import BadModelName
from engine.llm.usage import NOTHING
from engine.llm.voice import Voice


@asynccontextmanager
async def speaking(settings: Settings, books: Books, *, at_once: bool = True) -> AsyncIterator[Voice | None]:
    """The voice while the block runs; None where no model is named. BadSettings where it cannot be used as named.

    Unless it has to be there at once, what its models need is loaded first: no call waits for that then.
    """
    if not settings.model.strip(" ,"):
        yield None
        return
    models = models_in(settings)
    price = await _price_for(settings, models)
    async with providers_for(settings) as port, _getting_ready(port, models, at_once=at_once):
        yield Voice(Purse(Breaker(Retrying(port)), books, price), models)


async def _price_for(settings: Settings, models: Iterable[ModelName]) -> Price:
    """What a call may cost. Only budgets in money need the list, which takes a second to load."""
    if not any(cap.micro_dollars for cap in caps_in(settings).values()):
        return not_known
    await asyncio.gather(*(asyncio.to_thread(cost_of, model, model.name, NOTHING) for model in models))
    return most_cost


@asynccontextmanager
async def _getting_ready(providers: Providers, models: Iterable[ModelName], *, at_once: bool) -> AsyncIterator[None]:
    """What the models need is loaded, which takes seconds; a trouble with it is told by the first call."""
    loading = asyncio.create_task(providers.get_ready(models))
    try:
        if not at_once:
            await asyncio.wait([loading])
        yield
    finally:
        loading.cancel()
        await asyncio.gather(loading, return_exceptions=True)


@asynccontextmanager
async def providers_for(settings: Settings) -> AsyncIterator[Providers]:
    """The providers that have a key, each asked once a request; their connections are closed after the block."""
    providers = Providers(access_in(settings))
    try:
        yield providers
    finally:
        await providers.close()


def caps_in(settings: Settings) -> dict[Scope, Cap]:
    """The budgets, in tokens and in money; each may be without a limit."""
    return {
        Scope.RUN: Cap(settings.tokens_per_run, settings.spend_per_run),
        Scope.PERSON: Cap(settings.tokens_per_person, settings.spend_per_person),
        Scope.TEAM: Cap(settings.tokens_per_team, settings.spend_per_team),
        Scope.DAY: Cap(settings.tokens_per_day, settings.spend_per_day),
    }


def models_in(settings: Settings) -> tuple[ModelName, ...]:
    """The models that are named, the usual one first; BadSettings where one is no name, or its provider has no key."""
    return tuple(dict.fromkeys(_model(settings, name.strip()) for name in settings.model.split(",") if name.strip()))


def _model(settings: Settings, name: str) -> ModelName:
    try:
        model = parse_model_name(name)
    except BadModelName as error:
        raise BadSettings(f"HAGGLE_MODEL: {error}") from error
    if model.provider not in access_in(settings):
        raise BadSettings(f"HAGGLE_MODEL names {model}, but {model.provider.key_variable} is not set.")
    return model


def access_in(settings: Settings) -> dict[Provider, Access]:
    """How the providers that have a key are reached."""
    given = {
        Provider.ANTHROPIC: (settings.anthropic_api_key, settings.anthropic_base_url),
        Provider.OPENAI: (settings.openai_api_key, settings.openai_base_url),
        Provider.OPENROUTER: (settings.openrouter_api_key, settings.openrouter_base_url),
    }
    return {
        provider: access_to(provider, revealed(key), address)
        for provider, (key, address) in given.items()
        if revealed(key)
    }
