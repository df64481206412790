"""People in texts that only one person sees, or where a mention calls nobody."""


def mention(person: str) -> str:
    """The person as a mention; in words where nothing is known of them any more."""
    return f"<@{person}>" if person else "somebody who has left"
