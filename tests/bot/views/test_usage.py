"""A team's use keeps Slack's limits, however much it is, and never takes what nobody knows for nothing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.blocks.surfaces import accept_message_blocks
from bot.sandbox.ids import Ids
from bot.views.usage import cost, dollars, short, usage_message
from engine.llm.budget import Amount, Cap, Scope
from storage.team_usage import Kind, Period, Share, TeamUsage
from storage.usage import Figures

IDS = Ids(0, 0.0)
FEW = st.integers(0, 3) | st.integers(0, 10**15)
FIGURES = st.builds(Figures, *[FEW] * 9)
PERIODS = st.builds(Period, FIGURES, FEW, FEW, FEW)
NAMES = st.text(min_size=1, max_size=60) | st.sampled_from(["<!channel>", "*bold*", "`", "anthropic:claude-haiku-5-5"])
KINDS = st.builds(Kind, st.sampled_from(["freeplay", "strict", ""]), NAMES, NAMES, FIGURES)
PEOPLE = st.tuples(st.sampled_from(["U04K2J9Q0XZ", "W07A1B2C3D4", "gone-1"]), FIGURES)
AMOUNTS = st.builds(Amount, FEW, FEW)
CAPS = st.builds(Cap, st.none() | st.integers(1, 10**12), st.none() | st.integers(1, 10**12))
SHARES = st.builds(Share, st.sampled_from(Scope), AMOUNTS, CAPS)
USES = st.builds(
    TeamUsage,
    st.dates(),
    PERIODS,
    PERIODS,
    PERIODS,
    st.lists(KINDS, max_size=30).map(tuple),
    st.lists(PEOPLE, max_size=5).map(tuple),
    st.lists(SHARES, max_size=4).map(tuple),
)


@given(USES, NAMES | st.just(""))
def test_however_much_it_is_slack_takes_it_and_nobody_is_pinged(use: TeamUsage, model: str) -> None:
    message = usage_message(use, model)
    accept_message_blocks(IDS, list(message.blocks))
    assert message.text
    assert len(message.text) <= 4_000
    assert "<!" not in str(message.blocks) + message.text
    assert all(
        cell["text"] for block in message.blocks if block["type"] == "table" for row in block["rows"] for cell in row
    )


@given(st.integers(1, 10**15))
def test_a_sum_is_rounded_up_and_never_nothing(micro: int) -> None:
    shown = dollars(micro)
    whole, _, part = shown.removeprefix("$").replace(",", "").partition(".")
    back = int(whole) * 1_000_000 + int(part.ljust(6, "0"))
    assert micro <= back < micro + 10_000
    assert len(part) == (4 if micro <= 999_900 else 2)


@pytest.mark.parametrize(
    ("micro", "written"),
    [
        (0, "$0"),
        (1, "$0.0001"),
        (4_210, "$0.0043"),
        (999_900, "$0.9999"),
        (999_901, "$1.00"),
        (1_204_500_000, "$1,204.50"),
    ],
)
def test_sums_are_written_as_people_write_them(micro: int, written: str) -> None:
    assert dollars(micro) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (9_999, "9,999"),
        (12_406, "12.4k"),
        (10_000, "10k"),
        (187_770, "187k"),
        (1_250_000, "1.2M"),
        (10**10, "10G"),
    ],
)
def test_long_numbers_are_short_enough_to_compare(number: int, written: str) -> None:
    assert short(number) == written


@pytest.mark.parametrize(
    ("known", "unpriced", "written"),
    [
        (0, 0, "$0"),
        (4_200_000, 0, "$4.20"),
        (4_200_000, 1, "$4.20, unknown for 1 call"),
        (0, 3, "cost unknown for 3 calls"),
    ],
)
def test_an_unknown_cost_is_said_to_be_unknown(known: int, unpriced: int, written: str) -> None:
    assert cost(Figures(calls=3, micro_dollars=known, unpriced=unpriced)) == written


def test_without_budgets_it_says_that_there_is_no_limit() -> None:
    used = Period(Figures(calls=1, attempts=1, answered=1, input_tokens=5), 1, 0, 0)
    message = usage_message(TeamUsage(date(2026, 11, 28), used, used, used, (), (), ()), "anthropic:claude-haiku-5-5")
    assert "may be used without a limit" in str(message.blocks)
