"""Telephone numbers, which are no amounts."""

from collections.abc import Sequence

from engine.reading.tokens import Kind, Token

_GROUPS = (3, 3, 4)
_LONG = 10
"""Digits in a row that are a telephone number, not money."""


def telephone(tokens: Sequence[Token], at: int) -> int:
    """The token after the telephone number that begins here; 0 where none does."""
    first = tokens[at].word
    if len(first) >= _LONG and first.isdecimal():
        return at + 1
    if len(first) != _GROUPS[0] or not first.isdecimal():
        return 0
    groups: list[str] = []
    end = at
    while end < len(tokens) and len(groups) < len(_GROUPS):
        token = tokens[end]
        if token.kind is Kind.NUMBER and token.word.isdecimal():
            groups.append(token.word)
        elif token.word not in {"-", "(", ")", "."}:
            break
        end += 1
    lengths = tuple(map(len, groups))
    if lengths == _GROUPS:
        return end
    local = lengths[:2] == _GROUPS[1:] and groups[1].startswith("0") and tokens[at + 1].word == "-"
    return at + 3 if local else 0
