"""Ultimatums: a demand with what happens otherwise, "sign by Friday or we turn your access off"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

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
_COMMANDS = frozenset(words_of("sign decide act buy make lock jump grab snap commit"))
_LEFT_OPEN = frozenset(
    words_of("no if can could may might would will when once want ready rather like able i we they he she")
)
_TELLING = frozenset(words_of("i we they he she"))
_NEEDS = frozenset({("need", "an"), ("need", "a"), ("need", "your")})
_NEEDING = frozenset({"you", "they"})
_DOING = _TELLING | frozenset(words_of("you people users agents"))
_OWN_QUESTIONS = frozenset(words_of("what why how where do are before just or yes take"))
"""What begins a wording that presses as a question too: "what are you waiting for?"."""
_LAST = frozenset({("last", "word")})
"""What is an ultimatum by itself, "28,000, last word", and none of an earlier one: "against your last word"."""
_OWNERS = frozenset(words_of("my our your his her their the that this a any"))
_IS_IT = frozenset(words_of("is it that a"))
_YES_OR_NO = ("yes", "or", "no")
_DECIDING = frozenset(words_of("sign buy pay decide commit renew take accept agree close order settle confirm deal"))
_ASKING = frozenset(words_of("what how who where which whether"))
_ASKED_WHEN = frozenset(("when", word) for word in words_of("do does did would will should is"))
_TOLD = frozenset(
    ("you", word) for word in words_of("said told mentioned wrote say think thought felt worried asked wanted")
)
"""Whose words are only repeated."""
_NO_NEED = frozenset({("no", "need"), ("no", "rush"), ("no", "reason"), ("nobody", "else"), ("no", "one")})
_NONE = frozenset({"no", "without", "never", "nobody"})
_NOT_ASKING = frozenset(words_of("not ask again"))
_GRANTING = frozenset(words_of("fair understood sorry respect apologies"))
_CONDITIONS = frozenset(words_of("if unless assuming provided providing should were"))
_TAGS = frozenset({("right",), ("correct",), ("is", "that", "right"), ("did", "i", "get", "that", "right")})


class Part(StrEnum):
    """What a wording is in an ultimatum."""

    DEMAND = "demand"
    UNLESS = "unless"
    LOSS = "loss"


_VERBS = "(sign|buy|pay|decide|commit|renew|take|accept|agree|close|order|settle|confirm|choose|act|reserve)"
_PARTS: dict[Part, str] = {
    Part.DEMAND: f"""
        you (need to|have to|have got to|got to|had better|would better|better|must) {_VERBS},
        (need|want) you to {_VERBS}, until ~ to {_VERBS}, need (an|your) answer,
        need (a|your) (decision|signature|yes|commitment), need (this|it|that) signed, it is (now|today|this),
        wants (me|us) to (close|sell|move|sign|finish), (have|need|get) (ink|a signature|a yes|a po),
        (we|you) ( |either |can either )(do|sign|close|finish|settle|wrap|shake) ~ (now|today|tonight|this),
        (it|this|that|deal|order|contract) (has|needs) to (be signed|be done|close|get signed|be closed|happen)
    """,
    Part.UNLESS: f"""
        unless you {_VERBS}, if you (do not|will not|can not) {_VERBS}, if not, unless (we|i) (have|get|hear|see|sign),
        if (it|this|that|the contract|the order|the renewal) is not (signed|done|closed|settled),
        if (this|it|that) (slips|drags|waits|does not close|does not get|does not happen),
        if there is no (po|signature|order|yes), (your|a) sign-off by,
        if (we|you) can not (agree|close|sign|decide|commit|make), if i have to (go back|ask|check),
        if (i|we) do not (hear|sign|close|settle|get a|get your|get the|have a|have your|see a),
        if you (wait|leave|walk|go home|drive home|come back|need to check|drag|delay|let), if we miss,
        without (a|your|the) (signature|yes|commitment|order|sign-off|po), no signature, once you leave
    """,
    Part.LOSS: """
        or else, or (walk|lose|leave|go|get out|get lost|forget it|forget about|go home|no deal|nothing|never),
        you (walk|lose|can walk|can leave|can forget|will lose|will regret|miss out|will miss out|get nothing),
        you (will |do )not get, (turn|turning|switch|switching|cut|cutting|shut|shutting|lock|locking) ~ (off|down|out),
        (sell|selling|give|giving|offer|offering) (it|this|that|this one|the car|the house|the place) to,
        (i|we) (walk|leave|quit|cancel|terminate|suspend|withdraw|pull|sue|report|move on), (i|we) (sell|let) it,
        (i|we) (will|will have to|have to|are going to|am going to)
        (walk|leave|quit|cancel|terminate|suspend|withdraw|pull|sell|let it go),
        (i am|we are) (walking|leaving|moving on|out|done|gone|finished|through|selling|pulling|cancelling|canceling),
        it (is|will be|goes|gets) (gone|sold|off|over|dead), it goes to, it is all over,
        (price|rate|cost|fee|payment|quote) (doubles|triples|rises|increases|jumps|goes up|is going up|will go up|will
        double|will triple|will rise|will increase),
        (deal|offer|price|discount|access|account|service) (is|will be|goes) (off|gone|dead|over|void|away),
        (deal|offer|discount|access|account|service) (expires|disappears|ends|dies|stops), all bets are off,
        to (someone|somebody|anyone) else,
        (someone|somebody|anyone) else (gets|takes|buys|wants|will take|will buy|will get|will have|will),
        another (buyer|customer|couple|family), the next (person|guy|buyer|customer|couple|family),
        (gets|takes|buys) it, (suspended|terminated|disconnected|deleted|deactivated|repossessed|released),
        (turned|switched|cut|shut|locked) (off|down|out), (gets|get|be|is|are) locked,
        (price|pricing|prices|rates|rate|cost|it|discount|quote) (reverts|revert|resets|reset|goes back|goes to|go to|go
        back), (back to|pay|paying|renew at|at) (list|sticker|full price|list price|full list|sticker price),
        you (are going to |)lose (it|your|the|this),
        (take|taking|pull|pulling|withdraw|withdrawing|lose|losing) ~ (discount|offer|price|deal|quote),
        you are not (renewing|interested|serious), can not (guarantee|promise|hold|keep|extend),
        will not (get|have|see) (this|that), pay (more|double|extra),
        (pay|paying) ~ (list|sticker|full price|list price), (increase|hike) (coming|kicks in|applies),
        (shut|turn|switch|cut) (down|off) your,
        (team|people|users|you) (can not|will not be able to) (work|log in|use|access),
        forget about (the|this|your|any), release your, (hand|give|release|offer) ~ to (another|someone|somebody),
        start (from scratch|over), percent is (off|gone), pulling the plug, (at|pay) the new price,
        (i|we) can not (help you|do anything|hold|keep), no service, (uplift|late fee|penalty|surcharge), spoken for,
        (goes|going|go) to auction, (explain|answer) to your
    """,
}
_BOOK: Phrasebook[Part] = Phrasebook(_PARTS.items())
_BEGINNING = _OTHERWISE | {"unless", "if", "without", "no", "once"}


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
    if is_taken_back(line, setting, start):
        return True
    if _is_dropped(line, setting, start, end) or _asks_for_a_fact(line, setting, start, end):
        return True
    before = line.words(setting.clause.start, start)
    if line.words(start, end) in _LAST and not _OWNERS.isdisjoint(before[-1:]):
        return True
    is_rewarded = line.words(end, end + 1) == ("and",)
    is_open = is_rewarded or setting.is_asked() or not _LEFT_OPEN.isdisjoint(before)
    return (is_open and line.spelled[start] in _COMMANDS) or _is_told(line, before, start)


def _is_dropped(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether who granted the point lets a question of its own go: "fair enough, I won't ask again"."""
    granted = line.words(setting.sentence.start, start)
    return _NOT_ASKING.issubset(line.words(start, end)) and not _GRANTING.isdisjoint(granted)


