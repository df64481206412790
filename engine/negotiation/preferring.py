"""Packages offered at once: which of them the counterpart would rather have, and what that one puts on the table."""

from dataclasses import replace

from engine.negotiation.events import Offered, Read
from engine.negotiation.negotiation import Negotiation
from engine.reading.option_names import place_in_row
from engine.reading.reading import BINDING, Modality, Package, Reading, ReadOffer
from engine.scenario.scenario import IssueKind, Scenario
from engine.terms.terms import Terms


def preferred_terms(negotiation: Negotiation, reading: Reading, standing: Terms) -> Terms | None:
    """The terms of the package that is worth most to the counterpart, the first of equals; None without packages.

    They are laid on what stands, without what any of the packages puts in: an extra of the one is not in the other.
    What the counterpart has ruled out it likes least, at whatever price.
    """
    scenario = negotiation.scenario
    held = [_with_what_it_had(negotiation, package) for package in reading.packages]
    for issue in {offer.issue for offers in held for offer in offers if offer.amount}:
        standing = standing.without(issue)
    offered = [laid_on(scenario, standing, offers) for offers in held]
    price, value = scenario.price_issue.id, scenario.counterpart.interests.value
    complete = [terms for terms in offered if terms.names(price)]
    return max(complete, key=lambda terms: (not scenario.ruled_out(terms), value(terms)), default=None)


def _with_what_it_had(negotiation: Negotiation, package: Package) -> tuple[ReadOffer, ...]:
    """The package's offers; named again with a price alone, "A at 28,400, B at 27,400", it keeps what it came with."""
    price, place = negotiation.scenario.price_issue.id, place_in_row(package.name)
    choice = last_choice(negotiation) if place >= 0 else None
    if choice is None or any(offer.issue != price for offer in package.offers):
        return package.offers
    before = (one for at, one in enumerate(choice[0].packages) if place == (place_in_row(one.name) if one.name else at))
    had = next((one.offers for one in before), ())
    return (*(offer for offer in had if offer.issue != price), *package.offers)


def laid_on(scenario: Scenario, terms: Terms, offers: tuple[ReadOffer, ...]) -> Terms:
    """The terms with these offers; an extra or a count of nothing is left out of them."""
    for offer in offers:
        is_extra = scenario.issue(offer.issue).kind in (IssueKind.FLAG, IssueKind.COUNT)
        terms = terms.without(offer.issue) if is_extra and not offer.amount else terms.put(offer.issue, offer.amount)
    return terms


def preferred(reading: Reading, offered: Terms | None) -> Package | None:
    """The package that these terms were made of: of those that they hold whole the one that names most."""
    held = [package for package in reading.packages if offered is not None and _holds(offered, package)]
    return max(held, key=lambda package: len(package.offers), default=None)


def _holds(terms: Terms, package: Package) -> bool:
    return all(terms.amount(offer.issue) == offer.amount for offer in package.offers)


def as_preferred(negotiation: Negotiation, reading: Reading) -> Reading:
    """The line as if it had offered the preferred package alone; as it is where it lets nobody choose.

    `negotiation` has the line's offer applied.
    """
    package = preferred(reading, negotiation.rep_terms) if reading.packages else None
    if package is None:
        return reading
    return replace(reading, offers=tuple(_binding(offer) for offer in package.offers))


def _binding(offer: ReadOffer) -> ReadOffer:
    return offer if offer.modality in BINDING else replace(offer, modality=Modality.FIRM)


def last_choice(negotiation: Negotiation) -> tuple[Reading, Package] | None:
    """The last line that let the counterpart choose, and the package that it would rather have had."""
    offered: Terms | None = None
    for event in reversed(negotiation.events):
        match event:
            case Offered(side="rep"):
                offered = event.terms
            case Read() if event.reading.packages and (package := preferred(event.reading, offered)):
                return event.reading, package
    return None
