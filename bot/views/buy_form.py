"""The form that opens a run in a market."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.views.forms import channel_select, input_block, plain
from bot.views.message import Block
from bot.views.start_modal import OPTION_LIMIT
from engine.marketplace.market import Market
from engine.marketplace.template import Ready

BUY_FORM = "buy"
CHANNEL, WHAT, SEED, SELLERS, MODEL = "channel", "what", "seed", "sellers", "model"
_WHERE = "A channel that Haggle is in. Leave it empty to buy in your own messages with Haggle."
_SELLERS = {
    "strict": ("Strict", "The rules play the sellers; no language model"),
    "guarded": ("Guarded", "A language model plays them, within their limits"),
}


def buy_form(
    ready: Mapping[str, Ready],
    own: Sequence[tuple[str, Market]],
    channel: str | None,
    models: Sequence[str] = (),
    usual: str = "strict",
) -> dict[str, Any]:
    """The form; `channel` is where the run goes unless the rep picks another."""
    groups = [
        *(_group(note.title, name, {item: each.many for item, each in note.items.items()})
          for name, note in ready.items()),
        *(_group(market.title, name, {each.item: market.item(each.item).many for each in market.demands})
          for name, market in own[:90]),
    ]  # fmt: skip
    what: Block = {
        "type": "static_select",
        "action_id": WHAT,
        "option_groups": groups,
        "initial_option": groups[0]["options"][0],
    }
    seed: Block = {"type": "plain_text_input", "action_id": SEED, "max_length": 60, "placeholder": plain("77")}
    where = channel_select(CHANNEL, channel, "Your messages with Haggle", direct=True)
    return {
        "type": "modal",
        "callback_id": BUY_FORM,
        "title": plain("Buy in a market"),
        "submit": plain("Open the market"),
        "close": plain("Cancel"),
        "blocks": [
            input_block(CHANNEL, "Where", where, _WHERE, optional=True),
            input_block(WHAT, "What to buy", what, "You are the buyer; the sellers answer under their own names."),
            input_block(SEED, "Seed", seed, "The same seed is the same market. Leave it empty for others.",
                        optional=True),
            *_sellers(models, usual),
        ],
    }  # fmt: skip


def what_of(value: str) -> tuple[str, str]:
    """The market and the item of an option; the item is empty for all of them."""
    market, _, item = value.partition("/")
    return market, item


def _group(title: str, name: str, items: Mapping[str, str]) -> dict[str, Any]:
    every = ", then ".join(items.values())
    options = [_option(f"All of it: {every}", f"{name}/")] if len(items) > 1 else []
    options += [_option(many[:1].upper() + many[1:], f"{name}/{item}") for item, many in items.items()]
    return {"label": plain(title[:OPTION_LIMIT]), "options": options}


def _option(text: str, value: str) -> Block:
    cut = text if len(text) <= OPTION_LIMIT else f"{text[: OPTION_LIMIT - 1]}…"
    return {"text": plain(cut), "value": value}


def _sellers(models: Sequence[str], usual: str) -> list[Block]:
    """Who plays the sellers, where there is a choice."""
    if not models:
        return []
    options: dict[str, Block] = {
        kind: {"text": plain(name), "description": plain(says), "value": kind}
        for kind, (name, says) in _SELLERS.items()
    }
    radio: Block = {
        "type": "radio_buttons",
        "action_id": SELLERS,
        "options": list(options.values()),
        "initial_option": options[usual],
    }
    blocks = [input_block(SELLERS, "Who plays the sellers", radio)]
    if len(models) > 1:
        named: list[Block] = [{"text": plain(name[-OPTION_LIMIT:]), "value": name} for name in models]
        select: Block = {
            "type": "static_select",
            "action_id": MODEL,
            "options": named,
            "initial_option": named[0],
        }
        blocks.append(input_block(MODEL, "Language model", select, "For guarded sellers; strict ones need none."))
    return blocks
