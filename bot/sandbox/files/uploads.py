"""Uploads under way: an address given out, then the bytes, then their completion."""

from dataclasses import dataclass

from bot.sandbox.clock import Clock
from bot.sandbox.ids import Ids


@dataclass(slots=True)
class Upload:
    """What was promised for an address, and the bytes once they have come."""

    file_id: str
    filename: str
    length: int
    snippet_type: str
    alt_txt: str
    until: float
    content: bytes | None = None


class Uploads:
    """The upload addresses given out, each good for `lifetime` seconds and a file of at most `most_bytes`."""

    def __init__(self, lifetime: float, most_bytes: int, ids: Ids, clock: Clock) -> None:
        self.most_bytes = most_bytes
        self._lifetime = lifetime
        self._ids = ids
        self._clock = clock
        self._by_ticket: dict[str, Upload] = {}

    def begin(self, filename: str, length: int, snippet_type: str, alt_txt: str) -> tuple[str, Upload]:
        """The last part of a new upload address, and the upload behind it."""
        self._forget_old()
        until = self._clock.now() + self._lifetime
        upload = Upload(self._ids.fresh("F"), filename, length, snippet_type, alt_txt, until)
        ticket = self._ids.token()
        self._by_ticket[ticket] = upload
        return ticket, upload

    def at(self, ticket: str) -> Upload | None:
        """The upload behind an address, while the address is good."""
        self._forget_old()
        return self._by_ticket.get(ticket)

    def arrived(self, file_id: str) -> Upload | None:
        """The upload with this file id, when its bytes have come."""
        self._forget_old()
        found = (each for each in self._by_ticket.values() if each.file_id == file_id and each.content is not None)
        return next(found, None)

    def finish(self, upload: Upload) -> None:
        """Takes the upload off the list; its address is good no more."""
        self._by_ticket = {ticket: each for ticket, each in self._by_ticket.items() if each is not upload}

    def forget(self) -> None:
        """Drops every upload."""
        self._by_ticket.clear()

    def _forget_old(self) -> None:
        now = self._clock.now()
        self._by_ticket = {ticket: each for ticket, each in self._by_ticket.items() if each.until >= now}
