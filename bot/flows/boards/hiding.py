"""Somebody hides their name on boards, or shows it again: at once, also where a board stands."""

from bot.flows.boards.standing import refresh_board
from bot.flows.house import House
from storage import boards, preferences
from storage.board_posts import draw_weeks_again


async def hide_name(house: House, team: str, person: str, *, hides: bool) -> None:
    """From now on the name is hidden, or shown."""
    async with house.database.writing() as connection:
        await preferences.set_hides_name(connection, team, person, hides)
        await connection.do(lambda there: draw_weeks_again(there, team, house.now()))
        board = await boards.get(connection, team)
    await refresh_board(house, board, at_once=True)
    house.wake.posts.set()
    house.wake.home_changed(team, person)
