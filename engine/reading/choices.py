"""Packages offered at once to choose from, each read as the message that would offer it alone."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TypeAlias

from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.option_names import option_names, plain_names
from engine.reading.options import gives_choice, has_and_has_not
from engine.reading.phrases import Phrasebook, listed
from engine.reading.pieces import APART, Piece, named_pieces, said_of_all, unnamed_pieces
from engine.reading.quantity import Quantity, Sense
from engine.reading.ranges import ends_range
from engine.reading.reading import BINDING, Doubt, Modality, Package, ReadOffer, Span
from engine.reading.unbinding import without_force
from engine.terms.terms import IssueId

MOST_PACKAGES = 4
"""Packages past which a line is a list of prices and nothing to choose from."""

_NEAR = 4
"""A price within this part of the other side's is no slip where it is one of several to choose from."""

Read: TypeAlias = Callable[[str, ReadingContext], tuple[ReadOffer, ...]]
"""The offers of a message that says nothing else."""
_BARE = """
    as it (stands|sits|is|comes), as they stand, as is, bare, nothing (extra|else|more|added|on top|with it),
    (no|without|without any|zero) (extras|extra|add ons|addons), without (anything|everything), on its own,
    (just|only) the (price|car|license|licence|licences|licenses|renewal), with nothing, stripped
"""
_LEFT_TO_THEM = """
    pick ., choose ., you (pick|choose|decide) ., you (pick|choose|decide) :, (it is |)up to you,
    your (call|decision), let me know which, tell me which, which .
"""
"""Words with which a line of several prices gives a choice, beside those that hold them apart from any offer."""
_THAT = frozenset({"it", "them", "that", "those", "both"})
_ENDS = frozenset({"", ".", ",", ";", "?", "!", "\n"})


@lru_cache(maxsize=1)
def _left_to_them() -> Phrasebook[str]:
    return Phrasebook([("", listed(_LEFT_TO_THEM))])


@lru_cache(maxsize=1)
def _bare() -> Phrasebook[str]:
    return Phrasebook([("", listed(_BARE))])


def packages_in(line: Line, offers: Sequence[ReadOffer], context: ReadingContext, read: Read) -> tuple[Package, ...]:
    """The packages that the line lets the other side choose from; none where it names fewer than two, or too many.

    What the line says of all of them belongs to each. Each piece is read once more, so that the time stays linear.
    """
    prices = [offer for offer in offers if offer.issue == context.price.id and offer.modality is not Modality.REJECTED]
    if not prices or len(line.numbers) < 2 or not (len(prices) > 1 or _said_again(line, prices)):
        return ()
    names = option_names(line)
    is_choice = bool(names) or gives_choice(line) or bool(_left_to_them().find(line.spelled))
    is_apart = has_and_has_not(line)
    if not (is_choice or is_apart or not APART.isdisjoint(line.said)) or _is_disclaimed(line, prices):
        return ()
    pieces = named_pieces(line, names, prices) if names else []
    if len(pieces) < 2:
        prices = _put_forward(line, prices, context, is_choice=is_choice)
        if not 2 <= len(prices) <= MOST_PACKAGES:
            return ()
        pieces, has_or = unnamed_pieces(line, prices)
        if not (is_choice or has_or or is_apart):
            return ()
    if len(pieces) > MOST_PACKAGES:
        return ()
    pieces, common = said_of_all(line, pieces, prices)
    made = [_package(line, piece, (*common, piece), offers, context, read) for piece in pieces]
    packages = _told_in_full(line, [package for package in made if package is not None], pieces, context)
    return packages if _may_be_chosen(packages, context.price.id, is_choice=is_choice) else ()


def put_below(doubts: Sequence[Doubt], context: ReadingContext) -> list[ReadOffer]:
    """The prices that are in doubt for nothing but that they give a little more than the other side asks."""
    other, price = context.other_price, context.price.id
    near = [doubt for doubt in doubts if doubt.issue == price and abs(doubt.amount - other) * _NEAR <= other]
    return [ReadOffer(price, doubt.amount, Modality.FIRM, doubt.span) for doubt in near]


def named_again(line: Line, offers: Sequence[ReadOffer], context: ReadingContext) -> tuple[Package, ...]:
    """The one package of an earlier line that this line takes up by its name, at a price that binds; else none."""
    names = {name.name for name in plain_names(line)}
    binding = tuple(offer for offer in offers if offer.modality in BINDING)
    priced = [offer for offer in offers if offer.issue == context.price.id]
    if len(names) != 1 or len(priced) != 1 or priced[0] not in binding:
        return ()
    return (Package(names.pop(), binding),)


def _may_be_chosen(packages: Sequence[Package], price: IssueId, *, is_choice: bool) -> bool:
    """Whether the packages differ; prices alone with an "or" between them are a hedge unless a choice is given."""
    held = {frozenset((offer.issue, offer.amount) for offer in package.offers) for package in packages}
    beside = {frozenset(pair for pair in amounts if pair[0] != price) for amounts in held}
    return len(held) > 1 and (is_choice or len(beside) > 1)


def _numbers_of(line: Line, price: ReadOffer) -> list[Quantity]:
    return [
        number
        for number in line.numbers
        if price.span.start <= line.span(number.start, number.end).start < price.span.end
    ]


