"""What a pack's runs need is made before the first line: nobody waits while something is learned."""

import pytest

from engine.reading.act_questions import act_classifier
from engine.reading.weights import learned
from engine.strict.ready import make_ready
from packs.loading import load_installed
from tests.packs.buyers import talk

MADE_ONCE = (act_classifier, learned)
ASKED = "Hi, where should the number be?"


@pytest.mark.parametrize(
    ("pack", "offer"), [("car_sales", "My number is 31,900."), ("saas_renewal", "My number is 51,300.")]
)
def test_the_first_lines_find_everything_made(pack: str, offer: str) -> None:
    for once in MADE_ONCE:
        once.cache_clear()
    make_ready(load_installed().get(pack).pack)
    made = [once.cache_info().misses for once in MADE_ONCE]
    talk(pack, 18422, ASKED, offer)
    assert [once.cache_info().misses for once in MADE_ONCE] == made
    assert any(once.cache_info().hits for once in MADE_ONCE)
