"""What only the rep whose run it is may look at, once it is over."""

from bot.flows.house import House
from bot.flows.lookup import RunView, run_by_id
from engine.errors import RuleViolation

CLEARED = (
    "What was said in this run is not kept any more: this workspace clears texts after a while, and keeps the figures. "
    "`/haggle retention` tells how long."
)


async def own_ended_run(house: House, team: str, run_id: str, user: str) -> RunView:
    """The person's own run with its verdict; RuleViolation where it is another's, goes on, or was never scored."""
    view = await run_by_id(house, team, run_id)
    if view is None:
        raise RuleViolation("I can't find that run any more.")
    if view.run.rep != user:
        raise RuleViolation("Only the rep whose run it is can do that. Start the same buyer to have a run of your own.")
    if view.run.status != "ended":
        raise RuleViolation("This run is still under way. Once it has ended, this shows what the buyer kept back.")
    if view.verdict is None:
        raise RuleViolation("This run never opened, so there is nothing in it.")
    if not view.run.event_count:
        raise RuleViolation(CLEARED)
    return view
