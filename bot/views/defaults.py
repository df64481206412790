"""How a team's runs usually are held, in words."""

from collections.abc import Sequence

from bot.views.blocks import escape
from storage.team_defaults import Usual

CHANGING = "A manager changes it with `/haggle defaults strict`, `freeplay` or `flavor`"


def defaults_text(usual: Usual, models: Sequence[str]) -> str:
    """What a run is like when nobody says otherwise, and how that is changed."""
    if not models:
        return f"Runs here are {_how(usual)}. There is no language model here that could word others."
    named = f", and one of these models after it: {', '.join(f'`{escape(model)}`' for model in models)}"
    return (
        f"Runs here are {_how(usual)}, unless their rep says otherwise. {CHANGING}{named if len(models) > 1 else ''}."
    )


def changed_text(usual: Usual) -> str:
    """What holds from now on."""
    return f"From now on runs here are {_how(usual)}, unless their rep says otherwise."


def _how(usual: Usual) -> str:
    return f"*{usual.mode}*" + (f", worded by `{escape(usual.model)}`" if usual.model else "")
