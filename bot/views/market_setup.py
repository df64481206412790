"""The form in which managers set up a market of their team's own."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from bot.views.blocks import actions, button, context, section
from bot.views.forms import input_block, plain
from bot.views.message import Block
from engine.marketplace.market import MOST_SELLERS
from engine.marketplace.sheet.mistakes import Field, Mistake
from engine.marketplace.sheet.reading import FEWEST_ROUNDS, LONGEST_TEXT, LONGEST_TITLE, MOST_ROUNDS, Sheet
from engine.terms.money import CURRENCIES

SETUP_FORM = "market_setup"
FROM, SEED, MORE, LOOK = "market_from", "market_seed", "market_more", "market_look"
TITLE, NAME, CURRENCY, NEEDS = "market_title", "market_name", "market_currency", "market_needs"
SELLER, PARTIAL, ROUNDS = "market_seller", "market_partial", "market_rounds"
NOTHING = "-"
BEGUN_WITH = 3
"""Sellers that an empty form has room for."""
MOST_AT_A_FIELD = 1_900
_BLOCK: Mapping[Field, str] = {"title": TITLE, "name": NAME, "needs": NEEDS, "sellers": SELLER, "rounds": ROUNDS}
_NEEDS_EXAMPLE = "3 USB-C cables: 5.00 to 9.00"
_SELLER_EXAMPLE = "@QuickTech, sweet, retention 80, profit 20"
_SELLERS_EXAMPLE = f"""```{_SELLER_EXAMPLE}
USB-C cables: cost 4.00, least 6.00, price 8.00, 100 pieces, 5% off from 20
  warranty: a one-year warranty; delivery: delivery tomorrow```"""
_NAME_HINT = "Reps type it: /haggle buy office_cables. Leave it empty to take the title."
_NEEDS_HINT = "A line an item: how many, what, and the least and the most that is paid for one piece."
_SELLERS_HINT = (
    "Each begins with its handle, its manner (rude, neutral or sweet) and how much of 100 it cares to keep a customer "
    "(retention) and to earn (profit). A line an item follows: what it costs the seller, the least it takes, the price "
    "it begins with, and how many pieces it has. What it may tell stands behind a topic: warranty, delivery, quality, "
    "returns, payment or setup."
)


class Filled(NamedTuple):
    """What stands in the form. `fresh` grows whenever the fields are filled anew: Slack keeps what stands in old ones.

    `started` is the ready market that it was filled from, `seed` that one's, `trouble` what is wrong with the seed.
    """

    sheet: Sheet
    name: str = ""
    is_edit: bool = False
    fresh: int = 0
    started: str = NOTHING
    seed: str = ""
    trouble: str = ""


def setup_form(filled: Filled, ready: Mapping[str, str], metadata: str, *, focus: int | None = None) -> dict[str, Any]:
    """The form; `ready` are the titles of ready markets by their names, `focus` the seller's field to write in."""
    sheet = filled.sheet
    texts = sheet.sellers or ("",) * BEGUN_WITH
    start = () if filled.is_edit else _start(filled, ready)
    blocks = (
        *start,
        _line(filled, TITLE, "Title", sheet.title, "Cables for the office", LONGEST_TITLE),
        _line(filled, NAME, "Short name", filled.name, "office_cables", 40, _NAME_HINT, optional=True),
        _currency(filled),
        _text(f"{NEEDS}:{filled.fresh}", NEEDS, "What the buyer needs", sheet.needs, _NEEDS_EXAMPLE, _NEEDS_HINT),
        section(f"*Sellers*{'' if sheet.sellers else _SELLERS_EXAMPLE}"),
        context(_SELLERS_HINT),
        *(_seller(filled, at, text, focus == at) for at, text in enumerate(texts)),
        *_more(len(texts)),
        _partial(filled),
        _rounds(filled),
        actions("market_over", button(LOOK, "Look it over")),
    )  # fmt: skip
    return {
        "type": "modal",
        "callback_id": SETUP_FORM,
        "private_metadata": metadata,
        "title": plain("Edit a market" if filled.is_edit else "Set up a market"),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "blocks": list(blocks),
    }


