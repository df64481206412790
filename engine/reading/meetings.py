"""Dated next steps in whatever form: "a call with the three of us on Tuesday at 10?", "is she free Thursday?"."""

from collections.abc import Iterator
from itertools import pairwise

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.tokens import words_of

_DAYS = frozenset(
    words_of(
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat tomorrow "
        "tonight mondays"
    )
)
_SITTING = frozenset(words_of("in on there here down for behind waiting around through with"))
_PARTS_OF_DAY = frozenset(
    {
        ("this", "afternoon"), ("this", "evening"), ("this", "morning"), ("next", "week"), ("this", "week"),
        ("today", "at"), ("on", "the"), ("later", "today"),
    }
)  # fmt: skip
_MEETING = frozenset(
    words_of(
        "call calls meeting meet zoom teams talk speak chat phone line join joins bring invite together sit visit over "
        "sync catch conference"
    )
)
_NO_MEETING = frozenset(
    {
        ("your", "call"), ("call", "it"), ("meet", "me"), ("meet", "you"), ("meet", "in"), ("meet", "half"),
        ("meet", "halfway"), ("line", "of"), ("bottom", "line"), ("line", "by"), ("left", "over"), ("over", "list"),
        ("over", "to"),
    }
)  # fmt: skip
"""What only sounds like a meeting."""
_FREE = frozenset(words_of("free in around available there back"))
_SUITING = frozenset(words_of("suit suits work works fit fits good ok fine convenient"))
_TOLD = frozenset(words_of("did was were had has have decide decides deciding sign signs"))
_GONE = frozenset({"since", "last", "every", "until", "till"})
"""What before a day makes it none to come."""
_WITH = frozenset({"with", "me", "us"})
_ABOUT = frozenset({("what", "about"), ("how", "about")})
_ASKING = frozenset({"who", "why"})
_BEING = frozenset({"is", "are"})


def dated_meetings(line: Line) -> Iterator[Setting]:
    """The first clause of each sentence that sets a time at which somebody is to be spoken to."""
    if _DAYS.isdisjoint(line.said) and _PARTS_OF_DAY.isdisjoint(pairwise(line.spelled)):
        return
    seen = None
    for setting in line.settings:
        if setting.sentence is not seen and _sets_meeting(line, setting):
            yield setting
        seen = setting.sentence


def _asks_for_facts(said: frozenset[str], pairs: frozenset[tuple[str, str]]) -> bool:
    """Whether the sentence asks for a person or a reason, "who am I talking to on a Sunday?", and proposes nothing."""
    return not _ASKING.isdisjoint(said) and _ABOUT.isdisjoint(pairs)


def _sits(word: str, following: str) -> bool:
    """Whether "sat" is what somebody did, and no Saturday: "how long are you usually sat in the car?"."""
    return word == "sat" and following in _SITTING


def _sets_meeting(line: Line, setting: Setting) -> bool:
    words = line.words(setting.sentence.start, setting.sentence.end)
    words = tuple([word for word, following in zip(words, (*words[1:], ""), strict=True) if not _sits(word, following)])
    said, pairs = frozenset(words), frozenset(pairwise(words))
    if _DAYS.isdisjoint(said) and _PARTS_OF_DAY.isdisjoint(pairs):
        return False
    if not _TOLD.isdisjoint(said) or "not" in said or _asks_for_facts(said, pairs):
        return False
    if any(before in _GONE and day in _DAYS for before, day in pairs):
        return False
    meets = any((one, two) not in _NO_MEETING and two in _MEETING for one, two in pairwise(("", *words)))
    meets = meets and not any(pair[0] in _MEETING for pair in pairs & _NO_MEETING)
    if meets or {"you", "me"} <= said:
        return True
    if not _ABOUT.isdisjoint(pairs) and not _WITH.isdisjoint(said):
        return True
    asked = setting.sentence.question
    return asked and ((bool(_BEING & said) and bool(_FREE & said)) or ("does" in said and bool(_SUITING & said)))
