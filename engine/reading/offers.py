"""The amounts of a line: on which issue, how much, how firmly; and those that could not be placed."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from engine.reading.context import ReadingContext
from engine.reading.corrections import as_corrected
from engine.reading.cues import Cue
from engine.reading.discounts import Change, changed_price
from engine.reading.echoes import is_ascribed, is_said_back
from engine.reading.flags import flag_offers
from engine.reading.instalments import Instalments, instalments, total_of
from engine.reading.issues import NamedIssues
from engine.reading.line import Line
from engine.reading.loans import loan_senses
from engine.reading.measures import held_level
from engine.reading.meeting import half_way, part_price
from engine.reading.modality import Setting, modality_of
from engine.reading.money import middle, minor_units
from engine.reading.placing import placed
from engine.reading.postponed import is_postponed
from engine.reading.probing import is_asked_after
from engine.reading.quantity import Quantity, Sense
from engine.reading.reading import BINDING, Doubt, Modality, ReadOffer
from engine.reading.shares import SHARE_WORDS
from engine.reading.taking import with_packages_at_theirs
from engine.reading.weighing import weighed

_FEW_WORDS = 4
_FEW_AFTER_IT = 12
_SOON = 2
_OPTIONS = frozenset({"or", "either"})
_ASSENTS = (("fine",), ("ok",), ("deal",), ("sure",), ("alright",), ("agreed",), ("whatever",))
_REFUSALS = frozenset(
    {
        ("absolutely", "not"), ("no", "way"), ("no", "chance"), ("not", "a", "chance"), ("no",), ("never",),
        ("hell", "no"), ("no", "thanks"), ("no", "deal"),
    }
)  # fmt: skip
_AMUSED = frozenset({"lol", "haha", "um", "hmm", "ha"})
_SCOFFS = frozenset(
    {
        ("dream", "on"),
        ("yes", "right"),
        ("good", "one"),
        ("nice", "try"),
        ("keep", "dreaming"),
        ("try", "again"),
        ("you", "wish"),
        ("in", "your"),
        ("no", "ta"),
        ("come", "on"),
        ("get", "real"),
        ("be", "serious"),
        ("as", "if"),
        ("get", "out"),
    }
)
"""How a sentence begins that laughs off the number before it."""
_THERE = frozenset({("get", "there"), ("go", "there")})
_NOT_YET = frozenset({("not", "now"), ("not", "today"), ("not", "yet")})
_POINTING = frozenset({"that", "it", "this"})
_BUT_THAT_IS = (("but", "that", "is"), ("and", "that", "is"), ("but", "it", "is"))
_COMPARED = frozenset({"under", "below", "over", "above", "short", "less", "more"})
_MORE_THAN_THAT = frozenset({"more", "than", "that"})
_DOING = frozenset({"do", "take", "accept", "get", "make", "go", "sell", "give", "pay", "afford", "swing", "justify"})
_MOST_SUMS = 6
"""Prices of a line past which none is taken for a step of a sum."""
_LESS, _PLUS = frozenset({"less", "minus"}), frozenset({"plus", "and", "+"})
_THOUSANDS = 1_000
_NO = frozenset({"no", "pass", "not", "never", "nope", "impossible", "bye", "goodbye", "hah", "pff", "seriously"})
_OTHERWISE = frozenset({"otherwise", "else"})
_ASKED = (Modality.PROBE, Modality.ECHO)


class Found(NamedTuple):
    """Offers and doubts, each in the order of the text."""

    offers: tuple[ReadOffer, ...]
    doubts: tuple[Doubt, ...]


_NOTHING = Found((), ())


def read_offers(line: Line, named: NamedIssues, context: ReadingContext) -> Found:
    """Every offer and doubt in the line."""
    stated: list[ReadOffer] = []
    derived: list[ReadOffer] = []
    doubts: list[Doubt] = []
    base = 0
    may_derive = not SHARE_WORDS.isdisjoint(line.said) or context.price.measures != ()
    parts = {parts.first.start: parts for parts in instalments(line, context)} if len(line.numbers) > 1 else {}
    others = {one.last.start for one in parts.values()} if parts else set()
    for at, setting in enumerate(line.settings):
        for number in setting.numbers:
            if number.start in parts:
                stated.append(_paid_in_parts(line, parts[number.start], setting, context))
            if number.start in parts or number.start in others or is_postponed(line, number, setting):
                continue
            match placed(line, number, setting, named, context):
                case Doubt() as doubt:
                    doubts.append(doubt)
                case ReadOffer() as placed_offer:
                    offer = _offered(line, number, at, placed_offer, stated, context)
                    if offer is None:
                        continue
                    stated.append(offer)
                    base = offer.amount if _is_standing_price(offer, context) else base
        if setting.numbers or may_derive or setting.has(Cue.MIDDLE):
            derived.extend(_derived(line, at, base, context))
    if not (named or stated or derived or doubts):
        return _NOTHING
    offers = _settled(line, stated, derived, context) if stated or derived else []
    gifts = [offer for offer in offers if _gives_more_than_asked(offer, context)]
    if gifts:
        doubts += [Doubt(gift.issue, gift.amount, gift.span) for gift in gifts]
        offers = [offer for offer in offers if offer not in gifts]
    flags = flag_offers(line, named, offers, context)
    return Found(tuple(sorted(with_packages_at_theirs(line, offers, flags, context), key=_start)), tuple(doubts))


def _offered(
    line: Line, number: Quantity, at: int, offer: ReadOffer, stated: list[ReadOffer], context: ReadingContext
) -> ReadOffer | None:
    """The offer as the line corrects it or goes on, and as its words weigh; None where they make no price of it."""
    corrected = as_corrected(offer, number, line, at, stated)
    modality = _as_followed(line, at, corrected, stated, context)
    followed = corrected if modality is corrected.modality else replace(corrected, modality=modality)
    return weighed(line, number, line.settings[at], followed, context) if corrected is offer else followed


def _as_followed(line: Line, at: int, offer: ReadOffer, stated: list[ReadOffer], context: ReadingContext) -> Modality:
    """How firm the offer is, given what the line goes on to say after its clause."""
    modality = offer.modality
    if _is_waved_away(line, at) or (modality in _ASKED and _is_answered_no(line, at)):
        return Modality.REJECTED
    if modality is Modality.REJECTED:
        return Modality.FIRM if _is_taken_after_all(line, at) else modality
    if _is_standing(offer):
        if _is_hedged_after(line, at) or is_asked_after(line, at):
            return Modality.PROBE
        is_bound = _is_otherwise_more(line, at) or _is_bound_after(line, at)
        return Modality.CONDITIONAL if is_bound else modality
    if modality is Modality.PROBE and _goes_on(line, at, stated):
        return stated[-1].modality
    is_turned_down = modality is Modality.ECHO and _is_turned_down_after(line, at, offer, context)
    return Modality.REJECTED if is_turned_down else modality


def _is_bound_after(line: Line, at: int) -> bool:
    """Whether the next clause of the sentence only says what the price hangs on: "350, minimum order 5".

    "But only today" asks for nothing in return.
    """
    following = line.settings[at + 1 : at + 2]
    if not following or following[0].sentence is not line.settings[at].sentence:
        return False
    if not following[0].has(Cue.BOUND):
        return False
    words = line.words(following[0].clause.start, following[0].clause.end)
    is_bound = words[0] != "if" and "only" not in words
    return is_bound and not any(number.sense is Sense.AMOUNT for number in following[0].numbers)


def _is_otherwise_more(line: Line, at: int) -> bool:
    """Whether an "otherwise" sets another price against this one: "297 for completion by March, otherwise 300"."""
    following = line.settings[at + 1 : at + 2]
    if not following or not following[0].numbers or following[0].sentence is not line.settings[at].sentence:
        return False
    return line.spelled[following[0].clause.start] in _OTHERWISE


def _settled(line: Line, stated: list[ReadOffer], derived: list[ReadOffer], context: ReadingContext) -> list[ReadOffer]:
    """What of the amounts and changes stands, in the order of the text; an amount alone stands as it is."""
    if len(stated) + len(derived) == 1:
        return stated or derived
    stated = list(_without_pieces(line, stated, derived, context))
    offers = sorted([*stated, *_unsettled(derived, stated, context)], key=_start)
    offers = list({(one.issue, one.amount, one.modality): one for one in reversed(offers)}.values())[::-1]
    return list(_with_own_taken_up(line, offers, context))


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
    made = (offer.amount + way * step * size for way, step in steps if way for size in (1, _THOUSANDS))
    return any(amount in totals for amount in made)


def _way(line: Line, number: Quantity) -> int:
    """1 for what is added, -1 for what is taken off, 0 for neither."""
    lead = line.words(max(0, number.start - _SOON), number.start)
    return -1 if _LESS.intersection(lead) else int(bool(_PLUS.intersection(lead)))


def _paid_in_parts(line: Line, parts: Instalments, setting: Setting, context: ReadingContext) -> ReadOffer:
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


def _is_answered_no(line: Line, at: int) -> bool:
    """Whether the clause only names a number, asking, and the speaker's next sentence refuses it: "20k? No way."."""
    setting = line.settings[at]
    length = setting.sentence.end - setting.sentence.start
    leads = bool(setting.numbers) and setting.numbers[0].start - setting.sentence.start <= setting.numbers[0].explicit
    is_questioned = setting.is_asked() or (leads and setting.sentence.question)
    if not is_questioned or length > (_FEW_AFTER_IT if leads else _FEW_WORDS):
        return False
    following = line.settings[at + 1 : at + 1 + _SOON]
    answer = next((one for one in following if one.numbers or not one.sentence.question), None)
    return answer is not None and not answer.sentence.question and _says_no(line, answer)


