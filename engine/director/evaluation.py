"""The round evaluation: the pack's metrics after each round, as whole numbers."""

from collections.abc import Callable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Literal

from engine.negotiation.events import Evaluated, Offered, Outcome, Side
from engine.negotiation.negotiation import Negotiation


def evaluate_round(negotiation: Negotiation, round_number: int, outcome: Outcome | None, now: datetime) -> Evaluated:
    """The figures of the round just played; a figure that cannot be known yet is left out."""
    figures = []
    for metric in negotiation.scenario.metrics:
        figure = FIGURES.get(metric.id)
        value = figure(negotiation) if figure is not None else None
        if value is not None:
            figures.append((metric.id, value))
    return Evaluated(now, round_number, tuple(figures), _agreement(outcome))


def _agreement(outcome: Outcome | None) -> Literal["open", "reached", "failed"]:
    if outcome is Outcome.REACHED:
        return "reached"
    return "open" if outcome is None else "failed"


def _prices(negotiation: Negotiation, side: Side) -> list[int]:
    price = negotiation.scenario.price_issue.id
    return [offer.terms.amount(price) for offer in negotiation.offers(side)]


def _best(negotiation: Negotiation, side: Side) -> int | None:
    """The price of the side's offer that is worth most to the other side."""
    receiver = negotiation.scenario.counterpart if side == "rep" else negotiation.scenario.rep

    def worth(offer: Offered) -> int:
        return receiver.interests.value(offer.terms)

    best = max(negotiation.offers(side), key=worth, default=None)
    return best.terms.amount(negotiation.scenario.price_issue.id) if best is not None else None


def _spread(negotiation: Negotiation) -> int | None:
    rep, counterpart = _prices(negotiation, "rep"), _prices(negotiation, "counterpart")
    return abs(rep[-1] - counterpart[-1]) if rep and counterpart else None


def _conceded(negotiation: Negotiation, side: Side) -> int | None:
    """How far the side's price has moved in all towards the other side; negative where it moved away."""
    prices = _prices(negotiation, side)
    if not prices:
        return None
    party = negotiation.scenario.rep if side == "rep" else negotiation.scenario.counterpart
    wants_less = party.interests.stake(negotiation.scenario.price_issue.id).slope < 0
    return prices[-1] - prices[0] if wants_less else prices[0] - prices[-1]


FIGURES: Mapping[str, Callable[[Negotiation], int | None]] = MappingProxyType(
    {
        "best_offer_rep": lambda negotiation: _best(negotiation, "rep"),
        "best_offer_counterpart": lambda negotiation: _best(negotiation, "counterpart"),
        "spread": _spread,
        "concession_rep": lambda negotiation: _conceded(negotiation, "rep"),
        "concession_counterpart": lambda negotiation: _conceded(negotiation, "counterpart"),
        "trust": lambda negotiation: negotiation.mood.trust,
        "patience": lambda negotiation: max(0, negotiation.mood.patience),
        "told": lambda negotiation: len(negotiation.mood.told),
    }
)
"""Every figure that a pack's metrics may name."""
