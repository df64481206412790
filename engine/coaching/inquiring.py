"""Tips about asking and listening."""

import re

from engine.coaching.look import ASKING, Found, Look
from engine.coaching.saying_back import said_back, tells_nothing
from engine.reading.reading import Act
from engine.scenario.scenario import Fact
from engine.scoring.asked import unasked
from engine.scoring.content import content
from engine.scoring.discovery import discoverable, weightiest_unlearnt
from engine.scoring.open_questions import asks_openly
from engine.scoring.picking_up import LISTENING, is_empty, words_outside_offers
from engine.scoring.record import Turn
from engine.scoring.reveal import is_known

_NUMBER = re.compile(r"\d+")
INTERVIEW = 3
"""Questions in a row, without a word on the answers, that feel like an interview."""
MANY_CLOSED = 2
"""Turns that only asked for a yes or no from which there are too many of them."""


def price_before_discovery(look: Look) -> Found | None:
    """A price in a talk in which nothing was asked yet."""
    first = look.first_price
    if first is None or any(turn.reading.has(*ASKING) for turn in look.turns[: first.number]):
        return None
    why = "You named a price before you knew what they need, so it had nothing to rest on."
    return Found(first, why, _first_question(look), (Act.QUOTE, Act.COUNTER), before=True)


def _first_question(look: Look) -> str:
    fact = weightiest_unlearnt(look.negotiation)
    return fact.ask if fact is not None and fact.ask else "What matters most to you in this, and why?"


def topic_never_asked(look: Look) -> Found | None:
    """The thing that weighs most among those never asked about; asked where the price came first."""
    turn = look.first_price or (look.turns[-1] if look.turns else None)
    facts = [fact for fact in _unasked(look) if turn is not None and fact.min_trust <= turn.before.trust]
    if not facts or turn is None:
        return None
    best = max(facts, key=lambda fact: fact.weight)
    if turn is not look.first_price:
        return Found(turn, "There was a question that you never asked, and they would have answered it.", best.ask)
    why = "When you made this first offer there was a question that you had not asked, and they would have answered it."
    return Found(turn, f"{why} It belongs before the price.", best.ask, (Act.QUOTE, Act.COUNTER), before=True)


def _unasked(look: Look) -> list[Fact]:
    run, known = look.negotiation, (*look.negotiation.mood.told, *look.negotiation.mood.hinted)
    facts = [fact for fact in discoverable(look.scenario).values() if fact.ask and fact.id not in known]
    return unasked(run, [fact for fact in facts if not is_known(run, fact)])


def too_many_closed(look: Look) -> Found | None:
    """More questions for a yes or no than open ones."""
    opened = [turn for turn in look.turns if asks_openly(turn, turn.reading)]
    closed = [turn for turn in look.turns if _is_closed(turn) and turn not in opened]
    if len(closed) < max(MANY_CLOSED, len(opened) + 1):
        return None
    why = f"{len(closed)} of your questions could only be answered with yes or no."
    return Found(closed[0], why, _opened(look, closed[0]), (Act.ASK_CLOSED,))


def _is_closed(turn: Turn) -> bool:
    return turn.reading.has(Act.ASK_CLOSED) and not turn.reading.has(Act.ASK_SALE, Act.ASK_OFFER, Act.NEXT_STEP)


def _opened(look: Look, turn: Turn) -> str:
    """The open question on what the closed one was about."""
    topics = turn.reading.topics(Act.ASK_CLOSED)
    asks = [inquiry.ask for inquiry in look.scenario.inquiries if inquiry.topic in topics]
    return asks[0] if asks else "Tell me more about that. What would it change for you?"


def answer_ignored(look: Look) -> Found | None:
    """Something that weighs, told to the rep, and passed over in its next line."""
    facts = discoverable(look.scenario)
    for turn in look.turns:
        told = [facts[name] for name in turn.learnt if name in facts and not tells_nothing(facts[name].exact)]
        following = look.after(turn)
        if told and following is not None and not _goes_on(look, turn, following, told):
            words = look.quote_of_them(told[0].exact)
            why = f"They had just told you: “{words}” You went on to something else."
            return Found(following, why, _asking_on(words, told[0]))
    return None


def _asking_on(words: str, fact: Fact) -> str:
    """Their answer said back, and the question that takes it further."""
    return f"{said_back(words)} {fact.then or 'Tell me a bit more about that.'}".strip()


def _goes_on(look: Look, asked: Turn, turn: Turn, told: list[Fact]) -> bool:
    """Whether the line stays with what was told: by its topic, by a word of it or of the question that it answered."""
    topics = {fact.topic for fact in told}
    about = any(read.topic in topics for read in turn.reading.acts)
    said = content(" ".join((asked.said.text, *(fact.exact for fact in told))))
    is_on_it = about or not said.isdisjoint(words_outside_offers(turn))
    counts = {str(offer.amount) for offer in turn.reading.offers}
    takes_it_up = any(not counts.isdisjoint(_NUMBER.findall(fact.exact)) for fact in told)
    return is_on_it or takes_it_up or turn.reading.has(Act.FOLLOW_UP, Act.PRESENT, Act.RAPPORT) or look.picks_up(turn)


def interview(look: Look) -> Found | None:
    """Question after question without a word on the answers."""
    in_a_row = 0
    for turn in look.turns:
        bare = turn.reading.has(*ASKING) and not turn.reading.has(Act.RAPPORT, Act.PRESENT, Act.FOLLOW_UP, *LISTENING)
        bare = bare and not look.picks_up(turn) and not _says_a_word_first(turn)
        in_a_row = in_a_row + 1 if bare else 0
        if in_a_row == INTERVIEW:
            why = f"This was the {_ordinal(in_a_row)} question in a row without a word on what they had answered."
            return Found(turn, why, look.say_back(turn), ASKING)
    return None


def _says_a_word_first(turn: Turn) -> bool:
    """Whether a sentence that asks nothing stands before the question: "Fair. How many use it?"."""
    return re.match(r"[^.?!]*[.!]", turn.said.text.strip()) is not None


def _ordinal(number: int) -> str:
    return {3: "third", 4: "fourth", 5: "fifth"}.get(number, f"{number}th")


def not_heard(look: Look) -> Found | None:
    """A run in which what they said was hardly ever picked up: the first line that only said so, else the last."""
    if not look.turns:
        return None
    empty = next((turn for turn in look.turns if is_empty(look.scenario, look.turns, turn)), None)
    if empty is None:
        last = look.turns[-1]
        return Found(last, "You seldom showed them that you had heard what they said.", look.say_back(last))
    why = "Words like these alone show nothing. A word of theirs, or a question about it, shows that you have heard."
    return Found(empty, why, look.say_back(empty), LISTENING)
