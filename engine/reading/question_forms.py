"""How a clause asks: by its verb before its subject, by its first word, by an opening, or by what follows it."""

from itertools import dropwhile, pairwise

from engine.reading.cues import Cue
from engine.reading.lexicon import ASKING, CLOSED_QUESTION, OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Phrasebook, expand, listed
from engine.reading.reading import Act
from engine.reading.tokens import words_of

_ASKING: Phrasebook[str] = Phrasebook([("asks", ASKING)])
_ASKING_FIRST = frozenset(words[0] for wording in listed(ASKING) for words in expand(wording))
_AFTER_OPEN = frozenset(words_of("brings made happens happened kind about much many long far often come"))
"""Second words that make a question of a line without a question mark."""
_PROMISING = (("and", "i", "will"), ("and", "we", "will"))
LEADING = frozenset(
    words_of(
        "and so but ok well also then now oh hi hello hey ouch great yes or just exactly "
        "please roughly about cool right alright nice awesome um uh er like lovely k lol hmm"
    )
)
_SUITING = frozenset({"works", "suits", "fits"})
"""What makes a question of "what monthly works for you", with or without its mark."""
_WHO_ELSE = ("who", "else")
_MORE_OF_THEM = (("else",), ("all",))
_AUXILIARIES = CLOSED_QUESTION - {"so", "any"}
_SOME = frozenset({"a", "an", "any", "some", "anything", "anyone"})
_NO_BIDDING = frozenset(words_of("does did is are was were can could would will should has"))
_OWNED = frozenset({"your", "they", "any", "people", "those", "these"})
_BEING, _LEFT_OUT = frozenset({"is", "are", "was", "were"}), ("ing", "ed", "firm", "obo", "ok", "fine", "good", "not")
"""Verbs that ask before their subject; before the endings and words it is the subject that is left out."""
_ONLY_ASKING = frozenset({"would", "could", "has"})
"""Verbs that begin no sentence that only tells, where it speaks of the other side: "would delivery help you"."""
_ALWAYS_ASKING = frozenset({"does", "did"})
_THIRD = frozenset(
    words_of(
        "it he she they there that your the this these those anyone anybody everyone someone somebody people legal "
        "finance procurement security management"
    )
)
"""Subjects before which such a verb can only ask: "is it", "does she"."""
_SUBJECTS = frozenset({"you", "your", "he", "she", "they", "it", "we", "the", "this", "that", "there"})
_ASKED_OF = frozenset({"you", "your", "he", "she", "they"})
"""Whom a question inside a clause is about: "it" and "we" stand after a verb in too much else."""
EARLY = 6
"""Words within which a question turns its verb round: "what rate does your bank give you"."""
FEW = 4
_OF_YOU = frozenset({"you", "your"})
_LOOKING_FOR_YES = (("right",), ("huh",), ("yes",))
_SEEMING = frozenset(
    words_of("sound look work strike sit land suit grab seem go do fit hit price number figure offer deal sum total")
)
"""What follows a "how does that" which only asks what they say to it."""
_HOW_DOES_THAT, _FEELING = ("how", "does", "that"), (("feel",), ("compare",), ("affect",), ("change",))
_GOING, _SOMEWHERE = (("go",), ("work",)), frozenset({"in", "on", "at", "during", "now", "today"})
_SCENES = frozenset({"after", "before", "with", "without", "given", "considering", "despite"})
"""First words of what only says under what conditions something is asked."""
_ASIDE = frozenset(
    words_of(said)
    for said in (
        "do you think", "you think", "would you think", "do you reckon", "you reckon", "do you suppose", "do you guess",
        "do you figure", "would you say", "do you believe", "do you feel", "if you know", "in your view",
        "in your opinion", "in your experience", "from your side", "from your end", "on your side", "on your end",
        "at your end", "from where you sit", "as far as you know", "roughly", "by the way", "honestly",
        "if i may ask", "may i ask", "if i might ask", "if you do not mind me asking", "if that is ok to ask",
    )
)  # fmt: skip
"""What a question has beside it that asks nothing more: "what will she want to know, do you think?"."""
_GOING_ON = frozenset(words_of("since so because until while that"))
_WHO = frozenset(words_of("i we you they he she it that the a an your our my there nobody everybody"))
"""After such a word they make a clause that is no question of its own: "how have things been since we last spoke?"."""
_LEAVING_OUT = frozenset(words_of("besides except apart aside including"))
"""What begins a clause that only says what is not asked for: "what matters most, besides price?"."""
_PUTTING_RIGHT = (("what", "i", "meant"), ("what", "i", "mean"), ("what", "i", "wanted"))
_SUPPOSED = (
    ("correct",), ("am", "i", "right"), ("i", "take", "it"), ("i", "assume"), ("i", "am", "guessing"), ("i", "guess"),
    ("or", "am", "i", "wrong"), ("is", "that", "right"), ("did", "i", "get", "that", "right"),
)  # fmt: skip
"""Ends of a sentence that puts to the other side what it takes for true."""
_TELLING = frozenset(words_of("i you we they he she it the a an that this matters counts knows cares ever if"))
"""Second words of a sentence that only looks like a question: "what I mean", "who knows"."""
_AFTER_HOW = frozenset(words_of("about much many long far often soon come old big quickly fast"))
_ANY = frozenset({"anything", "any", "anyone", "anybody"})
"""First words of a question whose verb is left out: "any feedback from the team"."""
_PURPOSE = ("so", "that")
"""What begins a clause that only says what the question before it is good for: "so that you can sign"."""
_NOT_ASKING = (
    "what if",
    "how about",
    "why not",
    "what a ",
    "how does that",
    "what would it take",
    "what do you say",
    "what would you say if",
)


