"""What of all that a counterpart could tell a question is most like: a detail, what goes beyond a fact, or a topic."""

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from typing import NamedTuple

from engine.negotiation.negotiation import Negotiation
from engine.reading.centroids import AskedBy, Centroids, Vector, likeness, likenesses
from engine.reading.reading import Act, ReadAct, Reading
from engine.reading.text import sentence_around
from engine.reading.tokens import words_of
from engine.reading.topic_classifier import classifier_of
from engine.reading.vocabulary import once_for_each
from engine.scenario.manner import Detail
from engine.scenario.scenario import Examples, Fact, Scenario, Topic
from engine.strict.answer_type import wanted
from engine.strict.detail_meant import MORE, is_of_the_type, is_small_talk, is_why
from engine.strict.heard import PRIORITIES, asks_once_more, facts_just_hinted, facts_just_told, points_back
from engine.strict.knowledge import knowledge_of
from engine.strict.leave import named_in, names_absent
from engine.strict.open_doubts import open_objections
from engine.strict.price_asked import own_terms
from engine.strict.reasons import FIGURE
from engine.strict.types_given import TOLD_BY_WORDS

_JUST_ON = 80
"""How much liker what goes into the last line is, in thousandths."""
_OF_ANOTHER_TYPE = 100
"""How much less like an answer is that does not give what is asked for."""
_NEAREST = 16
"""How many of all that could be told are looked at more closely."""
_TO_A_DOUBT = (Act.ACKNOWLEDGE, Act.APOLOGISE, Act.ASK_NEED)
_AT_THE_TABLE = (Act.ASK_AFTER, Act.ASK_CHOICE)
_ON = "on:"
_OF_WHAT_IS_TO_COME = frozenset({"could", "can", "will", "would", "might", "shall", "should"})
_BARE, _SURE, _SURER = (130, 25), (150, 25), (220, 45)
"""How like what is asked on something a question must be to be on that, and how much liker than anything else: one that
names nothing, one whose topic is guessed, and one that names something or only wants a yes."""
_PLAINLY = 110
"""How much liker one is that is on the very topic that it names, and on no detail of what that gets told."""
_FEWEST = 3
"""Words of a question that names nothing and is on a topic all the same."""
_LITTLE, _LIKER = 150, 65
"""How like the questions on a topic one is that is on that by chance, and by how much liker a detail then is."""
_PLAIN, _HARDLY = 200, 100
"""How like others a question is that names a topic by chance, and how little it is like those on the topic."""
_AT_ALL, _ENOUGH = 50, 8
"""How like those on a detail a question must be at the least, and how many there must be of them for that."""
_MUCH_ALIKE = 250
"""From here it need be ahead by half as much."""


class Recalled(NamedTuple):
    """What a question is most like, by how much in thousandths, and by how much more than anything else.

    Either a detail, of a fact that is known, or a topic.
    """

    detail: Detail | None
    topic: Topic
    likeness: int
    ahead: int


class _Tellable(NamedTuple):
    """Something to tell: the fact that it is of, the detail where it is one, its text, and what it is asked by."""

    fact: Fact
    detail: Detail | None
    text: str
    by: AskedBy


def surely_recalled(negotiation: Negotiation, read: ReadAct, reading: Reading) -> Recalled | None:
    """What the question is plainly most like; None where that is not plain.

    Where a word of it names a topic it must be plainer, and there is something to tell on that topic first.
    """
    is_named = read.topic is not None and not read.guessed and not is_named_by_chance(negotiation, read)
    if is_named and (_wants_a_yes(read, reading) or has_more_to_tell(negotiation, read)):
        return None
    if (
        _is_on_a_doubt(negotiation, read, reading)
        or asks_at_the_table(read, reading)
        or says_too_little(negotiation.scenario, read.span.text, wants_a_yes=read.act is Act.ASK_CLOSED)
    ):
        return None
    found = recalled(negotiation, read)
    if found is None or (is_named and found.detail is None):
        return None
    if asks_once_more(negotiation) and not _is_asked_first(negotiation, found):
        return None
    is_bare = found.detail is not None and (read.topic is None or is_guessed_wrong(negotiation, read))
    is_shaky = is_named or _wants_a_yes(read, reading) or (found.detail is None and points_back(read))
    alike, ahead = _SURER if is_shaky else _BARE if is_bare else _SURE
    if found.detail is None and len(words_of(read.span.text)) < _FEWEST:
        return None
    is_plain = found.likeness >= alike and found.ahead >= ahead
    return found if is_plain or (found.likeness >= _MUCH_ALIKE and 2 * found.ahead >= ahead) else None


