"""Managers are told of what keeps the language model from answering until somebody sees to it: once a day."""

from bot.flows.house import Alert, House
from bot.flows.managers import Managers
from engine.llm.troubles import OverBudget
from storage import outbox
from storage.posts import Direct

TO_MEND = (
    "{trouble} Where the language model does not answer, buyers speak in stock phrases, by the same rules and with the "
    "same scores. `haggle doctor` shows whether it is mended. You are told of this once a day."
)
TO_KNOW = (
    "{trouble} Until then buyers speak in stock phrases, by the same rules and with the same scores. `/haggle usage` "
    "shows what was used. You are told of this once a day."
)


async def alert_managers(house: House, managers: Managers, alert: Alert) -> None:
    """Tells them, unless they were told of it today. What is lost with the process is told with the next call."""
    everyone, now = await managers.everyone(), house.now()
    words = TO_KNOW if isinstance(alert.trouble, OverBudget) else TO_MEND
    async with house.database.writing() as connection:
        for manager in everyone:
            told = Direct(manager, words.format(trouble=alert.trouble))
            cause = f"model:{now:%Y-%m-%d}:{alert.trouble.in_short}:{manager}"
            await outbox.enqueue(connection, alert.team, cause, told, now=now)
    house.wake.posts.set()
