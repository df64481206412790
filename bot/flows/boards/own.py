"""Somebody asks for their own place: it comes by direct message, and nobody else sees it."""

from bot.flows.boards.standing import KIND
from bot.flows.house import House
from storage import boards, outbox
from storage.posts import BoardPlace, Destination


async def send_own_place(house: House, team: str, person: str, channel: str, key: str) -> None:
    """Their place on the standing board into `channel`, that of their messages with Haggle; once for each key."""
    async with house.database.writing() as connection:
        board = await boards.get(connection, team)
        post = BoardPlace(person, KIND, board.pack)
        await outbox.enqueue(connection, team, f"place:{key}", post, to=Destination(channel), now=house.now())
    house.wake.posts.set()
