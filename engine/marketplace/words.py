"""What the parts of a market are written with."""

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, StringConstraints

from engine.marketplace.listening import TOPIC_WORDS

Percent = Annotated[int, Field(strict=True, ge=0, le=300)]
Share = Annotated[int, Field(strict=True, ge=0, le=100)]
Weight = Annotated[int, Field(strict=True, ge=0, le=1_000)]
Count = Annotated[int, Field(strict=True, ge=1, le=100_000)]
Minor = Annotated[int, Field(strict=True, ge=1, le=10**12)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=60, strip_whitespace=True)]
Sentence = Annotated[str, StringConstraints(min_length=1, max_length=200, strip_whitespace=True)]
HandleText = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_]{1,29}$")]


def must_be_asked_about(topics: Iterable[str]) -> None:
    """ValueError where there is a topic of facts that no buyer asks about."""
    if unasked := [topic for topic in topics if topic not in TOPIC_WORDS]:
        raise ValueError(f"facts has {unasked[0]}, which no buyer asks about; there are {', '.join(TOPIC_WORDS)}")