def is_on_its_own_topic(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether the question is plainly most like those on the topic that it names, and on no detail."""
    found = recalled(negotiation, read) if read.topic is not None else None
    if found is None or found.detail is not None or found.topic != read.topic:
        return False
    return found.likeness >= _SURE[0] and found.ahead >= _PLAINLY


def is_guessed_wrong(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether the question is little like those on the topic that it is guessed to be on, and liker some detail."""
    if not read.guessed or read.topic is None:
        return False
    found = recalled(negotiation, read)
    if found is None or found.detail is None:
        return False
    known = _known(negotiation.scenario)
    asked = known.asked(_words(negotiation.scenario, read.span.text))
    own = likeness(asked, known.of(f"{_ON}{read.topic}"))
    return own < _LITTLE and found.likeness - own >= _LIKER


def is_named_by_chance(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether the question names a topic by a word of it, is little like those on that, and plainly like others.

    What matters most is asked for by the form of a question, whatever it names.
    """
    if read.topic in (None, PRIORITIES) or read.guessed:
        return False
    return plainly_another(negotiation, read, f"{_ON}{read.topic}") is not None


def plainly_another(negotiation: Negotiation, read: ReadAct, thing: str) -> Recalled | None:
    """What the question is plainly like, where it is little like those on a topic or the detail of that id."""
    known, asked = _known(negotiation.scenario), _asked(negotiation, read)
    own = max(likeness(one, known.of(thing)) for one in asked)
    found = recalled(negotiation, read) if own < _HARDLY else None
    if found is None or found.likeness < _PLAIN:
        return None
    other = found.detail.id if found.detail is not None else f"{_ON}{found.topic}"
    alone = likeness(asked[0], known.of(other)) + _JUST_ON
    return found if other != thing and min(found.likeness, alone) - own >= _HARDLY else None


def is_at_all_like(negotiation: Negotiation, read: ReadAct, detail: Detail) -> bool:
    """Whether the question is like those on the detail in more than small words; true where it says too little itself.

    A wording in a question may have caught a word that is there by chance.
    """
    if says_too_little(negotiation.scenario, read.span.text):
        return True
    known = _known(negotiation.scenario).of(detail.id)
    return known.asked < _ENOUGH or any(likeness(one, known) >= _AT_ALL for one in _asked(negotiation, read))


def _is_on_a_doubt(negotiation: Negotiation, read: ReadAct, reading: Reading) -> bool:
    """Whether the question asks for doubts, or stands beside words to one that is open: what helps is the answer.

    A question after somebody who has to be asked is not on that.
    """
    scenario = negotiation.scenario
    if names_absent(scenario, read.span.text):
        return False
    is_to_one = reading.has(*_TO_A_DOUBT) and bool(open_objections(scenario, negotiation.mood))
    return is_to_one or reading.has(Act.INVITE_DOUBT)


def asks_at_the_table(read: ReadAct, reading: Reading) -> bool:
    """Whether the question asks how they are, which of two offers they would take, or what a yes to an offer takes."""
    at_the_table = (*_AT_THE_TABLE, Act.ASK_NEED) if reading.binding() else _AT_THE_TABLE
    return any(other.act in at_the_table and other.span.meets(read.span) for other in reading.acts)


def _wants_a_yes(read: ReadAct, reading: Reading) -> bool:
    """Whether it is, or is part of, a question for a yes or no."""
    return any(other.act is Act.ASK_CLOSED and other.span.holds(read.span) for other in reading.acts)


def says_too_little(scenario: Scenario, text: str, *, wants_a_yes: bool = False) -> bool:
    """Whether the question is small talk, has no word that tells what it is on, or half of those are in no example."""
    words, usual = words_of(text.lower()), classifier_of(scenario.examples)
    if names_absent(scenario, text):
        return False
    telling, known = usual.telling(words), _known(scenario)
    unknown = len(telling) - len(known.known(telling))
    is_strange = wants_a_yes and len(telling) <= 2 * unknown
    return not telling or is_strange or is_why(words) or is_small_talk(usual, words)


def _is_asked_first(negotiation: Negotiation, found: Recalled) -> bool:
    """Whether nothing was told on the topic that is found: who asks for it again has not asked before."""
    on_topic = negotiation.scenario.earned_on(found.topic) if found.detail is None else ()
    return bool(on_topic) and all(fact.id not in negotiation.mood.told for fact in on_topic)


def has_more_to_tell(negotiation: Negotiation, read: ReadAct) -> bool:
    """Whether a fact on the topic of the question is not told yet."""
    return any(fact.id not in negotiation.mood.told for fact in negotiation.scenario.earned_on(read.topic))


@once_for_each
def recalled(negotiation: Negotiation, read: ReadAct) -> Recalled | None:
    """What the question is most like; None where it is like nothing."""
    scenario, mood = negotiation.scenario, negotiation.mood
    has_named = own_terms(negotiation, mood) is not None
    tellable = _tellable(scenario, mood.told, mood.hinted, mood.named_gates, has_named)
    asked = _asked(negotiation, read)
    just_told = facts_just_told(negotiation) | facts_just_hinted(negotiation)
    heard, must = negotiation.last_heard.lower(), _must_be_on(scenario, read)
    found = [
        (
            max(likeness(one, near.by) for one in asked)
            + _JUST_ON * (near.fact.id in just_told)
            - _OF_ANOTHER_TYPE * (not _fits(scenario, near, must, read)),
            near,
        )
        for near in _nearest(asked, tellable, just_told)
        if near.text.lower() not in heard
    ]
    if not found:
        return None
    found.sort(key=lambda each: -each[0])
    best, told = found[0]
    second = next((like for like, one in found if not _is_the_same(one, told)), 0)
    return Recalled(told.detail, told.fact.topic, best, best - second)


@once_for_each
def _asked(negotiation: Negotiation, read: ReadAct) -> list[Vector]:
    """The question by itself and, where that is more, the sentence in which it stands."""
    scenario, sentence = negotiation.scenario, sentence_around(negotiation.lines[-1].text, read.span)
    texts = dict.fromkeys(_words(scenario, text) for text in (read.span.text, sentence))
    return [_known(scenario).asked(words) for words in texts]


def _is_the_same(one: _Tellable, other: _Tellable) -> bool:
    """Whether both are asked by the same: one text, or facts on one topic."""
    is_of_facts = one.detail is None and other.detail is None
    return one.text == other.text or (is_of_facts and one.fact.topic == other.fact.topic)


def _nearest(asked: Sequence[Vector], tellable: Sequence[_Tellable], just_told: Set[str]) -> list[_Tellable]:
    """What there is to tell whose questions taken together are most like one of these, the likest first."""
    centroids = [one.by.centroid for one in tellable]
    alike = map(max, *(likenesses(vector, centroids) for vector in asked), [0] * len(tellable))
    near = [(like + _JUST_ON * (one.fact.id in just_told), one) for like, one in zip(alike, tellable, strict=True)]
    near.sort(key=lambda each: -each[0])
    return [one for _, one in near[:_NEAREST]]


def _fits(scenario: Scenario, one: _Tellable, must: set[str], read: ReadAct) -> bool:
    """Whether it is an answer of the type that the question wants; a fact is held to that elsewhere."""
    if one.detail is None:
        return True
    return must.issubset(one.by.centroid) and is_of_the_type(scenario, one.detail, read.span.text)


def _must_be_on(scenario: Scenario, read: ReadAct) -> set[str]:
    """The words that each question on the answer together must have: all that tell what a time or a sum is asked of."""
    if wanted(read.span.text) not in TOLD_BY_WORDS:
        return set()
    words = words_of(read.span.text.lower())
    return classifier_of(scenario.examples).telling(words) | _OF_WHAT_IS_TO_COME.intersection(words)


def _words(scenario: Scenario, text: str) -> tuple[str, ...]:
    """The words of the text; whoever has to be asked goes by "they", for no pack knows their names."""
    absent = frozenset[str]().union(*(named_in(gate) for gate in scenario.gates))
    return tuple(["they" if word in absent else word for word in words_of(text.lower())])


def as_asked(scenario: Scenario, text: str) -> Vector:
    """The text of a question as a vector."""
    return _known(scenario).asked(_words(scenario, text))


def told_by_questions(scenario: Scenario) -> Iterator[tuple[str, AskedBy, bool]]:
    """All that there is to tell, in each way it is told, what that is asked by, and whether it goes beyond a fact."""
    known = _known(scenario)
    for detail in scenario.details:
        yield detail.answer, known.of(detail.id), False
    for fact in scenario.facts:
        if fact.more:
            yield fact.more, _beyond(known, fact.then, fact.further), True
    for fact in scenario.facts:
        for text in filter(None, (fact.vague, fact.in_other_words, fact.exact)):
            yield text, known.of(f"{_ON}{fact.topic}"), False


@once_for_each
def _tellable(
    scenario: Scenario, told: tuple[str, ...], hinted: tuple[str, ...], named_gates: tuple[str, ...], has_named: bool
) -> tuple[_Tellable, ...]:
    """All that may be told now, where these facts are told or hinted at, and it was said who has to be asked.

    Reasons for a price are none where it has named no price.
    """
    spoken_of = {gate.topic for gate in scenario.gates if gate.topic is not None and gate.id in named_gates}
    tellable = _all_tellable(scenario, told, hinted, spoken_of)
    return tuple([one for one in tellable if has_named or one.fact.topic != FIGURE])


def _all_tellable(
    scenario: Scenario, told: tuple[str, ...], hinted: tuple[str, ...], spoken_of: set[Topic]
) -> Iterator[_Tellable]:
    known, everything = _known(scenario), knowledge_of(scenario)
    for name, fact in everything.facts.items():
        yield _Tellable(fact, None, fact.exact, known.of(f"{_ON}{fact.topic}"))
        is_told = name in told or fact.topic in spoken_of
        if is_told or name in hinted:
            for detail in everything.of_fact.get(name, ()):
                if is_told or detail.alone:
                    yield _Tellable(fact, detail, detail.answer, known.of(detail.id))
        if is_told and fact.more:
            more = Detail(f"{MORE}{name}", name, fact.more)
            yield _Tellable(fact, more, fact.more, _beyond(known, fact.then, fact.further))


@lru_cache(maxsize=4_096)
def _beyond(known: Centroids, then: str, further: tuple[str, ...]) -> AskedBy:
    """What goes beyond a fact is asked by."""
    return known.asked_by(Examples(Topic(MORE), (then, *further)))


def _known(scenario: Scenario) -> Centroids:
    return centroids_of(scenario.examples, scenario.details_asked)


@once_for_each
def centroids_of(examples: tuple[Examples, ...], asked: tuple[Examples, ...]) -> Centroids:
    """The centroids of a pack's questions on topics, and of those asked on details."""
    return _made((*(one._replace(topic=Topic(f"{_ON}{one.topic}")) for one in examples), *asked))


@lru_cache(maxsize=16)
def _made(examples: tuple[Examples, ...]) -> Centroids:
    """One for equal examples, as of a pack and of the same pack that a run has pinned."""
    return Centroids(examples)
