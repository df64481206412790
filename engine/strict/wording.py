"""The counterpart's words: phrases of the pack by act and style, filled in and put together to one to four sentences.

An act's phrases are shuffled once per run by key and taken in order, so none comes twice before all have been used;
after that they are shuffled anew. An act may have a firm variant (`HOLD_FIRM`) for one who has nearly had enough.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType
from typing import NamedTuple

from engine.negotiation.events import Mood
from engine.reading.tokens import words_of
from engine.scenario.scenario import Issue, IssueKind, Scenario
from engine.seed import seed_key, shuffle
from engine.strict.acceptance import is_late
from engine.strict.part import Part, Place
from engine.terms.money import format_money
from engine.terms.terms import NEXT_TO_NOTHING, Terms

MOST_SENTENCES = 4
_ANSWERS = 2
"""How many answers a reply finds room for."""
FIRM = "_FIRM"
"""What the name of an act's firm variant ends in."""
WARY = 30
"""The trust below which the counterpart speaks firmly."""

_SLOT = re.compile(r"(?P<article>\b[Aa]n? )?\{(?P<name>\w+)\}(?P<stop>\.?)")
_AS_MONEY = re.compile(r"[$€£]\{amount\}")
_STOPS = ".?!…"
_SENTENCE_END = re.compile(rf"[{_STOPS}]+(?=\s|$)")
_VOWEL_SOUND = re.compile(r"\W*(?:[aeio]|u(?!s[aeiou]|ni)|8|11\b|18\b)", re.IGNORECASE)


_NO_NAMES = frozenset(
    words_of(
        "a about above all an and as at both by every everybody everything for from he her his how if in it its just "
        "last less longer many maybe me more most my neither no nobody none not nothing now on once one only our ours "
        "part people she some somebody that the their there they thirty this three to today twelve two up we what when "
        "where with you your yes"
    )
)
"""First words that are no names, and so take a small letter behind a colon."""

_BEGINNINGS = MappingProxyType(
    {word: kind for kind, words in (("assent", "good sure of okay all fine right"), ("surprise", "oh well ha hm ah"))
     for word in words.split()}
)  # fmt: skip
"""First words of a line that take up what was said, by how they do; a reply has one of a kind."""
_TAKING_UP = re.compile(
    r"(?:(?:good|sure|of course|okay|all right|fine|right|oh|well|ha|hm|ah)(?:\.|,|!) )+(?!(?:\w+[.?!])?$)",
    re.IGNORECASE,
)


_place: Callable[[Part], Place] = attrgetter("place")


class Worded(NamedTuple):
    """A reply in words, and the mood that remembers which phrases it used."""

    text: str
    mood: Mood


def word(scenario: Scenario, mood: Mood, parts: Sequence[Part], most: int = MOST_SENTENCES) -> Worded:
    """The parts as one reply of at most so many sentences where that can be had, needed parts before others."""
    spoken: list[tuple[Part, str]] = []
    used = dict(mood.used_phrases)
    begun: set[str] = set()
    is_firm = is_late(scenario, mood) or mood.trust < WARY
    for part in sorted(parts, key=_place):
        line = part.text
        if part.act:
            act = _firm(scenario, part.act) if is_firm else part.act
            times = used.get(act, 0)
            line = phrase(scenario, act, times)
            used[act] = times + 1
            line = _without_a_second(line, begun) if begun else line
        text = fill(line, dict(part.slots))
        begins = _BEGINNINGS.get(_first_word(text)) if len(parts) > 1 else None
        if begins:
            begun.add(begins)
        spoken.append((part, text))
    if _may_be_longer(spoken, most) and _length(spoken) > most:
        spoken = _of_two(scenario, spoken, most)
        spoken = _briefer(scenario, spoken, most, is_firm=is_firm)
    return Worded(" ".join([text for _, text in spoken]), mood._replace(used_phrases=tuple(sorted(used.items()))))


def _first_word(text: str) -> str:
    return text.partition(" ")[0].rstrip(".,!").lower()


def _without_a_second(line: str, begun: Collection[str]) -> str:
    """The line without a "Good," at its start, where the reply has begun a sentence that way already."""
    if _BEGINNINGS.get(_first_word(line), "-") not in begun:
        return line
    taking_up = _TAKING_UP.match(line)
    return line[taking_up.end() :] if taking_up else line


