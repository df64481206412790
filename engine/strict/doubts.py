"""The counterpart's objections: raised where they fit, taken up, settled."""

from collections.abc import Iterator, Sequence

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality, Reading
from engine.scenario.scenario import Objection
from engine.strict.answered_elsewhere import asks_what_it_takes
from engine.strict.attention import LASTING, offered
from engine.strict.caring import makes_light_of, topic_name
from engine.strict.details import detail_asked
from engine.strict.fallback import open_point
from engine.strict.open_doubts import (
    answered,
    is_taken_up,
    open_objections,
    taken_up,
    was_just_raised,
    was_just_spoken_of,
    was_said,
)
from engine.strict.part import Part, Place, Step

ROUNDS_BEFORE_DOUBTS = 2
"""Completed rounds before the counterpart raises a doubt that nothing in the talk has led to."""
ROUNDS_BETWEEN_DOUBTS = 3
_ASKING = (Act.ASK_OPEN, Act.FOLLOW_UP, Act.INVITE_DOUBT)
_SAYING_NOTHING = (*_ASKING, Act.ACCEPT, Act.PRESSURE, Act.INSULT, Act.REJECT)
"""Acts of a line that does not answer a doubt, even one that the rep took up before."""
QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


def settle_doubts(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The mood after the line's answers to open objections, with what is said to them; None where none is open."""
    doubts = open_objections(negotiation.scenario, mood)
    if not doubts:
        return None
    parts: list[Part] = []
    given = offered(reading)
    refused = _refused(negotiation, reading)
    for doubt in doubts:
        answering = given - _beside_it(negotiation, reading, doubt)
        if not answering.isdisjoint(doubt.answered_by) and refused.isdisjoint(doubt.answered_by):
            settled = (*mood.settled, doubt.id)
            mood = mood._replace(settled=settled, trust=min(100, mood.trust + doubt.severity))
            parts.append(Part(Place.TAKEN_UP, text=doubt.settled, needed=True))
            continue
        if is_taken_up(negotiation.mood, doubt) and not reading.has(*_SAYING_NOTHING):
            mood = answered(mood, doubt)
        if not reading.has(*_ASKING) and _speaks_to(negotiation, reading, doubt):
            mood = taken_up(mood, doubt)
            argued = any(read.topic == doubt.topic for read in reading.acts if read.act not in QUESTIONS)
            parts += [Part(Place.REACTION, "OBJECTION_STANDS")] if argued else []
    return Step(mood, tuple(parts[:1]))


def _beside_it(negotiation: Negotiation, reading: Reading, doubt: Objection) -> frozenset[str]:
    """The acts of the line, by name, that are on another matter than the doubt: "let's meet Thursday", rounds later.

    What names no matter is on the doubt where it answers the line that spoke of it; an offer of a payment or a trade
    is one wherever it comes.
    """
    topics = {doubt.topic, *doubt.answered_by}
    own = {None, *topics} if was_just_spoken_of(negotiation, doubt) else topics
    on_it = {read.act for read in reading.acts if read.topic in own}
    return frozenset[str](reading.kinds) - on_it - LASTING


def _refused(negotiation: Negotiation, reading: Reading) -> frozenset[str]:
    """What of the line it takes at no price, by name: terms of payment that it refuses settle no doubt on payment."""
    scenario, terms = negotiation.scenario, negotiation.tabled
    if not (scenario.vetoes and reading.offers):
        return frozenset()
    for offer in reading.offers:
        terms = terms.put(offer.issue, offer.amount) if offer.modality is not Modality.REJECTED else terms
    named = {offer.issue for offer in reading.offers}
    refused = [issue for issue in scenario.ruled_out(terms) if issue in named]
    return frozenset[str](refused).union([Act.FINANCE_OFFER] if refused else [])


def _speaks_to(negotiation: Negotiation, reading: Reading, doubt: Objection) -> bool:
    """Whether the line is about the doubt, or acknowledges it just after it was raised."""
    acknowledged = reading.has(Act.ACKNOWLEDGE, Act.APOLOGISE) and was_just_raised(negotiation, doubt)
    return acknowledged or any(read.topic == doubt.topic for read in reading.acts)


def invited_doubt(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step:
    """The answer to a rep who asks for doubts: the one that stands, else the next one, else that there is none."""
    if (reading.has(Act.ASK_NEED) and asks_what_it_takes(reading)) or _is_answered(negotiation, reading):
        return Step(mood)
    scenario = negotiation.scenario
    for standing in open_objections(scenario, mood):
        return Step(taken_up(mood, standing), (what_helps(negotiation, standing),))
    shown = offered(reading)
    unmet = [each for each in scenario.objections if shown.isdisjoint(each.answered_by)]
    doubt = next(_unsaid(negotiation, mood, unmet), None)
    if doubt is not None:
        after = taken_up(mood._replace(raised=(*mood.raised, doubt.id)), doubt)
        return Step(after, (Part(Place.ANSWER, text=doubt.raised, needed=True),))
    nothing = open_point(negotiation) if reading.has(Act.ASK_SALE, Act.ASK_OFFER) else None
    return Step(mood, (nothing or Part(Place.ANSWER, "NO_DOUBTS", needed=True),))


def _is_answered(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether all that sounds like asking for doubts goes into what was told: "what would it take to fix that?"."""
    invited = [read.span for read in reading.acts if read.act is Act.INVITE_DOUBT]
    asked = [read for read in reading.acts if read.act in QUESTIONS and any(map(read.span.holds, invited))]
    return bool(asked) and all(detail_asked(negotiation, read, reading) for read in asked)


def next_doubt(negotiation: Negotiation, mood: Mood) -> Objection | None:
    """The doubt that it would bring up next, if any could come up now."""
    return next(_unsaid(negotiation, mood, negotiation.scenario.objections), None)


def what_helps(negotiation: Negotiation, doubt: Objection) -> Part:
    """What would ease the doubt, else the doubt itself; where both were said, that it still waits for an answer."""
    unsaid = next((text for text in (doubt.helps, doubt.raised) if text and not was_said(negotiation, text)), "")
    if unsaid:
        return Part(Place.ANSWER, text=unsaid, needed=True)
    named = (("topic", topic_name(negotiation.scenario, doubt.topic)),)
    return Part(Place.ANSWER, "REMIND", named, needed=True)


def raise_objection(negotiation: Negotiation, reading: Reading, mood: Mood) -> Step | None:
    """The mood with the next objection raised and the words of it; None where none fits or another one is open.

    One that fits the line comes of itself; when none has come for a while, and nothing is asked, another is brought up
    as a new subject.
    """
    if open_objections(negotiation.scenario, mood):
        return None
    doubts = [doubt for doubt in negotiation.scenario.objections if doubt.id not in mood.raised]
    spoken_of = _spoken_of(reading) if doubts else frozenset()
    near = [doubt for doubt in doubts if not spoken_of.isdisjoint(_grounds(doubt))]
    for fitting in _unsaid(negotiation, mood, near):
        return Step(_raised(mood, fitting), (_brought_up(fitting, spoken_of),))
    is_time = _is_time_for_one(negotiation, mood) and reading.kinds.isdisjoint(QUESTIONS)
    for other in _unsaid(negotiation, mood, doubts if is_time else ()):
        return Step(_raised(mood, other), (Part(Place.CLOSING, "RAISE", (("doubt", other.raised),), needed=True),))
    return None


def _brought_up(doubt: Objection, spoken_of: frozenset[str]) -> Part:
    """The doubt as it stands where the line speaks of its topic, or of all that it comes up after; else one more thing.

    A doubt on the budget follows from a price, one on the payment a month doesn't.
    """
    if doubt.topic in spoken_of or spoken_of.issuperset(_grounds(doubt)):
        return Part(Place.CLOSING, text=doubt.raised, needed=True)
    return Part(Place.CLOSING, "RAISE", (("doubt", doubt.raised),), needed=True)


def _raised(mood: Mood, doubt: Objection) -> Mood:
    return mood._replace(raised=(*mood.raised, doubt.id))


def _is_time_for_one(negotiation: Negotiation, mood: Mood) -> bool:
    return negotiation.round >= ROUNDS_BEFORE_DOUBTS + ROUNDS_BETWEEN_DOUBTS * (len(mood.raised) + 1)


def _unsaid(negotiation: Negotiation, mood: Mood, doubts: Sequence[Objection]) -> Iterator[Objection]:
    """Those of the doubts that could come up now."""
    forestalled = _shown_and_put_in(mood) if doubts else set()
    return (
        doubt
        for doubt in doubts
        if doubt.id not in mood.raised
        and forestalled.isdisjoint(doubt.answered_by)
        and _has_ground(negotiation, doubt)
        and not makes_light_of(negotiation.scenario, mood, doubt.topic)
    )


def _has_ground(negotiation: Negotiation, doubt: Objection) -> bool:
    """Whether an issue that the doubt is about is on the table, if it is about any."""
    issues = negotiation.scenario.issue_ids.intersection(_grounds(doubt))
    return not issues or any(issue in issues for issue, _ in negotiation.tabled.amounts)


def _grounds(doubt: Objection) -> tuple[str, ...]:
    """What the doubt comes up after; its own topic if nothing is said of that."""
    return doubt.raised_on or (doubt.topic,)


def _spoken_of(reading: Reading) -> frozenset[str]:
    """Topics, issues and acts of the line, by name; what a question only sounds like it does not speak of."""
    topics = [read.topic for read in reading.acts if read.topic is not None and not read.guessed]
    return frozenset(topics).union([offer.issue for offer in reading.binding()], reading.kinds)


def _shown_and_put_in(mood: Mood) -> set[str]:
    """What the rep has shown or put in so far: a doubt that it answers does not come up."""
    marks = (mark.partition(":") for mark in mood.heard)
    return {name for kind, _, name in marks if kind in {"given", "extra"}}
