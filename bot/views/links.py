"""Links to messages of a thread."""

from typing import NamedTuple


class Links(NamedTuple):
    """Where a run's thread stands; `workspace` is the workspace's address, with its slash."""

    workspace: str
    channel: str
    thread: str

    def to(self, ts: str) -> str:
        """The permalink of one message in the thread."""
        place = f"{self.workspace}archives/{self.channel}/p{ts.replace('.', '')}"
        return place if ts == self.thread else f"{place}?thread_ts={self.thread}&cid={self.channel}"

    def arrow(self, ts: str) -> str:
        """A small arrow that leads to the message; nothing when its place is not known."""
        return f" <{self.to(ts)}|↗>" if ts and self.thread else ""
