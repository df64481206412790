"""A prompt as it was written: its text with places to fill, and the hash that says which one it was."""

import hashlib
from dataclasses import dataclass
from string import Template


@dataclass(frozen=True, slots=True)
class PromptTemplate:
    """The text of a prompt; `$name` is a place to fill."""

    name: str
    text: str

    @property
    def sha256(self) -> str:
        """The SHA-256 of the text, in hex."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    def filled(self, **values: str) -> str:
        """The text with its places filled; KeyError where a value is missing. Values are taken as they are."""
        return Template(self.text).substitute(values)
