"""Writes the list of the packs that Haggle comes with, once each is checked; `make golden` runs it."""

from packs.check import problems_of
from packs.loading import INSTALLED, load_pack
from packs.shipped import LIST


def listed() -> str:
    """The list as it should be: the hash and the folder of every installed pack in which there is nothing wrong."""
    loaded = {folder.name: load_pack(folder) for folder in sorted(path.parent for path in INSTALLED.glob("*/pack.*"))}
    return "".join(f"{one.hash}  {name}\n" for name, one in loaded.items() if not problems_of(one.pack))


if __name__ == "__main__":
    LIST.write_text(listed(), encoding="utf-8")