_MOST_BEHIND = 1
"""Words in a clause at the end of a question that belong to what is asked before it: "mostly highway then?"."""
_PUTTING = (("what", "if"), ("why", "not"))
"""Openings that put something forward, and ask where they put forward nothing of the deal: "what if you miss it?"."""
_IN_SHORT = (
    ("since", "when"), ("what", "then"), ("then", "what"), ("like", "what"), ("such", "as"), ("such", "as", "what"),
    ("as", "in"), ("meaning",), ("for", "example"), ("for", "instance"), ("who", "exactly"), ("where", "exactly"),
    ("by", "when"), ("from", "when"), ("from", "whom"), ("by", "whom"), ("by", "who"), ("for", "what"), ("how", "so"),
    ("what", "for"), ("who", "with"), ("with", "who"), ("with", "whom"), ("why", "that"), ("why", "this"),
    ("why", "now"), ("why", "those"), ("why", "then"), ("why", "though"), ("why", "me"), ("why", "us"),
)  # fmt: skip
"""Whole questions of few words, with or without their mark."""
_NO_QUESTION = frozenset(
    words_of(
        "ok okay right yes no deal agreed what sorry pardon huh really seriously hello hi hey well so and but or "
        "please thanks maybe sure fine done good great correct interested ready yeah yep hm hmm eh why "
        "then anyone anybody anything thoughts today tomorrow now"
    )
)
"""Words that with a question mark ask for a yes, for something said again, or in other ways of their own."""


def is_turned_round(words: tuple[str, ...]) -> bool:
    """Whether words that begin with a "what" or the like ask without their mark: "what rate does your bank give"."""
    if any(second in CLOSED_QUESTION or second in _AFTER_OPEN for second in words[1:2]) or _asks_for_another(words):
        return True
    if words[0] == "what" and not _SUITING.isdisjoint(words[2:3]):
        return True
    is_told = not _TELLING.isdisjoint(words[1:2])
    return not is_told and any(one in CLOSED_QUESTION and two in _SUBJECTS for one, two in pairwise(words[1:EARLY]))


def _asks_for_another(words: tuple[str, ...]) -> bool:
    """Whether the words go "who else is" or "who all is", which only asks."""
    if words[:2] == _WHO_ELSE and len(words) > FEW - 1:
        return True
    return words[1:2] in _MORE_OF_THEM and not _AUXILIARIES.isdisjoint(words[2:3])


