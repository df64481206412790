"""The amounts of a line: on which issue, how much, how firmly; and those that could not be placed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from engine.reading.at_list import LIST_WORDS, at_list
from engine.reading.context import ReadingContext
from engine.reading.corrections import as_corrected, is_replaced, takes_back
from engine.reading.cues import Cue
from engine.reading.discounts import Change, changed_price
from engine.reading.echoes import is_ascribed, is_said_back
from engine.reading.flags import flag_offers, refuses_only_an_extra
from engine.reading.following import as_followed
from engine.reading.line import Line
from engine.reading.loans import loan_senses
from engine.reading.measures import held_level
from engine.reading.meeting import half_way, part_price
from engine.reading.modality import Setting, modality_of
from engine.reading.money import middle, minor_units
from engine.reading.placing import placed
from engine.reading.postponed import is_postponed
from engine.reading.price_parts import Parts, parts_in, total_of
from engine.reading.probing import is_asked_after
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import BINDING, Doubt, Modality, ReadOffer
from engine.reading.shares import SHARE_WORDS
from engine.reading.taking import with_packages_at_theirs
from engine.reading.weighing import weighed

_DERIVING = SHARE_WORDS | LIST_WORDS
_SOON = 2
_OPTIONS = frozenset({"or", "either"})
_MOST_SUMS = 6
"""Prices of a line past which none is taken for a step of a sum."""
_LESS, _PLUS = frozenset({"less", "minus"}), frozenset({"plus", "and", "+"})
_THOUSANDS = 1_000


class Found(NamedTuple):
    """Offers and doubts, each in the order of the text."""

    offers: tuple[ReadOffer, ...]
    doubts: tuple[Doubt, ...]


_NOTHING = Found((), ())


def read_offers(line: Line, context: ReadingContext) -> Found:
    """Every offer and doubt in the line."""
    stated: list[ReadOffer] = []
    derived: list[ReadOffer] = []
    doubts: list[Doubt] = []
    base = 0
    may_derive = not _DERIVING.isdisjoint(line.said) or context.price.measures != ()
    parts = {parts.first.start: parts for parts in parts_in(line, context)} if len(line.numbers) > 1 else {}
    others = {one.last.start for one in parts.values()} if parts else set()
    for at, setting in enumerate(line.settings):
        for number in setting.numbers:
            if number.start in parts:
                stated.append(_paid_in_parts(line, parts[number.start], setting, context))
            if number.start in parts or number.start in others or is_postponed(line, number, setting):
                continue
            match placed(line, number, setting, context):
                case Doubt() as doubt:
                    doubts.append(doubt)
                case ReadOffer() as placed_offer:
                    offer = _offered(line, number, at, placed_offer, stated, context)
                    if offer is None:
                        continue
                    if takes_back(line, number, offer, stated):
                        stated.pop()
                    stated.append(offer)
                    base = offer.amount if _is_standing_price(offer, context) else base
        if setting.numbers or may_derive or setting.has(Cue.MIDDLE):
            derived.extend(_derived(line, at, base, context))
    if not (line.issues or stated or derived or doubts):
        return _NOTHING
    offers = _settled(line, stated, derived, context) if stated or derived else []
    gifts = [offer for offer in offers if _gives_more_than_asked(offer, context)]
    if gifts and not _is_for_fewer(offers, context):
        doubts += [Doubt(gift.issue, gift.amount, gift.span) for gift in gifts]
        offers = [offer for offer in offers if offer not in gifts]
    flags = flag_offers(line, offers, context)
    return Found(tuple(sorted(with_packages_at_theirs(line, offers, flags, context), key=_start)), tuple(doubts))


def _offered(
    line: Line, number: Quantity, at: int, offer: ReadOffer, stated: list[ReadOffer], context: ReadingContext
) -> ReadOffer | None:
    """The offer as the line corrects it or goes on, and as its words weigh; None where they make no price of it."""
    if is_replaced(line, number):
        return replace(offer, modality=Modality.REJECTED)
    if offer.modality is Modality.REJECTED and refuses_only_an_extra(line, number, line.settings[at], context):
        offer = replace(offer, modality=Modality.FIRM)
    corrected = as_corrected(offer, number, line, at, stated)
    modality = as_followed(line, at, corrected, stated, context)
    followed = corrected if modality is corrected.modality else replace(corrected, modality=modality)
    return weighed(line, number, line.settings[at], followed, context) if corrected is offer else followed


def _settled(line: Line, stated: list[ReadOffer], derived: list[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    """What of the amounts and changes stands, in the order of the text; an amount alone stands as it is."""
    if len(stated) + len(derived) == 1:
        return stated or derived
    stated = [_as_split(line, one, derived, context) for one in _without_pieces(line, stated, derived, context)]
    offers = sorted([*stated, *_unsettled(derived, stated, context)], key=_start)
    offers = list({(one.issue, one.amount, one.modality): one for one in reversed(offers)}.values())[::-1]
    return list(_with_own_taken_up(line, offers, context))


def _as_split(line: Line, offer: ReadOffer, derived: list[ReadOffer], context: ReadingContext) -> ReadOffer:
    """The offer; an echo where the line names the middle between it and the other side's: "you're at 20, I'm at 25"."""
    if not _is_standing_price(offer, context):
        return offer
    named = [minor_units(one.value, context) for one in line.numbers]
    later = (one for one in derived if one.span.start > offer.span.start and not any(map(str.isdecimal, one.span.text)))
    is_split = any(2 * one.amount - offer.amount in named for one in later)
    return replace(offer, modality=Modality.ECHO) if is_split else offer


