"""Taking a message away that only one person sees."""

from aiohttp import web

from bot.sandbox.acts.messages import drop_ephemeral
from bot.sandbox.control.request import SANDBOX, PersonalOrder, channel_of, done, person_of, read
from bot.sandbox.errors import Refusal


class Dismissal(PersonalOrder):
    """An ephemeral message that the person has done with."""

    channel: str
    ts: str


async def dismiss(request: web.Request) -> web.Response:
    """Dismisses an ephemeral message of the person's own."""
    sandbox, order = request.app[SANDBOX], await read(request, Dismissal)
    person = person_of(sandbox, order.as_)
    channel = channel_of(sandbox, person, order.channel)
    message = channel.history.ephemerals.get(order.ts)
    if message is None or message.ephemeral_for != person.id:
        raise Refusal(404, "message_not_found", f"{person.real_name} has no private message at {order.ts} here.")
    drop_ephemeral(sandbox, channel, message)
    return done()


ROUTES = [web.post("/sandbox/dismiss", dismiss)]
