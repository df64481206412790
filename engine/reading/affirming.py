"""The answer to "did you mean that?": a yes puts the amount that was asked about on the table."""

import re

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.reading import Act, Doubt, Modality, ReadAct, ReadOffer
from engine.reading.tokens import Kind, words_of

_YES = frozenset(
    words_of(
        "yes correct right exactly indeed sure absolutely certainly ok affirmative deal agreed done offer offering "
        "firm official serious table writing"
    )
)
_WITH_YES = _YES | frozenset(
    words_of(
        "i do did mean meant that is it of course thanks thank you sir maam sorry please what the price my an a am are "
        "we consider make take as then real on in"
    )
)
_CONFIRMING = frozenset(words_of("yes correct exactly indeed affirmative meant"))
"""Words that say yes to the question even beside ones that agree to a deal."""
_AGREEING = frozenset(words_of("ok deal agreed done"))
"""Words that may agree to what the other side offers as well."""
_SURELY = frozenset(words_of("yes correct right exactly indeed sure absolutely certainly affirmative"))
_MEANT = frozenset(words_of("sure meant mean positive"))
"""What says yes to a doubt by itself; another yes does only at the head of terms: "yes, with the mats"."""
_LED_BY = 6
"""Words from the first within which a "but" takes back the yes."""
_BUT = frozenset({"but", "only", "not", "no", "if", "unless"})
_DENIAL = re.compile(r"\W*(?:(?:lol|haha|oh|ah|um|well|sorry|oops)\W+){0,2}(?:no|nope|nah|not)\W*", re.IGNORECASE)
_TALKS_ON = frozenset({Act.REJECT, Act.WALK, Act.ASK_OPEN, Act.ASK_CLOSED, Act.ASK_OFFER, Act.FOLLOW_UP})


def affirmed(line: Line, doubted: Doubt, context: ReadingContext) -> ReadOffer | None:
    """The doubted amount as an offer where the line says yes to it and nothing else; None otherwise."""
    if _agrees_to_theirs(line, doubted, context):
        return None
    words = [at for at, token in enumerate(line.tokens) if token.kind is Kind.WORD]
    said = {line.tokens[at].word for at in words}
    if line.numbers or "?" in line.words(0, len(line.tokens)) or not said & _YES or not said <= _WITH_YES:
        return None
    return ReadOffer(doubted.issue, doubted.amount, Modality.FIRM, line.span(words[0], words[-1] + 1))


def confirmed_beside(
    line: Line, offers: tuple[ReadOffer, ...], acts: tuple[ReadAct, ...], doubted: Doubt
) -> ReadOffer | None:
    """The doubted amount as an offer where the line begins with a yes to it and names none: "yes, for 50 seats"."""
    words = [at for at, token in enumerate(line.tokens) if token.kind is Kind.WORD]
    said = [line.tokens[at].word for at in words[:_LED_BY]]
    if not said or said[0] not in _SURELY or not (offers or _MEANT.intersection(said[1:])):
        return None
    if any(offer.issue == doubted.issue for offer in offers):
        return None
    if "?" in line.words(0, len(line.tokens)) or _BUT.intersection(said) or any(act.act in _TALKS_ON for act in acts):
        return None
    return ReadOffer(doubted.issue, doubted.amount, Modality.FIRM, line.span(words[0], words[0] + 1))


def accepted(line: Line, acts: tuple[ReadAct, ...], doubted: Doubt, context: ReadingContext) -> ReadOffer | None:
    """The doubted amount as an offer where the line agrees or asks for the deal: "great, deal", "is it a deal?"."""
    if _agrees_to_theirs(line, doubted, context):
        return None
    agreed = next((act for act in acts if act.act in (Act.ACCEPT, Act.ASK_SALE) and not act.mild), None)
    if agreed is None or any(act.act in _TALKS_ON and not _only_asks_for_the_deal(act, agreed) for act in acts):
        return None
    return ReadOffer(doubted.issue, doubted.amount, Modality.FIRM, agreed.span)


def _agrees_to_theirs(line: Line, doubted: Doubt, context: ReadingContext) -> bool:
    """Whether the doubted price is worse for the speaker than theirs, and the line agrees without a yes to it.

    Nobody who says only "deal" then means to give more than was asked for.
    """
    if doubted.issue != context.price.id or not context.other_price:
        return False
    said = {token.word for token in line.tokens if token.kind is Kind.WORD}
    is_worse = context.price_slope * (doubted.amount - context.other_price) < 0
    return is_worse and said.isdisjoint(_CONFIRMING) and (not said.isdisjoint(_AGREEING) or said.isdisjoint(_YES))


def _only_asks_for_the_deal(act: ReadAct, agreed: ReadAct) -> bool:
    """Whether the question is nothing but that for the deal: "do we have a deal?"."""
    span = agreed.span
    is_around = act.span.start <= span.start < act.span.end
    return act.act is Act.ASK_CLOSED and act.topic is None and agreed.act is Act.ASK_SALE and is_around


def without_denial(text: str, acts: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts of a line that agrees after a "no" to what was asked about: it refuses nothing of theirs."""
    if not any(act.act is Act.ACCEPT and not act.mild for act in acts):
        return acts
    return tuple(act for act in acts if act.act is not Act.REJECT or _DENIAL.fullmatch(text[: act.span.end]) is None)


def without_acceptance(acts: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts of a line whose yes says what the speaker meant: it accepts nothing."""
    return tuple(act for act in acts if act.act is not Act.ACCEPT)
