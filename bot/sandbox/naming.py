"""What a channel can be called."""

from bot.sandbox.workspace import Workspace

MOST_IN_NAME = 80


def name_problem(workspace: Workspace, name: str) -> str | None:
    """Slack's code for what is wrong with a channel's name: lower case, digits, `-`, `_`, 80 at most, not taken."""
    if not name:
        return "invalid_name_required"
    if len(name) > MOST_IN_NAME:
        return "invalid_name_maxlength"
    if not any(each.isalnum() for each in name):
        return "invalid_name_punctuation"
    if name != name.lower() or not all(each.isalnum() or each in "-_" for each in name):
        return "invalid_name_specials"
    return "name_taken" if workspace.channel_named(name) else None
