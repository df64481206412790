"""Trial runs by a language model of the settings, outside any workspace."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app.speaking import speaking
from bot.app.wiring import utc_now
from bot.settings import BadSettings, Settings
from engine.llm.consistency import Trial
from engine.llm.no_books import NoBooks


@asynccontextmanager
async def trial_with(settings: Settings, name: str) -> AsyncIterator[Trial]:
    """Runs by the model of that name, the first that is set without one; nothing is kept, and no budget holds.

    BadSettings where it is not among those that are set.
    """
    books = NoBooks()
    async with speaking(settings, books) as voice:
        if voice is None:
            raise BadSettings("No language model is set. Set HAGGLE_MODEL and its key: docs/models.md.")
        model = voice.model_of(name)
        if name and str(model) != name:
            raise BadSettings(f"{name} is not in HAGGLE_MODEL.")
        yield Trial(voice, model, books, utc_now)
