"""Whole-number formulas that a pack's author writes: `round(list_price * share / 10000, 50 * unit)`.

Names, whole numbers, + - * / and parentheses, comparisons (1 or 0), and the functions min, max, round and monthly.
Division rounds down; `round(x, step)` rounds to the nearest multiple of step, halves up; `monthly(sum, rate, months)`
is the payment that pays a loan off, its rate a year in basis points. A formula is parsed once, into a syntax tree of
Python that holds nothing but those, and compiled.
"""

import ast
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import CodeType, FunctionType

from engine.terms.loan import level_payment

Figures = Mapping[str, int]
_Apply = Callable[[ast.expr, ast.expr], ast.expr]

MAX_LENGTH = 400
MAX_DEPTH = 20


def _compared(operator: ast.cmpop) -> _Apply:
    """1 where the comparison holds, else 0."""
    return lambda left, right: ast.IfExp(ast.Compare(left, [operator], [right]), ast.Constant(1), ast.Constant(0))


def _reckoned(operator: ast.operator) -> _Apply:
    return lambda left, right: ast.BinOp(left, operator, right)


_OPERATORS: tuple[dict[str, _Apply], ...] = (
    {
        "<=": _compared(ast.LtE()),
        ">=": _compared(ast.GtE()),
        "<": _compared(ast.Lt()),
        ">": _compared(ast.Gt()),
        "=": _compared(ast.Eq()),
    },
    {"+": _reckoned(ast.Add()), "-": _reckoned(ast.Sub())},
    {"*": _reckoned(ast.Mult()), "/": _reckoned(ast.FloorDiv())},
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
_KNOWN = {name: function for name, (_, function) in _FUNCTIONS.items()}


class DividesByNothing(ZeroDivisionError):
    """A formula divides by 0 with these figures; `formula` is its text."""

    def __init__(self, formula: str) -> None:
        super().__init__(f"{formula!r} divides by 0")
        self.formula = formula


@dataclass(frozen=True, slots=True)
class Formula:
    """A parsed formula; `names` are the figures that it needs."""

    text: str
    names: frozenset[str]
    _function: Callable[[Figures], int] = field(compare=False, repr=False)

    def value(self, figures: Figures) -> int:
        """The whole number it comes to; KeyError for a missing figure, DividesByNothing for a division by 0."""
        try:
            return self._function(figures)
        except ZeroDivisionError:
            raise DividesByNothing(self.text) from None


def parse_formula(text: str | int) -> Formula:
    """The formula; ValueError, in words for the pack's author, where the text is none."""
    written = str(text)
    if len(written) > MAX_LENGTH:
        raise ValueError(f"a formula may have at most {MAX_LENGTH} characters")
    parser = _Parser(_tokens(written))
    tree = parser.sum_of(0)
    if parser.ahead:
        raise ValueError(f"the formula {written!r} does not go on sensibly at {parser.ahead!r}")
    return Formula(written, frozenset(parser.names), _compiled(tree))


def _compiled(tree: ast.expr) -> Callable[[Figures], int]:
    """A function of the figures that comes to what the tree says."""
    arguments = ast.arguments([], [ast.arg("figures")], None, [], [], None, [])
    expression = ast.fix_missing_locations(ast.Expression(ast.Lambda(arguments, tree)))
    code = next(made for made in compile(expression, "<formula>", "eval").co_consts if isinstance(made, CodeType))
    return FunctionType(code, {**_KNOWN, "__builtins__": {}})


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

    def sum_of(self, level: int) -> ast.expr:
        """An expression of operators that bind at least as tightly as this level."""
        if level == len(_OPERATORS):
            return self._operand()
        left = self.sum_of(level + 1)
        while apply := _OPERATORS[level].get(self.ahead):
            self._at += 1
            left = apply(left, self.sum_of(level + 1))
        return left

    def _operand(self) -> ast.expr:
        word = self.ahead
        self._at += 1
        if word == "(":
            return self._inside(")")
        if word == "-":
            return ast.UnaryOp(ast.USub(), self._operand())
        if word.isascii() and word.isdigit():
            return ast.Constant(int(word))
        if not word.isidentifier():
            raise ValueError(f"a number or a name is missing before {word!r}" if word else "the formula breaks off")
        return self._call(word) if self.ahead == "(" else self._name(word)

    def _name(self, name: str) -> ast.expr:
        self.names.add(name)
        return ast.Subscript(ast.Name("figures", ast.Load()), ast.Constant(name), ast.Load())

    def _call(self, name: str) -> ast.expr:
        if name not in _FUNCTIONS:
            raise ValueError(f"there is no function {name}; there are {', '.join(sorted(_FUNCTIONS))}")
        self._at += 1
        takes, _ = _FUNCTIONS[name]
        values = [self._inside(closing) for closing in "," * (takes - 1) + ")"]
        return ast.Call(ast.Name(name, ast.Load()), values, [])

    def _inside(self, closing: str) -> ast.expr:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ValueError(f"parentheses may be nested at most {MAX_DEPTH} deep")
        node = self.sum_of(0)
        if self.ahead != closing:
            raise ValueError(f"{closing!r} is missing, found {self.ahead or 'the end'!r}")
        self._at += 1
        self._depth -= 1
        return node
