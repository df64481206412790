"""Whether a pack's texts fit where Slack shows them."""

from collections.abc import Iterator

from engine.scenario.pack import Pack
from engine.scenario.written import Text, lines_of
from packs.finding import Finding, Place

IN_A_MENU = 75
"""Characters of an option in a menu, and of a button."""
IN_A_HEADER = 150
AS_A_NAME = 80
"""Characters of the name under which a message is posted."""
IN_A_SECTION = 2_900
"""Characters of one section of a message, with a little kept for what stands around the texts."""
MOST_ATTRIBUTES = 300
MOST_PHRASES = 20_000


def length_findings(pack: Pack) -> Iterator[Finding]:
    """Texts that are too long for their place, and packs that hold too much."""
    yield from _longer_than(IN_A_MENU, ("title",), pack.title)
    for name, product in pack.products.items():
        yield from _longer_than(IN_A_HEADER, ("products", name, "name"), product.name)
        sheet = sum(len(fact) for fact in (*product.facts.values(), *product.forbidden_claims, product.summary))
        if sheet > IN_A_SECTION:
            yield Finding(("products", name), f"its sheet has {sheet:,} characters; Slack shows {IN_A_SECTION:,}")
    for name, issue in pack.issues.items():
        yield from _longer_than(IN_A_MENU, ("issues", name, "label"), issue.label)
    for name, topic in pack.topics.items():
        yield from _longer_than(IN_A_MENU, ("topics", name, "label"), topic.label)
    for name, metric in pack.metrics.items():
        yield from _longer_than(IN_A_MENU, ("metrics", name, "label"), metric.label)
    for side, party in (("rep", pack.rep), ("counterpart", pack.counterpart)):
        yield from _longer_than(AS_A_NAME, (side, "name"), party.name)
    yield from _too_many(pack)


def _too_many(pack: Pack) -> Iterator[Finding]:
    if len(pack.attributes) > MOST_ATTRIBUTES:
        yield Finding(("attributes",), f"there are {len(pack.attributes):,}; a pack may have {MOST_ATTRIBUTES}")
    phrases = sum(len(lines) for acts in pack.phrases.values() for lines in acts.values())
    if phrases > MOST_PHRASES:
        yield Finding(("phrases",), f"there are {phrases:,} lines; a pack may have {MOST_PHRASES:,}")


def _longer_than(most: int, place: Place, text: Text) -> Iterator[Finding]:
    for line in lines_of(text):
        if len(line) > most:
            yield Finding(place, f"has {len(line)} characters; Slack shows {most} here")
