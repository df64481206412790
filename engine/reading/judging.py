"""What is said of the other side's number: "31,800 is a stretch" refuses it, "31,800 is a start" does not."""

from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import words_of

_BEING = frozenset({"is", "feels", "seems", "sounds", "looks"})
_PASSED_OVER = frozenset(
    words_of("a an just really pretty very quite kind of sort bit little still simply frankly honestly a well like")
)
_NO_REFUSAL = frozenset(
    words_of(
        "fine good great ok fair reasonable workable acceptable doable close closer nearer better best perfect "
        "agreed deal "
        "done yes right true correct nice tempting interesting decent start beginning step progress improvement firm "
        "possible enough sure solid generous appreciated noted understood settled it that this all "
        "your you yours what where how why when my our mine the on in at with including inclusive before after "
        "plus for "
        "from now already and or but to as per out not no less more within around about roughly exactly only worth "
        "based because if unless until almost nearly total half twice same current standing live left"
    )
)
"""What may follow without refusing: praise, and what only says more of the number."""
_OFF_FROM = frozenset({"more", "over", "above", "higher", "less", "below", "under", "lower"})
_REACH = 4


def is_judged(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the clause begins with the number and says of it what nobody says of a number that will do."""
    is_only = [one for one in setting.numbers if one.sense is not Sense.PERCENT] == [number]
    if not is_only or number.start - setting.clause.start > _REACH or setting.is_asked() or setting.opens_asking:
        return False
    said = line.words(number.end, setting.clause.end)
    said = said[1:] if said[:2] == ("'", "s") else said
    if not said or (said[0] not in _BEING and said[0] != "s"):
        return False
    if _is_set_against(line, number, setting):
        return True
    judged = next((word for word in said[1:] if word not in _PASSED_OVER), "")
    return judged.isalpha() and judged not in _NO_REFUSAL


def _is_set_against(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether it is said to lie so many percent off from something: "69 is still 15 % more than last year"."""
    rates = (one for one in setting.numbers if one.start > number.end)
    return any(not _OFF_FROM.isdisjoint(line.words(one.end, one.end + _REACH)) for one in rates)
