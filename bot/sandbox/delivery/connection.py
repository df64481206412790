"""One Socket Mode connection."""

import asyncio
import json
from collections.abc import AsyncIterator

from aiohttp import WSMsgType, web

from bot.sandbox.wire import Json

_PING = b"Ping from the sandbox"


class Connection:
    """A socket that the app opened. A deaf one ignores what the app sends, a mute one sends nothing."""

    def __init__(self, number: int, request: web.Request, socket: web.WebSocketResponse) -> None:
        self.number = number
        self.in_flight: set[str] = set()
        self.deaf = False
        self.mute = False
        self._request = request
        self._socket = socket

    async def send(self, frame: Json) -> None:
        """Sends the frame; ConnectionError when the socket is gone."""
        if not self.mute:
            await self._socket.send_str(json.dumps(frame))

    async def heard(self) -> AsyncIterator[str]:
        """Each text that the app sends, until either side ends the connection; pings are answered here."""
        async for frame in self._socket:
            if self.deaf:
                continue
            match frame.type:
                case WSMsgType.PING:
                    await self._pong(frame.data)
                case WSMsgType.TEXT if frame.data.startswith("sdk-ping-pong:"):
                    await self._echo(frame.data)
                case WSMsgType.TEXT:
                    yield frame.data
                case WSMsgType.BINARY:
                    yield repr(frame.data)

    async def _pong(self, data: bytes) -> None:
        if not self.mute:
            await self._socket.pong(data)

    async def _echo(self, text: str) -> None:
        if not self.mute:
            await self._socket.send_str(text)

    async def ping(self, every: float) -> None:
        """Pings the app every so many seconds, as its SDK expects of Slack."""
        while True:
            await asyncio.sleep(every)
            if self._socket.closed:
                return
            if not self.mute:
                await self._socket.ping(_PING)

    async def close(self) -> None:
        """Ends the connection in good order."""
        await self._socket.close()

    def cut(self) -> None:
        """Ends the connection without a word."""
        if self._request.transport is not None:
            self._request.transport.abort()
