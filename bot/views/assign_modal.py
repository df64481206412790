"""The form that assigns, edits and copies, and the one that asks for confirmation on top of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from bot.orders import NO_BUYERS, NOBODY, Complaint, Field, Order
from bot.views.assign_card import complaint_line, order_blocks, title_of
from bot.views.blocks import context, section
from bot.views.forms import input_block, plain
from bot.views.message import Block
from bot.views.start_modal import OPTION_LIMIT, Choice
from engine.scenario.pack import Pack
from engine.scenario.seed_pack import SeedPack
from storage.assignments import UNLIMITED
from storage.people import Person

ASSIGN_MODAL, CONFIRM_MODAL = "assign", "confirm_assign"
TITLE, PEOPLE, GROUPS, CHANNELS, PACK, SEEDS = (
    "assign_title", "assign_people", "assign_groups", "assign_channels", "assign_pack", "assign_seeds",
)  # fmt: skip
START_DAY, START_TIME, DUE_DAY, DUE_TIME = "assign_start", "assign_start_time", "assign_due", "assign_due_time"
REPEAT, UNTIL, PASS, ATTEMPTS = "assign_repeat", "assign_until", "assign_pass", "assign_attempts"
MODE, MODEL, SUMMARY = "assign_mode", "assign_model", "assign_summary"
NEVER = "never"
MOST_GROUPS = 100
_REPEATS = {NEVER: "Once", "daily": "Every day", "weekly": "Every week", "fortnightly": "Every two weeks",
            "monthly": "Every month"}  # fmt: skip
_ATTEMPTS = (1, 2, 3, 5, 10, UNLIMITED)
BLOCK_OF: dict[Field, str] = {
    "line": SEEDS,
    "who": PEOPLE,
    "pack": PACK,
    "seeds": SEEDS,
    "start": START_DAY,
    "due": DUE_DAY,
    "repeat": REPEAT,
    "until": UNTIL,
    "pass": PASS,
    "attempts": ATTEMPTS,
    "mode": MODE,
    "title": TITLE,
    "summary": SUMMARY,
}


class Offer(NamedTuple):
    """What can be chosen in the form; `groups` are the handles of user groups by their ids."""

    packs: Sequence[Pack]
    seed_packs: Sequence[SeedPack]
    groups: Mapping[str, str]
    choice: Choice


def assign_modal(order: Order, offer: Offer, metadata: str, running: bool = False) -> dict[str, Any]:
    """The form, filled in with the order; of an assignment that is `running` it leaves out what stays as it is."""
    what = () if running else (_pack(order, offer), _seeds(order))
    start = () if running else _moment("Starts", START_DAY, START_TIME, order.starts_on, "Leave the day empty for now")
    how = () if running else (*_mode(order, offer.choice), *_model(order, offer.choice))
    blocks = (
        *([_what_stays(order)] if running else []),
        _title(order),
        *_who(order, offer.groups),
        *what,
        *start,
        *_moment("Due", DUE_DAY, DUE_TIME, order.due_on, "In each person's own time zone"),
        *_again(order),
        _pass_mark(order),
        _attempts(order),
        *how,
        _summary(order),
    )
    return {
        "type": "modal",
        "callback_id": ASSIGN_MODAL,
        "private_metadata": metadata,
        "title": plain("Edit an assignment" if order.changes else "Assign practice"),
        "submit": plain("Look it over"),
        "close": plain("Cancel"),
        "blocks": list(blocks),
    }


def confirm_modal(order: Order, people: Collection[Person], ref: str, now: datetime) -> dict[str, Any]:
    """The card as a form on top of the other one, which is still there behind it."""
    return {
        "type": "modal",
        "callback_id": CONFIRM_MODAL,
        "private_metadata": ref,
        "title": plain("Save it?" if order.changes else "Assign it?"),
        "submit": plain("Save" if order.changes else "Assign"),
        "close": plain("Change"),
        "blocks": [section(f"*{title_of(order)}*"), *order_blocks(order, people, now)],
    }


def refused_modal(text: str) -> dict[str, Any]:
    """What stands in its place where nothing came of it; the form is still there behind it."""
    return {"type": "modal", "title": plain("Nothing was done"), "close": plain("Back"), "blocks": [section(text)]}


def errors_of(complaints: Sequence[Complaint], blocks: Sequence[Block]) -> dict[str, str]:
    """Each complaint under its field, or under the first where the form has no such field."""
    there = [str(block["block_id"]) for block in blocks if block["type"] == "input"]
    errors: dict[str, list[str]] = {}
    for complaint in complaints:
        block = BLOCK_OF[complaint.about]
        errors.setdefault(block if block in there else there[0], []).append(_unmarked(complaint))
    return {block: " ".join(told)[:1_900] for block, told in errors.items()}


_IN_A_FORM = {
    NOBODY: "Choose people, a user group or a channel.",
    NO_BUYERS: "Write seeds such as 18422, 1024, or “draw 5”; or choose a seed pack above.",
}


def _unmarked(complaint: Complaint) -> str:
    """As plain text: a form shows no formatting, and the field says what it is about."""
    if complaint.words in _IN_A_FORM:
        return _IN_A_FORM[complaint.words]
    line = complaint.told if complaint.words.startswith("<") else complaint_line(complaint)
    unescaped = line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return unescaped.replace("`", "").replace("*", "")


def _what_stays(order: Order) -> Block:
    began = f"{order.starts_on:%a} {order.starts_on.day} {order.starts_on:%b}" if order.starts_on else "now"
    return context(
        f"It has run since {began}, so its buyers, its mode and its start stay as they are, and so does everybody who "
        "is in it. Who is added joins now. Copy it to assign other buyers."
    )


def _title(order: Order) -> Block:
    field: Block = {"type": "plain_text_input", "action_id": TITLE, "max_length": 60}
    field |= {"initial_value": order.title} if order.title else {"placeholder": plain("Discovery week")}
    return input_block(TITLE, "Title", field, optional=True)


def _who(order: Order, groups: Mapping[str, str]) -> list[Block]:
    people: Block = {"type": "multi_users_select", "action_id": PEOPLE, "placeholder": plain("People")}
    channels: Block = {
        "type": "multi_conversations_select",
        "action_id": CHANNELS,
        "placeholder": plain("Channels"),
        "filter": {"include": ["public", "private"], "exclude_bot_users": True},
    }
    if order.whom.people:
        people["initial_users"] = list(order.whom.people)
    if order.whom.channels:
        channels["initial_conversations"] = list(order.whom.channels)
    return [
        input_block(PEOPLE, "People", people, optional=True),
        *_groups(order, groups),
        input_block(CHANNELS, "Everyone in", channels, "Without you and without apps.", optional=True),
    ]


def _groups(order: Order, groups: Mapping[str, str]) -> list[Block]:
    options: dict[str, Block] = {
        group: {"text": plain(f"@{handle}"[:OPTION_LIMIT]), "value": group}
        for group, handle in list(groups.items())[:MOST_GROUPS]
    }
    if not options:
        return []
    select: Block = {
        "type": "multi_static_select",
        "action_id": GROUPS,
        "placeholder": plain("User groups"),
        "options": list(options.values()),
    }
    if chosen := [options[group] for group in order.whom.groups if group in options]:
        select["initial_options"] = chosen
    return [input_block(GROUPS, "User groups", select, optional=True)]


def _pack(order: Order, offer: Offer) -> Block:
    groups: list[Block] = [
        {"label": plain(pack.title[:OPTION_LIMIT]), "options": [_any_of(pack), *_lists(pack, offer.seed_packs)]}
        for pack in offer.packs
    ]
    every = [option for group in groups for option in group["options"]]
    wanted = order.seed_pack or order.pack
    select: Block = {
        "type": "static_select",
        "action_id": PACK,
        "option_groups": groups,
        "initial_option": next((option for option in every if option["value"] == wanted), every[0]),
    }
    return input_block(PACK, "Pack or seed pack", select, "A seed pack brings its own buyers.")


def _any_of(pack: Pack) -> Block:
    return {"text": plain(pack.title[:OPTION_LIMIT]), "value": pack.id}


def _lists(pack: Pack, lists: Sequence[SeedPack]) -> list[Block]:
    return [
        {
            "text": plain(listed.title[:OPTION_LIMIT]),
            "description": plain(f"{len(listed.seeds)} buyers · {listed.skill}"[:OPTION_LIMIT]),
            "value": listed.ref,
        }
        for listed in lists
        if listed.pack == pack.id
    ]


def seeds_text(order: Order) -> str:
    """The buyers as they are written in the form."""
    if order.seed_pack:
        return ""
    if order.drawn:
        return f"draw {order.drawn}" + (f" of {order.difficulty} difficulty" if order.difficulty else "")
    return ", ".join(map(str, order.seeds))


def _seeds(order: Order) -> Block:
    field: Block = {"type": "plain_text_input", "action_id": SEEDS, "max_length": 1_000}
    field |= {"initial_value": seeds_text(order)} if seeds_text(order) else {"placeholder": plain("18422, 1024, 9001")}
    hint = "Seeds or share codes, or “draw 5 of medium difficulty”: the same for everybody. Empty with a seed pack."
    return input_block(SEEDS, "Buyers", field, hint, optional=True)


def _moment(label: str, day: str, clock: str, at: datetime | None, hint: str) -> tuple[Block, Block]:
    date: Block = {"type": "datepicker", "action_id": day}
    time: Block = {"type": "timepicker", "action_id": clock}
    if at is not None:
        date["initial_date"] = f"{at:%Y-%m-%d}"
        time["initial_time"] = f"{at:%H:%M}"
    return (
        input_block(day, f"{label} on", date, optional=label == "Starts"),
        input_block(clock, f"{label} at", time, f"{hint}." if label == "Due" else f"{hint}; else in each person's own "
                    "time zone.", optional=True),
    )  # fmt: skip


def _again(order: Order) -> tuple[Block, Block]:
    options: dict[str, Block] = {value: {"text": plain(text), "value": value} for value, text in _REPEATS.items()}
    select: Block = {
        "type": "static_select",
        "action_id": REPEAT,
        "options": list(options.values()),
        "initial_option": options[order.repeats or NEVER],
    }
    until: Block = {"type": "datepicker", "action_id": UNTIL}
    if order.until is not None:
        until["initial_date"] = f"{order.until:%Y-%m-%d}"
    return (
        input_block(REPEAT, "How often", select),
        input_block(UNTIL, "Until", until, "For what comes again. Empty: until you cancel it.", optional=True),
    )


def _pass_mark(order: Order) -> Block:
    number: Block = {
        "type": "number_input",
        "action_id": PASS,
        "is_decimal_allowed": False,
        "min_value": "0",
        "max_value": "100",
        "initial_value": str(order.pass_mark),
    }
    return input_block(PASS, "Pass mark", number, "Of 100.")


def _attempts(order: Order) -> Block:
    numbers = _ATTEMPTS if order.attempts in _ATTEMPTS else (*_ATTEMPTS, order.attempts)
    options: dict[int, Block] = {
        each: {"text": plain("As many as they like" if each == UNLIMITED else str(each)), "value": str(each)}
        for each in numbers
    }
    select: Block = {
        "type": "static_select",
        "action_id": ATTEMPTS,
        "options": list(options.values()),
        "initial_option": options[order.attempts],
    }
    return input_block(ATTEMPTS, "Attempts that count", select, "On each buyer. Any run after them is practice.")


def _mode(order: Order, choice: Choice) -> list[Block]:
    if len(choice.modes) < 2:
        return []
    options: dict[str, Block] = {mode: {"text": plain(mode.title()), "value": mode} for mode in choice.modes}
    select: Block = {
        "type": "static_select",
        "action_id": MODE,
        "options": list(options.values()),
        "initial_option": options.get(order.mode, options[choice.modes[0]]),
    }
    return [input_block(MODE, "Mode", select, "Strict needs no language model; the buyers are the same in each.")]


def _model(order: Order, choice: Choice) -> list[Block]:
    if len(choice.models) < 2:
        return []
    options: dict[str, Block] = {name: {"text": plain(name[-OPTION_LIMIT:]), "value": name} for name in choice.models}
    select: Block = {
        "type": "static_select",
        "action_id": MODEL,
        "options": list(options.values()),
        "initial_option": options.get(order.model, options[choice.models[0]]),
    }
    return [input_block(MODEL, "Language model", select, "For freeplay and flavor; strict mode needs none.")]


def _summary(order: Order) -> Block:
    select: Block = {
        "type": "conversations_select",
        "action_id": SUMMARY,
        "placeholder": plain("No channel"),
        "filter": {"include": ["public", "private"]},
    }
    if order.channel:
        select["initial_conversation"] = order.channel
    return input_block(
        SUMMARY, "Summary in", select, "One post, when it starts. Haggle has to be there.", optional=True
    )
