"""Of whom a wording speaks: "I'll walk away" leaves, "you could walk away" does not."""

from itertools import dropwhile, pairwise

from engine.reading.lexicon import OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.question_forms import is_turned_round
from engine.reading.reading import Act
from engine.reading.tokens import words_of

_SUBJECTS = frozenset(words_of("i we you they he she people nobody anyone someone buyers everybody"))
_OWN = frozenset({"i", "we"})
_NOT_YET = frozenset(words_of("then once when until till after before"))
_TOLD = frozenset(words_of("did does has had have"))
_TALKING = frozenset(words_of("mention mentioned said told named raised spoke talked brought listed called wrote"))
_COMING = frozenset(
    words_of("you he she they both two guys and to can could please would will just i we let then or not me us")
)
"""What "come" stands after where somebody is to come."""
_OFFICES = frozenset({"manager", "rep", "salesman", "salesperson", "saleswoman", "contact", "colleague"})
_SOON = 5
_ON_WHAT = (
    ("about", "the"), ("about", "your"), ("about", "that"), ("about", "those"), ("regarding",), ("concerning",),
    ("as", "for"), ("as", "to"), ("as", "regards"), ("with", "regard"), ("speaking", "of"), ("talking", "about"),
    ("turning", "to"), ("coming", "to"), ("back", "to"),
)  # fmt: skip
"""How a sentence begins that first says what it will ask about."""
_SUMMING_UP, _WHAT_IT_IS = ("so", "that", "is"), (("what",), ("the",), ("your",), ("why",))
"""What sums up what was heard, "so that's what matters"; "so that's covered" does not."""
_LEAVING = frozenset((one, two) for one in ("us", "lets") for two in ("leave", "forget", "park"))
_OF_OURS = frozenset(words_of("we our us ours my with has includes include comes come there so because since"))
_NEEDED = frozenset({"need", "needs", "have", "has"})
_TELL = ("tell", "me")
_LEADING = frozenset({"and", "so", "ok", "but", "well", "now", *_TELL})
_WHAT, _DO = (("what",), ("who",), ("which",)), tuple((word,) for word in words_of("do does did would will"))
_OTHERS = (("they",), ("she",), ("he",), ("your",))
_RUNNING = frozenset(
    words_of(
        "electricity electric gas fuel insurance insure service servicing maintenance oil charge charging energy power"
    )
)
_LOAN = frozenset(words_of("apr financing finance loan down payment payments rate months % percent credit bank"))
_OWN_HOUSE = frozenset(words_of("manager managers boss desk gm finance"))


def presents_nothing(line: Line, setting: Setting) -> bool:
    """Whether the clause names a topic to say it back, to leave it or to ask about it, as what the other side said or
    left out, or as the speaker's own office."""
    return (
        _says_back(setting)
        or _leads_up(line, setting)
        or _leaves(line, setting)
        or _introduces(line, setting)
        or _is_of_what_was_said(line, setting)
    )


def _introduces(line: Line, setting: Setting) -> bool:
    """Whether the clause says who the speaker is: "I'm the new account manager for you"."""
    words = line.words(setting.clause.start, setting.clause.end)
    return words[:2] == ("i", "am") and not _OFFICES.isdisjoint(words)


def _says_back(setting: Setting) -> bool:
    """Whether the clause ends in taking note of what it names: "safe on the highway, got it"."""
    end = setting.clause.end
    return any(
        hit.label is Act.ACKNOWLEDGE and setting.clause.start < hit.start < hit.end == end for hit in setting.acts
    )


def _leads_up(line: Line, setting: Setting) -> bool:
    """Whether the clause only says what a question is on: "about the auditors: what is behind that?"."""
    clause, sentence = setting.clause, setting.sentence
    is_before = sentence.question and clause is not sentence.clauses[-1]
    words = line.words(clause.start, min(clause.end, clause.start + 4))
    return is_before and any(words[: len(lead)] == lead for lead in _ON_WHAT)


