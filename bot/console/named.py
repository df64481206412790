"""Packs as whoever is at the console names them: by id, or by folder."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from packs.loading import INSTALLED, LoadedPack, Packs, load_installed, load_pack


class Named(NamedTuple):
    """The packs to choose from, and the id of the one that was named; empty where none was."""

    packs: Packs
    id: str


def pack_named(name: str, also: Sequence[str] = ()) -> LoadedPack:
    """The pack in that folder, of that `pack` file or of that id; PackError or UnknownPack where none can be used.

    `also` are the ids of what else can be named there.
    """
    path = Path(name)
    if path.stem == "pack" and path.is_file():
        path = path.parent
    if path.is_dir():
        return load_pack(path)
    if (INSTALLED / name).is_dir() and name.isidentifier():
        return load_pack(INSTALLED / name)
    return load_installed().get(name, also)


def markets_named(name: str) -> Path | None:
    """The file of markets that is meant: itself, the folder that it stands in, or the id of the installed one.

    None where something else is.
    """
    path = Path(name)
    if path.suffix == ".yaml" and path.stem != "pack" and path.is_file():
        return path
    folders = (path, INSTALLED / name) if name.isidentifier() else (path,)
    return next((found for folder in folders if (found := folder / "markets.yaml").is_file()), None)


def packs_named(name: str) -> Named:
    """The pack of that folder or id alone; with an empty name every installed one."""
    if not name:
        return Named(load_installed(), "")
    loaded = pack_named(name)
    return Named(Packs({loaded.pack.id: loaded}, {}), loaded.pack.id)
