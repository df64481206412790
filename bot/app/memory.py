"""What has been loaded stays: no collection of garbage need walk through it while somebody waits for an answer."""

import gc

_YOUNG, _MIDDLE, _OLD = 1_000, 4, 1_000
"""Objects made, and collections of the younger ones, until the next: each goes through few objects, for a line that is
read meanwhile waits for it, and a full one, which goes through all that was made since, comes seldom."""


def settle() -> None:
    """Takes what there is out of every later collection, and has full ones seldom."""
    gc.freeze()
    gc.set_threshold(_YOUNG, _MIDDLE, _OLD)
