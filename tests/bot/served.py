"""What a process of the bot runs. Loading this loads the packs and, but for a model's SDK, all that it would load."""

import os
from collections.abc import Mapping

from bot.console.serve import serve
from packs.loading import load_installed

load_installed()


def serve_in(environment: Mapping[str, str]) -> None:
    """`haggle serve`, with the environment changed in this way."""
    os.environ.update(environment)
    serve()
