"""The JSON schemas of structured output, made once for each form: pydantic takes a millisecond for one."""

from functools import cache
from typing import Any

from pydantic import BaseModel


@cache
def schema_of(form: type[BaseModel]) -> dict[str, Any]:
    """The form's JSON schema, the same object each time: whoever changes it makes a copy first."""
    return form.model_json_schema()
