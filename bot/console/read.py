"""`haggle read`: what is read out of lines, as JSON for programs and as a table for people."""

import json
import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table as RichTable

from bot.console.named import pack_named, pack_option
from bot.console.reading_lines import BadLine, Table, answer_to, as_object
from engine.errors import HaggleError
from engine.persona.draw import draw_scenario
from engine.reading.context import ReadingContext, context_of, price_talk
from engine.reading.read import read_message
from engine.reading.reading import Reading
from engine.scenario.scenario import IssueKind
from engine.strict.wording import count_in_words
from engine.terms.money import format_money
from engine.terms.terms import Terms

out = Console(highlight=False)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Money = typer.Option(min=0, help="In minor units (cents); 0 where there is none.")


def read(
    text: Annotated[list[str] | None, typer.Argument(help="A line to read; without one, lines from the input.")] = None,
    pack: Annotated[str | None, pack_option(otherwise="without one, plain price talk")] = None,
    seed: Annotated[int, typer.Option(min=0, help="Whose names a pack's wordings are to hold.")] = 1,
    list_price: Annotated[int, Money] = 0,
    own_offer: Annotated[int, Money] = 0,
    other_offer: Annotated[int, Money] = 0,
    as_document: Annotated[bool, typer.Option("--json", help="Print JSON in a terminal too.")] = False,
) -> None:
    """Says what it reads out of a line: the acts, the offers, and the words that each rests on.

    From a file or a pipe it takes JSON objects, one a line, and answers each with one; the exit code is 1 where one of
    them could not be taken. In a terminal it takes plain lines and answers with tables.
    """
    try:
        table = _table_of(pack, seed) if pack else None
    except HaggleError as error:
        err.print(f"[red]haggle:[/] {escape(str(error))}")
        raise typer.Exit(2) from error
    context = _context(table, list_price, own_offer, other_offer)
    if text:
        _tell(" ".join(text), context, as_document)
    elif sys.stdin.isatty():
        _converse(context, as_document)
    else:
        raise typer.Exit(_stream(sys.stdin.buffer, table))


def _table_of(pack: str, seed: int) -> Table:
    loaded = pack_named(pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, seed)
    return lambda own, other: context_of(scenario, own, other)


def _context(table: Table | None, list_price: int, own: int, other: int) -> ReadingContext:
    if table is None:
        return price_talk(list_price, own, other)
    price = table(None, None).price.id
    context = table(*(Terms.of({price: amount}) if amount else None for amount in (own, other)))
    return context.priced_at(list_price or context.list_price)


def _stream(lines: Iterable[bytes], table: Table | None) -> int:
    """Answer each line as it comes; 1 where one was bad, else 0."""
    failed = 0
    for line in lines:
        if not line.strip():
            continue
        try:
            answer = answer_to(line.decode(), table)
        except (BadLine, UnicodeDecodeError) as error:
            failed, answer = 1, {"error": "this is not UTF-8" if isinstance(error, UnicodeError) else str(error)}
        typer.echo(json.dumps(answer))
    return failed


def _converse(context: ReadingContext, as_document: bool) -> None:
    err.print("[dim]A line, then Enter; Ctrl+D ends.[/]")
    for line in sys.stdin:
        if line.strip():
            _tell(line.rstrip("\n"), context, as_document)


def _tell(text: str, context: ReadingContext, as_document: bool) -> None:
    reading = read_message(text, context)
    if as_document:
        typer.echo(json.dumps(as_object(reading)))
    else:
        out.print(_as_table(reading, context))


def _as_table(reading: Reading, context: ReadingContext) -> RichTable | str:
    table = RichTable(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for heading in ("", "What", "On", "Words"):
        table.add_column(heading, overflow="fold")
    for act in reading.acts:
        table.add_row("act", act.act, escape(act.topic or ""), escape(act.span.text))
    for offer in reading.offers:
        what = f"{offer.modality} {_amount(offer.issue, offer.amount, context)}"
        table.add_row("[green]offer[/]", escape(what), escape(offer.issue), escape(offer.span.text))
    for number, package in enumerate(reading.packages, 1):
        held = ", ".join(f"{one.issue} {_amount(one.issue, one.amount, context)}" for one in package.offers)
        words = ", ".join(one.span.text for one in package.offers)
        table.add_row("[cyan]choice[/]", escape(held), escape(package.name or f"{number}"), escape(words))
    for doubt in reading.doubts:
        what = f"{_amount(doubt.issue, doubt.amount, context)}? It would ask"
        table.add_row("[yellow]doubt[/]", escape(what), escape(doubt.issue), escape(doubt.span.text))
    if reading.unread:
        table.add_row("unread", f"{reading.unread} characters", "", "")
    return table if table.row_count else "[dim]Nothing that it can place.[/]"


def _amount(issue_id: str, amount: int, context: ReadingContext) -> str:
    issue = next(issue for issue in context.issues if issue.id == issue_id)
    match issue.kind:
        case IssueKind.PRICE | IssueKind.MONEY:
            return format_money(amount, context.currency)
        case IssueKind.FLAG:
            return "in the deal" if amount else "left out"
        case IssueKind.COUNT:
            written = count_in_words(issue, amount)
            return issue.said.replace("{amount}", written) if issue.said else written
