"""Trial runs by a language model of the settings, outside any workspace."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app.speaking import speaking
from bot.app.wiring import utc_now
from bot.settings import BadSettings, Settings
from engine.llm.consistency import Trial
from engine.llm.model_name import ModelName
from engine.llm.no_books import NoBooks
from engine.llm.voice import Voice


@asynccontextmanager
async def trial_with(settings: Settings, name: str) -> AsyncIterator[Trial]:
    """Runs by the model of that name, the first that is set without one; nothing is kept, and no budget holds.

    BadSettings where it is not among those that are set.
    """
    books = NoBooks()
    async with voice_with(settings, books) as voice:
        yield Trial(voice, model_named(voice, name), books, utc_now)


@asynccontextmanager
async def voice_with(settings: Settings, books: NoBooks) -> AsyncIterator[Voice]:
    """The models that are set, with no budget; BadSettings where there is none."""
    async with speaking(settings, books, at_once=False) as voice:
        if voice is None:
            raise BadSettings("No language model is set. Set HAGGLE_MODEL and its key: docs/models.md.")
        yield voice


def model_named(voice: Voice, name: str) -> ModelName:
    """The model of that name, the first that is set without one; BadSettings where it is not among those."""
    model = voice.model_of(name)
    if name and str(model) != name:
        there_are = ", ".join(map(str, voice.models))
        raise BadSettings(f"{name} is not in HAGGLE_MODEL. There: {there_are}.")
    return model
