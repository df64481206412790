"""Leaving in the words of those who leave kindly: "thank you for your time, but I can't go there"."""

from functools import lru_cache
from itertools import pairwise

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.phrases import Phrasebook, listed
from engine.reading.reading import Act, Modality, ReadAct, ReadOffer

_PARTINGS = """
    (thank you|thanks) for (your time|coming in|coming by|coming|stopping by|talking|the talk|the chat),
    (have|you have) a (good|nice|great) (day|one|evening|weekend), take care, all the best, good luck (with|out there),
    (i will|i am going to|i have to|i need to) let you go, no hard feelings
"""
_GOING_ON = frozenset(
    {
        Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP, Act.ASK_SALE, Act.NEXT_STEP, Act.ASK_OFFER, Act.INVITE_DOUBT,
        Act.ADD_ON, Act.PACKAGE, Act.INSULT, Act.PRESSURE,
    }
)  # fmt: skip
_REFUSING = frozenset({("not", "sell"), ("to", "pass"), ("below", "what"), ("under", "what"), ("not", "do")})
_NAMED = (Modality.FIRM, Modality.CONDITIONAL, Modality.PROBE)


@lru_cache(maxsize=1)
def _book() -> Phrasebook[str]:
    return Phrasebook([("", listed(_PARTINGS))])


def with_parting(
    line: Line, acts: tuple[ReadAct, ...], offers: tuple[ReadOffer, ...], context: ReadingContext
) -> tuple[ReadAct, ...]:
    """The acts; who refuses and takes leave once prices are on the table walks, and a "fine" then accepts nothing."""
    kinds = {act.act for act in acts}
    refuses = Act.REJECT in kinds or not _REFUSING.isdisjoint(pairwise(line.spelled))
    if refuses and Act.WALK not in kinds and _parts(line, kinds, offers, context):
        hit = _book().find(line.spelled)[0]
        acts = (*acts, ReadAct(Act.WALK, line.span(hit.start, hit.end)))
        kinds.add(Act.WALK)
    if Act.WALK not in kinds:
        return acts
    return tuple(act for act in acts if not (act.act is Act.ACCEPT and act.mild))


def _parts(line: Line, kinds: set[Act], offers: tuple[ReadOffer, ...], context: ReadingContext) -> bool:
    """Whether the line takes its leave, and neither asks nor offers anything more."""
    if not (context.own_price and context.other_price) or not kinds.isdisjoint(_GOING_ON):
        return False
    return not any(offer.modality in _NAMED for offer in offers) and bool(_book().find(line.spelled))
