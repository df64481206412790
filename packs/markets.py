"""The pack of markets from its file."""

import json
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from engine.errors import PackError, Problem
from engine.marketplace.market import Style
from engine.marketplace.template import MarketPackNote
from engine.marketplace.wording import MAY_BE_WORDED, SLOTS, WORDED
from packs.plain_words import in_plain_words
from packs.plain_yaml import Document, NotPlain, read_yaml

INSTALLED = Path(__file__).parent / "marketplace" / "markets.yaml"
_STYLES: tuple[Style, ...] = ("rude", "neutral", "sweet")


@cache
def installed_markets() -> MarketPackNote:
    """The markets that Haggle comes with."""
    return load_markets(INSTALLED)


def load_markets(path: Path) -> MarketPackNote:
    """The pack of markets in that file; PackError with every problem in it where it cannot be used."""
    try:
        document = read_yaml(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PackError(path.stem, (Problem(path.name, "", f"cannot be read: {error.strerror}"),)) from error
    except (NotPlain, UnicodeDecodeError) as error:
        raise PackError(path.stem, (Problem(path.name, "", str(error)),)) from error
    try:
        pack = MarketPackNote.model_validate(document.value)
    except ValidationError as error:
        found = tuple(
            _problem(path, document, tuple(detail["loc"]), in_plain_words(detail))
            for detail in error.errors(include_url=False)
        )
        raise PackError(path.stem, found) from error
    if found := tuple(_problem(path, document, ("phrases",), text) for text in phrase_problems(pack)):
        raise PackError(path.stem, found)
    return pack


def hash_of(pack: MarketPackNote) -> str:
    """SHA-256 of all that the pack says, whatever way its file is laid out."""
    return sha256(json.dumps(pack.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()


def phrase_problems(pack: MarketPackNote) -> tuple[str, ...]:
    """What is missing among the phrases, what nobody says, and the slots that nothing fills."""
    missing = [
        f"{style} has no phrase for {move}"
        for style in _STYLES
        for move in WORDED
        if not pack.phrases.get(style, {}).get(move)
    ]
    unknown = [
        f"{style}.{move} has the slot {{{slot}}}, which nothing fills"
        for style, moves in pack.phrases.items()
        for move, lines in moves.items()
        for line in lines
        for slot in _slots(line)
        if slot not in SLOTS
    ]
    unsaid = [
        f"{style}.{move} is for no move of a seller"
        for style, moves in pack.phrases.items()
        for move in moves
        if move not in MAY_BE_WORDED
    ]
    strange = [f"{style} is no manner of a seller" for style in pack.phrases if style not in _STYLES]
    return (*missing, *unknown, *unsaid, *strange)


def _slots(line: str) -> tuple[str, ...]:
    return tuple(part.split("}", 1)[0] for part in line.split("{")[1:])


def _problem(path: Path, document: Document, place: tuple[str | int, ...], message: str) -> Problem:
    near = next((place[:size] for size in range(len(place), 0, -1) if place[:size] in document.lines), ())
    return Problem(path.name, ".".join(str(part) for part in place), message, document.lines.get(near, 0))
