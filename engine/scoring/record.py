"""A run told by the rep's turns: what was said, how it was read, and what stood before and after it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from engine.negotiation.events import Mood, Moved, Offered, Read, Said, Side, Worded
from engine.negotiation.negotiation import Negotiation
from engine.reading.reading import Act, Modality, Reading, ReadOffer, Span
from engine.reading.text import sentence_around
from engine.scenario.scenario import Scenario
from engine.scoring.repeats import Heard
from engine.strict.deal_breakers import left_over
from engine.terms.terms import IssueId, Terms

LONGEST_QUOTE = 180
FEWEST_WORDS = 3
"""Words below which a sentence alone says too little to be quoted: "Deal?"."""
NAMING = frozenset({Act.QUOTE, Act.COUNTER, Act.CONCEDE})
"""Acts that name a price."""
_QUESTIONS = frozenset({Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP})
"""Acts that ask about something."""
NOTHING = Reading()


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of the rep. `offer` and `answer` are the terms that the rep and the counterpart put up in it.

    Who takes their terms, or asks for the decision on their price, has put that up, signed or not.
    `new_words` is the line without what the rep had said before word for word, and `news` the acts in those words.
    `heard` is the counterpart's line that it answers.
    """

    number: int
    said: Said
    reading: Reading
    before: Mood
    after: Mood
    offer: Terms | None = None
    answer: Terms | None = None
    new_words: str = ""
    news: Reading = NOTHING
    heard: str = ""

    @property
    def learnt(self) -> tuple[str, ...]:
        """Ids of facts told exactly in this turn."""
        return tuple(fact for fact in self.after.told if fact not in self.before.told)

    @property
    def hinted(self) -> tuple[str, ...]:
        """Ids of facts touched vaguely in this turn, or confirmed or denied."""
        return tuple(fact for fact in self.after.hinted if fact not in self.before.hinted)


def turns_of(negotiation: Negotiation) -> tuple[Turn, ...]:
    """The rep's turns in order; clarifying questions are turns too."""
    turns: list[Turn] = []
    mood = negotiation.opened.mood
    said: Said | None = None
    reading = Reading()
    offers: dict[Side, Terms] = {}
    live: Terms | None = None
    price = negotiation.scenario.price_issue.id
    theirs = answered = ""
    spoken = Heard()
    for event in negotiation.events:
        match event:
            case Said(side="rep"):
                said, reading, offers, answered = event, Reading(), {}, theirs
            case Said(text=text) | Worded(text=text):
                theirs = text
            case Read():
                reading = event.reading
            case Offered() if event not in negotiation.misheard:
                offers[event.side] = event.terms
            case Moved() if said is not None:
                new = spoken.take(said.text, reading)
                both = offers.get("rep"), offers.get("counterpart")
                turn = Turn(len(turns), said, reading, mood, event.mood, *both, *new, answered)
                turns.append(replace(turn, offer=_put_up_of_theirs(turn, live, price)) if live is not None else turn)
                mood, live = event.mood, turn.answer or live
    return tuple(turns)


def _put_up_of_theirs(turn: Turn, live: Terms, price: IssueId) -> Terms | None:
    """The rep's offer in the turn, with their price in it where the line takes that or asks for the decision on it.

    What was signed at once was theirs, and stays so, as does what a mere yes takes.
    """
    named = [offer for offer in turn.reading.offers if offer.issue == price]
    if turn.offer is None and turn.reading.has(Act.ACCEPT) and any(one.amount == live.amount(price) for one in named):
        return live if turn.after.pending == live != turn.before.pending else None
    if turn.offer is None or turn.offer.amount(price) == live.amount(price):
        return turn.offer
    if [(offer.modality, offer.amount) for offer in named] != [(Modality.ECHO, live.amount(price))]:
        return turn.offer
    words = sentence_around(turn.said.text, named[0].span)
    sought = (read.span.text for read in turn.reading.acts if read.act in (Act.ASK_SALE, Act.CONDITIONAL_TODAY))
    return turn.offer.put(price, live.amount(price)) if any(each and each in words for each in sought) else turn.offer


def as_spoken(negotiation: Negotiation, words: str) -> str:
    """Their sentence with these words in it, or the line that a model made of it; empty where they never said them."""
    stock = (event for event in negotiation.events if isinstance(event, Said))
    for said, shown in zip(stock, negotiation.lines, strict=True):
        if said.side == "counterpart" and words in said.text:
            return _sentences_with(words, shown.text) or shortened(shown.text)
    return ""


def _sentences_with(words: str, text: str) -> str:
    """The words, with what belongs to the same sentences around them; empty where they are not in the text."""
    start = text.find(words)
    if start < 0:
        return ""
    first = sentence_around(text, Span(start, start + len(words), words))
    return first.strip() if words in first else words


def over_what(negotiation: Negotiation) -> str:
    """The deal-breaker that the counterpart left over, in words that read after "over"; empty where there was none."""
    breaker = left_over(negotiation.scenario, negotiation.mood)
    return breaker.named if breaker is not None else ""


