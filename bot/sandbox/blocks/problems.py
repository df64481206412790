"""Gathers what is wrong with a payload, each with the place of it."""

from dataclasses import dataclass, field

from bot.sandbox.wire import Json, text_at


@dataclass(slots=True)
class Problems:
    """The list of faults found so far, in Slack's words, each ending in a JSON pointer."""

    found: list[str] = field(default_factory=list)

    def add(self, path: str, reason: str) -> None:
        """Notes one fault at `path`."""
        self.found.append(f"{reason} [json-pointer:{path}]")

    def length(self, path: str, text: str, most: int, least: int = 0) -> None:
        """Notes a text of more than `most` characters, or fewer than `least`."""
        if len(text) > most:
            self.add(path, f"must be less than {most + 1} characters")
        elif len(text) < least:
            self.add(path, f"must be more than {least - 1} characters")

    def count(self, path: str, items: list[Json], most: int, least: int = 1) -> None:
        """Notes a list with more than `most` items, or fewer than `least`."""
        if len(items) > most:
            self.add(path, f"no more than {most} items allowed [{len(items)}]")
        elif len(items) < least:
            self.add(path, f"no fewer than {least} items allowed [{len(items)}]")

    def require(self, path: str, payload: Json, *keys: str) -> bool:
        """Whether every one of `keys` is there; notes those that are not."""
        missing = [key for key in keys if payload.get(key) is None]
        for key in missing:
            self.add(path, f"missing required field: {key}")
        return not missing

    def optional_length(self, path: str, payload: Json, key: str, most: int) -> None:
        """Notes a text under `key` that is not a string or too long; absence is fine."""
        value = payload.get(key)
        if value is None:
            return
        if not isinstance(value, str):
            self.add(f"{path}/{key}", "must be a string")
        else:
            self.length(f"{path}/{key}", text_at(payload, key), most)
