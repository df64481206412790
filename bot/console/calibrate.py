"""`haggle calibrate`: how far managers agree with the judge, check by check."""

import asyncio
import json
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.table import Table

from bot.console.running import out, refused
from bot.settings import read_settings
from engine.errors import HaggleError
from engine.scoring.calibration import Calibration
from engine.scoring.calibration import calibrate as calibrated
from storage import calibration
from storage.database import open_to_read

FORMAT = 1
"""Version of the JSON document: raised when a field changes its meaning or goes."""
_LEGEND = (
    "agree: share of the decided disputes that were upheld · stood: share of all judgements that no manager changed · "
    "bias: mean change over the decided disputes, in points; above 0 the judge gives too little"
)


def calibrate(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON document instead of a table.")] = False,
) -> None:
    """Agreement and bias of every check, from the disputes in the database that DATABASE_URL names."""
    try:
        rows = asyncio.run(_counted(read_settings().database_url))
    except HaggleError as error:
        raise refused(error) from error
    if as_json:
        typer.echo(as_document(rows))
        return
    out.print(as_table(rows))
    out.print(f"[dim]{_summary(rows)}\n{_LEGEND}[/]")


async def _counted(url: str) -> tuple[Calibration, ...]:
    database = await open_to_read(url)
    try:
        async with database.reading() as connection:
            return calibrated(await calibration.judged(connection), await calibration.disputed(connection))
    finally:
        await database.close()


def as_table(rows: Sequence[Calibration]) -> Table:
    """One row for each check."""
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("check")
    for heading in ("judged", "disputed", "open", "upheld", "changed", "agree", "stood", "bias"):
        table.add_column(heading, justify="right", no_wrap=True)
    for row in rows:
        counts = (row.judged, row.disputed, row.open, row.upheld, row.changed)
        figures = (_percent(row.agreement), _percent(row.unchanged), in_points(row.bias))
        table.add_row(row.check, *map(str, counts), *(figure or "–" for figure in figures))
    return table


def as_document(rows: Sequence[Calibration]) -> str:
    """`format`, and the `checks` with the fields of the table; shares in whole percents, the bias as a decimal."""
    checks = [
        {**row._asdict(), "bias": None if row.bias is None else row.bias / 10, "bias_text": in_points(row.bias)}
        for row in rows
    ]
    return json.dumps({"format": FORMAT, "checks": checks}, indent=2)


def in_points(tenths: int | None) -> str | None:
    """`+0.8`, `-1.5`, `0.0`."""
    if tenths is None:
        return None
    sign = "+" if tenths > 0 else "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"


def _percent(share: int | None) -> str | None:
    return None if share is None else f"{share} %"


def _summary(rows: Sequence[Calibration]) -> str:
    disputed, decided = sum(row.disputed for row in rows), sum(row.upheld + row.changed for row in rows)
    if not disputed:
        return "No check has been disputed yet, so there is nothing to compare the judge with."
    return f"{disputed} {'dispute' if disputed == 1 else 'disputes'}, {decided} of them decided."
