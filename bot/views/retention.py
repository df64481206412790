"""How long what was said is kept, in words."""

from bot.views.dates import moment
from bot.views.naming import mention
from storage.retention import Retention

_WHAT = (
    "Once a day runs that ended longer ago lose their words: lines, quotes, comments, reasons of disputes. Scores, "
    "deals and totals stay. What stands in Slack follows Slack’s own settings."
)
_CHANGE = "Admins change it: `/haggle retention 180 days` or `/haggle retention off`."


def retention_text(kept: Retention | None) -> str:
    """What holds now, and how it is changed."""
    if kept is None:
        return f"What is said in runs is kept for good here. {_CHANGE}"
    said = f"What is said in runs is kept for *{kept.days} days*"
    return f"{said}; {mention(kept.set_by)} set that, {moment(kept.set_at)}. {_WHAT} {_CHANGE}"


def retained_text(kept: Retention | None) -> str:
    """What the admin reads who has changed it."""
    if kept is None:
        return "From now on everything is kept. What was cleared before stays cleared."
    return f"What is said in runs is kept for *{kept.days} days* from now on. {_WHAT}"
