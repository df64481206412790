"""The lines of car_sales: how many there are, whether they can be said with every filling, and whose they are."""

import re
from itertools import combinations

import pytest

from tests.engine.persona.packs import car_sales

PACK = car_sales().pack
STYLES = ("terse", "chatty", "analytic", "anxious", "blunt")
LONG_RUN = {
    "COUNTER": 10, "PRICE_CLOSER": 10, "HOLD": 9, "HEARD": 10, "NOTHING_TO_TELL": 7, "GO_ON": 7, "PROBE": 6,
    "PRICE_STUCK": 7, "PRESSURE": 6, "SUITS": 7, "NO_ANSWER": 6, "CHECK_DEAL": 5, "OPENING": 8,
}  # fmt: skip
"""How many different lines of an act a run of 24 rounds may ask for."""


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(("act", "most"), tuple(LONG_RUN.items()))
def test_a_long_run_has_a_new_line_each_time(style: str, act: str, most: int) -> None:
    lines = PACK.phrases[style][act]
    assert len(set(lines)) == len(lines)
    assert len(lines) + len(PACK.phrases[style].get(f"{act}_FIRM", ())) >= most


@pytest.mark.parametrize("style", STYLES)
def test_what_has_to_be_done_first_follows_a_verb_that_takes_it(style: str) -> None:
    for act in ("ACCEPT_IF", "GATE", "DEFER"):
        for line in PACK.phrases[style][act]:
            assert re.search(r"\b(to|me|could|I|I'll) \{gate\}", line), line
            assert act == "DEFER" or not re.search(r"\b(once|until|before|if|while) I \{gate\}", line), line


@pytest.mark.parametrize("style", STYLES)
def test_no_verb_depends_on_whether_what_fills_a_slot_is_one_or_many(style: str) -> None:
    for act in ("NEED_MATTERS", "NEED_MINOR", "THANKS_ADD_ON", "SUITS"):
        for line in PACK.phrases[style][act]:
            assert not re.search(
                r"\{(topic|add_on|offer)\} (is|are|was|has|counts|matters|ranks|helps|comes)\b", line
            ), line


@pytest.mark.parametrize(("one", "other"), tuple(combinations(STYLES, 2)))
def test_no_two_manners_share_their_longer_lines(one: str, other: str) -> None:
    def said(style: str) -> set[str]:
        return {line for lines in PACK.phrases[style].values() for line in lines if len(line.split()) > 3}

    assert not said(one) & said(other)


def test_the_terse_say_least_and_the_chatty_most() -> None:
    def words(style: str) -> float:
        lines = [line for lines in PACK.phrases[style].values() for line in lines]
        return sum(len(line.split()) for line in lines) / len(lines)

    by_length = sorted(STYLES, key=words)
    assert (by_length[0], by_length[-1]) == ("terse", "chatty")
    assert words("chatty") > 2.5 * words("terse")
