"""What `haggle doctor` found."""

from typing import NamedTuple


class Finding(NamedTuple):
    """One thing looked at: whether it is well, and what there is to say of it."""

    well: bool
    text: str
