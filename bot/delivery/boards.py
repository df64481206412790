"""What the posts of a board say when they are sent: as it is then."""

from bot.flows.boards.closing import week_over
from bot.flows.boards.reading import own_place
from bot.flows.boards.standing import standing_board
from bot.flows.house import House
from bot.views.board_card import gone_message, standing_message, week_message
from bot.views.board_own import own_message
from bot.views.message import Message
from storage.outbox import Outgoing
from storage.posts import BoardCard, BoardPlace, BoardUpdate, BoardWeek, BoardWeekUpdate

BoardPost = BoardCard | BoardUpdate | BoardWeek | BoardWeekUpdate | BoardPlace


async def board_message(house: House, outgoing: Outgoing, post: BoardPost) -> Message:
    """The message of the post."""
    match post:
        case BoardCard() | BoardUpdate():
            board, seen = await standing_board(house, outgoing.team, outgoing.lane)
            return standing_message(*seen) if seen else gone_message(board.channel)
        case BoardWeek(first=first, pack=pack) | BoardWeekUpdate(first=first, pack=pack):
            return week_message(*await week_over(house, outgoing.team, first, pack))
        case BoardPlace(user=user, period=period, pack=pack):
            return own_message(*await own_place(house, outgoing.team, user, period, pack))
