"""A window of an assignment: the rep's card, what they are reminded of, and what the team sees."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.views.assigned_buttons import MUTE, SNOOZE, start_button, window_value
from bot.views.blocks import actions, as_text, button, context, escape, section
from bot.views.dates import moment
from bot.views.message import Block, Message
from storage.assignments import UNLIMITED, Assignment

_AGAIN = "Start again"


class Buyer(NamedTuple):
    """One buyer of a window and how far the rep is with them; `word` says how hard they are, if that is known."""

    word: str
    state: str
    attempts: int
    best: int | None
    is_live: bool


class Card(NamedTuple):
    """A window as it is for one rep. `is_over` once it is due or they are excused: nothing is to be started then."""

    assignment: Assignment
    number: int
    due_at: datetime
    closes_at: datetime
    state: str
    buyers: tuple[Buyer, ...]
    is_reminded: bool
    is_over: bool


def card_message(card: Card) -> Message:
    """The card: what is asked, by when, and a button for each buyer that can be started."""
    order = card.assignment
    head = f"*{as_text(order.title)}* from <@{order.manager}> · {_state(card)}\n{_asked(card)}"
    blocks = (
        section(head),
        *(_buyer(card, index, buyer) for index, buyer in enumerate(card.buyers, 1)),
        *_reminding(card),
        context(f"The buyers are the same for everybody. What they hid is shown after {moment(card.closes_at)}."),
    )
    return Message(f"{as_text(order.title)}: {_count(card.buyers)}, due {moment(card.due_at)}.", blocks)


def reminder_message(card: Card) -> Message:
    """What is left to do, with the buttons that start it."""
    left = [(index, buyer) for index, buyer in enumerate(card.buyers, 1) if _can_start(card, buyer) or buyer.is_live]
    title = as_text(card.assignment.title)
    text = f"{title} is due {moment(card.due_at)}. {_left(len(left), len(card.buyers))}"
    blocks = (
        section(text.replace(title, f"*{title}*", 1)),
        *(_buyer(card, index, buyer) for index, buyer in left),
        *_reminding(card),
    )
    return Message(text, blocks)


def summary_message(assignment: Assignment, people: int, words: Sequence[str], due: Sequence[datetime]) -> Message:
    """What the team has been asked, in its channel, with the span in which it is due for them."""
    title = as_text(assignment.title)
    who = "1 person" if people == 1 else f"{people} people"
    last = moment(max(due)) if due else ""
    when = f"due {last}" if len(set(due)) <= 1 else f"due by {last}, at the same hour where each of you is"
    known = [word for word in words if word]
    hard = f" ({', '.join(escape(word) for word in known)})" if known else ""
    number = len(words)
    text = f"{title}: {'1 buyer' if number == 1 else f'{number} buyers'} for {who}, {when}."
    blocks = (
        section(
            f"*{title}* from <@{assignment.manager}>\n{escape(assignment.pack)}, "
            f"{'1 buyer' if number == 1 else f'{number} buyers'}{hard} for {who} · {when} · {_rules(assignment)}"
        ),
        context("Each of you has it in your messages with me, with a button for each buyer."),
    )
    return Message(text, blocks)


def _state(card: Card) -> str:
    return card.state


def _asked(card: Card) -> str:
    return f"{_count(card.buyers)} · due {moment(card.due_at)} · {_rules(card.assignment)}"


def _rules(assignment: Assignment) -> str:
    return f"pass mark {assignment.pass_mark} · {_attempts(assignment.attempts)}"


def _attempts(attempts: int) -> str:
    if attempts == UNLIMITED:
        return "as many attempts as you like"
    return "first attempts count" if attempts == 1 else f"{attempts} attempts count"


def _count(buyers: Sequence[Buyer]) -> str:
    return "1 buyer" if len(buyers) == 1 else f"{len(buyers)} buyers"


def _left(left: int, of: int) -> str:
    if of == 1:
        return "Its buyer still waits."
    return f"{'All' if left == of else left} {f'{of} ' if left == of else f'of {of} '}buyers still wait."


def _buyer(card: Card, index: int, buyer: Buyer) -> Block:
    order = card.assignment
    what = f"{escape(order.pack)}, {escape(buyer.word)}" if buyer.word else escape(order.pack)
    told = section(f"{index} · {what} · {_how_far(card, buyer)}")
    if not _can_start(card, buyer):
        return told
    text = _AGAIN if buyer.attempts else "Start"
    return {**told, "accessory": start_button(order.id, card.number, index, text, primary=not buyer.attempts)}


def _how_far(card: Card, buyer: Buyer) -> str:
    best = "" if buyer.best is None else f", best {buyer.best}"
    if buyer.is_live:
        return f"under way{best}"
    allowed = card.assignment.attempts
    left = allowed - buyer.attempts
    if buyer.state != "in progress" or allowed == UNLIMITED:
        return f"{buyer.state}{best}"
    return f"not passed yet{best}, {left} {'attempt' if left == 1 else 'attempts'} left"


def _can_start(card: Card, buyer: Buyer) -> bool:
    if card.is_over or buyer.is_live or buyer.state not in ("not started", "in progress"):
        return False
    return card.assignment.attempts == UNLIMITED or buyer.attempts < card.assignment.attempts


def _reminding(card: Card) -> tuple[Block, ...]:
    if card.is_over or card.state not in ("not started", "in progress"):
        return ()
    if not card.is_reminded:
        return (context("I won't remind you of this one."),)
    value = window_value(card.assignment.id, card.number)
    buttons = (button(SNOOZE, "Snooze reminders", value), button(MUTE, "Mute", value))
    return (actions("reminders", *buttons),)
