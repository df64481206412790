"""Whether what the rep shows is a shortcoming, told as one: "the live boards only come with Business"."""

import re

from engine.reading.reading import Act, Reading

_FALLING_SHORT = re.compile(
    r"\b(?:unfortunately|i'm afraid|sadly|the downside|a drawback|admittedly"
    r"|only (?:comes?|come|available|included|works?|starts?) (?:with|in|on|from|if)|by hand|manually"
    r"|(?:isn't|is not|aren't|are not|not) (?:included|available|possible|supported|part of|as (?:good|fast|quiet|big))"
    r"|(?:doesn't|does not|don't|do not|can't|cannot|won't) (?:come with|include|offer|support|have|do that|do it)"
    r"|(?:costs?|is|are) extra)\b"
)
"""Words with which somebody owns up to what a thing does not do."""
_ENDS = re.compile(r"[.?!;\n]")
_NEAR = 160
"""Letters to either side within which a sentence ends."""


def only_tells_shortcomings(said: str, reading: Reading) -> bool:
    """Whether every sentence of the line that shows something owns up to a shortcoming."""
    line = said.lower().replace("’", "'")
    if _FALLING_SHORT.search(line) is None:
        return False
    shown = [read.span for read in reading.acts if read.act in (Act.PRESENT, Act.CLAIM)]
    return bool(shown) and all(_FALLING_SHORT.search(_sentence(line, span.start, span.end)) for span in shown)


def _sentence(line: str, start: int, end: int) -> str:
    """The sentence of the line in which these letters stand."""
    before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
    return f"{_ENDS.split(before)[-1]}{line[start:end]}{_ENDS.split(after)[0]}"
