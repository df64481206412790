"""What the counterpart says to its own move at the table."""

from engine.negotiation.events import Mood, MoveKind
from engine.negotiation.negotiation import Negotiation
from engine.negotiation.proposals import is_mere_yes, is_plain_yes, seems_to_grant
from engine.reading.reading import Act, Modality, Reading
from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.strict.acceptance import utility
from engine.strict.bargaining import Bargain, probed_price
from engine.strict.gates import closed_gates, is_awaited, obstacle
from engine.strict.open_doubts import blocking_objections, was_said
from engine.strict.part import Part, Place, Step
from engine.strict.price_asked import asks_its_price, has_named_list_price, names_list_price, own_terms
from engine.strict.reasons import asks_for_a_reason
from engine.strict.trust import is_harsh
from engine.strict.unplaced import has_lines
from engine.strict.wording import issue_in_words, listed, terms_in_words
from engine.terms.money import format_money
from engine.terms.terms import Terms

TALK_BEFORE_PRICE = 2
"""Rounds of talk after which the counterpart asks for a price itself."""
MOST_PRICE_QUESTIONS = 3
FAR = 5
"""Percent of the rep's price by which an own price that is far from it differs, and more."""
_OFFERING = ("COUNTER_FIRST", "COUNTER", "HOLD")
"""Acts that set its own terms against those asked for, and so name what they leave out of those."""


def speak(negotiation: Negotiation, reading: Reading, bargain: Bargain) -> Step:
    """The words of the move, and the mood with the gate that they named."""
    match bargain.move:
        case MoveKind.ACCEPT:
            return Step(bargain.mood, (with_terms(negotiation, "ACCEPT", bargain.agreed),))
        case MoveKind.ACCEPT_IF:
            return _accept_if(negotiation, bargain)
        case MoveKind.COUNTER:
            return _counter(negotiation, bargain)
        case MoveKind.DEFER:
            return Step(bargain.mood, _until_then(negotiation, reading, bargain.mood))
        case MoveKind.HOLD:
            return Step(bargain.mood, _hold(negotiation, reading))
        case _:
            return Step(bargain.mood, _talk(negotiation, reading, bargain.mood))


def with_terms(negotiation: Negotiation, act: str, terms: Terms | None, **slots: str) -> Part:
    """The act with the terms in words."""
    words = terms_in_words(negotiation.scenario, terms) if terms is not None else ""
    if act in _OFFERING and terms is not None:
        words += _left_out(negotiation, terms, is_held=act == "HOLD")
    return Part(Place.MOVE, act, (("terms", words), *slots.items()), needed=True)


def _left_out(negotiation: Negotiation, terms: Terms, *, is_held: bool) -> str:
    """What the rep's live offer has and these terms do not hold, in words: ` without a 24-month term`.

    Of what is welcome only extras are named, and not in terms that just stand as they were.
    """
    scenario, asked = negotiation.scenario, negotiation.rep_terms or Terms()
    if not asked.beside(scenario.price_issue.id):
        return ""
    value = scenario.counterpart.interests.value
    left_out = [
        issue
        for issue in scenario.issues
        if issue.kind in (IssueKind.FLAG, IssueKind.COUNT)
        and asked.amount(issue.id)
        and not terms.amount(issue.id)
        and ((issue.kind is IssueKind.FLAG and not is_held) or value(asked.without(issue.id)) > value(asked))
    ]
    has_extras = any(terms.amount(issue.id) for issue in scenario.issues if issue.kind is not IssueKind.PRICE)
    return _without(scenario, asked, left_out, has_extras=has_extras)


def _without(scenario: Scenario, asked: Terms, left_out: list[Issue], *, has_extras: bool) -> str:
    """` without a 24-month term`; of what there is a count of already, that it stays: ` with 210 seats as now`."""
    kept = {issue.id: count for issue in left_out if (count := issue.count_now)}
    gone = [issue_in_words(scenario, issue, asked.amount(issue.id)) for issue in left_out if issue.id not in kept]
    stays = [f"{issue_in_words(scenario, issue, kept[issue.id])} as now" for issue in left_out if issue.id in kept]
    words = f"{' and' if has_extras else ''} without {listed(gone)}" if gone else ""
    if stays:
        words += f" and {listed(stays)}" if words or has_extras else f" with {listed(stays)}"
    return words


