"""Wall times in words."""

from datetime import datetime, time


def clock_words(at: time) -> str:
    """`9:00`"""
    return f"{at.hour}:{at.minute:02}"


def day_words(at: datetime) -> str:
    """`Mon 2 Mar 9:00`"""
    return f"{at:%a} {at.day} {at:%b} {clock_words(at.time())}"


def day_only(at: datetime, now: datetime) -> str:
    """`Mon 2 Mar`, with the year where it is not this one."""
    return f"{at:%a} {at.day} {at:%b}" if at.year == now.year else f"{at:%a} {at.day} {at:%b %Y}"


def dated(at: datetime, now: datetime) -> str:
    """`Mon 2 Mar 9:00`, with the year where it is not this one."""
    return f"{day_only(at, now)} {clock_words(at.time())}"
