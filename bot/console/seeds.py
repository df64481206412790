"""The seed packs of a pack, with how hard each buyer is, as tables and as a JSON document."""

import json
from typing import NamedTuple

from rich.markup import escape
from rich.table import Table

from engine.panel.difficulty import Difficulty, difficulty
from engine.persona.draw import draw_scenario
from engine.scenario.seed_pack import SeedPack
from packs.loading import LoadedPack

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""


class Listed(NamedTuple):
    """One buyer of a list, as anyone may see it."""

    seed: int
    share_code: str
    introduction: str
    difficulty: Difficulty


def listed(loaded: LoadedPack, seed_pack: SeedPack) -> tuple[Listed, ...]:
    """The buyers of the list, in its order."""
    drawn = [draw_scenario(loaded.pack, loaded.hash, seed) for seed in seed_pack.seeds]
    return tuple(
        Listed(each.seed, each.share_code, each.counterpart.public, difficulty(loaded.pack, loaded.hash, each.seed))
        for each in drawn
    )


def as_table(loaded: LoadedPack, seed_pack: SeedPack) -> Table:
    """The list as a table under its title."""
    title = f"\n[bold]{escape(seed_pack.title)}[/] ({seed_pack.ref}) · {escape(seed_pack.skill)}"
    table = Table(
        title=f"{title}\n{escape(seed_pack.description)}",
        title_justify="left",
        title_style="",
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
    )
    for heading in ("Share code", "Difficulty", "Who"):
        table.add_column(heading, overflow="fold")
    for each in listed(loaded, seed_pack):
        measured = f"{each.difficulty.word} ({each.difficulty.percent})"
        table.add_row(escape(each.share_code), measured, escape(each.introduction))
    return table


def as_json(loaded: LoadedPack) -> str:
    """Every list of the pack: `format`, `pack`, `hash`, and `seed_packs` with their `seeds`."""
    lists = [
        {
            "id": each.id,
            "ref": each.ref,
            "title": each.title,
            "description": each.description,
            "skill": each.skill,
            "seeds": [one._asdict() | {"difficulty": one.difficulty._asdict()} for one in listed(loaded, each)],
        }
        for each in loaded.pack.seed_lists
    ]
    document = {"format": FORMAT, "pack": loaded.pack.id, "hash": loaded.hash, "seed_packs": lists}
    return json.dumps(document, indent=2, ensure_ascii=False)