def errors_of(mistakes: Sequence[Mistake], blocks: Sequence[Block]) -> dict[str, str]:
    """The mistakes under their fields, each on a line of its own where there are several."""
    there = [str(block["block_id"]) for block in blocks if block["type"] == "input"]
    errors: dict[str, list[str]] = {}
    for each in mistakes:
        of_field = [block for block in there if block.partition(":")[0] == _BLOCK[each.field]]
        errors.setdefault(of_field[each.at], []).append(str(each))
    return {block: _listed(told)[:MOST_AT_A_FIELD] for block, told in errors.items()}


def _listed(told: Sequence[str]) -> str:
    return told[0] if len(told) == 1 else "\n".join(f"• {each}" for each in told)


def _start(filled: Filled, ready: Mapping[str, str]) -> list[Block]:
    options: dict[str, Block] = {
        name: {"text": plain(title), "value": name} for name, title in {NOTHING: "Nothing", **ready}.items()
    }
    select: Block = {
        "type": "static_select",
        "action_id": FROM,
        "options": list(options.values()),
        "initial_option": options[filled.started],
    }
    seed: Block = {"type": "plain_text_input", "action_id": SEED, "max_length": 60}
    seed |= {"initial_value": filled.seed} if filled.seed else {"placeholder": plain("77")}
    blocks = [
        {**input_block(f"{FROM}:{filled.fresh}", "Start from", select, "A ready market fills in all fields below, in "
                       "place of what stands there."), "dispatch_action": True},
        {**input_block(f"{SEED}:{filled.fresh}", "Seed", seed, "The same seed is the same market. Press Enter to "
                       "fill the form from another.", optional=True), "dispatch_action": True},
    ]  # fmt: skip
    return [*blocks, context(f":warning: {filled.trouble}")] if filled.trouble else blocks


def _line(
    filled: Filled,
    field: str,
    label: str,
    value: str,
    example: str,
    most: int,
    hint: str = "",
    *,
    optional: bool = False,
) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": field, "max_length": most}
    element |= {"initial_value": value} if value else {"placeholder": plain(example)}
    return input_block(f"{field}:{filled.fresh}", label, element, hint, optional=optional)


def _text(
    block_id: str, field: str, label: str, value: str, example: str, hint: str = "", *, optional: bool = False,
    focus: bool = False,
) -> Block:  # fmt: skip
    element: Block = {"type": "plain_text_input", "action_id": field, "multiline": True, "max_length": LONGEST_TEXT}
    element |= {"placeholder": plain(example)}
    element |= {"initial_value": value} if value else {}
    element |= {"focus_on_load": True} if focus else {}
    return input_block(block_id, label, element, hint, optional=optional)


def _seller(filled: Filled, at: int, text: str, focus: bool) -> Block:
    block_id, label = f"{SELLER}:{filled.fresh}:{at}", f"Seller {at + 1}"
    return _text(block_id, SELLER, label, text, _SELLER_EXAMPLE, optional=at > 0, focus=focus)


def _more(sellers: int) -> list[Block]:
    note = context("A seller whose field is empty is left out.")
    return [note] if sellers >= MOST_SELLERS else [actions("market_sellers", button(MORE, "Add a seller")), note]


def _currency(filled: Filled) -> Block:
    options: dict[str, Block] = {
        code: {"text": plain(code if each.sign == code else f"{code} ({each.sign})"), "value": code}
        for code, each in CURRENCIES.items()
    }
    select: Block = {
        "type": "static_select",
        "action_id": CURRENCY,
        "options": list(options.values()),
        "initial_option": options[filled.sheet.currency],
    }
    return input_block(f"{CURRENCY}:{filled.fresh}", "Currency", select)


def _partial(filled: Filled) -> Block:
    option: Block = {"text": plain("Parts may be bought from several sellers"), "value": PARTIAL}
    boxes: Block = {"type": "checkboxes", "action_id": PARTIAL, "options": [option]}
    boxes |= {"initial_options": [option]} if filled.sheet.partial else {}
    hint = "Otherwise the first purchase of an item ends it."
    return input_block(f"{PARTIAL}:{filled.fresh}", "Purchases", boxes, hint, optional=True)


def _rounds(filled: Filled) -> Block:
    number: Block = {
        "type": "number_input",
        "action_id": ROUNDS,
        "is_decimal_allowed": False,
        "min_value": str(FEWEST_ROUNDS),
        "max_value": str(MOST_ROUNDS),
    }
    number |= {"initial_value": filled.sheet.rounds} if filled.sheet.rounds else {}
    return input_block(f"{ROUNDS}:{filled.fresh}", "Lines", number, "How often the buyer may write for an item.")
