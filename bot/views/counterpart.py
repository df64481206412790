"""What may be told of a counterpart before a run is over: what anyone can see, and the mark of its profile."""

from bot.views.blocks import escape
from engine.scenario.scenario import Scenario

WHAT_IT_IS = "Buyer profile"


def sight_of(scenario: Scenario) -> str:
    """Its face, who it is, and what else can be seen: `:woman: Priya Bell from Harlan, … *Manner:* blunt`."""
    party = scenario.counterpart
    traits = [f"*{escape(label)}:* {escape(words)}" for label, words in unsaid_traits(scenario)]
    return " ".join([party.icon, escape(party.public), *traits])


def unsaid_traits(scenario: Scenario) -> list[tuple[str, str]]:
    """The visible attributes that its introduction does not name: labels and words."""
    return [(label, words) for label, words in scenario.visible if words not in scenario.counterpart.public]


def short_hash(profile_hash: str) -> str:
    """The first and last four characters, enough to compare by eye."""
    return f"{profile_hash[:4]}…{profile_hash[-4:]}"


def profile_mark(scenario: Scenario) -> str:
    """The hash of the profile, short."""
    return f"{WHAT_IT_IS} `{short_hash(scenario.profile_hash)}`"


def profile_in_full(scenario: Scenario) -> str:
    """The whole hash of the profile."""
    return f"{WHAT_IT_IS} `{scenario.profile_hash}`"
