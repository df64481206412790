"""What the line goes on to say after a number, and how firm that makes it: "250, absolutely not", "20k? No way."."""

from collections.abc import Iterator
from itertools import pairwise

from engine.reading.agreeing import is_sealed_beside
from engine.reading.clauses import GIVE_IT
from engine.reading.context import ReadingContext
from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.probing import is_asked_after
from engine.reading.quantity import Sense
from engine.reading.reading import BINDING, Modality, ReadOffer

_FEW_WORDS = 4
_FEW_AFTER_IT = 12
_SOON = 2
_ASSENTS = (("fine",), ("ok",), ("deal",), ("sure",), ("alright",), ("agreed",), ("whatever",))
_REFUSALS = frozenset(
    {
        ("absolutely", "not"), ("no", "way"), ("no", "chance"), ("not", "a", "chance"), ("no",), ("never",),
        ("hell", "no"), ("no", "thanks"), ("no", "deal"), ("no", "thank", "you"), ("no", "way", "in", "hell"),
        ("not", "happening"), ("not", "going", "to", "happen"),
    }
)  # fmt: skip
_MAY_I = (("may", "i"), ("may", "we"), ("might", "i"), ("might", "we"))
_THEREFORE = (("therefore",), ("then",), ("perhaps",), ("now",), ("instead",), ("respectfully",))
_PROPOSING = (("propose",), ("suggest",), ("offer",), ("submit",))
_EXCLAIMED = (("come", "on"), ("sorry",), ("lol",), ("man",), ("dude",), ("yes",))
_LATER = 4
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
_NO = frozenset({"no", "pass", "not", "never", "nope", "impossible", "bye", "goodbye", "hah", "pff", "seriously"})
_BETTER_SO = frozenset(
    {("would", "laugh"), ("would", "sooner"), ("would", "rather"), ("not", "sell"), ("not", "give"), ("more", "than")}
    | {("worth", "that"), ("worth", "more"), ("cost", "more"), ("costs", "more"), ("cost", "that")}
)
_GOING_FOR = frozenset({"go", "goes", "sell", "sells", "sold", "bring", "brings", "fetch", "fetches", "went"})
_FOR_MORE = frozenset({("for", "that"), ("for", "more"), ("more", "alone"), ("bring", "more"), ("above", "that")})
_OTHERWISE = frozenset({"otherwise", "else"})
_OWN = frozenset({"i", "we"})
_ASKED = (Modality.PROBE, Modality.ECHO)


def as_followed(line: Line, at: int, offer: ReadOffer, stated: list[ReadOffer], context: ReadingContext) -> Modality:
    """How firm the offer is, given what the line goes on to say after its clause."""
    modality = offer.modality
    is_theirs = modality is Modality.ECHO and context.is_theirs(offer.issue, offer.amount)
    if _is_waved_away(line, at) or (modality in _ASKED and _is_answered_no(line, at, is_theirs=is_theirs)):
        return Modality.REJECTED
    if modality is Modality.REJECTED:
        return Modality.FIRM if _is_taken_after_all(line, at) else modality
    if modality in BINDING:
        if _is_supposed_first(line, at) or _is_supposed_throughout(line, at):
            return Modality.PROBE
        if _is_hedged_after(line, at) or is_asked_after(line, at):
            return Modality.PROBE
        is_bound = _is_otherwise_more(line, at) or _is_bound_after(line, at) or _is_bound_before(line, at)
        return Modality.CONDITIONAL if is_bound else modality
    if modality is Modality.PROBE and _is_proposed(line, at):
        return Modality.FIRM
    if modality is Modality.PROBE and _goes_on(line, at, stated):
        return stated[-1].modality
    if is_theirs and is_sealed_beside(line, at):
        return Modality.FIRM
    is_turned_down = modality is Modality.ECHO and _is_turned_down_after(line, at, offer, context)
    return Modality.REJECTED if is_turned_down else modality


def _is_proposed(line: Line, at: int) -> bool:
    """Whether the sentence asks for leave to propose, which is to propose politely: "may I therefore offer 42"."""
    setting = line.settings[at]
    words = line.words(setting.sentence.start, setting.clause.end)
    return any(words[one : one + 2] in _MAY_I and _proposes(words[one + 2 :]) for one in range(len(words)))


def _proposes(words: tuple[str, ...]) -> bool:
    return words[words[:1] in _THEREFORE :][:1] in _PROPOSING


def _is_supposed_first(line: Line, at: int) -> bool:
    """Whether the sentence begins with nothing but a "hypothetically" or the like: "hypothetically, 20.9"."""
    setting = line.settings[at]
    first = setting.sentence.clauses[0]
    if first is setting.clause or first.end - first.start > _SOON or setting.has(Cue.COMMIT):
        return False
    return any(
        one.clause is first and one.has(Cue.SUPPOSE, Cue.UNREAL) for one in line.settings[max(0, at - _SOON) : at]
    )


