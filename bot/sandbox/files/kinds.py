"""What kind of file something is: by its first bytes where they tell, else by its name, else by whether it is text."""

from typing import NamedTuple

MOST_SNIPPET = 1024 * 1024
"""Bytes of text that Slack shows as a snippet."""


class Kind(NamedTuple):
    """A file type as Slack names it: for programs, for people, and in MIME."""

    filetype: str
    pretty_type: str
    mimetype: str
    endings: tuple[str, ...] = ()
    is_text: bool = False


_BINARY = Kind("binary", "Binary", "application/octet-stream")
_PLAIN = Kind("text", "Plain Text", "text/plain", ("txt", "text", "log"), is_text=True)


def _text(filetype: str, pretty_type: str, *endings: str, mimetype: str = "text/plain") -> Kind:
    return Kind(filetype, pretty_type, mimetype, endings or (filetype,), is_text=True)


_KINDS = (
    _PLAIN,
    _text("c", "C", "c", "h"),
    _text("cpp", "C++", "cpp", "cc", "hpp"),
    _text("csharp", "C#", "cs"),
    _text("css", "CSS", mimetype="text/css"),
    _text("csv", "CSV", mimetype="text/csv"),
    _text("diff", "Diff", "diff", "patch"),
    _text("dockerfile", "Docker", "dockerfile"),
    _text("go", "Go"),
    _text("html", "HTML", "html", "htm", mimetype="text/html"),
    _text("java", "Java"),
    _text("javascript", "JavaScript/JSON", "js", "mjs", "json"),
    _text("kotlin", "Kotlin", "kt"),
    _text("lua", "Lua"),
    _text("markdown", "Markdown (raw)", "md", "markdown"),
    _text("perl", "Perl", "pl"),
    _text("php", "PHP"),
    _text("powershell", "PowerShell", "ps1"),
    _text("python", "Python", "py"),
    _text("r", "R"),
    _text("ruby", "Ruby", "rb"),
    _text("rust", "Rust", "rs"),
    _text("scala", "Scala"),
    _text("shell", "Shell", "sh", "bash"),
    _text("sql", "SQL"),
    _text("swift", "Swift"),
    _text("tsv", "TSV", mimetype="text/tab-separated-values"),
    _text("typescript", "TypeScript", "ts", "tsx"),
    _text("xml", "XML", mimetype="text/xml"),
    _text("yaml", "YAML", "yaml", "yml"),
    Kind("png", "PNG", "image/png", ("png",)),
    Kind("jpg", "JPEG", "image/jpeg", ("jpg", "jpeg")),
    Kind("gif", "GIF", "image/gif", ("gif",)),
    Kind("webp", "WebP", "image/webp", ("webp",)),
    Kind("svg", "SVG", "image/svg+xml", ("svg",)),
    Kind("pdf", "PDF", "application/pdf", ("pdf",)),
    Kind("zip", "Zip", "application/zip", ("zip",)),
    Kind("gzip", "Gzip", "application/gzip", ("gz", "tgz")),
    Kind("docx", "Word Document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",)),
    Kind("xlsx", "Excel Spreadsheet", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",)),
    Kind(
        "pptx",
        "PowerPoint Presentation",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        ("pptx",),
    ),
    Kind("mp3", "MP3", "audio/mpeg", ("mp3",)),
    Kind("m4a", "MPEG 4 Audio", "audio/mp4", ("m4a",)),
    Kind("wav", "Wave", "audio/wav", ("wav",)),
    Kind("mp4", "MPEG 4 Video", "video/mp4", ("mp4",)),
    Kind("mov", "QuickTime Movie", "video/quicktime", ("mov",)),
    Kind("webm", "WebM", "video/webm", ("webm",)),
)
_BY_ENDING = {ending: kind for kind in _KINDS for ending in kind.endings}
_BY_TYPE = {kind.filetype: kind for kind in _KINDS}
_FIRST_BYTES = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"%PDF-", "pdf"),
)


def kind_of(name: str, content: bytes) -> Kind:
    """The kind of a file. Text that is called a picture is text, a picture called otherwise is a picture."""
    told = _by_first_bytes(content)
    named = _BY_ENDING.get(name.rpartition(".")[2].lower())
    if told:
        return told
    if named is None or named.filetype in {filetype for _, filetype in _FIRST_BYTES} | {"webp"}:
        return _PLAIN if is_text(content) else _BINARY
    return named if not named.is_text or is_text(content) else _BINARY


def snippet_kind(snippet_type: str) -> Kind | None:
    """The kind that a snippet type names; `auto` and `text` are plain text."""
    named = _BY_TYPE.get("text" if snippet_type == "auto" else snippet_type)
    return named if named and named.is_text else None


def _by_first_bytes(content: bytes) -> Kind | None:
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _BY_TYPE["webp"]
    return next((_BY_TYPE[filetype] for first, filetype in _FIRST_BYTES if content.startswith(first)), None)


def is_text(content: bytes) -> bool:
    """Whether the bytes are UTF-8 text."""
    try:
        return "\x00" not in content.decode()
    except UnicodeDecodeError:
        return False
