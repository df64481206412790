"""What each act does in a talk: the table from which a reply is put together.

The acts of a pack's phrases are many; what may stand beside what is decided by the few things that they do.
"""

from enum import Enum, auto

from engine.strict.part import UNKNOWNS, Part, Place


class Does(Enum):
    """What a part of a reply does."""

    COURTESY = auto()
    """It greets, thanks, takes an apology."""
    REBUKE = auto()
    """It turns down the manner of the line."""
    LEADING_BACK = auto()
    """It leads back to the matter."""
    NOD = auto()
    """It only says that something was heard."""
    PRAISE = auto()
    """It is pleased with what was shown."""
    APPRAISAL = auto()
    """It says what something put in is worth to it."""
    ANSWER = auto()
    """It tells what was asked."""
    VERDICT = auto()
    """It says yes or no to what was asked."""
    UNKNOWING = auto()
    """It says that there is nothing to say."""
    BRUSH_OFF = auto()
    """It says that there is nothing more to say."""
    RESERVE = auto()
    """It keeps something back, or makes little of what was asked."""
    REPEAT = auto()
    """It says again what it has said."""
    REMINDER = auto()
    """It comes back to what it has asked."""
    SETTLING = auto()
    """It says that a doubt is settled."""
    ARRANGING = auto()
    """It promises to ask somebody who is not there."""
    LEADING_OVER = auto()
    """It leads over to the price."""
    WEIGHING = auto()
    """It says what it thinks of the price."""
    OFFER = auto()
    """It sets terms of its own against those on the table."""
    AGREEMENT = auto()
    """It says yes to terms, or asks whether that was one."""
    NUDGE = auto()
    """It asks for the next word: for a price, for what is meant."""
    CONDITION = auto()
    """It says what else has to happen."""
    DOUBT = auto()
    """It raises a doubt."""


_ACTS: dict[Does, str] = {
    Does.COURTESY: "GREET SMALL_TALK FOUND_YOU CHAT KINDNESS DRINK APOLOGY_TAKEN COMPLAINT",
    Does.REBUKE: "PRESSURE DENIGRATED INSULT_WARNING ODD_INSTRUCTION DEAL_BREAKER",
    Does.LEADING_BACK: "OFF_TOPIC",
    Does.NOD: "HEARD PLAN NOTED WISHED GO_ON",
    Does.PRAISE: "HEARD_NEED",
    Does.APPRAISAL: "THANKS_ADD_ON TRADE_HEARD TRADE_LOW SUITS AS_NEEDED MORE_THAN_NEEDED WOULD_COST TOO_FEW BURDEN"
    " WOULD_HELP WOULD_DO NOT_NEEDED RULED_OUT DOUBTS_SUM SHORTCOMING",
    Does.ANSWER: "TELL NEED_MATTERS CHOOSE BECAUSE REACHED NEEDS_PRICE YOURS_TO_NAME TRY_OUT",
    Does.VERDICT: "CONFIRM DENY",
    Does.UNKNOWING: " ".join(("NO_ANSWER NO_DOUBTS DEPENDS ALL_TOLD NOT_FOLLOWED", *sorted(UNKNOWNS))),
    Does.BRUSH_OFF: "NOTHING_TO_TELL NEED_TOLD",
    Does.RESERVE: "KEEPS_BACK NEED_MINOR OBJECTION_STANDS",
    Does.REPEAT: "TELL_AGAIN",
    Does.REMINDER: "REMIND",
    Does.SETTLING: "OBJECTION_SETTLED",
    Does.ARRANGING: "DEFER DEFER_TO",
    Does.LEADING_OVER: "TO_PRICE",
    Does.WEIGHING: "FIRST_PRICE PRICE_CLOSER PRICE_FAR PRICE_STUCK PRICE_WORSE",
    Does.OFFER: "COUNTER_FIRST COUNTER HOLD",
    Does.AGREEMENT: "ACCEPT ACCEPT_IF ACCEPTED AGREED_SO_FAR CHECK_DEAL",
    Does.NUDGE: "ASK_PRICE PROBE ASK_BACK UNSURE CLARIFY SURELY_NOT WAIT NOTHING_LIVE",
    Does.CONDITION: "GATE WARN QUOTE_RIVAL",
    Does.DOUBT: "RAISE",
}
_WORDS = "words:{}"
"""What words without an act are called, by what they do."""
_DONE_BY_WORDS = {
    Place.GREETING: Does.COURTESY,
    Place.TAKEN_UP: Does.SETTLING,
    Place.ANSWER: Does.ANSWER,
    Place.REACTION: Does.SETTLING,
    Place.MOVE: Does.CONDITION,
    Place.CLOSING: Does.DOUBT,
}
_NAMES_OF_WORDS = tuple(_WORDS.format(_DONE_BY_WORDS[place].name) for place in Place)


def acts_that(*do: Does) -> frozenset[str]:
    """The names of all acts that do one of these, those of words without an act among them."""
    return frozenset(name for one in do for name in (*_ACTS[one].split(), _WORDS.format(one.name)))


def act_of(part: Part) -> str:
    """The name of the part's act, or of what its words do by where they stand."""
    return part.act or _NAMES_OF_WORDS[part.place]