def _turns_to_ask(words: tuple[str, ...]) -> bool:
    """Whether a clause without marks goes over into a question: "nice to meet you how many miles do you drive"."""
    if OPEN_QUESTION.isdisjoint(words[1:]):
        return False
    for at in (at for at, word in enumerate(words) if at and word in OPEN_QUESTION):
        asked = words[at : at + EARLY]
        turned = any(one in _AUXILIARIES and two in _ASKED_OF for one, two in pairwise(asked[1:]))
        if (turned or _asks_for_another(asked)) and not " ".join(asked).startswith(_NOT_ASKING):
            return _TELLING.isdisjoint(asked[1:2]) or asked[1] in _AUXILIARIES
    return False


def _asks_later_on(line: Line, setting: Setting, words: tuple[str, ...]) -> bool:
    """Whether an opening that asks stands further on: "before we talk numbers I'd love to hear how it went"."""
    if OPEN_QUESTION.isdisjoint(words) or setting.numbers:
        return False
    asking = _ASKING.find(line.spelled, setting.clause.start, setting.clause.end)
    return any(_leads_to_ask(line, hit.end) for hit in asking)


def _leads_to_ask(line: Line, end: int) -> bool:
    """Whether the words before this place end in, or are followed by, a "how" or the like."""
    return not OPEN_QUESTION.isdisjoint(line.words(end - 1, end + 1))


def begins_asking(words: tuple[str, ...]) -> bool:
    """Whether the words begin as a question to the other side does, "do you", "can it"."""
    asked = tuple(dropwhile(LEADING.__contains__, words[:EARLY]))
    return asked[:1] != () and asked[0] in CLOSED_QUESTION and not _SUBJECTS.isdisjoint(asked[1:2])


def _is_unmarked(words: tuple[str, ...], setting: Setting) -> bool:
    """Whether a short sentence asks without its mark: "who decides", "what color", "how soon"."""
    if words[:2] == ("what", "matters") and not _OF_YOU.isdisjoint(words[:EARLY]):
        return len(setting.sentence.clauses) == 1
    if len(setting.sentence.clauses) > 1 or setting.numbers:
        return False
    if len(words) > EARLY and _OF_YOU.isdisjoint(words):
        return False
    if words[0] in OPEN_QUESTION and words[1] == "you" and words[2:3] != () and words[2].endswith("ing"):
        return True
    if words[0] == "how":
        return words[1] in _AFTER_HOW or not _BEING.isdisjoint(words[2:EARLY])
    if words[:2] == ("why", "the"):
        return True
    return words[0] in OPEN_QUESTION and words[1] not in _TELLING


def _is_inverted(words: tuple[str, ...]) -> bool:
    """Whether a verb before its subject asks without a mark: "do you", "is it"; "have it" bids."""
    if words[0] in _ALWAYS_ASKING or (words[1] == "you" and words[0] != "so"):
        return True
    if words[0] == "do" and words[1] in _OWNED:
        return True
    if words[0] in _BEING and not words[1].endswith(_LEFT_OUT):
        return True
    if words[0] in _NO_BIDDING and words[1] in _THIRD:
        return True
    return words[0] in _ONLY_ASKING and not _OF_YOU.isdisjoint(words)


def _is_tagged(line: Line, setting: Setting, words: tuple[str, ...]) -> bool:
    """Whether the clause tells the other side something of it and looks for a yes: "you have 120 seats, right?"."""
    clauses = setting.sentence.clauses
    is_told = len(clauses) > 1 and clauses[-2] is setting.clause and words[0] in _OF_YOU
    return is_told and setting.is_tagged and line.words(clauses[-1].start, clauses[-1].end) in _LOOKING_FOR_YES


def _is_supposed(line: Line, setting: Setting) -> bool:
    """Whether the clause comes before words that look for a yes to it: "end of the month is the cutoff, correct?"."""
    sentence = setting.sentence
    if setting.numbers or setting.clause is sentence.clauses[-1] or sentence.clauses[-2] is not setting.clause:
        return False
    last = line.words(sentence.clauses[-1].start, sentence.clauses[-1].end)
    return last in _SUPPOSED or (sentence.question and last in _LOOKING_FOR_YES)


