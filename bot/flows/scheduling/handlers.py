"""What happens with each kind of due."""

from collections.abc import Mapping

from bot.flows.boards.closing import WEEK_OVER, hold_board, know_names, skip_week
from bot.flows.scheduling.firing import Handler, at_once
from bot.flows.scheduling.posting import post_card, post_digest, post_reminder, post_summary, redraw_overdue
from bot.flows.scheduling.repeating import gather, hold_assignment, plan_next
from bot.flows.scheduling.schedules import DIGEST, GATHER, NEXT, OVER, REMIND, START, SUMMARY

AT_ONCE: Mapping[str, Handler] = {
    START: Handler(at_once(post_card)),
    SUMMARY: Handler(at_once(post_summary)),
    REMIND: Handler(at_once(post_reminder)),
    OVER: Handler(at_once(redraw_overdue), late=at_once(redraw_overdue)),
    DIGEST: Handler(at_once(post_digest), hold=hold_assignment),
}
"""What is done without asking Slack anything: nobody waits for it."""
AFTER_LOOKING: Mapping[str, Handler] = {
    GATHER: Handler(gather, hold=hold_assignment),
    NEXT: Handler(plan_next, late=plan_next, hold=hold_assignment),
    WEEK_OVER: Handler(know_names, late=at_once(skip_week), hold=hold_board),
}
"""What Slack is asked for beforehand, perhaps of hundreds of people."""
HANDLERS: Mapping[str, Handler] = {**AT_ONCE, **AFTER_LOOKING}
