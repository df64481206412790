"""`/haggle …`"""

from collections.abc import Mapping, Sequence
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.comparing import compare_meant
from bot.flows.directory import Directory
from bot.flows.history import history_page, history_to_dm, run_meant
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.flows.modes import MODES, change_usual, models_of, named_model, usual
from bot.flows.retelling import retold
from bot.flows.sharing import ShareRequest
from bot.flows.start import StartRequest
from bot.flows.usage import use_of_team
from bot.listeners import appointing, assigning, board, buying, following, own_data, packs, records, setting_up
from bot.listeners.asked import Answer, Asked
from bot.listeners.deciding import disputes_list
from bot.listeners.place import place_for
from bot.listeners.sharing import share_here
from bot.listeners.starting import start_here
from bot.listeners.workspace import Workspace
from bot.views.blocks import unescape
from bot.views.compare_card import compare_message
from bot.views.defaults import changed_text, defaults_text
from bot.views.help import help_text, unknown_command
from bot.views.history import history_message
from bot.views.message import Message
from bot.views.replay_card import replay_message
from bot.views.usage import usage_message

COMMAND = "/haggle"


def register(app: AsyncApp, house: House, workspace: Workspace, managers: Managers, directory: Directory) -> None:
    """Listens to the slash command."""

    def asked(command: dict[str, Any], client: AsyncWebClient, words: list[str]) -> Asked:
        team, channel, user = (str(command[key]) for key in ("team_id", "channel_id", "user_id"))
        trigger = str(command["trigger_id"])
        key = f"command:{trigger}"
        return Asked(house, client, workspace, managers, directory, words, team, channel, user, key, trigger)

    @app.command(COMMAND)
    async def on_command(ack: AsyncAck, command: dict[str, Any], client: AsyncWebClient) -> None:
        word, *rest = unescape(str(command.get("text", ""))).split() or ["help"]
        answer = ANSWERS.get(word.lower())
        said = await answer(asked(command, client, rest)) if answer else None
        text, blocks = said or Message(unknown_command(word))
        await (ack(text, blocks=list(blocks)) if blocks else ack(text))


async def _help(asked: Asked) -> Message:
    return Message(help_text(asked.house.packs.ids))


async def _start(asked: Asked) -> Message:
    how = [*_modes_in(asked.words), *_models_in(asked)]
    if len(_modes_in(asked.words)) > 1 or len(asked.words) - len(how) > 2:
        return Message("`/haggle start` takes a seed, a pack and a mode: `/haggle start 18422 car_sales flavor`.")
    return await start_here(asked.house, asked.client, _request(asked))


async def _share(asked: Asked) -> Message:
    if len(asked.words) > 2:
        return Message("`/haggle share` takes a seed and a pack, in this order: `/haggle share 18422 car_sales`.")
    seed, pack = (*asked.words, "", "")[:2]
    request = ShareRequest(asked.team, asked.channel, asked.user, asked.key, seed=seed, pack=pack)
    return Message(await share_here(asked.house, asked.client, request))


async def _history(asked: Asked) -> Message:
    """The person's runs; with `csv` all of them as a file in their messages."""
    if not asked.words:
        page = await history_page(asked.house, asked.team, asked.user)
        return history_message(*page, asked.workspace.url)
    if [word.lower() for word in asked.words] != ["csv"]:
        return Message("`/haggle history` lists your runs; `/haggle history csv` sends them to you as a table.")
    channel = await place_for(asked.client, asked.user)
    return Message(await history_to_dm(asked.house, asked.team, asked.user, channel, asked.key))


async def _replay(asked: Asked) -> Message:
    """The person's run that the words name, from its first step on."""
    if len(asked.words) > 1:
        return Message("`/haggle replay` takes one run: its number in `/haggle history`, or a share code.")
    entry = await run_meant(asked.house, asked.team, asked.user, "".join(asked.words))
    return replay_message(*await retold(asked.house, asked.team, entry.view.run.id, asked.user), 0)


async def _compare(asked: Asked) -> Message:
    """Two of the person's runs side by side."""
    if len(asked.words) > 2:
        return Message("`/haggle compare` takes two runs by their numbers in `/haggle history`: `/haggle compare 3 7`.")
    return compare_message(*await compare_meant(asked.house, asked.team, asked.user, asked.words))


async def _disputes(asked: Asked) -> Message:
    """The disputes that wait for a manager, for managers."""
    return await disputes_list(asked.house, asked.managers, asked.workspace, asked.team, asked.user)


async def _defaults(asked: Asked) -> Message:
    """How the team's runs usually are held; with a mode, and a model if there are several, a manager changes it."""
    if len(asked.words) > 2:
        return Message("`/haggle defaults` takes a mode and a model: `/haggle defaults freeplay openai:gpt-5.2`.")
    house, team = asked.house, asked.team
    if not asked.words:
        return Message(defaults_text(await usual(house, team), models_of(house)))
    changed = await change_usual(house, asked.managers, team, asked.user, asked.words)
    return Message(changed_text(changed))


async def _usage(asked: Asked) -> Message:
    """What the language model took and costs, for managers."""
    use = await use_of_team(asked.house, asked.managers, asked.team, asked.user)
    return usage_message(use, str(asked.house.voice.models[0]) if asked.house.voice else "")


ANSWERS: Mapping[str, Answer] = {
    "help": _help,
    "start": _start,
    "share": _share,
    "history": _history,
    "replay": _replay,
    "compare": _compare,
    "disputes": _disputes,
    "defaults": _defaults,
    "usage": _usage,
    **appointing.ANSWERS,
    **assigning.ANSWERS,
    **following.ANSWERS,
    **own_data.ANSWERS,
    **packs.ANSWERS,
    **records.ANSWERS,
    **board.ANSWERS,
    **buying.ANSWERS,
    **setting_up.ANSWERS,
}


def _request(asked: Asked) -> StartRequest:
    """`start car_sales` names a pack, `start car_sales/first_week` a seed pack, `start 18422` a seed.

    A word with a slash, or without a digit, is no seed. A mode and a model may stand anywhere.
    """
    modes, models = _modes_in(asked.words), _models_in(asked)
    words = [word for word in asked.words if word not in (*modes, *models)]
    lone_pack = len(words) == 1 and ("/" in words[0] or not any(letter.isdigit() for letter in words[0]))
    seed, pack = ("", words[0]) if lone_pack else (*words, "", "")[:2]
    return StartRequest(
        asked.team,
        asked.channel,
        asked.user,
        seed,
        pack,
        asked.key,
        mode="".join(modes).lower(),
        model="".join(models[:1]),
    )


def _modes_in(words: Sequence[str]) -> list[str]:
    return [word for word in words if word.lower() in MODES]


def _models_in(asked: Asked) -> list[str]:
    """The words that name a model, `openai:gpt-5.2` or `gpt-5.2`: no seed, pack or share code has a colon."""
    return [word for word in asked.words if named_model(asked.house, word)]
