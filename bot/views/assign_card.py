"""The card that only the manager sees: what was understood, what is wrong, and what became of it."""

import re
from collections.abc import Collection, Sequence
from datetime import datetime

from bot.orders import Complaint, Order
from bot.views.assign_buttons import ASSIGN, CHANGE_ORDER, DISCARD, copy_button, edit_button
from bot.views.assign_words import (
    EACH,
    assumed_words,
    buyers_words,
    counts_words,
    messages_words,
    number,
    repeat_words,
    start_words,
    when_words,
    who_words,
)
from bot.views.blocks import actions, as_text, button, context, escape, header, section
from bot.views.message import Block, Message
from storage.people import Person

MOST_COMPLAINTS = 10
NOTHING = "Nothing was assigned."
HIDDEN = "Nobody sees the buyers before it starts, and what they hide only after it is due."
_MENTION = re.compile(r"<(?:[@#]|!subteam\^)[A-Z0-9]+>")
EXAMPLE = "/haggle assign @ana @closers car_sales 18422,1024 start mon 9:00 due fri repeat weekly pass 70 attempts 3"


def order_blocks(order: Order, people: Collection[Person], now: datetime) -> tuple[Block, ...]:
    """What the manager is asked to confirm."""
    again = repeat_words(order, now)
    lines = (
        f"*Who* · {who_words(people)}",
        f"*Buyers* · {buyers_words(order)}",
        f"*When* · {when_words(order, now)}",
        *([f"*Again* · {again}"] if again else []),
        f"*Counts* · {counts_words(order)}",
        f"*Messages* · {messages_words(order, len(people))}",
    )
    assumed = assumed_words(order)
    return section("\n".join(lines)), context(*([assumed] if assumed else []), HIDDEN)


def order_card(order: Order, people: Collection[Person], ref: str, now: datetime) -> Message:
    """The card with its buttons; `ref` names the draft as it is now."""
    act = "Save" if order.changes else "Assign"
    title = title_of(order)
    text = (
        f"{title} {who_words(people)}. {buyers_words(order)}. {when_words(order, now)}. {counts_words(order)}. "
        f"{messages_words(order, len(people))}."
    )
    buttons = (
        button(ASSIGN, act, ref, style="primary"),
        button(CHANGE_ORDER, "Change", ref),
        button(DISCARD, "Discard", ref),
    )
    return Message(text, (header(title), *order_blocks(order, people, now), actions("assign_order", *buttons)))


def title_of(order: Order) -> str:
    """The question that the card asks."""
    return f"Save the changes to “{order.title}”?" if order.changes else f"Assign “{order.title}”?"


def placed_message(assignment: str, order: Order, people: int, now: datetime) -> Message:
    """What stands where the card stood, once the assignment of that id is made or changed."""
    title = as_text(order.title)
    if order.changes:
        text = f"*{title}* is as you changed it, for {number(people, 'person', 'people')}."
    else:
        start = start_words(order, now)
        text = f"*{title}* is assigned to {number(people, 'person', 'people')}. It starts {start}, {EACH}."
    text += " `/haggle assignments` shows how it goes."
    return Message(text, (section(text), actions("assigned", edit_button(assignment), copy_button(assignment))))


def discarded_message(order: Order) -> Message:
    """What stands where the card stood, once it is thrown away."""
    kept = "The assignment stays as it is." if order.changes else NOTHING
    return Message(f"*{as_text(order.title)}* was discarded. {kept}")


def complaints_message(complaints: Sequence[Complaint]) -> Message:
    """Everything that is wrong, at once, and that nothing was assigned."""
    shown = [complaint_line(complaint) for complaint in complaints[:MOST_COMPLAINTS]]
    more = len(complaints) - len(shown)
    lines = shown if len(complaints) == 1 else [f"• {line}" for line in shown]
    return Message("\n".join([*lines, *([f"• and {more} more"] if more > 0 else []), NOTHING]))


def complaint_line(complaint: Complaint) -> str:
    """`“18422,abc”: *abc* is not a seed. …`"""
    words = complaint.words
    said = words if _MENTION.fullmatch(words) else f"“{escape(words.strip('“”'))}”"
    return f"{said}: {escape(complaint.told)}"


def help_message() -> Message:
    """How an assignment is written in one line."""
    lines = (
        f"`/haggle assign` opens a form. In one line, in any order: `{EXAMPLE}`",
        "• *Who*: @people, @user-groups, `everyone in #channel`, `me`",
        "• *Buyers*: seeds or share codes, `draw 5 of medium difficulty`, or a seed pack: `car_sales/first_week`",
        "• *When*: `start mon 9:00`, `start now`, `due fri`, `due in 2 days`, `due 2 March 17:00` — in each person's "
        "own time zone. Without a start it is the next working morning; without a due time a week later",
        "• *Again*: `repeat daily`, `weekly`, `fortnightly` or `monthly`, and `until 30 March`",
        "• *Counts*: `pass 70`, `attempts 3`, `mode strict`; *title* in quotes; `summary in #channel` or `no summary`",
        "• `/haggle assign edit Discovery week` changes it, `/haggle assign copy Discovery week` makes another like it",
        '• `/haggle packs make "Discovery week" car_sales 18422,1024` names a list of seeds for later',
    )
    return Message("\n".join(lines))
