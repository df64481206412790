"""The acts that a line's wordings make by themselves: greeting, accepting, pressing, leaving …"""

from collections.abc import Iterator

from engine.reading.acceptance import LOOSE, accepts, refuses
from engine.reading.cues import Cue
from engine.reading.lexicon import OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.meetings import dated_meetings
from engine.reading.modality import Setting
from engine.reading.persons import (
    asks_for_one,
    proposes_a_step,
    speaks_for_itself,
    speaks_of_running_it,
)
from engine.reading.question_forms import leads_in
from engine.reading.reading import Act, ReadAct
from engine.reading.topics import topic_within
from engine.reading.ultimatums import presses_nobody
from engine.scenario.scenario import Topic

_NOT_WHEN_NEGATED = frozenset(
    {
        Act.ACCEPT,
        Act.PRESSURE,
        Act.INSULT,
        Act.WALK,
        Act.ACKNOWLEDGE,
        Act.CLAIM,
        Act.DENIGRATE,
        Act.ASK_SALE,
        Act.NEXT_STEP,
    }
)
_NOT_WHEN_ASKED = frozenset({Act.WALK, Act.ACKNOWLEDGE})
_HOW_ONE_IS = frozenset({"doing", "feeling", "holding", "getting", "keeping", "going"})
_GOING_ON = frozenset({("going", "to"), *(("getting", where) for where in ("around", "to", "by", "there", "home"))})
"""How "how are you" goes on when it asks for something else."""
_TAKES_TOPIC = frozenset({Act.ACKNOWLEDGE, Act.CLAIM, Act.FOLLOW_UP, Act.NEXT_STEP, Act.SUMMARY, Act.REJECT})
_ONLY_ALONE = (
    ("roughly",),
    ("ballpark",),
    ("for", "example"),
    ("go", "on"),
    ("what", "happened"),
    ("like", "what"),
    ("help", "me", "understand"),
    ("why",),
    ("why", "not"),
    ("stupid",),
    ("dumb",),
    ("can", "we", "call"),
    *((*first, "are", "you", "in") for first in ((), ("so",), ("then",), ("and",))),
    ("could", "we", "call"),
    *((first, "how", "much") for first in ("ok", "so", "well", "alright")),
)
"""Wordings that mean what they look like only where they are the whole of a clause."""

_SYMPATHY = ("to", "hear")
"""What makes "sorry" no apology."""
_DID_NOT_HEAR = frozenset({"what", "pardon"})
"""What makes "sorry" a request to hear it again: "sorry, what?"."""
_REACH_OF_SORRY = 5
_OF_ONESELF = frozenset({"i", "we", "my", "our", "that", "it", "you", "about", "for", "if", "to", "bad", "no"})
"""What an apology goes on with after a "sorry,"."""
_PUTS_RIGHT = frozenset(
    {"typo", "typos", "mistyped", "misspoke", "meant", "autocorrect", "keyboard", "switch", "english"}
)
"""Words soon after a "sorry" that only puts a word right, or changes the language."""

_ASKING_ON = tuple((word,) for word in (*sorted(OPEN_QUESTION), "if", "whether"))
_UNSAID = frozenset({"something", "a", "it", "that", "this", "one", "some", "two"})
"""What "may I ask about" goes on with where the question itself comes later: "about something else"."""
_YOU = frozenset({"you", "u", "ya", "yourself"})
_AND = (("and",), ("n",), ("then",))


def worded_in(line: Line) -> Iterator[ReadAct]:
    """The acts that wordings make, each on the same topic once, unless the first may say nothing."""
    found: set[tuple[Act, Topic | None]] = set()
    for setting in line.settings:
        named = topic_within(line.topics, setting.clause.start, setting.clause.end) if setting.acts else None
        for act, start, end in setting.acts:
            topic = named if act in _TAKES_TOPIC else None
            if act is Act.INVITE_DOUBT and named is not None and line.spelled[end - 1] == "about":
                continue
            if (act, topic) in found:
                continue
            if _asks_for_a_yes(act, line, setting, start, end):
                yield ReadAct(Act.ASK_SALE, line.span(start, end))
            elif _stands(act, line, setting, start, end):
                mild = act is Act.ACCEPT and " ".join(line.words(start, end)) in LOOSE
                if not mild:
                    found.add((act, topic))
                yield ReadAct(act, line.span(start, end), topic, mild)


def dated_in(line: Line) -> Iterator[ReadAct]:
    """The meetings that the line sets a time for."""
    for setting in dated_meetings(line):
        sentence = setting.sentence
        topic = topic_within(line.topics, sentence.start, sentence.end)
        yield ReadAct(Act.NEXT_STEP, line.span(sentence.start, sentence.end), topic)


