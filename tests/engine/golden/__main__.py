"""Writes every golden playthrough anew; read the difference before you commit it."""

from tests.engine.golden.playthrough import PLAYTHROUGHS, path_of, tell

for pack, seed, rep in PLAYTHROUGHS:
    path_of(pack, seed, rep).write_text(tell(pack, seed, rep), encoding="utf-8")
