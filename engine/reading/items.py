"""Where an item of an offer begins: "the 5 year warranty", "a set of new mats"."""

from engine.reading.line import Line
from engine.reading.tokens import Kind, words_of

_QUALIFIERS = frozenset(
    words_of(
        "the a an our my your some all full whole new good best better nice free extra five three year years month "
        "months mile miles mi k - / of set pair matching proper big extended longer decent very complete certified"
    )
)
_LONGEST = 8
_PUTTING = frozenset(words_of("put had threw include included got have"))
_IN_THAT = frozenset({("in", "that"), ("in", "it"), ("in", "there"), ("in", "this"), ("in", "the")})
_BEING = frozenset({"is", "are", "was", "were", "stay", "stays", "remain", "remains"})
_ENDS = frozenset(
    {".", ",", ";", "!", "\n", "and", "too", "as", "at", "for", "with", "then", "already", "still", "now"}
)
"""What follows an "in" that names nothing more: "the mats are in, and it's 24,300"."""
_THEREIN = (("in",), ("yours",))
_REACH = 9


def item_start(line: Line, start: int, floor: int) -> int:
    """The first token of the item that goes by the name at `start`; never before `floor`."""
    at = start
    while at > max(floor, start - _LONGEST) and _qualifies(line, at - 1):
        at -= 1
    return at


def _qualifies(line: Line, at: int) -> bool:
    return line.tokens[at].kind is Kind.NUMBER or line.spelled[at] in _QUALIFIERS


def is_said_to_be_in(line: Line, start: int, end: int, floor: int) -> bool:
    """Whether the item is said to be in the price already: "I put the warranty in that one", "the mats are in it"."""
    after = line.words(end, end + 2)
    if after[:1] and after[0] in _BEING:
        more = line.words(end + 1, end + 3)
        return more in _IN_THAT or (more[:1] in _THEREIN and (len(more) < 2 or more[1] in _ENDS))
    lead = line.words(max(floor, start - _REACH), start)
    return after in _IN_THAT and not _PUTTING.isdisjoint(lead) and "not" not in lead
