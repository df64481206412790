"""Reading the bytes of a request without taking in more than is allowed."""

from aiohttp import BodyPartReader, StreamReader

_CHUNK = 64 * 1024


async def read_stream(stream: StreamReader, most: int) -> bytes:
    """What the stream holds; of more than `most` bytes the beginning, which is longer than `most`."""
    content = bytearray()
    async for chunk in stream.iter_chunked(_CHUNK):
        content += chunk
        if len(content) > most:
            break
    return bytes(content)


async def read_part(part: BodyPartReader, most: int) -> bytes:
    """What one part of a form holds; of more than `most` bytes the beginning, which is longer than `most`."""
    content = bytearray()
    while chunk := await part.read_chunk(_CHUNK):
        content += chunk
        if len(content) > most:
            break
    return bytes(content)
