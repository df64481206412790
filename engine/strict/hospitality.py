"""A drink or a seat that is offered: a drink is taken or declined, and neither asks for anything of the matter."""

import re

_DRINK = r"(?:coffee|tea|water|espresso|soda|juice|to drink|drinks?|beverage|refreshments?)"
_SOME = (
    r"(?:(?:you|u|ya|us|guys|folks|some|a|an|any|the|of|cup|glass|bottle|something|anything|cold|hot|nice|fresh|little)"
    r" ){0,6}"
)
_OFFERED = re.compile(
    r"\b(?:get|offer|bring|grab|fetch|pour|make|like|want|fancy|care for|how about|help yourself to) "
    rf"{_SOME}{_DRINK}\b(?! (?:holder|damage|pump|tank|leak|hose|line|heater|cooler))"
    rf"|\bthere(?:'s| is|s) {_SOME}{_DRINK} (?:on|over|in the|here|ready|if)\b"
    rf"|^\W*(?:[^.?!]{{0,40}}[.!,] )?{_SOME}{_DRINK}(?:,? (?:or )?{_DRINK})*\?",
    re.IGNORECASE,
)
_SEAT = re.compile(r"\b(?:have|take|grab|pull up) (?:a|your) (?:seat|chair)\b|\bsit down\b", re.IGNORECASE)


def offers_a_drink(line: str) -> bool:
    """Whether the line offers something to drink: "can I get you a coffee?", "there's coffee on"."""
    return _OFFERED.search(line.replace("’", "'")) is not None


def offers_a_seat(line: str) -> bool:
    """Whether the line offers somewhere to sit: "please have a seat"."""
    return _SEAT.search(line) is not None
