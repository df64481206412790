"""What a rep may see of a run: the sheet, its own side, both sides' offers, and what the counterpart has said."""

from dataclasses import dataclass
from itertools import chain

from engine.interests import Interests
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading
from engine.scenario.product import Product
from engine.scenario.scenario import Issue, Scenario, Topic
from engine.terms.terms import Terms


@dataclass(frozen=True, slots=True)
class Raised:
    """A doubt that the counterpart has raised and not laid aside."""

    id: str
    topic: Topic


@dataclass(frozen=True, slots=True)
class View:
    """One party's look at a run: nothing in it is hidden from the rep.

    `questions` are the topics that a trained rep of this trade asks about, those that tell most first; `shown` the
    topics of the product's facts. `waits` is true when the counterpart would sign but for something it named. `mine`
    are the rep's own lines as read, oldest first.
    """

    product: Product
    issues: tuple[Issue, ...]
    interests: Interests
    grid: int
    questions: tuple[Topic, ...]
    shown: tuple[Topic, ...]
    mine: tuple[Reading, ...]
    my_offers: tuple[Terms, ...]
    their_offer: Terms | None
    doubts: tuple[Raised, ...]
    waits: bool
    has_warned: bool

    @property
    def price(self) -> Issue:
        """The one issue of kind price; the first on the table."""
        return self.issues[0]

    @property
    def sign(self) -> int:
        """1 where the rep gains by a higher price (it sells), -1 where it loses (it buys)."""
        return 1 if self.interests.stake(self.price.id).slope > 0 else -1

    def has_said(self, act: Act, topic: Topic | None = None) -> bool:
        """Whether the rep has done this already, on this topic if one is given."""
        acts = chain.from_iterable(reading.acts for reading in self.mine)
        return any(read.act is act and topic in (None, read.topic) for read in acts)


def topics_to_ask(scenario: Scenario) -> tuple[Topic, ...]:
    """The topics that a trained rep of this trade asks about, those that tell most first."""
    telling = sorted((fact for fact in scenario.facts if fact.weight), key=lambda fact: -fact.weight)
    return tuple(dict.fromkeys(fact.topic for fact in telling))


def view_for_rep(negotiation: Negotiation, questions: tuple[Topic, ...]) -> View:
    """The run as its rep sees it; `questions` as `topics_to_ask` gives them."""
    scenario, mood = negotiation.scenario, negotiation.mood
    price = scenario.price_issue
    return View(
        product=scenario.product,
        issues=(price, *(issue for issue in scenario.issues if issue is not price)),
        interests=scenario.rep.interests,
        grid=scenario.currency.grid,
        questions=questions,
        shown=tuple(Topic(topic) for topic, _ in scenario.product.facts),
        mine=tuple(read.reading for read in negotiation.readings),
        my_offers=tuple(offer.terms for offer in negotiation.rep_offers),
        their_offer=negotiation.counterpart_terms,
        doubts=tuple(
            Raised(doubt.id, doubt.topic)
            for doubt in scenario.objections
            if doubt.id in mood.raised and doubt.id not in mood.settled
        ),
        waits=mood.pending is not None,
        has_warned=mood.warned,
    )
