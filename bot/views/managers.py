"""Who the managers are, in words. Only whoever asked sees it, so the mentions call nobody."""

from collections.abc import Sequence

from bot.views.naming import mention
from storage.managers import Manager


def managers_text(admins: Sequence[str], made: Sequence[Manager]) -> str:
    """The list, with what can be done about it."""
    run_it = ", ".join(f"<@{person}>" for person in admins) or "nobody"
    others = [f"• <@{each.person}>, made one by {mention(each.made_by)}" for each in made]
    return "\n".join(
        (
            f"Managers assign practice, see how it goes and decide disputes. Admins: {run_it}.",
            *(others or ["Nobody else was made a manager yet."]),
            "An admin adds `/haggle managers add @someone` and takes it back with `/haggle managers remove @someone`.",
        )
    )


def added_text(person: str) -> str:
    """What the admin reads."""
    return f"<@{person}> is a manager from now on: `/haggle assign`, `/haggle assignments`, `/haggle disputes`."


def removed_text(person: str) -> str:
    """What whoever removed them reads."""
    return f"<@{person}> is no manager any more."
