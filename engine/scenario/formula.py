"""Whole-number formulas that a pack's author writes: `round(list_price * share / 10000, 50 * unit)`.

Names, whole numbers, + - * / and parentheses, comparisons (1 or 0), and the functions min, max, round and monthly.
Division rounds down; `round(x, step)` rounds to the nearest multiple of step, halves up; `monthly(sum, rate, months)`
is the payment that pays a loan off, its rate a year in basis points. A formula is parsed once, into closures.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from engine.terms.loan import level_payment

Figures = Mapping[str, int]
_Node = Callable[[Figures], int]

MAX_LENGTH = 400
MAX_DEPTH = 20

_OPERATORS: tuple[dict[str, Callable[[int, int], int]], ...] = (
    {
        "<=": lambda a, b: int(a <= b),
        ">=": lambda a, b: int(a >= b),
        "<": lambda a, b: int(a < b),
        ">": lambda a, b: int(a > b),
        "=": lambda a, b: int(a == b),
    },
    {"+": lambda a, b: a + b, "-": lambda a, b: a - b},
    {"*": lambda a, b: a * b, "/": lambda a, b: a // b},
)


def _round(value: int, step: int) -> int:
    return (value + step // 2) // step * step


_FUNCTIONS: dict[str, tuple[int, Callable[..., int]]] = {
    "min": (2, min),
    "max": (2, max),
    "round": (2, _round),
    "monthly": (3, level_payment),
}
"""Each function with how many values it takes."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed formula; `names` are the figures that it needs."""

    text: str
    names: frozenset[str]
    _node: _Node = field(compare=False, repr=False)

    def value(self, figures: Figures) -> int:
        """The whole number it comes to; KeyError for a missing figure, ZeroDivisionError for a division by 0."""
        return self._node(figures)


def parse_formula(text: str | int) -> Formula:
    """The formula; ValueError, in words for the pack's author, where the text is none."""
    written = str(text)
    if len(written) > MAX_LENGTH:
        raise ValueError(f"a formula may have at most {MAX_LENGTH} characters")
    parser = _Parser(_tokens(written))
    node = parser.sum_of(0)
    if parser.ahead:
        raise ValueError(f"the formula {written!r} does not go on sensibly at {parser.ahead!r}")
    return Formula(written, frozenset(parser.names), node)


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    at = 0
    while at < len(text):
        end = at + 1
        if text[at].isalnum() or text[at] == "_":
            while end < len(text) and (text[end].isalnum() or text[end] == "_"):
                end += 1
        elif text[at : at + 2] in ("<=", ">="):
            end += 1
        if not text[at].isspace():
            tokens.append(text[at:end])
        at = end
    return tokens


class _Parser:
    def __init__(self, tokens: list[str]) -> None:
        self.names: set[str] = set()
        self._tokens = tokens
        self._at = 0
        self._depth = 0

    @property
    def ahead(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def sum_of(self, level: int) -> _Node:
        """An expression of operators that bind at least as tightly as this level."""
        if level == len(_OPERATORS):
            return self._operand()
        left = self.sum_of(level + 1)
        while apply := _OPERATORS[level].get(self.ahead):
            self._at += 1
            left = _joined(apply, left, self.sum_of(level + 1))
        return left

    def _operand(self) -> _Node:
        word = self.ahead
        self._at += 1
        if word == "(":
            return self._inside(")")
        if word == "-":
            operand = self._operand()
            return lambda figures: -operand(figures)
        if word.isascii() and word.isdigit():
            number = int(word)
            return lambda figures: number
        if not word.isidentifier():
            raise ValueError(f"a number or a name is missing before {word!r}" if word else "the formula breaks off")
        return self._call(word) if self.ahead == "(" else self._name(word)

    def _name(self, name: str) -> _Node:
        self.names.add(name)
        return lambda figures: figures[name]

    def _call(self, name: str) -> _Node:
        if name not in _FUNCTIONS:
            raise ValueError(f"there is no function {name}; there are {', '.join(sorted(_FUNCTIONS))}")
        self._at += 1
        takes, apply = _FUNCTIONS[name]
        values = tuple(self._inside(closing) for closing in "," * (takes - 1) + ")")
        if takes == 2:
            return _joined(apply, *values)
        return lambda figures: apply(*(value(figures) for value in values))

    def _inside(self, closing: str) -> _Node:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ValueError(f"parentheses may be nested at most {MAX_DEPTH} deep")
        node = self.sum_of(0)
        if self.ahead != closing:
            raise ValueError(f"{closing!r} is missing, found {self.ahead or 'the end'!r}")
        self._at += 1
        self._depth -= 1
        return node


def _joined(apply: Callable[[int, int], int], left: _Node, right: _Node) -> _Node:
    return lambda figures: apply(left(figures), right(figures))
