"""A clock that moves when somebody sleeps."""


class Clock:
    """Time in seconds, and how long each sleep was."""

    def __init__(self) -> None:
        self.seconds = 1_000.0
        self.slept: list[float] = []

    def now(self) -> float:
        """The time."""
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        """Lets the time pass at once."""
        self.slept.append(seconds)
        self.seconds += seconds
