"""What the counterpart breaks off over: it warns when the rep does it, and leaves when the rep does it again."""

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.negotiation.proposals import accepted_terms
from engine.reading.reading import Act, Reading
from engine.scenario.scenario import DealBreaker, Scenario
from engine.strict.part import Part, Place, Step
from engine.strict.wording import listed

_AGAIN = 2
TRUST_LOST = 5
"""Trust that each deal-breaker set off costs, beside what the rep's manner costs anyway; a starting value."""


def weigh_deal_breakers(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The mood that remembers what the line sets off, and the warning that names it; None where it is nothing.

    Whoever takes the counterpart's own terms may do it in a hurry.
    """
    crossed = [breaker for breaker in negotiation.scenario.deal_breakers if sets_off(breaker, reading)]
    if not crossed or accepted_terms(negotiation, reading) is not None:
        return None
    after = mood._replace(
        trust=max(0, mood.trust - TRUST_LOST * len(crossed)),
        crossed=(*mood.crossed, *(breaker.id for breaker in crossed)),
    )
    named = listed([breaker.named for breaker in crossed])
    return Step(after, (Part(Place.MOVE, "DEAL_BREAKER", (("deal_breaker", named),), needed=True),))


def sets_off(breaker: DealBreaker, reading: Reading) -> bool:
    """Whether the line does what the counterpart breaks off over; to ask about it does not."""
    named = set(breaker.set_off_by)
    put_in = [offer.issue for offer in reading.binding() if offer.amount] if reading.offers else []
    done = (*reading.kinds, *reading.topics(Act.PRESENT), *put_in)
    return not named.isdisjoint(done)


def left_over(scenario: Scenario, mood: Mood) -> DealBreaker | None:
    """What the rep did again after it had been warned of it."""
    if len(mood.crossed) < _AGAIN:
        return None
    return next((breaker for breaker in scenario.deal_breakers if mood.crossed.count(breaker.id) > 1), None)
