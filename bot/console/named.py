"""Packs as whoever is at the console names them: by id, or by folder."""

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from engine.errors import HaggleError
from engine.scenario.share_code import parse_seed
from packs.choosing import Chosen, choose
from packs.loading import INSTALLED, LoadedPack, Packs, load_installed, load_pack


class OfMarkets(HaggleError):
    """A pack of markets is named where a buyer is to be met."""


def _not_empty(name: str | None) -> str:
    if name is not None and not name.strip():
        raise typer.BadParameter("it is empty; name a pack, or leave --pack out")
    return name or ""


def pack_option(*, otherwise: str = "a share code names it already") -> Any:
    """`--pack` of a command that has one where it is left out; an empty one is refused."""
    return typer.Option(callback=_not_empty, help=f"The pack's id, or its folder; {otherwise}.", show_default=False)


PackOption = Annotated[str | None, pack_option()]


class Named(NamedTuple):
    """The packs to choose from, and the id of the one that was named; empty where none was."""

    packs: Packs
    id: str


def pack_named(name: str, also: Sequence[str] = ()) -> LoadedPack:
    """The pack in that folder, of that `pack` file or of that id; HaggleError where none can be used.

    `also` are the ids of what else can be named there.
    """
    _refuse_markets(name)
    path = Path(name)
    if path.stem == "pack" and path.is_file():
        path = path.parent
    if path.is_dir():
        return load_pack(path)
    if (INSTALLED / name).is_dir() and name.isidentifier():
        return load_pack(INSTALLED / name)
    return load_installed().get(name, also)


def _refuse_markets(name: str) -> None:
    """OfMarkets where a pack of markets is meant."""
    path = Path(name)
    folders = (path, INSTALLED / name) if name.isidentifier() else (path,)
    is_file = path.name == "markets.yaml" and path.is_file()
    if is_file or any((one / "markets.yaml").is_file() and not [*one.glob("pack.*")] for one in folders):
        raise OfMarkets(
            f"{name} is a pack of markets, in which one buys from several sellers, and has no buyer to be met. `haggle "
            "markets` lists its markets, `/haggle buy` plays one in Slack or the sandbox, and `haggle simulate` plays "
            "one by itself."
        )


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


def buyer_named(seed: str, pack: str) -> Chosen:
    """The buyer of a seed or share code, of that folder or id where it is not empty. HaggleError says why none is."""
    packs, pack_id = packs_named(pack)
    _refuse_markets(parse_seed(seed).pack or "")
    return choose(packs, seed, pack_id)


def own_pack(name: str) -> str:
    """`--pack FOLDER ` where a pack is named by its folder: a share code alone does not find it. Else empty."""
    return f"--pack {shlex.quote(name)} " if name and Path(name).exists() else ""
