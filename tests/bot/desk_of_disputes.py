"""What people do about disputes, and what they see of them."""

from typing import Any

from tests.bot.world import Json, World, eventually

WORDS = "I named what she had told me before I named a price."
REASON = "She did pick it up in her second line."


async def ended(world: World, who: str = "ana", channel: str = "practice") -> tuple[str, Json]:
    """A run that its rep ended after one question, and its verdict card."""
    thread = await world.start("18422", who, channel)
    await world.turn(thread, "What got you looking?", who, channel)
    await world.press(who, "run_end", thread, channel)
    return thread, await world.verdict(thread, channel)


async def top_modal(world: World, who: str) -> Json | None:
    """The modal on top of what the person has open."""
    views: list[Json] = (await world.ask("GET", f"modals?as={who}"))["views"]
    return views[-1] if views else None


async def form(world: World, who: str, action: str, ts: str, channel: str = "practice") -> Json:
    """The form that a button opens."""
    await world.press(who, action, ts, channel)
    view = await top_modal(world, who)
    assert view is not None, f"{action} opened nothing for {who}"
    return view


async def send(world: World, who: str, view: Json, **fields: Any) -> Json:
    """Sends a form; the answer holds its errors."""
    values = {f"dispute_{name}": {f"dispute_{name}": value} for name, value in fields.items()}
    return await world.ask("POST", "modals/submit", **{"as": who}, view_id=view["id"], values=values)


async def dispute(
    world: World, ts: str, check: str = "questions", who: str = "ana", words: str = WORDS, channel: str = "practice"
) -> Json:
    """Disputes a check of the verdict that stands there; the answer of the form."""
    return await send(world, who, await form(world, who, "dispute_run", ts, channel), check=check, words=words)


async def card(world: World, who: str = "mei", words: str = "Dispute", number: int = 1) -> Json:
    """The latest of at least so many dispute cards in a manager's messages that hold the words."""

    async def posted() -> Json | None:
        found = [each for each in await world.messages(who, "dm") if each["text"].startswith("Dispute")]
        held = [each for each in found if words in str(each)]
        return held[-1] if len(found) >= number and held else None

    return await eventually(posted)


async def cards(world: World, who: str = "mei") -> list[Json]:
    """Every dispute card in a manager's messages."""
    return [each for each in await world.messages(who, "dm") if each["text"].startswith("Dispute")]


async def decide(
    world: World, who: str, ts: str, points: int | None = None, reason: str = REASON, channel: str = "dm"
) -> Json:
    """Decides the dispute of the card that stands there; the answer of the form."""
    view = await form(world, who, "dispute_uphold" if points is None else "dispute_change", ts, channel)
    return await send_decision(world, who, view, points, reason)


async def send_decision(world: World, who: str, view: Json, points: int | None, reason: str = REASON) -> Json:
    """Sends a form that decides."""
    number = {} if points is None else {"points": str(points)}
    return await send(world, who, view, reason=reason, **number)


async def verdict_with(world: World, thread: str, words: str, channel: str = "practice") -> Json:
    """The verdict card, once it holds the words."""

    async def shows() -> Json | None:
        found = await world.verdict(thread, channel)
        return found if words in str(found) else None

    return await eventually(shows)


async def told(world: World, who: str, words: str, channel: str = "dm") -> str:
    """The message in the person's messages that holds the words, once it is there."""

    async def said() -> str | None:
        return next((str(each) for each in await world.messages(who, channel) if words in str(each)), None)

    return await eventually(said)
