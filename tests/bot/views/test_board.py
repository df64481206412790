"""The board as it reads: short lines, nobody of the lower half, and something to do where it is empty."""

from datetime import date
from typing import Any

import pytest

from bot.sandbox.blocks.surfaces import accept_message_blocks
from bot.sandbox.ids import Ids
from bot.views.board_card import gone_message, ordinal, standing_message, week_message
from bot.views.board_own import board_for_one, own_message, switched_message
from bot.views.message import Message
from engine.board.places import Place
from engine.board.shown import Own, Shared, Shown, Team
from engine.timing.periods import period_of

IDS = Ids(0, 0.0)
DAY = date(2026, 11, 25)
WEEK = period_of("week", DAY)
NAMES = {"U1": "Ana", "U2": "Chidi", "U3": "Ben", "U4": "Mei", "U5": "Jo <b> *x*"}
FULL = Shown(
    period=WEEK,
    pack="car_sales",
    basis="common",
    buyers=5,
    places=(Place(1, 84, ("U1",)), Place(2, 79, ("U2", "U3"))),
    improved=Shared(22, ("U4",)),
    widest=Shared(14, ("U5",)),
    team=Team(63, 4),
    ranked=9,
    everybody=12,
    runs=60,
)
EMPTY = FULL._replace(
    pack="", basis="all", buyers=0, places=(), improved=None, widest=None, team=None, ranked=0, everybody=0, runs=0
)


def said(message: Message) -> str:
    """Everything that the blocks say, as they are sent."""
    accept_message_blocks(IDS, list(message.blocks))
    texts = (block.get("text", {}).get("text", "") for block in message.blocks)
    return "\n".join(text for text in texts if text)


def buttons(message: Message) -> list[str]:
    """What can be pressed."""
    rows: list[dict[str, Any]] = [block for block in message.blocks if block["type"] == "actions"]
    return [element["text"]["text"] for row in rows for element in row["elements"]]


def test_a_full_board_reads_as_it_should() -> None:
    message = standing_message(FULL, NAMES)
    assert said(message).splitlines() == [
        "*This week · car_sales · 5 buyers, first attempts*",
        "1 · *Ana* · 84th percentile",
        "2 · *Ben, Chidi* · 79th",
        "Most improved: Mei (+22)",
        "Widest coverage: Jo &lt;b&gt; *\u200bx*\u200b (all points in 14 of 17 checks)",
        "Team: 63rd percentile, up 4 · 9 of 12 have played the minimum of 3",
    ]
    assert buttons(message) == ["My place", "Hide my name"]
    assert message.text.startswith("This week · car_sales · 5 buyers, first attempts. 1 · Ana · 84th percentile")


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"team": Team(63, 0)}, "Team: 63rd percentile, as before · 9 of 12"),
        ({"team": Team(63, -2)}, "Team: 63rd percentile, down 2 · 9 of 12"),
        ({"team": Team(63, None)}, "Team: 63rd percentile · 9 of 12"),
        ({"team": None, "ranked": 1}, "\n1 of 12 has played the minimum of 3"),
        ({"pack": "", "basis": "all"}, "*This week · all packs · first attempts*"),
        ({"buyers": 1}, "· 1 buyer, first attempts*"),
        ({"period": period_of("month", DAY)}, "*This month · "),
        ({"period": period_of("season", DAY)}, "*This season · "),
        ({"period": period_of("all", DAY)}, "*All time · "),
        ({"places": ()}, "No names to show."),
        ({"places": (), "ranked": 0}, "No places yet: 3 first attempts give one."),
        ({"places": (Place(1, 50, tuple(f"U{n}" for n in range(1, 9))),)}, "Ana, Ben, Chidi"),
        ({"places": (Place(1, 50, tuple(f"U{n}" for n in range(1, 9))),)}, "and 3 more"),
        ({"places": (Place(1, 50, ("U9",)),)}, "1 · *<@U9>* · 50th percentile"),
    ],
)
def test_each_line_says_what_there_is(changes: dict[str, Any], words: str) -> None:
    assert words in said(standing_message(FULL._replace(**changes), NAMES))


def test_an_empty_board_says_how_to_begin() -> None:
    assert "Nobody has played this week yet. `/haggle start` begins a run" in said(standing_message(EMPTY, {}))
    asked = said(standing_message(EMPTY._replace(everybody=4), {}))
    assert "0 of 4 have played the minimum of 3" in asked


def test_a_week_that_is_over_has_nothing_to_press() -> None:
    message = week_message(FULL, NAMES)
    assert said(message).startswith("*Week of 23 November, final · car_sales · 5 buyers, first attempts*")
    assert buttons(message) == []


def test_where_the_board_stood_it_says_where_it_is() -> None:
    assert "<#C2>" in gone_message("C2").text
    assert "/haggle leaderboard" in gone_message("").text


@pytest.mark.parametrize(
    ("own", "words"),
    [
        (
            Own("all", 5, 71, 4, 79),
            "4th, at the 71st percentile over 5 first attempts. 8 more points to the next",
        ),
        (Own("all", 5, 78, 2, 79), "2nd, at the 78th percentile over 5 first attempts. 1 more point to the next"),
        (Own("all", 3, 84, 1, None), "1st, at the 84th percentile over 3 first attempts. Nobody is ahead of you."),
        (Own("all", 0), "0 of 3 first attempts: 3 more, and you have a place."),
        (Own("common", 2), "2 of 3 first attempts on the buyers that several of you were given: 1 more, and you have"),
    ],
)
def test_the_own_place_says_what_is_missing(own: Own, words: str) -> None:
    message = own_message(WEEK, "", own, hides=False)
    assert words in said(message)
    assert said(message).startswith("*Your place · this week · all packs*")
    assert buttons(message) == ["Hide my name"]


def test_who_hides_their_name_is_told_so_and_can_show_it_again() -> None:
    for message in (own_message(WEEK, "", Own("all"), hides=True), board_for_one(FULL, NAMES, Own("all"), hides=True)):
        assert "Your name is hidden: only you see this." in said(message)
        assert buttons(message) == ["Show my name"]
    assert buttons(switched_message(hides=True)) == ["Show my name"]
    assert buttons(switched_message(hides=False)) == ["Hide my name"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"),
     (63, "63rd"), (99, "99th"), (112, "112th")],
)  # fmt: skip
def test_ordinals_are_said_as_people_say_them(number: int, words: str) -> None:
    assert ordinal(number) == words
