"""How much the model may be used, and who is told what when it is used up."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.llm.budget import (
    ASSUMED_PRICE,
    NONE,
    Account,
    Amount,
    Cap,
    Payer,
    Scope,
    Standing,
    accounts_of,
    amount_of,
    most_of,
    refusal,
)
from engine.llm.purse import Call, Hold, Took
from engine.llm.troubles import OverBudget
from engine.llm.usage import UNKNOWN, Spent, Usage
from tests.engine.llm.books import PlainBooks
from tests.engine.llm.requests import REQUEST

NOON = datetime(2026, 11, 28, 12, tzinfo=UTC)
ANNA = Payer("T1", "anna", "run-1")
MOST = Amount(100, 1_000)


Spending = tuple[tuple[Payer, Amount], ...]


def standings(spent: Spending, payer: Payer, now: datetime = NOON, held: Amount = NONE) -> dict[Account, Standing]:
    """How the accounts of a call stand after these ones, all made at noon."""
    return {account: Standing(on(account, spent), held) for account in accounts_of(payer, now)}


def on(account: Account, spent: Spending) -> Amount:
    """What of it counts on the account."""
    return sum((amount for payer, amount in spent if account in accounts_of(payer, NOON)), NONE)


def refused(
    scope: Scope, cap: Cap, *amounts: Amount, payer: Payer = ANNA, now: datetime = NOON, held: Amount = NONE
) -> OverBudget | None:
    """The refusal of another call under this cap, after Anna's calls of these amounts."""
    return refusal({scope: cap}, standings(tuple((ANNA, amount) for amount in amounts), payer, now, held))


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("cap", [Cap(tokens=50), Cap(micro_dollars=700)])
def test_a_call_is_let_through_while_there_is_room_and_not_after(scope: Scope, cap: Cap) -> None:
    assert refused(scope, cap, Amount(49, 699)) is None
    assert refused(scope, cap, Amount(49, 699), Amount(1, 1))


def test_without_a_cap_everything_is_let_through() -> None:
    assert refused(Scope.DAY, Cap(), Amount(10**9, 10**9)) is None
    assert not Cap().is_set
    assert Cap(micro_dollars=1).is_set


def test_a_cap_of_nothing_lets_nothing_through() -> None:
    assert refused(Scope.TEAM, Cap(tokens=0))


@pytest.mark.parametrize(
    ("scope", "other", "shared"),
    [
        (Scope.RUN, Payer("T1", "anna", "run-2"), False),
        (Scope.RUN, Payer("T2", "anna", "run-1"), False),
        (Scope.PERSON, Payer("T1", "anna", "run-2"), True),
        (Scope.PERSON, Payer("T1", "ben", "run-1"), False),
        (Scope.PERSON, Payer("T2", "anna", "run-1"), False),
        (Scope.TEAM, Payer("T1", "ben", "run-2"), True),
        (Scope.TEAM, Payer("T2", "ben", "run-2"), False),
        (Scope.DAY, Payer("T2", "ben", "run-2"), True),
    ],
)
def test_a_budget_is_shared_by_those_whose_it_is(scope: Scope, other: Payer, shared: bool) -> None:
    assert bool(refused(scope, Cap(tokens=50), Amount(50, 50), payer=other)) is shared


def test_daily_budgets_begin_anew_at_midnight_utc_and_a_run_s_never_does() -> None:
    midnight = datetime(2026, 11, 29, tzinfo=UTC)
    for scope in (Scope.PERSON, Scope.TEAM, Scope.DAY):
        over = refused(scope, Cap(tokens=50), Amount(50, 50), now=midnight - timedelta(seconds=1))
        assert over is not None
        assert over.free_at == midnight
        assert refused(scope, Cap(tokens=50), Amount(50, 50), now=midnight) is None
    over = refused(Scope.RUN, Cap(tokens=50), Amount(50, 50), now=midnight)
    assert over is not None
    assert over.free_at is None


