"""The round evaluation: the pack's metrics after each round, as whole numbers."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from engine.negotiation.events import Evaluated, Offered, Outcome, Side
from engine.negotiation.negotiation import Negotiation


def evaluate_round(negotiation: Negotiation, round_number: int, outcome: Outcome | None, now: datetime) -> Evaluated:
    """The figures of the round just played; a figure that cannot be known yet is left out."""
    figures, standing = [], _standing(negotiation, round_number)
    for metric in negotiation.scenario.metrics:
        value = standing.get(metric.id)
        if value is None and metric.id in FIGURES:
            value = FIGURES[metric.id](negotiation)
        if value is not None:
            figures.append((metric.id, value))
    return Evaluated(now, round_number, tuple(figures), _agreement(outcome))


def _standing(negotiation: Negotiation, round_number: int) -> Mapping[str, int]:
    """The figures of the offers as they were last, where nobody has made one in this round."""
    latest = (*negotiation.rep_offers[-1:], *negotiation.counterpart_offers[-1:])
    if not latest or not negotiation.evaluations or round_number in [offered.round for offered in latest]:
        return {}
    return {name: value for name, value in negotiation.evaluations[-1].figures if name in _OF_OFFERS}


def _agreement(outcome: Outcome | None) -> Literal["open", "reached", "failed"]:
    if outcome is Outcome.REACHED:
        return "reached"
    return "open" if outcome is None else "failed"


def _price(negotiation: Negotiation, offer: Offered) -> int:
    return offer.terms.amount(negotiation.scenario.price_issue.id)


def _best(negotiation: Negotiation, side: Side) -> int | None:
    """The price of the side's offer that is worth most to the other side."""
    offers = negotiation.offers(side)
    if not offers:
        return None
    receiver = negotiation.scenario.counterpart if side == "rep" else negotiation.scenario.rep
    worth = [receiver.interests.value(offer.terms) for offer in offers]
    return _price(negotiation, offers[worth.index(max(worth))])


def _spread(negotiation: Negotiation) -> int | None:
    rep, counterpart = negotiation.rep_offers, negotiation.counterpart_offers
    return abs(_price(negotiation, rep[-1]) - _price(negotiation, counterpart[-1])) if rep and counterpart else None


def _conceded(negotiation: Negotiation, side: Side) -> int | None:
    """How far the side's price has moved in all towards the other side; negative where it moved away."""
    offers = negotiation.offers(side)
    if not offers:
        return None
    first, last = _price(negotiation, offers[0]), _price(negotiation, offers[-1])
    party = negotiation.scenario.rep if side == "rep" else negotiation.scenario.counterpart
    wants_less = party.interests.stake(negotiation.scenario.price_issue.id).slope < 0
    return last - first if wants_less else first - last


_OF_OFFERS: Mapping[str, Callable[[Negotiation], int | None]] = MappingProxyType(
    {
        "best_offer_rep": lambda negotiation: _best(negotiation, "rep"),
        "best_offer_counterpart": lambda negotiation: _best(negotiation, "counterpart"),
        "spread": _spread,
        "concession_rep": lambda negotiation: _conceded(negotiation, "rep"),
        "concession_counterpart": lambda negotiation: _conceded(negotiation, "counterpart"),
    }
)
FIGURES: Mapping[str, Callable[[Negotiation], int | None]] = MappingProxyType(
    {
        **_OF_OFFERS,
        "trust": lambda negotiation: negotiation.mood.trust,
        "patience": lambda negotiation: max(0, negotiation.mood.patience),
        "told": lambda negotiation: len(negotiation.mood.told),
    }
)
"""Every figure that a pack's metrics may name."""
