"""Words by which a line takes the force from what it names: "22,500. Not an offer yet, I just want to know"."""

from collections.abc import Iterator
from dataclasses import replace
from enum import Enum
from functools import lru_cache

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, Phrasebook, listed
from engine.reading.reading import BINDING, Modality, ReadOffer, Span
from engine.reading.tokens import Kind, words_of

_OUTRIGHT = """
    not (an|my|a formal|a firm|a real|a binding|an actual|an official|yet an|really an|meant as an) (offer|quote|
    proposal), not offering (it|that|this), no offer yet, not a commitment, not (binding|official), to test the
    (water|waters), off the record, unofficially, (only|just|purely|merely) (an example|hypothetical|a
    thought|a thought experiment|a question|theoretical|an idea), thinking (aloud|out loud), purely hypothetically,
    (just|only) a number to (play|think) with, (give|tell) me (the|a|your) number and i will (price|quote) (that|it),
    i will (price|quote) (that|it) (exactly|for you|out)
"""
_ASKING = """
    (just|only|merely) (asking|curious|wondering|checking|exploring|testing|thinking),
    (just|only|merely) (want|wanted|trying) to (know|understand|see|learn|hear), (just|only) so (i|we) know
"""
"""What takes the force from a price where nothing else is asked: it ends there, or goes on with an "if"."""
_MARKING = frozenset(
    words_of(
        "offer quote proposal offering asking curious wondering checking exploring testing know understand see learn "
        "hear test record unofficially example hypothetical thought question theoretical aloud loud hypothetically "
        "idea number commitment binding official thinking"
    )
)
"""Words without one of which a line disclaims nothing."""
_WHETHER = frozenset({"if", "whether"})


class _Way(Enum):
    OUTRIGHT = "outright"
    ASKING = "asking"


@lru_cache(maxsize=1)
def _book() -> Phrasebook[_Way]:
    return Phrasebook(((_Way.OUTRIGHT, listed(_OUTRIGHT)), (_Way.ASKING, listed(_ASKING))))


def without_force(line: Line, offers: list[ReadOffer]) -> list[ReadOffer]:
    """The offers; those are only probes of which the line says that they are none.

    What a later sentence puts forward in the speaker's own words stands: "That was no offer. My offer is 24,000.".
    """
    if not offers or _MARKING.isdisjoint(line.said):
        return offers
    disclaimed = tuple(_disclaimed(line))
    return [replace(offer, modality=Modality.PROBE) if _is_held(offer, disclaimed) else offer for offer in offers]


def _is_held(offer: ReadOffer, disclaimed: tuple[Span, ...]) -> bool:
    """Whether the offer stands, and in one of these stretches."""
    return offer.modality in BINDING and any(span.start <= offer.span.start < span.end for span in disclaimed)


def _disclaimed(line: Line) -> Iterator[Span]:
    """The stretches of the line that lose their force."""
    for hit in _book().find(line.spelled):
        setting = next(one for one in line.settings if hit.end <= one.clause.end)
        if _is_said_of_price(line, setting, hit):
            yield line.span(_first(line, setting, hit), _last(line, setting))


def _is_said_of_price(line: Line, setting: Setting, hit: Hit[_Way]) -> bool:
    """Whether the wording is no question to the other side, and nothing denies it: "I'm not just asking"."""
    if (
        line.words(hit.start - 1, hit.start) == ("not",)
        or setting.is_asked()
        or "you" in line.words(hit.end, hit.end + 2)
    ):
        return False
    following = line.tokens[hit.end : hit.end + 1]
    ends = not following or following[0].kind is Kind.MARK or following[0].word in _WHETHER
    return hit.label is _Way.OUTRIGHT or ends


def _first(line: Line, setting: Setting, hit: Hit[_Way]) -> int:
    """Where the stretch begins: with the line or, for what is only asked, with the sentence before."""
    if hit.label is _Way.OUTRIGHT:
        return 0
    at = line.sentences.index(setting.sentence)
    return line.sentences[max(0, at - 1)].start


def _last(line: Line, setting: Setting) -> int:
    """Where the stretch ends: before the next sentence in which the speaker commits itself."""
    later = (one for one in line.settings if one.clause.start >= setting.sentence.end and one.has(Cue.COMMIT))
    return next((one.sentence.start for one in later), len(line.spelled))
