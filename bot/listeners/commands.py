"""`/haggle …`"""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.start import StartRequest
from bot.listeners.starting import start_here
from bot.views.blocks import unescape
from bot.views.help import help_text, unknown_command

COMMAND = "/haggle"


def register(app: AsyncApp, house: House) -> None:
    """Listens to the slash command."""

    @app.command(COMMAND)
    async def on_command(ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient) -> None:
        word, *rest = unescape(str(command.get("text", ""))).split() or ["help"]
        match word.lower():
            case "help":
                await ack(help_text(house.packs.ids))
            case "start" if len(rest) <= 2:
                await ack(await start_here(house, client, _request(command, rest)))
            case "start":
                await ack("`/haggle start` takes a seed and a pack, in this order: `/haggle start 18422 car_sales`.")
            case _:
                await ack(unknown_command(word))


def _request(command: dict[str, Any], words: list[str]) -> StartRequest:
    """`start car_sales` names a pack, `start 18422` a seed: a word without a digit is no seed."""
    lone_pack = len(words) == 1 and not any(letter.isdigit() for letter in words[0])
    seed, pack = ("", words[0]) if lone_pack else (*words, "", "")[:2]
    return StartRequest(
        team=str(command["team_id"]),
        channel=str(command["channel_id"]),
        rep=str(command["user_id"]),
        seed=seed,
        pack=pack,
        key=f"command:{command['trigger_id']}",
    )