def _leaves(line: Line, setting: Setting) -> bool:
    """Whether the clause leaves what it names: "then let's leave the bank"."""
    return not _LEAVING.isdisjoint(pairwise(line.words(setting.clause.start, setting.clause.end)))


def _is_of_what_was_said(line: Line, setting: Setting) -> bool:
    """Whether the sentence is about what the other side said or left out: "the auditors, you hadn't mentioned them"."""
    said = line.words(setting.sentence.start, setting.sentence.end)
    if any(said[at : at + 3] == _SUMMING_UP and said[at + 3 : at + 4] in _WHAT_IT_IS for at in range(len(said))):
        return True
    if "you" not in said or not _OF_OURS.isdisjoint(said):
        return False
    pairs = enumerate(pairwise(said))
    return any(
        one == "you" and (two in _TALKING or two in _TOLD) and not _TALKING.isdisjoint(said[at + 1 : at + _SOON])
        for at, (one, two) in pairs
    )


def speaks_for_itself(act: Act, line: Line, setting: Setting, start: int) -> bool:
    """Whether a wording of leaving is about the speaker, now; whether an insult is about anyone else."""
    before = line.words(setting.clause.start, start)
    subject = next((word for word in reversed(before) if word in _SUBJECTS), None)
    if act is Act.INSULT:
        return subject not in _OWN
    return subject in (None, *_OWN) and not _NOT_YET & set(before[-1:])


def proposes_a_step(line: Line, setting: Setting, start: int) -> bool:
    """Whether a wording of a next step proposes it: not "did you talk to her?", not "let me ask my manager".

    Nor where what comes is a thing, "the photos come back with the job", or what others do is asked: "what do they want
    you to come back with?".
    """
    if _asks_of_others(line.words(setting.sentence.start, setting.sentence.end)):
        return False
    words = line.words(setting.clause.start, setting.clause.end)
    comes = line.words(start, start + 1) == ("come",) and start > setting.clause.start
    if _OWN_HOUSE & set(words) or (comes and line.spelled[start - 1] not in _COMING):
        return False
    if not setting.is_asked():
        return True
    return not (_TOLD & set(words[:1]) or any(one in _NEEDED and two == "to" for one, two in pairwise(words)))


def _asks_of_others(words: tuple[str, ...]) -> bool:
    """Whether a question is what others want or do."""
    asked = tuple(dropwhile(_LEADING.__contains__, words))
    return asked[:1] in _WHAT and asked[1:2] in _DO and asked[2:3] in _OTHERS


def asks_for_one(line: Line, setting: Setting) -> bool:
    """Whether the clause asks for what it names, "what payment were you hoping for?", instead of putting it forward."""
    words = line.words(setting.clause.start, setting.clause.end)
    asked = tuple(dropwhile(_LEADING.__contains__, words))
    if asked[:1] == () or asked[0] not in OPEN_QUESTION or "about" in words[:3] or "if" in words[:3]:
        return False
    return setting.is_asked() or (not setting.numbers and (words[:2] == _TELL or is_turned_round(asked)))


def _is_for_miles(words: tuple[str, ...]) -> bool:
    """Whether the words say what so many miles cost: "$45 a month for 1,000 miles"."""
    return any(words[at : at + 1] == ("for",) and "miles" in words[at + 1 : at + 4] for at in range(len(words)))


def speaks_of_running_it(line: Line, setting: Setting) -> bool:
    """Whether it is said what it costs to run, "$45 a month in electricity", which is no payment for it.

    The word may stand in another clause: "about $45 in electricity, so you'd be around $80 a month".
    """
    clause, sentence = setting.clause, setting.sentence
    if _is_for_miles(line.words(sentence.start, sentence.end)):
        return True
    if _RUNNING & set(line.words(clause.start, clause.end)):
        return True
    said = set(line.words(sentence.start, sentence.end))
    return bool(_RUNNING & said) and not _LOAN & said
