"""What is known of the workspace that the app is connected to."""

from typing import NamedTuple


class Workspace(NamedTuple):
    """From `auth.test` at the start; `url` ends with a slash."""

    team: str
    url: str
    bot_user: str
