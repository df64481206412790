"""Files that people write in YAML, of which JSON is a part."""

from pathlib import Path
from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The parser in C is ten times as quick, where there is one."""


def read_yaml(path: Path) -> Any:
    """What the file says; OSError, UnicodeDecodeError or YAMLError where it cannot be read."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - either loader is a safe one
