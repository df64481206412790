"""The acts that ask about something, and which of them ask openly."""

from engine.reading.reading import Act, ReadAct, Reading

OPEN = (Act.ASK_OPEN, Act.FOLLOW_UP)
QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)


def is_closed_too(read: ReadAct, reading: Reading) -> bool:
    """Whether what follows up on a topic only wants a yes or no: "can you sign it this week?"."""
    return any(other.act is Act.ASK_CLOSED and other.span == read.span for other in reading.acts)
