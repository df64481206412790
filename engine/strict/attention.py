"""What the counterpart takes note of in the rep's line: facts shown, extras put in, things promised."""

from collections.abc import Iterable

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Reading, ReadOffer
from engine.scenario.scenario import IssueKind, Scenario
from engine.strict.caring import cares_for
from engine.strict.leave import gives_leave
from engine.strict.open_doubts import was_said
from engine.strict.part import Part, Place, Step
from engine.strict.shortcomings import only_tells_shortcomings
from engine.strict.trust import is_harsh
from engine.strict.unplaced import has_lines
from engine.strict.wording import amount_in_words, issue_in_words, listed
from engine.terms.money import format_money
from engine.terms.terms import IssueId, Terms

TRUST_FOR_A_NEED_MET = 2
TRUST_FOR_AN_EXTRA = 1
_NEEDED = frozenset({"BURDEN", "TRADE_LOW", "MORE_THAN_NEEDED", "WOULD_COST", "TOO_FEW"})
_OF_COUNTS = frozenset({"MORE_THAN_NEEDED", "AS_NEEDED", "WOULD_COST", "TOO_FEW"})
_SHOWING = (Act.PRESENT, Act.CLAIM)
_ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
LASTING = frozenset({Act.FINANCE_OFFER, Act.TRADE_OFFER})
"""Offers that stay of use once they are made."""
ANSWERING = frozenset({
    Act.PRESENT, Act.CLAIM, Act.ACKNOWLEDGE, Act.TRADE_OFFER, Act.FINANCE_OFFER, Act.ADD_ON, Act.NEXT_STEP,
    Act.PACKAGE, Act.CONCEDE, Act.CONDITIONAL_TODAY,
})  # fmt: skip
"""Acts that can settle a doubt; a question explores it, but does not settle it."""


