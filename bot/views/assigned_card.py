"""A window of an assignment: the rep's card, what they are reminded of, and what the team sees."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from bot.states import PersonState, SeedState
from bot.views.assigned_buttons import MUTE, SNOOZE, start_button, window_value
from bot.views.blocks import actions, as_text, button, context, escape, section
from bot.views.dates import moment, on_the_wall
from bot.views.message import Block, Message
from bot.views.naming import mention
from storage.assignments import UNLIMITED, Assignment, Window

SHOWN = 30
"""Buyers in one message."""
OPEN = ("not started", "in progress")
"""The states of a buyer with whom there is something left to do."""


class Card(NamedTuple):
    """A window as it is for one rep; `words` say how hard its buyers are, empty where that is not known.

    `is_over` once nothing is to be started any more: it is due, cancelled, or they are excused.
    """

    assignment: Assignment
    window: Window
    state: PersonState
    words: tuple[str, ...]
    is_reminded: bool
    is_over: bool

    @property
    def standing(self) -> str:
        """How far the rep is, in words."""
        return "cancelled" if self.assignment.status == "cancelled" else self.state.state


def card_message(card: Card) -> Message:
    """The card: what is asked, by when, and a button for each buyer that can be started."""
    order, title = card.assignment, as_text(card.assignment.title)
    due = moment(card.state.due_at)
    count = buyers_words(len(card.words))
    blocks = (
        section(f"*{title}* from {mention(order.manager)} · {card.standing}\n{count} · due {due} · {_rules(order)}"),
        *_buyers(card, range(len(card.words))),
        *_reminding(card),
        context(f"Everybody meets the same buyers. What they hid is shown after {moment(card.window.closes_at)}."),
    )
    return Message(f"{title}: {count}, due {due}. {card.standing.capitalize()}.", blocks)


def reminder_message(card: Card) -> Message:
    """What is left to do, with the buttons that start it."""
    left = [index for index, seed in enumerate(card.state.seeds) if seed.state in OPEN]
    title, due = as_text(card.assignment.title), moment(card.state.due_at)
    rest = f"{len(left)} of {buyers_words(len(card.words))} {'is' if len(left) == 1 else 'are'} left."
    blocks = (
        section(f"*{title}* is due {due}. {rest}"),
        *_buyers(card, left),
        *_reminding(card),
    )
    return Message(f"{title} is due {due}. {rest}", blocks)


def summary_message(assignment: Assignment, people: int, words: Sequence[str], due_on: datetime) -> Message:
    """What the team has been asked, in its channel; `due_on` is the wall time at which it is due for each of them."""
    title = as_text(assignment.title)
    who = "1 person" if people == 1 else f"{people} people"
    what = f"{buyers_words(len(words))}{_hard(words)} for {who}"
    when = f"due {on_the_wall(due_on)} on each person’s own clock"
    head = f"*{title}* from <@{assignment.manager}>"
    blocks = (
        section(f"{head}\n{escape(assignment.pack)} · {what}\n{when} · {_rules(assignment)}"),
        context("Each of you has it in your messages with me, with a button for each buyer."),
    )
    return Message(f"{title}: {what}, {when}.", blocks)


def _hard(words: Sequence[str]) -> str:
    """` (2 easy, 1 hard)`, in the order in which they come; nothing where that is not known of all."""
    counted = ", ".join(f"{count} {escape(word)}" for word, count in Counter(words).items())
    return f" ({counted})" if all(words) else ""


def buyers_words(count: int) -> str:
    """`3 buyers`."""
    return "1 buyer" if count == 1 else f"{count} buyers"


def _rules(assignment: Assignment) -> str:
    return f"pass mark {assignment.pass_mark} · {_attempts(assignment.attempts)}"


def _attempts(attempts: int) -> str:
    if attempts == UNLIMITED:
        return "as many attempts as you like"
    return "first attempts count" if attempts == 1 else f"{attempts} attempts count"


def _buyers(card: Card, indices: Sequence[int]) -> tuple[Block, ...]:
    more = len(indices) - SHOWN
    rest = (context(f"{more} more. `/haggle assignments` lists all of them."),) if more > 0 else ()
    return (*(_buyer(card, index) for index in indices[:SHOWN]), *rest)


def _buyer(card: Card, index: int) -> Block:
    order, seed, word = card.assignment, card.state.seeds[index], card.words[index]
    what = f"{escape(order.pack)}, {escape(word)}" if word else escape(order.pack)
    told = section(f"{index + 1} · {what} · {_how_far(card, seed)}")
    if card.is_over or not _can_start(order, seed):
        return told
    text = "Start again" if seed.attempts else "Start"
    return {**told, "accessory": start_button(order.id, card.window.number, index + 1, text)}


def _how_far(card: Card, seed: SeedState) -> str:
    best = "" if seed.best is None else f", best {seed.best}"
    if seed.is_live:
        return f"under way{best}"
    left = card.assignment.attempts - seed.attempts
    if seed.state != "in progress" or card.assignment.attempts == UNLIMITED:
        return f"{seed.state}{best}"
    return f"not passed yet{best}, {left} {'attempt' if left == 1 else 'attempts'} left"


def _can_start(assignment: Assignment, seed: SeedState) -> bool:
    if seed.is_live or seed.state not in OPEN:
        return False
    return assignment.attempts == UNLIMITED or seed.attempts < assignment.attempts


def _reminding(card: Card) -> tuple[Block, ...]:
    if card.is_over or card.state.state not in OPEN:
        return ()
    if not card.is_reminded:
        return (context("I won't remind you of this one."),)
    value = window_value(card.assignment.id, card.window.number)
    buttons = (button(SNOOZE, "Snooze reminders", value), button(MUTE, "Mute", value))
    return (actions("reminders", *buttons),)
