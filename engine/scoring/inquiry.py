"""Process, first half: what the rep found out, how it asked, and how it met doubts."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Span
from engine.scenario.scenario import Objection, Scenario
from engine.scoring.answering import gave_way, is_answered, is_at_rest
from engine.scoring.asking import OPEN, QUESTIONS
from engine.scoring.deciding import decision_sought
from engine.scoring.discovery import discovery
from engine.scoring.open_questions import asks_in_yes_or_no_form, asks_openly, gives_a_choice
from engine.scoring.picking_up import comes_back_to, holds_a_word_of, takes_up, takes_up_words
from engine.scoring.reasons import gives_options
from engine.scoring.record import FEWEST_WORDS, Turn, as_spoken, counted, quote_around, quote_of
from engine.scoring.rubric import CENTI, check_of
from engine.scoring.stock_questions import is_stock
from engine.scoring.taking_up import repeats
from engine.scoring.verdict import Finding

WANTED_FOLLOW_UPS = 2
HARSH = (Act.PRESSURE, Act.DENIGRATE, Act.INSULT)
"""Acts of a line that speaks to no doubt, whatever else is in it."""


_AGREEING = re.compile(
    r"\b(?:fine|agreed|sure|ok|okay|of course|no problem|happy to|granted|fair|understood|absolutely|you have it)\b",
    re.IGNORECASE,
)


_AGREEING_FIRST = re.compile(
    r"\W*(?:(?:yeah|yes|yep|yea|ok|okay|oh|ah|hm|well|right|no)\W+)*"
    r"(?:(?:that's|that is|it's) (?:quite |only |very |a )?)?"
    r"(?:fine|agreed|sure|of course|fair|no problem|absolutely|granted)\b",
    re.IGNORECASE,
)
_OWNING_UP = re.compile(
    r"\b(?:(?:that|this|it)(?: one)?(?:'s| is|s) on (?:us|me)|(?:my|our) (?:fault|mistake|bad)"
    r"|(?:we|i) dropped the ball)\b",
    re.IGNORECASE,
)
"""Words that take the blame for what they doubt."""
_ASKED_WHAT_WORRIES = re.compile(
    r"\b(?:worr(?:y|ies|ied)|concerns?|bothers?|afraid|scares?) (?:you|u)\b", re.IGNORECASE
)
"""Words that ask about a worry, and so have granted that it is one."""
SHOWING_OR_ASKING = (Act.PRESENT, Act.CLAIM, *QUESTIONS)


class Handled(NamedTuple):
    """What was done about one doubt; `met` are the fifths of the points for how it came to rest, 0 to 3."""

    met: int
    acknowledged: bool
    explored: bool


def inquiry(negotiation: Negotiation, turns: Sequence[Turn]) -> tuple[Finding, ...]:
    """What the checks of discovery, questions and objections found."""
    if not turns:
        unseen = "Nothing was said, so it could not be observed."
        return tuple(Finding(check, None, unseen) for check in ("discovery", "questions", "objections"))
    return (discovery(negotiation, turns), _questions(negotiation.scenario, turns), _objections(negotiation, turns))


def _questions(scenario: Scenario, turns: Sequence[Turn]) -> Finding:
    stock = [turn for turn in turns if is_stock(turn)][1:]
    opened = [turn for turn in turns if asks_openly(turn, turn.news) and turn not in stock]
    again = [turn for turn in turns if asks_openly(turn, turn.reading) and turn not in opened]
    closing = [turn for turn in turns if decision_sought(scenario, turns, turn) and not _is_on_a_topic(turn)]
    others = [turn for turn in turns if turn not in opened and turn not in again and turn not in closing]
    others = [turn for turn in others if not gives_options(scenario, turn)]
    closed = [turn for turn in others if _asks_yes_or_no(turn) or asks_in_yes_or_no_form(turn)]
    closed += [turn for turn in others if turn not in closed and _asks_for_it_before_any_terms(turns, turn)]
    fresh = [turn for turn in turns if turn not in stock]
    follow_ups = sum(_follows_up(scenario, turns, turn) for turn in fresh)
    if not opened and not closed:
        return Finding("questions", 0, "You asked nothing.", quote_of(turns[0]), turns[0].said.ref)
    half = check_of("questions").points * CENTI // 2
    openness = half * len(opened) // (len(opened) + len(closed) + len(again))
    followed = half * min(WANTED_FOLLOW_UPS, follow_ups) // WANTED_FOLLOW_UPS
    amiss = (*closed, *again)
    acts: tuple[Act, ...] = QUESTIONS
    witness = next(iter(amiss), turns[0])
    if len(amiss) <= len(opened):
        plain = [turn for turn in opened if not gives_a_choice(quote_of(turn, *OPEN))] or opened
        witness, acts = next((turn for turn in plain if _follows_up(scenario, turns, turn)), plain[0]), OPEN
    asked = f"{counted(len(opened), 'line')} with an open question, {_closed(len(closed))}{_again(len(again))}"
    note = f"{asked}; {_followed(follow_ups)}."
    return Finding("questions", openness + followed, note, quote_of(witness, *acts), witness.said.ref)


def _closed(count: int) -> str:
    return f"{count or 'none'} that only asked for a yes or no{'' if count else ', closing and next steps aside'}"


def _again(count: int) -> str:
    return f", {count} that asked again, in the same words or in words that fit anything" if count else ""


def _followed(count: int) -> str:
    if not count:
        return "you followed up on none of the answers"
    return f"you followed up on {count} of the answers" if count > 1 else "you followed up on one answer"


def _asks_yes_or_no(turn: Turn) -> bool:
    """Whether the turn asks for a mere yes or no; asking for the deal, a better offer or a next step is no inquiry.

    Nor is a question on nothing beside terms: "73,100 and we sign this week. Yes?".
    """
    asked = [read for read in turn.reading.acts if read.act is Act.ASK_CLOSED]
    closed = [read for read in asked if not gives_a_choice(read.span.text)]
    if not closed or turn.reading.has(Act.ASK_SALE, Act.ASK_OFFER, Act.ASK_CHOICE, Act.NEXT_STEP):
        return False
    return turn.offer is None or any(read.topic is not None for read in closed)


def _asks_for_it_before_any_terms(turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether it asks for the deal where nothing is on the table to be signed: "ready to buy a car today?"."""
    is_priced = any(each.offer or each.answer for each in turns[: turn.number]) or turn.offer is not None
    return not is_priced and turn.news.has(Act.ASK_SALE) and turn.news.has(Act.ASK_CLOSED)


