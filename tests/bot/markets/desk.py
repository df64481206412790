"""What a rep does in a market: open it, write, press, and read what came of it."""

from bot.views.market_buttons import TAKE
from tests.bot.world import Json, World, eventually, is_line, is_verdict


async def open_market(world: World, words: str, who: str = "ana", channel: str = "practice") -> str:
    """Opens a market and waits until its thread says who is listening; the thread's ts."""
    known = {message["ts"] for message in await world.messages(who, channel)}
    answer = await world.command(who, f"/haggle buy {words}", channel)
    assert not answer.get("response"), answer["response"]

    async def opened() -> str | None:
        for message in await world.messages(who, channel):
            if message["ts"] not in known and message.get("bot_id") and not message.get("is_ephemeral"):
                replies = await world.replies(message["ts"], who, channel)
                if any("listening" in reply["text"] for reply in replies):
                    return str(message["ts"])
        return None

    return await eventually(opened)


async def heard(world: World, thread: str, text: str, who: str = "ana", channel: str = "practice") -> list[Json]:
    """Writes a line and waits until the round is over; what was posted since, the offers included."""
    before = len(await world.replies(thread, who, channel))
    await world.say(who, text, thread, channel)
    return await since(world, thread, before + 1, who, channel)


async def since(world: World, thread: str, before: int, who: str = "ana", channel: str = "practice") -> list[Json]:
    """What was posted after so many replies, once offers or a verdict close the round."""

    async def answered() -> list[Json] | None:
        fresh = (await world.replies(thread, who, channel))[before:]
        return fresh if fresh and any(closes(each) for each in fresh) else None

    return await eventually(answered)


def closes(message: Json) -> bool:
    """Whether it ends a round: what is on the table now, a verdict, or a question to the rep."""
    text = str(message["text"])
    return text.startswith("On the table") or is_verdict(message) or bool(message.get("is_ephemeral"))


def said(messages: list[Json]) -> dict[str, str]:
    """The sellers' lines by handle, in the order in which they stand."""
    return {str(each["username"]): str(each["text"]) for each in messages if is_line(each)}


def offers(messages: list[Json]) -> Json:
    """The message with what is on the table."""
    return next(each for each in reversed(messages) if str(each["text"]).startswith("On the table"))


def takes(message: Json) -> dict[str, Json]:
    """The buttons that take an offer, by handle."""
    buttons = [each for block in message["blocks"] for each in block.get("elements", ())]
    return {
        each["action_id"].partition(":")[2]: each for each in buttons if str(each.get("action_id")).startswith(TAKE)
    }


async def whispers(world: World, thread: str, who: str = "ana", channel: str = "practice") -> list[Json]:
    """What was said to that person alone in the thread."""
    return [each for each in await world.replies(thread, who, channel) if each.get("is_ephemeral")]


async def is_over(world: World, words: str, channel: str = "practice") -> None:
    """Waits until the brief of the last run in the channel says so."""

    async def says() -> bool | None:
        return words in str((await world.messages(channel=channel))[-1]["blocks"]) or None

    await eventually(says)
