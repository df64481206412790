"""Tables and charts."""

from bot.sandbox.blocks.checks import anything, boolean, choice, integer, items, nullable, number, shape, string, tagged
from bot.sandbox.blocks.composition import BLOCK_ID
from bot.sandbox.blocks.problems import FINE, Check, Found, Problem, broken, ruled_out
from bot.sandbox.blocks.rich_text import RICH_TEXT
from bot.sandbox.wire import Json, as_objects, object_at, objects_at

MOST_COLUMNS = 20
MOST_SERIES = 6
MOST_POINTS = 20
_NAME = string(20, 1)

_CELL = tagged(
    {
        "raw_text": shape({"type": anything, "text": string(None, 1)}),
        "raw_number": shape({"type": anything, "value": number, "text": string(None, 1)}),
        "rich_text": RICH_TEXT,
    }
)
_ROW = items(_CELL, MOST_COLUMNS)

TABLE = shape(
    {"type": anything, "rows": items(_ROW, 100)},
    {
        "block_id": BLOCK_ID,
        "column_settings": items(
            nullable(shape({}, {"align": choice("left", "center", "right"), "is_wrapped": boolean})), MOST_COLUMNS, 0
        ),
    },
)


def _rows_of(table: Json) -> list[list[Json]]:
    rows = table["rows"]
    return [as_objects(row) for row in rows] if isinstance(rows, list) else []


def _even(table: Json) -> Found:
    rows = _rows_of(table)
    width = len(rows[0])
    uneven = [index for index, row in enumerate(rows) if len(row) != width]
    return tuple(Problem("must have as many cells as the first row", f"/rows/{index}") for index in uneven)


def _plain_header(table: Json) -> Found:
    rich = [index for index, cell in enumerate(_rows_of(table)[0]) if cell.get("type") == "rich_text"]
    expected = ["raw_number", "raw_text"]
    return tuple(
        each
        for index in rich
        for each in broken("unsupported type: rich_text", "enum", expected, "rich_text", f"/rows/0/{index}/type")
    )


def _row_header_within(table: Json) -> Found:
    last = len(_rows_of(table)[0]) - 1
    index = table.get("row_header_column_index", 0)
    if isinstance(index, int) and index > last:
        return broken(f"must be less than {last}", "maximum", last, index, "/row_header_column_index")
    return FINE


DATA_TABLE = shape(
    {"type": anything, "caption": string(None, 1), "rows": items(_ROW, 101, 2)},
    {"block_id": BLOCK_ID, "page_size": integer(1, 100), "row_header_column_index": integer(0)},
    _even,
    _plain_header,
    _row_header_within,
)


def _positive(value: object) -> Found:
    wrong = number(value)
    if wrong or (isinstance(value, int | float) and value > 0):
        return wrong
    return broken("must be greater than 0", "minimum", 0, value)


def _names_differ(chart: Json) -> Found:
    names = [series.get("name") for series in objects_at(chart, "series")]
    again = [index for index, name in enumerate(names) if name in names[:index]]
    return tuple(Problem("Input contains duplicate items", f"/series/{index}/name") for index in again)


def _points_fit(chart: Json) -> Found:
    """Every series needs one point for each category, and no other."""
    categories = object_at(chart, "axis_config").get("categories")
    wanted = sorted(str(each) for each in categories) if isinstance(categories, list) else []
    found: list[Problem] = []
    for index, series in enumerate(objects_at(chart, "series")):
        if sorted(str(point.get("label")) for point in objects_at(series, "data")) != wanted:
            found += ruled_out("must hold exactly one point for each of the categories", f"/series/{index}/data")
    return tuple(found)


def _categories_differ(axes: Json) -> Found:
    categories = axes["categories"]
    if isinstance(categories, list) and len(set(categories)) < len(categories):
        return ruled_out("Input contains duplicate items", "/categories")
    return FINE


_SERIES = shape(
    {"name": _NAME, "data": items(shape({"label": _NAME, "value": number}), MOST_POINTS)},
)
_AXES = shape(
    {"categories": items(_NAME, MOST_POINTS)}, {"x_label": string(50), "y_label": string(50)}, _categories_differ
)
_PLOT: Check = shape(
    {"type": anything, "series": items(_SERIES, MOST_SERIES), "axis_config": _AXES}, {}, _names_differ, _points_fit
)
_PIE = shape({"type": anything, "segments": items(shape({"label": _NAME, "value": _positive}), MOST_SERIES)})

DATA_VISUALIZATION = shape(
    {
        "type": anything,
        "title": string(50, 1),
        "chart": tagged({"line": _PLOT, "bar": _PLOT, "area": _PLOT, "pie": _PIE}),
    },
    {"block_id": BLOCK_ID},
)
