"""The other side's number agreed to: "your 85 it is", "460's good with me", "lock me in at 460"."""

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.tokens import words_of

_SO_BE_IT = (("it", "is"), ("you", "win"))
_WITH = frozenset({"for", "with", "at", "including", "plus"})
"""What ties to a number what it is for: "44,400 for 180 seats it is"."""
_BEING = frozenset({"is", "s", "be", "sounds", "looks", "seems", "feels"})
_GOOD = frozenset(
    words_of(
        "good fine ok great perfect doable acceptable agreeable cool alright workable agreed approved done yes grand"
    )
)
_DOING = frozenset({"works", "wins", "seals", "closes", "clinches", "suits"})
_WHOLLY = frozenset(words_of("totally perfectly quite absolutely just very pretty all really completely"))
_AFTER_GOOD = frozenset(words_of("with by for to then thanks and i we let send deal if as so"))
"""What may follow a word of praise that agrees: "400 is good with me", but not "400 is good progress"."""
_TAKING = frozenset(words_of("accept take taking accepting do pay match meet honor honour"))
_YOU_GET = (
    ("you", "get"), ("you", "have"), ("you", "win"), ("you", "got"), ("can", "have"), ("will", "have"),
    ("giving", "you"), ("give", "you"),
)  # fmt: skip
_TO = frozenset({"to", "with", "on", "at", "for"})
_GOING = frozenset(
    words_of(
        "yes agree agreed ok fine good happy cool comfortable go going settle settled deal done lock locked put sign "
        "book pencil write mark close wrap shake sold live in up down me us that it this"
    )
)
"""After one of these an "at", "with" or the like takes the number after it: "lock me in at 460"."""
_TAKEN_BY = frozenset(
    words_of(
        "yes agree agreed ok fine good happy cool comfortable done deal sold settle settled lock put sign book pencil "
        "mark shake"
    )
)
_GIVING_IN = frozenset(
    {
        ("fine",), ("deal",), ("done",), ("sold",), ("agreed",), ("you", "win"), ("alright", "then"),
        ("you", "got", "it"), ("you", "have", "got", "it"),
    }
)  # fmt: skip
_NEXT_STEPS = frozenset(
    words_of("address pickup invoice contract paperwork sending venmo zelle paypal keys iban transfer docusign po")
)
"""What is talked of once a price is agreed to: "ok 320, what's the address"."""
_ASSENTING = frozenset(words_of("k ok fine alright sure deal done sold agreed yes well then lol ugh"))
_HANGING = frozenset(words_of("if but only provided assuming on as conditional contingent subject when once"))
_OBLIGING = tuple(
    (who, "would", verb, then)
    for who in ("you", "i", "we")
    for verb, then in (
        ("have", "to"),
        ("need", "to"),
        ("need", "the"),
        ("need", "you"),
        ("want", "the"),
        ("want", "you"),
    )
)
"""What a price of theirs hangs on: "at 95 you'd have to throw in the case"."""
_POLITE = frozenset(
    ("if", "i", verb) for verb in words_of("may understand understood heard hear read remember recall got am get see")
)
"""Conditions that ask for nothing: "31,800, if I understand you"."""
_SEALING = (
    ("deal",), ("is", "it", "a", "deal"), ("do", "we", "have", "a", "deal"), ("deal", "then"), ("sold",), ("done",),
    ("agreed",), ("sign",), ("sign", "it"), ("sign", "here"), ("sign", "now"), ("sign", "please"), ("so", "sign"),
    ("shake", "on", "it"), ("let", "us", "sign"), ("yes", "or", "no"), ("is", "that", "a", "yes"), ("your", "yes"),
)  # fmt: skip
"""Sentences that close on the number before them."""
_FEW_TOKENS = 2
_REACH = 6
_FEW = 5


