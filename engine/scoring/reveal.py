"""What is told only after the end: what the counterpart held back, and how the prices went."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Modality
from engine.scenario.scenario import Fact, IssueKind, Scenario, Visibility
from engine.scoring.asked import may_have_been_asked, was_asked_in_its_words, was_nearly_asked
from engine.scoring.content import content
from engine.scoring.record import joined_words, turns_of
from engine.scoring.told import given_away
from engine.scoring.verdict import RoundOffers
from engine.scoring.zone import zone_of
from engine.strict.deal_breakers import left_over
from engine.strict.heard import PRIORITIES
from engine.strict.wording import issue_in_words, terms_in_words
from engine.terms.money import whole_money
from engine.terms.terms import Terms

MOST_FACTS = 6
"""Facts on the reveal card: the room and the trust come after them."""
FEWEST_WORDS = 3
"""Words of content by which a fact can be told from others; three in four of them said in one line tell it."""
_MONEY = re.compile(r"[$€£]\s?\d|\d\s?(?:dollars|euros)")
_SUM = r"(\d{1,3}(?:,\d{3})+|\d+)"
_FIGURE = re.compile(r"\d[\d,.]*\d|\d")


def reveal(negotiation: Negotiation) -> tuple[str, ...]:
    """At most eight lines for the reveal card: what teaches most of the hidden and the unlearnt, room, trust."""
    facts = [
        fact
        for fact in negotiation.scenario.facts
        if fact.teaches and not is_known(negotiation, fact) and not _tells_nothing(fact)
    ]
    facts.sort(key=lambda fact: -fact.teaches)
    left = _left(negotiation)
    told = (_with_its_question(negotiation, fact) for fact in facts[: MOST_FACTS - len(left)])
    return (*left, *told, _room(negotiation), _trust(negotiation))


def is_known(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether it was told, or said in an answer to something else."""
    if fact.visibility is Visibility.HIDDEN:
        return _adds_up_to_it(negotiation, fact)
    mood = negotiation.mood
    waited = any(gate.topic == fact.topic and gate.id in mood.named_gates for gate in negotiation.scenario.gates)
    others = [other for other in negotiation.scenario.facts if other.id in mood.told]
    same = any(other.reveal == fact.reveal or fact.id in (*other.covers, *other.gives_away) for other in others)
    return (
        same
        or fact.id in given_away(negotiation)
        or waited
        or _was_named_as_a_need(negotiation, fact)
        or _came_out(negotiation, fact)
        or _was_seen_at_the_table(negotiation, fact)
    )


