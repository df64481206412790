"""What a clause only takes up before the line goes on: "two waves, noted", "a camper, nice!", "beyond the seat?"."""

from itertools import dropwhile

from engine.reading.lexicon import OPEN_QUESTION
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, within
from engine.reading.reading import Act, ReadAct
from engine.reading.tokens import words_of

_LEADING = frozenset(words_of("and so but ok okay well then now right fair got it understood alright hmm oh ah yes no"))
"""Words before which nothing is said yet."""
_OURS = frozenset(
    words_of(
        "i we our us ours my me has have had includes include included comes come there gives give gets get offers "
        "offer does do did can will would could ships runs keeps holds covers add added throw thrown put"
    )
)
"""Words of who tells or gives something; without one, a few words only name it."""
_BEING = frozenset(words_of("is are was were"))
_LEFT_OUT = (
    ("besides",),
    ("beside",),
    ("beyond",),
    ("except",),
    ("other", "than"),
    ("apart", "from"),
    ("aside", "from"),
)
_HEARD = frozenset(words_of("noted understood nice wow ok okay right thanks fair lovely great ouch haha good true"))
_HEARD_SO = (("got", "it"), ("i", "see"), ("i", "hear"), ("thank", "you"), ("i", "understand"), ("makes", "sense"))
"""How somebody goes on who has only heard something."""
_FEW = 5
"""Words up to which something is only named."""
_SUMMING_UP = "so"


def without_taken_up(line: Line, acts: tuple[ReadAct, ...]) -> tuple[ReadAct, ...]:
    """The acts without those by which a clause would present what it only takes up."""
    shown = {act.span.start for act in acts if act.act is Act.PRESENT}
    settings = line.settings if shown else ()
    named = ((one, line.span(one.clause.start, one.clause.end)) for one in settings)
    taken = {span for one, span in named if span.start in shown and _is_taken_up(line, one)}
    return tuple([act for act in acts if act.act is not Act.PRESENT or act.span not in taken]) if taken else acts


def _is_taken_up(line: Line, setting: Setting) -> bool:
    """Whether the clause tells nothing: it leaves out, supposes or sums up what was said, or names it to hear more."""
    words = line.words(setting.clause.start, setting.clause.end)
    rest = tuple(dropwhile(_LEADING.__contains__, words))
    if rest[:1] in _LEFT_OUT or rest[:2] in _LEFT_OUT:
        return True
    if not _OURS.isdisjoint(words):
        return False
    if setting.numbers or within(line.issues, setting.clause.start, setting.clause.end):
        return _is_noted(line, setting)
    if setting.clause.supposing or (setting.is_asked() and not OPEN_QUESTION.isdisjoint(rest[:2])):
        return True
    sums_up = _SUMMING_UP in words[: len(words) - len(rest)] and not _BEING.isdisjoint(words)
    return sums_up or _is_noted(line, setting) or (_only_names(rest) and _stands_in_a_question(line, setting))


def _only_names(words: tuple[str, ...]) -> bool:
    return len(words) <= _FEW and _BEING.isdisjoint(words)


def _is_noted(line: Line, setting: Setting) -> bool:
    """Whether the sentence goes on in having heard it: "reliable with the kids aboard, I hear you"."""
    clauses = setting.sentence.clauses
    following = next((one for one in clauses if one.start >= setting.clause.end), None)
    if following is None:
        return False
    words = line.words(following.start, following.end)
    if words[:1] != () and (words[0] in _HEARD or words[:2] in _HEARD_SO):
        return True
    return any(hit.label in (Act.ACKNOWLEDGE, Act.RAPPORT) for hit in _acts_at(line, following.start))


def _acts_at(line: Line, start: int) -> list[Hit[Act]]:
    return [hit for one in line.settings if one.clause.start == start for hit in one.acts if hit.start == start]


def _stands_in_a_question(line: Line, setting: Setting) -> bool:
    """Whether another clause of the sentence asks: "small fuel bill: what do you pay now?"."""
    return setting.sentence.question and len(setting.sentence.clauses) > 1 and not line.numbers
