"""The offers of a run, round by round: as a chart, and the same numbers as a table."""

from typing import Any

from bot.views.message import Block
from engine.scenario.scenario import Scenario
from engine.scoring.verdict import RoundOffers, Verdict
from engine.terms.money import format_money

MOST_POINTS = 20
TITLE = "Offers by round"


def offers_blocks(scenario: Scenario, verdict: Verdict) -> tuple[Block, ...]:
    """A line chart once both sides had a price on the table for two rounds, and a table of every change."""
    rounds = [offers for offers in verdict.offers if offers.rep is not None or offers.counterpart is not None]
    both = [offers for offers in rounds if offers.rep is not None and offers.counterpart is not None][-MOST_POINTS:]
    chart = (_chart(scenario, both),) if len(both) > 1 else ()
    return (*chart, _table(scenario, rounds)) if rounds else ()


def _chart(scenario: Scenario, rounds: list[RoundOffers]) -> Block:
    labels = [str(offers.round) for offers in rounds]
    unit = scenario.currency.unit
    series = {
        "You": [offers.rep or 0 for offers in rounds],
        scenario.counterpart.name[:20]: [offers.counterpart or 0 for offers in rounds],
    }
    return {
        "type": "data_visualization",
        "title": TITLE,
        "chart": {
            "type": "line",
            "series": [
                {
                    "name": name,
                    "data": [_point(label, amount, unit) for label, amount in zip(labels, amounts, strict=True)],
                }
                for name, amounts in series.items()
            ],
            "axis_config": {"categories": labels, "x_label": "Round", "y_label": scenario.currency.code},
        },
    }


def _point(label: str, amount: int, unit: int) -> dict[str, Any]:
    return {"label": label, "value": amount // unit if amount % unit == 0 else amount / unit}


def _table(scenario: Scenario, rounds: list[RoundOffers]) -> Block:
    changed = [offers for before, offers in zip([None, *rounds], rounds, strict=False) if _differs(before, offers)]
    head = [_cell("Round"), _cell("You"), _cell(scenario.counterpart.name)]
    return {"type": "table", "rows": [head, *(_row(scenario, offers) for offers in changed[-99:])]}


def _differs(before: RoundOffers | None, after: RoundOffers) -> bool:
    return before is None or (before.rep, before.counterpart) != (after.rep, after.counterpart)


def _row(scenario: Scenario, offers: RoundOffers) -> list[Block]:
    prices = [
        _cell(format_money(amount, scenario.currency) if amount is not None else "–")
        for amount in (offers.rep, offers.counterpart)
    ]
    return [_cell(str(offers.round)), *prices]


def _cell(text: str) -> Block:
    return {"type": "raw_text", "text": text}
