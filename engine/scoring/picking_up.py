"""Whether a line picks up what the counterpart had said: in its words, on its topic, or with a question about it.

"I hear you" is easily said. What shows that somebody listened is in the rest of the line.
"""

import re
from collections.abc import Iterator, Sequence

from engine.reading.in_full import in_full
from engine.reading.reading import Act, Modality, Reading, ReadOffer, Span
from engine.scenario.scenario import IssueKind, Scenario
from engine.scoring.asking import QUESTIONS
from engine.scoring.content import content
from engine.scoring.record import Turn, quote_around, quote_of, quote_of_issue
from engine.scoring.stock_questions import asks_back, asks_on
from engine.scoring.taking_up import COMMONPLACE, Words, asked_about, has_three_in_a_row, taken_up
from engine.scoring.told import details_in
from engine.strict.trust import is_harsh
from engine.terms.terms import IssueId

LISTENING = (Act.ACKNOWLEDGE, Act.SUMMARY, Act.APOLOGISE)
NODDING = (Act.ACKNOWLEDGE, Act.SUMMARY)
"""Acts that say that one has heard."""
SPEAKING_TO = (*LISTENING, *QUESTIONS, Act.PRESENT, Act.NEXT_STEP)
"""Acts whose topic says what a line is about."""
IN_THEIR_WORDS = 2
"""Words in which they told of themselves that show, without an acknowledgement, that a line picks it up."""

_FELT_FOR = re.compile(
    r"\b(?:went through (?:the same|that)|know how (?:that|it) (?:goes|feels|is)|been there|the (?:very )?same thing"
    r"|sorry to hear|(?:glad|good) to hear|(?:that|it) (?:is|was)(?: really| very| so)? (?:annoying|frustrating|awful)"
    r"|(?:that|it|this) (?:must|sounds) \w+|sounds like (?:a|you)|poor (?:thing|you))\b",
    re.IGNORECASE,
)
"""Fellow feeling for a story, written out."""
_YOU_SAID = re.compile(
    r"\byou(?:'ve| had| just)? (?:just )?(?:said|say|mentioned|told|brought up|named)\b", re.IGNORECASE
)
"""Words that name something of theirs, however long ago they said it."""
_SENTENCE = re.compile(r"[^.?!\n]*(?:[.?!](?=\S)[^.?!\n]*)*[.?!]*")


