"""What a call took: tokens, and money where the price is known."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Usage:
    """Tokens of a call. `input` counts all that was read in, `cached_read` and `cached_write` are parts of it."""

    input: int = 0
    cached_read: int = 0
    cached_write: int = 0
    output: int = 0

    @property
    def total(self) -> int:
        """All tokens, in and out."""
        return self.input + self.output

    def __add__(self, other: "Usage") -> "Usage":
        return Usage(
            self.input + other.input,
            self.cached_read + other.cached_read,
            self.cached_write + other.cached_write,
            self.output + other.output,
        )


NOTHING = Usage()


@dataclass(frozen=True)
class Spent:
    """What one or more attempts took: the tokens, and micro-dollars; None where any of it has no known price.

    `lost` counts the attempts whose outcome nobody knows: they may have been billed, and their tokens are not in it.
    """

    usage: Usage = NOTHING
    micro_dollars: int | None = 0
    lost: int = 0

    def __add__(self, other: "Spent") -> "Spent":
        known = self.micro_dollars is not None and other.micro_dollars is not None
        total = (self.micro_dollars or 0) + (other.micro_dollars or 0)
        return Spent(self.usage + other.usage, total if known else None, self.lost + other.lost)


FREE = Spent()
"""What a call took that never reached a model."""

UNKNOWN = Spent(NOTHING, None, lost=1)
"""What a call took whose outcome nobody knows."""