def lines_left(scenario: Scenario, mood: Mood, act: str) -> bool:
    """Whether the pack has a line for the act that this run has not heard yet."""
    return dict(mood.used_phrases).get(act, 0) < len(scenario.phrases.of(act, scenario.temper.style))


def _firm(scenario: Scenario, act: str) -> str:
    """The variant of the act for when the counterpart has nearly had enough, if the pack has lines for it."""
    firm = f"{act}{FIRM}"
    return firm if scenario.phrases.of(firm, scenario.temper.style) else act


def _shortened(spoken: list[tuple[Part, str]], most: int) -> list[tuple[Part, str]]:
    """The reply without what it can best do without, until it is short enough.

    Parts that are not needed go first, those that answer nothing before answers, last ones before others; then what
    closes the reply, then reactions in the order in which they stand, as long as something is left to say.
    """
    kept, spare = list(spoken), _spare(spoken)
    while _length(kept) > most and len(kept) > 1:
        dropped = next(spare, None)
        if dropped is None:
            break
        kept.remove(dropped)
    return kept


def _of_two(scenario: Scenario, spoken: list[tuple[Part, str]], most: int) -> list[tuple[Part, str]]:
    """The reply short enough, with two answers where there are so many.

    Details are told in fewer sentences for that: how one begins is the answer.
    """
    whole = _shortened(spoken, most)
    answers = [pair for pair in spoken if pair[0].place is Place.ANSWER][:_ANSWERS]
    if len(answers) < _ANSWERS or sum(part.place is Place.ANSWER for part, _ in whole) >= _ANSWERS:
        return whole
    others = [pair for pair in spoken if pair[0].needed and pair[0].place is not Place.ANSWER]
    details = {detail.answer for detail in scenario.details}
    said = dict(answers)
    while _length([*said.items(), *others]) > most:
        longest = max(said, key=lambda part: sentences(said[part]) if part.text in details else 0)
        if sentences(said[longest]) == 1 or longest.text not in details:
            return whole
        said[longest] = _without_its_last(said[longest])
    return _shortened(
        [(part, said.get(part, text)) for part, text in spoken if part in said or (part, text) in others], most
    )


def _without_its_last(text: str) -> str:
    """The text without its last sentence."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    return text[: ends[-2]]


def _may_be_longer(spoken: Sequence[tuple[Part, str]], most: int) -> bool:
    """Whether there are marks enough for more sentences than that: few replies have them."""
    return sum([max(1, sum(map(text.count, _STOPS))) for _, text in spoken]) > most


def _length(spoken: Sequence[tuple[Part, str]]) -> int:
    return sum([sentences(text) for _, text in spoken])


def _briefer(scenario: Scenario, spoken: list[tuple[Part, str]], most: int, *, is_firm: bool) -> list[tuple[Part, str]]:
    """A reply of which nothing can be left out, in the shortest phrases there are, one by one until it fits."""
    said = list(spoken)
    for at, (part, text) in enumerate(spoken):
        if part.act and _length(said) > most:
            act = _firm(scenario, part.act) if is_firm else part.act
            others = (fill(line, dict(part.slots)) for line in scenario.phrases.of(act, scenario.temper.style))
            said[at] = (part, min((text, *others), key=sentences))
    return said


def _spare(spoken: list[tuple[Part, str]]) -> Iterator[tuple[Part, str]]:
    spare = [pair for pair in reversed(spoken) if not pair[0].needed]
    yield from sorted(spare, key=lambda pair: pair[0].place is Place.ANSWER)
    for place in (Place.CLOSING, Place.REACTION, Place.TAKEN_UP):
        yield from (pair for pair in spoken if pair[0].needed and pair[0].place is place)


@lru_cache(maxsize=2_000)
def sentences(text: str) -> int:
    """How many sentences a text has."""
    return max(1, len(_SENTENCE_END.findall(text)))


def phrase(scenario: Scenario, act: str, used: int) -> str:
    """The act's line number `used` (from 0) in this run's order; LookupError where the pack has none."""
    lines = scenario.phrases.of(act, scenario.temper.style)
    if not lines:
        raise LookupError(f"the pack {scenario.pack} has no line for {act} in the style {scenario.temper.style}")
    lap, index = divmod(used, len(lines))
    path = f"phrase/{act}" if lap == 0 else f"phrase/{act}/{lap}"
    return _shuffled(scenario.pack, scenario.draw_epoch, scenario.seed, path, lines)[index]


@lru_cache(maxsize=2_000)
def _shuffled(pack: str, draw_epoch: int, seed: int, path: str, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The order of an act's lines: drawn once, and looked up for the rest of a run."""
    return shuffle(seed_key(pack, draw_epoch, seed), path, lines)


