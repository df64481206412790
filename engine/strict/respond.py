"""One turn of the strict counterpart: the rep's line, as read, in; its move and its words out."""

import re
from collections.abc import Callable
from typing import NamedTuple

from engine.negotiation.events import Mood, MoveKind, Outcome, Reason
from engine.negotiation.negotiation import Negotiation
from engine.negotiation.preferring import as_preferred
from engine.negotiation.proposals import accepted_terms, needs_a_plain_yes, proposed_terms
from engine.reading.reading import Act, Doubt, Modality, Reading
from engine.reading.tongue import is_foreign
from engine.scenario.scenario import DealBreaker, Scenario
from engine.seed import draw_range, seed_key
from engine.strict.again import say_again
from engine.strict.attention import take_note
from engine.strict.bargaining import Bargain, answer_offer, answer_without_offer, sign
from engine.strict.beside_yes import beside_a_yes
from engine.strict.choosing import say_which
from engine.strict.composing import composed
from engine.strict.deal_breakers import left_over, weigh_deal_breakers
from engine.strict.details import go_into
from engine.strict.disclosure import ANSWERED, answer_questions, answer_what_is_left
from engine.strict.doubts import invited_doubt, raise_objection, settle_doubts
from engine.strict.fallback import plain_answer
from engine.strict.gates import arrange, hear_back, obstacle, with_their_word, word_from_absent
from engine.strict.held_to_likeness import without_strays
from engine.strict.hooks import ASKING, pick_up
from engine.strict.leaving import leaves, warn
from engine.strict.needing import say_what_it_takes
from engine.strict.part import Part, Place, Step, as_asked
from engine.strict.probing import weigh_probes
from engine.strict.reasons import give_reason
from engine.strict.second_half import go_into_the_answer
from engine.strict.settling import as_reacted_to, asks_if_settled, whether_settled
from engine.strict.speaking import speak, times_used
from engine.strict.trust import LAST_INSULT, is_harsh, is_small_talk, weigh_conduct
from engine.strict.trying import take_up_trial
from engine.strict.wording import (
    MOST_SENTENCES,
    Worded,
    amount_in_words,
    issue_in_words,
    sentences,
    terms_in_words,
    word,
)
from engine.terms.terms import Terms

_OF_SEVERAL = frozenset({"other", "others", "remaining", "those", "these", "all", "first", "last", "your", "my"})
"""Words before a number that counts things."""
_TELLING = 3
"""Digits from which a number said again is the one that was told."""
_BARE_NUMBER = re.compile(r"(?<![\d$€£.,])\d[\d,]*")
"""A number that no sign makes money."""
_UNIT = re.compile(r"[ -]([a-z]{3,})")
"""What a number counts, right behind it."""
OPENING_DEMAND = (11_500, 14_000)
"""The utility that a counterpart opens with, ends included: above what it hopes for, so that its first offer does not
tell what that is."""


_GOING_ON = (Act.ACCEPT, Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP, Act.ASK_SALE, Act.INVITE_DOUBT)
"""Acts of a line that does not end the talk, whatever else it says."""
_IN_ANY_TONGUE = frozenset({Act.GREET, Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP, Act.REJECT})
"""Acts that words of another language may look like: "hola", a question mark, "no"."""


class Ending(NamedTuple):
    """How the turn ended the run."""

    outcome: Outcome
    reason: Reason
    terms: Terms | None = None


_STEPS: tuple[tuple[Callable[[Negotiation, Reading, Mood], Step | None], frozenset[Act] | None], ...] = (
    (hear_back, None),
    (settle_doubts, None),
    (take_up_trial, None),
    (say_which, None),
    (say_again, frozenset({Act.ASK_AGAIN})),
    (give_reason, ASKING | {Act.ASK_REASON}),
    (say_what_it_takes, frozenset({Act.ASK_NEED})),
    (pick_up, ASKING),
    (go_into, ASKING),
    (answer_questions, ANSWERED),
    (go_into_the_answer, ASKING),
    (invited_doubt, frozenset({Act.INVITE_DOUBT})),
    (weigh_probes, None),
    (take_note, None),
    (arrange, None),
)
"""How it hears a line out, in order, each step with the acts of which it needs one; None for any line."""


