"""Slack's names for the icons of cards and tasks."""

# fmt: off
ICONS = (
    "archive", "book", "bookmark", "bot", "bug", "calendar", "caret-left", "caret-right", "check",
    "clipboard", "code", "comment", "compass", "copy", "cube", "download", "edit", "eye-closed", "eye-open",
    "flag", "folder", "gear", "globe", "heart", "help", "image", "info", "key", "lightbulb", "map", "mobile",
    "new-window", "pin", "plus", "refine", "refresh", "rocket", "save", "screen", "share", "sparkle", "star",
    "star-filled", "tag", "thumbs-down", "thumbs-up", "trash", "upload", "warning",
)
# fmt: on
ICONS_OF_CARDS = ("call", "email", "file", "link", "user")