def _without_pieces(
    line: Line, stated: list[ReadOffer], derived: list[ReadOffer], context: ReadingContext
) -> Iterator[ReadOffer]:
    """The offers without those that only lead to a result: "4 sessions at 5,000 each makes 20,000", "1,300 less 50"."""
    totals = {offer.amount for offer in (*stated, *derived) if offer.issue == context.price.id}
    may_lead = len(totals) > 1 and len(stated) <= _MOST_SUMS
    for offer in stated:
        is_price = offer.issue == context.price.id and may_lead
        if not (is_price and (_is_of_a_piece(line, offer, totals) or _is_summed(line, offer, totals, context))):
            yield offer


def _is_of_a_piece(line: Line, offer: ReadOffer, totals: set[int]) -> bool:
    """Whether the line names a count of pieces and what so many cost."""
    counts = (number.value for number in line.numbers if number.sense is Sense.OTHER)
    return any(count > 1 and count * offer.amount in totals for count in counts)


def _is_summed(line: Line, offer: ReadOffer, totals: set[int], context: ReadingContext) -> bool:
    """Whether the line takes something off the price, or adds to it, and names what that makes: "1,300 less 50, so"."""
    if "or" in line.said:
        return False
    steps = [(_way(line, number), minor_units(number.value, context)) for number in line.numbers]
    made = (offer.amount + way * step * size for way, step in steps if way and step for size in (1, _THOUSANDS))
    return any(amount in totals for amount in made)


def _way(line: Line, number: Quantity) -> int:
    """1 for what is added, -1 for what is taken off, 0 for neither."""
    lead = line.words(max(0, number.start - _SOON), number.start)
    return -1 if _LESS.intersection(lead) else int(bool(_PLUS.intersection(lead)))


def _paid_in_parts(line: Line, parts: Parts, setting: Setting, context: ReadingContext) -> ReadOffer:
    """The price that is paid in these parts."""
    amount = total_of(*parts, context)
    theirs = context.is_theirs(context.price.id, amount)
    modality = modality_of(setting, parts.first.start, is_theirs=theirs)
    return ReadOffer(context.price.id, amount, modality, line.span(parts.first.start, parts.last.end))


