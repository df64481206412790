"""The budgets of this process: no call is made for which one of them has no room."""

from collections.abc import Mapping
from datetime import datetime

from engine.llm.budget import Cap, Ledger, Payer, Scope, amount_of, hold, most_of, settle
from engine.llm.port import ModelPort, ModelReply, ModelRequest
from engine.llm.troubles import CallTrouble


class Purse:
    """Pays for calls over one port; what was spent is counted from the start of the process on."""

    def __init__(self, port: ModelPort, caps: Mapping[Scope, Cap]) -> None:
        self._port = port
        self._caps = caps
        self._ledger = Ledger()

    async def complete(self, request: ModelRequest, payer: Payer, now: datetime) -> ModelReply:
        """The reply; OverBudget, without a call, where a budget has no room, else what the port raises."""
        most = most_of(request)
        self._ledger, held = hold(self._ledger, self._caps, payer, most, now)
        took = most
        try:
            reply = await self._port.complete(request)
            took = amount_of(reply.spent, most)
        except CallTrouble as trouble:
            took = amount_of(trouble.spent, most)
            raise
        finally:
            self._ledger = settle(self._ledger, held, took)
        return reply
