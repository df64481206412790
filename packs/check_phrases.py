"""Whether a pack has enough to say: every act in every style, with slots that will be filled."""

from collections.abc import Iterator

from engine.persona.saying import SLOT
from engine.scenario.attributes import Choice
from engine.scenario.pack import ANY_STYLE, Pack
from packs.acts import ACTS
from packs.finding import Finding, Place, unknown


def phrase_findings(pack: Pack) -> Iterator[Finding]:
    """Everything wrong with the phrases."""
    drawn = pack.attributes.get(pack.temper.style)
    styles = tuple(drawn.options) if isinstance(drawn, Choice) else ()
    for style in pack.phrases:
        if styles and style not in (*styles, ANY_STYLE):
            yield unknown(("phrases", style), "style", style, styles)
    for style, acts in pack.phrases.items():
        for act, lines in acts.items():
            yield from _lines(("phrases", style, act), act, lines)
    for style in styles:
        yield from _counts(pack, style)


def _lines(place: Place, act: str, lines: tuple[str, ...]) -> Iterator[Finding]:
    rule = ACTS.get(act)
    if rule is None:
        yield unknown(place, "act", act, ACTS)
        return
    for index, line in enumerate(lines):
        slots = set(SLOT.findall(line))
        for slot in sorted(slots - rule.slots):
            yield unknown((*place, index), "slot in this act called", slot, rule.slots)
        for slot in sorted(rule.needed - slots):
            yield Finding((*place, index), f"the line must say {{{slot}}}")


def _counts(pack: Pack, style: str) -> Iterator[Finding]:
    for act, rule in ACTS.items():
        lines = dict.fromkeys(pack.lines.of(act, style))
        if len(lines) < rule.fewest:
            yield Finding(("phrases", style, act), f"needs at least {rule.fewest} different lines, has {len(lines)}")
