"""Lines to be read as JSON objects, and readings as JSON objects; docs/reading.md describes both."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from engine.errors import RuleViolation
from engine.reading.context import PRICE, ReadingContext, price_talk
from engine.reading.read import read_message
from engine.reading.reading import Package, Reading
from engine.terms.money import CURRENCIES, Currency
from engine.terms.terms import IssueId, Terms

Table = Callable[[Terms | None, Terms | None], ReadingContext]
"""The context of a line, given the speaker's live offer and the other side's."""

Amounts = dict[str, int]
"""Amounts by the id of their issue, money in minor units."""

_BYTE_ORDER_MARK = "\ufeff"
"""What some editors write before the first line of a file."""
_MOST_DIGITS = 18
"""Digits of a whole number: more than any sum of money has."""
_MONEY = ("list_price", "last_own_offer", "last_other_offer")


class BadLine(RuleViolation):
    """An input line that is no line to be read."""


class Talk(NamedTuple):
    """A line and the table it is said at."""

    text: str
    context: ReadingContext


def talk_in(json_line: str, pack: Table | None) -> Talk:
    """The line that a JSON object holds, at the pack's table or, without one, at that of any item. BadLine."""
    row = _object(json_line)
    text = row.get("text")
    if not isinstance(text, str):
        raise BadLine('"text" is missing' if text is None else f'"text" must be a string, not {_kind(text)}')
    money = {name: _amounts(name, row.get(name)) for name in _MONEY}
    return Talk(text, _context(row, money, pack))


def _context(row: dict[str, Any], money: dict[str, Amounts], pack: Table | None) -> ReadingContext:
    if pack is None:
        _refuse_other_issues(money)
        listed, own, other = (amounts.get(PRICE, 0) for amounts in money.values())
        return price_talk(listed, own, other, _currency(row))
    empty = pack(None, None)
    list_price, *offers = (_terms(amounts, empty) for amounts in money.values())
    context = pack(*offers)
    return context.priced_at(list_price.amount(context.price.id)) if list_price else context


def _refuse_other_issues(money: dict[str, Amounts]) -> None:
    """BadLine where an amount is of an issue that only a pack could have."""
    for name, amounts in money.items():
        for issue in amounts:
            if issue != PRICE:
                raise BadLine(f'"{name}.{issue[:40]}": without a pack there is no issue but {PRICE}')


def _terms(amounts: Amounts, table: ReadingContext) -> Terms | None:
    """The offer of these amounts, None for none; a lone amount is a price. BadLine where there is no such issue."""
    found: dict[IssueId, int] = {}
    for name, amount in amounts.items():
        issue = table.price if name == PRICE else table.issue(IssueId(name))
        if issue is None:
            known = ", ".join(issue.id for issue in table.issues)
            raise BadLine(f"the pack has no issue {name[:40]!r}; it has {known}")
        if amount:
            found[issue.id] = amount
    return Terms.of(found) if found else None


def _object(json_line: str) -> dict[str, Any]:
    try:
        row = json.loads(json_line.removeprefix(_BYTE_ORDER_MARK), parse_int=_integer, parse_constant=_no_number)
    except RecursionError as error:
        raise BadLine("this is nested too deeply") from error
    except ValueError as error:
        raise BadLine(f"this is no JSON object, of which one stands on each line: {error}") from error
    if not isinstance(row, dict):
        raise BadLine(f"a line must be a JSON object, not {_kind(row)}")
    return row


def _integer(digits: str) -> int:
    count = len(digits.removeprefix("-"))
    if count > _MOST_DIGITS:
        raise BadLine(f"a number in it has {count:,} digits; at most {_MOST_DIGITS} are read")
    return int(digits)


def _no_number(name: str) -> float:
    raise BadLine(f"{name} is no number in JSON")


def _amounts(name: str, value: object) -> Amounts:
    """One amount for each issue named, or that of the price alone."""
    if isinstance(value, dict) and name != "list_price":
        return {issue: _whole(f"{name}.{issue}", amount) for issue, amount in value.items()}
    return {PRICE: _whole(name, value)}


def _whole(name: str, value: object) -> int:
    if value is None:
        return 0
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadLine(f'"{name}" must be a whole number of minor units (cents), not {_kind(value)}')
    if value < 0:
        raise BadLine(f'"{name}" must not be negative')
    if value >= 10**_MOST_DIGITS:
        raise BadLine(f'"{name}" must have at most {_MOST_DIGITS} digits')
    return value


def _currency(row: dict[str, Any]) -> Currency | None:
    code = row.get("currency")
    if code is None:
        return None
    if not isinstance(code, str) or code.upper() not in CURRENCIES:
        raise BadLine(f'"currency" must be one of {", ".join(sorted(CURRENCIES))}')
    return CURRENCIES[code.upper()]


def _kind(value: object) -> str:
    names = {str: "a string", bool: "true or false", int: "a number", float: "a fraction", list: "a list"}
    return names.get(type(value), "an object" if isinstance(value, dict) else "null")


def answer_to(json_line: str, pack: Table | None) -> dict[str, Any]:
    """The reading of a JSON line as a JSON object. BadLine."""
    text, context = talk_in(json_line, pack)
    return as_object(read_message(text, context))


def as_object(reading: Reading) -> dict[str, Any]:
    """A reading as a JSON object: acts, offers, what could not be placed, and the words that each rests on."""
    return {
        "acts": [
            {"act": read.act.value, **({"topic": read.topic} if read.topic is not None else {})}
            for read in reading.acts
        ],
        "offers": [
            {"issue": offer.issue, "amount": offer.amount, "modality": offer.modality.value} for offer in reading.offers
        ],
        "doubts": [{"issue": doubt.issue, "amount": doubt.amount} for doubt in reading.doubts],
        "spans": list(_spans(reading)),
        "unread": reading.unread,
        **({"packages": [_package(package) for package in reading.packages]} if reading.packages else {}),
    }


def _package(package: Package) -> dict[str, Any]:
    held = [{"issue": offer.issue, "amount": offer.amount} for offer in package.offers]
    return {"name": package.name, "offers": held}


def _spans(reading: Reading) -> Iterator[dict[str, Any]]:
    rests = {
        "acts": [act.span for act in reading.acts],
        "offers": [offer.span for offer in reading.offers],
        "doubts": [doubt.span for doubt in reading.doubts],
    }
    for kind, spans in rests.items():
        for index, span in enumerate(spans):
            yield {"of": kind, "index": index, "start": span.start, "end": span.end, "text": span.text}
