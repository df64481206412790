"""Making a file of a name and its bytes."""

from dataclasses import replace

from bot.sandbox.files.kinds import MOST_SNIPPET, is_text, kind_of, snippet_kind
from bot.sandbox.files.pictures import Size, size_of
from bot.sandbox.records import File


def make_file(
    file_id: str, name: str, content: bytes, user: str, created: int, *, snippet_type: str = "", alt_txt: str = ""
) -> File:
    """The file, as its name and its bytes make it. Text of at most 1 MB is a snippet."""
    named = snippet_kind(snippet_type) if snippet_type and is_text(content) else None
    kind = named or kind_of(name, content)
    size = size_of(content) or Size(0, 0)
    return File(
        id=file_id,
        name=name,
        title=name,
        user=user,
        created=created,
        mimetype=kind.mimetype,
        filetype=kind.filetype,
        pretty_type=kind.pretty_type,
        mode="snippet" if kind.is_text and len(content) <= MOST_SNIPPET else "hosted",
        content=content,
        alt_txt=alt_txt,
        width=size.width or None,
        height=size.height or None,
    )


def tombstone(file: File) -> File:
    """What is left of a deleted file: its id, and where it was."""
    return replace(file, mode="tombstone", content=b"", name="", title="", alt_txt="", width=None, height=None)
