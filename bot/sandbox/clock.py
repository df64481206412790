"""The sandbox's one reading of the time."""

import re
import time


class Clock:
    """Seconds since 1970, UTC."""

    def now(self) -> float:
        """The present moment in seconds, with a fraction."""
        return time.time()

    def stamp(self, after: str = "") -> str:
        """A Slack timestamp for now, later than `after` by a microsecond at least."""
        micros = int(self.now() * 1_000_000)
        if after:
            micros = max(micros, micros_of(after) + 1)
        return f"{micros // 1_000_000}.{micros % 1_000_000:06d}"


def is_stamp(text: str) -> bool:
    """Whether `text` is a message's timestamp, such as `1700000000.000100`."""
    return re.fullmatch(r"[0-9]{1,12}\.[0-9]{1,6}", text, re.ASCII) is not None


def micros_of(stamp: str) -> int:
    """The microseconds of a Slack timestamp such as `1700000000.000100`; ValueError if it is none."""
    seconds, _, fraction = stamp.partition(".")
    return int(seconds) * 1_000_000 + int((fraction + "000000")[:6])