def take_note(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The mood after what was shown and put in, and what the counterpart says to it; None where nothing was."""
    lasting = given(reading)
    if not (lasting or reading.binding() or reading.has(Act.PRESENT, Act.CLAIM)):
        return None
    price = negotiation.scenario.price_issue.id
    left = {gate.topic for gate in negotiation.scenario.gates if gives_leave(negotiation, gate)}
    shown = (topic for topic in _shown(negotiation.scenario, reading) if topic not in left)
    facts = [f"fact:{topic}" for topic in shown if f"fact:{topic}" not in mood.heard]
    put_in = [offer for offer in reading.binding() if offer.issue != price]
    if not (lasting or facts or put_in):
        return None
    extras = [offer.issue for offer in put_in if _is_news(negotiation, mood, offer)]
    line = negotiation.lines[-1].text
    is_short = reading.has(*_SHOWING) and only_tells_shortcomings(negotiation.scenario, line, reading)
    needed = [fact for fact in facts if not is_short and cares_for(negotiation.scenario, fact.removeprefix("fact:"))]
    new = [extra for extra in extras if f"extra:{extra}" not in mood.heard]
    ruled_out = negotiation.scenario.ruled_out(negotiation.tabled) if new else ()
    liked = [extra for extra in new if extra not in ruled_out and _is_welcome(negotiation, reading, extra)]
    trust = mood.trust + TRUST_FOR_A_NEED_MET * len(needed) + TRUST_FOR_AN_EXTRA * len(liked)
    heard = (
        *mood.heard,
        *(() if is_short else facts),
        *(f"extra:{issue}" for issue in extras),
        *(f"given:{name}" for name in sorted(lasting)),
    )
    after = mood._replace(trust=min(100, trust), heard=tuple(dict.fromkeys(heard)))
    if is_harsh(reading):
        return Step(after)
    thanks = () if is_short else _thanks(negotiation, reading, extras)
    said = (*thanks, *_heard(reading, facts, needed, is_short=is_short))
    return Step(after, said)


def shows_news(negotiation: Negotiation, reading: Reading, mood: Mood) -> bool:
    """Whether the line shows something that it has not heard of yet, to which it says what it makes of it."""
    return any(f"fact:{topic}" not in mood.heard for topic in _shown(negotiation.scenario, reading))


def _is_news(negotiation: Negotiation, mood: Mood, offer: ReadOffer) -> bool:
    """Whether something is put in for the first time, or a sum or count other than the price is changed."""
    if not offer.amount:
        return False
    if f"extra:{offer.issue}" not in mood.heard:
        return True
    has_size = negotiation.scenario.issue(offer.issue).kind in (IssueKind.MONEY, IssueKind.COUNT)
    return has_size and _last_amount(negotiation, offer.issue) != offer.amount


def _last_amount(negotiation: Negotiation, issue: IssueId) -> int | None:
    """The amount that the rep's earlier lines last put the issue in at."""
    earlier = (offer for reading in reversed(negotiation.earlier_readings) for offer in reversed(reading.binding()))
    return next((offer.amount for offer in earlier if offer.issue == issue), None)


def _is_welcome(negotiation: Negotiation, reading: Reading, issue: IssueId) -> bool:
    """Whether the counterpart gains by what is put in; any sum is welcome, for it can be talked about."""
    stake = negotiation.scenario.counterpart.interests.stake(issue)
    if negotiation.scenario.issue(issue).kind is IssueKind.MONEY:
        return True
    amounts = [offer.amount for offer in reading.binding() if offer.issue == issue]
    return all(stake.value(amount) > 0 for amount in amounts)


def offered(reading: Reading) -> frozenset[str]:
    """What the line gives: topics of answering acts, issues put in, and acts by name; a bare question gives nothing."""
    return given(reading).union([offer.issue for offer in reading.binding() if offer.amount], reading.kinds)


def given(reading: Reading) -> frozenset[str]:
    """What the line gives of lasting use: topics it speaks to, and the offers of a payment or a trade."""
    if reading.kinds.isdisjoint(ANSWERING):
        return frozenset()
    topics = [read.topic for read in reading.acts if read.topic is not None and read.act in ANSWERING]
    return frozenset(topics) | (LASTING & reading.kinds)


def _shown(scenario: Scenario, reading: Reading) -> tuple[str, ...]:
    topics = reading.topics(Act.PRESENT, Act.CLAIM)
    if not topics:
        return ()
    known = {topic for topic, _ in scenario.product.facts} | {str(topic) for topic, _ in scenario.needs}
    return tuple([topic for topic in topics if topic in known])


def _heard(reading: Reading, facts: list[str], needed: list[str], *, is_short: bool) -> tuple[Part, ...]:
    """What it says to what was shown: before its answer, where that was shown before anything was asked."""
    if not (facts or is_short):
        return ()
    first = next((read.act for read in reading.acts if read.act in (*_SHOWING, *_ASKING)), None)
    place = Place.TAKEN_UP if first in _SHOWING else Place.REACTION
    return (Part(place, "SHORTCOMING" if is_short else "HEARD_NEED" if needed else "HEARD"),)


def _thanks(negotiation: Negotiation, reading: Reading, extras: Iterable[str]) -> tuple[Part, ...]:
    """What it says to all that is put in and means anything to it; where it has ruled something out, to that alone."""
    scenario, new = negotiation.scenario, set(extras)
    ruled_out = scenario.ruled_out(negotiation.tabled)
    offers = [offer for offer in reading.binding() if offer.amount and offer.issue != scenario.price_issue.id]
    untrue = scenario.untrue(negotiation.tabled)
    for offer in sorted(offers, key=lambda offer: offer.issue not in untrue):
        if offer.issue in ruled_out:
            named = (("offer", _in_words(scenario, offer)),)
            return (Part(Place.ANSWER, refusal(scenario, negotiation.tabled, offer), named, needed=True),)
    by_act: dict[str, list[ReadOffer]] = {}
    for offer in offers:
        act = _act_for(scenario, offer) if offer.issue in new else ""
        if act in ("BURDEN", "MORE_THAN_NEEDED") and _has_spoken_of(negotiation, offer):
            continue
        if act:
            by_act.setdefault(act, []).append(offer)
    return tuple(_said_to(scenario, act, meant) for act, meant in by_act.items())


def _has_spoken_of(negotiation: Negotiation, offer: ReadOffer) -> bool:
    """Whether it has told how it stands on the thing, or named it."""
    scenario, named = negotiation.scenario, _in_words(negotiation.scenario, offer)
    topics = [topic for topic, words in scenario.topics if any(word in named for word in words)]
    told = any(fact.topic in topics and fact.id in negotiation.mood.told for fact in scenario.facts)
    return told or was_said(negotiation, named)


def refusal(scenario: Scenario, terms: Terms, offer: ReadOffer) -> str:
    """How it turns down what it has ruled out: as too much for it, or as a sum that does not come out."""
    return "DOUBTS_SUM" if offer.issue in scenario.untrue(terms) else "RULED_OUT"


def _act_for(scenario: Scenario, offer: ReadOffer) -> str:
    """How it takes something that is put in; empty where that means nothing to it."""
    worth = scenario.counterpart.interests.stake(offer.issue).value(offer.amount)
    if is_beyond_need(scenario, offer):
        return "MORE_THAN_NEEDED"
    if is_just_what_is_needed(scenario, offer):
        return "AS_NEEDED"
    if not worth:
        return "SUITS" if any(offer.issue in veto.issues for veto in scenario.vetoes) else ""
    if scenario.issue(offer.issue).kind is IssueKind.MONEY:
        return "TRADE_LOW" if worth < 0 else "TRADE_HEARD"
    if worth < 0 and is_short_of_need(scenario, offer.issue, offer.amount):
        return "TOO_FEW" if has_lines(scenario, "TOO_FEW") else "WOULD_COST"
    return "BURDEN" if worth < 0 else "THANKS_ADD_ON"


def is_beyond_need(scenario: Scenario, offer: ReadOffer) -> bool:
    """Whether more of something is put in than the counterpart has any use for."""
    stake = scenario.counterpart.interests.stake(offer.issue)
    return stake.slope > 0 and stake.up_to is not None and offer.amount > stake.up_to


def is_just_what_is_needed(scenario: Scenario, offer: ReadOffer) -> bool:
    """Whether as much is put in as the counterpart has use for, and its pack has words for that."""
    stake = scenario.counterpart.interests.stake(offer.issue)
    return stake.slope > 0 and offer.amount == stake.up_to and has_lines(scenario, "AS_NEEDED")


def is_short_of_need(scenario: Scenario, issue: IssueId, amount: int) -> bool:
    """Whether the counterpart has use for more of it than that."""
    stake = scenario.counterpart.interests.stake(issue)
    return stake.slope > 0 and stake.up_to is not None and 0 < amount < stake.up_to


def _said_to(scenario: Scenario, act: str, meant: list[ReadOffer]) -> Part:
    """The act on all that it is meant for; of what it could have ruled out it names what the pack names first."""
    if act in ("TRADE_HEARD", "TRADE_LOW"):
        slot = ("trade_in", format_money(meant[0].amount, scenario.currency))
    elif act == "SUITS":
        order = [issue.id for issue in scenario.issues]
        slot = ("offer", in_words(scenario, [min(meant, key=lambda offer: order.index(offer.issue))]))
    else:
        slot = ("offer" if act in _OF_COUNTS else "add_on", in_words(scenario, meant))
    needs = (("need", how_many_it_needs(scenario, meant[0].issue)),) if act == "TOO_FEW" else ()
    return Part(Place.REACTION, act, (slot, *needs), needed=act in _NEEDED)


def how_many_it_needs(scenario: Scenario, issue: IssueId) -> str:
    """As many of it as the counterpart has use for, in figures."""
    return amount_in_words(scenario, scenario.issue(issue), scenario.counterpart.interests.stake(issue).up_to or 0)


def in_words(scenario: Scenario, offers: Iterable[ReadOffer]) -> str:
    """What is put in, in words that read after "with": `the mats and a 36-month term`."""
    return listed(list(dict.fromkeys(_in_words(scenario, offer) for offer in offers)))


def _in_words(scenario: Scenario, offer: ReadOffer) -> str:
    return issue_in_words(scenario, scenario.issue(offer.issue), offer.amount)
