"""Every line of the scenes of hard price talk is read as a person would take it."""

from fractions import Fraction

import pytest

from engine.reading.read import read_message
from tests.engine.reading.hard_prices import Scene
from tests.engine.reading.talks import TALKS, meant


def offered(scene: Scene, text: str) -> list[tuple[str, Fraction, str]]:
    """Issue, amount in major units and modality of each offer read in the line."""
    offers = read_message(text, scene.context()).offers
    return [(offer.issue, Fraction(offer.amount, scene.currency.unit), offer.modality.value) for offer in offers]


@pytest.mark.parametrize("scene", TALKS, ids=lambda scene: scene.name)
def test_hard_price_talk_is_read_as_it_is_meant(scene: Scene) -> None:
    assert {text: offered(scene, text) for text in scene.lines} == {
        text: meant(said) for text, said in scene.lines.items()
    }
