"""The clauses of a line that begin with a word of their own: when, how often, how well, how."""

from collections.abc import Callable, Mapping
from typing import Literal

from bot.flows.assigning.scan import Phrase, Scan
from bot.flows.assigning.times import WEEKDAYS, number_of, read_when
from bot.flows.modes import MODES
from storage.assignments import UNLIMITED, Repeats

Clause = Callable[[Scan], bool]
"""Reads what begins here; False, and nothing read, where it is not this."""

LONGEST_TIME = 8
MOST_ATTEMPTS = 20
DIFFICULTIES = ("easy", "medium", "hard")
MAY_SAY_NOTHING = {"from", "by", "before"}
"""`from car_sales`: no time has to follow."""
EXAMPLES = "`mon 9:00`, `tomorrow`, `in 2 days`, `2 March` or `2026-03-02 09:00`"
_COUNTED = {"seed", "seeds", "buyer", "buyers", "people", "scenarios", "random", "new"}
_ATTEMPTS = {"attempt", "attempts", "try", "tries"}
_EVERY: Mapping[str, Repeats] = {
    **{"day": "daily", "daily": "daily", "week": "weekly", "weekly": "weekly", "weeks": "weekly"},
    **{"fortnight": "fortnightly", "fortnightly": "fortnightly", "biweekly": "fortnightly"},
    **{"month": "monthly", "monthly": "monthly"},
}
_NEVER = {"never", "none", "no", "off"}
_ANY_NUMBER = {"unlimited", "any", "many", "all"}
_ASIDE = {"at", "of", "is", "mark", "score", "to", "with", "in"}


def _skip_aside(scan: Scan, first: int = 1) -> int:
    """How many tokens the clause's word takes with the small words after it."""
    offset = first
    while scan.word(offset) in _ASIDE and offset < first + 3:
        offset += 1
    return offset


def _time(scan: Scan, about: Literal["start", "due", "until"]) -> bool:
    """A time after its word, which has been taken. The last one that is written counts, and two are one too many."""
    lead = scan.taken(1)
    read = read_when(scan.ahead(LONGEST_TIME))
    if read is None and lead.lower() in MAY_SAY_NOTHING:
        return True
    if read is None:
        seen = scan.word()
        # The word may well be the next clause: it is left to be read, and only named.
        scan.complain(about, f"{lead} {seen}".strip(), f"I can't read that as a time. Write {EXAMPLES}.")
        if seen and seen not in CLAUSES:
            scan.taken(1)
        return True
    words = scan.taken_time(read)
    if read.wrong:
        scan.complain(about, f"{lead} {words}", read.wrong)
        return True
    if getattr(scan.written, about) is not None:
        scan.complain(about, f"{lead} {words}", "There are two of these. Leave one out.")
    setattr(scan.written, about, Phrase(read.when, words))
    return True


def _start(scan: Scan) -> bool:
    return _time(scan, "start")


def _due(scan: Scan) -> bool:
    return _time(scan, "due")


def _until(scan: Scan) -> bool:
    """After a repeat, or beside a due time, it ends the series; else it is when the assignment is due."""
    follows = scan.at and scan.tokens[scan.at - 1].text in _EVERY
    return _time(scan, "until" if follows or scan.written.due or scan.written.repeats else "due")


def _repeat(scan: Scan) -> bool:
    """`repeat weekly`, `every week`, `every 2 weeks`, `every mon 9:00`, `weekly`."""
    word, lead = scan.word(), 1
    if word in {"repeat", "repeats", "repeating", "every", "each"}:
        while scan.word(lead) in {"every", "each", "once", "a"}:
            lead += 1
    else:
        lead = 0
    return _how_often(scan, lead) if lead or word in _EVERY else False