class Response(NamedTuple):
    """The counterpart's turn: what it did, felt and said, the terms it now offers, and the end if it was one."""

    move: MoveKind
    mood: Mood
    text: str
    offer: Terms | None = None
    ending: Ending | None = None

    @property
    def is_free(self) -> bool:
        """Whether the turn completes no round: the counterpart only asked what was meant."""
        return self.move is MoveKind.CLARIFY


def respond(negotiation: Negotiation, reading: Reading) -> Response:
    """The counterpart's answer to the line just read; the line, its reading and its offer are already applied.

    Packages to choose from it answers as the one that it would rather have.
    """
    reading = as_preferred(negotiation, reading)
    if _walks(reading):
        return _ended(negotiation, negotiation.mood, "REP_WALKED", Ending(Outcome.FAILED, Reason.REP_WALKED))
    if _is_foreign(negotiation, reading):
        return _ask_for_english(negotiation)
    if _is_doubtful(negotiation, reading):
        return _clarify(negotiation, reading)
    mood, parts = _listen(negotiation, reading)
    if mood.insults >= LAST_INSULT:
        return _walk_away(negotiation, mood)
    breaker = left_over(negotiation.scenario, mood)
    if breaker is not None:
        return _leave_over(negotiation, mood, breaker)
    mood = mood._replace(clarified=False) if mood.clarified else mood
    if mood.crossed != negotiation.mood.crossed:
        return _warn_of_leaving(negotiation, reading, mood, parts)
    taken = accepted_terms(negotiation, reading)
    if taken is not None and needs_a_plain_yes(negotiation, reading, taken):
        taken = None
    if taken is not None and obstacle(negotiation.scenario, mood) is None:
        ending = Ending(Outcome.REACHED, Reason.REP_ACCEPTED, taken)
        return _closed(negotiation, mood._replace(pending=None), ending)
    bargain = sign(negotiation, taken, mood) if taken is not None else _bargain(negotiation, reading, mood)
    return _conclude(negotiation, reading, bargain, parts)


def _walks(reading: Reading) -> bool:
    """Whether the line plainly ends the talk; one that also asks, names terms, accepts or quarrels does not."""
    if not reading.has(Act.WALK):
        return False
    names_terms = any(offer.modality is not Modality.REJECTED for offer in reading.offers)
    return not (names_terms or reading.has(*_GOING_ON) or is_harsh(reading))


def _is_foreign(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether nothing of the line could be understood; that is said once."""
    if reading.offers or reading.doubts or not reading.kinds <= _IN_ANY_TONGUE:
        return False
    if any(read.topic is not None for read in reading.acts) or times_used(negotiation.mood, "ONLY_ENGLISH"):
        return False
    return is_foreign(next((said.text for said in reversed(negotiation.lines) if said.side == "rep"), ""))


def _ask_for_english(negotiation: Negotiation) -> Response:
    """That only English is understood here; it costs the rep nothing."""
    worded = word(negotiation.scenario, negotiation.mood, (Part(Place.MOVE, "ONLY_ENGLISH", needed=True),))
    return Response(MoveKind.CLARIFY, worded.mood, worded.text)


def _is_doubtful(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether an amount must be asked about: none was just now, and the line names no other on the same issue."""
    if not reading.doubts or negotiation.mood.clarified or _counts_something(negotiation, reading.doubts[0]):
        return False
    return all(offer.issue != reading.doubts[0].issue for offer in reading.binding())


def _counts_something(negotiation: Negotiation, doubt: Doubt) -> bool:
    """Whether a number in doubt is one that it has named itself as no money, or one of several: "the other 12"."""
    number = _digits(doubt.span.text)
    line = negotiation.lines[-1].text
    before = line[: doubt.span.start].lower().split()
    if before[-1:] != [] and before[-1] in _OF_SEVERAL:
        return True
    lines = [said.text for said in negotiation.lines if said.side == "counterpart"]
    if " " in doubt.span.text and any(doubt.span.text.lower() in text.lower() for text in lines):
        return True
    told = [one for text in lines for one in _BARE_NUMBER.finditer(text)]
    counted = {unit[1] for one in told if one[0] == number and (unit := _UNIT.match(one.string, one.end()))}
    if not counted.isdisjoint(line.lower().split()):
        return True
    return len(number) >= _TELLING and any(_digits(one[0]) == number for one in told)


def _clarify(negotiation: Negotiation, reading: Reading) -> Response:
    """The question what was meant by an amount; it costs the rep nothing."""
    doubt = reading.doubts[0]
    scenario = negotiation.scenario
    issue = scenario.issue(doubt.issue)
    price = (issue_in_words if issue.said else amount_in_words)(scenario, issue, doubt.amount)
    is_plain = _digits(doubt.span.text) == _digits(price)
    act, slots = ("SURELY_NOT", ()) if is_plain else ("CLARIFY", (("text", doubt.span.text),))
    part = Part(Place.MOVE, act, (*slots, ("price", price)), needed=True)
    worded = word(negotiation.scenario, negotiation.mood._replace(clarified=True), (part,))
    return Response(MoveKind.CLARIFY, worded.mood, worded.text)


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdigit())


