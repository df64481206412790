"""Whether products, issues, parties and temper of a pack hang together."""

from collections.abc import Collection, Iterator, Mapping

from engine.concession.curves import CURVES
from engine.scenario.attributes import AnyAttribute, Choice, Range, Several, Shares
from engine.scenario.deal import StakeNote
from engine.scenario.formula import Formula
from engine.scenario.pack import Pack
from engine.scenario.scenario import OFFERED, IssueKind, Visibility
from packs.check_attributes import figure_names, when_findings
from packs.finding import Finding, Place, unknown


def deal_findings(pack: Pack) -> Iterator[Finding]:
    """Everything wrong with what is on the table and with the places that attributes fill."""
    yield from _products(pack)
    yield from _issues(pack)
    yield from _vetoes(pack)
    yield from _places(pack)
    yield from _temper(pack)
    yield from _interests(pack)


def _products(pack: Pack) -> Iterator[Finding]:
    flags = [name for name, issue in pack.issues.items() if issue.kind is IssueKind.FLAG]
    for name, product in pack.products.items():
        place = ("products", name)
        if product.floor > product.list_price:
            yield Finding((*place, "floor"), "the floor is above the list price")
        for add_on, sheet in product.add_ons.items():
            if sheet.cost > sheet.price:
                yield Finding((*place, "add_ons", add_on, "price"), "the price is below the cost")
            if add_on not in flags:
                yield unknown((*place, "add_ons", add_on), "issue of kind flag", add_on, flags)
        for topic in product.facts:
            if topic not in pack.topics:
                yield unknown((*place, "facts", topic), "topic", topic, pack.topics)


def _issues(pack: Pack) -> Iterator[Finding]:
    prices = [name for name, issue in pack.issues.items() if issue.kind is IssueKind.PRICE]
    if len(prices) != 1:
        yield Finding(("issues",), f"there must be exactly one issue of kind price; there are {len(prices)}")
    offered = {add_on for product in pack.products.values() for add_on in product.add_ons}
    for name, issue in pack.issues.items():
        place = ("issues", name)
        yield from when_findings(pack, (*place, "when"), issue.when)
        if issue.kind is IssueKind.FLAG and name not in offered:
            yield Finding(place, "no product has this among its add_ons, so it is never on the table")
        if issue.kind is IssueKind.COUNT:
            yield from _told_in_the_brief(pack, place, issue.rep)
        if issue.kind is IssueKind.COUNT and not issue.measures:
            yield Finding(place, "a count needs measures, such as months, by which it is recognised in a line")
        if issue.kind is not IssueKind.FLAG and (issue.low is None or issue.high is None):
            yield Finding(place, "needs low and high, between which an amount is plausible")
        stakes = {"rep": issue.rep, "counterpart": issue.counterpart}
        formulas = {f"{side}.slope": stake.slope for side, stake in stakes.items()}
        formulas |= {f"{side}.once": stake.once for side, stake in stakes.items() if stake.once}
        formulas |= {f"{side}.up_to": stake.up_to for side, stake in stakes.items() if stake.up_to}
        for measure_name, measure in issue.measures.items():
            formulas[f"measures.{measure_name}.times"] = measure.times
            formulas[f"measures.{measure_name}.pieces"] = measure.pieces
            formulas |= {f"measures.{measure_name}.over": measure.over} if measure.over else {}
            if measure.per and measure.per not in pack.issues:
                yield unknown((*place, "measures", measure_name, "per"), "issue", measure.per, pack.issues)
        formulas |= {bound: value for bound, value in (("low", issue.low), ("high", issue.high)) if value}
        yield from _formulas(pack, place, formulas)


def _vetoes(pack: Pack) -> Iterator[Finding]:
    offered = {f"{OFFERED}{issue}" for issue in pack.issues}
    for name, veto in pack.vetoes.items():
        for issue in veto.on:
            if issue not in pack.issues:
                yield unknown(("vetoes", name, "on"), "issue", issue, pack.issues)
        yield from _formulas(pack, ("vetoes", name), {"formula": veto.formula}, offered)