def _how_often(scan: Scan, lead: int) -> bool:
    found = scan.word(lead)
    if found in WEEKDAYS:
        _set_repeats(scan, "weekly", scan.taken(lead) + " " + found)
        read = read_when(scan.ahead(LONGEST_TIME))
        if read and scan.written.start is None:
            scan.written.start = Phrase(read.when, scan.taken_time(read))
        return True
    if found in {"2", "two", "second", "other"} and scan.word(lead + 1) in {"week", "weeks"}:
        return _set_repeats(scan, "fortnightly", scan.taken(lead + 2))
    if found in _EVERY and found != "weeks":
        return _set_repeats(scan, _EVERY[found], scan.taken(lead + 1))
    if found in _NEVER and lead:
        scan.taken(lead + 1)
        return True
    words = scan.taken(lead + (bool(found) and found not in CLAUSES))
    scan.complain("repeat", words, "Write `repeat daily`, `weekly`, `fortnightly` or `monthly`.")
    return True


def _set_repeats(scan: Scan, repeats: Repeats, words: str) -> bool:
    if scan.written.repeats not in ("", repeats):
        scan.complain("repeat", words, "It cannot repeat in two ways. Leave one out.")
    scan.written.repeats = repeats
    return True


def _pass(scan: Scan) -> bool:
    """`pass 70`, `pass mark of 70%`."""
    offset = _skip_aside(scan)
    return _whole(scan, "pass", offset, 0, 100, "A pass mark is a whole number from 0 to 100: `pass 70`.")


def _percent(scan: Scan) -> bool:
    word = scan.word()
    return word.endswith("%") and _whole(scan, "pass", 0, 0, 100, "A pass mark is from 0 to 100: `pass 70`.")


def _attempts(scan: Scan) -> bool:
    """`attempts 3`, `attempts unlimited`."""
    offset = _skip_aside(scan)
    if scan.word(offset) in _ANY_NUMBER:
        scan.taken(offset + 1)
        scan.written.attempts = UNLIMITED
        return True
    told = f"Attempts are a whole number from 1 to {MOST_ATTEMPTS}, or `attempts unlimited`."
    return _whole(scan, "attempts", offset, 1, MOST_ATTEMPTS, told)


def _attempts_after(scan: Scan) -> bool:
    """`3 attempts`, `unlimited attempts`."""
    word = scan.word()
    if scan.word(1) not in _ATTEMPTS or (number_of(word) is None and word not in _ANY_NUMBER):
        return False
    number = UNLIMITED if word in _ANY_NUMBER else number_of(word) or 0
    words = scan.taken(2)
    if word not in _ANY_NUMBER and not 1 <= number <= MOST_ATTEMPTS:
        scan.complain("attempts", words, f"Attempts are a whole number from 1 to {MOST_ATTEMPTS}.")
        return True
    scan.written.attempts = number
    return True


def _whole(scan: Scan, about: Literal["pass", "attempts"], offset: int, least: int, most: int, told: str) -> bool:
    """A number after its word, within its ends."""
    written = scan.word(offset)
    number = number_of(written.rstrip("%"))
    is_clause = not written or (number is None and written in CLAUSES)
    words = scan.taken(offset + (not is_clause))
    if number is None or not least <= number <= most:
        scan.complain(about, words, told)
    elif about == "pass":
        scan.written.pass_mark = number
    else:
        scan.written.attempts = number
    return True


def _mode(scan: Scan) -> bool:
    """`mode strict`."""
    offset = _skip_aside(scan)
    found = scan.word(offset)
    words = scan.taken(offset + ((bool(found) and found not in CLAUSES) or found in MODES))
    if found not in MODES:
        scan.complain("mode", words, f"There are the modes {', '.join(MODES)}.")
    else:
        _set_mode(scan, found, words)
    return True


def _bare_mode(scan: Scan) -> bool:
    if scan.word() not in MODES:
        return False
    word = scan.word()
    _set_mode(scan, word, scan.taken(1))
    if scan.word() == "mode":
        scan.taken(1)
    return True


def _set_mode(scan: Scan, mode: str, words: str) -> None:
    if scan.written.mode not in ("", mode):
        scan.complain("mode", words, f"It cannot be {scan.written.mode} as well. Leave one out.")
        return
    scan.written.mode = mode


