"""Somebody speaks to Haggle outside of a run: they are told how to begin, once for each message."""

from bot.flows.house import House
from bot.flows.intake import Incoming
from storage import outbox
from storage.posts import Destination, Notice, Post, Whisper

HOW = "Type `/haggle start` to practise with a buyer, or open my *Home* tab. Inside a run, just answer in its thread."


async def greet(house: House, message: Incoming) -> None:
    """Answers in the direct message, or with a whisper where others would have to read it."""
    post: Post = Notice(HOW) if message.channel.startswith("D") else Whisper(message.user, HOW)
    async with house.database.writing() as connection:
        where = Destination(message.channel, message.thread)
        cause = f"greet:{message.channel}:{message.ts}"
        await outbox.enqueue(connection, message.team, cause, post, to=where, now=house.now())
    house.wake.posts.set()
