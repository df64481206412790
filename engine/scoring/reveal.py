"""What is told only after the end: what the counterpart held back, and how the prices went."""

from engine.negotiation.negotiation import Negotiation
from engine.scenario.scenario import Visibility
from engine.scoring.verdict import RoundOffers
from engine.scoring.zone import zone_of
from engine.terms.money import format_money


def reveal(negotiation: Negotiation) -> tuple[str, ...]:
    """Lines of the reveal card: hidden facts first, then what was never learnt, then the room that there was."""
    scenario = negotiation.scenario
    hidden = [fact.reveal for fact in scenario.facts if fact.visibility is Visibility.HIDDEN]
    unlearnt = [
        fact
        for fact in scenario.facts
        if fact.weight > 0 and fact.visibility is not Visibility.HIDDEN and fact.id not in negotiation.mood.told
    ]
    unlearnt.sort(key=lambda fact: -fact.weight)
    lines = (*hidden, *(fact.reveal for fact in unlearnt), _room(negotiation), _trust(negotiation))
    return tuple(dict.fromkeys(line for line in lines if line))


def _room(negotiation: Negotiation) -> str:
    zone = zone_of(negotiation.scenario)
    if not zone.exists:
        return "There was no room for a deal between the two limits."
    money = format_money(zone.room, negotiation.scenario.currency)
    return f"There was {money} of room between your limit and theirs."


def _trust(negotiation: Negotiation) -> str:
    start, end = negotiation.opened.mood.trust, negotiation.mood.trust
    return f"Trust in you went from {start} to {end} out of 100."


def offers_by_round(negotiation: Negotiation) -> tuple[RoundOffers, ...]:
    """The prices on the table after each round that had any, in order."""
    price = negotiation.scenario.price_issue.id
    offers = sorted((*negotiation.rep_offers, *negotiation.counterpart_offers), key=lambda offer: offer.round)
    live: dict[str, int] = {}
    by_round: dict[int, RoundOffers] = {}
    for offer in offers:
        live[offer.side] = offer.terms.amount(price)
        by_round[offer.round] = RoundOffers(offer.round, live.get("rep"), live.get("counterpart"))
    return tuple(by_round.values())
