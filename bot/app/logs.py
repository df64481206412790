"""Logs as JSON lines: what happened to which run, and never what anybody said."""

import json
import logging
import sys
from datetime import UTC, datetime

FIELDS = ("team", "run_id", "event_id", "oid", "attempt", "outcome", "ms", "ref", "error", "why", "count")


class JsonLines(logging.Formatter):
    """One JSON object a line; of the extras only the known fields, none of which holds a message's text."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **{field: getattr(record, field) for field in FIELDS if hasattr(record, field)},
        }
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def set_up_logging(level: str) -> None:
    """Sends logs to standard error. The Slack libraries stay above DEBUG, where they would print messages."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for noisy in ("slack_sdk", "aiosqlite", "asyncio", "alembic"):
        logging.getLogger(noisy).setLevel(max(logging.WARNING, logging.getLevelName(level)))
    # It warns whenever one tick is still at work when the next is due.
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    # Bolt warns of every event that nothing listens to, and of a token in the environment that it need not read.
    logging.getLogger("slack_bolt").setLevel(logging.ERROR)
