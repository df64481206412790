"""Bringing a saved workspace back."""

import time
from pathlib import Path

from bot.sandbox.acts import sessions, streaming
from bot.sandbox.acts.scheduling import await_all
from bot.sandbox.clock import LATEST
from bot.sandbox.errors import SnapshotError
from bot.sandbox.sandbox import Sandbox
from bot.sandbox.snapshot.document import Snapshot, read, write
from bot.sandbox.snapshot.references import problems_in


def save(sandbox: Sandbox) -> bytes:
    """The sandbox as a document that `load` takes."""
    return write(Snapshot.of(sandbox.workspace, sandbox.manifest.bot_name))


def load(sandbox: Sandbox, document: bytes) -> None:
    """Puts what was saved in the place of what stands; SnapshotError, and nothing changed, when it cannot be."""
    put(sandbox, read(document))


def put(sandbox: Sandbox, snapshot: Snapshot) -> None:
    """Puts the snapshot in the place of what stands; SnapshotError, and nothing changed, when it does not fit."""
    workspace = snapshot.workspace(sandbox.ids, sandbox.clock)
    problems = [*_misfits(sandbox, snapshot), *problems_in(workspace)]
    if problems:
        raise SnapshotError(problems)
    sandbox.clock.set(snapshot.clock)
    sandbox.put(workspace)
    _go_on(sandbox)


def _go_on(sandbox: Sandbox) -> None:
    """What ran out in its time when it was saved does so now."""
    await_all(sandbox)
    for session in sandbox.workspace.sessions.values():
        sessions.watch(sandbox, session)
    for channel in sandbox.workspace.channels.values():
        for message in channel.history.messages.values():
            if streaming.is_open(message):
                streaming.watch(sandbox, channel, message)


def read_file(path: Path) -> Snapshot:
    """The snapshot in the file; SnapshotError when it cannot be read or is none."""
    try:
        return read(path.read_bytes())
    except OSError as error:
        raise SnapshotError([f"{path}: {error.strerror}."]) from error


def _misfits(sandbox: Sandbox, snapshot: Snapshot) -> list[str]:
    """Why the snapshot is of another app, seed or age than this sandbox can have."""
    problems = []
    if snapshot.manifest != sandbox.manifest.bot_name:
        app = sandbox.manifest.bot_name
        problems.append(f"/manifest: The snapshot is of {snapshot.manifest}, and this is a sandbox for {app}.")
    if snapshot.seed != sandbox.ids.seed:
        problems.append(
            f"/seed: The snapshot has seed {snapshot.seed}, and the app knows the ids and tokens of seed "
            f"{sandbox.ids.seed}. Start a sandbox from the snapshot instead."
        )
    for name in ("team_id", "app"):
        if snapshot.standing[name] != getattr(sandbox.workspace, name):
            problems.append(f"/workspace/{name}: This is not what the seed gives, and what the app knows.")
    offset, frozen_at = snapshot.clock.offset, snapshot.clock.frozen_at
    if not 0 <= (time.time() + offset if frozen_at is None else frozen_at) <= LATEST:
        problems.append("/clock: The clock cannot be set to this moment.")
    return problems
