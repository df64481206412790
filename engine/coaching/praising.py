"""For each check the line of the rep that shows best how it was done, and what it did: something to do again.

A line that did harm, whatever else was good in it, is none of them.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from engine.coaching.harm import did_harm
from engine.coaching.look import SHOWING, Look, Step
from engine.reading.reading import Act
from engine.scenario.scenario import Fact, Objection
from engine.scoring.answering import is_answered
from engine.scoring.asking import OPEN, QUESTIONS
from engine.scoring.content import content
from engine.scoring.dealing import bids_against_itself, is_traded, takes_their_price
from engine.scoring.deciding import decision_sought, only_takes
from engine.scoring.discovery import discoverable
from engine.scoring.extras import counting_extras, is_quantity
from engine.scoring.inquiry import first_speaking_to, says_back, words_on
from engine.scoring.open_questions import asks_openly
from engine.scoring.picking_up import LISTENING, earning_words
from engine.scoring.reasons import gives_options, states_a_condition, states_a_reason, waits_for_approval
from engine.scoring.record import LONGEST_QUOTE, Turn, quote_of, quote_of_issue, turn_putting_up
from engine.scoring.worth import shows_plainly
from engine.scoring.zone import joint_gain
from engine.strict.gates import closed_gates
from engine.terms.money import format_money, whole_money

SMALL = 30
"""Percent of the room behind the first price up to which a step is one to do again."""


_ON_A_CONDITION = "only on a condition"
_REASON = re.compile(r"\b(?:because|since (?!\d)|so that)\b", re.IGNORECASE)
_WHAT_OF_IT = re.compile(
    r"\bhow (?:does|do|would|is|'s) (?:that|this|it|those|they)\b|\bhow's (?:that|this|it)\b"
    r"|\bwhat do you (?:think|say)\b",
    re.IGNORECASE,
)
"""What asks for a word on an offer, and leaves the decision for later: "how does that sound?"."""
_IF = re.compile(r"\b(?:if|once|provided|assuming|as long as)\b", re.IGNORECASE)
_IF_I = re.compile(r"\b(?:if|once|provided|assuming|as long as) i\b", re.IGNORECASE)


class Shown(NamedTuple):
    """A line to keep: its turn, the words of it, and what they did."""

    turn: Turn
    quote: str
    why: str


def _harmless(look: Look) -> list[Turn]:
    return [turn for turn in look.turns if not did_harm(look.scenario, turn)]


def _told(look: Look, turns: Sequence[Turn]) -> Iterator[tuple[int, Turn, Fact]]:
    """The turns that asked and were told something that counts, with what weighs most of it."""
    facts = discoverable(look.scenario)
    for turn in turns:
        learnt = [facts[fact] for fact in turn.learnt if fact in facts]
        if learnt and turn.reading.has(*QUESTIONS):
            best = max(learnt, key=lambda fact: fact.weight)
            yield best.weight, turn, best


def _asked_early(look: Look) -> Shown | None:
    priced = look.first_price.number if look.first_price is not None else len(look.turns)
    told = list(_told(look, [turn for turn in _harmless(look) if turn.number < priced]))
    if not told:
        return None
    _, turn, fact = max(told, key=lambda each: (each[0], -each[1].number))
    why = f"You asked before you named a price, and they told you: “{look.quote_of_them(fact.exact)}”"
    return Shown(turn, quote_of(turn, *QUESTIONS), why)


def _asked_openly(look: Look) -> Shown | None:
    told = list(_told(look, [turn for turn in _harmless(look) if asks_openly(turn, turn.reading)]))
    if not told:
        return None
    _, turn, fact = max(told, key=lambda each: (each[0], -each[1].number))
    why = f"No yes or no would have answered this, so they told you: “{look.quote_of_them(fact.exact)}”"
    return Shown(turn, quote_of(turn, *OPEN), why)


def _took_up_a_doubt(look: Look) -> Shown | None:
    settled = [doubt for doubt in look.scenario.objections if doubt.id in look.negotiation.mood.settled]
    for doubt in settled:
        turn = first_speaking_to(look.scenario, doubt, look.turns)
        if turn is None or did_harm(look.scenario, turn):
            continue
        words = _taking(look, doubt, turn)
        if content(words):
            said = look.quote_of_them(doubt.raised)
            is_met = is_answered(look.scenario, doubt, look.turns)
            how = "answered it" if is_met else "they did not raise it again"
            why = f"They had said: “{said}” You took it up, and {how}."
            return Shown(turn, words, why)
    return None


def _taking(look: Look, doubt: Objection, turn: Turn) -> str:
    """The words that acknowledge the doubt or ask about it, besides whatever answers it; empty where none do."""
    asks = not {doubt.topic, *doubt.answered_by}.isdisjoint(turn.reading.topics(*QUESTIONS))
    if asks or says_back(look.scenario, doubt, look.turns, turn):
        return words_on(look.scenario, doubt, look.turns, turn)
    return quote_of(turn, Act.ACKNOWLEDGE) if turn.reading.has(Act.ACKNOWLEDGE) else ""


def _opened_high(look: Look) -> Shown | None:
    first = look.first_price
    if first is None or first.offer is None or did_harm(look.scenario, first):
        return None
    if look.scenario.rep.interests.surplus(first.offer) <= 0:
        return None
    room = whole_money(look.scenario.rep.interests.surplus(first.offer), look.scenario.currency)
    is_shown = shows_plainly(look.scenario, look.turns[: first.number + 1])
    after = "Once you had shown what it is worth, you" if is_shown else "You"
    paid = counting_extras(look.scenario, first.offer)
    why = f"{after} opened {room} better than your limit{paid}: room in which each step can buy something."
    return Shown(first, quote_of(first, Act.QUOTE, Act.COUNTER), why)


def _gave_for_something(look: Look) -> Shown | None:
    harmless = _harmless(look)
    steps = [step for step in look.steps if step.turn in harmless and states_a_reason(look.scenario, step.turn)]
    steps = [step for step in steps if not bids_against_itself(look.turns, look.offers, step.turn)]
    steps = [step for step in steps if not waits_for_approval(step.turn)]
    steps = [step for step in steps if not takes_their_price(look.scenario, look.turns, step.turn)]
    small = [(step, money) for step in steps if (money := _small_step_in_price(look, step))]
    told = [(step.turn, money, what) for step, money in small if (what := _what_for(look, step.turn))]
    if not told:
        return None
    best, given, what = next((each for each in told if each[2] == _ON_A_CONDITION), told[0])
    amount = format_money(given, look.scenario.currency)
    why = f"They had answered with a price of their own, and you gave {amount} {what}: what is not given away keeps"
    return Shown(best, _with_its_reason(best), f"{why} its worth.")


def _what_for(look: Look, turn: Turn) -> str:
    """What the step was taken for, as the words that are quoted show it; empty where they show nothing."""
    quoted = _with_its_reason(turn)
    if states_a_condition(turn) and not _hangs_on_oneself(quoted):
        return _ON_A_CONDITION
    if _REASON.search(quoted):
        return "with a reason"
    asked = decision_sought(look.scenario, look.turns, turn)
    if asked and asked in quoted and not only_takes(turn):
        return "and asked for the decision with it"
    steps = [read.span.text for read in turn.news.acts if read.act is Act.NEXT_STEP and read.span.text]
    return "and set the next step with it" if any(words in quoted for words in steps) else ""


def _hangs_on_oneself(words: str) -> bool:
    """Whether every condition in the words is a move of the rep's own: "if I come to 33,600, it's 482 a month"."""
    conditions = len(_IF.findall(words))
    return conditions > 0 and len(_IF_I.findall(words)) == conditions


