"""What a line does, act by act: asking, presenting, offering, accepting, leaving …"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from engine.reading.context import ReadingContext
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.moves import acts_of_offers
from engine.reading.of_the_offer import asks_how_it_strikes
from engine.reading.others_prices import rival_of
from engine.reading.own_points import on_own_points
from engine.reading.parting import with_parting
from engine.reading.persons import presents_nothing
from engine.reading.questions import as_acts, names_choices
from engine.reading.reading import BINDING, Act, ReadAct, ReadOffer, Span
from engine.reading.restating import as_said_back
from engine.reading.said import Said
from engine.reading.taken_up import without_taken_up
from engine.reading.taking import takings
from engine.reading.topics import topics_within
from engine.scenario.scenario import Topic

_OUTDONE = {
    Act.REJECT: Act.WALK,
    Act.RAPPORT: Act.GREET,
    Act.INSULT: Act.PRESSURE,
    Act.WALK: Act.PRESSURE,
    Act.PRESENT: Act.COMPLAIN,
}

_EMPTY_IN_A_THREAT = frozenset({Act.WALK, Act.CONDITIONAL_TODAY, Act.ACCEPT, Act.REJECT})
"""Acts that their wordings do not make inside a threat: "sign today or I walk" neither leaves nor offers anything."""

_SUPPOSING = ("if ", "and if ", "what if ", "but if ", "why not ")
_ASKING = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED})
_BY_OFFER = frozenset({Act.QUOTE, Act.COUNTER, Act.CONCEDE})


def read_acts(said: Said, offers: tuple[ReadOffer, ...], context: ReadingContext) -> tuple[ReadAct, ...]:
    """Every act of what was said, in the order of the text; the same act on the same topic once."""
    line, threats = said.line, said.threats
    asked = [act for act in as_acts(said.questions, context.last_topic) if not _is_offer(act, offers)]
    worded = said.worded if not context.price.measures else _without_finance(said.worded)
    of_what_is_shown = () if offers else tuple(act for act in worded if _is_of_what_is_shown(line, act))
    asked += [ReadAct(Act.ASK_OPEN, act.span) for act in of_what_is_shown]
    found = [
        *threats,
        *asked,
        *(act for act in worded if act not in of_what_is_shown),
        *_presented(line, asked, context),
        *(_of_offers(line, offers, context) if offers else ()),
    ]
    acts = tuple(found) if len(found) < 2 and not threats else _each_once(line, found, threats)
    return with_parting(line, on_own_points(without_taken_up(line, as_said_back(line, acts, context))), offers, context)


def _each_once(line: Line, found: list[ReadAct], threats: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts in the order of the text, the same act on the same topic once, and none that a stronger one undoes."""
    once: dict[tuple[Act, Topic | int | None], ReadAct] = {}
    worded = {act.act for act in found if not act.guessed}
    for act in sorted(found, key=lambda act: (act.mild, act.span.start, act.act)):
        if act.guessed and act.act in worded and act.act not in _ASKING:
            continue
        is_unplaced = act.act in _ASKING and act.topic is None
        once.setdefault((act.act, act.span.start if is_unplaced else act.topic), act)
    return _settled(line, sorted(once.values(), key=lambda act: (act.span.start, act.act)), threats)


def _without_finance(acts: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts, none of them an offer of a loan: where a price is paid by the year there is none."""
    return tuple([act for act in acts if act.act is not Act.FINANCE_OFFER])


def _of_offers(line: Line, offers: tuple[ReadOffer, ...], context: ReadingContext) -> Iterator[ReadAct]:
    yield from acts_of_offers(line, offers, context)
    yield from takings(line, offers, context)


def _is_offer(question: ReadAct, offers: tuple[ReadOffer, ...]) -> bool:
    """Whether a question is an offer in disguise, "what about 34?", or supposes one: "what if you got the mats?"."""
    supposes = question.span.text.lower().startswith(_SUPPOSING)
    first = bisect_left(offers, question.span.start, key=_start)
    last = bisect_left(offers, question.span.end, key=_start)
    return any(supposes or offer.modality in BINDING for offer in offers[first:last])


def _is_of_what_is_shown(line: Line, read: ReadAct) -> bool:
    """Whether an act that is guessed to ask for a price asks what they make of a thing that the line has just shown."""
    if read.act is not Act.ASK_OFFER or not read.guessed or not asks_how_it_strikes(read.span.text):
        return False
    return any(line.span(hit.start, hit.end).end <= read.span.start for hit in line.topics)


def _start(offer: ReadOffer) -> int:
    return offer.span.start


def _presented(line: Line, asked: list[ReadAct], context: ReadingContext) -> Iterator[ReadAct]:
    """A statement that names a topic presents something on it; one of a rival's price speaks of the rival alone."""
    if not line.topics:
        return
    taken = [act.span for act in asked]
    starts = [span.start for span in taken]
    for setting in line.settings:
        clause = setting.clause
        named = topics_within(line.topics, clause.start, clause.end)
        if not named or presents_nothing(line, setting):
            continue
        span = line.span(clause.start, clause.end)
        before = bisect_right(starts, span.start)
        if before and (span.start < taken[before - 1].end or _goes_on_asking(line, setting, taken[before - 1])):
            continue
        rivals = (rival_of(line, number, setting, context) for number in setting.numbers)
        rival = next((name for name in rivals if name is not None), None)
        for topic in named if rival is None else topics_within(line.topics, rival.start, rival.stop):
            yield ReadAct(Act.PRESENT, span, topic)


def _goes_on_asking(line: Line, setting: Setting, asked: Span) -> bool:
    """Whether the clause only names what a question right before it lets choose from: "space or looks"."""
    clause, sentence = setting.clause, setting.sentence
    if clause.start == sentence.start or line.span(sentence.start, clause.start).end > asked.end + 2:
        return False
    return names_choices(line.words(clause.start, clause.end))


def _settled(line: Line, acts: list[ReadAct], threats: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts without those made void by a stronger one: a refusal that leaves, an offer that accepts."""
    if len(acts) == 1 and not threats:
        return tuple(acts)
    accepted = [act.span.start for act in acts if act.act is Act.ACCEPT]
    return tuple(
        act
        for act in acts
        if not (act.act in _OUTDONE and any(_outdoes(o, act) for o in acts if o not in threats))
        and not (act.act in _EMPTY_IN_A_THREAT and any(_overlap(act, threat) for threat in threats))
        and not (act.act in _BY_OFFER and any(_is_same_sentence(line, act.span.start, at) for at in accepted))
    )


def _outdoes(one: ReadAct, other: ReadAct) -> bool:
    return one.act is _OUTDONE[other.act] and _overlap(one, other)


def _is_same_sentence(line: Line, one: int, other: int) -> bool:
    spans = (line.span(sentence.start, sentence.end) for sentence in line.sentences)
    return any(span.start <= one < span.end and span.start <= other < span.end for span in spans)


def _overlap(one: ReadAct, other: ReadAct) -> bool:
    return one.span.start < other.span.end and other.span.start < one.span.end
