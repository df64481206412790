"""`/haggle leaderboard`, and the buttons of boards."""

from collections.abc import Mapping
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncRespond
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.boards.hiding import hide_name
from bot.flows.boards.own import send_own_place
from bot.flows.boards.reading import board_meant, board_now, own_place, pack_meant
from bot.flows.boards.standing import Placing, move_days, place_board, take_board_down
from bot.flows.house import House
from bot.listeners.answering import beside
from bot.listeners.asked import Answer, Asked
from bot.listeners.place import place_for
from bot.listeners.pressed import pressed_by, team_of
from bot.views.board_card import HIDE_NAME, MY_PLACE, SHOW_NAME
from bot.views.board_own import board_for_one, switched_message
from bot.views.message import Message

DOWN = "The board is taken down. `/haggle leaderboard here` puts it into a channel again."


def register(app: AsyncApp, house: House) -> None:
    """Listens to the buttons of boards."""

    @app.action(MY_PLACE)
    async def on_place(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        channel = await place_for(client, pressed_by(body))
        await send_own_place(house, team_of(body), pressed_by(body), channel, str(body["trigger_id"]))
        await ack()

    async def on_name(ack: AsyncAck, body: dict[str, Any], respond: AsyncRespond) -> None:
        hides = body["actions"][0]["action_id"] == HIDE_NAME
        await hide_name(house, team_of(body), pressed_by(body), hides=hides)
        await ack()
        await beside(respond, body, switched_message(hides))

    for action in (HIDE_NAME, SHOW_NAME):
        app.action(action)(on_name)


async def _leaderboard(asked: Asked) -> Message:
    """The board for whoever asks; for managers also where it stands and when its weeks begin."""
    first, *rest = asked.words or [""]
    act = _ACTS.get(first.lower())
    return await act(asked, rest) if act else await _look(asked)


async def _look(asked: Asked) -> Message:
    kind, pack = board_meant(asked.house, asked.words)
    seen = await board_now(asked.house, asked.team, kind, pack, asked.directory)
    mine = await own_place(asked.house, asked.team, asked.user, kind, pack)
    return board_for_one(*seen, mine.own, mine.hides)


async def _here(asked: Asked, words: list[str]) -> Message:
    pack = pack_meant(asked.house, words)
    channel = await place_for(asked.client, asked.channel)
    placing = Placing(asked.team, asked.user, channel, pack, asked.key)
    board = await place_board(asked.house, asked.managers, asked.directory, placing)
    return Message(
        f"The board stands in <#{channel}> from now on, in one message that changes as people play. "
        f"Its weeks begin on Mondays at midnight in {board.zone}; each one is summed up here on Monday at 9:00. "
        "`/haggle leaderboard zone Europe/Berlin` moves them, `/haggle leaderboard off` takes the board down."
    )


async def _off(asked: Asked, words: list[str]) -> Message:
    await take_board_down(asked.house, asked.managers, asked.team, asked.user)
    return Message(DOWN)


async def _zone(asked: Asked, words: list[str]) -> Message:
    zone = await move_days(asked.house, asked.managers, asked.team, asked.user, "_".join(words))
    return Message(f"The board's weeks begin on Mondays at midnight in {zone} from now on.")


async def _hide(asked: Asked, words: list[str]) -> Message:
    await hide_name(asked.house, asked.team, asked.user, hides=True)
    return switched_message(hides=True)


async def _show(asked: Asked, words: list[str]) -> Message:
    await hide_name(asked.house, asked.team, asked.user, hides=False)
    return switched_message(hides=False)


_ACTS = {"here": _here, "off": _off, "zone": _zone, "hide": _hide, "show": _show}
ANSWERS: Mapping[str, Answer] = {"leaderboard": _leaderboard}