def _model(scan: Scan) -> bool:
    """`model openai:gpt-5.2`; whether there is such a model is looked up later."""
    if scan.word() != "model" and ":" not in scan.word():
        return False
    named = scan.word() == "model"
    scan.written.model = scan.word(1) if named else scan.word()
    words = scan.taken(1 + named)
    if not scan.written.model:
        scan.complain("mode", words, "Name the language model after it, or leave it out.")
    return True


def _draw(scan: Scan) -> bool:
    """`draw 5 of medium difficulty`, `draw 3 hard buyers`, `draw 4`."""
    offset = 1
    number = number_of(scan.word(offset))
    offset += number is not None
    level, offset = _level(scan, offset)
    if number is None and scan.word(offset) not in CLAUSES and not level:
        offset += bool(scan.word(offset))
    words = scan.taken(offset)
    if number is None:
        scan.complain("seeds", words, "Say how many: `draw 5`, or `draw 5 of medium difficulty`.")
        return True
    return _set_draw(scan, number, level, words)


def _drawn(scan: Scan) -> bool:
    """`5 hard`, `3 random buyers`: a number that says how many, not which."""
    number = number_of(scan.word())
    if number is None or scan.word(1) not in {*DIFFICULTIES, "random", "buyers", "new"}:
        return False
    level, offset = _level(scan, 1)
    return _set_draw(scan, number, level, scan.taken(offset))


def _bare_level(scan: Scan) -> bool:
    if scan.word() not in DIFFICULTIES:
        return False
    level = scan.word()
    scan.complain("seeds", scan.taken(1), f"Say how many: `draw 5 {level}`.")
    return True


def _level(scan: Scan, offset: int) -> tuple[str, int]:
    """The difficulty among the next few words, and where they end."""
    level = ""
    for _ in range(5):
        word = scan.word(offset)
        if word in DIFFICULTIES and not level:
            level = word
        elif word not in {*_COUNTED, "of", "any", "difficulty", "level", "at"}:
            break
        offset += 1
    return level, offset


def _set_draw(scan: Scan, number: int, level: str, words: str) -> bool:
    if scan.written.drawn:
        scan.complain("seeds", words, "Seeds can be drawn once. Leave one of the two out.")
    elif not number:
        scan.complain("seeds", words, "Draw 1 at least.")
    scan.written.drawn, scan.written.difficulty = number, level
    return True


def _summary(scan: Scan) -> bool:
    """`summary in #sales`, `no summary`."""
    if scan.word() == "no":
        if scan.word(1) != "summary":
            return False
        scan.taken(2)
        scan.written.summary = ""
        return True
    offset = _skip_aside(scan)
    there = scan.at + offset
    token = scan.tokens[there] if there < len(scan.tokens) else None
    if token is None or token.kind != "channel":
        words = scan.taken(1)
        scan.complain("summary", words, "Name the channel: `summary in #sales`, or `no summary`.")
        return True
    scan.written.summary = token.text
    scan.taken(offset + 1)
    return True


CLAUSES: Mapping[str, Clause] = {
    **dict.fromkeys(("start", "starts", "starting", "from", "begin", "begins", "beginning", "opens"), _start),
    **dict.fromkeys(("due", "deadline", "by", "before", "end", "ends", "ending"), _due),
    **dict.fromkeys(("until", "till"), _until),
    **dict.fromkeys(("repeat", "repeats", "repeating", "every", "daily", "weekly", "fortnightly", "biweekly"), _repeat),
    "monthly": _repeat,
    **dict.fromkeys(("pass", "passing", "passmark"), _pass),
    **dict.fromkeys(_ATTEMPTS, _attempts),
    "mode": _mode,
    "model": _model,
    "draw": _draw,
    **dict.fromkeys(("summary", "no"), _summary),
}
"""By the word with which they begin."""

OTHERS: tuple[Clause, ...] = (_attempts_after, _percent, _drawn, _bare_mode, _bare_level)
"""Those that any word may begin; tried in this order."""
MODEL = _model
