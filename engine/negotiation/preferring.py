"""Packages offered at once: which of them the counterpart would rather have, and what that one puts on the table."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from engine.negotiation.events import Offered, Read
from engine.negotiation.laying import laid_on
from engine.negotiation.negotiation import Negotiation
from engine.reading.option_names import place_in_row
from engine.reading.reading import BINDING, Modality, Package, Reading, ReadOffer
from engine.terms.terms import IssueId, Terms

Offers: TypeAlias = tuple[ReadOffer, ...]
"""What one package comes to."""


def preferred_terms(negotiation: Negotiation, reading: Reading, standing: Terms) -> Terms | None:
    """The terms of the package that is worth most to the counterpart, the first of equals; None without packages.

    They are laid on what stands, without what any of the packages puts in: an extra of the one is not in the other.
    What the counterpart has ruled out it likes least, at whatever price.
    """
    scenario = negotiation.scenario
    earlier, held = _with_what_they_had(negotiation, reading)
    for offer in [offer for offers in (*earlier, *held) for offer in offers if offer.amount]:
        standing = standing.without(offer.issue)
    offered = [laid_on(scenario, standing, offers) for offers in held]
    price, value = scenario.price_issue.id, scenario.counterpart.interests.value
    complete = [terms for terms in offered if terms.names(price)]
    return max(complete, key=lambda terms: (not scenario.ruled_out(terms), value(terms)), default=None)


def _with_what_they_had(negotiation: Negotiation, reading: Reading) -> tuple[list[Offers], list[Offers]]:
    """The earlier packages that the line speaks of by their names, and its own packages with what those came with.

    "A at 28,400, B at 27,400" changes prices alone; what names more of several packages tells them anew.
    """
    price, packages = negotiation.scenario.price_issue.id, reading.packages
    own = [package.offers for package in packages]
    if _tells_more(packages, price) or not all(package.name for package in packages):
        return [], own
    told = (read.reading.packages for read in reversed(negotiation.readings))
    earlier = next((choice for choice in told if _tells_more(choice, price)), ())
    had = {place_in_row(one.name) if one.name else at: one.offers for at, one in enumerate(earlier)}
    kept = [had.get(place_in_row(package.name), ()) for package in packages]
    beside = [tuple(offer for offer in offers if offer.issue != price) for offers in kept]
    return list(had.values()), [(*before, *now) for before, now in zip(beside, own, strict=True)]


def _tells_more(packages: Sequence[Package], price: IssueId) -> bool:
    """Whether these are several packages of which more is said than their prices."""
    return len(packages) > 1 and any(offer.issue != price for package in packages for offer in package.offers)


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
            case Read() if len(event.reading.packages) > 1 and (package := preferred(event.reading, offered)):
                return event.reading, package
    return None