def _accept_if(negotiation: Negotiation, bargain: Bargain) -> Step:
    gate = obstacle(negotiation.scenario, bargain.mood) or ""
    if bargain.mood.arranged and has_lines(negotiation.scenario, "AGREED_SO_FAR"):
        part = with_terms(negotiation, "AGREED_SO_FAR", bargain.agreed)
    else:
        part = with_terms(negotiation, "ACCEPT_IF", bargain.agreed, gate=gate)
    return Step(_naming_gates(negotiation, bargain.mood), (part,))


def _naming_gates(negotiation: Negotiation, mood: Mood) -> Mood:
    return mood._replace(named_gates=tuple(gate.id for gate in closed_gates(negotiation.scenario, mood)))


def _until_then(negotiation: Negotiation, reading: Reading, mood: Mood) -> tuple[Part, ...]:
    """That it would sign, to whoever asks before those have agreed who had to be asked."""
    asks = reading.has(Act.ASK_SALE, Act.ASK_CLOSED)
    if not (asks and is_awaited(mood) and has_lines(negotiation.scenario, "AGREED_SO_FAR")):
        return ()
    return (with_terms(negotiation, "AGREED_SO_FAR", mood.pending),)


def _counter(negotiation: Negotiation, bargain: Bargain) -> Step:
    is_first = not negotiation.counterpart_offers
    move = with_terms(negotiation, "COUNTER_FIRST" if is_first else "COUNTER", bargain.offer)
    reaction = _reaction_to_price(negotiation, is_far=is_far_off(negotiation, bargain.offer))
    parts = [*reaction, *_rival(negotiation, is_first=is_first), move]
    gates = closed_gates(negotiation.scenario, bargain.mood)
    if is_first or not gates or gates[0].id in bargain.mood.named_gates:
        return Step(bargain.mood, tuple(parts))
    parts.append(Part(Place.CLOSING, "GATE", (("gate", gates[0].text),), needed=True))
    return Step(_naming_gates(negotiation, bargain.mood), tuple(parts))


def is_far_off(negotiation: Negotiation, own: Terms | None) -> bool:
    """Whether the price of these terms is far from the one that the rep asks."""
    asked = negotiation.rep_terms
    if own is None or asked is None:
        return False
    price = negotiation.scenario.price_issue.id
    return abs(own.amount(price) - asked.amount(price)) * 100 > asked.amount(price) * FAR


def _reaction_to_price(negotiation: Negotiation, *, is_far: bool = False) -> tuple[Part, ...]:
    """What it thinks of the rep's new offer: the first one, or against the best one before it.

    A step toward a price that is still far off it takes as a step, and no more.
    """
    scenario, offers = negotiation.scenario, negotiation.rep_offers
    if not offers:
        return ()
    price = offers[-1].terms.amount(scenario.price_issue.id)
    act = _price_act(negotiation)
    if act is None:
        return ()
    if act == "PRICE_CLOSER" and is_far and has_lines(scenario, "PRICE_FAR"):
        act = "PRICE_FAR"
    return (Part(Place.MOVE, act, (("their_price", format_money(price, scenario.currency)),)),)


def _price_act(negotiation: Negotiation) -> str | None:
    """How the last price compares with those before it; None where price and worth say different things."""
    scenario, offers = negotiation.scenario, negotiation.rep_offers
    if len(offers) == 1:
        return "FIRST_PRICE"
    price = scenario.price_issue.id
    before, last = offers[-2].terms, offers[-1].terms
    better = scenario.counterpart.interests.stake(price).slope * (last.amount(price) - before.amount(price))
    worth = [
        utility(scenario, offer.terms, negotiation.mood.trust) for offer in (offers if better > 0 else offers[-2:])
    ]
    if better > 0 and worth[-1] > max(worth[:-1]):
        return "PRICE_CLOSER"
    if better < 0 and worth[-1] < worth[-2]:
        return "PRICE_WORSE"
    return "PRICE_STUCK" if better == 0 and worth[-1] <= worth[-2] else None


