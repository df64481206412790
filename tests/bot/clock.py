"""A clock that tests can move."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta


@dataclass
class Clock:
    """The real time, moved by `skew`."""

    skew: timedelta = field(default_factory=timedelta)

    def __call__(self) -> datetime:
        """The time now."""
        return datetime.now(UTC) + self.skew
