"""A sheet read into a market, and a market printed as a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.marketplace.market import Market, MarketRules, Seller
from engine.marketplace.sheet.inventory import Needed
from engine.marketplace.sheet.mistakes import BadSheet, Mistake, Wrong
from engine.marketplace.sheet.needs import Need, needs_text, read_needs
from engine.marketplace.sheet.sellers import read_sellers, seller_text
from engine.terms.money import CURRENCIES, Currency

LONGEST_TITLE = 60
LONGEST_TEXT = 3_000
"""Characters that a field of a form holds, so that a market can be edited again."""
FEWEST_ROUNDS, MOST_ROUNDS = 2, 40
_STEPS_IN_PRICE = 100
"""Steps of the grid that the cheapest piece has at least, so that there is something to bargain about."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A market as its manager writes it. `sellers` are texts with one seller each, or with several."""

    title: str
    needs: str
    sellers: tuple[str, ...]
    currency: str = "USD"
    rounds: str = "12"
    partial: bool = False


def read_sheet(sheet: Sheet, market: str) -> Market:
    """The market of the sheet, under that id. BadSheet says everything that is wrong with it."""
    currency = CURRENCIES.get(sheet.currency, CURRENCIES["USD"])
    title, rounds, wrong = _title(sheet), _rounds(sheet), Wrong("needs")
    needs = read_needs(sheet.needs, currency, wrong)
    items = tuple(need.item for need in needs if need.item)
    needed = Needed(items, bool(items) and len(items) == len(needs), currency)
    sellers, in_sellers = read_sellers(sheet.sellers, needed)
    if not in_sellers:
        _add_unsold(needs, sellers, wrong)
    if mistakes := (*title, *wrong.found, *in_sellers, *rounds):
        raise BadSheet(tuple(mistakes))
    read = Market(
        id=market,
        title=_plain(sheet.title),
        currency=Currency(currency.code, currency.sign, currency.minor, _grid(sellers)),
        items=items,
        demands=tuple(need.demand for need in needs if need.demand),
        sellers=sellers,
        rules=MarketRules(int(sheet.rounds), sheet.partial),
    )
    if mistakes := tuple(_too_long(sheet_of(read))):
        raise BadSheet(mistakes)
    return read


def sheet_of(market: Market) -> Sheet:
    """The sheet that reads as the market, but for words and steps of prices that it derives itself."""
    return Sheet(
        title=market.title,
        needs=needs_text(((market.item(each.item), each) for each in market.demands), market.currency),
        sellers=tuple(seller_text(seller, market.items, market.currency) for seller in market.sellers),
        currency=market.currency.code,
        rounds=str(market.rules.max_rounds),
        partial=market.rules.partial,
    )


def _plain(title: str) -> str:
    return " ".join(title.split())


def _title(sheet: Sheet) -> Iterator[Mistake]:
    if not _plain(sheet.title):
        yield Mistake("title", "Give the market a title, such as Cables for the office.")
    if len(_plain(sheet.title)) > LONGEST_TITLE:
        yield Mistake("title", f"A title has {LONGEST_TITLE} characters at most.")


def _rounds(sheet: Sheet) -> Iterator[Mistake]:
    text = sheet.rounds.strip()
    if not (text.isascii() and text.isdigit() and FEWEST_ROUNDS <= int(text[:9]) <= MOST_ROUNDS):
        yield Mistake("rounds", f"Write a whole number of lines from {FEWEST_ROUNDS} to {MOST_ROUNDS}.")


def _too_long(sheet: Sheet) -> Iterator[Mistake]:
    told = f"Written out, this has more than the {LONGEST_TEXT:,} characters that fit here. Say less."
    if len(sheet.needs) > LONGEST_TEXT:
        yield Mistake("needs", told)
    yield from (Mistake("sellers", told, at=at) for at, text in enumerate(sheet.sellers) if len(text) > LONGEST_TEXT)


def _add_unsold(needs: Sequence[Need], sellers: Sequence[Seller], wrong: Wrong) -> None:
    for need in needs:
        if need.item and not any(seller.stock(need.item.id) for seller in sellers):
            wrong.add(f"Nobody sells {need.item.many}. Give a seller a line of it, or take it out.", need.line)


def _grid(sellers: Sequence[Seller]) -> int:
    """The step of prices: the largest of 1, 5, 10, 50, 100 … that fits often enough into the cheapest price."""
    least = min(stock.selling for seller in sellers for stock in seller.inventory) // _STEPS_IN_PRICE
    grid = 1
    for step in (5 * 10**power if half else 10**power for power in range(11) for half in (False, True)):
        grid = step if step <= least else grid
    return grid
