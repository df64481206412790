"""A drink or a seat that is offered: a drink is taken or declined, and neither asks for anything of the matter."""

import re

_DRINK = r"(?:coffee|tea|water|espresso|soda|juice|a drink|to drink|beverage|refreshments?)"
_OFFERED = re.compile(
    r"\b(?:(?:can|could|may|shall) (?:i|we) (?:get|offer|bring|grab|fetch|pour|make)"
    r"|(?:would|do) (?:you|u|ya) (?:like|want|care for|fancy)|want|fancy|care for|how about|help yourself to"
    rf"|there(?:'s| is|s)|grab)\b[^.?!]{{0,40}}\b{_DRINK}\b"
    rf"|^\W*(?:[^.?!]{{0,40}}[.!,] )?(?:some |a )?{_DRINK}(?:, (?:or )?{_DRINK})*\?",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\b(?:have|take|grab|pull up) (?:a|your) (?:seat|chair)\b|\bsit down\b", re.IGNORECASE)


def offers_a_drink(line: str) -> bool:
    """Whether the line offers something to drink: "can I get you a coffee?", "there's coffee on"."""
    return _OFFERED.search(line.replace("’", "'")) is not None


def offers_a_seat(line: str) -> bool:
    """Whether the line offers somewhere to sit: "please have a seat"."""
    return _SEAT.search(line) is not None
