"""A person looks back on their runs: a page of them, one by its number, all of them as a table in a file."""

import csv
import io
from collections.abc import Callable
from typing import NamedTuple

from bot.flows.exporting import File
from bot.flows.house import House
from bot.flows.lookup import RunView
from bot.flows.tables import plain_cell
from engine.errors import RuleViolation
from engine.scenario.pack import Pack
from engine.scenario.scenario import IssueKind
from engine.scenario.share_code import format_share_code, parse_seed
from engine.scoring import verdict
from engine.scoring.verdict import Verdict
from engine.terms.money import Currency
from engine.terms.terms import IssueId
from packs.choosing import DEFAULT_PACK
from storage import history, market_talks, outbox
from storage.connection import Connection
from storage.history import Past
from storage.market_talks import Bargained
from storage.markets import own_names
from storage.posts import Destination, HistoryFile
from storage.runs import Run
from storage.verdicts import Adjusted

PER_PAGE = 5
IN_TREND = 20
MOST_ROWS = 10_000
"""The latest runs that go into the file."""
ON_ITS_WAY = "The table of your runs is on its way into your messages with me."
IN_MARKETS = (
    "Runs in markets are not stepped through or compared: their threads hold all of it, and /haggle history leads "
    "there."
)
NO_RUNS = "You have no runs yet with buyers, so there is nothing to put into a file. `/haggle start` begins one."
SCORED = (
    "total", "after_disputes", "passed", "passed_after_disputes", "outcome", "reason", "rounds", "hints", "price",
    "currency",
)  # fmt: skip
"""The columns that a run has once it has a verdict."""
COLUMNS = (
    "run", "started", "ended", "pack", "pack_version", "share_code", "mode", "status", *SCORED, "thread",
)  # fmt: skip


class Entry(NamedTuple):
    """One run of a person, its number among theirs, and how many others of theirs met the same buyer."""

    number: int
    view: RunView
    others: int


class Page(NamedTuple):
    """Some of a person's runs; `number` counts pages from 1. The first has so many of the `latest` as make a trend.

    Talks in markets are turned with them, as many to a page: some of them, and how many there are.
    """

    entries: tuple[Entry, ...]
    number: int
    pages: int
    total: int
    latest: tuple[Entry, ...] = ()
    markets: Bargained = Bargained()


