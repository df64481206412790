"""A pack's figures as tables for the terminal, and as a JSON document."""

import json
from collections.abc import Sequence
from typing import NamedTuple

from rich.markup import escape
from rich.table import Table

from engine.errors import Problem
from packs.figures import Figure, Figures

TITLES = {
    "zone": "Is there a deal to be had?",
    "skill": "Does skill pay?",
    "reps": "The reference reps",
    "contradictions": "Do buyers contradict themselves?",
    "marginals": "Do options come as often as the pack says? (the one that is furthest off)",
    "reach": "Is there somebody who can go as low as the buyer's maximum?",
    "deals": "Does a strict buyer come to a deal where there is?",
    "several": "Are several sellers needed where parts may be bought?",
    "manner": "What do sellers keep of their room, by their manner?",
    "weight": "What do they keep, by the weight of keeping customers?",
    "limits": "Do the limits hold?",
    "correlations": "Do attributes that lean on one thing go together?",
}
MARKS = {"ok": "[green]ok[/]", "wrong": "[red]wrong[/]", "told": ""}
FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""


def as_tables(figures: Figures) -> list[Table]:
    """One table for each group of figures."""
    groups = dict.fromkeys(row.group for row in figures.rows)
    return [_table(group, [row for row in figures.rows if row.group == group]) for group in groups]


def _table(group: str, rows: Sequence[Figure]) -> Table:
    table = Table(title=f"\n{TITLES[group]}", title_justify="left", title_style="bold", box=None, pad_edge=False)
    for heading in ("", "found", "wanted", ""):
        table.add_column(heading, style="" if heading != "wanted" else "dim", overflow="fold")
    for row in rows:
        table.add_row(escape(row.name), escape(row.value), escape(row.wanted), MARKS[row.state])
    return table


class Checked(NamedTuple):
    """The pack that a check was about."""

    id: str
    version: int
    hash: str


def as_json(checked: Checked, problems: Sequence[Problem], figures: Figures | None) -> str:
    """The outcome of a check: `format`, `ok`, `pack`, `version`, `hash`, `problems`, and `seeds` and `figures`."""
    rows = figures.rows if figures else ()
    document = {
        "format": FORMAT,
        "ok": not problems and not (figures and figures.wrong),
        "pack": checked.id,
        "version": checked.version,
        "hash": checked.hash,
        "problems": [problem._asdict() for problem in problems],
        "seeds": figures.seeds if figures else 0,
        "figures": [row._asdict() for row in rows],
    }
    return json.dumps(document, indent=2, ensure_ascii=False)
