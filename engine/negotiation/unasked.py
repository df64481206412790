"""Prices that a line of the rep only mentions: at a loss they are asked about, and the other side's figures are its."""

import re
from collections.abc import Collection
from dataclasses import replace

from engine.negotiation.laying import laid_on
from engine.reading.reading import Act, Doubt, Modality, Reading, ReadOffer, Span
from engine.reading.spoken_numbers import SMALL
from engine.reading.tokens import words_of
from engine.scenario.scenario import Scenario
from engine.terms.terms import IssueId, Terms

_PUT_FORWARD = re.compile(
    r"\b(i|we)\s?(['’](ll|d|m|re)|can|could|will|would|offer|do|take|accept|agree|am|are|propose|go|meet)\b"
    r"|\blet me (meet|match|do|offer|give)\b"
    r"|\b(let['’]?s|let us|lets|how about|what about|make it|call it|give (you|u|ya)|offer|offering|deal|yours|final"
    r"|(ok|okay|yes|agreed) (to|for|on|at|with)|approved|best|lowest"
    r"|my (price|number)|our (price|number)|down to|settle|take it|sold|is the price|price is|the price)\b"
)
"""What puts a price forward in the words before it, or closes on it in those after."""
_LEADS_IN = frozenset(
    words_of("ok okay so well then and but fine yes no sorry alright all right sure now say for you here it just")
)
"""What may stand before a price that a sentence, or a part of it, begins with."""
_PARTS = re.compile(r"[:,;–—]")
_SAID_OF_IT = re.compile(r"\b(is|was|were|would|could|might|may|sounds|seems|feels|at list|than)\b")
"""What makes the rest of the sentence one about the price."""
_OWNED = re.compile(r"\b(your|ur|their|theirs) (own |)(number|figure|quote|price|estimate)\b|\bis yours\b")
"""What says whose figure it is."""
_AS_GOOD = re.compile(r"\b(same|as good|as low) as (your|their) \w+")
"""What sets a price beside another's without naming that: "30,700, same as their number"."""
_PERCENT = re.compile(r"\b([\d.]+|[a-z]+)\s?(?:%|percent\b|pct\b|per cent\b)")
_COUNT = re.compile(r"(?<![\d.,$€£])\b\d{1,3}\b(?![.,]?\d|\s?%|\s?percent)")
_MEASURED = re.compile(r"(?<![\d.,$€£])\b(\d{1,3}(?:,\d{3})+|\d{4,})[ -](?!for\b|and\b)[a-z]{3,}")
"""A large number that is no sum, with what it counts."""
_SIGNED = re.compile(r"[$€£]|\b(?:dollars?|bucks|euros?)\b", re.IGNORECASE)
_LARGE = 1_000
"""Major units from which a number that is measured by may be taken for a sum."""
_SIGNS = ("%", "percent", "pct", "per cent")
_TAKEN = re.compile(r"\b(works|fine|done|match(es|ing|ed)?|it is|then|same as|at your)\b")
"""What takes a figure of theirs for the price."""
_SENTENCE_END = re.compile(r"[.?!…](?=\s|$)|\n")
_ASKING = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
_SEALING = frozenset({Act.ASK_SALE, Act.ACCEPT})


def without_theirs(
    reading: Reading,
    text: str,
    price: IssueId,
    theirs: Collection[int],
    percents: Collection[str] = (),
    counts: Collection[str] = (),
) -> Reading:
    """The reading without prices that are figures of the other side's, no offers, and that the line only says back.

    `theirs` are those figures in minor units: what a rival quoted, what it paid last year, what a move would cost;
    `percents` what it has named as so much in a hundred, `counts` small numbers that its last line named as no money.
    """
    named = [
        one
        for one in reading.offers
        if one.issue == price and (one.amount in theirs or not percents_in(one.span.text).isdisjoint(percents))
    ]
    asks = reading.has(*_ASKING)
    mentioned = [one for one in named if not _is_meant(text, one.span, asks=asks)]
    mentioned += [one for one in reading.offers if one.issue == price and one.span.text in counts]
    doubts = tuple(
        one
        for one in reading.doubts
        if one.issue != price or one.amount not in theirs or _is_meant(text, one.span, asks=asks)
    )
    if not mentioned and doubts == reading.doubts:
        return reading
    offers = (replace(one, modality=Modality.ECHO) if one in mentioned else one for one in reading.offers)
    return replace(reading, offers=tuple(offers), doubts=doubts)