def _rival(negotiation: Negotiation, *, is_first: bool) -> tuple[Part, ...]:
    rival, terms = negotiation.scenario.rival, negotiation.rep_terms
    if not is_first or rival is None or terms is None:
        return ()
    stake = negotiation.scenario.counterpart.interests.stake(negotiation.scenario.price_issue.id)
    if stake.slope * (rival.quoted - terms.amount(negotiation.scenario.price_issue.id)) <= 0:
        return ()
    return (Part(Place.MOVE, "QUOTE_RIVAL", (("quote", rival.text),)),)


def _hold(negotiation: Negotiation, reading: Reading) -> tuple[Part, ...]:
    probed = probed_price(negotiation, reading)
    if probed is not None and probed == _agreed_amount(negotiation):
        return (_own_price(negotiation, negotiation.mood),)
    if probed is not None and not asks_for_a_reason(negotiation, reading) and probed != _own_amount(negotiation):
        price = format_money(probed, negotiation.scenario.currency)
        asked_back = Part(Place.MOVE, "PROBE", (("their_price", price),), needed=True)
        own = negotiation.counterpart_terms
        return (asked_back,) if own is None else (with_terms(negotiation, "HOLD", own), asked_back)
    if negotiation.counterpart_terms is None:
        if reading.has(Act.PRESSURE):
            return ()
        if names_list_price(negotiation, negotiation.lines[-1].text):
            return _to_list_price(negotiation, reading, negotiation.mood)
        return (Part(Place.MOVE, "GO_ON" if _has_named_a_price(negotiation) else "ASK_PRICE", needed=True),)
    if _may_be_a_yes(negotiation, reading):
        return (with_terms(negotiation, "CHECK_DEAL", negotiation.counterpart_terms),)
    held = with_terms(negotiation, "HOLD", negotiation.counterpart_terms)
    reaction = [part for part in _reaction_to_price(negotiation) if part.act != "PRICE_CLOSER"]
    return (*reaction, held) if reading.binding() else (held,)


