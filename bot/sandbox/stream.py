"""Live updates for the page: what has just changed, for those who may see it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import NamedTuple

MOST_WAITING = 5000
"""So many updates wait for a page; past them it gets one `resync` in their place, and reads everything again."""
_RESYNC = json.dumps({"kind": "resync"})


class _Listener(NamedTuple):
    person: str | None
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
        heard_by = [each for each in self._listeners if to is None or each.person is None or each.person in to]
        if not heard_by:
            return
        line = json.dumps({"kind": kind, **fields})
        for listener in heard_by:
            _put(listener.queue, line)

    async def listen(self, person: str | None) -> AsyncIterator[str]:
        """Each update as a JSON line, from now until the sandbox stops; `""` every 15 s of silence."""
        listener = _Listener(person, asyncio.Queue())
        self._listeners.append(listener)
        try:
            while True:
                try:
                    line = await asyncio.wait_for(listener.queue.get(), 15)
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
