"""The bot goes by the clock of the sandbox it was started in."""

from pathlib import Path

from bot.console.sandbox import bot_in
from tests.bot.world import eventually, open_world


async def test_a_run_left_alone_ends_when_the_sandbox_clock_is_moved(tmp_path: Path) -> None:
    async with open_world(tmp_path, bot=False) as world, bot_in(world.sandbox, tmp_path) as house:
        thread = await world.start()
        said = len(await world.replies(thread))
        await world.ask("POST", "clock", advance=2 * 86_400)

        async def ended() -> str | None:
            fresh = (await world.replies(thread))[said:]
            return next((reply["text"] for reply in fresh), None)

        assert "left alone" in await eventually(ended)
        assert abs(house.now().timestamp() - world.sandbox.sandbox.clock.now()) < 60