def _may_be_a_yes(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether its own price is named back, and not to hear how it came to that."""
    return seems_to_grant(negotiation, reading) and not asks_for_a_reason(negotiation, reading)


def _agreed_amount(negotiation: Negotiation) -> int | None:
    """The price of what it would sign but for something in the way."""
    terms = negotiation.mood.pending
    return None if terms is None else terms.amount(negotiation.scenario.price_issue.id)


def _own_amount(negotiation: Negotiation) -> int | None:
    """The price of its own live terms: whether that is meant is no question to ask back."""
    terms = negotiation.counterpart_terms
    return None if terms is None else terms.amount(negotiation.scenario.price_issue.id)


def _talk(negotiation: Negotiation, reading: Reading, mood: Mood) -> tuple[Part, ...]:
    if is_mere_yes(reading) or (is_plain_yes(reading) and not is_asked(reading)):
        return _unsigned_yes(negotiation, reading, mood)
    if _may_be_a_yes(negotiation, reading):
        return (with_terms(negotiation, "CHECK_DEAL", negotiation.counterpart_terms),)
    if _stands_by_its_price(negotiation, reading) and negotiation.counterpart_terms is not None:
        return (_still_there(negotiation), with_terms(negotiation, "HOLD", negotiation.counterpart_terms))
    if asks_its_price(negotiation, reading) and own_terms(negotiation, mood) is not None:
        return (_own_price(negotiation, mood),)
    if negotiation.rep_offers or is_harsh(reading):
        return ()
    if names_list_price(negotiation, negotiation.lines[-1].text):
        return _to_list_price(negotiation, reading, mood)
    wants_price = negotiation.round >= TALK_BEFORE_PRICE * (times_used(mood, "ASK_PRICE") + 1)
    if wants_price and not is_asked(reading) and may_ask_price(negotiation, mood):
        return (Part(Place.MOVE, "ASK_PRICE"),)
    return ()


def _to_list_price(negotiation: Negotiation, reading: Reading, mood: Mood) -> tuple[Part, ...]:
    """What it thinks of the list price that is named and not offered; to whoever asks where it stands, below that."""
    scenario = negotiation.scenario
    price = format_money(scenario.product.list_price, scenario.currency)
    first = () if times_used(mood, "FIRST_PRICE") else (Part(Place.MOVE, "FIRST_PRICE", (("their_price", price),)),)
    asks = asks_its_price(negotiation, reading) or (not first and "?" in negotiation.lines[-1].text)
    is_asked_back = asks and has_lines(scenario, "NEEDS_PRICE")
    return (*first, Part(Place.MOVE, "NEEDS_PRICE", needed=True)) if is_asked_back else first


def _own_price(negotiation: Negotiation, mood: Mood) -> Part:
    """Its own terms, named again, with what still keeps it from signing them."""
    gate = obstacle(negotiation.scenario, mood) if mood.pending is not None else None
    if gate is not None:
        return with_terms(negotiation, "ACCEPT_IF", mood.pending, gate=gate)
    return with_terms(negotiation, "HOLD", own_terms(negotiation, mood))


def _stands_by_its_price(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the rep only says its own live price once more."""
    price, live = negotiation.scenario.price_issue.id, negotiation.rep_terms
    echoes = [offer.amount for offer in reading.offers if offer.issue == price and offer.modality is Modality.ECHO]
    return live is not None and bool(echoes) and echoes[-1] == live.amount(price) and not is_asked(reading)


def _still_there(negotiation: Negotiation) -> Part:
    scenario, terms = negotiation.scenario, negotiation.rep_terms or Terms()
    price = format_money(terms.amount(scenario.price_issue.id), scenario.currency)
    return Part(Place.MOVE, "PRICE_STUCK", (("their_price", price),))


def _unsigned_yes(negotiation: Negotiation, reading: Reading, mood: Mood) -> tuple[Part, ...]:
    """What to say to a yes that closes nothing: what is in the way, what it is a yes to, that there is nothing."""
    gate = obstacle(negotiation.scenario, mood) if mood.pending is not None else None
    if gate is not None:
        helps = [doubt.helps for doubt in blocking_objections(negotiation.scenario, mood)[:1] if doubt.helps]
        helps = [text for text in helps if not was_said(negotiation, text)]
        return (
            Part(Place.MOVE, "GATE", (("gate", gate),), needed=True),
            *(Part(Place.MOVE, text=text) for text in helps if not closed_gates(negotiation.scenario, mood)),
        )
    if negotiation.counterpart_terms is not None:
        return (with_terms(negotiation, "CHECK_DEAL", negotiation.counterpart_terms),)
    if is_plain_yes(reading):
        return (Part(Place.MOVE, "NOTHING_LIVE", needed=True),)
    return (Part(Place.MOVE, "ASK_PRICE" if may_ask_price(negotiation, mood) else "GO_ON", needed=True),)


def is_asked(reading: Reading) -> bool:
    """Whether the line asks anything."""
    return reading.has(Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


def times_used(mood: Mood, act: str) -> int:
    """How many lines of the act have been said."""
    return next((used for name, used in mood.used_phrases if name == act), 0)


def may_ask_price(negotiation: Negotiation, mood: Mood) -> bool:
    """Whether the counterpart may ask for a price: none was named yet, and it has not asked too often."""
    return times_used(mood, "ASK_PRICE") < MOST_PRICE_QUESTIONS and not _has_named_a_price(negotiation)


def _has_named_a_price(negotiation: Negotiation) -> bool:
    """Whether the rep has named a price, be it the list price or one that was only asked about or in doubt."""
    if has_named_list_price(negotiation):
        return True
    price = negotiation.scenario.price_issue.id
    readings = [read.reading for read in negotiation.readings]
    named = [offer.issue for reading in readings for offer in reading.offers if offer.modality is not Modality.REJECTED]
    doubted = [doubt.issue for reading in readings for doubt in reading.doubts]
    return price in named or price in doubted
