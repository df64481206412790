"""What the posts of assignments become."""

from bot.flows.assigned import Assigned, assigned_to, left_to_do, window_progress, words_of
from bot.flows.house import House
from bot.flows.progress import STATES
from bot.views.assigned_card import Buyer, Card, card_message, reminder_message, summary_message
from bot.views.assigned_digest import digest_message
from bot.views.message import Message
from storage.posts import AssignmentCard, AssignmentCardUpdate, AssignmentSummary, Digest, Reminder

AssignedPost = AssignmentCard | AssignmentCardUpdate | AssignmentSummary | Reminder | Digest


async def assigned_message(house: House, team: str, post: AssignedPost) -> Message:
    """The message, as everything stands now; NothingToPost where it is void."""
    match post:
        case AssignmentCard(assignment=assignment, number=number, user=user):
            return card_message(_card(house, await assigned_to(house, team, assignment, number, user)))
        case AssignmentCardUpdate(assignment=assignment, number=number, user=user):
            return card_message(_card(house, await assigned_to(house, team, assignment, number, user)))
        case Reminder(assignment=assignment, number=number, user=user):
            return reminder_message(_card(house, await left_to_do(house, team, assignment, number, user)))
        case AssignmentSummary(assignment=assignment, number=number):
            return await _summary(house, team, assignment, number)
        case Digest(assignment=assignment, number=number):
            return await _digest(house, team, assignment, number)


async def _summary(house: House, team: str, assignment: str, number: int) -> Message:
    progress = await window_progress(house, team, assignment, number)
    words = await words_of(house, progress.assignment, progress.window)
    due = [each.due_at for each in progress.people]
    return summary_message(progress.assignment, len(progress.people), words, due)


async def _digest(house: House, team: str, assignment: str, number: int) -> Message:
    progress = await window_progress(house, team, assignment, number)
    totals: dict[str, int] = {state: progress.totals.of(state) for state in STATES}
    overdue = [each.person for each in progress.people if each.state == "overdue"]
    return digest_message(progress.assignment, number, totals, overdue, None)


def _card(house: House, found: Assigned) -> Card:
    buyers = tuple(
        Buyer(word, each.state, each.attempts, each.best, each.is_live)
        for word, each in zip(found.words, found.state.seeds, strict=True)
    )
    return Card(
        assignment=found.assignment,
        number=found.window.number,
        due_at=found.whose.due_at,
        closes_at=found.window.closes_at,
        state=found.state.state,
        buyers=buyers,
        is_reminded=found.is_reminded,
        is_over=house.now() >= found.whose.due_at or found.whose.excused_at is not None,
    )
