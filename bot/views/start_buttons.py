"""The buttons that start a run."""

from typing import NamedTuple

START_SEED = "start_seed"
"""Starts the share code in its value, in the mode and by the model that stand after it."""
NEW_SEED = "new_seed"
"""Starts a new seed of the pack in its value, or the next one of the seed pack."""
START_DRILL = "start_drill"
"""Starts the share code in its value, which the verdict recommends."""


class Started(NamedTuple):
    """What a button starts, a share code or a pack, in which mode and by which model; empty for the team's usual."""

    what: str = ""
    mode: str = ""
    model: str = ""

    def __str__(self) -> str:
        """The value of the button."""
        return " ".join(self).rstrip()


USUAL = Started()


def started_by(value: str) -> Started:
    """What the value of a button says."""
    return Started(*value.split(maxsplit=2))
