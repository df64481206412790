"""Words and marks that stand together without a space."""

import pytest

from engine.reading.text import plain_text
from engine.reading.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("24,300.", ["24,300", "."]),
        ("no...ok", ["no", ".", ".", ".", "ok"]),
        ("the  mats,warranty", ["the", "mats", ",", "warranty"]),
        ("can't\n34k mats", ["can", "not", "\n", "34", "k", "mats"]),
        (
            "warranty,delivery,mats,tires,service",
            ["warranty", ",", "delivery", ",", "mats", ",", "tires", ",", "service"],
        ),
    ],
)
def test_each_piece_stands_where_it_was_written(text: str, words: list[str]) -> None:
    tokens = tokenize(plain_text(text))
    assert [token.word for token in tokens] == words
    assert all(
        text[token.start : token.end].lower().startswith(token.word[:2]) for token in tokens if token.word != "not"
    )
