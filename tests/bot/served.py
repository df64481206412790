"""What a process of the bot runs. Loading this loads the packs, has a line of each read and answered, which learns what
is learned from its questions, and loads, but for a model's SDK, all that the bot would load."""

import os
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.console.serve import serve
from engine.director.director import Line, open_run
from engine.director.replay import say
from engine.negotiation.negotiation import fold
from engine.persona.draw import draw_scenario
from packs.loading import load_installed

_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)

for loaded in load_installed().loaded.values():
    scenario = draw_scenario(loaded.pack, loaded.hash, 1)
    say(fold(scenario, open_run(scenario, "strict", _LONG_AGO)), Line("Hi, what brings you here?"), _LONG_AGO)


def serve_in(environment: Mapping[str, str]) -> None:
    """`haggle serve`, with the environment changed in this way."""
    os.environ.update(environment)
    serve()
