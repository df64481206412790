"""Hostile messages: none may make reading fail, and none may take long."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime

from benchmarks.clock import Clock
from bot.app.memory import settle
from engine.director.director import open_run
from engine.negotiation.negotiation import fold, reading_context
from engine.persona.draw import draw_scenario
from engine.reading.context import ReadingContext, price_talk
from engine.reading.lexicon import WORDINGS
from engine.reading.read import read_message
from engine.reading.text import READ_LIMIT
from engine.scenario.scenario import Issue, IssueKind
from engine.strict.ready import make_ready
from engine.terms.terms import IssueId
from packs.loading import load_installed

MOST_MILLISECONDS = 20
_PACKS = ("car_sales", "saas_renewal")
PIECES = (
    "9", "1,", "0.", "'9", "34,900 ", "$34.9k ", "$", "%", "nine hundred and ", "thirty-three nine ",
    "and a half ", "a ", "a grand ", "k ", "x 72 ", "/mo ", "15% off ", "off ", "knock ", "34 to ",
    "34-", "between ", "from ", "instead of ", "can't ", "not ", "no ", "if you ", "if ", "only if ",
    "when you ", "as long ", "what if 34? ", "would you ", "I can do ", "put it ", "throw ", "take ",
    "get ", "have ", "someone else ", "ignore your ", "i got ", "call ", "split the ", "((((", "))",
    "\"", "\"'", "“", "”", "‘", "<<", "[[", "{", "*_~`", "| ", ", ", "; ", ". ", "? ", "! ", "?!", "…",
    "\n", "-", " - ", "--", ":", ":+1:", ":a", "::", "@", "#", "/", "\\", "🙂", "👍", "👩‍👩‍👧‍👦", "🏳️‍🌈",
    "🇩🇪", "\u202e", "\u202d34", "\u200b", "\u200d", "\ufeff", "\u0301", "e\u0301", "Z͑ͫ̓ͪ̂ͫ̽", "ﷺ", "ﬃ",
    "½", "Ⅷ", "①", "٣٤", "३४", "三万", "ß", "İ", "ǅ", "\x00", "\x1b[31m", "\ud800", "שלום ", "مرحبا ",
    "你好", "ok ", "deal ", "aaaa", "k.", "i i i ", "the the ", "you you ", "that ", "is ", "at ",
    "price ", "mats ", "with the mats ", "trade ", "per month ",
)  # fmt: skip


def fuzz(count: int) -> bool:
    """Read so many messages, the same at every run; print the time they take; whether none is slow time and again."""
    chance, clock = random.Random(count), Clock()  # noqa: S311 - no secret hangs on it
    tables = (price_talk(), price_talk(3_641_000, 3_490_000, 3_180_000), _wide_table(), *map(_table_of, _PACKS))
    slow: list[tuple[str, ReadingContext]] = []
    for table in tables:
        read_message("", table)
    settle()
    for number, text in enumerate(messages(count, chance)):
        clock.read(text, tables[number % len(tables)])
        if clock.spent[-1] >= MOST_MILLISECONDS:
            slow.append((text, tables[number % len(tables)]))
    again = [_best_of(text, table) for text, table in slow]
    print(f"hostile {clock.report()}")
    print(f"slowest, {len(clock.slowest)} characters: {clock.slowest[:100]!r}")
    late = sum(best >= MOST_MILLISECONDS for best in again)
    print(f"{len(slow)} took {MOST_MILLISECONDS} ms or more; read again, {late} did")
    if slow:
        print(f"at its best of five readings the slowest of them took {max(again):.1f} ms")
    return not late


def _best_of(text: str, table: ReadingContext) -> float:
    """Milliseconds of the quickest of five readings: what the machine does beside it left out."""
    clock = Clock()
    for _ in range(5):
        clock.read(text, table)
    return min(clock.spent)


def messages(count: int, chance: random.Random) -> Iterator[str]:
    """Full-length repetitions of every piece and pair of pieces in turn, and short mixtures of all of them."""
    wordings = [word for text in WORDINGS.values() for word in text.replace(",", " ").split()]
    for number in range(count):
        match number % 20:
            case 0:
                yield _repeated(PIECES[number // 20 % len(PIECES)])
            case 1:
                yield _repeated("".join(chance.choices(PIECES, k=chance.randint(2, 4))))
            case 2:
                yield _repeated(" ".join(chance.choices(wordings, k=chance.randint(1, 3))) + " ")
            case 3:
                yield "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(1, 200)))
            case _:
                yield "".join(chance.choices(PIECES, k=chance.randint(1, 40)))


def _repeated(piece: str) -> str:
    return (piece * (READ_LIMIT // len(piece) + 1))[:READ_LIMIT]


def _table_of(pack: str) -> ReadingContext:
    """A pack's whole table, its questions ready, once the buyer has opened."""
    loaded = load_installed().get(pack)
    make_ready(loaded.pack)
    scenario = draw_scenario(loaded.pack, loaded.hash, 1)
    return reading_context(fold(scenario, open_run(scenario, "strict", datetime(2026, 1, 5, 9, tzinfo=UTC))))


def _wide_table() -> ReadingContext:
    """A table with an issue of each kind."""
    flag = Issue(IssueId("mats"), IssueKind.FLAG, "Mats", "the mats", ("mats", "floor mats"))
    trade = Issue(IssueId("trade"), IssueKind.MONEY, "Trade-in", "a trade-in", ("trade", "old car"), 1_000, 2_000_000)
    price = price_talk(3_641_000)
    return ReadingContext(issues=(*price.issues, flag, trade), list_price=price.list_price)
