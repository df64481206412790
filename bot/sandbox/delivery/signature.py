"""Slack's v0 request signature."""

import hashlib
import hmac


def sign(secret: str, timestamp: int, body: str) -> str:
    """The value of `x-slack-signature` for a body sent at `timestamp` (whole seconds)."""
    digest = hmac.new(secret.encode(), f"v0:{timestamp}:{body}".encode(), hashlib.sha256).hexdigest()
    return f"v0={digest}"