def _is_waved_away(line: Line, at: int) -> bool:
    """Whether the clause says little but a number, and the next of its sentence refuses it: "250, absolutely not"."""
    setting, following = line.settings[at], line.settings[at + 1 : at + 2]
    if not following or following[0].numbers:
        return False
    answer = following[0]
    leads = bool(setting.numbers) and setting.numbers[0].start - setting.clause.start <= setting.numbers[0].explicit
    is_brief = leads or setting.clause.end - setting.clause.start <= _FEW_WORDS
    words = line.words(answer.clause.start, answer.clause.end)
    return answer.sentence is setting.sentence and (
        (is_brief and (words in _REFUSALS or (len(words) < _FEW_WORDS and words[:2] in _SCOFFS)))
        or words[:2] in _NOT_YET
        or (words[:1] == ("so",) and words[1:] in _REFUSALS)
        or (not setting.clause.supposing and _refuses_that(words))
        or (words[:1] == ("and",) and answer.has(Cue.TOO))
    )


def _refuses_that(words: tuple[str, ...]) -> bool:
    """Whether the words refuse what was just said: "I can't take that upstairs"."""
    acts = (words[at + 1 : at + 3] for at in range(len(words) - 2) if words[at] == "not")
    return any((verb in _DOING and what == "that") or (verb, what) in _THERE for verb, what in acts)


