"""A reference rep: how it plays is a handful of numbers, and it sees only what a rep may see.

It speaks in readings, not in sentences, so that it plays any pack in any language alike, and nothing is parsed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from engine.concession.curves import CURVES, FULL, time_used
from engine.panel.view import Raised, View
from engine.reading.reading import Act, Modality, ReadAct, Reading, ReadOffer, Span
from engine.scenario.scenario import Issue, IssueKind, Topic
from engine.terms.terms import IssueId, Terms

SILENT = Span(0, 0, "")
FACTS_IN_A_LINE = 2
REMEMBERED = 1_024
"""Readings that are kept, so that reps who say the same share it."""
Skill = Literal["naive", "fair", "good"]


@dataclass(frozen=True, slots=True)
class Policy:
    """One rep. Prices are in percent of the way from its limit (0) to what it hopes for (100), extras paid for.

    opening, last: its first and its last price. moves: how many prices it names in all. curve: how it comes down, as
    the counterpart's curves (below "1" late, above it early). questions, facts: topics it asks about and product
    facts it shows before it names a price. extras: add-ons it puts in, cheapest for their worth first. takes_up: what
    it does with doubts: 0 nothing, 1 acknowledges and answers, 2 also asks first. finds_ways: whether it offers a
    next step to a counterpart who has to wait for something. presses: whether it presses with every price.
    persists: how often it stands by its last price and asks for the decision. settles: whether it then takes any
    offer above its limit instead of leaving. heeds: whether it comes down to its last price when the counterpart
    warns that it may leave.
    """

    name: str
    skill: Skill
    opening: int = 100
    last: int = 10
    moves: int = 6
    curve: str = "1"
    questions: int = 0
    facts: int = 0
    extras: int = 0
    takes_up: int = 0
    finds_ways: bool = False
    presses: bool = False
    persists: int = 3
    settles: bool = True
    heeds: bool = True

    def next_line(self, view: View) -> Reading | None:
        """What the rep says next, as it would be read; None when it ends the run."""
        return (
            self._unblocking(view)
            or self._closing(view)
            or self._on_doubts(view)
            or self._before_price(view)
            or self._pricing(view)
            or self._insisting(view)
        )

    def _unblocking(self, view: View) -> Reading | None:
        if not view.waits or not self.finds_ways:
            return None
        if not view.mine[-1].has(Act.NEXT_STEP):
            return _line(Act.ACKNOWLEDGE, Act.NEXT_STEP)
        return _answer(view.doubts[0]) if view.doubts and not view.mine[-1].has(Act.PRESENT) else None

    def _closing(self, view: View) -> Reading | None:
        """Takes their offer where it is as good as what the rep would ask for next."""
        live = view.their_offer
        if live is None or view.waits:
            return None
        ahead = self._next_offer(view)
        worth = view.interests.surplus(live)
        return _line(Act.ACCEPT) if worth >= 0 and worth >= view.interests.surplus(ahead) else None

    def _on_doubts(self, view: View) -> Reading | None:
        for doubt in view.doubts if self.takes_up else ():
            if view.has_said(Act.PRESENT, doubt.topic) and view.has_said(Act.ACKNOWLEDGE, doubt.topic):
                continue
            if self.takes_up > 1 and not view.has_said(Act.ASK_OPEN, doubt.topic):
                return _line(Act.ACKNOWLEDGE, (Act.ASK_OPEN, doubt.topic))
            return _answer(doubt)
        return None

    def _before_price(self, view: View) -> Reading | None:
        if view.my_offers:
            return None
        for topic in view.questions[: self.questions]:
            if not view.has_said(Act.ASK_OPEN, topic):
                return _line(Act.ACKNOWLEDGE if view.mine else Act.GREET, (Act.ASK_OPEN, topic))
        unshown = [topic for topic in view.shown[: self.facts] if not view.has_said(Act.PRESENT, topic)]
        return _line(*((Act.PRESENT, topic) for topic in unshown[:FACTS_IN_A_LINE])) if unshown else None

    def _pricing(self, view: View) -> Reading | None:
        offer = self._next_offer(view)
        if view.waits or len(view.my_offers) >= self.moves or offer in view.my_offers[-1:]:
            return None
        return _offering(offer, view, presses=self.presses)

    def _insisting(self, view: View) -> Reading | None:
        """Stands by the last price and asks for the decision, in turn; then takes what there is or leaves."""
        stood = sum(reading.has(Act.REJECT, Act.ASK_SALE) for reading in view.mine)
        if stood < 2 * self.persists:
            stands_by = stood % 2 == 0 and view.their_offer is not None and not view.waits
            return _line(Act.REJECT if stands_by else Act.ASK_SALE, *((Act.PRESSURE,) if self.presses else ()))
        live = view.their_offer
        can_take = live is not None and not view.waits and view.interests.surplus(live) >= 0
        return _line(Act.ACCEPT) if can_take and self.settles else None

    def _next_offer(self, view: View) -> Terms:
        """The next price that differs from the last one named; the rep's last price when there is no other."""
        final = self.moves - 1
        step = final if self.heeds and view.has_warned else min(len(view.my_offers), final)
        offer = self._offer(view, step)
        while step < final and offer in view.my_offers[-1:]:
            step += 1
            offer = self._offer(view, step)
        return offer

    def _offer(self, view: View, step: int) -> Terms:
        """The rep's offer at one of its steps, 0 to `moves` - 1."""
        gone = CURVES[self.curve][time_used(step, self.moves - 1)] if self.moves > 1 else 0
        percent = self.opening - (self.opening - self.last) * gone // FULL
        extras = dict(self._extras(view, step))
        return Terms.of({view.price.id: _price_at(percent, extras, view), **extras})

    def _extras(self, view: View, step: int) -> Iterator[tuple[IssueId, int]]:
        """What is put in by this step: one more each time, so that something comes with every lower price."""
        sheet = sorted(
            view.product.add_ons, key=lambda add_on: (add_on.cost * 100 // max(1, add_on.price), add_on.issue)
        )
        on_table = {issue.id for issue in view.issues}
        flags = [add_on.issue for add_on in sheet if add_on.issue in on_table]
        for issue in flags[: min(self.extras, step)]:
            if view.interests.stake(issue).slope <= 0 or _is_wanted(view, issue):
                yield issue, 1
        for other in view.issues if self.extras and step else ():
            if other.kind is IssueKind.COUNT:
                if _is_wanted(view, other.id):
                    yield other.id, _tempting(view, other)
            elif other.kind is IssueKind.MONEY:
                amount = _break_even(view, other.id)
                if other.low <= amount <= other.high and amount:
                    yield other.id, amount


def _price_at(percent: int, extras: dict[IssueId, int], view: View) -> int:
    """The price at that percentage of the way from the rep's limit, with these extras, to what it hopes for."""
    slope = view.interests.stake(view.price.id).slope
    limit = -view.interests.surplus(Terms.of(extras)) // slope
    way = (view.interests.aspiration - view.interests.walk_away) // abs(slope)
    price = limit + view.sign * way * percent // 100
    steps = -(-price // view.grid) if view.sign > 0 else price // view.grid
    return max(view.grid, steps * view.grid)


def _break_even(view: View, issue: IssueId) -> int:
    """The amount of an issue at which it neither costs the rep anything nor gains it anything, rounded in its favour.

    0 where there is none, as for an issue that the rep only loses by.
    """
    stake = view.interests.stake(issue)
    if not stake.once or not stake.slope or (stake.once > 0) == (stake.slope > 0):
        return 0
    steps = abs(stake.once) // abs(stake.slope) // view.grid
    return steps * view.grid


def _is_wanted(view: View, issue: IssueId) -> bool:
    """Whether a count, or a flag that they would give, is worth naming: not tried yet, or in their offer since."""
    if view.interests.stake(issue).slope == 0:
        return False
    tried = any(offer.names(issue) for offer in view.my_offers)
    return not tried or (view.their_offer is not None and view.their_offer.names(issue))


def _tempting(view: View, issue: Issue) -> int:
    """A quarter of the way to the amount that costs the rep most; where none costs it anything, what suits it best."""
    stake = view.interests.stake(issue.id)
    dearest, best = sorted((issue.low, issue.high), key=stake.value)
    if stake.value(dearest) >= 0 or not stake.slope:
        return best
    neutral = -stake.once // stake.slope
    return neutral + (dearest - neutral) // 4


def _offering(terms: Terms, view: View, *, presses: bool) -> Reading:
    """A line that puts the terms on the table; a lower price comes as a concession on a condition."""
    modality = Modality.CONDITIONAL if view.my_offers else Modality.FIRM
    act = Act.CONCEDE if view.my_offers else Act.QUOTE
    before = view.my_offers[-1] if view.my_offers else Terms()
    news = [pair for pair in terms.amounts if pair[0] == view.price.id or before.amount(pair[0]) != pair[1]]
    news += [(issue, 0) for issue, _ in before.amounts if not terms.names(issue)]
    return _bidding(act, modality, tuple(news), presses=presses)


@lru_cache(REMEMBERED)
def _bidding(act: Act, modality: Modality, news: tuple[tuple[IssueId, int], ...], *, presses: bool) -> Reading:
    acts = (ReadAct(act, SILENT), *((ReadAct(Act.PRESSURE, SILENT),) if presses else ()))
    return Reading(acts, tuple(ReadOffer(issue, amount, modality, SILENT) for issue, amount in news))


def _answer(doubt: Raised) -> Reading:
    return _line((Act.ACKNOWLEDGE, doubt.topic), (Act.PRESENT, doubt.topic))


@lru_cache(REMEMBERED)
def _line(*acts: Act | tuple[Act, Topic]) -> Reading:
    return Reading(
        tuple(ReadAct(act, SILENT) if isinstance(act, Act) else ReadAct(act[0], SILENT, act[1]) for act in acts)
    )
