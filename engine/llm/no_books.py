"""Books for calls that nobody limits: they only add up what was spent."""

from engine.llm.budget import NONE, Amount
from engine.llm.purse import Call, Hold, Took
from engine.llm.usage import FREE, Spent


class NoBooks:
    """There is always room; `spent` is what all calls so far took, `counted` what a budget would count them with."""

    def __init__(self) -> None:
        self.spent: Spent = FREE
        self.counted: Amount = NONE

    async def open(self, call: Call) -> Hold:
        """Every call may be made."""
        return Hold("", call)

    async def close(self, hold: Hold, took: Took) -> None:
        """Adds what the call took."""
        self.spent += took.spent
        self.counted += took.counted
