"""What a counterpart can say: every act, the slots that its lines may use, and how many lines each manner needs.

Lines under `HOLD_FIRM` take the place of those under `HOLD` once the counterpart's time, patience or trust is nearly
gone; a style that has none goes on with the plain ones.
"""

from typing import Literal, NamedTuple

from engine.scenario.scenario import IssueKind


class ActRule(NamedTuple):
    """Slots that a line of the act may name, those that it must, and the fewest lines for each style."""

    slots: frozenset[str] = frozenset()
    needed: frozenset[str] = frozenset()
    fewest: int = 2
    kinds: frozenset[IssueKind] = frozenset()
    """The kinds of issue besides the price that the act speaks of; a pack with none of them needs no line for it."""
    only_with: Literal["", "vetoes", "untrue", "deal_breakers"] = ""
    """The field of the pack that the act speaks of; a pack that leaves it empty needs no line for it."""


def _rule(
    slots: str = "",
    *,
    must: str = "",
    fewest: int = 2,
    kinds: tuple[IssueKind, ...] = (),
    only_with: Literal["", "vetoes", "untrue", "deal_breakers"] = "",
) -> ActRule:
    needed = frozenset(must.split())
    return ActRule(frozenset(slots.split()) | needed, needed, fewest, frozenset(kinds), only_with)


ACTS = {
    "OPENING": _rule("product", fewest=3),
    "GREET": _rule(),
    "SMALL_TALK": _rule(),
    "FOUND_YOU": _rule(fewest=0),
    "CHAT": _rule(),
    "KINDNESS": _rule(),
    "DRINK": _rule(fewest=0),
    "TELL": _rule(must="fact", fewest=1),
    "TELL_AGAIN": _rule(must="fact"),
    "NOTHING_TO_TELL": _rule("topic", fewest=3),
    "KEEPS_BACK": _rule("topic", fewest=0),
    "CONFIRM": _rule(fewest=3),
    "DENY": _rule(fewest=3),
    "OBJECTION_SETTLED": _rule(),
    "OBJECTION_STANDS": _rule(),
    "OBJECTION_STANDS_FIRM": _rule(fewest=0),
    "HEARD": _rule(fewest=3),
    "HEARD_NEED": _rule(fewest=3),
    "SHORTCOMING": _rule(fewest=0),
    "ASK_PRICE": _rule(fewest=3),
    "YOURS_TO_NAME": _rule(fewest=3),
    "FIRST_PRICE": _rule("their_price", fewest=3),
    "PRICE_CLOSER": _rule("their_price", fewest=3),
    "PRICE_FAR": _rule("their_price", fewest=0),
    "PRICE_STUCK": _rule("their_price", fewest=3),
    "PRICE_STUCK_FIRM": _rule("their_price", fewest=0),
    "PRICE_WORSE": _rule("their_price", fewest=3),
    "TO_PRICE": _rule(fewest=0),
    "QUOTE_RIVAL": _rule(must="quote"),
    "COUNTER_FIRST": _rule(must="terms", fewest=3),
    "COUNTER": _rule(must="terms", fewest=5),
    "COUNTER_FIRM": _rule(must="terms", fewest=0),
    "HOLD": _rule(must="terms", fewest=4),
    "HOLD_FIRM": _rule(must="terms", fewest=0),
    "PROBE": _rule("their_price"),
    "ACCEPT": _rule(must="terms"),
    "ACCEPT_IF": _rule(must="terms gate"),
    "ACCEPTED": _rule(must="terms"),
    "GATE": _rule(must="gate"),
    "DEFER": _rule("gate"),
    "DEFER_TO": _rule("gate", must="when", fewest=0),
    "REACHED": _rule(fewest=0),
    "ALL_TOLD": _rule(fewest=0),
    "NEED_TOLD": _rule("topic", fewest=0),
    "AGREED_SO_FAR": _rule(must="terms", fewest=0),
    "NEEDS_PRICE": _rule(fewest=0),
    "CHOOSE": _rule(must="option", fewest=0),
    "CLARIFY": _rule("text", must="price"),
    "UNSURE": _rule(),
    "ONLY_ENGLISH": _rule(),
    "THANKS_ADD_ON": _rule("add_on"),
    "PRESSURE": _rule(),
    "DENIGRATED": _rule(),
    "APOLOGY_TAKEN": _rule(),
    "INSULT_WARNING": _rule(),
    "DEAL_BREAKER": _rule(must="deal_breaker", fewest=3, only_with="deal_breakers"),
    "LEAVE_OVER": _rule(must="deal_breaker", only_with="deal_breakers"),
    "WARN": _rule(),
    "WALK_AWAY": _rule(),
    "REP_WALKED": _rule(),
    "OFF_TOPIC": _rule(),
    "ODD_INSTRUCTION": _rule(),
    "NOTHING_LIVE": _rule(),
    "TRADE_HEARD": _rule("trade_in", kinds=(IssueKind.MONEY,)),
    "TRADE_LOW": _rule("trade_in", kinds=(IssueKind.MONEY,)),
    "WOULD_HELP": _rule(must="offer", fewest=3),
    "WOULD_COST": _rule(must="offer", kinds=(IssueKind.COUNT, IssueKind.FLAG)),
    "TOO_FEW": _rule(must="offer need", fewest=0, kinds=(IssueKind.COUNT,)),
    "WOULD_DO": _rule(must="offer", kinds=(IssueKind.COUNT,)),
    "AS_NEEDED": _rule(must="offer", fewest=0, kinds=(IssueKind.COUNT,)),
    "NOT_NEEDED": _rule(must="offer"),
    "MORE_THAN_NEEDED": _rule(must="offer", kinds=(IssueKind.COUNT,)),
    "BURDEN": _rule("add_on", kinds=(IssueKind.COUNT, IssueKind.FLAG)),
    "RULED_OUT": _rule(must="offer", fewest=3, only_with="vetoes"),
    "DOUBTS_SUM": _rule(must="offer", only_with="untrue"),
    "SUITS": _rule(must="offer", fewest=3, only_with="vetoes"),
    "SURELY_NOT": _rule(must="price"),
    "CHECK_DEAL": _rule(must="terms"),
    "NO_ANSWER": _rule(fewest=3),
    "DEPENDS": _rule(fewest=0),
    "NOT_FOLLOWED": _rule(fewest=0),
    "UNKNOWN_WHO": _rule(fewest=0),
    "UNKNOWN_WHEN": _rule(fewest=0),
    "UNKNOWN_COUNT": _rule(fewest=0),
    "UNKNOWN_WHY": _rule(fewest=0),
    "UNKNOWN_DURATION": _rule(fewest=0),
    "UNKNOWN_FREQUENCY": _rule(fewest=0),
    "UNKNOWN_MONEY": _rule(fewest=0),
    "UNKNOWN_EVENT": _rule(fewest=0),
    "UNKNOWN_THING": _rule(fewest=0),
    "UNKNOWN": _rule(fewest=0),
    "COMPLAINT": _rule(fewest=0),
    "NOTED": _rule(fewest=0),
    "WISHED": _rule(fewest=0),
    "BECAUSE": _rule(),
    "ASK_BACK": _rule(fewest=3),
    "REMIND": _rule(must="topic"),
    "NO_DOUBTS": _rule(),
    "NEED_MATTERS": _rule(must="topic"),
    "NEED_MINOR": _rule(must="topic"),
    "RAISE": _rule(must="doubt"),
    "PLAN": _rule(),
    "TRY_OUT": _rule(fewest=0),
    "GO_ON": _rule(fewest=3),
    "WAIT": _rule(),
}