def _asks_how_it_does(words: tuple[str, ...]) -> bool:
    """Whether they ask how it or a thing does, or for what is theirs: "how does that feel on your back?"."""
    if words[:3] != _HOW_DOES_THAT:
        return False
    is_somewhere = words[3:4] in _GOING and not _SOMEWHERE.isdisjoint(words[4:5])
    is_of_a_thing = words[4:5] != () and _SEEMING.isdisjoint(words[3:5]) and words[3:4] not in _FEELING
    return is_somewhere or is_of_a_thing or (words[3:4] in _FEELING and "your" in words)


def _belongs_to_another(line: Line, setting: Setting) -> bool:
    """Whether the clause only explains the question before it, or sets its scene: "why now, after three weeks?".

    Or promises something for what was put up before it: "meet me at 27,900 and I'll have the paper done in an hour?".
    """
    return _is_explained(line, setting) or _sets_the_scene(line, setting) or _promises(line, setting)


def _promises(line: Line, setting: Setting) -> bool:
    """Whether the clause goes on, after a number, with what the speaker will do."""
    words = line.words(setting.clause.start, setting.clause.end)
    before = (number for number in line.numbers if setting.sentence.start <= number.start < setting.clause.start)
    return words[:3] in _PROMISING and any(before)


def _only_goes_on(line: Line, setting: Setting) -> bool:
    """Whether the clause says no more than when, what for or in whose view the question before it is asked."""
    words = line.words(setting.clause.start, setting.clause.end)
    goes_on = words in _ASIDE or words[0] in _LEAVING_OUT or (words[0] in _GOING_ON and not _WHO.isdisjoint(words[1:2]))
    if not goes_on:
        return False
    before = (clause for clause in setting.sentence.clauses if clause.start < setting.clause.start)
    return any(_asks_at_all(line.words(one.start, one.end)) for one in before)


def _asks_at_all(words: tuple[str, ...]) -> bool:
    asked = tuple(dropwhile(LEADING.__contains__, words))
    return _asks_openly(asked) or begins_asking(asked)


def _sets_the_scene(line: Line, setting: Setting) -> bool:
    before = [clause for clause in setting.sentence.clauses if clause.start < setting.clause.start]
    first = line.spelled[setting.clause.start]
    return first in _SCENES and any(_asks_openly(line.words(one.start, one.end)) for one in before)


def _asks_openly(words: tuple[str, ...]) -> bool:
    return not OPEN_QUESTION.isdisjoint(words[:2])


def _is_explained(line: Line, setting: Setting) -> bool:
    """Whether a few last words only explain the question before them: "what is your limit, car plus electricity?"."""
    before = [clause for clause in setting.sentence.clauses if clause.start < setting.clause.start]
    last = line.words(setting.clause.start, setting.clause.end)
    if not before or len(last) > FEW or not OPEN_QUESTION.isdisjoint(last):
        return False
    return before[0].end - before[0].start > FEW and line.spelled[before[0].start] in OPEN_QUESTION


def _is_relative(words: tuple[str, ...], setting: Setting) -> bool:
    """Whether the clause tells more of what was said before it: "2,500, which is 10% below list"."""
    is_first = setting.clause.start == setting.sentence.start
    return words[0] == "which" and words[1] in _BEING and not (is_first or setting.sentence.question)


def _may_ask(setting: Setting) -> bool:
    """Whether nothing in the clause makes it a limit or a refusal: "anything under 97 I would have to decline"."""
    return not (setting.numbers or setting.has(Cue.COMMIT, Cue.NOT))


def _is_all_condition(setting: Setting) -> bool:
    """Whether a question is nothing but a condition, and so asks what would follow: "and if we miss the date?"."""
    sentence = setting.sentence
    is_whole = all(clause.supposing for clause in sentence.clauses) and setting.clause == sentence.clauses[-1]
    return sentence.question and is_whole and _supposes_no_offer(setting)


def _is_all_asked(setting: Setting) -> bool:
    """Whether the clause is a sentence of its own, with or without its mark, or has that of its sentence."""
    return setting.is_asked() or setting.sentence.clauses == (setting.clause,)


def _supposes_no_offer(setting: Setting) -> bool:
    is_offered = setting.has(Cue.GIVE, Cue.ASK) or (setting.has(Cue.COMMIT) and not setting.has(Cue.NOT))
    return not (names_numbers(setting) or is_offered)