def _listen(negotiation: Negotiation, reading: Reading) -> Step:
    """Everything before the table: manner, questions, doubts, what was shown, next steps.

    A counterpart that has to warn of a deal-breaker hears nothing else.
    """
    mood, parts = weigh_conduct(negotiation, reading)
    warned = weigh_deal_breakers(negotiation, reading, mood)
    if warned is not None:
        return warned
    reading = as_reacted_to(negotiation, reading, mood)
    is_settling = asks_if_settled(reading, mood)
    for step, acts in _STEPS:
        if acts is not None and reading.kinds.isdisjoint(acts):
            continue
        heard = step(negotiation, reading, mood)
        if heard is None:
            continue
        mood, said = heard
        if is_settling and step is answer_questions:
            said = (*whether_settled(negotiation, mood), *(part for part in said if part.act != "NO_ANSWER"))
        if said:
            known = {_saying(part) for part in parts}
            parts = (*parts, *(part for part in said if _saying(part) not in known))
    mood, parts = without_strays(negotiation, reading, Step(mood, parts))
    return Step(mood, (*as_asked(parts), *answer_what_is_left(negotiation, reading, parts)))


def _saying(part: Part) -> tuple[object, ...]:
    """What the part says, however it is led in: the same is not said twice in one breath."""
    return (part.told,) if part.text or part.act == "TELL" else (part.act, part.slots)


def _warn_of_leaving(negotiation: Negotiation, reading: Reading, mood: Mood, parts: tuple[Part, ...]) -> Response:
    """The warning, with the answer at the table; nothing is signed in the same breath."""
    bargain = _bargain(negotiation, reading, mood)
    if bargain.move in (MoveKind.ACCEPT, MoveKind.ACCEPT_IF):
        bargain = Bargain(MoveKind.HOLD, bargain.mood._replace(pending=mood.pending))
    if leaves(negotiation.scenario, bargain.mood, bargain.move):
        return _walk_away(negotiation, bargain.mood)
    after, said = speak(negotiation, reading, bargain)
    worded = word(negotiation.scenario, after, (*parts, *said))
    return Response(bargain.move, worded.mood, worded.text, bargain.offer)


def _bargain(negotiation: Negotiation, reading: Reading, mood: Mood) -> Bargain:
    terms = negotiation.rep_terms if reading.packages else proposed_terms(negotiation, reading)
    if terms is None:
        return answer_without_offer(negotiation, reading, mood)
    return answer_offer(negotiation, terms, mood, pressed=reading.has(Act.PRESSURE, Act.INSULT))


def _conclude(negotiation: Negotiation, reading: Reading, bargain: Bargain, parts: tuple[Part, ...]) -> Response:
    scenario = negotiation.scenario
    if leaves(scenario, bargain.mood, bargain.move):
        return _walk_away(negotiation, bargain.mood)
    mood, said = speak(negotiation, reading, bargain)
    parts = composed(negotiation, reading, bargain, mood, (*parts, *said)) or plain_answer(negotiation, reading)
    if bargain.move is MoveKind.ACCEPT:
        parts = with_their_word(negotiation, mood, parts)
        mood, parts = beside_a_yes(negotiation, mood, parts, bargain.agreed)
        worded = word(scenario, mood, parts)
    elif bargain.move is MoveKind.ACCEPT_IF:
        mood, parts = beside_a_yes(negotiation, mood, parts, bargain.agreed, hangs=True)
        worded = word(scenario, mood, parts)
    else:
        worded = _warned(scenario, mood, parts) or _doubting(
            negotiation, reading, bargain.move, word(scenario, mood, parts)
        )
    ending = None
    if bargain.move is MoveKind.ACCEPT:
        ending = Ending(Outcome.REACHED, Reason.COUNTERPART_ACCEPTED, bargain.agreed)
    return Response(bargain.move, worded.mood, worded.text, bargain.offer, ending)