async def history_page(house: House, team: str, rep: str, number: int = 1) -> Page:
    """The page of that number, or the last one where there are fewer."""
    async with house.database.reading() as connection:
        total = await history.count(connection, team, rep)
        bargained = await market_talks.count_of(connection, team, rep)
        pages = max(1, -(-max(total, bargained) // PER_PAGE))
        shown = min(max(1, number), pages)
        some, after = IN_TREND if shown == 1 else PER_PAGE, (shown - 1) * PER_PAGE
        found = await history.page(connection, team, rep, some, after)
        bargains = await market_talks.latest_of(connection, team, rep, PER_PAGE, after)
    entries = tuple([await entry_of(house, past) for past in found])
    return Page(entries[:PER_PAGE], shown, pages, total, entries if shown == 1 else (), Bargained(bargains, bargained))


async def entry_of(house: House, past: Past) -> Entry:
    """The run with its scenario and verdict."""
    scored = verdict.decode(past.verdict) if past.verdict else None
    view = RunView(past.run, await house.scenarios.of(past.run), scored, past.adjusted)
    return Entry(past.number, view, past.others)


async def run_meant(house: House, team: str, rep: str, written: str) -> Entry:
    """The person's run that a number, a seed with its pack or nothing names: nothing means the latest that ended.

    RuleViolation or BadSeed where there is none.
    """
    word = written.strip().strip("`")
    async with house.database.reading() as connection:
        if await _is_of_a_market(house, connection, team, word):
            raise RuleViolation(IN_MARKETS)
        if not word:
            past = await history.latest(connection, team, rep)
        elif "@" in word or not _is_number(word.removeprefix("#")):
            past = next(iter(await history.on_buyer(connection, team, rep, *_buyer(house, word), 1)), None)
        else:
            past = await history.numbered(connection, team, rep, int(word.removeprefix("#")))
        bought = past is None and await market_talks.count_of(connection, team, rep) > 0
    if past is None:
        raise RuleViolation(f"{_missing(word)} {IN_MARKETS}" if bought else _missing(word))
    return await entry_of(house, past)


async def _is_of_a_market(house: House, connection: Connection, team: str, code: str) -> bool:
    """Whether it is the share code of a market, `laptops#7`."""
    market, mark, _ = code.casefold().partition("#")
    name = market.partition("@")[0].rpartition("/")[2]
    return bool(mark and name) and (name in house.markets.ready or name in await own_names(connection, team))


def _buyer(house: House, code: str) -> tuple[str, int, int]:
    """The pack, draw epoch and seed of a share code; an epoch that was left out is the installed pack's."""
    ref = parse_seed(code)
    pack = ref.pack or DEFAULT_PACK
    epoch = house.packs.get(pack).pack.draw_epoch if ref.draw_epoch is None else ref.draw_epoch
    return pack, epoch, ref.seed


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 9


def _missing(word: str) -> str:
    if not word:
        return "You have no run that has ended yet. /haggle start begins one."
    return f"You have no run {word[:40]} that has ended. /haggle history lists your runs with their numbers."


async def history_to_dm(house: House, team: str, rep: str, channel: str, key: str) -> str:
    """What the person is told; the table goes into their messages, once for each key."""
    async with house.database.writing() as connection:
        if not await history.count(connection, team, rep):
            return NO_RUNS
        to, now = Destination(channel), house.now()
        await outbox.enqueue_again(connection, team, f"history:{key}", HistoryFile(rep), to=to, now=now)
    house.wake.posts.set()
    return ON_ITS_WAY


async def history_file(house: House, team: str, rep: str, link: Callable[[Run], str]) -> File:
    """The person's runs as a CSV table (RFC 4180), the latest first; `link` gives the address of a run's thread."""
    async with house.database.reading() as connection:
        found = await history.page(connection, team, rep, MOST_ROWS)
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(COLUMNS)
    for past in found:
        cells = _row(past, await house.scenarios.pack(past.run.pack_hash), link(past.run))
        table.writerow([plain_cell(cell) for cell in cells])
    about = f"Your runs, {len(found)} in all, the latest first."
    return File(f"haggle-runs-{house.now():%Y-%m-%d}.csv", "My runs", written.getvalue().encode("utf-8-sig"), about)


def _row(past: Past, pack: Pack, link: str) -> tuple[str, ...]:
    run, scored = past.run, verdict.decode(past.verdict) if past.verdict else None
    return (
        str(past.number),
        run.opened_at.isoformat(timespec="seconds"),
        run.ended_at.isoformat(timespec="seconds") if run.ended_at else "",
        run.pack,
        str(pack.version),
        format_share_code(run.pack, run.draw_epoch, run.seed),
        run.mode,
        run.status,
        *(_scored(pack, scored, past.adjusted) if scored else [""] * len(SCORED)),
        link,
    )


def _scored(pack: Pack, scored: Verdict, adjusted: Adjusted | None) -> tuple[str, ...]:
    """The columns of a verdict; those after disputes are empty where they changed nothing."""
    price = IssueId(next(name for name, issue in pack.issues.items() if issue.kind is IssueKind.PRICE))
    return (
        str(scored.total),
        "" if adjusted is None else str(adjusted.total),
        _yes_or_no(scored.passed),
        "" if adjusted is None else _yes_or_no(adjusted.passed),
        scored.outcome,
        scored.reason,
        str(scored.rounds),
        str(len(scored.hints)),
        _in_units(pack.money, scored.terms.amount(price)) if scored.terms else "",
        pack.money.code if scored.terms else "",
    )


def _yes_or_no(passed: bool) -> str:
    return "yes" if passed else "no"


def _in_units(money: Currency, amount: int) -> str:
    """`23200.00`: a number that every spreadsheet takes."""
    whole, rest = divmod(amount, money.unit)
    return f"{whole}.{rest:0{money.minor}d}" if money.minor else str(whole)
