"""Who pressed a button, and what it stands for."""

from typing import Any

from bot.flows.house import House
from bot.flows.lookup import RunView, run_by_id
from engine.errors import RuleViolation


async def run_of_press(house: House, body: dict[str, Any]) -> RunView:
    """The run that the button names; RuleViolation where the team has none of that id."""
    view = await run_by_id(house, body["team"]["id"], body["actions"][0]["value"])
    if view is None:
        raise RuleViolation("I can't find that run any more.")
    return view


def team_of(body: dict[str, Any]) -> str:
    """The team in which the button was pressed."""
    return str(body["team"]["id"])


def pressed_by(body: dict[str, Any]) -> str:
    """The person who pressed."""
    return str(body["user"]["id"])


def value_of(body: dict[str, Any]) -> str:
    """What the button carries; empty where that is nothing."""
    return str(body["actions"][0].get("value", ""))
