"""The time that reading takes."""

import statistics
import time
from dataclasses import dataclass, field

from engine.reading.context import ReadingContext
from engine.reading.read import read_message
from engine.reading.reading import Reading


@dataclass
class Clock:
    """Milliseconds of process time that each message took to read, and the message that took longest."""

    spent: list[float] = field(default_factory=list)
    longest: float = 0.0
    slowest: str = ""

    def read(self, text: str, context: ReadingContext) -> Reading:
        """The reading of a message, its time noted."""
        started = time.process_time_ns()
        reading = read_message(text, context)
        spent = (time.process_time_ns() - started) / 1_000_000
        if spent > self.longest:
            self.slowest, self.longest = text, spent
        self.spent.append(spent)
        return reading

    def report(self) -> str:
        """Count, mean, median and maximum in one line."""
        mean, median = statistics.fmean(self.spent), statistics.median(self.spent)
        return f"{len(self.spent)} messages: mean {mean:.3f} ms, p50 {median:.3f} ms, max {self.longest:.3f} ms"
