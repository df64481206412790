"""What the product sheets say, quoted by a rep, is never an offer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.persona.draw import draw_scenario
from engine.reading.context import ReadingContext, context_of
from engine.reading.read import read_message
from engine.scenario.scenario import IssueKind, Scenario
from engine.terms.terms import Terms
from tests.engine.persona.packs import car_sales

SEEDS = range(120)


def _one_of_each() -> dict[str, list[Scenario]]:
    """Scenarios by product, with and without a trade-in on the table."""
    found: dict[str, list[Scenario]] = {}
    for seed in SEEDS:
        scenario = draw_scenario(car_sales().pack, "", seed)
        found.setdefault(scenario.product.id, []).append(scenario)
    return found


BY_PRODUCT = _one_of_each()
SCENARIOS = [scenario for scenarios in BY_PRODUCT.values() for scenario in scenarios[:4]]

LEADS = ("", "It has ", "Well, ", "You get ", "This one comes with ", "I can tell you it's ", "Like the sheet says, ",
         "Good question. ", "Here's the thing: ", "We love it because it has ", "I hear you. ", "and ",
         "Sure, ")  # fmt: skip
TAILS = ("", " Does that help?", " So it's a lot of car.", " That's what you get.", " How does that sound?")


def _texts(scenario: Scenario) -> list[str]:
    sheet = scenario.product
    return [sheet.name, sheet.summary, *(fact for _, fact in sheet.facts)]


def _tables(scenario: Scenario) -> list[ReadingContext]:
    """The table before any price, after the rep's first one, and with both on it; the trade talked of last, too."""
    price = scenario.price_issue.id
    own = Terms.of({price: scenario.product.list_price})
    other = Terms.of({price: scenario.product.floor * 95 // 100})
    issues = [issue.id for issue in scenario.issues if issue.kind is not IssueKind.FLAG]
    return [
        context_of(scenario, mine, theirs, last)
        for mine, theirs in ((None, None), (own, None), (own, other))
        for last in (None, *issues)
    ]


CASES = [(text, table) for scenario in SCENARIOS for text in _texts(scenario) for table in _tables(scenario)]


@settings(max_examples=1_500)
@given(case=st.sampled_from(CASES), lead=st.sampled_from(LEADS), tail=st.sampled_from(TAILS), small=st.booleans())
def test_text_of_the_sheet_is_no_offer_however_it_is_quoted(
    case: tuple[str, ReadingContext], lead: str, tail: str, small: bool
) -> None:
    text, table = case
    quoted = text.rstrip(".")
    line = lead + (quoted[0].lower() + quoted[1:] if small else quoted) + (f".{tail}" if tail else "")
    read = read_message(line, table)
    assert (read.offers, read.doubts) == ((), ()), line


@pytest.mark.parametrize("product", sorted(BY_PRODUCT))
def test_a_forbidden_claim_is_no_offer_either(product: str) -> None:
    for scenario in BY_PRODUCT[product][:2]:
        for claim in scenario.product.forbidden_claims:
            for table in _tables(scenario):
                read = read_message(claim, table)
                assert (read.offers, read.doubts) == ((), ()), claim


@pytest.mark.parametrize("product", sorted(BY_PRODUCT))
def test_any_part_of_a_fact_is_no_offer(product: str) -> None:
    scenario = BY_PRODUCT[product][0]
    for text in _texts(scenario):
        for part in (*text.split(";"), *text.split(", "), *text.rstrip(".").split(" and ")):
            for table in _tables(scenario):
                read = read_message(part.strip(), table)
                assert (read.offers, read.doubts) == ((), ()), part


def test_a_price_may_lie_well_below_the_target_and_above_the_list() -> None:
    for seed in range(500):
        scenario = draw_scenario(car_sales().pack, "", seed)
        target = dict(scenario.attributes)["target"]
        assert isinstance(target, int)
        assert scenario.price_issue.low <= target * 80 // 100
        assert scenario.price_issue.high >= scenario.product.list_price * 120 // 100
