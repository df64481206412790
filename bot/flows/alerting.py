"""Managers are told of what keeps the language model from answering until somebody mends it: once a day."""

from collections.abc import Sequence

from bot.flows.house import Alert, House
from bot.flows.managers import Managers
from engine.negotiation.events import Event, Worded
from storage import outbox
from storage.posts import Direct

TOLD = (
    "Haggle can't use its language model: {why}. Until that is mended, buyers speak in stock phrases, by the same "
    "rules and with the same scores. `haggle doctor` shows where it stands. I say this once a day."
)


def note_trouble(house: House, team: str, events: Sequence[Event]) -> None:
    """Has the managers told, where the events hold a line that a lasting trouble left in a stock phrase."""
    for event in events:
        if isinstance(event, Worded) and event.lasting:
            house.wake.alerts.put_nowait(Alert(team, event.why))


async def alert_managers(house: House, managers: Managers, alert: Alert) -> None:
    """Tells them, unless they were told of it today. What is lost with the process is told with the next line."""
    everyone, now = await managers.everyone(), house.now()
    key = f"model:{now:%Y-%m-%d}:{alert.why}"
    async with house.database.writing() as connection:
        for manager in everyone:
            told = Direct(manager, TOLD.format(why=alert.why))
            await outbox.enqueue(connection, alert.team, f"{key}:{manager}", told, now=now)
    house.wake.posts.set()
