"""Whether a pack has enough to say: every act in every style, with slots that will be filled."""

from collections.abc import Iterator

from engine.persona.saying import SLOT
from engine.scenario.attributes import Choice
from engine.scenario.pack import ANY_STYLE, Pack
from engine.scenario.scenario import IssueKind
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
        if "{" in SLOT.sub("", line) or "}" in SLOT.sub("", line):
            yield Finding((*place, index), "a brace is left open, or what it holds is no name in small letters")
        for slot in sorted(rule.needed - slots):
            yield Finding((*place, index), f"the line must say {{{slot}}}")


def _kinds_spoken_of(pack: Pack) -> set[IssueKind]:
    """The kinds of issue for which some acts are there; flags only where they ask something of the counterpart."""
    kinds = {issue.kind for issue in pack.issues.values() if issue.counterpart.slope.text != "0"} - {IssueKind.FLAG}
    asked = any(add_on.brings for product in pack.products.values() for add_on in product.add_ons.values())
    return kinds | {IssueKind.FLAG} if asked else kinds


def _counts(pack: Pack, style: str) -> Iterator[Finding]:
    kinds = _kinds_spoken_of(pack)
    for act, rule in ACTS.items():
        if (rule.kinds and not rule.kinds & kinds) or (rule.only_with and not getattr(pack, rule.only_with)):
            continue
        lines = dict.fromkeys(pack.lines.of(act, style))
        if len(lines) < rule.fewest:
            yield Finding(("phrases", style, act), f"needs at least {rule.fewest} different lines, has {len(lines)}")
