"""Ultimatums: a demand with what happens otherwise, "sign by Friday or we turn your access off"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, Phrasebook
from engine.reading.quantity import Sense
from engine.reading.reading import Act, ReadAct
from engine.reading.tokens import Kind, words_of

_ASKED_FOR = words_of(
    "sign buy pay decide commit renew take accept agree close order settle confirm choose act reserve come give let "
    "make say do get"
)
"""What is demanded, where nothing but a word that leads in stands before it."""
_LEADING_IN = frozenset(words_of("so well please just you either now look listen and then ok hey but"))
_OTHERWISE = frozenset({"or", "otherwise"})
_REACH = 6
"""Tokens from an "or" within which the loss begins."""
_LEAVING = frozenset({"leave", "go"})
_AT_ONCE = frozenset(words_of("now then today right away home empty"))
_COMMANDS = frozenset({("sign", "now"), ("decide", "now")})
_LEFT_OPEN = frozenset(words_of("no if can could may might would when once want ready rather like able"))


class Part(StrEnum):
    """What a wording is in an ultimatum."""

    DEMAND = "demand"
    UNLESS = "unless"
    LOSS = "loss"


_VERBS = "(sign|buy|pay|decide|commit|renew|take|accept|agree|close|order|settle|confirm|choose|act|reserve)"
_PARTS: dict[Part, str] = {
    Part.DEMAND: f"""
        you (need to|have to|have got to|got to|had better|would better|better|must) {_VERBS}, (need|want) you to
        {_VERBS}, until ~ to {_VERBS}, need (an|your) answer, need (a|your) (decision|signature|yes|commitment),
        need (this|it|that) signed
    """,
    Part.UNLESS: f"""
        unless you {_VERBS}, if you (do not|will not|can not) {_VERBS}, if not
    """,
    Part.LOSS: """
        or else, or (walk|lose|leave|go|get out|get lost|forget it|forget about|go home|no deal|nothing|never),
        you (walk|lose|can walk|can leave|can forget|will lose|will regret|miss out|will miss out|get nothing),
        you (will |do )not get,
        (turn|turning|switch|switching|cut|cutting|shut|shutting|lock|locking) ~ (off|down|out),
        (sell|selling|give|giving|offer|offering) (it|this|that|this one|the car|the house|the place) to, (i|we)
        (walk|leave|quit|cancel|terminate|suspend|withdraw|pull|sue|report|move on), (i|we) (sell|let) it, (i|we)
        (will|will have to|have to|are going to|am going to)
        (walk|leave|quit|cancel|terminate|suspend|withdraw|pull|sell|let it go), (i am|we are) (walking|leaving|moving
        on|out|done|gone|finished|through|selling|pulling|cancelling|canceling), it (is|will be|goes|gets)
        (gone|sold|off|over|dead), it goes to, it is all over, (price|rate|cost|fee|payment|quote)
        (doubles|triples|rises|increases|jumps|goes up|is going up|will go up|will double|will triple|will rise|will
        increase), (deal|offer|price|discount|access|account|service) (is|will be|goes)
        (off|gone|dead|over|void|away), (deal|offer|discount|access|account|service)
        (expires|disappears|ends|dies|stops), all bets are off, to (someone|somebody|anyone) else,
        (someone|somebody|anyone) else (gets|takes|buys|wants|will take|will buy|will get|will have), another
        (buyer|customer|couple|family), the next (person|guy|buyer|customer|couple|family), (gets|takes|buys) it,
        (suspended|terminated|disconnected|deleted|deactivated|repossessed), (turned|switched|cut|shut|locked)
        (off|down|out)
    """,
}
_BOOK: Phrasebook[Part] = Phrasebook(_PARTS.items())
_BEGINNING = _OTHERWISE | {"unless", "if"}


def ultimatums(line: Line) -> Iterator[ReadAct]:
    """Pressure for every demand that a loss stands behind, in time linear in the line."""
    if _BEGINNING.isdisjoint(line.said):
        return
    hits = _BOOK.find(line.spelled)
    conditions = [hit for hit in hits if hit.label is Part.UNLESS]
    supposed = frozenset(at for hit in conditions for at in range(hit.start, hit.end))
    losses = [hit for hit in hits if hit.label is Part.LOSS and not _is_denied(line, hit, supposed)]
    losses = [hit for hit in losses if not _goes_elsewhere(line, hit)]
    if losses:
        yield from _behind_an_or(line, _demands(line, hits), losses)
        yield from _behind_a_condition(line, [hit.start for hit in conditions], losses)


def presses_nobody(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether pressing words press nobody: "can you decide now?", "if you sign now", "no need to decide now"."""
    before = line.words(setting.clause.start, start)
    is_rewarded = line.words(end, end + 1) == ("and",)
    is_open = is_rewarded or setting.is_asked() or not _LEFT_OPEN.isdisjoint(before)
    return before[-1:] == ("no",) or (is_open and line.words(start, end) in _COMMANDS)


