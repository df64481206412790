"""JSON as it is written into a column."""

import json


def dump_json(value: object) -> str:
    """The value as JSON without spare blanks; ValueError for NaN and infinities, which JSON does not have."""
    return json.dumps(value, separators=(",", ":"), allow_nan=False)
