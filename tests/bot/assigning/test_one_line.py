"""The one-line form: every phrasing is understood, or answered with what to write instead.

It is Wednesday 25 February 2026, 10:00 in Chicago, where the manager is.
"""

from collections.abc import AsyncIterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from bot.flows.assigning.understanding import Desk, understand_line
from bot.orders import Order, Unclear
from storage.assignments import UNLIMITED, Whom
from tests.bot.assigning.desk import MANAGER, open_desk

ANA, BEN, CLOSERS, SALES = "<@U0ANA|ana>", "<@U0BEN|ben>", "<!subteam^S0CLOSE|@closers>", "<#C0SALES|sales>"
WHO = f"{ANA} car_sales 18422"
WEEK = f"{WHO} due 9 March"


def day(month: int, number: int, hour: int = 17, minute: int = 0) -> datetime:
    """A wall time of 2026."""
    return datetime(2026, month, number, hour, minute)


UNDERSTOOD: list[tuple[str, dict[str, Any]]] = [
    # The whole of it, in two orders.
    (
        f"{ANA} {CLOSERS} car_sales 18422,1024,9001 start mon 9:00 due fri repeat weekly pass 70 attempts 3 strict",
        {
            "whom": Whom(("U0ANA",), ("S0CLOSE",)),
            "pack": "car_sales",
            "seeds": (18422, 1024, 9001),
            "starts_on": day(3, 2, 9),
            "due_on": day(3, 6),
            "repeats": "weekly",
            "pass_mark": 70,
            "attempts": 3,
            "mode": "strict",
        },
    ),
    (
        f"mode strict attempts 3 due fri pass 70 start mon 9:00 weekly 18422 1024 9001 car_sales {CLOSERS} {ANA}",
        {"seeds": (18422, 1024, 9001), "starts_on": day(3, 2, 9), "due_on": day(3, 6), "repeats": "weekly"},
    ),
    # Who.
    (f"{SALES} car_sales 18422", {"whom": Whom((), (), ("C0SALES",)), "channel": "C0SALES"}),
    (f"everyone in {SALES} car_sales 18422", {"whom": Whom((), (), ("C0SALES",))}),
    ("everyone here car_sales 18422", {"whom": Whom((), (), ("C0SALES",))}),
    ("<!channel> car_sales 18422", {"whom": Whom((), (), ("C0SALES",))}),
    ("@closers car_sales 18422", {"whom": Whom((), ("S0CLOSE",))}),
    (f"me and {BEN} car_sales 18422", {"whom": Whom(("U0BEN", MANAGER))}),
    (f"{ANA}, {ANA}, {BEN} car_sales 18422", {"whom": Whom(("U0ANA", "U0BEN"))}),
    # Which buyers.
    (f"{ANA} 18422", {"pack": "car_sales", "seeds": (18422,), "assumed": ("start", "due", "pack", "title", "summary")}),
    (f"{ANA} car_sales@1#18422, car_sales@1#7", {"pack": "car_sales", "seeds": (18422, 7)}),
    (f"{ANA} saas_renewal@1#3", {"pack": "saas_renewal", "seeds": (3,)}),
    (f"{ANA} saas_renewal seeds 3 and 4", {"pack": "saas_renewal", "seeds": (3, 4)}),
    (f"{ANA} car_sales #18422", {"seeds": (18422,)}),
    (f"{ANA} car_sales 7 7 7", {"seeds": (7,)}),
    (f"{ANA} draw 5 of medium difficulty", {"drawn": 5, "difficulty": "medium", "seeds": ()}),
    (f"{ANA} car_sales draw 3 hard", {"drawn": 3, "difficulty": "hard"}),
    (f"{ANA} car_sales 4 easy buyers", {"drawn": 4, "difficulty": "easy"}),
    (f"{ANA} draw three buyers from saas_renewal", {"drawn": 3, "difficulty": "", "pack": "saas_renewal"}),
    (f"{ANA} car_sales/first_week", {"seed_pack": "car_sales/first_week", "title": "First week"}),
    (f"{ANA} first_week", {"seed_pack": "car_sales/first_week"}),
    (f"{ANA} first week due fri", {"seed_pack": "car_sales/first_week"}),
    (f'{ANA} "Discovery week"', {"seed_pack": "car_sales/discovery_week", "seeds": (18422, 1024)}),
    (f"{ANA} car_sales/discovery_week", {"seeds": (18422, 1024), "title": "Discovery week"}),
    # What it is called.
    (f'{ANA} car_sales 18422 "Spring warm-up"', {"title": "Spring warm-up"}),
    (f"{ANA} car_sales 18422 “Spring warm-up”", {"title": "Spring warm-up"}),
    (f'{ANA} "Discovery week" 7', {"title": "Discovery week", "seeds": (7,), "seed_pack": ""}),
    # When it starts.
    (WHO, {"starts_on": day(2, 26, 9), "due_on": day(3, 5)}),
    (f"{WHO} start now", {"starts_on": None, "due_on": day(3, 4)}),
    (f"{WHO} start at once due today", {"starts_on": None, "due_on": day(2, 25)}),
    (f"{WHO} due today", {"starts_on": None, "due_on": day(2, 25)}),
    (f"{WHO} start monday 9am", {"starts_on": day(3, 2, 9)}),
    (f"{WHO} starting on Monday at 9", {"starts_on": day(3, 2, 9)}),
    (f"{WHO} start next mon", {"starts_on": day(3, 2, 9)}),
    (f"{WHO} start wed 9:00", {"starts_on": day(3, 4, 9)}),
    (f"{WHO} start wed 11:00", {"starts_on": day(2, 25, 11)}),
    (f"{WHO} start tomorrow", {"starts_on": day(2, 26, 9)}),
    (f"{WHO} start in 2 days", {"starts_on": day(2, 27, 9)}),
    (f"{WHO} start in a week at 8:30", {"starts_on": day(3, 4, 8, 30)}),
    (f"{WHO} start 2026-03-02 09:00", {"starts_on": day(3, 2, 9)}),
    (f"{WHO} start 2026-03-02T14:15", {"starts_on": day(3, 2, 14, 15)}),
    (f"{WHO} start 2 March", {"starts_on": day(3, 2, 9)}),
    (f"{WHO} start March 2nd 5pm", {"starts_on": day(3, 2, 17)}),
    (f"{WHO} start Mon 2 Mar 9:00", {"starts_on": day(3, 2, 9)}),
    (f"{WHO} start 14:00", {"starts_on": day(2, 25, 14)}),
    (f"{WHO} start 9:00", {"starts_on": day(2, 26, 9)}),
    (f"{WHO} start 5 January", {"starts_on": datetime(2027, 1, 5, 9)}),
    (f"{WHO} start=mon due=fri", {"starts_on": day(3, 2, 9), "due_on": day(3, 6)}),
    # When it is due.
    (f"{WHO} due fri", {"due_on": day(2, 27)}),
    (f"{WHO} start mon due fri 5 pm", {"due_on": day(3, 6)}),
    (f"{WHO} start mon by friday noon", {"due_on": day(3, 6, 12)}),
    (f"{WHO} start mon due in 3 days", {"due_on": day(3, 5)}),
    (f"{WHO} start mon until thursday", {"due_on": day(3, 5)}),
    (f"{WHO} start mon 9:00 due 12:00", {"due_on": day(3, 2, 12)}),
    (f"{WHO} due end of the month", {"due_on": day(2, 28)}),
    (f"{WHO} mon 9:00 fri 12:00", {"starts_on": day(3, 2, 9), "due_on": day(3, 6, 12)}),
    (f"{WHO} start mon fri", {"starts_on": day(3, 2, 9), "due_on": day(3, 6)}),
    # How often.
    (f"{WHO} every week", {"repeats": "weekly", "due_on": day(3, 4)}),
    (f"{WHO} repeat daily", {"repeats": "daily", "due_on": day(2, 26)}),
    (f"{WHO} every two weeks", {"repeats": "fortnightly"}),
    (f"{WHO} repeat monthly until 30 June", {"repeats": "monthly", "until": day(6, 30, 23, 59)}),
    (f"{WHO} due fri weekly until 27 March", {"repeats": "weekly", "until": day(3, 27, 23, 59)}),
    (f"{WHO} every mon 9:00", {"repeats": "weekly", "starts_on": day(3, 2, 9)}),
    (f"{WHO} repeat never", {"repeats": ""}),
    # How well and how.
    (f"{WHO} pass mark of 80%", {"pass_mark": 80}),
    (f"{WHO} 65%", {"pass_mark": 65}),
    (f"{WHO} 2 attempts", {"attempts": 2}),
    (f"{WHO} unlimited attempts", {"attempts": UNLIMITED}),
    (f"{WHO} attempts: 3", {"attempts": 3}),
    (f"{WHO} strict", {"mode": "strict"}),
    # Where the summary goes.
    (f"{WHO} summary in <#C0ALONE|alone>", {"channel": "C0ALONE"}),
    (f"{WHO} no summary", {"channel": ""}),
    # Said at length.
    (
        f"please assign {ANA} the seeds 18422 and 1024 from car_sales, starting tomorrow at 9:00, due on friday",
        {"seeds": (18422, 1024), "starts_on": day(2, 26, 9), "due_on": day(2, 27)},
    ),
]