def _said_again(line: Line, prices: Sequence[ReadOffer]) -> list[ReadOffer]:
    """The prices where the line names them again: "18,900 with the mats or 18,900 with delivery"."""
    said = [(number, price) for price in prices for number in _numbers_of(line, price)]
    named, by_value = {number.start for number, _ in said}, {number.value: price for number, price in said}
    return [
        replace(by_value[number.value], span=line.span(number.start, number.end))
        for number in line.numbers
        if number.sense is Sense.AMOUNT and number.start not in named and number.value in by_value
    ]


def _is_disclaimed(line: Line, prices: Sequence[ReadOffer]) -> bool:
    """Whether the line says of its prices that they are no offer."""
    firm = [replace(price, modality=Modality.FIRM) for price in prices]
    return without_force(line, firm) != firm


def _put_forward(
    line: Line, prices: Sequence[ReadOffer], context: ReadingContext, *, is_choice: bool
) -> list[ReadOffer]:
    """The prices that make a package each: no echo of one on the table, no list price beside two of the speaker's own.

    Where an "or" alone sets them apart, a probe counts only if a plain question puts them: "34 with the mats or 33?".
    """
    own = [price for price in prices if price.modality is not Modality.ECHO]
    if not is_choice and not all(_is_put(line, price) for price in own):
        return []
    own = sorted((*own, *_said_again(line, own)), key=lambda price: price.span.start)
    lower = [price for price in own if price.amount != context.list_price]
    return lower if len(lower) > 1 else own


def _is_put(line: Line, price: ReadOffer) -> bool:
    """Whether the price is no end of a range, and put forward or asked about without a "what if"."""
    for number in _numbers_of(line, price):
        setting = next(one for one in line.settings if number in one.numbers)
        if number.vague or ends_range(line, number, setting):
            return False
        is_supposed = setting.has(Cue.SUPPOSE, Cue.HEDGE, Cue.UNREAL) or setting.clause.supposing
        return price.modality in BINDING or (setting.sentence.question and not is_supposed)
    return price.modality in BINDING


def _package(
    line: Line,
    piece: Piece,
    stretches: Sequence[Piece],
    offers: Sequence[ReadOffer],
    context: ReadingContext,
    read: Read,
) -> Package | None:
    """The package of a piece, with what is said of all; None without a price.

    Prices and counts are those of the whole line, which may take their size from each other; extras those of the piece,
    which are not mixed up with another's.
    """
    price, flags = context.price.id, {flag.id for flag in context.flags}
    alone = [offer for offer in _read_in(line, stretches, read, context) if offer.modality is not Modality.REJECTED]
    whole = [offer for offer in offers if piece.holds(offer.span) and offer.modality is not Modality.REJECTED]
    prices = [offer for offer in whole if offer.issue == price]
    prices = prices or [offer for offer in alone if offer.issue == price and piece.holds(offer.span)]
    if not prices:
        return None
    beside = {offer.issue: offer for offer in whole if offer.issue in flags}
    beside |= {offer.issue: offer for offer in alone}
    beside |= {offer.issue: offer for offer in whole if offer.issue not in flags}
    beside[price] = prices[-1]
    return Package(piece.name, tuple(sorted(beside.values(), key=lambda offer: offer.span.start)))


def _read_in(line: Line, stretches: Sequence[Piece], read: Read, context: ReadingContext) -> Iterator[ReadOffer]:
    """The offers of these stretches read as one message, at their places in the line."""
    ordered = sorted(stretches, key=lambda one: one.start)
    begins: list[int] = []
    said = ""
    for one in ordered:
        begins.append(len(said))
        said += f"{line.source.text[one.start : one.end]} "
    for offer in read(said, context):
        at = bisect_right(begins, offer.span.start) - 1
        shift = ordered[at].start - begins[at]
        yield replace(offer, span=Span(offer.span.start + shift, offer.span.end + shift, offer.span.text))


def _told_in_full(
    line: Line, packages: Sequence[Package], pieces: Sequence[Piece], context: ReadingContext
) -> tuple[Package, ...]:
    """The packages with what they only hint at: "without the warranty, or 35,200 with it", "as it stands".

    Where one comes with nothing more, no extra stands that was offered before and is not said again.
    """
    own, bare = context.own_offer, _bare().find(line.spelled) if context.own_offer else []
    gone: list[ReadOffer] = []
    if own is not None and bare:
        span = line.span(bare[0].start, bare[0].end)
        gone = [ReadOffer(flag.id, 0, Modality.FIRM, span) for flag in context.flags if own.amount(flag.id)]
    left_out = [offer for package in packages for offer in package.offers if not offer.amount]
    back = [replace(offer, amount=1) for offer in left_out if any(flag.id == offer.issue for flag in context.flags)]
    full: list[Package] = []
    for package in packages:
        takes_back = back and _ends_in_with(line, package, pieces)
        named = {offer.issue for offer in package.offers}
        more = [offer for offer in (*(back if takes_back else ()), *gone) if offer.issue not in named]
        full.append(
            replace(package, offers=(*package.offers, *{offer.issue: offer for offer in reversed(more)}.values()))
        )
    return tuple(full)


def _ends_in_with(line: Line, package: Package, pieces: Sequence[Piece]) -> bool:
    """Whether the stretch of the package has a "with" that names nothing: "35,200 with it", "35,200 with."."""
    piece = next(one for one in pieces if any(one.holds(offer.span) for offer in package.offers))
    for at, word in enumerate(line.spelled):
        if word == "with" and piece.holds(line.span(at, at + 1)):
            following = "".join(line.words(at + 1, at + 2))
            return following in _THAT or following in _ENDS or following in APART
    return False
