"""Whether the attributes of a pack can be drawn: names that exist, ranges the right way round, no circles."""

from collections.abc import Iterator
from graphlib import CycleError
from itertools import product

from engine.scenario.attributes import (
    AmountRange,
    AnyAttribute,
    Calculation,
    Choice,
    First,
    Range,
    Several,
    Shares,
    Table,
)
from engine.scenario.draw_order import needed_by, product_figures
from engine.scenario.pack import Pack
from engine.scenario.written import OTHER, When
from packs.finding import Finding, Place, unknown


def attribute_findings(pack: Pack) -> Iterator[Finding]:
    """Everything wrong with the attributes."""
    for name, attribute in pack.attributes.items():
        place = ("attributes", name)
        yield from _names(pack, place, attribute)
        yield from _own_fields(pack, place, attribute)
    yield from _circles(pack)
    yield from _coverage(pack)


def figure_names(pack: Pack) -> frozenset[str]:
    """Every name that a formula may use."""
    return frozenset(pack.attributes).union(*(product_figures(sheet, 1) for sheet in pack.products.values()))


def when_findings(pack: Pack, place: Place, when: When) -> Iterator[Finding]:
    """Conditions on attributes that do not exist, or on values that their choice does not have."""
    for name, values in when.items():
        attribute = pack.attributes.get(name)
        if attribute is None:
            yield unknown((*place, name), "attribute", name, pack.attributes)
        elif isinstance(attribute, Choice | Several):
            allowed = {*attribute.options, "none"} if isinstance(attribute, Several) else {*attribute.options}
            for value in values:
                if value not in allowed:
                    yield unknown((*place, name), f"option of {name} called", str(value), allowed)


def _names(pack: Pack, place: Place, attribute: AnyAttribute) -> Iterator[Finding]:
    known = figure_names(pack) if isinstance(attribute, Calculation) else pack.attributes
    for name in sorted(needed_by(attribute) - set(attribute.when)):
        if name not in known:
            yield unknown(place, "attribute", name, known)
    yield from when_findings(pack, (*place, "when"), attribute.when)


def _own_fields(pack: Pack, place: Place, attribute: AnyAttribute) -> Iterator[Finding]:
    match attribute:
        case Choice() | Several() | Shares():
            yield from _options(pack, place, attribute)
        case Range() | AmountRange():
            yield from _ranges(pack, place, attribute)
        case First() if not isinstance(pack.attributes.get(attribute.of), Several | Shares | None):
            yield Finding((*place, "of"), f"{attribute.of} is no list; name an attribute drawn as several or shares")
        case _:
            return


def _options(pack: Pack, place: Place, attribute: Choice | Several | Shares) -> Iterator[Finding]:
    if not any(attribute.options.values()):
        yield Finding((*place, "options"), "no option has a weight above 0, so nothing could be drawn")
    else:
        for option in (option for option, weight in attribute.options.items() if not weight):
            yield Finding((*place, "options", option), "its weight is 0, so it is never drawn; remove it or weigh it")
    if isinstance(attribute, Several):
        yield from _counts(place, attribute)
    if isinstance(attribute, Shares) and attribute.least * len(attribute.options) > 100:
        needed = attribute.least * len(attribute.options)
        yield Finding((*place, "least"), f"{len(attribute.options)} times {attribute.least} is {needed}, over 100")
    yield from _labels(place, attribute)
    for index, tilt in enumerate(attribute.tilts):
        at = (*place, "tilts", index)
        yield from when_findings(pack, (*at, "when"), tilt.when)
        for option in tilt.percent:
            if option not in attribute.options:
                yield unknown((*at, "percent"), "option", option, attribute.options)
    if isinstance(attribute, Choice):
        yield from _loads(pack, place, attribute)


def _counts(place: Place, attribute: Several) -> Iterator[Finding]:
    if attribute.fewest > attribute.most:
        yield Finding((*place, "fewest"), f"{attribute.fewest} is more than most, {attribute.most}")
    elif attribute.fewest > len(attribute.options):
        yield Finding((*place, "fewest"), f"there are only {len(attribute.options)} options to draw from")


def _labels(place: Place, attribute: Choice | Several | Shares) -> Iterator[Finding]:
    """Words for values that there are not, and values that only some of the words cover."""
    for value in attribute.labels:
        if value not in attribute.options:
            yield unknown((*place, "labels"), "option", value, attribute.options)
    bare = [option for option in attribute.options if "_" in option and option not in attribute.labels]
    if bare and attribute.labels:
        yield Finding((*place, "labels"), f"there are no words for {', '.join(bare)}")


def _ranges(pack: Pack, place: Place, attribute: Range | AmountRange) -> Iterator[Finding]:
    if attribute.low > attribute.high:
        yield Finding((*place, "low"), "low is above high")
    for index, case in enumerate(attribute.cases):
        yield from when_findings(pack, (*place, "cases", index, "when"), case.when)
        if case.low > case.high:
            yield Finding((*place, "cases", index, "low"), "low is above high")
    yield from _loads(pack, place, attribute)


def _loads(pack: Pack, place: Place, attribute: Choice | Range | AmountRange) -> Iterator[Finding]:
    for latent in attribute.loads:
        if latent not in pack.latents:
            yield unknown((*place, "loads"), "latent", latent, pack.latents)
    if sum(load * load for load in attribute.loads.values()) > 10_000:
        yield Finding((*place, "loads"), "the loads are too large together; their squares may add up to 10,000")


def _circles(pack: Pack) -> Iterator[Finding]:
    try:
        _ = pack.order
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        yield Finding(("attributes", error.args[1][0]), f"these wait for one another: {circle}")


def _coverage(pack: Pack) -> Iterator[Finding]:
    """Drawn tables that lack a row for options that can be drawn."""
    for name, attribute in pack.attributes.items():
        if not isinstance(attribute, Table) or OTHER in attribute.values:
            continue
        drawn = [pack.attributes.get(by) for by in attribute.by]
        rows = product(*(choice.options for choice in drawn if isinstance(choice, Choice)))
        missing = sorted({"/".join(row) for row in rows} - set(attribute.values))
        if missing and all(isinstance(choice, Choice) for choice in drawn):
            yield Finding(("attributes", name, "values"), f"there is no value for {', '.join(missing)}")
