"""What the rep's line does to the table: binding terms proposed, or the counterpart's offer taken."""

from engine.negotiation.events import Offered
from engine.negotiation.laying import laid_on
from engine.negotiation.negotiation import Negotiation
from engine.negotiation.preferring import preferred_terms
from engine.reading.reading import Act, Modality, Reading
from engine.reading.tokens import words_of
from engine.scenario.scenario import IssueKind
from engine.terms.money import format_money
from engine.terms.terms import IssueId, Terms

_TAKING = frozenset({Act.ACCEPT, Act.ASK_SALE})
"""Acts without which nothing is taken up."""
_SAYING_MORE = (
    Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP, Act.PRESENT, Act.CLAIM, Act.SUMMARY, Act.ASK_TIME, Act.NEXT_STEP,
    Act.ASK_OFFER, Act.ASK_LEAVE, Act.INVITE_DOUBT, Act.FINANCE_OFFER, Act.PRESSURE, Act.INSULT, Act.OFF_TOPIC,
)  # fmt: skip
"""Acts beside which an "ok" only says that something was heard."""
_AGAINST = (
    Act.REJECT, Act.WALK, Act.COMPLAIN, Act.ASK_REASON, Act.ASK_OFFER, Act.PRESSURE, Act.INSULT, Act.ASK_TIME,
)  # fmt: skip
"""Acts of who does not take what is named."""
_HESITATING = frozenset(
    words_of(
        "but need needs more less stretch tough hard difficult far ask think low high too quite hmm unless however not "
        "no never cannot though although gap away apart under below loss lose still reckon maybe perhaps almost nearly"
    )
)
"""Words of who does not take it yet."""
_ASKING_OF = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP, Act.ASK_AGAIN})


def proposed_terms(negotiation: Negotiation, reading: Reading) -> Terms | None:
    """The complete terms that the line puts on the table, or None where it puts nothing new there.

    `negotiation` has the reading applied. Words of acceptance take the counterpart's live offer as the ground that
    the amounts of the line are laid on, so "deal, and 33,300" keeps the rest of that offer. Of packages to choose from
    the one counts that the counterpart would rather have.
    """
    taken = taken_terms(negotiation, reading)
    if taken is not None:
        return None if taken == negotiation.counterpart_terms else taken
    if reading.packages:
        return preferred_terms(negotiation, reading, _standing(negotiation, reading))
    if not reading.binding() or _asks_of_price(negotiation, reading):
        return None
    tabled = _standing(negotiation, reading)
    return tabled if tabled.names(negotiation.scenario.price_issue.id) else None