def _is_on_a_topic(turn: Turn) -> bool:
    """Whether a question of it is on a topic; of a word or two, "works?", no topic can be told."""
    asked = (read for read in turn.reading.acts if read.act in QUESTIONS and read.topic is not None)
    return any(not read.guessed or len(read.span.text.split()) >= FEWEST_WORDS for read in asked)


def _follows_up(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether it asks on: in so many words, on the topic of the turn before it, or with what they had just said."""
    if turn.news.has(Act.FOLLOW_UP) or _builds_on(turns, turn) or _got_a_detail(scenario, turns, turn):
        return True
    if not turn.news.has(*QUESTIONS):
        return False
    return bool(takes_up(scenario, turns, turn)) or comes_back_to(scenario, turns, turn)


def _got_a_detail(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the answer goes into something that they had told."""
    if turn.number + 1 >= len(turns) or not turn.news.has(*QUESTIONS):
        return False
    told, answer = turn.before.told, turns[turn.number + 1].heard
    texts = (*((detail.of, detail.answer) for detail in scenario.details), *((f.id, f.more) for f in scenario.facts))
    return any(text and text in answer for fact, text in texts if fact in told)


def _builds_on(turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether an open question stays on the topic of the turn before it."""
    if not turn.number or not turn.news.has(Act.ASK_OPEN):
        return False
    before = turns[turn.number - 1].reading.topics(*QUESTIONS)
    return bool(set(before) & set(turn.news.topics(Act.ASK_OPEN)))


def _objections(negotiation: Negotiation, turns: Sequence[Turn]) -> Finding:
    doubts = [doubt for doubt in negotiation.scenario.objections if _answerable(doubt, turns)]
    if not doubts:
        return Finding("objections", None, "No doubt that counts here came up while you could still answer it.")
    settled = [doubt for doubt in doubts if is_met(negotiation, doubt, turns)]
    handled = [_handled(negotiation, doubt, turns) for doubt in doubts]
    centi = check_of("objections").points * CENTI // 5 * sum(map(_fifths, handled)) // len(doubts)
    missed = next((doubt for doubt in doubts if doubt not in settled), None)
    witness = _turn_on(negotiation.scenario, missed or doubts[0], turns)
    scenario = negotiation.scenario
    at_rest = [doubt for doubt in settled if is_at_rest(scenario, doubt, turns)]
    unanswered = [doubt for doubt in settled if doubt not in at_rest or not is_answered(scenario, doubt, turns)]
    dropped = sum(doubt in at_rest for doubt in unanswered)
    told = _settled(len(settled) - len(unanswered), len(doubts), dropped, len(unanswered) - dropped)
    note = f"{counted(len(doubts), 'doubt')} that {'counts' if len(doubts) == 1 else 'count'} here came up, and {told}."
    if missed is None:
        note += "" if unanswered else _done_first(handled)
    else:
        note += f" Left open: “{as_spoken(negotiation, missed.raised) or missed.raised}”"
    words = words_on(negotiation.scenario, missed or doubts[0], turns, witness)
    return Finding("objections", centi, note, words, witness.said.ref)


def _done_first(handled: Sequence[Handled]) -> str:
    """What was left out before the answer; empty where nothing was."""
    left_out = [
        *(["acknowledged"] if not all(each.acknowledged for each in handled) else []),
        *(["asked about"] if not all(each.explored for each in handled) else []),
    ]
    if not left_out:
        return ""
    if len(handled) > 1:
        return f" Not all of them were {' and '.join(left_out)} before you answered."
    return f" You answered before you had {' or '.join(left_out)} it."


def _settled(answered: int, raised: int, dropped: int, signed: int) -> str:
    """How many the rep answered, how many they just did not raise again, and with how many they signed."""
    if raised == 1:
        without = "they did not raise it again" if dropped else "they signed with it open" if signed else ""
        return without or ("you answered it" if answered else "you did not settle it")
    if dropped == raised:
        return "they raised none of them again"
    did = "answered" if answered else "settled"
    is_one_each = raised == 2 and answered == 1
    others = (
        [f"they did not raise {'the other' if is_one_each else _of_them(dropped, raised)} again"] if dropped else []
    )
    others += [f"they signed with {'the other' if is_one_each else _of_them(signed, raised)} open"] if signed else []
    return ", and ".join((f"you {did} {_of_them(answered, raised)}", *others))


def _of_them(count: int, raised: int) -> str:
    if count == raised:
        return "both of them" if raised == 2 else f"all {raised} of them"
    return {0: "none of them", 1: "one of them"}.get(count, f"{count} of them")


def _answerable(doubt: Objection, turns: Sequence[Turn]) -> bool:
    return any(doubt.id in turn.before.raised for turn in turns)


def _turn_on(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> Turn:
    """The turn that settled the doubt or gave way, else the first that speaks to it, or the first after it came up."""
    after = [turn for turn in turns if doubt.id in turn.before.raised]
    settling = [turn for turn in after if doubt.id in turn.after.settled and doubt.id not in turn.before.settled]
    others = (gave_way(scenario, doubt, turns), first_speaking_to(scenario, doubt, turns))
    return next(iter((*settling, *(turn for turn in others if turn is not None), *after)))


def is_met(negotiation: Negotiation, doubt: Objection, turns: Sequence[Turn]) -> bool:
    """Whether the doubt was settled, or they signed once the rep had spoken to it."""
    if is_at_rest(negotiation.scenario, doubt, turns):
        return True
    return negotiation.agreed is not None and first_speaking_to(negotiation.scenario, doubt, turns) is not None


def first_speaking_to(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> Turn | None:
    """The first turn after the doubt was raised that takes it up, shows something on it or asks about it."""
    topics = {doubt.topic, *doubt.answered_by}
    for turn in turns:
        if doubt.id in turn.before.raised and not turn.reading.has(*HARSH):
            spoken_of = turn.reading.topics(*SHOWING_OR_ASKING)
            if not topics.isdisjoint(spoken_of) or says_back(scenario, doubt, turns, turn):
                return turn
    return None


def words_on(scenario: Scenario, doubt: Objection, turns: Sequence[Turn], turn: Turn) -> str:
    """The words of the line that take the doubt up or answer it; the line itself where none do."""
    topics = {doubt.topic, *doubt.answered_by}
    on_it = [read.span for read in turn.reading.acts if read.topic in topics and read.span.text]
    if on_it:
        return quote_around(turn.said.text, on_it[0])
    offered = [offer.span for offer in turn.reading.offers if str(offer.issue) in topics and offer.span.text]
    if offered:
        return quote_around(turn.said.text, offered[0])
    taken = takes_up_words(scenario, turns, turn, doubt.raised)
    at = turn.said.text.find(taken)
    return quote_around(turn.said.text, Span(at, at + len(taken), taken)) if taken and at >= 0 else quote_of(turn)


def _fifths(handled: Handled) -> int:
    """Up to three fifths of the points for meeting it, a fifth each for acknowledging and asking about it."""
    return handled.met + handled.acknowledged + handled.explored


def _handled(negotiation: Negotiation, doubt: Objection, turns: Sequence[Turn]) -> Handled:
    """What was done about one doubt.

    To take it up in their words is to acknowledge it; to ask for the deal is not to ask about it.
    """
    scenario = negotiation.scenario
    while_open = [turn for turn in turns if doubt.id in turn.before.raised and doubt.id not in turn.before.settled]
    met = _rest(negotiation, doubt, turns)
    drawn_out = met > 0 and any(_drew_it_out(doubt, turn) for turn in turns)
    acknowledged = any(
        turn.news.has(Act.ACKNOWLEDGE, Act.APOLOGISE)
        or says_back(scenario, doubt, turns, turn)
        or _agrees_to_it(doubt, turn)
        or _ASKED_WHAT_WORRIES.search(turn.new_words) is not None
        for turn in while_open
    )
    explored = drawn_out or any(turn.news.has(*OPEN) or _asks_yes_or_no(turn) for turn in while_open)
    return Handled(met, acknowledged, explored)


def _rest(negotiation: Negotiation, doubt: Objection, turns: Sequence[Turn]) -> int:
    """Fifths of the points for how it came to rest: three where it was settled, one where they signed with it open."""
    if is_at_rest(negotiation.scenario, doubt, turns):
        return 3
    return 1 if is_met(negotiation, doubt, turns) else 0


def _drew_it_out(doubt: Objection, turn: Turn) -> bool:
    """Whether the doubt was the answer to an open question on it, or on nothing else: "what would you need to see?"."""
    if doubt.id in turn.before.raised or doubt.id not in turn.after.raised:
        return False
    return turn.news.has(Act.INVITE_DOUBT) or any(
        read.act in OPEN and read.topic in (None, doubt.topic) for read in turn.news.acts
    )


def _agrees_to_it(doubt: Objection, turn: Turn) -> bool:
    """Whether it says yes to what was doubted, in the sentence that speaks of it, or first of all: "fine, one year"."""
    said = turn.said.text.replace("’", "'")
    if doubt.raised in turn.heard and (_AGREEING_FIRST.match(said) or _OWNING_UP.search(said)):
        return True
    spoken = [read.span for read in turn.reading.acts if read.topic == doubt.topic and read.act is Act.PRESENT]
    return any(_AGREEING.search(quote_around(turn.said.text, span)) for span in spoken)


def says_back(scenario: Scenario, doubt: Objection, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line takes up the doubt in their words; the one that answers it does so with a single word."""
    if takes_up_words(scenario, turns, turn, doubt.raised):
        return True
    is_answer = doubt.raised in turn.heard
    return is_answer and (holds_a_word_of(scenario, turn, doubt.raised) or repeats(doubt.raised, turn.new_words))
