"""The acts that ask about something."""

from engine.reading.reading import Act

OPEN = (Act.ASK_OPEN, Act.FOLLOW_UP)
QUESTIONS = (Act.ASK_OPEN, Act.ASK_CLOSED, Act.FOLLOW_UP)
