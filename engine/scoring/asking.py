"""The acts that ask about something, which of them ask openly, and what only the words show to be a question."""

import re

from engine.reading.in_full import in_full
from engine.reading.reading import Act, ReadAct, Reading

OPEN = (Act.ASK_OPEN, Act.FOLLOW_UP)
QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


_ASKS = re.compile(
    r"\?|^\W*(?:(?:and|so|but|ok|okay|k|then) )*"
    r"(?:what|how|why|who|when|where|which|do|does|did|is|are|would|can)\b"
)


def is_worded_as_a_question(words: str) -> bool:
    """Whether the words ask, with the mark or without it: "who else needs to see it"."""
    return _ASKS.search(in_full(words)) is not None


def is_closed_too(read: ReadAct, reading: Reading) -> bool:
    """Whether what follows up on a topic only wants a yes or no: "can you sign it this week?"."""
    return any(other.act is Act.ASK_CLOSED and other.span == read.span for other in reading.acts)
