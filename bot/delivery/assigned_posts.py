"""What the posts of assignments become."""

from bot.flows.assigned import Assigned, assigned_to, left_to_do, window_progress, words_of
from bot.flows.following import findings_of
from bot.flows.house import House
from bot.views.assigned_card import Card, card_message, reminder_message, summary_message
from bot.views.assigned_digest import digest_message, trouble_message
from bot.views.message import Message
from storage.posts import AssignmentCard, AssignmentCardUpdate, AssignmentSummary, AssignmentTrouble, Digest, Reminder

AssignedPost = AssignmentCard | AssignmentCardUpdate | AssignmentSummary | AssignmentTrouble | Reminder | Digest


async def assigned_message(house: House, team: str, post: AssignedPost) -> Message:
    """The message, as everything stands now; NothingToPost where it is void."""
    match post:
        case AssignmentCard(assignment=assignment, number=number, user=user):
            return card_message(_card(house, await assigned_to(house, team, assignment, number, user, stands=False)))
        case AssignmentCardUpdate(assignment=assignment, number=number, user=user):
            return card_message(_card(house, await assigned_to(house, team, assignment, number, user, stands=True)))
        case Reminder(assignment=assignment, number=number, user=user):
            return reminder_message(_card(house, await left_to_do(house, team, assignment, number, user)))
        case AssignmentSummary(assignment=assignment, number=number):
            return await _summary(house, team, assignment, number)
        case AssignmentTrouble(assignment=assignment, number=number, what=what, why=why):
            progress = await window_progress(house, team, assignment, number)
            return trouble_message(progress.assignment, what, why)
        case Digest(assignment=assignment, number=number):
            return await _digest(house, team, assignment, number)


async def _summary(house: House, team: str, assignment: str, number: int) -> Message:
    progress = await window_progress(house, team, assignment, number)
    words = await words_of(house, progress.assignment, progress.window)
    return summary_message(progress.assignment, len(progress.people), words, progress.window.due_on)


async def _digest(house: House, team: str, assignment: str, number: int) -> Message:
    progress = await window_progress(house, team, assignment, number)
    return digest_message(progress, *await findings_of(house, team, assignment, number))


def _card(house: House, found: Assigned) -> Card:
    is_cancelled = found.assignment.status == "cancelled"
    return Card(
        assignment=found.assignment,
        window=found.window,
        state=found.state,
        words=found.words,
        is_reminded=found.is_reminded,
        is_over=is_cancelled or house.now() >= found.state.due_at or found.state.state == "excused",
    )
