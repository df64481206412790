"""Lines of a rep at the tables of both packs, each read for all the issues that it puts on the table."""

from collections import Counter
from fractions import Fraction

import pytest

from engine.reading.context import PRICE, context_of
from engine.reading.read import read_message
from engine.scenario.scenario import Issue, IssueKind
from engine.terms.terms import Terms
from tests.packs import brisk_lines, fresh_lines, late_lines, quick_lines, rough_lines, sharp_lines, typed_lines
from tests.packs.buyers import buyer

LISTS = (typed_lines, rough_lines, brisk_lines, quick_lines, late_lines, fresh_lines, sharp_lines)
CAR = {text: wanted for lines in LISTS for text, wanted in lines.CAR.items()}
CONTRACT = {text: wanted for lines in LISTS for text, wanted in lines.CONTRACT.items()}
SEED = 4
"""Whose buyer of a car has one to trade in, and whose renewal is of 195 seats."""
CASES = [
    *(pytest.param("car_sales", (3_490_000, 3_180_000), text, id=text) for text in CAR),
    *(pytest.param("saas_renewal", (4_980_000, 4_450_000), text, id=text) for text in CONTRACT),
]


@pytest.mark.parametrize(("pack", "prices", "text"), CASES)
def test_a_typed_line_is_read_for_all_that_it_puts_on_the_table(pack: str, prices: tuple[int, int], text: str) -> None:
    scenario = buyer(pack, SEED)
    own, other = (Terms.of({PRICE: price}) for price in prices)
    offers = read_message(text, context_of(scenario, own, other)).offers
    found = [
        (str(offer.issue), Fraction(offer.amount, _unit(scenario.issue(offer.issue))), str(offer.modality))
        for offer in offers
    ]
    assert Counter(found) == Counter(_meant((CAR | CONTRACT)[text]))


def _unit(issue: Issue) -> int:
    return 100 if issue.kind in (IssueKind.PRICE, IssueKind.MONEY) else issue.scale


def _meant(wanted: str) -> list[tuple[str, Fraction, str]]:
    parts = (part.split() for part in wanted.split(",") if part.strip())
    return [(issue, Fraction(amount), modality) for issue, amount, modality in parts]
