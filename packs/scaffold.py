"""A new pack, written from the template in `packs/blank`."""

import re
from pathlib import Path

from engine.errors import HaggleError
from packs.loading import INSTALLED

TEMPLATE = Path(__file__).parent / "blank" / "template"
_NAME = re.compile(r"[a-z][a-z0-9_]{1,39}")


class BadPackName(HaggleError):
    """The name cannot be a new pack's, or its folder cannot be made."""


def new_pack(name: str, folder: Path) -> Path:
    """The folder of the new pack, made with every file in it. BadPackName says what is wrong with the name."""
    if not _NAME.fullmatch(name):
        raise BadPackName(
            f"{name!r} cannot be a pack's name: it takes 2 to 40 small letters, digits and underscores,"
            " and begins with a letter."
        )
    if (INSTALLED / name).exists() or (INSTALLED / f"{name}.py").exists():
        raise BadPackName(f"The name {name} is taken here. Choose another.")
    made = folder / name
    if made.exists():
        raise BadPackName(f"{made} is there already. Choose another name or another folder.")
    try:
        for source in sorted(path for path in TEMPLATE.rglob("*.yaml")):
            target = made / source.relative_to(TEMPLATE)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(_named(source.read_text(encoding="utf-8"), name), encoding="utf-8")
    except OSError as error:
        raise BadPackName(f"{made} cannot be written: {error.strerror}.") from error
    return made


def _named(text: str, name: str) -> str:
    return text.replace("PACK_ID", name).replace("PACK_TITLE", name.replace("_", " ").capitalize())
