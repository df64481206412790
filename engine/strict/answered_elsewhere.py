"""Questions that something else answers than a fact on their topic: the table, a hook, a detail, a reason, a choice."""

import re

from engine.negotiation.negotiation import Negotiation
from engine.negotiation.preferring import last_choice
from engine.reading.of_the_offer import compares_the_offer, is_of_the_offer
from engine.reading.reading import Act, Modality, ReadAct, Reading
from engine.strict.came_of_it import asks_what_came_of_it
from engine.strict.details import detail_asked
from engine.strict.hooks import hooked
from engine.strict.hospitality import offers_a_drink, offers_a_seat
from engine.strict.leave import only_gives_leave
from engine.strict.nothing_tabled import asks_when_to_buy
from engine.strict.price_asked import is_answered_by_its_price
from engine.strict.reasons import asks_for_a_reason, wants_a_reason
from engine.strict.trying import is_part_of_an_invitation
from engine.strict.unplaced import has_lines

ASKS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
CHOOSE = "CHOOSE"
"""The act with which it says which of several packages it would rather have."""
_ANSWERED_AT_THE_TABLE = (
    Act.ASK_SALE, Act.ASK_OFFER, Act.NEXT_STEP, Act.ASK_AFTER, Act.CHAT, Act.REJECT, Act.PRESSURE, Act.INSULT,
    Act.INJECTION, Act.OFF_TOPIC, Act.INVITE_DOUBT, Act.ASK_LEAVE, Act.FINANCE_OFFER, Act.ASK_TIME,
)  # fmt: skip
"""Acts whose question, if they ask one, gets its answer elsewhere."""
_KIND = frozenset({Act.RAPPORT})
_WHOLE = 5
"""Words from which a question beside a kind word is one, and no part of it."""
_INVITING = (Act.INVITE_DOUBT, Act.ASK_OFFER)
_ASKING_BACK = (Act.ASK_AGAIN, Act.ASK_NEED)
_PROPOSING = (Act.NEXT_STEP, Act.ASK_SALE, Act.ASK_OFFER, Act.ASK_LEAVE, Act.INVITE_DOUBT)
_LEADING_ON = re.compile(r"\W*(?:let(?:'|’)?s|still)\b", re.IGNORECASE)
"""How somebody leads over without asking, or adds to a question: "let's talk about the car", "still 190?"."""
_EITHER = re.compile(r"\W*is (?:it|that)\b[^?]*\bor\b", re.IGNORECASE)
"""How a question for what a yes takes goes on: "what's stopping you, is it the budget or the car?"."""
_WHEN_TO = ("when can", "when could", "when shall", "when would", "when do we", "when might")
"""How a question for a time begins that really proposes a step."""