MISTAKES: list[tuple[str, list[str]]] = [
    # The pair of the words that are wrong, and of what is said.
    ("car_sales 18422", ["Nobody is named", "Write @someone, @a-group"]),
    (f"{ANA}", ["No buyers are named", "draw 5"]),
    (f"{ANA} car_sales due fri", ["No buyers are named", "car_sales/first_week"]),
    (f"{ANA} car_sales 18422,abc", ["18422,abc", "*abc* is not a seed. Seeds are whole numbers or share codes"]),
    (f"{ANA} car_sales 18422, abc", ["18422,abc", "*abc* is not a seed."]),
    (f"{ANA} car_sales -5", ["-5", "is not a seed"]),
    (f"{ANA} car_sales 9999999999999999", ["9999999999999999", "is too large"]),
    (f"{ANA} car_sales@0#18422", ["car_sales@0#18422", "is from an earlier draw"]),
    (f"{ANA} car_sales@9#18422", ["car_sales@9#18422", "is from a later draw"]),
    (f"{ANA} car_sales saas_renewal@1#3", ["saas_renewal@1#3", "is a buyer of the pack saas_renewal"]),
    (f"{ANA} boats@1#3", ["boats", "There is no pack boats."]),
    (f"{ANA} boats 18422", ["boats", "I don't know what this says here"]),
    (f"{ANA} carsales 18422", ["carsales", "Did you mean `car_sales`?"]),
    (f"{ANA} car_sales/first_weak", ["car_sales/first_weak", "Did you mean car_sales/first_week?"]),
    (f"{ANA} car_sales saas_renewal 18422", ["car_sales, saas_renewal", "One pack at a time."]),
    (f"{ANA} saas_renewal car_sales/first_week", ["car_sales/first_week", "is of car_sales, not of saas_renewal"]),
    (f"{ANA} first_week hard_closers", ["hard_closers", "One seed pack at a time."]),
    (f"{ANA} first_week 18422", ["car_sales/first_week, 18422", "A seed pack brings its own seeds"]),
    (f"{ANA} 18422 draw 5", ["18422, draw 5", "either named or drawn"]),
    (f"{ANA} car_sales {','.join(map(str, range(51)))}", ["51 seeds", "50 buyers at most"]),
    (f"{ANA} draw 21", ["draw 21", "20 buyers at most"]),
    (f"{ANA} draw hard", ["draw hard", "Say how many"]),
    (f"{ANA} car_sales hard", ["hard", "`draw 5 hard`"]),
    (f"{ANA} draw 0", ["draw 0", "Draw 1 at least."]),
    ("<@U0APP|haggle> car_sales 18422", ["Haggle", "is an app. Only people can practise."]),
    ("<@U0GONE|gil> car_sales 18422", ["Gil", "has been deactivated"]),
    ("<@U0WHO|who> car_sales 18422", ["<@U0WHO>", "I don't know that person."]),
    ("@nobody car_sales 18422", ["@nobody", "There is nobody of that name."]),
    ("@closer car_sales 18422", ["@closer", "Did you mean @closers?"]),
    ("<!subteam^S0EMPTY|@empty> car_sales 18422", ["<!subteam^S0EMPTY>", "Nobody but you and apps is in there."]),
    ("<!subteam^S0LEFT|@left> car_sales 18422", ["<!subteam^S0LEFT>", "Nobody but you and apps"]),
    ("<!subteam^S0NONE|@none> car_sales 18422", ["<!subteam^S0NONE>", "There is no such user group any more."]),
    ("<#C0ALONE|alone> car_sales 18422", ["<#C0ALONE>", "Nobody but you and apps"]),
    ("<#C0HIDDEN|hidden> car_sales 18422", ["<#C0HIDDEN>", "I am not in that channel. Type /invite @Haggle"]),
    ("#saless car_sales 18422", ["#saless", "There is no such channel"]),
    ("everyone car_sales 18422", ["everyone", "`everyone in #sales`"]),
    ("<!here> car_sales 18422", ["@here", "Write @channel for everybody."]),
    (f"{WHO} start 23 Feb", ["start 23 Feb", "Mon 23 Feb 9:00 is over. For you it is Wed 25 Feb 10:00."]),
    (f"{WHO} start 2026-02-25 9:00", ["start 2026-02-25 9:00", "is over"]),
    (f"{WHO} start 30 Feb", ["start 30 Feb", "There is no such day."]),
    (f"{WHO} start 2026-13-01", ["start 2026-13-01", "There is no such day."]),
    (f"{WHO} start 3/4", ["start 3/4", "can be read in two ways. Write 2 March, or 2026-03-02."]),
    (f"{WHO} start in 900 days", ["start in 900 days", "too far ahead"]),
    (f"{WHO} start soonish", ["start soonish", "I can't read that as a time. Write `mon 9:00`"]),
    (f"{WHO} start due fri", ["start due", "I can't read that as a time."]),
    (f"{WHO} start mon start tue", ["start tue", "There are two of these."]),
    (f"{WHO} start 9 March due 6 March", ["due 6 March", "Fri 6 Mar 17:00 is not after the start, Mon 9 Mar 9:00."]),
    (f"{WHO} due 20 Feb", ["due 20 Feb", "Fri 20 Feb 17:00 is over."]),
    ("<@U0AOI|aoi> 18422 start now due today", ["due today", "In the time zone of Aoi that is over already."]),
    (f"{WHO} fri", ["fri", "`start fri` or `due fri`"]),
    (f"{WHO} start mon 10 due fri", ["10", "An hour or a seed? Write `10:00` or `seeds 10`."]),
    (f"{WHO} strat mon", ["strat", "Did you mean `start`?"]),
    (f"{WHO} attemps 3", ["attemps", "Did you mean `attempts`?"]),
    (f"{WHO} weekley", ["weekley", "Did you mean `weekly`?"]),
    (f"{WHO} repeat sometimes", ["repeat sometimes", "`repeat daily`, `weekly`"]),
    (f"{WHO} weekly monthly", ["monthly", "It cannot repeat in two ways."]),
    (f"{WHO} due fri until 27 March", ["until 27 March", "`repeat weekly`"]),
    (f"{WHO} weekly until tomorrow", ["until tomorrow", "It has to be after the first is due"]),
    (f"{WHO} daily due in 3 days", ["due in 3 days", "It comes again on Fri 27 Feb 9:00, before this is due."]),
    (f"{WHO} start now weekly", ["start now", "`start tomorrow 9:00`"]),
    (f"{WHO} pass 101", ["pass 101", "from 0 to 100"]),
    (f"{WHO} pass high", ["pass high", "A pass mark is a whole number"]),
    (f"{WHO} attempts 21", ["attempts 21", "from 1 to 20"]),
    (f"{WHO} 0 attempts", ["0 attempts", "from 1 to 20"]),
    (f"{WHO} attempts", ["attempts", "or `attempts unlimited`"]),
    (f"{WHO} mode hard", ["mode hard", "strict, freeplay, flavor"]),
    (f"{WHO} freeplay", ["freeplay", "There is no language model here"]),
    (f"{WHO} strict freeplay", ["freeplay", "It cannot be strict as well."]),
    (f'{WHO} "One" "Two"', ["“Two”", "There are two titles."]),
    (f'{WHO} "{"x" * 61}"', ["xxx", "60 characters at most"]),
    (f"{WHO} summary", ["summary", "`summary in #sales`"]),
    (f"{WHO} summary in <#C0AWAY|away>", ["<#C0AWAY>", "I am not in that channel"]),
    (f"{WHO} <https://example.com|here>", ["here", "I don't know what to do with a link."]),
    (f"{WHO} and buy some milk", ["buy some milk", "`/haggle assign help`"]),
]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def desk(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Desk]:
    """Mei's desk; reading a line leaves nothing on it."""
    folder: Path = tmp_path_factory.mktemp("desk")
    async with open_desk(folder) as opened:
        yield opened


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("line", "meant"), UNDERSTOOD, ids=[line for line, _ in UNDERSTOOD])
async def test_it_is_understood(desk: Desk, line: str, meant: dict[str, Any]) -> None:
    order: Order = (await understand_line(desk, line)).order
    assert {name: getattr(order, name) for name in meant} == meant


