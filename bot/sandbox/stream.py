"""Live updates for the page: what has just changed, for those who may see it."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import NamedTuple

_MOST_WAITING = 5000


class _Listener(NamedTuple):
    person: str | None
    queue: asyncio.Queue[str | None]


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
            # A page that stopped reading must not grow without end; it re-reads when it comes back.
            if listener.queue.qsize() < _MOST_WAITING:
                listener.queue.put_nowait(line)

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
