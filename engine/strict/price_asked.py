"""Whether a line asks for the counterpart's price, and which terms the counterpart stands by."""

import re

from engine.negotiation.events import Mood
from engine.negotiation.negotiation import Negotiation
from engine.reading.likely_acts import speaks_of_others
from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.tokens import words_of
from engine.terms.terms import Terms

_OF_A_PRICE = frozenset({"price", "number", "figure", "offer", "counter", "much", "pay", "best", "high"})
"""Words that make a wording of asking for an offer one for a price; "what do you think" asks for none."""
_ONLY_ASKING = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED, Act.ACKNOWLEDGE, Act.GREET, Act.ASK_OFFER, Act.ASK_CHOICE})
_OF_TERMS = frozenset(
    {"number", "price", "figure", "offer", "proposal", "difference", "gap", "deal", "limit", "counter", "land", "done",
     "settle", "close", "agree", "sign", "middle", "that", "quote", "tell"}
)  # fmt: skip
_OF_ELSE = frozenset(
    {"why", "who", "where", "help", "helps", "sense", "mean", "happened", "far", "come", "get", "told", "know"}
)
_NUMBER = re.compile(r"\d[\d,]*\d")
_QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED)


def asks_its_price(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether the line asks what the counterpart would pay or wants: for the whole, not for a month or elsewhere."""
    if is_about_the_table(negotiation, reading):
        return True
    if not reading.has(Act.ASK_OFFER):
        return False
    questions = [read for read in reading.acts if read.act in _QUESTIONS]
    for asked in reading.acts:
        around = [read for read in questions if read.span.holds(asked.span)]
        if _is_of_a_price(asked) and (not around or any(_names_no_more(negotiation, read, asked) for read in around)):
            return True
    return False


def is_about_the_table(negotiation: Negotiation, reading: Reading) -> bool:
    """Whether, with terms of the counterpart's on the table, all that is asked speaks of those: "how's that?"."""
    if own_terms(negotiation, negotiation.mood) is None or reading.offers or not reading.kinds <= _ONLY_ASKING:
        return False
    asked = [read for read in reading.acts if read.act in _QUESTIONS]
    return bool(asked) and all(read.topic is None and _is_of_terms(read) for read in asked)


def _is_of_terms(read: ReadAct) -> bool:
    words = [word.strip("?!.,'") for word in read.span.text.lower().replace("'s", " is").split()]
    return not _OF_TERMS.isdisjoint(words) and _OF_ELSE.isdisjoint(words)


def is_answered_by_its_price(negotiation: Negotiation, question: ReadAct, reading: Reading) -> bool:
    """Whether a question only asks for the price that the counterpart has named already."""
    if own_terms(negotiation, negotiation.mood) is None:
        return False
    asked = (read for read in reading.acts if _is_of_a_price(read) and question.span.holds(read.span))
    return any(_names_no_more(negotiation, question, read) for read in asked)


def only_asks_its_price(question: ReadAct, reading: Reading) -> bool:
    """Whether a question asks for a price and names nothing else: "what price did you have in mind?"."""
    is_on_nothing = question.topic is None or question.guessed
    if not is_on_nothing or speaks_of_others(words_of(question.span.text.lower())):
        return False
    return any(_is_of_a_price(read) and question.span.holds(read.span) for read in reading.acts)


def own_terms(negotiation: Negotiation, mood: Mood) -> Terms | None:
    """The terms that the counterpart stands by: those it would sign but for something, else its live offer."""
    return mood.pending or negotiation.counterpart_terms


def has_named_list_price(negotiation: Negotiation) -> bool:
    """Whether the rep has named the list price."""
    return any(names_list_price(negotiation, said.text) for said in negotiation.lines if said.side == "rep")


def names_list_price(negotiation: Negotiation, text: str) -> bool:
    """Whether a text has the list price in it, in figures."""
    listed = negotiation.scenario.product.list_price // negotiation.scenario.currency.unit
    return any(number.replace(",", "") == str(listed) for number in _NUMBER.findall(text))


def _names_no_more(negotiation: Negotiation, question: ReadAct, asked: ReadAct) -> bool:
    """Whether the question names no topic, or one that the words that ask for a price name themselves."""
    if question.topic is None or question.guessed:
        return True
    words = dict(negotiation.scenario.topics).get(question.topic, ())
    return any(word in asked.span.text.lower() for word in words)


def _is_of_a_price(read: ReadAct) -> bool:
    if read.act is not Act.ASK_OFFER:
        return False
    return read.guessed or not _OF_A_PRICE.isdisjoint(word.strip("?!.,'") for word in read.span.text.lower().split())
