"""Live updates for the page: what has just changed, for those who may see it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import NamedTuple

from bot.sandbox.wire import Json

MOST_WAITING = 5000
"""So many updates wait for a page; past them it gets one `resync` in their place, and reads everything again."""
_RESYNC = json.dumps({"kind": "resync"})


class _Listener(NamedTuple):
    person: str | None
    watches_wire: bool
    queue: asyncio.Queue[str | None]


def _put(queue: asyncio.Queue[str | None], line: str) -> None:
    if queue.qsize() >= MOST_WAITING:  # a page that stopped reading must not grow without end
        while not queue.empty():
            queue.get_nowait()
        queue.put_nowait(_RESYNC)
    queue.put_nowait(line)


class Stream:
    """The open Server-Sent-Events connections."""

    def __init__(self) -> None:
        self._listeners: list[_Listener] = []

    def publish(self, kind: str, *, to: list[str] | None = None, **fields: object) -> None:
        """Tells every listener, or those acting as one of the people in `to`."""
        self._tell(
            [each for each in self._listeners if to is None or each.person is None or each.person in to], kind, fields
        )

    def publish_wire(self, kind: str, **fields: object) -> None:
        """Tells every listener that watches the wire."""
        self._tell([each for each in self._listeners if each.watches_wire], kind, fields)

    @property
    def is_watched(self) -> bool:
        """Whether anybody watches the wire."""
        return any(each.watches_wire for each in self._listeners)

    def _tell(self, heard_by: list[_Listener], kind: str, fields: Json) -> None:
        if not heard_by:
            return
        line = json.dumps({"kind": kind, **fields})
        for listener in heard_by:
            _put(listener.queue, line)

    async def listen(self, person: str | None, *, watches_wire: bool = False) -> AsyncIterator[str]:
        """Each update as a JSON line, from now until the sandbox stops; `""` every 15 s of silence."""
        listener = _Listener(person, watches_wire, asyncio.Queue())
        self._listeners.append(listener)
        try:
            while True:
                try:
                    async with asyncio.timeout(15):
                        line = await listener.queue.get()
                except TimeoutError:
                    line = ""
                if line is None:
                    return
                yield line
        finally:
            self._listeners.remove(listener)

    def close(self) -> None:
        """Ends every listener's iteration."""
        for listener in self._listeners:
            listener.queue.put_nowait(None)
