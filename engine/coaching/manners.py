"""Tips about manners and honesty."""

import re

from engine.coaching.look import Found, Look
from engine.coaching.saying_back import said_back
from engine.reading.reading import Act, Span
from engine.reading.text import sentence_around
from engine.scoring.limit import price_within_limit
from engine.scoring.record import Turn, counted, first_with, over_what
from engine.scoring.relationship import first_bare_payment, first_untrue_payment, untrue_sentence
from engine.strict.wording import terms_in_words
from engine.terms.money import format_money
from engine.terms.terms import Terms

_IRRITATOR = re.compile(
    r"\b(?:to be honest|honestly|frankly|trust me|believe me|with all due respect|generous offer|very fair"
    r"|more than fair|be reasonable|as i (?:already )?(?:said|told you)|obviously)\b",
    re.IGNORECASE,
)
"""Words of self-praise or rebuke: they win nothing and cost goodwill (Rackham and Carlisle 1978)."""
_CANDID = re.compile(r"\b(?:to be honest|honestly|frankly)\b", re.IGNORECASE)
_AGAINST_ONESELF = re.compile(
    r"\b(?:no|not|none|never|nothing|neither|weak|worse|lacks?|without)\b|n['’]t\b", re.IGNORECASE
)
_WEAKNESS = re.compile(
    r"\b(?:firm|rough|tight|snug|noisy|noise|slow|thirsty|wear|scratch(?:es)?|dents?"
    r"|best for (?:two|three|four|five))\b",
    re.IGNORECASE,
)
"""What only who is candid says of what it sells: "honestly best for four", "it's honestly firm on rough roads"."""
_TELLING = re.compile(r"\b(?:tell|telling|told) you (?:quite |very )?(?:honestly|frankly)\b", re.IGNORECASE)
"""Where the word says how one tells, and claims nothing."""
_FOR_ONESELF = re.compile(
    r"\b(?:you|your|yours|they|them|lower|less|more|better|best|cheaper|elsewhere|price|offer|deal|money|margin|go|move"
    r"|bad|match|beat)\b|\d",
    re.IGNORECASE,
)


def insult(look: Look) -> Found | None:
    """An insult, or a try at tricking the exercise."""
    turn = first_with(look.turns, Act.INSULT, Act.INJECTION)
    if turn is None:
        return None
    why = "An insult, or a try at tricking the exercise, ends more deals than any price."
    return Found(turn, why, "I see it differently. What would make this work for you?", (Act.INSULT, Act.INJECTION))


def deal_breaker(look: Look) -> Found | None:
    """What they had said that they would leave over, done again."""
    over = over_what(look.negotiation)
    if not over or not look.turns:
        return None
    why = f"They left over {over}, and they had warned you of it."
    last, theirs = look.turns[-1], look.negotiation.counterpart_terms
    if theirs is not None and _takes_up(look, last, theirs):
        better = f"{terms_in_words(look.scenario, theirs)} is fine with me. Take the time you need to sign."
        return Found(last, why, better)
    better = "You told me where you stand on that, so it is off the table. What would you need from me instead?"
    return Found(last, why, better)


def _takes_up(look: Look, turn: Turn, theirs: Terms) -> bool:
    """Whether the line names the price that they had put up, and that is worth it to the rep."""
    price = look.scenario.price_issue.id
    named = any(read.issue == price and read.amount == theirs.amount(price) for read in turn.reading.offers)
    return named and look.scenario.rep.interests.surplus(theirs) >= 0


def pressure(look: Look) -> Found | None:
    """An ultimatum, or a threat of what is lost by waiting."""
    turn = first_with(look.turns, Act.PRESSURE)
    if turn is None:
        return None
    pressed = counted(sum(each.reading.has(Act.PRESSURE) for each in look.turns), "line")
    why = f"You pressed them in {pressed}. Being pressed costs trust, and stops them from moving."
    price = price_within_limit(look.scenario, turn.offer)
    stands = f"My price is {format_money(price, look.scenario.currency)}. " if price else ""
    return Found(turn, why, f"{stands}Take the time you need. What would help you to decide?", (Act.PRESSURE,))


def denigration(look: Look) -> Found | None:
    """Talking down somebody else, or what they have."""
    turn = first_with(look.turns, Act.DENIGRATE)
    if turn is None:
        return None
    why = "Talking others down makes them look, and you smaller."
    return Found(turn, why, "They may well be good at it. What would you want to be better with us?", (Act.DENIGRATE,))


def irritators(look: Look) -> Found | None:
    """Words of self-praise or rebuke."""
    for turn in look.turns:
        for match in _IRRITATOR.finditer(turn.said.text):
            sentence = sentence_around(turn.said.text, Span(match.start(), match.end(), match.group())).strip()
            if _admits(match.group(), sentence):
                continue
            why = "Words such as these praise your own side or scold theirs; they win nothing and cost goodwill."
            return Found(turn, why, "Here is how I came to it, and you tell me where I am wrong.", (), sentence)
    return None


def _admits(word: str, sentence: str) -> bool:
    """Whether the word owns up to what speaks against the own side: "no, honestly, not on Team"."""
    if not _CANDID.fullmatch(word):
        return False
    if _WEAKNESS.search(sentence) or _TELLING.search(sentence):
        return True
    return bool(_AGAINST_ONESELF.search(sentence)) and not _FOR_ONESELF.search(sentence)


def false_claim(look: Look) -> Found | None:
    """A claim that the brief does not bear out."""
    for turn in look.turns:
        if sentence := untrue_sentence(look.scenario, turn.said.text):
            why = f"Your brief for {look.scenario.product.name} does not bear this out."
            better = "I can stand behind what I have in writing; for the rest, let me find out."
            return Found(turn, why, better, (), sentence)
    return None


def bare_payment(look: Look) -> Found | None:
    """A payment without its rate and its term, or one that does not follow from them."""
    better = "Let me give you the payment with its rate, its term and the total, side by side."
    if (bare := first_bare_payment(look.turns)) is not None:
        why = "A payment without both its rate and its term cannot be compared with anything."
        return Found(bare, why, better, (Act.FINANCE_OFFER,))
    if (untrue := first_untrue_payment(look.negotiation, look.turns)) is not None:
        why = "A payment that does not follow from its price, its rate and its term costs belief in all the rest."
        return Found(untrue, why, better, (Act.FINANCE_OFFER,))
    return None


def lost_trust(look: Look) -> Found | None:
    """The line that cost most trust."""
    worst = min(look.turns, key=lambda turn: turn.after.trust - turn.before.trust, default=None)
    if worst is None or worst.after.trust >= worst.before.trust:
        return None
    why = "No line of yours cost you more of their trust than this one."
    back = said_back(worst.heard)
    return Found(worst, why, f"{back} Did I get that right?" if back else look.say_back(worst))
