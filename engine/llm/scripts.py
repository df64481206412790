"""Fixed scripts of reps, made from a seed's sheet alone: they say the same whatever they hear."""

from collections.abc import Iterator

from engine.scenario.scenario import Scenario
from engine.terms.money import format_money

QUESTIONS, FACTS, STEPS = 4, 2, 5
UNCLEAR = ("Sounds like quite a week you have had.", "So is that more of a yes or more of a maybe, roughly speaking?")


def scripts_of(scenario: Scenario) -> dict[str, tuple[str, ...]]:
    """The scripts by name: a rep who asks and then bargains, one who only bargains, and one who is hard to read."""
    prices = tuple(_prices(scenario))
    asked = [inquiry.ask for inquiry in scenario.inquiries if inquiry.ask][:QUESTIONS]
    told = [text for _, text in scenario.product.facts][:FACTS]
    return {
        "asking": ("Hello, good to meet you.", *asked, *told, *prices),
        "bargaining": prices,
        "unclear": (UNCLEAR[0], *asked[:1], UNCLEAR[1], *prices[1:]),
    }


def _prices(scenario: Scenario) -> Iterator[str]:
    """From the list price to the rep's limit in even steps, on the currency's grid."""
    product, currency = scenario.product, scenario.currency
    for step in range(STEPS):
        price = product.list_price - (product.list_price - product.floor) * step // (STEPS - 1)
        yield f"I can do {format_money(price // currency.grid * currency.grid, currency)}."