def quote_of(turn: Turn, *acts: Act) -> str:
    """The rep's words in the turn: the sentence of the first of these acts, or the line where it is short enough.

    Of several prices it is the one that the turn put up, and of what asks a sentence that ends as a question where
    the line has one. Always a substring of the line.
    """
    text = turn.said.text
    spans = [read.span for read in turn.reading.acts if read.act in acts and _lies_in(read.span, text)]
    if not NAMING.isdisjoint(acts):
        put_up = _put_up(turn)
        spans = [span for span in spans if span in put_up][-1:] or put_up[-1:] or spans
    if acts and _QUESTIONS.issuperset(acts) and "?" in text:
        marked = [span for span in spans if sentence_around(text, span).rstrip().endswith("?")]
        spans = marked or _first_question(text) if spans else spans
    return quote_around(text, spans[0]) if spans else shortened(text)


def _first_question(text: str) -> list[Span]:
    at = text.index("?")
    return [Span(at, at + 1, "?")]


def turn_putting_up(turns: Sequence[Turn], turn: Turn, issue: IssueId) -> Turn:
    """The turn whose words put up the issue as that one's offer holds it: an earlier one where its own do not."""
    amount = turn.offer.amount(issue) if turn.offer is not None else 0
    spoken = (each for each in reversed(turns[: turn.number + 1]) if _spans_on(each, issue, amount))
    return next(spoken, turn)


def quote_of_issue(turn: Turn, issue: IssueId) -> str:
    """The rep's words in which the turn put up that issue's amount; the line itself where none did."""
    amount = turn.offer.amount(issue) if turn.offer is not None else None
    spans = _spans_on(turn, issue, amount)
    return quote_around(turn.said.text, spans[-1]) if spans else quote_of(turn)


def _spans_on(turn: Turn, issue: IssueId, amount: int | None) -> list[Span]:
    """Where the line puts up so much of the issue, or anything of it where the amount is None."""
    return [
        offer.span
        for offer in turn.reading.binding()
        if offer.issue == issue and amount in (None, offer.amount) and _lies_in(offer.span, turn.said.text)
    ]


def names_its_price(scenario: Scenario, turn: Turn) -> bool:
    """Whether the line itself names the price of the terms that it put up."""
    price = scenario.price_issue.id
    terms = turn.offer
    return terms is not None and any(
        offer.issue == price and offer.amount == terms.amount(price) for offer in turn.reading.binding()
    )


def _put_up(turn: Turn) -> list[Span]:
    return [offer.span for offer in _standing(turn)]


def _standing(turn: Turn) -> list[ReadOffer]:
    """The amounts of the line that stand in the terms which the turn put up."""
    terms = turn.offer
    if terms is None:
        return []
    binding = turn.reading.binding()
    return [
        offer for offer in binding if terms.amount(offer.issue) == offer.amount and _lies_in(offer.span, turn.said.text)
    ]


def quote_around(text: str, span: Span) -> str:
    """The sentence around the span, with the one before or after it where it says too little alone: "OK?"."""
    sentence = sentence_around(text, span)
    if len(sentence.split()) < FEWEST_WORDS:
        start = text.find(sentence, max(0, span.start - len(sentence)))
        before, after = text[:start].rstrip(), text[start + len(sentence) :].lstrip()
        if before:
            first = len(before) - len(_last_sentence(before))
            sentence = text[first : start + len(sentence)]
        elif after:
            sentence = text[: text.find(after) + len(sentence_around(after, Span(0, 1, after[:1])))]
    return shortened(sentence)


def shortened(text: str) -> str:
    """The words as they are quoted: of a long text the whole sentences that fit, else the whole words."""
    text = text.strip()
    if len(text) <= LONGEST_QUOTE:
        return text
    kept = text[: LONGEST_QUOTE + 1]
    ends = [place for place in map(kept.rfind, (". ", "? ", "! ")) if place > 0]
    if ends:
        return kept[: max(ends) + 1]
    pause = kept.rfind(", ")
    return kept[:pause] if pause > LONGEST_QUOTE // 2 else kept.rpartition(" ")[0] or text[:LONGEST_QUOTE]


def _last_sentence(text: str) -> str:
    return sentence_around(text, Span(len(text) - 1, len(text), text[-1:]))


def _lies_in(span: Span, text: str) -> bool:
    return span.end > span.start and text[span.start : span.end] == span.text


def first_with(turns: Iterable[Turn], *acts: Act) -> Turn | None:
    """The first turn with one of these acts."""
    return next((turn for turn in turns if turn.reading.has(*acts)), None)


def first_priced(turns: Iterable[Turn]) -> Turn | None:
    """The first turn in which the rep put an offer up."""
    return next((turn for turn in turns if turn.offer is not None), None)


def counted(count: int, noun: str) -> str:
    """`1 step`, `3 steps`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def times(count: int) -> str:
    """`once`, `twice`, `3 times`."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def joined_words(words: Sequence[str]) -> str:
    """`the mats`, `the mats and delivery`, `the mats, the longer warranty and delivery`."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
