"""Every line of the scenes of hard price talk is read as a person would take it."""

from fractions import Fraction

import pytest

from engine.reading.context import PRICE
from engine.reading.read import read_message
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
)
CASES = [pytest.param(scene, text, id=f"{scene.name}: {text}") for scene in TALKS for text in scene.lines]


def offered(scene: Scene, text: str) -> list[tuple[str, Fraction, str]]:
    """Issue, amount in major units and modality of each offer read in the line."""
    offers = read_message(text, scene.context()).offers
    return [(offer.issue, Fraction(offer.amount, scene.currency.unit), offer.modality.value) for offer in offers]


def meant(wanted: str) -> list[tuple[str, Fraction, str]]:
    """The same, from the way the table writes it."""
    pairs = (part.split() for part in wanted.split(",") if part.strip())
    return [(PRICE, Fraction(amount), modality) for amount, modality in pairs]


@pytest.mark.parametrize(("scene", "text"), CASES)
def test_hard_price_talk_is_read_as_it_is_meant(scene: Scene, text: str) -> None:
    assert offered(scene, text) == meant(scene.lines[text])