def _asks_of_price(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line names a price that binds nobody, and none that does: what goes with it goes with no other."""
    price = negotiation.scenario.price_issue.id
    if any(offer.issue == price for offer in reading.binding()):
        return False
    probed = any(offer.issue == price and offer.modality is Modality.PROBE for offer in reading.offers)
    return probed or _doubts_price(negotiation, reading)


def _doubts_price(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line names a price that must be asked about, and so means none that was named before."""
    return any(doubt.issue == negotiation.scenario.price_issue.id for doubt in reading.doubts)


def _standing(negotiation: Negotiation, reading: Reading) -> Terms:
    """What is tabled without what the counterpart has ruled out or left out of its counter-offer as a burden.

    That stands only where the line says it again.
    """
    named = {offer.issue for offer in reading.binding() or sum((one.offers for one in reading.packages), ())}
    tabled = negotiation.tabled
    for issue in (*negotiation.scenario.ruled_out(tabled), *_refused(negotiation)):
        tabled = tabled if issue in named else tabled.without(issue)
    return tabled


def _refused(negotiation: Negotiation) -> list[IssueId]:
    """What of the rep's live offer the counterpart has answered with an offer without it, as it would cost it."""
    last = next((event for event in reversed(negotiation.events) if isinstance(event, Offered)), None)
    asked = negotiation.rep_terms
    if last is None or last.side == "rep" or asked is None:
        return []
    scenario = negotiation.scenario
    counted = [issue.id for issue in scenario.issues if issue.kind is IssueKind.COUNT and asked.names(issue.id)]
    stake = scenario.counterpart.interests.stake
    return [one for one in counted if not last.terms.names(one) and stake(one).value(asked.amount(one)) < 0]


def taken_terms(negotiation: Negotiation, reading: Reading) -> Terms | None:
    """The counterpart's live offer as the rep takes it up, with what the line changes; None where it does not.

    Who lets the other side choose takes nothing up.
    While terms are agreed but for something in the way, words of acceptance mean those, unless they name its price.
    """
    if reading.packages or reading.kinds.isdisjoint(_TAKING) or _doubts_price(negotiation, reading):
        return None
    live = negotiation.counterpart_terms
    if live is None or _means_what_is_agreed(negotiation, reading) or not _takes_up(negotiation, reading):
        return None
    meant = tuple(offer for offer in reading.offers if offer.modality is not Modality.REJECTED)
    return laid_on(negotiation.scenario, live, meant)


def _means_what_is_agreed(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether terms are agreed but for something in the way, and the line doesn't name the live offer's own price."""
    pending, live, price = negotiation.mood.pending, negotiation.counterpart_terms, negotiation.scenario.price_issue.id
    if pending is None or live is None:
        return pending is not None
    return pending.amount(price) == live.amount(price) or not _echoes_price(negotiation, reading)


def accepted_terms(negotiation: Negotiation, reading: Reading) -> Terms | None:
    """The terms that the line closes on: the counterpart's live offer, or better for the counterpart; else None."""
    live, taken = negotiation.counterpart_terms, taken_terms(negotiation, reading)
    if live is None or taken is None:
        return None
    scenario = negotiation.scenario
    value = scenario.counterpart.interests.value
    return taken if value(taken) >= value(live) and not scenario.ruled_out(taken) else None


def _takes_up(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line accepts: plainly, or by naming their price, or by a yes to terms that were just put to it."""
    if reading.has(Act.REJECT, Act.WALK):
        return False
    if reading.has(Act.ACCEPT, Act.ASK_SALE) and _echoes_price(negotiation, reading):
        return True
    return is_plain_yes(reading) or (is_mere_yes(reading) and _was_asked_for_a_yes(negotiation))


def is_plain_yes(reading: Reading) -> bool:
    """Whether the line accepts in words that mean nothing else."""
    return reading.has(Act.ACCEPT) and any(read.act is Act.ACCEPT and not read.mild for read in reading.acts)


def is_mere_yes(reading: Reading) -> bool:
    """Whether the line is an "ok" or the like that says nothing more: it accepts only what was just put to it."""
    return reading.has(Act.ACCEPT) and not reading.offers and not reading.has(*_SAYING_MORE)


def _was_asked_for_a_yes(negotiation: Negotiation) -> bool:
    """Whether the counterpart's last line came out at its live terms: nothing asked or doubted after them."""
    live, scenario = negotiation.counterpart_terms, negotiation.scenario
    if live is None:
        return False
    price = format_money(live.amount(scenario.price_issue.id), scenario.currency)
    _, named, after = negotiation.last_heard.rpartition(price)
    rest = after.partition(". ")[2]
    return bool(named) and "?" not in rest and not any(doubt.raised in after for doubt in scenario.objections)


def needs_a_plain_yes(negotiation: Negotiation, reading: Reading, terms: Terms) -> bool:
    """Whether an "ok" is too little to sign on: the terms are a loss to the rep, and nobody asked if it means them."""
    if is_plain_yes(reading) or not is_mere_yes(reading):
        return False
    asked = negotiation.last_heard.rstrip().endswith("?")
    return negotiation.scenario.rep.interests.surplus(terms) < 0 and not asked


def seems_to_grant(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line names the counterpart's own price and no other, and may mean to take it.

    It asks nothing of that price, and neither refuses nor hesitates nor finds fault.
    """
    if reading.packages or reading.has(*_AGAINST) or not _echoes_price(negotiation, reading):
        return False
    price = negotiation.scenario.price_issue.id
    changes = any(offer.issue != price and offer.modality is not Modality.ECHO for offer in reading.offers)
    if changes or not _HESITATING.isdisjoint(words_of(negotiation.lines[-1].text.lower())):
        return False
    named = [offer.span for offer in reading.offers if offer.issue == price]
    asked = [read.span for read in reading.acts if read.act in _ASKING_OF]
    return not any(question.holds(span) for question in asked for span in named)


def _echoes_price(negotiation: Negotiation, reading: Reading) -> bool:
    price, live = negotiation.scenario.price_issue.id, negotiation.counterpart_terms
    named = [offer for offer in reading.offers if offer.issue == price and offer.modality is not Modality.REJECTED]
    return bool(named) and live is not None and all(offer.amount == live.amount(price) for offer in named)