def _warned(scenario: Scenario, mood: Mood, parts: tuple[Part, ...]) -> Worded | None:
    """The reply with a warning, which takes its room from the rest; None where it is not time for one."""
    warned = warn(scenario, mood)
    if warned is None:
        return None
    warning = word(scenario, *warned)
    said = word(scenario, warning.mood, parts, MOST_SENTENCES - sentences(warning.text))
    return Worded(f"{said.text} {warning.text}", said.mood)


def _doubting(negotiation: Negotiation, reading: Reading, move: MoveKind, worded: Worded) -> Worded:
    """The reply with a doubt where one fits and there is room for it."""
    scenario = negotiation.scenario
    is_closing = bool(worded.mood.arranged) or worded.mood.settled != negotiation.mood.settled
    is_unfit = is_closing or is_harsh(reading) or is_small_talk(reading)
    if is_unfit or move is MoveKind.ACCEPT_IF or reading.has(Act.INVITE_DOUBT):
        return worded
    raised = raise_objection(negotiation, reading, worded.mood)
    if raised is None:
        return worded
    room = MOST_SENTENCES - sentences(worded.text)
    is_of_terms = negotiation.scenario.issue_ids.intersection(offer.issue for offer in reading.binding())
    for parts in (raised.parts, tuple(_plainly(part) for part in raised.parts if is_of_terms)):
        doubt = word(scenario, raised.mood, parts)
        if doubt.text and sentences(doubt.text) <= room:
            return Worded(f"{worded.text} {doubt.text}", doubt.mood)
    return worded


def _plainly(part: Part) -> Part:
    """The doubt without what leads over to it."""
    return part._replace(act="", slots=(), text=dict(part.slots)["doubt"]) if part.act == "RAISE" else part


def _walk_away(negotiation: Negotiation, mood: Mood) -> Response:
    return _ended(negotiation, mood, "WALK_AWAY", Ending(Outcome.FAILED, Reason.COUNTERPART_WALKED))


def _leave_over(negotiation: Negotiation, mood: Mood, breaker: DealBreaker) -> Response:
    ending = Ending(Outcome.FAILED, Reason.DEAL_BREAKER)
    return _ended(negotiation, mood, "LEAVE_OVER", ending, deal_breaker=breaker.named)


def _ended(negotiation: Negotiation, mood: Mood, act: str, ending: Ending, **slots: str) -> Response:
    terms = terms_in_words(negotiation.scenario, ending.terms) if ending.terms is not None else ""
    worded = word(negotiation.scenario, mood, (Part(Place.MOVE, act, (("terms", terms), *slots.items()), needed=True),))
    move = MoveKind.WALK if ending.outcome is Outcome.FAILED else MoveKind.CLOSE
    return Response(move, worded.mood, worded.text, ending=ending)


def _closed(negotiation: Negotiation, mood: Mood, ending: Ending) -> Response:
    """The rep's yes taken, with what those said who had to be asked."""
    closed = _ended(negotiation, mood, "ACCEPTED", ending)
    room = MOST_SENTENCES - sentences(closed.text)
    agreed = word(negotiation.scenario, closed.mood, word_from_absent(negotiation, mood), room)
    return closed._replace(mood=agreed.mood, text=f"{agreed.text} {closed.text}") if agreed.text else closed


def open_conversation(negotiation: Negotiation) -> Response:
    """The counterpart's first line."""
    slots = (("product", negotiation.scenario.product.name),)
    worded = word(negotiation.scenario, negotiation.mood, (Part(Place.MOVE, "OPENING", slots, needed=True),))
    return Response(MoveKind.OPEN, worded.mood, worded.text)


def first_mood(scenario: Scenario) -> Mood:
    """The mood that a run on the scenario begins with."""
    temper = scenario.temper
    key = seed_key(scenario.pack, scenario.draw_epoch, scenario.seed)
    demand = draw_range(key, "demand/opening", *OPENING_DEMAND, 100)
    return Mood(trust=temper.trust, patience=temper.patience, clock=0, demand=demand, best_utility=0)