def test_the_day_is_that_of_utc_wherever_the_clock_stands() -> None:
    tokyo = NOON.astimezone(timezone(timedelta(hours=14)))
    assert accounts_of(ANNA, tokyo) == accounts_of(ANNA, NOON)


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Scope.RUN, "The language model's budget for this run is used up. It does not come back."),
        (Scope.PERSON, "budget for one person and day is used up. It is there again from 2026-11-29 00:00 UTC."),
        (Scope.TEAM, "budget for your team and day is used up. It is there again from 2026-11-29 00:00 UTC."),
        (Scope.DAY, "budget for everybody and day is used up. It is there again from 2026-11-29 00:00 UTC."),
    ],
)
def test_a_refusal_says_which_budget_and_when_it_is_there_again(scope: Scope, words: str) -> None:
    assert words in str(refused(scope, Cap(tokens=50), Amount(50, 50)))


def test_what_is_set_aside_for_calls_under_way_is_no_room_for_another() -> None:
    over = refused(Scope.PERSON, Cap(tokens=100), Amount(10, 10), held=MOST)
    assert over is not None
    assert over.held
    assert "under way; try again in a moment" in str(over)
    assert refused(Scope.PERSON, Cap(tokens=200), Amount(10, 10), held=MOST) is None


def test_a_call_is_counted_with_what_it_took_or_is_assumed_to_have_taken() -> None:
    assert amount_of(Spent(Usage(input=30, output=10), 70), MOST) == Amount(40, 70)
    assert amount_of(Spent(Usage(input=30, output=10), None), MOST) == Amount(40, 40 * ASSUMED_PRICE)
    assert amount_of(UNKNOWN, MOST) == MOST
    assert amount_of(UNKNOWN + Spent(Usage(input=30, output=10), 70), MOST).tokens == 40 + MOST.tokens


def test_the_most_that_a_call_can_take_covers_every_byte_and_all_output() -> None:
    said = len(REQUEST.instructions.encode()) + sum(len(turn.text.encode()) for turn in REQUEST.turns)
    most = most_of(REQUEST)
    assert most.tokens >= said + REQUEST.max_output_tokens
    assert most.micro_dollars == most.tokens * ASSUMED_PRICE
    assert most_of(REQUEST, lambda *_: 123).micro_dollars == 123


PAYERS = st.builds(Payer, st.sampled_from(["T1", "T2"]), st.sampled_from(["a", "b"]), st.sampled_from(["1", "2"]))
STEPS = st.lists(
    st.tuples(PAYERS, st.integers(0, 40), st.integers(0, 40), st.integers(0, 3), st.booleans()), max_size=40
)
CAPS = st.dictionaries(
    st.sampled_from(Scope), st.builds(Cap, st.none() | st.integers(0, 200), st.none() | st.integers(0, 200))
)


@given(CAPS, STEPS)
async def test_no_account_spends_more_than_its_cap_and_one_call(
    caps: dict[Scope, Cap], steps: list[tuple[Payer, int, int, int, bool]]
) -> None:
    books, under_way, dearest = PlainBooks(caps), list[tuple[Hold, Amount]](), Amount()
    for payer, tokens, money, hours, ends in steps:
        if ends and under_way:
            await end(books, *under_way.pop(0))
        took, later = Amount(tokens, money), NOON + timedelta(hours=hours * 8)
        try:
            hold = await books.open(Call(payer, "voice", "a:model", took + Amount(hours, hours), later))
        except OverBudget:
            continue
        under_way.append((hold, took))
        dearest = Amount(max(dearest.tokens, tokens), max(dearest.micro_dollars, money))
    for each in under_way:
        await end(books, *each)
    for account, spent in books.spent.items():
        cap = caps.get(account.scope, Cap())
        assert cap.tokens is None or spent.tokens <= cap.tokens + dearest.tokens
        assert cap.micro_dollars is None or spent.micro_dollars <= cap.micro_dollars + dearest.micro_dollars


async def end(books: PlainBooks, hold: Hold, took: Amount) -> None:
    """The call ends, and took this amount."""
    await books.close(hold, Took(Spent(), took, attempts=1, answered=True))