@pytest.mark.asyncio(loop_scope="module")
@pytest.mark.parametrize(("line", "told"), MISTAKES, ids=[line for line, _ in MISTAKES])
async def test_it_is_answered_with_what_to_write(desk: Desk, line: str, told: list[str]) -> None:
    words, instead = told
    with pytest.raises(Unclear) as unclear:
        await understand_line(desk, line)
    assert [
        (each.words, each.told) for each in unclear.value.complaints if words in each.words and instead in each.told
    ]
    assert len(unclear.value.complaints) == 1, unclear.value.complaints


@pytest.mark.asyncio(loop_scope="module")
async def test_everything_that_is_wrong_is_told_at_once(desk: Desk) -> None:
    with pytest.raises(Unclear) as unclear:
        await understand_line(desk, "<@U0APP> <@U0GONE> carsales 18422,abc strat mon pass 200 freeplay #nowhere")
    words = [complaint.words for complaint in unclear.value.complaints]
    assert words == ["carsales", "18422,abc", "strat", "pass 200", "#nowhere", "Haggle", "Gil", "freeplay"]
    assert len(UNDERSTOOD) + len(MISTAKES) >= 60


async def test_in_direct_messages_there_is_no_channel_to_name(tmp_path: Path) -> None:
    async with open_desk(tmp_path, "D0MEI") as desk:
        with pytest.raises(Unclear, match="These are messages between you and me"):
            await understand_line(desk, "everyone here car_sales 18422")
        assert (await understand_line(desk, WHO)).order.channel == ""
