"""Two places for records: a file of JSON lines, and memory."""

import asyncio
from io import SEEK_END
from pathlib import Path
from typing import BinaryIO

from pydantic import ValidationError

from engine.llm.recording import Record
from engine.llm.troubles import ModelTrouble


class UnreadableRecords(ModelTrouble):
    """A line of a file of recorded replies is not one."""


class MemoryRecords:
    """Records for as long as the process runs."""

    def __init__(self) -> None:
        self.records: dict[str, Record] = {}

    async def keep(self, record: Record) -> None:
        """Keeps the record."""
        self.records[record.request] = record

    async def find(self, request: str) -> Record | None:
        """The record of the request with this hash, if there is one."""
        return self.records.get(request)


class FileRecords:
    """Records in a file, one JSON document a line, added at the end. The file is read once, when it is first needed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._records: dict[str, Record] | None = None
        self._turn = asyncio.Lock()

    async def keep(self, record: Record) -> None:
        """Adds the record to the file."""
        async with self._turn:
            records = await self._loaded()
            await asyncio.to_thread(_append, self._path, record)
            records[record.request] = record

    async def find(self, request: str) -> Record | None:
        """The record of the request with this hash, if there is one; UnreadableRecords where a line is none."""
        async with self._turn:
            return (await self._loaded()).get(request)

    async def _loaded(self) -> dict[str, Record]:
        if self._records is None:
            self._records = await asyncio.to_thread(_read, self._path)
        return self._records


def _append(path: Path, record: Record) -> None:
    """Writes one line, in place of the half line that a stopped process may have left at the end."""
    with path.open("ab+") as file:
        file.truncate(_end_of_whole_lines(file))
        file.write(record.model_dump_json().encode() + b"\n")


def _end_of_whole_lines(file: BinaryIO) -> int:
    size = file.seek(0, SEEK_END)
    file.seek(max(0, size - 1))
    if file.read() in (b"", b"\n"):
        return size
    file.seek(0)
    return file.read().rfind(b"\n") + 1


def _read(path: Path) -> dict[str, Record]:
    """All records of a file by their request; none where there is no file. Half a line at the very end is left out."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").split("\n")
    return {record.request: record for record in _records(path, lines)}


def _records(path: Path, lines: list[str]) -> list[Record]:
    records = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            records.append(Record.model_validate_json(line))
        except ValidationError:
            if number < len(lines):
                raise UnreadableRecords(f"{path}:{number}: this line is not a recorded reply.") from None
    return records