def _asks_for_a_fact(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether "yes or no" is said of something to tell, and not of the decision: "is it new, yes or no?"."""
    before = frozenset(line.words(setting.sentence.start, start)) - _LEADING_IN - _IS_IT
    return line.words(start, end) == _YES_OR_NO and bool(before) and before.isdisjoint(_DECIDING)


def _is_told(line: Line, before: Sequence[str], start: int) -> bool:
    """Whether what looks like a command tells what somebody does: "you don't wait long", "you need an answer"."""
    if line.spelled[start] == "just":
        return not _TELLING.isdisjoint(before[-2:])
    if line.spelled[start : start + 2] in _NEEDS:
        return not _NEEDING.isdisjoint(before[-1:])
    is_dissuading = line.words(start, start + 2) == ("do", "not") and line.spelled[start + 2] != "have"
    return is_dissuading and not _DOING.isdisjoint(before[-1:])


def is_taken_back(line: Line, setting: Setting, start: int) -> bool:
    """Whether pressing words are asked, supposed, denied, or the other side's own: "you said you have to sign"."""
    before = line.words(setting.clause.start, start)
    pairs = frozenset(pairwise(before))
    if any(hit.start < start for hit in setting.cues if hit.label is Cue.NOT):
        return True
    if not _NONE.isdisjoint(before[-1:]) or not _NO_NEED.isdisjoint(pairs) or not _TOLD.isdisjoint(pairs):
        return True
    is_supposed = setting.clause.supposing and not _CONDITIONS.isdisjoint(before)
    return is_supposed or _is_asked(line, setting, start)


def _is_asked(line: Line, setting: Setting, start: int) -> bool:
    """Whether the clause asks whether it is so; some wordings press as questions too."""
    if line.spelled[start] in _OWN_QUESTIONS:
        return False
    before, last = line.words(setting.clause.start, start), setting.sentence.clauses[-1]
    asks = not _ASKING.isdisjoint(before) or not _ASKED_WHEN.isdisjoint(pairwise(before))
    is_tagged = setting.sentence.question and line.words(last.start, last.end) in _TAGS
    return asks or is_tagged or setting.is_asked() or setting.opens_asking


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
    """Whether its clause asks, or a "not" in it, outside a condition, takes the loss back: "we won't turn it off"."""
    setting = line.settings[bisect_right(line.settings, loss.start, key=_clause_start) - 1]
    if setting.opens_asking or setting.begins_inverted:
        return True
    return any(hit.start < loss.start and hit.start not in supposed for hit in setting.cues if hit.label is Cue.NOT)


def _sentence_at(line: Line, token: int) -> int:
    return bisect_right(line.sentences, token, key=lambda sentence: sentence.start) - 1


def _start(hit: Hit[Part]) -> int:
    return hit.start


def _clause_start(setting: Setting) -> int:
    return setting.clause.start