def is_answered_elsewhere(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether something else than a fact on its topic answers the question: a hook, a detail, a reason, the table."""
    return (
        _is_only_the_form(negotiation, read, reading)
        or is_part_of_an_invitation(negotiation, read)
        or compares_the_offer(read, reading)
        or (read.guessed and (offers_a_drink(read.span.text) or offers_a_seat(read.span.text)))
        or (read.guessed and (_LEADING_ON.match(read.span.text) is not None or _is_beside_the_greeting(read, reading)))
        or (reading.has(Act.ASK_NEED) and _EITHER.match(read.span.text) is not None)
        or (is_of_the_offer(read, reading) and (read.topic is None or read.guessed))
        or _is_answered_back(negotiation, read, reading)
        or _only_probes(negotiation, read, reading)
        or _only_names_the_deal(negotiation, read, reading)
        or is_answered_by_its_price(negotiation, read, reading)
        or _asks_to_choose(negotiation, read, reading)
        or only_gives_leave(negotiation, read.span.text)
        or (read.guessed and read.act is Act.ASK_CLOSED and asks_for_a_reason(negotiation, reading))
    )


def _asks_to_choose(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the question puts packages to choose from, or only asks which of them it would be."""
    if any(read.span.holds(offer.span) for package in reading.packages for offer in package.offers):
        return True
    asked = any(other.act is Act.ASK_CHOICE and read.span.holds(other.span) for other in reading.acts)
    return asked and (bool(reading.packages) or (read.topic is None and asks_which(negotiation, reading)))


def asks_what_it_takes(reading: Reading) -> bool:
    """Whether the line asks what a yes would take, and not for something that it names."""
    return _asks(reading, Act.ASK_NEED)


def asks_which(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether all that the line asks is which of the packages offered before the counterpart would rather have."""
    if reading.offers or not _asks(reading, Act.ASK_CHOICE) or not has_lines(negotiation.scenario, CHOOSE):
        return False
    return last_choice(negotiation) is not None


def _asks(reading: Reading, act: Act) -> bool:
    """Whether the line asks so, and not for something that it names."""
    asked = [read.span for read in reading.acts if read.act is act]
    named = [read.span for read in reading.acts if read.act in ASKS and read.topic is not None] if asked else []
    return any(not any(other.holds(span) for other in named) for span in asked)


def is_answered_back(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line asks to hear something again, for a reason, what a yes takes, or what a line called for."""
    if reading.has(*_ASKING_BACK) or asks_for_a_reason(negotiation, reading) or asks_which(negotiation, reading):
        return True
    if asks_what_came_of_it(negotiation, reading):
        return True
    return any(
        read.act in ASKS
        and (
            is_part_of_an_invitation(negotiation, read)
            or hooked(negotiation, read)
            or detail_asked(negotiation, read, reading)
        )
        for read in reading.acts
    )


def _is_answered_back(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether that question of the line is of such a kind, or the same words on the same topic are."""
    if detail_asked(negotiation, read, reading) is not None:
        return True
    same = (other for other in reading.acts if other.act in ASKS and other.span == read.span)
    if any(other.topic == read.topic and hooked(negotiation, other) is not None for other in same):
        return True
    if reading.kinds.isdisjoint(_ASKING_BACK):
        return wants_a_reason(negotiation, read, reading) or hooked(negotiation, read) is not None
    back = [other.act for other in reading.acts if other.act in _ASKING_BACK and read.span.holds(other.span)]
    if Act.ASK_AGAIN in back or (back and read.topic is None):
        return True
    return wants_a_reason(negotiation, read, reading) or hooked(negotiation, read) is not None


def _only_probes(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether a closed question asks what something put into the deal would do: "would a 2 year term help?".

    One that sounds like a question on a topic may also only put up a price: "61,500 for 94 seats?".
    """
    price = negotiation.scenario.price_issue.id
    probed = (offer for offer in reading.offers if offer.modality is Modality.PROBE)
    probes = [offer.span for offer in probed if offer.issue != price or read.guessed]
    return read.act is Act.ASK_CLOSED and any(read.span.holds(span) for span in probes)


def _only_names_the_deal(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether a yes or no is wanted to a deal of which the topic is only a part: "shall I write it up with mats?"."""
    is_closed = any(other.act is Act.ASK_CLOSED and other.span == read.span for other in reading.acts)
    if not is_closed or read.topic not in {str(issue.id) for issue in negotiation.scenario.issues}:
        return False
    price = negotiation.scenario.price_issue.id
    spans = [offer.span for offer in reading.offers if offer.issue == price]
    spans += [other.span for other in reading.acts if other.act is Act.ASK_SALE]
    return any(map(read.span.holds, spans))


def _is_beside_the_greeting(read: ReadAct, reading: Reading) -> bool:
    """Whether what only sounds like a question goes on from one after the way here or how things are, or is that."""
    after = [other.span for other in reading.acts if other.act is Act.ASK_AFTER]
    return bool(after) and (read.act is Act.ASK_CLOSED or any(map(read.span.holds, after)))


def _is_only_the_form(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether a question really proposes or invites: "shall we call her?", "what worries you most?"."""
    if asks_when_to_buy(negotiation, read, reading):
        return False
    wanted = (*_PROPOSING, Act.ASK_AFTER) if read.act is Act.ASK_CLOSED else _INVITING if read.topic is None else ()
    if read.act is Act.FOLLOW_UP and read.topic is None and reading.has(Act.INVITE_DOUBT):
        return True
    if read.act is Act.ASK_OPEN and read.span.text.lower().startswith(_WHEN_TO):
        wanted = (*wanted, Act.NEXT_STEP)
    proposals = [other for other in reading.acts if other.act in wanted]
    return any(
        (read.span.start <= other.span.start < read.span.end and other.span.text)
        or (other.guessed and other.span.holds(read.span))
        for other in proposals
    )


def wants_an_answer(reading: Reading) -> bool:
    """Whether the line asks something that the counterpart has nothing on, and says nothing else to react to.

    A kind word before it is not what it asks.
    """
    if reading.offers or reading.has(*_ANSWERED_AT_THE_TABLE):
        return False
    kind = [read.span for read in reading.acts if read.act in _KIND]
    asked = [read.span for read in reading.acts if read.act in ASKS]
    if not kind:
        return bool(asked)
    return any(len(span.text.split()) >= _WHOLE and not any(map(span.holds, kind)) for span in asked)