def _demands(line: Line, hits: Sequence[Hit[Part]]) -> list[int]:
    """Where demands begin, in order."""
    return sorted({*_commands(line), *_prices(line), *(hit.start for hit in hits if hit.label is Part.DEMAND)})


def _commands(line: Line) -> Iterator[int]:
    for setting in line.settings:
        at, end = setting.clause.start, setting.clause.end
        while at < end and line.spelled[at] in _LEADING_IN:
            at += 1
        following = line.words(at, min(at + 2, end))
        if following and following[0] in _ASKED_FOR and following[1:] not in (("you",), ("not",)):
            yield at


def _prices(line: Line) -> Iterator[int]:
    """Numbers that are demanded as they stand: "24,000 or I walk"."""
    return (number.start for number in line.numbers if number.sense in (Sense.AMOUNT, Sense.PER_MONTH))


def _behind_an_or(line: Line, demands: Sequence[int], losses: Sequence[Hit[Part]]) -> Iterator[ReadAct]:
    for loss in losses:
        near = range(loss.start, max(-1, loss.start - _REACH - 1), -1)
        turn = next((at for at in near if line.spelled[at] in _OTHERWISE), None)
        before = bisect_left(demands, turn) if turn is not None else 0
        if turn is not None and before and _goes_on(line, demands[before - 1], turn, loss.start):
            yield ReadAct(Act.PRESSURE, line.span(demands[before - 1], loss.end))


def _behind_a_condition(line: Line, conditions: Sequence[int], losses: Sequence[Hit[Part]]) -> Iterator[ReadAct]:
    """An ultimatum for each first loss of a sentence with an "unless"."""
    for at in conditions:
        sentence = line.sentences[_sentence_at(line, at)]
        first = bisect_left(losses, sentence.start, key=_start)
        if first < len(losses) and losses[first].start < sentence.end and line.spelled[at - 1 : at] != ("even",):
            loss = losses[first]
            yield ReadAct(Act.PRESSURE, line.span(min(at, loss.start), max(at + 1, loss.end)))


def _goes_on(line: Line, demand: int, turn: int, loss: int) -> bool:
    """Whether the demand is in the sentence of the "or" and the loss, or in the one before that the "or" takes up."""
    if any(token.kind is Kind.MARK for token in line.tokens[turn + 2 : loss]):
        return False
    at = _sentence_at(line, turn)
    begins = 1 if line.sentences[at].start == turn else 0
    return loss < line.sentences[at].end and _sentence_at(line, demand) >= at - begins


def _goes_elsewhere(line: Line, loss: Hit[Part]) -> bool:
    """Whether words of leaving go on to say something else: "or leave it with us", "or go over it again"."""
    following = line.tokens[loss.end : loss.end + 1]
    ends = not following or following[0].kind is Kind.MARK or following[0].word in _AT_ONCE
    return line.spelled[loss.end - 1] in _LEAVING and not ends


def _is_denied(line: Line, loss: Hit[Part], supposed: frozenset[int]) -> bool:
    """Whether a "not" of its clause, outside a condition, takes the loss back: "we won't turn it off"."""
    setting = line.settings[bisect_right(line.settings, loss.start, key=_clause_start) - 1]
    return any(hit.start < loss.start and hit.start not in supposed for hit in setting.cues if hit.label is Cue.NOT)


def _sentence_at(line: Line, token: int) -> int:
    return bisect_right(line.sentences, token, key=lambda sentence: sentence.start) - 1


def _start(hit: Hit[Part]) -> int:
    return hit.start


def _clause_start(setting: Setting) -> int:
    return setting.clause.start