def _goes_on(line: Line, at: int, stated: list[ReadOffer]) -> bool:
    """Whether the clause only adds to what its sentence put forward: the net 60 of "how about 250 a seat, net 60?"."""
    setting = line.settings[at]
    if not stated or setting.cues or setting.clause.end - setting.clause.start > _FEW_WORDS:
        return False
    begins = line.span(setting.sentence.start, setting.clause.start + 1).start
    return stated[-1].span.start > begins and stated[-1].modality in BINDING


def _rest_of_sentence(line: Line, at: int) -> Iterator[Setting]:
    """The clauses after this one that go on with its sentence, up to the next that has numbers."""
    for setting in line.settings[at + 1 : at + 1 + _SOON]:
        if setting.numbers or setting.sentence is not line.settings[at].sentence:
            return
        yield setting


def _is_hedged_after(line: Line, at: int) -> bool:
    """Whether the sentence goes on to say that it may not come to that: "27,200, but I can't promise it"."""
    return any(one.has(Cue.UNREAL) for one in _rest_of_sentence(line, at))


def _is_turned_down_after(line: Line, at: int, offer: ReadOffer, context: ReadingContext) -> bool:
    """Whether the other side's number is refused in what follows: "228 is a lot, my CFO will not wear that"."""
    if not context.is_theirs(offer.issue, offer.amount) or line.settings[at].sentence.question:
        return False
    if _is_found_wanting(line, at):
        return True
    return any(one.has(Cue.TOO) or _is_no_of_that(line, one) for one in _rest_of_sentence(line, at))


