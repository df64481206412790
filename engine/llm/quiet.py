"""Keeps prompts out of the logs: at DEBUG the SDKs write down whole requests."""

import logging

TALKATIVE = ("anthropic", "openai", "httpx2", "httpcore2", "pydantic_ai")


def hush() -> None:
    """From here on these libraries log nothing below INFO, whatever becomes of the root's level."""
    for name in TALKATIVE:
        logger = logging.getLogger(name)
        logger.setLevel(max(logging.INFO, logger.getEffectiveLevel()))
