"""Which of several packages the counterpart would rather have: said when they come, and to whoever asks later."""

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.negotiation.preferring import last_choice
from engine.reading.reading import Package, Reading, ReadOffer
from engine.scenario.scenario import Scenario
from engine.strict.answered_elsewhere import CHOOSE, asks_which
from engine.strict.part import Part, Place, Step
from engine.strict.trust import is_harsh
from engine.strict.unplaced import has_lines
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money
from engine.terms.terms import IssueId, Terms


def say_which(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The package that it would rather have, by its name or its price, and nothing on why.

    Of packages that differ in nothing but the price that goes without saying.
    """
    is_offered = len(reading.packages) > 1
    if not (is_offered or asks_which(negotiation, reading)) or is_harsh(reading):
        return None
    choice = last_choice(negotiation)
    if choice is None or not has_lines(negotiation.scenario, CHOOSE):
        return None
    offered, package = choice
    if is_offered and _differ_in_price_alone(negotiation.scenario, offered):
        return None
    named = _in_words(negotiation.scenario, offered, package)
    return Step(mood, (Part(Place.ANSWER, CHOOSE, (("option", named),), needed=True),))


def _differ_in_price_alone(scenario: Scenario, reading: Reading) -> bool:
    price = scenario.price_issue.id
    return len({frozenset(_amounts(package, but=price)) for package in reading.packages}) == 1


def _amounts(package: Package, *, but: IssueId) -> list[tuple[IssueId, int]]:
    return [(offer.issue, offer.amount) for offer in package.offers if offer.issue != but and offer.amount]


def _in_words(scenario: Scenario, reading: Reading, package: Package) -> str:
    """What to call the package: its name, else `the one at $17,900`, with its extras where the price is not its own."""
    if package.name:
        return package.name
    price = _price(scenario, package)
    if sum(_price(scenario, one).amount == price.amount for one in reading.packages) == 1:
        return f"the one at {format_money(price.amount, scenario.currency)}"
    extras = _amounts(package, but=price.issue)
    return f"the one at {terms_in_words(scenario, Terms.of([(price.issue, price.amount), *extras]))}"


def _price(scenario: Scenario, package: Package) -> ReadOffer:
    return next(offer for offer in package.offers if offer.issue == scenario.price_issue.id)