def without_measures(reading: Reading, heard: str, price: IssueId, unit: int) -> Reading:
    """The reading without sums for anything but the price that are what the other side has just measured by, said back:
    "three thousand's nothing for this one", of a camper of 3,000 pounds."""
    beside = [one for one in reading.offers if one.issue != price and one.amount >= _LARGE * unit]
    measured = {int(found[1].replace(",", "")) * unit for found in _MEASURED.finditer(heard)} if beside else set()
    said_back = [one for one in beside if one.amount in measured and not _SIGNED.search(one.span.text)]
    if not said_back:
        return reading
    offers = tuple(one for one in reading.offers if one not in said_back)
    acts = tuple(read for read in reading.acts if all(read.span != one.span for one in said_back))
    return replace(reading, offers=offers, acts=acts)


def counts_in(text: str) -> set[str]:
    """The small numbers in the text that are neither money nor part of a larger one nor percentages."""
    return set(_COUNT.findall(text))


def percents_in(text: str) -> set[str]:
    """What the text names as so much in a hundred, in figures: `{"10"}` for "ten percent"."""
    small = text.lower()
    found = (match[1] for match in _PERCENT.finditer(small)) if any(sign in small for sign in _SIGNS) else ()
    return {str(SMALL.get(number, number)) for number in found}


def _is_meant(text: str, span: Span, *, asks: bool) -> bool:
    """Whether the sentence puts the amount forward, or is nothing else in a line that goes on to ask nothing."""
    before = _SENTENCE_END.split(text[: span.start])[-1].lower()
    end = _SENTENCE_END.search(text, span.end)
    after = text[span.end : end.start() if end else len(text)].lower()
    rest = re.sub(r"[^a-z' ]", " ", f"{before} {after}").split()
    part = _PARTS.split(before.rstrip(" $€£:"))[-1]
    if _OWNED.search(before) or _OWNED.search(_AS_GOOD.sub("", after)):
        return False
    beside = f"{part} {_PARTS.split(after)[0]}"
    is_alone = _LEADS_IN.issuperset(rest) and not asks
    return is_alone or bool(_PUT_FORWARD.search(beside) or _TAKEN.search(beside))


def as_mentioned(
    scenario: Scenario, text: str, reading: Reading, tabled: Terms, live: Terms | None, doubted: Doubt | None
) -> Reading:
    """The reading; a price at a loss to the rep that the line does not put forward is only a probe.

    `tabled` is what stood before the line, `live` the rep's last offer. Who was asked about the price, and who is at a
    loss already, means it.
    """
    surplus, price = scenario.rep.interests.surplus, scenario.price_issue.id
    named = [offer for offer in reading.binding() if offer.issue == price]
    if not named or (doubted is not None and doubted.issue == price) or (live is not None and surplus(live) < 0):
        return reading
    if surplus(laid_on(scenario, tabled, reading.binding())) >= 0 or _seals(reading):
        return reading
    if any(_is_put_forward(text, offer) for offer in named):
        return reading
    offers = (replace(one, modality=Modality.PROBE) if one in named else one for one in reading.offers)
    return replace(reading, offers=tuple(offers))


def _seals(reading: Reading) -> bool:
    return any(act.act in _SEALING and not act.mild for act in reading.acts)


def _is_put_forward(text: str, offer: ReadOffer) -> bool:
    """Whether the sentence of the price puts it forward, or begins with it and goes on with what it is for."""
    before = _SENTENCE_END.split(text[: offer.span.start])[-1].lower()
    end = _SENTENCE_END.search(text, offer.span.end)
    after = text[offer.span.end : end.start() if end else len(text)].lower()
    if _PUT_FORWARD.search(before) or _PUT_FORWARD.search(after) or _TAKEN.match(after.lstrip()):
        return True
    lead = _PARTS.split(before)[-1].replace("$", " ").split()
    return _LEADS_IN.issuperset(lead) and not _SAID_OF_IT.search(after)
