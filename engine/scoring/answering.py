"""Whether a doubt was answered, and not only named."""

from collections.abc import Iterator, Sequence

from engine.reading.reading import Act
from engine.reading.text import sentence_around
from engine.scenario.scenario import Issue, IssueKind, Objection, Scenario, Topic
from engine.scoring.record import Turn
from engine.scoring.showing import figures_in, says_something, share_a_word, shown


def is_answered(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> bool:
    """Whether a line after the doubt gives something on what it was about.

    Where the sheet has something to say, that is a word or a figure of it: "so fuel is the thing" gives none. Else it
    is what takes up a word of the doubt, a term with its figure, another fact of the sheet in the same line, or the
    step that settled it.
    """
    if any(_settles(doubt, turn) and turn.reading.has(Act.NEXT_STEP) for turn in turns):
        return True
    if gave_way(scenario, doubt, turns) is not None or any(_puts_up(doubt, turn) for turn in turns):
        return True
    sheet = dict(scenario.product.facts)
    if {doubt.topic, *doubt.answered_by}.isdisjoint(sheet) and any(_shows_what_settled_it(scenario, doubt, turns)):
        return True
    on_the_table = {str(issue.id) for issue in scenario.issues}
    for turn, topic, sentence in _spoken_on(doubt, turns):
        fact = sheet.get(topic, "")
        figures = figures_in(sentence)
        if topic in on_the_table and figures:
            return True
        if not figures.isdisjoint(figures_in(fact)) or share_a_word(fact or doubt.raised, sentence):
            return True
        if not fact and any(shown(scenario, turn)):
            return True
    return False


def is_at_rest(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> bool:
    """Whether the doubt was settled by the end, or what it was about is on the table no more."""
    return doubt.id in turns[-1].after.settled or gave_way(scenario, doubt, turns) is not None


def gave_way(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> Turn | None:
    """The turn that dropped the term that the doubt is about, where that stayed dropped: "ok, 12 months then".

    None where the rep had never asked for it, or still does.
    """
    issue = next((each for each in scenario.issues if str(each.id) == doubt.topic), None)
    if issue is None or issue.kind is IssueKind.PRICE:
        return None
    value = scenario.counterpart.interests.stake(issue.id).value
    asked = [(turn, value(amount)) for turn in turns if (amount := _asked_for(issue, turn)) is not None]
    burdens = [place for place, (_, worth) in enumerate(asked) if worth < 0]
    later = asked[burdens[-1] + 1 :] if burdens else []
    return next((turn for turn, _ in later if doubt.id in turn.before.raised), None)


def _asked_for(issue: Issue, turn: Turn) -> int | None:
    """How much of the issue the line puts up, none of it counting as 0; None where it puts nothing up."""
    if turn.offer is not None:
        return turn.offer.amount(issue.id)
    return next((offer.amount for offer in turn.reading.binding() if offer.issue == issue.id), None)


def _settles(doubt: Objection, turn: Turn) -> bool:
    return doubt.id in turn.after.settled and doubt.id not in turn.before.settled


def _puts_up(doubt: Objection, turn: Turn) -> bool:
    """Whether the line that settled it put up a term that answers it."""
    topics = {str(topic) for topic in (doubt.topic, *doubt.answered_by)}
    return _settles(doubt, turn) and any(str(offer.issue) in topics for offer in turn.reading.binding())


def _shows_what_settled_it(scenario: Scenario, doubt: Objection, turns: Sequence[Turn]) -> Iterator[bool]:
    """Whether the line that settled it shows something of the sheet, which has nothing on the doubt itself."""
    return (True for turn in turns if _settles(doubt, turn) for _ in shown(scenario, turn))


def _spoken_on(doubt: Objection, turns: Sequence[Turn]) -> Iterator[tuple[Turn, Topic, str]]:
    topics = {doubt.topic, *doubt.answered_by}
    for turn in turns:
        if doubt.id in turn.before.raised and doubt.id not in turn.before.settled:
            for read in turn.reading.acts:
                if read.act in (Act.PRESENT, Act.CLAIM) and read.topic in topics:
                    sentence = sentence_around(turn.said.text, read.span)
                    if says_something(sentence):
                        yield turn, read.topic, sentence
