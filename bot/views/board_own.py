"""A person's own place on a board, for them alone."""

from bot.views.blocks import actions, button, escape, section
from bot.views.board_card import HIDE_NAME, SHOW_NAME, Names, board_blocks, now_words, ordinal, title_of
from bot.views.message import Block, Message
from engine.board.shown import Own, Shown
from engine.board.totals import MINIMUM
from engine.timing.periods import Period

HIDDEN = (
    "Your name is hidden on boards from now on. Your runs go on counting for the team, "
    "and your own place still comes to you alone."
)
SHOWN = "Boards show your name again, where you are among the first or have come far."


def own_message(period: Period, pack: str, own: Own, hides: bool) -> Message:
    """The place by itself, in the person's messages."""
    title = f"Your place · {now_words(period)} · {escape(pack) or 'all packs'}"
    words = _words(own, hides)
    return Message(f"{title}. {words}", (section(f"*{title}*\n{words}"), _switch(hides)))


def board_for_one(shown: Shown, names: Names, own: Own, hides: bool) -> Message:
    """The board with the place of whoever asked for it."""
    title = title_of(shown, now_words(shown.period))
    mine = section(f"*Your place*\n{_words(own, hides)}")
    return Message(
        f"{title}. Your place: {_words(own, hides)}", (*board_blocks(title, shown, names), mine, _switch(hides))
    )


def switched_message(hides: bool) -> Message:
    """What somebody reads who has hidden their name, or shows it again."""
    words = HIDDEN if hides else SHOWN
    return Message(words, (section(words), _switch(hides)))


def _words(own: Own, hides: bool) -> str:
    return f"{_place(own)} Your name is hidden: only you see this." if hides else _place(own)


def _place(own: Own) -> str:
    on = " on the buyers that several of you were given" if own.basis == "common" else ""
    if own.percent is None or own.rank is None:
        missing = MINIMUM - own.runs
        return f"{own.runs} of {MINIMUM} first attempts{on}: {missing} more, and you have a place."
    over = f"{ordinal(own.rank)}, at the {ordinal(own.percent)} percentile over {own.runs} first attempts{on}."
    if own.ahead is None:
        return f"{over} Nobody is ahead of you."
    gap = own.ahead - own.percent
    return f"{over} {gap} more {'point' if gap == 1 else 'points'} to the next place."


def _switch(hides: bool) -> Block:
    return actions("board_name", button(SHOW_NAME, "Show my name") if hides else button(HIDE_NAME, "Hide my name"))
