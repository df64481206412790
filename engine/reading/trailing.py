"""A "then" that only ends what a number was asked in: "is it 190 then?"."""

from collections.abc import Sequence

from engine.reading.tokens import Kind, Token


def closes_question(tokens: Sequence[Token], begun: int, at: int, end: int) -> bool:
    """Whether the token is such a "then", the last before `end`, after a number since `begun`, or in a question."""
    if tokens[at].word != "then" or at + 1 < end:
        return False
    is_asked = end < len(tokens) and tokens[end].word == "?"
    return is_asked or any(tokens[place].kind is Kind.NUMBER for place in range(begun, at))
