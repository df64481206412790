"""What happens with each kind of due."""

from collections.abc import Mapping

from bot.flows.boards.closing import WEEK_OVER, hold_board, know_names, skip_week
from bot.flows.scheduling.firing import Handler, at_once
from bot.flows.scheduling.planning import DIGEST, GATHER, NEXT, REMIND, START, SUMMARY
from bot.flows.scheduling.posting import post_card, post_digest, post_reminder, post_summary
from bot.flows.scheduling.repeating import gather, hold_assignment, plan_next

HANDLERS: Mapping[str, Handler] = {
    START: Handler(at_once(post_card)),
    SUMMARY: Handler(at_once(post_summary)),
    REMIND: Handler(at_once(post_reminder)),
    GATHER: Handler(gather, hold=hold_assignment),
    NEXT: Handler(plan_next, late=plan_next, hold=hold_assignment),
    WEEK_OVER: Handler(know_names, late=at_once(skip_week), hold=hold_board),
    DIGEST: Handler(at_once(post_digest), hold=hold_assignment),
}