def _with_its_reason(turn: Turn) -> str:
    """The whole line, in which the reason stands; of a long one the sentence with the price."""
    text = turn.said.text.strip()
    return text if len(text) <= LONGEST_QUOTE else quote_of(turn, Act.CONCEDE, Act.COUNTER, Act.QUOTE)


def _small_step_in_price(look: Look, step: Step) -> int:
    """Minor units by which a small step moved the price for as many pieces; 0 where it was no such step.

    What else changed has to be what was asked in return.
    """
    offers, price = look.offers, look.scenario.price_issue.id
    before, after = offers[offers.index(step.turn) - 1].offer, step.turn.offer
    if before is None or after is None:
        return 0
    changed = [issue for issue in look.scenario.issues if before.amount(issue.id) != after.amount(issue.id)]
    if any(is_quantity(look.scenario, issue) for issue in changed):
        return 0
    spoken_of = {str(topic) for topic in step.turn.news.topics(Act.PRESENT)}
    put_in = [issue for issue in look.scenario.issues if str(issue.id) in spoken_of and not before.amount(issue.id)]
    if (put_in or any(issue.id != price for issue in changed)) and not states_a_condition(step.turn):
        return 0
    first = look.first_price.offer if look.first_price is not None else None
    room = look.scenario.rep.interests.surplus(first) if first is not None else 0
    return abs(before.amount(price) - after.amount(price)) if step.size * 100 <= room * SMALL else 0


