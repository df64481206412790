"""The buttons that start a run."""

START_SEED = "start_seed"
"""Starts the share code in its value, in the mode that stands after it."""
NEW_SEED = "new_seed"
"""Starts a new seed of the pack in its value, or the next one of the seed pack."""
START_DRILL = "start_drill"
"""Starts the share code in its value, which the verdict recommends."""


def start_value(share_code: str, mode: str) -> str:
    """The value of a button that starts this buyer in this mode."""
    return share_code if mode == "strict" else f"{share_code} {mode}"


def started_by(value: str) -> tuple[str, str]:
    """The share code and the mode in a button's value."""
    share_code, _, mode = value.partition(" ")
    return share_code, mode or "strict"
