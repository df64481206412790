"""Bare numbers that a line counts pieces by, though they might be prices: "145 it is", "140 that you use"."""

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.mentions import names_thing
from engine.reading.modality import Setting
from engine.reading.money import amount_of
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of
from engine.scenario.scenario import Issue

_USERS = frozenset({"you", "they", "people", "agents", "crew", "crews", "staff"})
_USING = frozenset(
    words_of("use used using need fill want log need run keep staff people agents really actually would will could can")
)
_ACTIVE = frozenset(words_of("active people agents logins heads headcount staff employees users filled"))
_IT_IS = (("it", "is"), ("then",), ("it", "will"))
_SAYING = frozenset(
    words_of("say tell me use need take want keep fill had find found with on to for cover cut drop trim go have")
)
"""What leads in so many where a condition counts: "if you tell me 100"."""
_AT = (("at",), ("for",), ("with",), ("on",))
_OUTCOME = frozenset(words_of("it that you we i the price"))
_FEWEST = 2
_OTHER_UNITS = frozenset(words_of("net % percent pct a an per each / x * - days day cap"))
_GOING_ON = frozenset(words_of("instead then rather please seats too now"))
_NEAR, _ALL = (80, 120), 100
"""Percent of the prices on the table between which a bare number may be one in thousands."""
_SOFT = frozenset(words_of("only about around just maybe say roughly exactly"))


def is_counted(line: Line, number: Quantity, setting: Setting, issue: Issue, context: ReadingContext) -> bool:
    """Whether the words beside a bare number count the pieces of the issue by it."""
    if number.explicit or number.scaled or number.decimals or number.grouped:
        return False
    if not issue.low <= number.value * issue.scale <= issue.high:
        return False
    return _is_used(line, number) or (_is_talked_of(line, issue, context) and _is_meant(line, number, setting, context))


def _is_meant(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> bool:
    return (
        _stands_by_price(line, number, context)
        or _is_settled_on(line, number, setting)
        or _is_condition(line, number, setting)
        or _is_priced_at(line, number, setting)
    )


def _is_talked_of(line: Line, issue: Issue, context: ReadingContext) -> bool:
    """Whether the line or the other side's last ones speak of the pieces, or of how many people use the thing."""
    names = {word for word in issue.words if " " not in word} | _ACTIVE
    heard = {word.strip(".,?!;:\"'").lower() for word in context.other_words.split()}
    return context.last_issue == issue.id or not names.isdisjoint(line.said) or not names.isdisjoint(heard)


def _stands_by_price(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether the line names a price in full, and the number would be one far from all that is on the table.

    One that the other side has just counted by needs not be far from them.
    """
    beside = (*line.words(number.start - 1, number.start), *line.words(number.end, number.end + 1))
    if number.sense not in (Sense.AMOUNT, Sense.OTHER) or not _OTHER_UNITS.isdisjoint(beside):
        return False
    if any(names_thing(word) and word not in _GOING_ON for word in line.words(number.end, number.end + 1)):
        return False
    if not any((one.explicit or one.grouped) and _is_price(one, context) for one in line.numbers):
        return False
    known = [price for price in (context.own_price, context.other_price, context.list_price) if price]
    amount = amount_of(number, context.price, context).minor
    is_far = not known or not min(known) * _NEAR[0] <= amount * _ALL <= max(known) * _NEAR[1]
    return is_far or _is_heard(number, context)


def _is_price(number: Quantity, context: ReadingContext) -> bool:
    amount = amount_of(number, context.price, context)
    return number.sense in (Sense.AMOUNT, Sense.RATE) and amount.plausible and not amount.stretched


def _is_heard(number: Quantity, context: ReadingContext) -> bool:
    """Whether the other side has just named as many."""
    words = "".join(one if one.isalnum() or one in ",.$" else " " for one in context.other_words).split()
    return str(number.value) in {word.strip(",.") for word in words}


def _is_used(line: Line, number: Quantity) -> bool:
    """Whether somebody uses so many: "140 that you use", "120 are active", "150 people"."""
    after = line.words(number.end, number.end + 4)
    after = after[1:] if after[:1] in (("that",), ("which",), ("are",), ("of",)) else after
    if after[:1] != () and after[0] in _ACTIVE:
        return True
    return after[:1] != () and after[0] in _USERS and not _USING.isdisjoint(after[1:])


def _is_settled_on(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a clause settles on so many: "145 it is then"."""
    after = line.words(number.end, setting.clause.end)
    is_first = number.start - setting.clause.start <= 1
    return is_first and (after[:2] in _IT_IS or after[:1] in _IT_IS) and len(after) <= len(("it", "is", "then"))


def _is_condition(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a condition before a price names so many: "if you tell me 100, I'd make it 60,500"."""
    if not setting.clause.supposing or number.end < setting.clause.end - 1:
        return False
    lead = [word for word in line.words(setting.clause.start, number.start) if word not in _SOFT]
    return len(lead) >= _FEWEST and lead[-1] in _SAYING and _is_followed_by_sum(line, number, setting)


def _is_priced_at(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a price follows for so many: "at 200 it'd be 103,200"."""
    lead = line.words(setting.clause.start, number.start)
    lead = tuple(word for word in lead if word not in _SOFT and word not in {"and", "but", "so", "then"})
    if lead not in _AT or not _is_followed_by_sum(line, number, setting):
        return False
    after = line.words(number.end, number.end + 2)
    after = after[1:] if after[:1] == (",",) else after
    return after[:1] != () and after[0] in _OUTCOME


def _is_followed_by_sum(line: Line, number: Quantity, setting: Setting) -> bool:
    later = (one for one in line.numbers if number.end <= one.start < setting.sentence.end)
    return any(one.explicit or one.grouped or one.scaled for one in later)