def _adds_up_to_it(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether they had named the sums in it that are not their offers, or those that such a sum is made of.

    "A quote of $66,700; with the move it came to $70,400" is no news after "66,700 in writing" and "3,700 to move".
    """
    priced = re.compile(re.escape(negotiation.scenario.currency.sign) + _SUM)
    sums = {_amount(found) for found in priced.findall(fact.reveal)}
    lines = (line.text for line in negotiation.lines if line.side == "counterpart")
    named = {_amount(found) for line in lines for found in priced.findall(line)}
    return len(sums) > 1 and all(each in named or any(each - other in named for other in named) for each in sums)


def _amount(found: str) -> int:
    return int(found.replace(",", ""))


def _was_seen_at_the_table(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether they answered an offer with the term in it, so that it was seen how they felt about it.

    What it was worth to them in money is still not told.
    """
    issue = next((each for each in negotiation.scenario.issues if str(each.id) == str(fact.topic)), None)
    if issue is None or _MONEY.search(fact.reveal):
        return False
    answered = (turn.offer for turn in turns_of(negotiation) if turn.answer is not None and turn.offer is not None)
    value = negotiation.scenario.counterpart.interests.stake(issue.id).value
    asked = (offer for turn in negotiation.readings for offer in turn.reading.offers)
    named = (offer.amount for offer in asked if offer.issue == issue.id and offer.modality is not Modality.REJECTED)
    return any(map(value, (*(terms.amount(issue.id) for terms in answered), *named)))


def _was_named_as_a_need(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether an offer of theirs had as many of a thing as the fact says that they needed: "with 150 seats"."""
    scenario = negotiation.scenario
    named = (
        (issue, made.terms.amount(issue.id))
        for made in negotiation.counterpart_offers
        for issue in scenario.issues
        if issue.kind is IssueKind.COUNT
    )
    said = {issue_in_words(scenario, issue, amount) for issue, amount in named if amount and amount != issue.count_now}
    return any(words in fact.reveal for words in said)


def _came_out(negotiation: Negotiation, fact: Fact) -> bool:
    """Whether the words of the fact, or of what mattered most, were said in a line of theirs."""
    wanted = content(fact.exact)
    first = content(fact.reveal.partition(":")[2]) if fact.topic == PRIORITIES else frozenset()
    lines = [line.text for line in negotiation.lines if line.side == "counterpart"]
    if first and any(first <= content(line) for line in lines):
        return True
    said = map(content, lines)
    return len(wanted) >= FEWEST_WORDS and any(4 * len(wanted & words) >= 3 * len(wanted) for words in said)


def _tells_nothing(fact: Fact) -> bool:
    """Whether all it sets against each other are equal figures: 160 seats needed, against 160 until now."""
    figures = _FIGURE.findall(fact.reveal)
    return len(figures) > 1 and len(set(figures)) == 1


def _left(negotiation: Negotiation) -> tuple[str, ...]:
    """What it left over and when it had warned of it; nothing where it did not leave so."""
    breaker = left_over(negotiation.scenario, negotiation.mood)
    if breaker is None:
        return ()
    turns = turns_of(negotiation)
    warned = next(turn.said.round for turn in turns if breaker.id in turn.after.crossed)
    name = negotiation.scenario.counterpart.name
    return (f"{name} left over {breaker.named}; you were warned of it in round {warned}.",)


def _with_its_question(negotiation: Negotiation, fact: Fact) -> str:
    """What was so, with the question that would have earned it, or what was missing when it was touched."""
    mood = negotiation.mood
    if fact.visibility is Visibility.HIDDEN or not fact.ask:
        return fact.reveal
    wary = mood.trust < fact.min_trust
    if fact.id not in mood.hinted and was_asked_in_its_words(negotiation, fact):
        return f"{fact.reveal} {'You asked; it took more trust' if wary else 'You asked, and they did not say'}."
    if fact.id not in mood.hinted:
        if may_have_been_asked(negotiation, fact):
            if was_nearly_asked(negotiation, fact):
                return f"{fact.reveal} It took more trust." if wary else fact.reveal
            return f"{fact.reveal} “{fact.ask}” asks for that outright{'; it took more trust too' if wary else ''}."
        return f"{fact.reveal} “{fact.ask}” {'and more trust ' if wary else ''}would have earned that."
    missing = "more trust" if wary else "an open question"
    return f"{fact.reveal} You touched on it; it took {missing}."


def _room(negotiation: Negotiation) -> str:
    scenario, agreed = negotiation.scenario, negotiation.agreed
    zone = zone_of(scenario)
    if not zone.exists:
        return "There was no room for a deal between the two limits."
    room = f"There was {whole_money(zone.room, scenario.currency)} of room between your limit and theirs"
    if zone.extras:
        room += f", counting {joined_words([scenario.issue(extra).phrase for extra in zone.extras])}"
    if agreed is None:
        return f"{room}, and all of it was left."
    own = scenario.rep.interests.surplus(agreed)
    return f"{room}; {_taken(own, whole_money(abs(own), scenario.currency))}.{_limit_for(scenario, agreed)}"


def _limit_for(scenario: Scenario, agreed: Terms) -> str:
    """The price up to which they would have signed all that was agreed; empty where that was a price alone."""
    price = scenario.price_issue.id
    theirs = scenario.counterpart.interests
    slope = theirs.stake(price).slope
    if not slope or theirs.surplus(agreed) < 0 or all(not amount for issue, amount in agreed.amounts if issue != price):
        return ""
    limit = agreed.amount(price) - theirs.surplus(agreed) // slope
    best = terms_in_words(scenario, Terms.of({price: limit - limit % scenario.currency.unit}))
    return f" For what was agreed they would have {'paid up to' if slope < 0 else 'taken as little as'} {best}."


def _taken(own: int, money: str) -> str:
    return f"you took {money} of it" if own >= 0 else f"the deal is {money} beyond your own limit"


def _trust(negotiation: Negotiation) -> str:
    start, end = negotiation.opened.mood.trust, negotiation.mood.trust
    name = negotiation.scenario.counterpart.name
    if start == end:
        return f"{name} trusted you as much at the end as at the start: {end} out of 100."
    return f"{name} trusted you {'more' if end > start else 'less'} at the end: {end} out of 100, after {start}."


def offers_by_round(negotiation: Negotiation) -> tuple[RoundOffers, ...]:
    """The prices on the table after each round that had any, in order."""
    price = negotiation.scenario.price_issue.id
    rep = {turn.said.round: turn.offer.amount(price) for turn in turns_of(negotiation) if turn.offer is not None}
    theirs = {offer.round: offer.terms.amount(price) for offer in negotiation.counterpart_offers}
    rows: list[RoundOffers] = []
    for number in sorted({*rep, *theirs}):
        before = rows[-1] if rows else RoundOffers(0, None, None)
        rows.append(RoundOffers(number, rep.get(number, before.rep), theirs.get(number, before.counterpart)))
    return tuple(rows)
