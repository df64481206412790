"""The size of a picture, read from its first bytes: PNG, GIF, JPEG and WebP."""

import struct
from typing import NamedTuple


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


def size_of(content: bytes) -> Size | None:
    """The picture's size; None when it is none of these, or is cut short."""
    try:
        if content.startswith(b"\x89PNG\r\n\x1a\n"):
            return Size(*struct.unpack_from(">II", content, 16))
        if content[:6] in (b"GIF87a", b"GIF89a"):
            return Size(*struct.unpack_from("<HH", content, 6))
        if content.startswith(b"\xff\xd8"):
            return _jpeg(content)
        if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError):
        return None
    return None


def _jpeg(content: bytes) -> Size | None:
    """Follows the segments to the frame header (SOF0 to SOF15, less DHT, JPG and DAC; ITU-T T.81, B.2.2)."""
    at = 2
    while at < len(content):
        if content[at] != 0xFF:
            return None
        marker = content[at + 1]
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack_from(">HH", content, at + 5)
            return Size(width, height)
        at += 1 if marker == 0xFF else 2 + struct.unpack_from(">H", content, at + 2)[0]
    return None


def _webp(content: bytes) -> Size | None:
    """Reads the first chunk: lossy, lossless or extended (RFC 9649)."""
    form = content[12:16]
    if form == b"VP8X":
        return Size(_three_bytes(content, 24) + 1, _three_bytes(content, 27) + 1)
    if form == b"VP8 ":
        width, height = struct.unpack_from("<HH", content, 26)
        return Size(width & 0x3FFF, height & 0x3FFF)
    if form == b"VP8L":
        (bits,) = struct.unpack_from("<I", content, 21)
        return Size((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    return None


def _three_bytes(content: bytes, at: int) -> int:
    return content[at] | content[at + 1] << 8 | content[at + 2] << 16
