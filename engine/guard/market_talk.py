"""Whether a model's line may be said in a market as it stands: in plain words, as the party that it speaks for."""

from collections.abc import Iterator

from engine.guard.manners import has_markup, speaks_as_a_model, speaks_as_the_other
from engine.marketplace.limits import Broken, Limit
from engine.scenario.scenario import Role


def unmannerly(message: str, role: Role) -> Iterator[Broken]:
    """What is wrong with the manner of the message."""
    if has_markup(message):
        yield Broken(Limit.PLAIN, "Write plain sentences: no links, mentions, markup or @.")
    if speaks_as_a_model(message) or speaks_as_the_other(role, message):
        yield Broken(Limit.PERSON, f"Speak as a {role} in a market: there is no model and no exercise in this talk.")