def fill(line: str, slots: Mapping[str, str]) -> str:
    """The line with its slots filled, as `_filled` does it, and a capital at the start."""
    text = _filled(line, slots)
    return text[:1].upper() + text[1:]


def _filled(line: str, slots: Mapping[str, str]) -> str:
    """The line with its slots filled: a or an by what follows, one full stop at the end, no capital after a colon."""
    text, filled = _cut_at_slots(line)
    for article, name, stop, after in filled:
        value = _going_on(slots[name]) if text[-2:] == ": " else slots[name]
        ended = "" if value[-1:] in _STOPS else stop
        text += f"{_article(article, value)}{value}{ended}{after}"
    return text


def _going_on(text: str) -> str:
    """The text as it reads behind a colon: a small letter at its start, unless its first word may be a name."""
    first, _, _ = text.replace("'", " ").partition(" ")
    return text[:1].lower() + text[1:] if first.lower() in _NO_NAMES else text


@lru_cache(maxsize=4_096)
def _cut_at_slots(line: str) -> tuple[str, tuple[tuple[str | None, str, str, str], ...]]:
    """What stands before the first slot, and each slot: its article, its name, its full stop and what follows it."""
    first, *rest = _SLOT.split(line)
    return first, tuple(zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True))


def _article(article: str | None, value: str) -> str:
    if not article:
        return ""
    return article[0] + ("n " if _VOWEL_SOUND.match(value) else " ")


def terms_in_words(scenario: Scenario, terms: Terms) -> str:
    """`$32,700 with the mats and the home delivery`; a sum or a count is named with its amount."""
    amounts = dict(terms.amounts)
    extras = [
        issue_in_words(scenario, issue, amounts[issue.id])
        for issue in (scenario.issues if len(amounts) > 1 else ())
        if issue.kind is not IssueKind.PRICE and amounts.get(issue.id)
    ]
    price = issue_in_words(scenario, scenario.price_issue, terms.amount(scenario.price_issue.id))
    return f"{price} with {listed(extras)}" if extras else price


def issue_in_words(scenario: Scenario, issue: Issue, amount: int) -> str:
    """What reads after "with": `the mats`, `the trade-in at $3,000`, `a 36-month term`; of the price its amount."""
    written = amount_in_words(scenario, issue, amount)
    if issue.said:
        return _filled(issue.said, {"amount": written})
    if issue.kind is IssueKind.PRICE:
        return written
    return issue.phrase if issue.kind is IssueKind.FLAG else f"{issue.phrase} at {written}"


def amount_in_words(scenario: Scenario, issue: Issue, amount: int) -> str:
    """An issue's amount as people write it: `$3,000`, `36`, `3.5`."""
    if issue.kind is not IssueKind.COUNT:
        return format_money(amount, scenario.currency)
    return count_in_words(issue, amount)


def count_in_words(issue: Issue, amount: int) -> str:
    """A count as people write it, `36`, `3.5`; with two decimals, or none, behind a sign of money: `389.50`."""
    if amount == NEXT_TO_NOTHING < issue.scale:
        return "0"
    whole, rest = divmod(amount, issue.scale)
    part = f".{rest:0{len(str(issue.scale)) - 1}d}" if rest else ""
    return f"{whole:,}{part if _AS_MONEY.search(issue.said) else part.rstrip('0')}"


def listed(names: Sequence[str]) -> str:
    """`the mats`, `the mats and delivery`, `the mats, delivery and the warranty`."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
