"""Phrasebooks put together from smaller ones."""

import pytest

from engine.reading.phrases import Phrasebook

ENTRIES = (
    ("ask", ("what do you want .", "what would it take", "put ~ in")),
    ("give", ("put ~ in", "throw ~ in", "what would it take to sign", "free")),
    ("take", ("put it ~ away", "free", "i will take it", "i will take ~ home")),
)
LINES = (
    "what do you want ?",
    "i will take the mats home .",
    "put the mats in",
    "put it far away and throw the mats in",
    "what would it take to sign today",
    "i will take it home for free",
)


def _apart() -> list[Phrasebook[str]]:
    return [Phrasebook([entry]) for entry in ENTRIES]


@pytest.mark.parametrize("line", LINES)
def test_a_book_of_several_finds_what_one_of_all_their_phrases_finds(line: str) -> None:
    words = tuple(line.split())
    found = Phrasebook.of_all(_apart()).find(words)
    assert found == Phrasebook(ENTRIES).find(words)
    assert found


@pytest.mark.parametrize("line", LINES)
def test_books_stay_as_they_were_after_others_took_them_in(line: str) -> None:
    words, books = tuple(line.split()), _apart()
    before = [book.find(words) for book in books]
    Phrasebook.of_all(books)
    Phrasebook.of_all(reversed(books))
    assert [book.find(words) for book in books] == before