def _is_found_wanting(line: Line, at: int) -> bool:
    """Whether the next clause says how far off it lies: "you said 44,500, but that's 8 % under last year"."""
    clause = line.settings[at + 1].clause if at + 1 < len(line.settings) else line.settings[at].clause
    words = line.words(clause.start, clause.end)
    return words[:3] in _BUT_THAT_IS and not _COMPARED.isdisjoint(words)


def _is_no_of_that(line: Line, setting: Setting) -> bool:
    """Whether the clause denies something of what was just named: "that's not a counter", "nobody will wear that"."""
    words = line.words(setting.clause.start, setting.clause.end)
    return setting.has(Cue.NOT) and not setting.has(Cue.HARMLESS) and not _POINTING.isdisjoint(words)


def _is_taken_after_all(line: Line, at: int) -> bool:
    """Whether what the clause finds too much is taken in the next: "I lose money at 27 but fine"."""
    following = line.settings[at + 1 : at + 2]
    if not line.settings[at].has(Cue.TOO) or not following:
        return False
    lead = line.words(following[0].clause.start, following[0].clause.start + 2)
    return lead[:1] == ("but",) and lead[1:] in _ASSENTS


def _says_no(line: Line, setting: Setting) -> bool:
    """Whether the clause begins with a no, or says little else: "No way.", "can't"."""
    clause = setting.clause
    is_brief = clause.end - clause.start <= _FEW_WORDS and not setting.numbers
    first = clause.start + (line.spelled[clause.start] in _AMUSED)
    if line.words(first, first + 2) in _SCOFFS or set(line.words(clause.start, clause.end)) >= _MORE_THAN_THAT:
        return True
    return (
        line.spelled[min(first, clause.end - 1)] in _NO
        or (is_brief and setting.has(Cue.NOT))
        or _finds_too_much(setting)
    )


def _finds_too_much(setting: Setting) -> bool:
    return setting.has(Cue.TOO) and not setting.numbers


def _start(offer: ReadOffer) -> int:
    return offer.span.start


def _is_standing(offer: ReadOffer) -> bool:
    return offer.modality in BINDING


def _is_standing_price(offer: ReadOffer, context: ReadingContext) -> bool:
    return offer.issue == context.price.id and _is_standing(offer)


def _gives_more_than_asked(offer: ReadOffer, context: ReadingContext) -> bool:
    """Whether a price binds the speaker to less than the other side offers already, and that was not asked about yet.

    Who was asked and goes further still means it.
    """
    if not context.other_price or not _is_standing_price(offer, context):
        return False
    doubted = context.doubted
    is_confirmed = doubted is not None and context.price_slope * (offer.amount - doubted.amount) <= 0
    return context.price_slope * (offer.amount - context.other_price) < 0 and not is_confirmed


def _derived(line: Line, at: int, base: int, context: ReadingContext) -> Iterator[ReadOffer]:
    setting = line.settings[at]
    changes = (
        *changed_price(line, setting, base, context),
        *half_way(line, setting, context),
        *part_price(line, setting, context),
        *held_level(line, setting, context),
    )
    for change in changes:
        if any(one.start == change.start and loan_senses(line, one, setting, context) for one in setting.numbers):
            continue
        is_theirs = context.is_theirs(context.price.id, change.amount) or _is_their_word(line, setting, change, context)
        modality = modality_of(setting, change.start, is_theirs=is_theirs)
        if modality is Modality.ECHO and not is_theirs:
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
