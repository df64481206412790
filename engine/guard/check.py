"""The guard: whether a worded line says what the rules have decided, and nothing else."""

import re
from collections.abc import Callable, Iterator

from engine.guard.bounds import Bounds
from engine.guard.breach import Breach, Rule
from engine.guard.manners import begins_with_a_label, has_markup, speaks_as_a_model, speaks_as_the_other
from engine.negotiation.events import MoveKind
from engine.reading.figures import are_known, figures, names_in, words_in
from engine.reading.reading import Act, Modality, Reading
from engine.terms.terms import IssueId, Terms

STEM = 5
"""Letters by which words are held to be the same, and that a word has which carries a fact."""
LONGEST = 700
"""Characters of a line, unless the stock line is nearly as long already."""
TIMES_STOCK = 2
AGREEING = (MoveKind.ACCEPT, MoveKind.ACCEPT_IF, MoveKind.CLOSE)
LEAVING = (MoveKind.WALK, MoveKind.CLOSE)

_PROMISE = re.compile(
    r"\b(?:i promise|i guarantee|guaranteed|i swear|my word on it|you have my word|i commit|"
    r"(?:i'll|i will) (?:sign|pay) (?:today|now))\b",
    re.IGNORECASE,
)
Check = Callable[[str, Bounds], Iterator[Breach]]


def breaches(line: str, bounds: Bounds) -> tuple[Breach, ...]:
    """Every rule that the line breaks; none for a line that may be said, and the stock line itself is one."""
    if line == bounds.stock:
        return ()
    return tuple(_words(line, bounds)) or tuple(breach for check in CHECKS for breach in check(line, bounds))


def tidied(line: str, bounds: Bounds) -> str:
    """The line without what models like to put around it: quotes, and the person's own name before it."""
    text = " ".join(line.split())
    label = re.compile(rf"^(?:{re.escape(bounds.name)}|{bounds.role})\s*:\s*", re.IGNORECASE)
    text = label.sub("", text)
    return text[1:-1].strip() if len(text) > 1 and text[0] in '"“' and text[-1] in '"”' else text


def _words(line: str, bounds: Bounds) -> Iterator[Breach]:
    most = max(LONGEST, TIMES_STOCK * len(bounds.stock))
    if not any(character.isalpha() for character in line):
        yield Breach(Rule.WORDS, "Say something, in words.")
    elif len(line) > most:
        yield Breach(Rule.WORDS, f"Say it in fewer than {most} characters, as one turn of a talk.")


def _plain(line: str, bounds: Bounds) -> Iterator[Breach]:
    if has_markup(line):
        yield Breach(Rule.PLAIN, "Write plain sentences: no links, mentions or markup.")
    if begins_with_a_label(line) and not begins_with_a_label(bounds.stock):
        yield Breach(Rule.PLAIN, "Write only what the person says, without a label and without the other side's words.")


def _person(line: str, bounds: Bounds) -> Iterator[Breach]:
    if speaks_as_a_model(line) and not speaks_as_a_model(bounds.stock):
        yield Breach(Rule.PERSON, f"Speak as {bounds.name}; there is no model and no exercise in this talk.")
    if speaks_as_the_other(bounds.role, line) and not speaks_as_the_other(bounds.role, bounds.stock):
        yield Breach(Rule.PERSON, f"Speak as {bounds.name}, who is the {bounds.role}, never as the other side.")


def _figure(line: str, bounds: Bounds) -> Iterator[Breach]:
    if not are_known(figures(line), bounds.figures):
        yield Breach(Rule.FIGURE, "Use no number besides those in the given line.")


def _offer(line: str, bounds: Bounds) -> Iterator[Breach]:
    read = bounds.read(line)
    told = Breach(Rule.OFFER, "Name the offer of the given line exactly as it stands there, and no other.")
    wanted = _amounts(bounds.meant) & _of(bounds.offer)
    allowed = _of(bounds.offer) | _of(bounds.standing) | _amounts(bounds.meant)
    said = _amounts(read)
    if not wanted <= said | _named(read) or not _bound(read) <= allowed:
        yield told


def _agreement(line: str, bounds: Bounds) -> Iterator[Breach]:
    agrees, meant = _agrees(bounds.read(line)), _agrees(bounds.meant)
    if agrees and not meant and bounds.move not in AGREEING:
        yield Breach(Rule.AGREEMENT, "Agree to nothing: the given line does not.")
    elif meant and not agrees and bounds.move in AGREEING:
        yield Breach(Rule.AGREEMENT, "Say plainly that it is agreed, as the given line does.")


def _leaving(line: str, bounds: Bounds) -> Iterator[Breach]:
    leaves, meant = bounds.read(line).has(Act.WALK), bounds.meant.has(Act.WALK)
    if leaves and not meant and bounds.move not in LEAVING:
        yield Breach(Rule.LEAVING, "Do not end the talk: the given line does not.")
    elif meant and not leaves and bounds.move in LEAVING:
        yield Breach(Rule.LEAVING, "End the talk, as the given line does.")


def _fact(line: str, bounds: Bounds) -> Iterator[Breach]:
    missing = not are_known(figures(bounds.stock), figures(line)) or names_in(bounds.stock) - words_in(line)
    if missing or any(_is_lost(fact, line) for fact in bounds.told):
        yield Breach(Rule.FACT, "Keep every fact, number and name of the given line, and what it says of them.")
    if {_first_word(line), _first_word(bounds.stock)} == {"yes", "no"}:
        yield Breach(Rule.FACT, "Do not turn a yes into a no, or a no into a yes.")


def _is_lost(fact: str, line: str) -> bool:
    """Whether fewer than half of the words that carry the fact are in the line, whatever their endings."""
    carrying = {word[:STEM] for word in words_in(fact) if len(word) >= STEM}
    said = {word[:STEM] for word in words_in(line)}
    return 2 * len(carrying & said) < len(carrying)


def _first_word(text: str) -> str:
    return next(iter(text.casefold().replace(",", " ").replace(".", " ").split()), "")


def _promise(line: str, bounds: Bounds) -> Iterator[Breach]:
    if _PROMISE.search(line) and not _PROMISE.search(bounds.stock):
        yield Breach(Rule.PROMISE, "Promise nothing that the given line does not.")


def _name(line: str, bounds: Bounds) -> Iterator[Breach]:
    if names_in(line) - bounds.words:
        yield Breach(Rule.NAME, "Name no person, place, thing or day that has not been named in the talk.")


CHECKS: tuple[Check, ...] = (
    _plain, _person, _figure, _offer, _agreement, _leaving, _fact, _promise, _name,
)  # fmt: skip


def _of(terms: Terms | None) -> set[tuple[IssueId, int]]:
    return set(terms.amounts) if terms is not None else set()


def _amounts(reading: Reading) -> set[tuple[IssueId, int]]:
    """What the line puts up or takes up."""
    return {(offer.issue, offer.amount) for offer in reading.offers if offer.modality is not Modality.REJECTED}


def _named(reading: Reading) -> set[tuple[IssueId, int]]:
    return {(doubt.issue, doubt.amount) for doubt in reading.doubts}


def _bound(reading: Reading) -> set[tuple[IssueId, int]]:
    return {(offer.issue, offer.amount) for offer in reading.binding()}


def _agrees(reading: Reading) -> bool:
    """Whether the line agrees in more than a word that may only mean "I hear you"."""
    return any(act.act is Act.ACCEPT and not act.mild for act in reading.acts)