def _with_own_taken_up(line: Line, offers: list[ReadOffer], context: ReadingContext) -> Iterator[ReadOffer]:
    """The offers, the speaker's live price being an echo where another takes its place: "I'm at 140, 120 is fair"."""
    standing = [offer.amount for offer in offers if _is_standing_price(offer, context)]
    for offer in offers:
        is_replaced = standing and standing[-1] != offer.amount and _OPTIONS.isdisjoint(line.said)
        if is_replaced and _is_standing_price(offer, context) and context.is_ours(offer.issue, offer.amount):
            offer = replace(offer, modality=Modality.ECHO)
        yield offer


def _start(offer: ReadOffer) -> int:
    return offer.span.start


def _is_standing(offer: ReadOffer) -> bool:
    return offer.modality in BINDING


def _is_standing_price(offer: ReadOffer, context: ReadingContext) -> bool:
    return offer.issue == context.price.id and _is_standing(offer)


def _gives_more_than_asked(offer: ReadOffer, context: ReadingContext) -> bool:
    """Whether a price binds the speaker to less than the other side offers already, and that was not asked about yet.

    Who was asked and goes further still means it, and so does who has stood there already.
    """
    if not context.other_price or not _is_standing_price(offer, context) or offer.amount == context.own_price:
        return False
    doubted = context.doubted
    is_confirmed = doubted is not None and context.price_slope * (offer.amount - doubted.amount) <= 0
    return context.price_slope * (offer.amount - context.other_price) < 0 and not is_confirmed


def _is_for_fewer(offers: Sequence[ReadOffer], context: ReadingContext) -> bool:
    """Whether fewer of what the price is for are put up than the speaker's last offer, or else the usual, was for."""
    for per, pieces in {measure.per: measure.pieces for measure in context.price.measures if measure.per}.items():
        last = context.own_offer.amount(per) if context.own_offer and context.own_offer.names(per) else pieces
        if any(offer.issue == per and offer.modality in BINDING and offer.amount < last for offer in offers):
            return True
    return False


def _derived(line: Line, at: int, base: int, context: ReadingContext) -> Iterator[ReadOffer]:
    setting = line.settings[at]
    changes = (
        *changed_price(line, setting, base, context),
        *half_way(line, setting, context),
        *part_price(line, setting, context),
        *at_list(line, setting, context),
        *held_level(line, setting, context),
    )
    for change in changes:
        if any(one.start == change.start and loan_senses(line, one, setting, context) for one in setting.numbers):
            continue
        is_theirs = context.is_theirs(context.price.id, change.amount) or _is_their_word(line, setting, change, context)
        modality = modality_of(setting, change.start, is_theirs=is_theirs)
        if modality is Modality.ECHO and (change.is_put or not is_theirs):
            modality = Modality.FIRM
        if change.is_given and modality is not Modality.REJECTED:
            modality = Modality.ECHO
        elif modality is Modality.FIRM and is_asked_after(line, at):
            modality = Modality.PROBE
        yield ReadOffer(context.price.id, change.amount, modality, line.span(change.start, change.end))


def _is_their_word(line: Line, setting: Setting, change: Change, context: ReadingContext) -> bool:
    """Whether the change is the other side's, said back or said to be what it needs."""
    number = next((one for one in setting.numbers if one.start == change.start), None)
    if number is None or change.amount == context.own_price:
        return False
    return is_ascribed(line, number, setting) or is_said_back(line, number, setting, context)


def _unsettled(derived: list[ReadOffer], stated: list[ReadOffer], context: ReadingContext) -> Iterator[ReadOffer]:
    """The changes that the line does not itself work out, as "knock off one grand, so 20,900" does."""
    named = [
        offer.span.start
        for offer in stated
        if offer.issue == context.price.id
        and offer.modality not in (Modality.REJECTED, Modality.ECHO)
        and offer.amount != context.own_price
    ]
    worked_out = {offer.amount for offer in stated if offer.issue == context.price.id}
    for offer in derived:
        is_half_way = not any(character.isdigit() for character in offer.span.text) and offer.amount == middle(context)
        if offer.amount in worked_out:
            continue
        worked_out.add(offer.amount)
        if not named or (not is_half_way and named[-1] < offer.span.start):
            yield offer