def picks_up(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line shows that the rep heard what the counterpart had said before it.

    It is enough to take up one thing that they had just said, or to ask about something that they had come to by
    themselves. With an acknowledgement any word of theirs just now will do, as will a topic that they had spoken on;
    without one it takes two words of what they had told before. A question that asks on in words that fit anything,
    or fellow feeling in such words for what they told, counts once in a run.
    Making good is to say sorry for the line before.
    So does a term put as they had asked for it, or an answer that settles what they had just doubted.
    An acknowledgement of which no words are known has the benefit of the doubt after something that was told.
    """
    if is_harsh(turn.reading):
        return False
    if _carries_theirs(scenario, turns, turn):
        return True
    if _shows_it_in_passing(scenario, turns, turn):
        return not any(
            _shows_it_in_passing(scenario, turns, earlier) and not _carries_theirs(scenario, turns, earlier)
            for earlier in turns[: turn.number]
        )
    return turn.reading.has(*LISTENING) and _is_wordless(turn) and _was_told(turns, turn)


def earning_words(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> str:
    """The words of the line that take theirs up, else the sentence that holds most of them, else the line itself."""
    if (taking := takes_up(scenario, turns, turn)) and taking in turn.said.text:
        return quote_around(turn.said.text, _span_of(taking, turn.said.text))
    if (granted := grants(scenario, turns, turn)) is not None:
        return quote_of_issue(turn, granted)
    theirs = (_own_words(turns, turn) | _told(scenario, turns, turn)) - _common(scenario)
    sentences = [turn.new_words[start:end].strip() for start, end in _sentences(turn)]
    best = max(sentences, key=lambda sentence: len(content(sentence) & theirs), default="")
    held = best in turn.said.text and content(best) & theirs
    return quote_around(turn.said.text, _span_of(best, turn.said.text)) if held else quote_of(turn)


def is_empty(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line says that the rep has heard, and shows nothing of it; being sorry says no such thing.

    Who goes on to show something, to ask, or with any word of theirs, has said more than that.
    """
    sheet = {topic for topic, _ in scenario.product.facts}
    says_more = turn.reading.has(*QUESTIONS) or not sheet.isdisjoint(turn.reading.topics(Act.PRESENT))
    says_more = says_more or not content(turn.heard).isdisjoint(content(turn.new_words))
    return turn.reading.has(*NODDING) and not says_more and not picks_up(scenario, turns, turn)


def _span_of(words: str, text: str) -> Span:
    return Span(text.find(words), text.find(words) + len(words), words)


def _carries_theirs(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line holds their words, speaks on their topic, or makes good the line before."""
    if takes_up(scenario, turns, turn) or _asks_about_theirs(scenario, turns, turn):
        return True
    if grants(scenario, turns, turn) or _refuses_again(turns, turn) or _settles_what_they_just_raised(turns, turn):
        return True
    if comes_back_to(scenario, turns, turn):
        return True
    if _FELT_FOR.search(in_full(turn.new_words)) and has_three_in_a_row(turn.heard, turn.new_words):
        return True
    said_back = words_outside_offers(turn) - _common(scenario)
    if not turn.reading.has(*LISTENING):
        return False
    if not _own_words(turns, turn).isdisjoint(said_back) or _is_on_their_topic(scenario, turn):
        return True
    return _makes_good(turns, turn)


def takes_up(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> str:
    """The words of the line that take up what they had just said, or ask about their line before; empty where none
    do."""
    offered = _offered(turns, turn)
    now = takes_up_words(scenario, turns, turn, turn.heard)
    if now or not turn.number:
        return now
    if _YOU_SAID.search(turn.new_words):
        said = " ".join(each.heard for each in turns[: turn.number])
        ever_said = _words(scenario, turns, turn, turn)._replace(heard=said, before="")
        if named := taken_up(ever_said, turn.new_words, offered):
            return named
    earlier = _words(scenario, turns, turn, turns[turn.number - 1])
    agenda = content(" ".join(inquiry.ask for inquiry in scenario.inquiries))
    return asked_about(earlier._replace(common=earlier.common | agenda), turn.new_words, offered)


def takes_up_words(scenario: Scenario, turns: Sequence[Turn], turn: Turn, theirs: str) -> str:
    """The words of the line that take up these words of theirs; empty where none do."""
    words = _words(scenario, turns, turn, turn)._replace(heard=theirs)
    offered = _offered(turns, turn)
    return taken_up(words, turn.new_words, offered) or ("" if offered else taken_up(words, in_full(turn.new_words)))


def comes_back_to(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line, outside of its offers, has two words in which they told of themselves, however long ago."""
    said_back = words_outside_offers(turn) - _common(scenario)
    return len(_told(scenario, turns, turn) & said_back) >= IN_THEIR_WORDS


def holds_a_word_of(scenario: Scenario, turn: Turn, theirs: str) -> bool:
    """Whether the line, outside of its offers, has a word of theirs that not everybody uses here."""
    return bool((content(theirs) & words_outside_offers(turn)) - _common(scenario) - COMMONPLACE)


def grants(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> IssueId | None:
    """The term besides the price that the offer puts as they had last wanted it, and the rep had not; None for none.

    To leave out what they did not want is to put it as they wanted it.
    """
    own = next((each.offer for each in reversed(turns[: turn.number]) if each.offer is not None), None)
    theirs = turns[turn.number - 1].answer if turn.number else None
    if own is None or theirs is None or turn.offer is None:
        return None
    for issue in scenario.issues:
        value = scenario.counterpart.interests.stake(issue.id).value
        before, now, wanted = (value(terms.amount(issue.id)) for terms in (own, turn.offer, theirs))
        if issue.kind is not IssueKind.PRICE and own.amount(issue.id) and before != wanted == now:
            return issue.id
    return None


def _settles_what_they_just_raised(turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line answers, so that it is settled, a doubt that stands in the line before it."""
    raised = set(turn.before.raised) - set(turns[turn.number - 1].before.raised if turn.number else ())
    return not raised.isdisjoint({*turn.after.settled} - {*turn.before.settled})


def _offered(turns: Sequence[Turn], turn: Turn) -> list[int]:
    return [offer.span.start for offer in turn.reading.offers if not _is_theirs(turns, turn, offer)]


def _refuses_again(turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether it says that what they refused is off the table: "no 24 months, got it"."""
    theirs = turns[turn.number - 1].answer if turn.number else None
    own = next((each.offer for each in reversed(turns[: turn.number]) if each.offer is not None), None)
    dropped = [read for read in turn.reading.offers if read.modality is Modality.REJECTED]
    return (
        theirs is not None
        and own is not None
        and any(own.amount(read.issue) == read.amount and not theirs.amount(read.issue) for read in dropped)
    )


def _is_theirs(turns: Sequence[Turn], turn: Turn, offer: ReadOffer) -> bool:
    """Whether an amount of the line only repeats what they had offered."""
    answer = turns[turn.number - 1].answer if turn.number else None
    repeats = answer is not None and answer.amount(offer.issue) == offer.amount
    return repeats or offer.modality is Modality.ECHO


def _words(scenario: Scenario, turns: Sequence[Turn], turn: Turn, heard_at: Turn) -> Words:
    """What can be taken up in the turn of what was heard at that one."""
    before = turns[max(0, heard_at.number - 1) : turn.number]
    answer = before[0].answer if before and heard_at.number else None
    unit = scenario.currency.unit
    priced = frozenset(str(amount // unit) for _, amount in answer.amounts) if answer is not None else frozenset()
    return Words(heard_at.heard, " ".join(each.said.text for each in before), _common(scenario), priced)


def _asks_about_theirs(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether it asks about something that they had just come to by themselves: a doubt, or a fact unasked."""
    asked = turns[turn.number - 1].reading.topics(*QUESTIONS) if turn.number else ()
    earlier = turns[turn.number - 1].before if turn.number else None
    told, raised = (set(earlier.told), set(earlier.raised)) if earlier is not None else (set(), set())
    topics = {fact.topic for fact in scenario.facts if fact.id in turn.before.told and fact.id not in told}
    topics |= {doubt.topic for doubt in scenario.objections if doubt.id in {*turn.before.raised} - raised}
    return not (topics - set(asked)).isdisjoint(turn.news.topics(*QUESTIONS))


def _asks_on(turn: Turn) -> bool:
    return asks_back(turn) or (turn.reading.has(*LISTENING) and asks_on(turn))


def _shows_it_in_passing(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether it asks on, or feels for them, in words that fit anything."""
    if _asks_on(turn):
        return True
    is_felt = _FELT_FOR.search(in_full(turn.new_words)) is not None
    return is_felt and (_was_told(turns, turn) or bool(details_in(scenario, turn.heard)))


def _told(scenario: Scenario, turns: Sequence[Turn], turn: Turn) -> frozenset[str]:
    """The words in which they told of themselves: facts, doubts, what they wait for, and the line that just did."""
    mood = turn.before
    texts = [fact.exact for fact in scenario.facts if fact.id in mood.told]
    texts += [fact.vague for fact in scenario.facts if fact.id in mood.hinted and fact.id not in mood.told]
    texts += [doubt.raised for doubt in scenario.objections if doubt.id in mood.raised]
    texts += [gate.text for gate in scenario.gates if gate.id in mood.named_gates]
    just_now = _own_words(turns, turn) if _was_told(turns, turn) else frozenset()
    return just_now.union(*map(content, texts))


def _own_words(turns: Sequence[Turn], turn: Turn) -> frozenset[str]:
    """The words of their line that were not in the rep's line which it answers."""
    return content(turn.heard) - (content(turns[turn.number - 1].said.text) if turn.number else frozenset())


def _common(scenario: Scenario) -> frozenset[str]:
    """The words for what is on the table, which anybody uses who haggles over it."""
    product = scenario.product
    issues = (word for issue in scenario.issues for word in (issue.phrase, *issue.words))
    return frozenset().union(*map(content, (product.name, product.summary, scenario.rep.public, *issues)))


def words_outside_offers(turn: Turn) -> frozenset[str]:
    """The words of the line that count as saying something back: new ones, outside of an offer."""
    return frozenset().union(*(content(turn.new_words[start:end]) for start, end in _sentences(turn)))


def _sentences(turn: Turn) -> Iterator[tuple[int, int]]:
    offered = [offer.span.start for offer in turn.reading.offers]
    for sentence in _SENTENCE.finditer(turn.new_words):
        start, end = sentence.span()
        if not any(start <= place < end for place in offered):
            yield start, end


def _is_on_their_topic(scenario: Scenario, turn: Turn) -> bool:
    """Whether the line speaks to something that they told, or to a doubt that they still had."""
    told = (*turn.before.told, *turn.before.hinted)
    topics = {fact.topic for fact in scenario.facts if fact.id in told}
    for doubt in scenario.objections:
        if doubt.id in turn.before.raised and doubt.id not in turn.before.settled:
            topics |= {doubt.topic, *doubt.answered_by}
    return not topics.isdisjoint(turn.news.topics(*SPEAKING_TO))


def _was_told(turns: Sequence[Turn], turn: Turn) -> bool:
    """Whether the line that it answers told something."""
    before = turns[turn.number - 1] if turn.number else None
    return before is not None and bool(before.learnt or before.hinted or before.after.raised != before.before.raised)


def _is_wordless(turn: Turn) -> bool:
    """Whether the acknowledgement rests on no words, as those of the reference reps do."""
    return any(read.act in LISTENING and read.span.end <= read.span.start for read in turn.reading.acts)


def _makes_good(turns: Sequence[Turn], turn: Turn) -> bool:
    before = turns[turn.number - 1].reading if turn.number else Reading()
    return turn.news.has(Act.APOLOGISE) and is_harsh(before)