def _asks_for_a_yes(act: Act, line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether words of acceptance stand alone in a question, and so ask for the other's: "deal?", "agreed?"."""
    alone = setting.clause.end - setting.clause.start <= end - start + 1
    return act is Act.ACCEPT and alone and setting.is_asked() and " ".join(line.words(start, end)) not in LOOSE


def _stands(act: Act, line: Line, setting: Setting, start: int, end: int) -> bool:
    if act in _NOT_WHEN_NEGATED and _is_negated(setting, start):
        return False
    if act in _NOT_WHEN_ASKED and setting.is_asked():
        return False
    match act:
        case Act.ACCEPT:
            return accepts(line, setting, start, end)
        case Act.REJECT:
            return refuses(line, setting, start, end)
        case Act.RAPPORT if line.words(start, end) == ("wow",):
            return not line.numbers
        case Act.GREET:
            return end - start > 1 or start <= setting.clause.start + 1
        case Act.ASK_LEAVE:
            return not _goes_on_to_ask(line.words(end, setting.sentence.end))
        case Act.WALK if _concludes(line, setting, start):
            return False
        case Act.ASK_SALE if line.words(end, end + 1) == ("well",):
            return False
        case Act.WALK | Act.INSULT:
            return speaks_for_itself(act, line, setting, start)
        case Act.COMPLAIN:
            return not setting.clause.supposing
        case Act.PRESSURE:
            return not presses_nobody(line, setting, start, end)
        case _ if line.words(start, end) in _ONLY_ALONE:
            return setting.clause.end - setting.clause.start == end - start and not leads_in(line, setting)
        case Act.FINANCE_OFFER:
            return not (asks_for_one(line, setting) or speaks_of_running_it(line, setting))
        case Act.NEXT_STEP:
            return proposes_a_step(line, setting, start)
        case Act.ASK_AFTER:
            return not _asks_on(line, end)
        case Act.CONDITIONAL_TODAY:
            return bool(setting.sentence.supposes or _numbers(line, setting)) or not _asks(setting)
        case Act.APOLOGISE:
            following = line.words(end, end + _REACH_OF_SORRY)
            is_heard = following[:2] != _SYMPATHY and _DID_NOT_HEAR.isdisjoint(following[:2])
            return is_heard and _PUTS_RIGHT.isdisjoint(following) and not _asks_again(line, setting, start, end)
        case _:
            return True


def _asks_again(line: Line, setting: Setting, start: int, end: int) -> bool:
    """Whether the "sorry" only asks to hear more of what was said: "Sorry, half of it has a cable? Which systems?"."""
    begins = start == setting.sentence.start and line.words(end, end + 1) == (",",)
    is_own = not _OF_ONESELF.isdisjoint(line.words(end + 1, end + 2))
    return begins and not is_own and any(sentence.question for sentence in line.sentences)


def _goes_on_to_ask(following: tuple[str, ...]) -> bool:
    """Whether what follows "may I ask" is what is asked: "what that is", "if you have kids", "about your team"."""
    is_named = following[:1] == ("about",) and not _UNSAID.issuperset(following[1:2])
    return following[:1] in _ASKING_ON or is_named


def _concludes(line: Line, setting: Setting, start: int) -> bool:
    """Whether "we are done" is what a price of the sentence would bring: "33,300 with mats and we're done"."""
    is_joined = line.words(start - 1, start) in _AND and _numbers(line, setting)
    return is_joined and not any(one.has(Cue.NOT, Cue.TOO) for one in line.settings if one.sentence is setting.sentence)


def _numbers(line: Line, setting: Setting) -> bool:
    """Whether the sentence names a number, which is what would hang on the time."""
    return any(one.numbers for one in line.settings if one.sentence is setting.sentence)


def _asks(setting: Setting) -> bool:
    """Whether the clause only asks: "can you do it by Friday?"."""
    return setting.is_asked() or setting.opens_asking


def _asks_on(line: Line, end: int) -> bool:
    """Whether "how are you" goes on to ask something else: "how are you planning to pay?", "what's up with them?"."""
    following = line.words(end, end + 2)
    is_of_another = line.words(end - 1, end + 1) == ("up", "with") and not _YOU.intersection(following)
    is_done = any(word.endswith("ing") and word not in _HOW_ONE_IS for word in following[:1])
    return is_of_another or is_done or following in _GOING_ON


def _is_negated(setting: Setting, at: int) -> bool:
    return bool(setting.before(at, Cue.NOT))
