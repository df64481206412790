"""A manager looks into an assignment: its people and its buyers, page by page and round by round."""

import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.errors import SlackApiError
from slack_sdk.web.async_client import AsyncWebClient

from bot.flows.copied_lines import side_by_side
from bot.flows.excusing import excuse
from bot.flows.following import GONE, buyers, everybody
from bot.flows.house import House
from bot.flows.managers import Managers
from bot.listeners.following import pressed_place
from bot.listeners.opening import open_modal
from bot.listeners.pressed import pressed_by, team_of, value_of
from bot.views.follow_buttons import ALIKE, BACK, EARLIER, EXCUSE, LATER, MORE, PEOPLE, SEEDS, Place, place_in
from bot.views.follow_modals import alike_modal, people_modal, seeds_modal
from engine.errors import RuleViolation

View = dict[str, Any]
Look = Callable[[str, str, Place], Awaitable[View]]
_ROUND = re.compile(rf"(?:{EARLIER}|{LATER}):({PEOPLE}|{SEEDS})")


def register(app: AsyncApp, house: House, managers: Managers) -> None:
    """Listens to what opens the views of an assignment, and to what is pressed in them."""

    async def people(team: str, user: str, place: Place) -> View:
        return people_modal(*await everybody(house, managers, team, user, *place[:2]), place.page)

    async def seeds(team: str, user: str, place: Place) -> View:
        return seeds_modal(*await buyers(house, managers, team, user, *place[:2]))

    looks: dict[str, Look] = {PEOPLE: people, SEEDS: seeds}

    async def on_open(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        look = looks[body["actions"][0]["action_id"]]
        await open_modal(client, body, await look(team_of(body), pressed_by(body), pressed_place(body)))

    async def on_page(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await _show(client, body, await people(team_of(body), pressed_by(body), pressed_place(body)))

    @app.action(_ROUND)
    async def on_round(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        look = looks[body["actions"][0]["action_id"].partition(":")[2]]
        await _show(client, body, await look(team_of(body), pressed_by(body), pressed_place(body)))

    @app.action(EXCUSE)
    async def on_excuse(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        team, user, (place, person) = team_of(body), pressed_by(body), _excused(body)
        await excuse(house, managers, team, user, place.assignment, place.number, person)
        await _show(client, body, await people(team, user, place))

    @app.action(ALIKE)
    async def on_alike(ack: AsyncAck, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        run, _, other = value_of(body).partition("/")
        found = await side_by_side(house, managers, team_of(body), pressed_by(body), run, other)
        await open_modal(client, body, alike_modal(*found))

    for action in looks:
        app.action(action)(on_open)
    for action in (BACK, MORE):
        app.action(action)(on_page)


def _excused(body: dict[str, Any]) -> tuple[Place, str]:
    """The window and the person that the button names."""
    where, _, person = value_of(body).partition("/")
    place = place_in(where)
    if place is None or not person:
        raise RuleViolation(GONE)
    return place, person


async def _show(client: AsyncWebClient, body: dict[str, Any], view: View) -> None:
    """The view in its place; one that was closed or changed meanwhile stays as it is."""
    try:
        await client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=view)
    except SlackApiError as error:
        if error.response.get("error") not in {"hash_conflict", "not_found"}:
            raise
