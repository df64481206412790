"""A second look at a number that the rules took for a price: what do the words around it say, all of them together?

Rules know what they were written for; weights, learned from the same lines, carry over to words in places where no
rule looked. Neither decides alone. The weights are asked where rules are known to go wrong: whether a number that
nothing puts forward is a price at all, and whether who repeats the other side's number takes it, refuses it, or
neither. Elsewhere they must speak very much louder.
"""

from collections.abc import Iterator
from dataclasses import replace

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.echoes import is_said_back
from engine.reading.elsewhere import is_last_offer
from engine.reading.features import features_of
from engine.reading.judging import is_praised
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.money import amount_of, is_between
from engine.reading.phrases import within
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import Modality, ReadOffer
from engine.reading.weights import Outcome, learned

_TRUSTED = {
    Modality.CONDITIONAL: 340,
    Modality.REJECTED: 240,
    Modality.PROBE: 140,
    Modality.FIRM: 40,
    Modality.ECHO: 40,
}
"""What a rule's outcome is worth, in hundredths of a nat: most where it rests on words that may stand far off."""
_DEARER = {Outcome.FIRM: 60, Outcome.REJECTED: 80, Outcome.NONE: 0}
"""How much more must speak for another outcome, most for what would bind."""
_CERTAIN = 600
"""What weighs so much more than the rule's outcome stands, whatever the rules are known for."""
_FOUND = 300
"""How much more must speak for a price than for none, where no rule found one."""
_MARK, _SOON = 1, 3
_GROUPED = 100
"""How much more must speak for no price at all of a number that is grouped by thousands."""
_BETWEEN = 200
"""How much more still where it lies between both live prices, as what is bargained over does."""
_PUT_FORWARD = (Cue.COMMIT, Cue.ASK, Cue.SUPPOSE, Cue.HEDGE, Cue.MEANT, Cue.OF_DEAL)
"""What comes after such a wording is a price, whatever stands around it."""


def weighed(
    line: Line, number: Quantity, setting: Setting, offer: ReadOffer, context: ReadingContext
) -> ReadOffer | None:
    """The offer of a number, as firm as all its features make it; None where it is no price of this deal.

    An amount of another issue, or one that the number stands for only in its measure, stays as the rule says, and so
    does an answer to what was asked about.
    """
    amount = amount_of(number, context.price, context)
    if (
        offer.issue != context.price.id
        or offer.amount != amount.minor
        or _is_settled(line, number, setting, offer, context)
    ):
        return offer
    scores = learned().scores(features_of(line, number, setting, amount, context))
    scores[Outcome.NONE] -= number.grouped * (_GROUPED + _BETWEEN * is_between(offer.amount, context))
    likeliest = _certain(scores, offer) or _likelier(scores, offer, _others(line, number, setting, offer, context))
    if likeliest is Outcome.NONE:
        return None
    return offer if likeliest is None else replace(offer, modality=Modality(likeliest))


def _certain(scores: dict[Outcome, int], offer: ReadOffer) -> Outcome | None:
    """The outcome that speaks very much louder than the rule's, if one does."""
    loudest = max(scores, key=lambda outcome: scores[outcome])
    return loudest if scores[loudest] - scores[Outcome(offer.modality)] >= _CERTAIN else None


def _likelier(scores: dict[Outcome, int], offer: ReadOffer, others: Iterator[Outcome]) -> Outcome | None:
    """The likeliest of the others, if it is likelier than the rule's outcome by what that is worth."""
    weighed = {outcome: scores[outcome] - _DEARER[outcome] for outcome in others}
    best = max(weighed, key=lambda outcome: weighed[outcome], default=None)
    if best is None or weighed[best] <= scores[Outcome(offer.modality)] + _TRUSTED[offer.modality]:
        return None
    return best


def found_by_weight(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> ReadOffer | None:
    """The offer of a number that no rule took for one, where all its features speak for a price; else None.

    Where the clause names an issue, and after a question about an amount, the rules know better.
    """
    if number.sense is not Sense.AMOUNT or not number.value or context.doubted is not None:
        return None
    amount = amount_of(number, context.price, context)
    others = (
        hit for hit in within(line.issues, setting.clause.start, setting.clause.end) if hit.label != context.price.id
    )
    if not amount.plausible or any(others):
        return None
    scores = learned().scores(features_of(line, number, setting, amount, context))
    none = scores.pop(Outcome.NONE)
    likeliest = max(scores, key=lambda outcome: scores[outcome])
    if scores[likeliest] - none < _FOUND:
        return None
    return ReadOffer(context.price.id, amount.minor, Modality(likeliest), line.span(*line.extent(number)))


def _others(
    line: Line, number: Quantity, setting: Setting, offer: ReadOffer, context: ReadingContext
) -> Iterator[Outcome]:
    """What the number may turn out to be beside what the rule says."""
    is_theirs = context.is_theirs(offer.issue, offer.amount)
    is_put_forward = bool(setting.before(number.start, *_PUT_FORWARD)) or is_last_offer(line.tokens, number)
    may_refuse = not (is_put_forward or _asks_more(number, setting) or is_praised(line, number))
    if offer.modality is Modality.ECHO and is_theirs and may_refuse:
        yield Outcome.REJECTED
    if offer.modality is Modality.ECHO and not setting.is_asked() and (is_theirs or _is_new(offer, context)):
        yield Outcome.FIRM
    is_live = offer.amount in (context.own_price, context.other_price)
    is_all = line.extent(number) == (setting.sentence.start, setting.sentence.end)
    if not (is_live or number.explicit or is_put_forward or is_all):
        yield Outcome.NONE


def _asks_more(number: Quantity, setting: Setting) -> bool:
    """Whether the clause is a question that says more than the number: "31.8 with the mats, deal?", but not "200??"."""
    clause = setting.clause
    others = clause.end - clause.start - (number.end - number.start) - number.explicit
    return setting.is_asked() and others > _MARK


def _is_new(offer: ReadOffer, context: ReadingContext) -> bool:
    """Whether nobody has named the amount: there is nothing that it might echo."""
    return offer.amount not in (context.list_price, context.own_price, context.other_price)


def _is_settled(line: Line, number: Quantity, setting: Setting, offer: ReadOffer, context: ReadingContext) -> bool:
    """Whether no words can say more: a sum that is put forward in full, an answer, what is supposed or said back."""
    committed = setting.before(number.start, Cue.COMMIT) if offer.modality is Modality.FIRM and number.grouped else ()
    if any(number.start - hit.end <= _SOON for hit in committed):
        return True
    is_supposed = offer.modality is Modality.PROBE and setting.has(Cue.SUPPOSE)
    is_rent = number.sense is Sense.PER_MONTH and offer.amount == context.list_price
    is_measured = is_rent or (number.sense is Sense.RATE and context.price.measures != ())
    is_back = offer.modality is Modality.ECHO and is_said_back(line, number, setting, context)
    return context.doubted is not None or is_supposed or is_measured or is_back
