"""What a concession comes with: a reason, a condition, something beside the price, or packages to choose from."""

import re
from collections.abc import Sequence

from engine.reading.reading import BINDING, Act, Modality, ReadAct, ReadOffer
from engine.scenario.scenario import Scenario
from engine.scoring.asking import is_worded_as_a_question
from engine.scoring.record import Turn
from engine.scoring.showing import FEWEST_WORDS

_CHOICE = re.compile(r"\b(?:either|option|options|choice|choose|which)\b", re.IGNORECASE)
_OR = re.compile(r"\bor\b", re.IGNORECASE)
CONDITIONS = ("if ", "provided", "as long as", "once ", "when ", "assuming")
_BY_A_DAY = re.compile(
    r"\b(?:sign|settle|close|wrap|write|shake|do)\b[^.?!]*"
    r"\b(?:now|today|tonight|tomorrow|this week|by (?:mon|tues|wednes|thurs|fri)day)\b[^.?!]*\?"
)
"""The decision asked for by a day, in return for the offer: "can we write that up this week?"."""
_IF = re.compile(r"\b(?:if|once|when)\b")
_APPROVAL = re.compile(
    r"\b(?:if|once|when) (?!you\b|we\b|i\b|it\b|that\b|this\b)(?:your )?\w+(?:'s)? ?"
    r"(?:is|are|'s|says|agrees|signs|approves|likes|has|ok|okay|fine)\b"
)
"""Words that hang an offer on somebody's approval: "if Mark is fine with it"."""
REASONED = (Act.CONDITIONAL_TODAY, Act.CLAIM, Act.TRADE_OFFER, Act.NEXT_STEP)
"""Acts that give a reason for an offer, or ask for something in return."""


def has_reason(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the offer comes with a condition, a reason, or something beside the price that was not in it before.

    To name again what was in it, "with the mats", is none. A reason stands that was given where the price was first
    put to them: "because ..., could you defend 40,500?", and then "it's a real offer: 40,500".
    """
    if states_a_reason(scenario, turn) or gives_options(scenario, turn) or brings_in(scenario, turns, turn):
        return True
    return any(states_a_reason(scenario, earlier) for earlier in _put_to_them_before(scenario, turns, turn))


def _put_to_them_before(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> list[Turn]:
    """The turns since the offer before this one that named its price without offering it yet."""
    price = scenario.price_issue.id
    last = max((each.number for each in turns if each.offer is not None and each.number < turn.number), default=-1)
    between = [each for each in turns if last < each.number < turn.number]
    amount = turn.offer.amount(price) if turn.offer is not None else 0
    return [
        each for each in between if any(read.issue == price and read.amount == amount for read in each.reading.offers)
    ]


def states_a_reason(scenario: Scenario, turn: Turn) -> bool:
    """Whether the words of the line give a reason or set a condition."""
    new = f" {turn.new_words.casefold()} "
    on_the_table = {str(issue.id) for issue in scenario.issues}
    told = [read for read in turn.news.acts if read.act is Act.PRESENT and not is_worded_as_a_question(read.span.text)]
    presented = [read for read in told if read.topic is not None]
    doubted = {doubt.topic for doubt in scenario.objections if doubt.id in turn.before.raised}
    telling = doubted.union(topic for topic, _ in scenario.product.facts)
    shown = {str(read.topic) for read in presented if read.topic in telling or _says_more(read)} - on_the_table
    shown |= {"shown"} if len(told) > len(presented) else set()
    reason_given = any(word in new for word in ("because", " since ", " so that "))
    asks_for_it = _BY_A_DAY.search(new) is not None
    return _has_condition(turn, new) or reason_given or bool(shown) or turn.news.has(*REASONED) or asks_for_it


def _says_more(read: ReadAct) -> bool:
    """Whether it is more than a word on what the price is: "out the door" is no reason for it."""
    return read.span.end <= read.span.start or len(read.span.text.split()) >= FEWEST_WORDS


def brings_in(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the offer has something beside the price that the offer before it did not have."""
    earlier = (each.offer for each in reversed(turns) if each.number < turn.number)
    before = next((terms for terms in earlier if terms is not None), None)
    if turn.offer is None or before is None:
        return False
    price = scenario.price_issue.id
    return any(amount != before.amount(issue) for issue, amount in turn.offer.amounts if issue != price)


def states_a_condition(turn: Turn) -> bool:
    """Whether the offer comes with a condition, said before or not; what others have to approve buys nothing."""
    hangs = any(offer.modality is Modality.CONDITIONAL for offer in turn.reading.offers)
    return hangs and not waits_for_approval(turn)


def waits_for_approval(turn: Turn) -> bool:
    """Whether all that the line hangs on is somebody's approval."""
    text = turn.said.text.casefold()
    approvals = len(_APPROVAL.findall(text))
    return approvals > 0 and approvals == len(_IF.findall(text))


def _has_condition(turn: Turn, new: str) -> bool:
    """Whether the offer has a condition; one that stands in words of its own has to stand in new ones."""
    if not states_a_condition(turn):
        return False
    return any(word in new for word in CONDITIONS) or not any(word in turn.said.text.casefold() for word in CONDITIONS)


def gives_options(scenario: Scenario, turn: Turn) -> bool:
    """Whether the line offers packages to choose from, or names two prices, as offers or as what could be.

    An "or" has to stand between the prices: "24,900, cash or loan" leaves no choice between two of them.
    """
    if turn.reading.packages:
        return True
    price = scenario.price_issue.id
    named = [offer for offer in turn.reading.offers if offer.issue == price and is_own(offer)]
    if len({offer.amount for offer in named}) < 2:
        return False
    text, places = turn.said.text, [offer.span.start for offer in named]
    between = text[min(places) : max(places)]
    return not text or _CHOICE.search(text) is not None or _OR.search(between) is not None


def is_own(offer: ReadOffer) -> bool:
    """Whether it is the rep's own number: an offer, or what could be one."""
    return offer.modality in BINDING or offer.modality is Modality.PROBE