def is_agreed_to(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the clause agrees to the number, which the other side named, and asks nothing."""
    if setting.is_asked() or setting.opens_asking:
        return False
    return _is_called_good(line, number, setting) or _is_taken(line, number, setting) or _is_given_in(line, setting)


def is_sealed_beside(line: Line, at: int) -> bool:
    """Whether what stands before or after the number takes it: "fine. 450.", "450. Deal?", "90, agreed"."""
    setting = line.settings[at]
    sentence = setting.sentence
    begun = sentence.start + (line.spelled[sentence.start] == "your")
    is_first = setting.numbers[:1] != () and setting.numbers[0].start - begun <= setting.numbers[0].explicit
    if sentence.question or not is_first or setting.has(Cue.TOO, Cue.NOT):
        return False
    following = next((one for one in line.settings[at + 1 :] if one.sentence is not sentence), None)
    if following is not None and _words_of(line, following) in _SEALING:
        return True
    if sentence.end - sentence.start <= _FEW_TOKENS:
        before = line.settings[at - 1] if at else None
        is_yes = before is not None and _ASSENTING.issuperset(_words_of(line, before))
        return is_yes and before is not None and not before.sentence.question
    rest = line.words(setting.clause.end, sentence.end)
    return setting.clause.end - setting.clause.start <= _FEW_TOKENS and rest[:1] == (",",) and rest[1:] in _SEALING


def _words_of(line: Line, setting: Setting) -> tuple[str, ...]:
    return line.words(setting.sentence.start, setting.sentence.end)


def is_taken_on_condition(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether nothing but a condition is said of the number: "31,800 if you sign now", "ok, 31,800, but only cash"."""
    lead = line.words(setting.clause.start, number.start - _is_signed(line, number))
    if setting.sentence.question or not _ASSENTING.issuperset(lead[: -1 if lead[-1:] == ("at",) else None]):
        return False
    said = line.words(number.end, setting.sentence.end)
    said = said[1:] if said[:1] == (",",) else said
    if lead[-1:] == ("at",) and said[:4] in _OBLIGING:
        return True
    if said[:1] == () or said[0] not in _HANGING or said[:3] in _POLITE or said[:2] == ("but", "i"):
        return False
    hanging = (one for one in line.settings if one.sentence is setting.sentence)
    return any(one.clause.supposing or one.has(Cue.BOUND) for one in hanging)


def _is_called_good(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is said of the number that it will do."""
    end = number.end + (number.explicit and not _is_signed(line, number))
    said = line.words(end, setting.clause.end) or line.words(number.end, setting.clause.end)
    said = said[1:] if said[:1] == ("'",) else said
    if said[:2] in _SO_BE_IT and (said[2:] in ((), ("then",))):
        return True
    if said[-2:] in _SO_BE_IT and said[0] in _WITH:
        return True
    if _is_so_then(line, number, setting):
        return True
    said = said[1:] if said[:2] == ("would", "be") else said
    if said[:1] == () or said[0] not in _BEING:
        return said[:1] != () and said[0] in _DOING and said[1:2] != ("out",)
    judged = [word for word in said[1:4] if word not in _WHOLLY]
    return judged[:1] != [] and judged[0] in _GOOD and (judged[1:] == [] or judged[1] in _AFTER_GOOD)


def _is_so_then(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the sentence is the number and a "then": "1,800 then.", "alright, your 1,800 then", not "1,800 then?"."""
    if setting.sentence.question or line.words(number.end, setting.sentence.end) != ("then",):
        return False
    lead = line.words(setting.sentence.start, number.start - _is_signed(line, number))
    return number.start - setting.sentence.start <= 1 or _ASSENTING.union({"your", ","}).issuperset(lead)


def _is_taken(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether a word of taking leads to the number."""
    lead = line.words(max(setting.clause.start, number.start - _REACH), number.start - _is_signed(line, number))
    is_called_theirs = lead[-1:] == ("your",)
    lead = lead[:-1] if lead[-1:] in (("your",), ("the",), ("that",)) else lead
    if lead[-1:] != () and (lead[-1] in _TAKING or (is_called_theirs and lead[-2:] in _YOU_GET)):
        return True
    return (
        lead[-1:] != ()
        and lead[-1] in _TO
        and lead[-2:-1] != ()
        and lead[-2] in _GOING
        and _TAKEN_BY & {*lead} != set()
    )


def _is_signed(line: Line, number: Quantity) -> bool:
    return number.explicit and line.tokens[number.start - 1].kind == "sign"


def _is_given_in(line: Line, setting: Setting) -> bool:
    """Whether the clause says nearly nothing but the number, and one before it gives in: "fine, 400"."""
    clause, sentence = setting.clause, setting.sentence
    lead = line.words(clause.start, setting.numbers[0].start)
    lead = lead[:-2] if lead[-2:] == ("for", "you") else lead
    if lead and _ASSENTING.issuperset(lead) and (lead[-1:] in _GIVING_IN or not _NEXT_STEPS.isdisjoint(line.said)):
        return True
    if clause.end - clause.start > _FEW or clause.start == sentence.start or len(lead) > 1:
        return False
    first = line.words(sentence.clauses[0].start, sentence.clauses[0].end)
    if lead == ("your",) and _ASSENTING.issuperset(first):
        return True
    return first in _GIVING_IN or (first[-1:] in _GIVING_IN and _ASSENTING.issuperset(first))
