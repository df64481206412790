"""Books for calls that nobody limits."""

from engine.llm.purse import Call, Hold, Took


class NoBooks:
    """Nothing is written down, and there is always room."""

    async def open(self, call: Call) -> Hold:
        """Every call may be made."""
        return Hold("", call)

    async def close(self, hold: Hold, took: Took) -> None:
        """Nothing is kept."""
