"""Books without a database: what is spent is forgotten with them."""

from collections import defaultdict
from collections.abc import Mapping

from engine.llm.budget import NONE, Account, Amount, Cap, Scope, Standing, accounts_of, refusal
from engine.llm.purse import Call, Hold, Took


class PlainBooks:
    """Books with these caps. `spent` is what each account has come to, `open_calls` the calls under way."""

    def __init__(self, caps: Mapping[Scope, Cap] | None = None) -> None:
        self.spent: defaultdict[Account, Amount] = defaultdict(Amount)
        self.open_calls: dict[str, Call] = {}
        self.closed: list[Took] = []
        self._caps = caps or {}

    async def open(self, call: Call) -> Hold:
        """Sets the most aside that the call can take; OverBudget where a budget has no room for it."""
        accounts = accounts_of(call.payer, call.at)
        if over := refusal(self._caps, {each: Standing(self.spent[each], self._held(each)) for each in accounts}):
            raise over
        hold = Hold(str(len(self.closed) + len(self.open_calls)), call)
        self.open_calls[hold.id] = call
        return hold

    async def close(self, hold: Hold, took: Took) -> None:
        """Writes down what the call took, in place of what was set aside."""
        call = self.open_calls.pop(hold.id)
        self.closed.append(took)
        for account in accounts_of(call.payer, call.at):
            self.spent[account] += took.counted

    def _held(self, account: Account) -> Amount:
        calls = (call for call in self.open_calls.values() if account in accounts_of(call.payer, call.at))
        return sum((call.most for call in calls), NONE)
