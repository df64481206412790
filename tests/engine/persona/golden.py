"""The profile hash of a hundred seeds of each installed pack.

`python -m tests.engine.persona.golden` writes it anew. Do so only together with a new
draw epoch, or for a pack that no run has used yet: a changed hash is a changed buyer.
"""

import json
from pathlib import Path

from engine.persona.profile import draw_profile, profile_hash
from engine.scenario.pack import Pack
from packs.loading import load_installed

FILE = Path(__file__).with_name("golden_profiles.json")
SEEDS = (*range(97), 1024, 9001, 18422)


def hashes(pack: Pack) -> dict[str, str]:
    """The profile hash by seed."""
    return {str(seed): profile_hash(draw_profile(pack, seed).profile) for seed in SEEDS}


def committed() -> dict[str, dict[str, str]]:
    """The hashes in the file, by pack and epoch, then seed."""
    written: dict[str, dict[str, str]] = json.loads(FILE.read_text(encoding="utf-8"))
    return written


def current() -> dict[str, dict[str, str]]:
    """The hashes as they are drawn now."""
    packs = [load_installed().get(name).pack for name in load_installed().ids]
    return {f"{pack.id}@{pack.draw_epoch}": hashes(pack) for pack in packs}


if __name__ == "__main__":
    FILE.write_text(json.dumps(current(), indent=1) + "\n", encoding="utf-8")
