"""What a manager does in the form that sets up a market: open it, fill it in, press in it, send it."""

from typing import Any

from tests.bot.desk_of_disputes import top_modal
from tests.bot.world import Json, World

NEEDS = "3 USB-C cables: 5.00 to 9.00"
QUICK_TECH = (
    "@QuickTech, sweet, retention 83, profit 17\nUSB-C cables: cost 4.17, least 6.13, price 8.00, 1,193 pieces\n"
    "  warranty: a one-year warranty"
)
CABLE_HOUSE = "@CableHouse, rude, profit 70\nUSB-C cables: cost 5.19, least 7.23, price 8.50, 577 pieces"
HIDDEN = r"\b(4\.17|6\.13|5\.19|7\.23|417|613|519|723|1,?193|577|rude|sweet|retention|profit)\b"
"""What no rep may read of these two sellers."""


async def form(world: World, who: str = "mei", words: str = "make", channel: str = "practice") -> Json:
    """The form that the command opens."""
    answer = await world.command(who, f"/haggle markets {words}", channel)
    assert not (answer.get("response") or {}).get("text"), answer["response"]
    return await shown(world, who)


async def shown(world: World, who: str = "mei") -> Json:
    """The modal on top."""
    view = await top_modal(world, who)
    assert view is not None, f"nothing is open for {who}"
    return view


def blocks_of(view: Json, field: str) -> list[Json]:
    """The inputs of that field."""
    return [each for each in view["blocks"] if each["type"] == "input" and each["block_id"].startswith(f"{field}:")]


def stands(view: Json, field: str, at: int = 0) -> str:
    """What stands in a field."""
    block = blocks_of(view, field)[at]
    held = view["state"]["values"][block["block_id"]][block["element"]["action_id"]]
    chosen = held.get("selected_option")
    return str(chosen["value"] if chosen else held.get("value") or "")


def written(view: Json, **fields: Any) -> dict[str, dict[str, Any]]:
    """The values of a form in which these fields are filled in, by their names without `market_`; sellers is a list."""
    sellers = fields.pop("sellers", [])
    values = {(f"market_{name}", 0): value for name, value in fields.items()}
    values |= {("market_seller", at): text for at, text in enumerate(sellers)}
    blocks = {key: blocks_of(view, key[0])[key[1]] for key in values}
    return {blocks[key]["block_id"]: {blocks[key]["element"]["action_id"]: value} for key, value in values.items()}


async def send(world: World, view: Json, who: str = "mei", **fields: Any) -> Json:
    """Sends the form; the answer holds its errors by block."""
    values = written(view, **fields)
    return await world.ask("POST", "modals/submit", **{"as": who}, view_id=view["id"], values=values)


async def act(
    world: World, view: Json, action: str, who: str = "mei", choice: str | None = None, **fields: Any
) -> Json:
    """Presses or chooses something in the form; what is on top then."""
    body: dict[str, Any] = {
        "container": {"view_id": view["id"]},
        "action_id": action,
        "values": written(view, **fields),
    }
    if choice is not None:
        select = next(each for each in blocks_of(view, action) if each["element"]["action_id"] == action)
        is_text = select["element"]["type"] == "plain_text_input"
        body |= {"value": choice} if is_text else {"selected_option": choice}
    await world.ask("POST", "actions", **{"as": who}, **body)
    return await shown(world, who)


async def set_up(world: World, title: str = "Office cables", who: str = "mei", **fields: Any) -> None:
    """Sets up a market with two sellers of cables."""
    view = await form(world, who)
    filled = {"title": title, "needs": NEEDS, "sellers": [QUICK_TECH, CABLE_HOUSE]} | fields
    answer = await send(world, view, who, **filled)
    assert answer["outcome"] == "cleared", answer


async def listed(world: World, who: str = "mei") -> Json:
    """The list of markets as that person is shown it."""
    await world.command(who, "/haggle markets")
    found = [each for each in await world.messages(who) if each.get("is_ephemeral")]
    return found[-1]
