"""The form that sets up a market, as it comes back."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from bot.flows.markets.setting_up import SetUp
from bot.views.blocks import unescape
from bot.views.market_setup import CURRENCY, FROM, NAME, NEEDS, NOTHING, PARTIAL, ROUNDS, SEED, SELLER, TITLE, Filled
from engine.marketplace.sheet.reading import Sheet

Held = Mapping[str, Mapping[str, Any]]


class Kept(NamedTuple):
    """What the form remembers: the market that it edits, how often it was filled, and where to answer its manager."""

    edits: str = ""
    called: str = ""
    fresh: int = 0
    card: str = ""

    def __str__(self) -> str:
        """As the form's metadata."""
        return json.dumps(self._asdict())


class Came(NamedTuple):
    """A form that came back: what it says, what it remembers, and the ready market with the seed that it names."""

    wish: SetUp
    kept: Kept
    started: str
    seed: str

    @property
    def filled(self) -> Filled:
        """The form as it stands."""
        sheet, name, edits, _ = self.wish
        return Filled(sheet, name, bool(edits), self.kept.fresh, self.started, self.seed)

    def with_another(self, most: int) -> Filled:
        """The form with room for one more seller, up to `most`."""
        sheet = self.wish.sheet
        return self.filled._replace(sheet=replace(sheet, sellers=(*sheet.sellers, "")[:most]))


def came(view: Mapping[str, Any]) -> Came:
    """What stands in the form."""
    kept = Kept(**json.loads(view["private_metadata"]))
    blocks = [str(block["block_id"]) for block in view["blocks"] if block["type"] == "input"]
    fields = [(block, view["state"]["values"].get(block, {})) for block in blocks]
    held = {block.partition(":")[0]: values for block, values in fields}
    sheet = Sheet(
        title=_text(held, TITLE),
        needs=_text(held, NEEDS),
        sellers=tuple(_value(values, SELLER) for block, values in fields if block.startswith(f"{SELLER}:")),
        currency=_picked(held, CURRENCY) or "USD",
        rounds=_text(held, ROUNDS),
        partial=bool(held.get(PARTIAL, {}).get(PARTIAL, {}).get("selected_options")),
    )
    wish = SetUp(sheet, _text(held, NAME), kept.edits, kept.called)
    return Came(wish, kept, _picked(held, FROM) or NOTHING, _text(held, SEED))


def _text(held: Mapping[str, Held], field: str) -> str:
    return _value(held.get(field, {}), field).strip()


def _value(values: Held, field: str) -> str:
    return unescape(str(values.get(field, {}).get("value") or ""))


def _picked(held: Mapping[str, Held], field: str) -> str:
    return str((held.get(field, {}).get(field, {}).get("selected_option") or {}).get("value", ""))
