"""Tables and charts."""

from tests.bot.sandbox.blocks.pieces import Json, amount, cell, line, rich, words

ROUNDS = ["Round 1", "Round 2", "Round 3", "Round 4", "Round 5"]
OFFERS = {
    "You": [36200, 35500, 34900, 34200, 33300],
    "Priya": [30000, 31500, 32400, 33000, 33300],
    "Her limit": [33500, 33500, 33500, 33500, 33500],
}


def chart(kind: str, title: str, **named: list[int]) -> Json:
    """A chart of one or more series over the rounds."""
    series = [
        {
            "name": name.replace("_", " "),
            "data": [{"label": label, "value": value} for label, value in zip(ROUNDS, values, strict=True)],
        }
        for name, values in named.items()
    ]
    axes = {"categories": ROUNDS, "x_label": "Round", "y_label": "Price in dollars"}
    return {
        "type": "data_visualization",
        "title": title,
        "chart": {"type": kind, "series": series, "axis_config": axes},
    }


CHART_BLOCKS: dict[str, Json] = {
    "data_visualization, line": chart("line", "How the offers met", **OFFERS),
    "data_visualization, bar": chart("bar", "Offers by round", You=OFFERS["You"], Priya=OFFERS["Priya"]),
    "data_visualization, area": chart("area", "The gap between you", Gap=[6200, 4000, 2500, 1200, 0]),
    "data_visualization, bar below zero": chart("bar", "Against the target", Surplus=[-900, -400, 0, 350, 800]),
    "data_visualization, pie": {
        "type": "data_visualization",
        "title": "Where the points came from",
        "chart": {
            "type": "pie",
            "segments": [
                {"label": "Price", "value": 31},
                {"label": "Extras", "value": 22},
                {"label": "Questions", "value": 19},
            ],
        },
    },
}

TABLE_BLOCKS: dict[str, Json] = {
    "table": {
        "type": "table",
        "column_settings": [{"is_wrapped": True}, None, {"align": "right"}],
        "rows": [
            [cell("Said"), cell("Who"), cell("Price")],
            [cell("Let us start at the sticker."), cell("Ana"), amount(36200, "$36,200")],
            [
                rich(line(words("I saw it for less "), {"type": "link", "url": "https://example.com", "text": "here"})),
                cell("Priya"),
                amount(30000, "$30,000"),
            ],
            [rich(line(words("Deal", bold=True), words(", with the mats."))), cell("Both"), amount(33300, "$33,300")],
        ],
    },
    "data_table": {
        "type": "data_table",
        "caption": "The team's runs this week",
        "page_size": 3,
        "row_header_column_index": 0,
        "rows": [
            [cell("Rep"), cell("Pack"), cell("Score"), cell("Agreed at")],
            [cell("Ana"), cell("Car sales"), amount(72, "72"), amount(33300, "$33,300")],
            [cell("Ben"), cell("Car sales"), amount(58, "58"), amount(32800, "$32,800")],
            [cell("Mei"), cell("Job offer"), amount(91, "91"), amount(128000, "$128,000")],
            [cell("Ana"), rich(line(words("Software renewal", italic=True))), amount(64, "64"), amount(9, "$9 a seat")],
            [cell("Ben"), cell("Job offer"), amount(100, "100"), amount(131500, "$131,500")],
        ],
    },
}