def _traded(look: Look) -> Shown | None:
    scenario = look.scenario
    offers = [turn for turn in look.offers if not did_harm(scenario, turn)]
    held = [(joint_gain(scenario, issue), issue, turn) for turn in offers for issue in scenario.issues
            if is_traded(scenario, issue, turn)]  # fmt: skip
    if held and (best := max(held, key=lambda each: (each[0], -each[2].number)))[0] > 0:
        worth = whole_money(best[0], scenario.currency)
        why = f"You put in {best[1].phrase}, which is worth {worth} more to the two of you than to leave it out."
        turn = turn_putting_up(look.turns, best[2], best[1].id)
        return Shown(turn, quote_of_issue(turn, best[1].id), why)
    for turn in _harmless(look):
        if gives_options(scenario, turn):
            why = "You gave them two offers to choose from: what they choose tells what they value."
            return Shown(turn, quote_of(turn, Act.PACKAGE, Act.COUNTER), why)
    return None


def _asked_for_it(look: Look) -> Shown | None:
    for turn in reversed(_harmless(look)):
        words = decision_sought(look.scenario, look.turns, turn)
        if words and not only_takes(turn) and not _WHAT_OF_IT.search(words):
            return Shown(turn, words, _asked_how(look, turn))
    return None


def _asked_how(look: Look, turn: Turn) -> str:
    if turn.reading.has(Act.NEXT_STEP) and closed_gates(look.scenario, turn.before):
        return "Somebody else had to agree, and you offered the step that made it possible, with a day to it."
    return "The terms were there, and you asked for the decision instead of waiting for it."


def _listened(look: Look) -> Shown | None:
    taking = [turn for turn in _harmless(look) if look.picks_up(turn)]
    taking = [turn for turn in taking if turn.reading.has(*LISTENING) or content(turn.heard) & content(turn.said.text)]
    if not taking:
        return None
    best = next((turn for turn in taking if turn.number and look.turns[turn.number - 1].learnt), taking[0])
    words = earning_words(look.scenario, look.turns, best)
    return Shown(
        best, words, f"They had just said: “{_answered(best)}” You took that up, so they knew that they were heard."
    )


def _answered(turn: Turn) -> str:
    """The sentence of theirs that the line has most of; all that they had said where none stands out."""
    sentences = [sentence.strip() for sentence in re.findall(r"[^.?!…]+(?:[.?!](?=\S)[^.?!…]+)*[.?!…]*", turn.heard)]
    best = max(sentences, key=lambda sentence: len(content(sentence) & content(turn.said.text)), default="")
    if content(best) & content(turn.said.text):
        return best
    return turn.heard if len(turn.heard) <= LONGEST_QUOTE else sentences[-1]


def _won_trust(look: Look) -> Shown | None:
    """The line after which they trusted the rep most, where it is plain what in it did so."""
    gains = [turn for turn in _harmless(look) if turn.after.trust > turn.before.trust]
    for turn in sorted(gains, key=lambda turn: (turn.before.trust - turn.after.trust, turn.number)):
        if said := _settled_in(look, turn):
            why = f"It answered what they doubted: “{said}” They trusted you more for it."
            return Shown(turn, quote_of(turn, *SHOWING), why)
        if look.picks_up(turn):
            why = f"They had just said: “{_answered(turn)}” You took that up, and they trusted you more for it."
            return Shown(turn, earning_words(look.scenario, look.turns, turn), why)
    return None


def _settled_in(look: Look, turn: Turn) -> str:
    """A doubt that the line settled, as they had said it; empty where it settled none."""
    settled = {*turn.after.settled} - {*turn.before.settled}
    return next((look.quote_of_them(doubt.raised) for doubt in look.scenario.objections if doubt.id in settled), "")


PRAISE: Mapping[str, Callable[[Look], Shown | None]] = MappingProxyType(
    {
        "discovery": _asked_early,
        "questions": _asked_openly,
        "objections": _took_up_a_doubt,
        "anchor": _opened_high,
        "concessions": _gave_for_something,
        "packages": _traded,
        "close": _asked_for_it,
        "trust": _won_trust,
        "heard": _listened,
    }
)
"""By check that can be kept, what finds its line."""
