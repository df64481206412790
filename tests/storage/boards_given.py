"""Totals as if people had played for them."""

from engine.board.shown import Sums
from engine.board.totals import ALL_PACKS, Total
from engine.timing.periods import Period
from storage.board_tables import board_sums, board_totals
from storage.transaction import Transaction


def mean_of(percent: int | None, **more: int | None) -> Total:
    """Five runs with that percentile, or two at the 50th, which give no place."""
    total = Total(2, 10_000) if percent is None else Total(5, 500 * percent)
    return total._replace(**more)


def put_total(
    transaction: Transaction, team: str, rep: str, total: Total, period: Period, pack: str = ALL_PACKS
) -> None:
    """The person's row on the board, and the board's sums with it."""
    board = {"team": team, "period": period.key, "pack": pack}
    percents = {"percent": total.percent, "common_percent": total.common_percent}
    transaction.insert(board_totals, [board | {"rep": rep} | total._asdict() | percents])
    transaction.add(board_sums, board | Sums().plus(total)._asdict())
