"""Development data in two parts: rules are tuned on one, and what they are worth is seen on the other."""

import hashlib
import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

Row = dict[str, Any]
"""One record of a data file, as its authors wrote it."""

_OF_THREE = 3


class Part(StrEnum):
    """Which dialogues: two thirds to tune on, the third kept aside, or both."""

    TUNE = "tune"
    KEPT = "kept"
    ALL = "all"

    def holds(self, dialogue: str) -> bool:
        """Whether a dialogue, by its id, is in the part: the same one on every machine and in every file."""
        kept = hashlib.sha256(dialogue.encode()).digest()[0] % _OF_THREE == 0
        return self is Part.ALL or kept == (self is Part.KEPT)


def rows_of(path: Path, part: Part) -> list[Row]:
    """The records of a file whose dialogue is in the part."""
    return [row for row in _rows(path) if part.holds(row["uuid"] if "uuid" in row else row["dlg"])]


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def share(part: int, whole: int) -> str:
    """A share in words: `83.5 % (361/432)`."""
    return f"{100 * part / max(1, whole):.1f} % ({part}/{whole})"
