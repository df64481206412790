"""Draws of buyers that are under way, begun while a manager still reads what they are about to assign."""

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Coroutine
from typing import Any

Drawn = tuple[int, ...]


class Draws:
    """The latest draws by their names; one that failed is begun anew when it is next asked for."""

    def __init__(self, size: int = 200) -> None:
        self._size = size
        self._tasks: OrderedDict[str, asyncio.Task[Drawn]] = OrderedDict()

    def begin(self, name: str, draw: Callable[[], Coroutine[Any, Any, Drawn]]) -> asyncio.Task[Drawn]:
        """The draw of that name, begun now unless it is under way or done."""
        task = self._tasks.get(name)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            self._tasks[name] = task = asyncio.create_task(draw())
        self._tasks.move_to_end(name)
        if len(self._tasks) > self._size:
            self._tasks.popitem(last=False)
        return task
