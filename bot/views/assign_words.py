"""An order in words: who, what, when, and how many messages that makes."""

from collections.abc import Collection
from datetime import datetime

from bot.orders import Order
from bot.views.blocks import as_text, escape
from engine.timing.wall_words import dated, day_only
from storage.assignments import UNLIMITED
from storage.people import Person

MOST_NAMES = 8
MOST_SEEDS_SHOWN = 12
EACH = "each in their own time zone"
_AGAIN = {"daily": "every day", "weekly": "every week", "fortnightly": "every two weeks", "monthly": "every month"}


def who_words(people: Collection[Person]) -> str:
    """`12 people: Ana, Ben and 10 more`"""
    names = sorted((as_text(person.name) for person in people), key=str.casefold)
    shown, more = names[:MOST_NAMES], len(names) - MOST_NAMES
    listed = ", ".join(shown) + (f" and {more} more" if more > 0 else "")
    return f"{number(len(names), 'person', 'people')}: {listed}"


def buyers_words(order: Order) -> str:
    """`3 of car_sales: 18422, 1024, 9001`"""
    if order.drawn:
        level = f" of {order.difficulty} difficulty" if order.difficulty else ""
        return f"{order.drawn} of {order.pack}{level}, drawn for you, the same for everybody"
    shown, more = order.seeds[:MOST_SEEDS_SHOWN], len(order.seeds) - MOST_SEEDS_SHOWN
    seeds = ", ".join(f"`{seed}`" for seed in shown) + (f" and {more} more" if more > 0 else "")
    return f"{len(order.seeds)} of {order.seed_pack or order.pack}: {seeds}"


def start_words(order: Order, now: datetime) -> str:
    """`Mon 2 Mar 9:00`, or that it starts at once."""
    return "at once" if order.starts_on is None else dated(order.starts_on, now)


def when_words(order: Order, now: datetime) -> str:
    """`starts Mon 2 Mar 9:00, due Fri 6 Mar 17:00, each in their own time zone`"""
    return f"starts {start_words(order, now)}, due {dated(order.due_on, now)}, {EACH}"


def repeat_words(order: Order, now: datetime) -> str:
    """`every week until Mon 30 Mar`; empty for what is held once."""
    if not order.repeats:
        return ""
    until = f" until {day_only(order.until, now)}" if order.until else ", until you cancel it"
    return f"{_AGAIN[order.repeats]}{until}"


def counts_words(order: Order) -> str:
    """`pass mark 70 · first attempts count · strict`"""
    model = f" by {escape(order.model)}" if order.model else ""
    return f"pass mark {order.pass_mark} · {attempts_words(order.attempts)} · {order.mode}{model}"


def attempts_words(attempts: int) -> str:
    """How many runs on a buyer count."""
    if attempts == UNLIMITED:
        return "every attempt counts"
    return "first attempts count" if attempts == 1 else f"the first {attempts} attempts count"


def messages_words(order: Order, people: int) -> str:
    """How many messages are sent, and where the summary goes."""
    dms = "1 DM when it starts" if people == 1 else f"{people} DMs when it starts, one each"
    summary = f" · a summary in <#{order.channel}>" if order.channel else " · no summary in a channel"
    return f"{dms}; then at most two reminders{'' if people == 1 else ' each'}{summary}"


def assumed_words(order: Order) -> str:
    """What was not written, and how to have it otherwise; empty where everything was."""
    told = {
        "start": "it starts at once, since it is due so soon"
        if order.starts_on is None
        else "it starts on the next working morning (`start now` for at once)",
        "due": "it is due a week later (`due fri`)" if not order.repeats else "it is due before it comes again",
        "pack": f"the buyers are of {order.pack}",
        "summary": f"the summary goes to <#{order.channel}> (`no summary` for none)",
    }
    found = [told[name] for name in order.assumed if name in told]
    return f"You did not say, so {'; '.join(found)}." if found else ""


def number(count: int, one: str, many: str) -> str:
    """`1 person`, `2 people`"""
    return f"{count} {one if count == 1 else many}"
