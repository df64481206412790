"""Slack's reference as data, where this machine has it: methods, events and the manifest's schema."""

import os

import pytest

REFERENCE = os.environ.get("HAGGLE_SLACK_REFERENCE", "")
"""A folder with slack-methods/, slack-events.json and slack-manifest.schema.2.0.0.json."""

needs_reference = pytest.mark.skipif(
    not REFERENCE, reason="set HAGGLE_SLACK_REFERENCE to a folder with Slack's reference as data"
)
