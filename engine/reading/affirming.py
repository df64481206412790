"""The answer to "did you mean that?": a yes puts the amount that was asked about on the table."""

from engine.reading.line import Line
from engine.reading.reading import Act, Doubt, Modality, ReadAct, ReadOffer
from engine.reading.tokens import Kind, words_of

_YES = frozenset(
    words_of("yes correct right exactly indeed sure absolutely certainly ok affirmative deal agreed done offer")
)
_WITH_YES = _YES | frozenset(
    words_of(
        "i do did mean meant that is it of course thanks thank you sir maam sorry please what the price my an a firm"
    )
)
_TALKS_ON = frozenset({Act.REJECT, Act.WALK, Act.ASK_OPEN, Act.ASK_CLOSED, Act.ASK_OFFER, Act.FOLLOW_UP})


def affirmed(line: Line, doubted: Doubt) -> ReadOffer | None:
    """The doubted amount as an offer where the line says yes to it and nothing else; None otherwise."""
    words = [at for at, token in enumerate(line.tokens) if token.kind is Kind.WORD]
    said = {line.tokens[at].word for at in words}
    if line.numbers or "?" in line.words(0, len(line.tokens)) or not said & _YES or not said <= _WITH_YES:
        return None
    return ReadOffer(doubted.issue, doubted.amount, Modality.FIRM, line.span(words[0], words[-1] + 1))


def accepted(acts: tuple[ReadAct, ...], doubted: Doubt) -> ReadOffer | None:
    """The doubted amount as an offer where the line agrees or asks for the deal: "great, deal", "is it a deal?"."""
    agreed = next((act for act in acts if act.act in (Act.ACCEPT, Act.ASK_SALE) and not act.mild), None)
    if agreed is None or any(act.act in _TALKS_ON and not _only_asks_for_the_deal(act, agreed) for act in acts):
        return None
    return ReadOffer(doubted.issue, doubted.amount, Modality.FIRM, agreed.span)


def _only_asks_for_the_deal(act: ReadAct, agreed: ReadAct) -> bool:
    """Whether the question is nothing but that for the deal: "do we have a deal?"."""
    span = agreed.span
    is_around = act.span.start <= span.start < act.span.end
    return act.act is Act.ASK_CLOSED and act.topic is None and agreed.act is Act.ASK_SALE and is_around


def without_acceptance(acts: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts of a line whose yes says what the speaker meant: it accepts nothing."""
    return tuple(act for act in acts if act.act is not Act.ACCEPT)
