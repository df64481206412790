"""The buttons that start a run."""

START_SEED = "start_seed"
"""Starts the share code in its value."""
NEW_SEED = "new_seed"
"""Starts a new seed of the pack in its value, or the next one of the seed pack."""
START_DRILL = "start_drill"
"""Starts the share code in its value, which the verdict recommends."""
