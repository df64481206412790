"""Every scene of hard price talk, and what its lines are meant to offer.

Scenes of one line each are written in `lines/`, as `haggle read` takes them but in whole units of the currency: the
item, the text, the prices that its speaker knows, and what is wanted.
"""

import json
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from engine.reading.context import PRICE
from engine.terms.money import CURRENCIES
from tests.engine.reading.barn_prices import BARN
from tests.engine.reading.brisk_prices import BRISK
from tests.engine.reading.chat_prices import CHATS
from tests.engine.reading.counter_prices import COUNTER
from tests.engine.reading.depot_prices import DEPOT
from tests.engine.reading.forecourt_prices import FORECOURT
from tests.engine.reading.fresh_prices import FRESH
from tests.engine.reading.harbour_prices import HARBOUR
from tests.engine.reading.hard_prices import SCENES, Scene
from tests.engine.reading.kerb_prices import KERB
from tests.engine.reading.late_prices import LATE
from tests.engine.reading.loft_prices import LOFT
from tests.engine.reading.market_prices import MARKET
from tests.engine.reading.office_prices import OFFICE
from tests.engine.reading.plain_prices import PLAIN
from tests.engine.reading.quick_prices import QUICK
from tests.engine.reading.rough_prices import ROUGH
from tests.engine.reading.sharp_prices import SHARP
from tests.engine.reading.stable_prices import STABLE
from tests.engine.reading.street_prices import STREET
from tests.engine.reading.trade_prices import TRADE
from tests.engine.reading.turned_prices import TURNED
from tests.engine.reading.wide_prices import WIDE

_LINES = Path(__file__).parent / "lines"
_MISSED = _LINES / "missed.jsonl"
"""Lines that are still misread: there is something to learn from them, and nothing to hold the reader to."""


def _of_single_lines(path: Path) -> Iterator[Scene]:
    """A scene for each written line of the file."""
    for one in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
        known = [one.get(name, 0) for name in ("list_price", "last_own_offer", "last_other_offer")]
        lines = {one["text"]: one["want"]}
        yield Scene(one["item"], *known, lines, CURRENCIES[one.get("currency", "USD")])


TALKS = (
    *SCENES,
    *CHATS,
    *STREET,
    *TRADE,
    *TURNED,
    *FORECOURT,
    *OFFICE,
    *MARKET,
    *KERB,
    *WIDE,
    *PLAIN,
    *ROUGH,
    *BRISK,
    *QUICK,
    *LATE,
    *FRESH,
    *SHARP,
    *HARBOUR,
    *COUNTER,
    *BARN,
    *DEPOT,
    *STABLE,
    *LOFT,
    *(scene for path in sorted(_LINES.glob("*.jsonl")) if path != _MISSED for scene in _of_single_lines(path)),
)
MISSED = tuple(_of_single_lines(_MISSED))


def meant(wanted: str) -> list[tuple[str, Fraction, str]]:
    """The same, from the way the table writes it."""
    pairs = (part.split() for part in wanted.split(",") if part.strip())
    return [(PRICE, Fraction(amount), modality) for amount, modality in pairs]
