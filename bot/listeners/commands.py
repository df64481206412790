"""`/haggle …`"""

from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.house import House
from bot.flows.sharing import ShareRequest
from bot.flows.start import StartRequest
from bot.listeners.sharing import share_here
from bot.listeners.starting import start_here
from bot.views.blocks import unescape
from bot.views.help import help_text, unknown_command
from bot.views.message import Message
from bot.views.packs import pack_message, packs_message

COMMAND = "/haggle"
PATIENCE = 1.5
"""Seconds that a listing waits for difficulties: Slack wants its answer within three."""


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
            case "share" if len(rest) <= 2:
                await ack(await share_here(house, client, _share(command, rest)))
            case "share":
                await ack("`/haggle share` takes a seed and a pack, in this order: `/haggle share 18422 car_sales`.")
            case "packs":
                text, blocks = await _packs(house, rest)
                await ack(text, blocks=list(blocks))
            case _:
                await ack(unknown_command(word))


async def _packs(house: House, words: list[str]) -> Message:
    """The installed packs; with a pack's id, or where there is only one, its seed packs."""
    if not words and len(house.packs.ids) != 1:
        return packs_message(house.playable)
    loaded = house.packs.get(words[0] if words else house.packs.ids[0])
    lists = loaded.pack.seed_lists
    seeds = tuple(dict.fromkeys(seed for listed in lists for seed in listed.seeds))
    return pack_message(loaded.pack, lists, await house.difficulties.soon(loaded.pack, loaded.hash, seeds, PATIENCE))


def _share(command: dict[str, Any], words: list[str]) -> ShareRequest:
    seed, pack = (*words, "", "")[:2]
    return ShareRequest(
        team=str(command["team_id"]),
        channel=str(command["channel_id"]),
        sharer=str(command["user_id"]),
        key=f"command:{command['trigger_id']}",
        seed=seed,
        pack=pack,
    )


def _request(command: dict[str, Any], words: list[str]) -> StartRequest:
    """`start car_sales` names a pack, `start car_sales/first_week` a seed pack, `start 18422` a seed.

    A word with a slash, or without a digit, is no seed.
    """
    lone_pack = len(words) == 1 and ("/" in words[0] or not any(letter.isdigit() for letter in words[0]))
    seed, pack = ("", words[0]) if lone_pack else (*words, "", "")[:2]
    return StartRequest(
        team=str(command["team_id"]),
        channel=str(command["channel_id"]),
        rep=str(command["user_id"]),
        seed=seed,
        pack=pack,
        key=f"command:{command['trigger_id']}",
    )