def names_numbers(setting: Setting) -> bool:
    """Whether there is a number in the clause, and not just a "one" that stands for a thing: "what if one breaks?"."""
    return any(number.value != 1 or not number.spoken for number in setting.numbers)


def _lone_word(word: str, setting: Setting) -> Act | None:
    """How a word asks that is a question by itself: "when?", "kids?"."""
    clauses = setting.sentence.clauses
    is_whole = setting.sentence.question and clauses[-1] == setting.clause and len(clauses) == 1
    if not is_whole or not word.isalpha() or word in _NO_QUESTION:
        return None
    return Act.ASK_OPEN if word in OPEN_QUESTION else Act.ASK_CLOSED


def _is_asked(setting: Setting) -> bool:
    """Whether the sentence's mark is this clause's, but for a word or two and for a condition that follow it."""
    if setting.is_asked():
        return True
    later = [clause for clause in setting.sentence.clauses if clause.start > setting.clause.start]
    is_last = all(clause.supposing or clause.end - clause.start <= _MOST_BEHIND for clause in later)
    return setting.sentence.question and is_last and _supposes_no_offer(setting)


def leads_in(line: Line, setting: Setting) -> bool:
    """Whether the sentence goes on to a question, which such a clause leads in: "help me understand: what broke?"."""
    if not setting.sentence.question or setting.is_asked():
        return False
    later = (clause for clause in setting.sentence.clauses if clause.start >= setting.clause.end)
    return any(line.spelled[clause.start] in OPEN_QUESTION | CLOSED_QUESTION for clause in later)


def form_of(line: Line, setting: Setting) -> Act | None:
    """How the clause asks by its own words; None where it does not."""
    clause = setting.clause
    start = clause.start
    if start > setting.sentence.start and (line.words(start, start + 2) == _PURPOSE or _only_goes_on(line, setting)):
        return None
    while start < clause.end and line.spelled[start] in LEADING:
        start += 1
    words = line.words(start, clause.end)
    if clause.supposing:
        return Act.ASK_OPEN if _is_all_condition(setting) else None
    if words in _IN_SHORT or line.words(clause.start, clause.end) in _IN_SHORT:
        return Act.ASK_OPEN
    if len(words) < 2:
        return _lone_word(words[0], setting) if words else None
    if _is_tagged(line, setting, words) or _is_supposed(line, setting):
        return Act.ASK_CLOSED
    if words[:2] in _PUTTING and len(words) > FEW - 1 and _is_all_asked(setting) and _supposes_no_offer(setting):
        return Act.ASK_OPEN
    if words[0] in OPEN_QUESTION and " ".join(words[:EARLY]).startswith(_NOT_ASKING) and not _asks_how_it_does(words):
        return None
    if words[:3] in _PUTTING_RIGHT or (words[0] == "when" and not is_turned_round(words) and leads_in(line, setting)):
        return None
    if words[0] in _ASKING_FIRST and (asking := _ASKING.find(line.spelled, clause.start, clause.end)):
        return None if asking[-1].end == clause.end and leads_in(line, setting) else Act.ASK_OPEN
    if _asks_later_on(line, setting, words):
        return Act.ASK_OPEN
    if words[0] in OPEN_QUESTION and (setting.sentence.question or is_turned_round(words)):
        return None if _is_relative(words, setting) else Act.ASK_OPEN
    if _turns_to_ask(words) and not setting.numbers:
        return Act.ASK_OPEN
    if _is_unmarked(words, setting) or (words[0] in _ANY and _may_ask(setting)):
        return Act.ASK_OPEN
    if (words[0] in ("ever", "seen") or words[:2] == ("had", "any")) and not setting.numbers:
        return Act.ASK_CLOSED
    if words[0] == "got" and words[1] in _SOME and _may_ask(setting):
        return Act.ASK_CLOSED
    if words[0] in CLOSED_QUESTION and (_is_asked(setting) or _is_inverted(words)):
        return Act.ASK_CLOSED
    if _is_asked(setting) and not setting.has(Cue.SUPPOSE) and not _belongs_to_another(line, setting):
        inside = next((word for word in words if word in OPEN_QUESTION), None)
        return Act.ASK_OPEN if inside else Act.ASK_CLOSED
    return None
