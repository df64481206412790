"""What a process of the bot runs. Loading this loads all that such a process would load by itself, the packs too."""

import os
from collections.abc import Mapping

import engine.llm.anthropic_client  # noqa: F401 - loads the SDK, once for all who are forked
from bot.console.serve import serve
from packs.loading import load_installed

load_installed()


def serve_in(environment: Mapping[str, str]) -> None:
    """`haggle serve`, with the environment changed in this way."""
    os.environ.update(environment)
    serve()
