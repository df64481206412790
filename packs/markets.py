"""The pack of markets from its file."""

import json
from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from engine.errors import PackError, Problem
from engine.marketplace.market import Style
from engine.marketplace.template import MarketPackNote
from engine.marketplace.wording import MAY_BE_WORDED, SLOTS, WORDED, SellerPhrases
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
        found = [(tuple(detail["loc"]), in_plain_words(detail)) for detail in error.errors(include_url=False)]
        raise _unusable(path, document, [*found, *phrase_problems(_phrases_in(document))]) from error
    if problems := phrase_problems(pack.phrases):
        raise _unusable(path, document, problems)
    return pack


Place = tuple[str | int, ...]
_PHRASES: TypeAdapter[SellerPhrases] = TypeAdapter(SellerPhrases)


def _unusable(path: Path, document: Document, found: Iterable[tuple[Place, str]]) -> PackError:
    return PackError(path.stem, tuple(_problem(path, document, place, text) for place, text in found))


def _phrases_in(document: Document) -> SellerPhrases | None:
    """The phrases of a pack that cannot be used for other reasons; None where they are no phrases at all."""
    try:
        return _PHRASES.validate_python(document.value["phrases"] if isinstance(document.value, dict) else None)
    except (ValidationError, KeyError):
        return None


def hash_of(pack: MarketPackNote) -> str:
    """SHA-256 of all that the pack says, whatever way its file is laid out."""
    return sha256(json.dumps(pack.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()


def phrase_problems(phrases: SellerPhrases | None) -> tuple[tuple[Place, str], ...]:
    """What is missing among the phrases, what nobody says, and the slots that nothing fills, each with its place."""
    if phrases is None:
        return ()
    missing = [
        (("phrases", style), f"has no phrase for {move}")
        for style in _STYLES
        for move in WORDED
        if not phrases.get(style, {}).get(move)
    ]
    unsaid = [
        (("phrases", style, move), "is for no move of a seller; remove it or check its spelling")
        for style, moves in phrases.items()
        for move in moves
        if move not in MAY_BE_WORDED
    ]
    unknown = [
        (("phrases", style, move, at), f"has the slot {{{slot}}}, which nothing fills")
        for style, moves in phrases.items()
        for move, lines in moves.items()
        for at, line in enumerate(lines)
        for slot in _slots(line)
        if slot not in SLOTS
    ]
    strange = [(("phrases", style), "is no manner of a seller") for style in phrases if style not in _STYLES]
    return (*missing, *unsaid, *unknown, *strange)


def _slots(line: str) -> tuple[str, ...]:
    return tuple(part.split("}", 1)[0] for part in line.split("{")[1:])


def _problem(path: Path, document: Document, place: Place, message: str) -> Problem:
    near = next((place[:size] for size in range(len(place), 0, -1) if place[:size] in document.lines), ())
    field = ".".join(str(part) for part in place if part != "[key]")
    return Problem(path.name, field, message, document.lines.get(near, 0))