def _is_supposed_throughout(line: Line, at: int) -> bool:
    """Whether the clause goes on in a question that began with a "what if": "what if we go to 24 months, 25,900?"."""
    setting = line.settings[at]
    if not setting.sentence.question or setting.has(Cue.COMMIT):
        return False
    earlier = (one for one in line.settings[max(0, at - _LATER) : at] if one.sentence is setting.sentence)
    return any(one.has(Cue.SUPPOSE) for one in earlier)


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
    is_only_so = "only" in words and ("only", "with") not in pairwise(words)
    is_bound = words[0] != "if" and not is_only_so
    return is_bound and not any(number.sense is Sense.AMOUNT for number in following[0].numbers)


def _is_bound_before(line: Line, at: int) -> bool:
    """Whether the sentence before is nothing but a condition, and this begins "then": "Only if you deliver. Then 160".

    What the other side is to give is one too: "Throw in the case. Then I'll pay 160".
    """
    sentence = line.settings[at].sentence
    before = [one for one in line.settings[max(0, at - _LATER) : at] if one.sentence is not sentence]
    if not before or line.spelled[sentence.start] != "then" or before[-1].sentence.question:
        return False
    first = before[-1].sentence.clauses[0]
    return first.supposing or (line.spelled[first.start] in GIVE_IT and not before[-1].numbers)


def _is_otherwise_more(line: Line, at: int) -> bool:
    """Whether an "otherwise" sets another price against this one: "297 for completion by March, otherwise 300"."""
    following = line.settings[at + 1 : at + 2]
    if not following or not following[0].numbers or following[0].sentence is not line.settings[at].sentence:
        return False
    return line.spelled[following[0].clause.start] in _OTHERWISE


def _is_answered_no(line: Line, at: int, *, is_theirs: bool) -> bool:
    """Whether the clause only names a number, asking, and the speaker's next sentence refuses it: "20k? No way.".

    Where the number is the other side's own, it need not ask: "200 bucks. No.".
    """
    setting = line.settings[at]
    length = setting.sentence.end - setting.sentence.start
    first = setting.sentence.start + (line.spelled[setting.sentence.start] in _AMUSED)
    leads = bool(setting.numbers) and setting.numbers[0].start - first <= setting.numbers[0].explicit
    is_laughed_at = leads and _AMUSED.issuperset(line.words(setting.numbers[0].end, setting.sentence.end))
    is_questioned = setting.is_asked() or (leads and (setting.sentence.question or is_laughed_at or is_theirs))
    if not is_questioned or length > (_FEW_AFTER_IT if leads else _FEW_WORDS):
        return False
    if any(_is_mere_refusal(line, one) for one in line.settings[at + 1 : at + 1 + _LATER]):
        return True
    following = line.settings[at + 1 : at + 1 + _SOON]
    answer = next((one for one in following if one.numbers or not one.sentence.question), None)
    return answer is not None and not answer.sentence.question and _says_no(line, answer)


def _is_mere_refusal(line: Line, setting: Setting) -> bool:
    """Whether a sentence, or the end of one after a "come on", is nothing but a no: "No way.", "come on, no"."""
    words = line.words(setting.clause.start, setting.clause.end)
    is_last = setting.clause.end == setting.sentence.end and not setting.sentence.question
    leads_in = line.words(setting.sentence.start, max(setting.sentence.start, setting.clause.start - 1))
    return is_last and words in _REFUSALS and (leads_in == () or leads_in in _EXCLAIMED)


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
    if any(one.has(Cue.TOO) or _is_no_of_that(line, one) for one in _rest_of_sentence(line, at)):
        return True
    return _is_found_too_much_next(line, at)


def _is_found_too_much_next(line: Line, at: int) -> bool:
    """Whether the number is all of its sentence, and the next finds it too much in a few words: "34. Too rich."."""
    sentence, following = line.settings[at].sentence, line.settings[at + 1 : at + 2]
    if sentence.end - sentence.start > _SOON or not following or following[0].numbers:
        return False
    words = line.words(following[0].sentence.start, following[0].sentence.end)
    return following[0].has(Cue.TOO) and len(words) <= 2 * _FEW_WORDS and _OWN.isdisjoint(words[:1])


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
        or _scoffs(line.words(clause.start, clause.end))
    )


def _scoffs(words: tuple[str, ...]) -> bool:
    """Whether the words say what is better than the number: "I'd sooner hang it up", "the wheels alone go for that"."""
    pairs = set(pairwise(words))
    return not (_BETTER_SO.isdisjoint(pairs) and (_GOING_FOR.isdisjoint(words) or _FOR_MORE.isdisjoint(pairs)))


def _finds_too_much(setting: Setting) -> bool:
    return setting.has(Cue.TOO) and not setting.numbers
