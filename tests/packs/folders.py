"""A copy of the shipped car pack in a folder of its own, with fields changed, to see what is said about it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from engine.errors import PackError
from packs.loading import load_pack
from tests.engine.persona.packs import raw


def written(folder: Path, change: Callable[[dict[str, Any]], object] = lambda data: None) -> Path:
    """The folder, with the changed pack in it as one JSON file."""
    data = raw()
    change(data)
    folder.mkdir(exist_ok=True)
    (folder / "pack.json").write_text(json.dumps(data), encoding="utf-8")
    return folder


def complaints(folder: Path) -> list[str]:
    """Every problem found in the folder's pack, as its author reads it; empty where the pack loads."""
    try:
        load_pack(folder)
    except PackError as error:
        return [str(problem) for problem in error.problems]
    return []