def _told_in_the_brief(pack: Pack, place: Place, stake: StakeNote) -> Iterator[Finding]:
    """What the brief would give away by telling the rep what a count is worth to it."""
    names = stake.slope.names | (stake.once.names if stake.once else frozenset())
    for name in sorted(names & set(pack.attributes)):
        if pack.attributes[name].visibility is not Visibility.VISIBLE:
            yield Finding((*place, "rep"), f"{name} is {pack.attributes[name].visibility} and would be given away")


def _places(pack: Pack) -> Iterator[Finding]:
    product = pack.attributes.get(pack.product)
    yield from _fills(pack, "product", "choice", isinstance(product, Choice), _options(product), pack.products)
    needs = pack.attributes.get(pack.needs)
    pieces = pack.attributes.get(pack.quantity) if pack.quantity else None
    if pack.quantity and (not isinstance(pieces, Range) or pieces.low < 1):
        yield Finding(("quantity",), f"{pack.quantity} must be an attribute drawn as range, from 1 up")
    yield from _fills(pack, "needs", "shares", isinstance(needs, Shares), _options(needs), pack.topics)
    doubts = pack.attributes.get(pack.objections_drawn)
    yield from _fills(
        pack, "objections_drawn", "several", isinstance(doubts, Several), _options(doubts), pack.objections
    )
    yield from _breakers(pack)


def _breakers(pack: Pack) -> Iterator[Finding]:
    """Deal-breakers that are drawn and not written, or written and never drawn."""
    drawn = pack.attributes.get(pack.deal_breakers_drawn) if pack.deal_breakers_drawn else None
    if pack.deal_breakers_drawn:
        fits = isinstance(drawn, Several)
        yield from _fills(pack, "deal_breakers_drawn", "several", fits, _options(drawn), pack.deal_breakers)
    for name in pack.deal_breakers:
        if not _options(drawn).get(name):
            yield Finding(
                ("deal_breakers", name), "no attribute named by deal_breakers_drawn draws it, so nobody has it"
            )


def _fills(
    pack: Pack, field: str, draw: str, fits: bool, options: Mapping[str, int], known: Mapping[str, object]
) -> Iterator[Finding]:
    name = str(getattr(pack, field))
    if not fits:
        yield Finding((field,), f"{name} must be an attribute drawn as {draw}")
    for option in options:
        if option not in known:
            yield unknown(("attributes", name, "options"), f"entry for {field} called", option, known)


def _options(attribute: AnyAttribute | None) -> Mapping[str, int]:
    return attribute.options if isinstance(attribute, Choice | Several | Shares) else {}


def _temper(pack: Pack) -> Iterator[Finding]:
    for field in ("style", "conflict_mode", "curve"):
        name = str(getattr(pack.temper, field))
        if not isinstance(pack.attributes.get(name), Choice):
            yield Finding(("temper", field), f"{name} must be an attribute drawn as choice")
    for option in _options(pack.attributes.get(pack.temper.curve)):
        if option not in CURVES:
            yield unknown(("attributes", pack.temper.curve, "options"), "curve", option, CURVES)
    numbers = {name: value for name, value in pack.temper if isinstance(value, Formula)}
    yield from _formulas(pack, ("temper",), numbers)


def _interests(pack: Pack) -> Iterator[Finding]:
    for side, party in (("rep", pack.rep), ("counterpart", pack.counterpart)):
        yield from _formulas(pack, (side, "interests"), dict(party.interests))
    if pack.rep.role == pack.counterpart.role:
        yield Finding(("counterpart", "role"), "one party must be the seller and the other the buyer")
    for name, objection in pack.objections.items():
        yield from _formulas(pack, ("objections", name), {"severity": objection.severity})
    if pack.rival:
        yield from _formulas(pack, ("rival",), {"quoted": pack.rival.quoted})


def _formulas(
    pack: Pack, place: Place, formulas: Mapping[str, Formula], more: Collection[str] = ()
) -> Iterator[Finding]:
    known = {*figure_names(pack), *more}
    for field, formula in formulas.items():
        for name in sorted(formula.names - known):
            yield unknown((*place, field), "attribute", name, known)
