"""What presses the buyer is heard as pressure; a condition, a fact with room left, a question or a reminder is none."""

from functools import cache

import pytest

from engine.persona.draw import draw_scenario
from engine.reading.context import ReadingContext, context_of
from engine.reading.read import read_message
from engine.reading.reading import Act
from packs.loading import load_installed
from tests.engine.reading import late_pressure_lines, pressure_lines
from tests.engine.reading.pressure_lines import CARS, SOFTWARE

SEEDS = {CARS: 961, SOFTWARE: 970}
TRAINERS = (
    "Other people want this truck.",
    "I need you to sign right now, my manager won't hold it.",
    "Prices go up next month across the board, so I need a yes from you by Friday.",
    "This price is gone after tonight",
    "After Friday it goes back to list.",
    "If this isn't signed by the 30th you'll lose the discount.",
    "Your access ends on the 1st.",
    "My VP will pull this tomorrow.",
    "You're dragging your feet.",
    "sign here now",
    "we do the paperwork now or it's off",
    "someone's coming at four with cash",
    "Take your time, but someone's coming at four with cash.",
    "No rush, but this price is gone after tonight.",
)
TRAINERS_LOOK_ALIKES = (
    "If you can decide this week I can do 33,900, because my manager wants it off the lot.",
    "the contract ends on the 30th, so when would you need the paper?",
    "no rush",
    "take your time",
    "I'm not trying to push you",
    "prices went up last year",
    "list goes up in January, I can't change that, but your price stays",
    "No rush, the discount ends in June.",
    "you said Friday",
    "by when do you need it?",
    "does your lease end on the 1st?",
    "my manager will hold it for you until Monday",
)
STILL_UNHEARD = (
    "What's it going to take for you to stop stalling?",
    "Are we doing this or are you just going to keep kicking tires?",
    "Every minute you wait somebody else gets closer to buying it.",
    "Today only, and I'm not joking, tomorrow it's 36 again.",
    "Someone put money down on the one next to it this morning, this one's next.",
    "What do I have to do to get you to sign today?",
    "I'd sign now if I were you.",
    "You've asked enough questions, let's sign.",
    "I have to sell this car today.",
    "Other dealers would have sold this already.",
    "There's someone at the other desk asking about this exact truck.",
    "It's month end and I need this deal, so please sign today.",
    "We only get a few of these a year and they're gone within days.",
    "I can hold it for an hour, not more.",
    "Another dealer is trying to buy this one from us.",
    "I can't keep going to bat for you, this is it.",
    "My VP only signed off on this if it's done by Thursday.",
    "Next quarter the minimum goes to 50k, so you really want to do this now.",
    "It's a one-day approval and it's almost over.",
    "I need to book this deal before quarter end, so please sign today.",
    "Your boss won't be happy when the system stops working on Monday.",
    "We'll have to disconnect your users on the 1st.",
    "We've already given you two extensions.",
    "That discount needs to be used this week.",
)
"""Pressure that passes unheard."""
PRESSURE = (*pressure_lines.PRESSURE, *late_pressure_lines.PRESSURE)
NO_PRESSURE = (*pressure_lines.NO_PRESSURE, *late_pressure_lines.NO_PRESSURE)


@cache
def _table(pack: str) -> ReadingContext:
    return context_of(draw_scenario(load_installed().get(pack).pack, "", SEEDS[pack]))


def _presses(pack: str, text: str) -> bool:
    return read_message(text, _table(pack)).has(Act.PRESSURE)


@pytest.mark.parametrize(("pack", "text"), [line for line in PRESSURE if line[1] not in STILL_UNHEARD])
def test_pressure_is_heard(pack: str, text: str) -> None:
    assert _presses(pack, text)


@pytest.mark.parametrize(("pack", "text"), NO_PRESSURE)
def test_what_only_looks_like_pressure_is_none(pack: str, text: str) -> None:
    assert not _presses(pack, text)


@pytest.mark.parametrize("pack", SEEDS)
@pytest.mark.parametrize("text", TRAINERS)
def test_what_a_trainer_found_unheard_is_heard_at_every_table(pack: str, text: str) -> None:
    assert _presses(pack, text)


@pytest.mark.parametrize("pack", SEEDS)
@pytest.mark.parametrize("text", TRAINERS_LOOK_ALIKES)
def test_what_leaves_room_presses_nobody_at_any_table(pack: str, text: str) -> None:
    assert not _presses(pack, text)


@pytest.mark.parametrize("text", ["That car will be sold by tonight.", "I'm telling you, by tomorrow it's sold."])
def test_a_sale_to_somebody_else_takes_no_offer(text: str) -> None:
    assert not read_message(text, _table(CARS)).has(Act.ACCEPT)
