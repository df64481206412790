"""Days and hours as managers write them: `mon 9:00`, `tomorrow`, `in 2 days`, `2 March 5pm`, `2026-03-02 09:00`.

A time is read in two steps: the words into a `When`, then that into a wall time, given what it is counted from.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "hour", "minute"]

MOST_AHEAD = 400
"""Days, and weeks or months by their length in days."""
FIRST_YEAR, LAST_YEAR = 2000, 2099
_FAR_BACK = timedelta(days=31)
"""A day without a year that is longer past than this means the next year's."""

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
           "november", "december")  # fmt: skip
WEEKDAYS = {
    **{name: n for n, name in enumerate(_WEEKDAYS)},
    **{name[:3]: n for n, name in enumerate(_WEEKDAYS)},
    **{"tues": 1, "weds": 2, "thur": 3, "thurs": 3},
}
MONTHS = {**{name: n for n, name in enumerate(_MONTHS, 1)}, **{name[:3]: n for n, name in enumerate(_MONTHS, 1)}}
MONTHS["sept"] = 9
NUMBERS = {word: n for n, word in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
           "ten"), 1)} | {"a": 1, "an": 1}  # fmt: skip
_UNITS: dict[str, Unit] = {
    **{"day": "day", "days": "day", "week": "week", "weeks": "week", "month": "month", "months": "month"},
    **{"hour": "hour", "hours": "hour", "h": "hour", "hrs": "hour", "minutes": "minute", "minute": "minute"},
    "min": "minute",
}
_CLOCKS = {"noon": time(12), "midday": time(12), "morning": time(9), "midnight": time(0), "evening": time(18)}
_AT_ONCE = {("now",), ("immediately",), ("asap",), ("at", "once"), ("right", "away"), ("right", "now")}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t(\d{1,2}):(\d{2})(?::\d{2})?)?")
_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(am|pm)?|(\d{1,2})(am|pm|h)")
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?")
_YEAR = re.compile(r"20\d\d")
_SLASHED = re.compile(r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?")


@dataclass(frozen=True, slots=True)
class Ahead:
    """So many days, weeks … from what the time is counted from."""

    count: int
    unit: Unit


class YearDay(NamedTuple):
    """A day of a year that need not be written; `year` is 0 then."""

    year: int
    month: int
    day: int


class Weekday(NamedTuple):
    """The next such day, Monday being 0."""

    number: int


Day = YearDay | Weekday | Ahead


@dataclass(frozen=True, slots=True)
class When:
    """A time as written: a day, an hour, both, or at once. `from_today` holds for `tomorrow`, which nothing moves."""

    day: Day | None = None
    clock: time | None = None
    at_once: bool = False
    from_today: bool = False


class Read(NamedTuple):
    """What was read, and how many words it took; `wrong` says why these are no time that there is."""

    when: When
    words: int
    wrong: str = ""


def read_when(words: Sequence[str]) -> Read | None:
    """The time with which the lower-case words begin, the longest there is; None where they begin with none."""
    for length in (1, 2):
        if tuple(words[:length]) in _AT_ONCE:
            return Read(When(at_once=True), length)
    if words and _SLASHED.fullmatch(words[0]):
        return Read(When(), 1, f"{words[0]} can be read in two ways. Write 2 March, or 2026-03-02.")
    return _day_and_clock(words)


def _day_and_clock(words: Sequence[str]) -> Read | None:
    """A day and then an hour, or the other way round; either may be missing."""
    at = _skip(words, 0)
    first_clock = _clock(words, at)
    day_at = _skip(words, at + first_clock[1]) if first_clock else at
    day = _day(words, day_at)
    if day is None:
        return Read(When(clock=first_clock[0]), at + first_clock[1]) if first_clock else None
    when, used, wrong = day
    end = day_at + used
    clock_at = _skip(words, end)
    last_clock = None if first_clock or when.clock else _clock(words, clock_at)
    clock = first_clock or last_clock
    if clock is not None:
        when = When(when.day, clock[0], when.at_once, when.from_today)
    return Read(when, clock_at + last_clock[1] if last_clock else end, wrong)


def _skip(words: Sequence[str], at: int) -> int:
    while at < len(words) and words[at] in {"on", "at", "the", "by", "@"}:
        at += 1
    return at


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _clock(words: Sequence[str], at: int) -> tuple[time, int] | None:
    """The hour that stands there; a single number is one after `at`."""
    word, after = _word(words, at), _word(words, at + 1)
    if word in _CLOCKS:
        return _CLOCKS[word], 1
    found = _CLOCK.fullmatch(word)
    if found is None:
        is_hour = word.isascii() and word.isdigit() and len(word) <= 2
        if is_hour and after in {"am", "pm", "o'clock"}:
            return _timed(int(word), 0, after, 2)
        return _timed(int(word), 0, "", 1) if is_hour and at and words[at - 1] == "at" else None
    hour, minute, half, lone, lone_half = found.groups()
    if after in {"am", "pm"} and not half and not lone:
        return _timed(int(hour), int(minute), after, 2)
    return _timed(int(hour or lone), int(minute or 0), half or lone_half or "", 1)


def _timed(hour: int, minute: int, half: str, words: int) -> tuple[time, int] | None:
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return (time(hour, minute), words) if hour < 24 and minute < 60 else None


def _day(words: Sequence[str], at: int) -> Read | None:
    return (
        _iso(words, at)
        or _named_day(words, at)
        or _ahead(words, at)
        or _weekday(words, at)
        or _month_day(words, at)
        or _end_of(words, at)
    )


def _iso(words: Sequence[str], at: int) -> Read | None:
    found = _ISO.fullmatch(_word(words, at))
    if found is None:
        return None
    year, month, day, hour, minute = found.groups()
    clock = _timed(int(hour), int(minute), "", 1) if hour else None
    when = When(YearDay(int(year), int(month), int(day)), clock[0] if clock else None)
    return Read(when, 1, _no_such_day(int(year), int(month), int(day)))


def _named_day(words: Sequence[str], at: int) -> Read | None:
    days = {"today": 0, "tonight": 0, "tomorrow": 1, "tmrw": 1, "overmorrow": 2}
    word = _word(words, at)
    if word not in days:
        return None
    return Read(When(Ahead(days[word], "day"), time(18) if word == "tonight" else None, from_today=True), 1)


def _ahead(words: Sequence[str], at: int) -> Read | None:
    """`in 2 days`, `after a week`, `within 3 days`, `next week`, `3 days later`."""
    if _word(words, at) == "next" and _word(words, at + 1) in {"week", "month"}:
        return Read(When(Ahead(1, _UNITS[words[at + 1]])), 2)
    led = _word(words, at) in {"in", "after", "within"}
    number, unit = _word(words, at + led), _UNITS.get(_word(words, at + led + 1))
    count = number_of(number)
    if count is None or unit is None:
        return None
    follows = _word(words, at + led + 2) in {"later", "after"}
    most = MOST_AHEAD // {"week": 7, "month": 30}.get(unit, 1)
    wrong = f"That is too far ahead; {most} {unit}s at most." if count > most else ""
    return Read(When(Ahead(min(count, most), unit)), led + 2 + follows, wrong)


def number_of(word: str) -> int | None:
    """The whole number, in digits or spelled up to ten; None for anything else."""
    if word.isascii() and word.isdigit() and len(word) <= 4:
        return int(word)
    return NUMBERS.get(word)


def _weekday(words: Sequence[str], at: int) -> Read | None:
    led = _word(words, at) in {"next", "this", "coming"}
    number = WEEKDAYS.get(_word(words, at + led))
    if number is None:
        return None
    dated = _month_day(words, at + led + 1)
    return Read(dated.when, led + 1 + dated.words, dated.wrong) if dated else Read(When(Weekday(number)), led + 1)


def _month_day(words: Sequence[str], at: int) -> Read | None:
    """`2 March`, `2nd of March 2027`, `March 2`."""
    number, month_at = _word(words, at), at + 1 + (_word(words, at + 1) == "of")
    month = MONTHS.get(_word(words, month_at))
    if month is None:
        month, number, month_at = MONTHS.get(_word(words, at)), _word(words, at + 1), at + 1
    found = _ORDINAL.fullmatch(number)
    if month is None or found is None or not number.isascii():
        return None
    has_year = bool(_YEAR.fullmatch(_word(words, month_at + 1)))
    year = int(words[month_at + 1]) if has_year else 0
    day = int(found.group(1))
    return Read(When(YearDay(year, month, day)), month_at + 1 + has_year - at, _no_such_day(year or 2028, month, day))


def _end_of(words: Sequence[str], at: int) -> Read | None:
    """`end of the week` is its Friday, `end of the month` its last day."""
    at_end = [word for word in words[at : at + 4] if word != "the"]
    used = 3 + ("the" in words[at : at + 3])
    match at_end[:3]:
        case ["end", "of", "week"]:
            return Read(When(Weekday(4), time(17)), used)
        case ["end", "of", "day"] | ["end", "of", "today"]:
            return Read(When(Ahead(0, "day"), time(17), from_today=True), used)
        case ["end", "of", "month"]:
            return Read(When(YearDay(0, 0, 31), time(17)), used)
    return None


def _no_such_day(year: int, month: int, day: int) -> str:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return "There is no such day."
    return "" if FIRST_YEAR <= year <= LAST_YEAR else f"Write a year from {FIRST_YEAR} to {LAST_YEAR}."


def resolve(when: When, now: datetime, base: datetime, clock: time) -> datetime:
    """The wall time that is meant: counted from `base`, `now` being today's; `clock` where no hour was written.

    A weekday or an hour alone means the next one after `base`.
    """
    hour = when.clock or clock
    match when.day:
        case None:
            same_day = datetime.combine(base.date(), hour)
            return same_day if same_day > base else same_day + timedelta(days=1)
        case Weekday(number):
            days = (number - base.weekday()) % 7
            found = datetime.combine(base.date() + timedelta(days=days), hour)
            return found if found > base else found + timedelta(days=7)
        case YearDay() as day:
            return datetime.combine(_date(day, now, base), hour)
        case Ahead(count, unit):
            return _later(now if when.from_today else base, count, unit, when.clock, clock)


def _date(day: YearDay, now: datetime, base: datetime) -> date:
    if day.month == 0:
        return date(base.year, base.month, monthrange(base.year, base.month)[1])
    if day.year:
        return date(day.year, day.month, day.day)
    this = _clamped(now.year, day.month, day.day)
    return this if this >= now.date() - _FAR_BACK else _clamped(now.year + 1, day.month, day.day)


def _later(base: datetime, count: int, unit: Unit, written: time | None, clock: time) -> datetime:
    match unit:
        case "hour" | "minute":
            return base + timedelta(**{f"{unit}s": count})
        case "day" | "week":
            day = base.date() + timedelta(days=count * (7 if unit == "week" else 1))
        case "month":
            day = months_later(base.date(), count)
    return datetime.combine(day, written or clock)


def months_later(day: date, count: int) -> date:
    """The same day so many months on, or the month's last where it has fewer."""
    months = day.year * 12 + day.month - 1 + count
    return _clamped(months // 12, months % 12 + 1, day.day)


def _clamped(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
