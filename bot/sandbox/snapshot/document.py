"""A snapshot as JSON: made from the records' own fields, so that a field added to one is saved with it."""

import json
from dataclasses import MISSING, dataclass, fields
from typing import Any, Literal, get_type_hints

from pydantic import BaseModel, ConfigDict, Field, ValidationError, create_model

from bot.sandbox.clock import Clock, Setting
from bot.sandbox.errors import SnapshotError
from bot.sandbox.ids import Ids
from bot.sandbox.workspace import Workspace

VERSION = 1
NOT_SAVED = frozenset({"ids", "clock", "url"})
"""What of a workspace belongs to the sandbox it stands in: its tools and its address."""
_STRICT = ConfigDict(
    strict=True, extra="forbid", ser_json_bytes="base64", val_json_bytes="base64", ser_json_inf_nan="constants"
)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a sandbox was like: the name of its app, its seed, its clock, and everything in its workspace."""

    manifest: str
    seed: int
    clock: Setting
    standing: dict[str, Any]

    @classmethod
    def of(cls, workspace: Workspace, manifest: str) -> "Snapshot":
        """The snapshot of `workspace` as it stands; it shares the records, so it is to be written at once."""
        standing = {name: getattr(workspace, name) for name in _saved_fields()}
        return cls(manifest, workspace.ids.seed, workspace.clock.setting, standing)

    def workspace(self, ids: Ids, clock: Clock) -> Workspace:
        """The workspace that was saved, with the tools of the sandbox it is to stand in."""
        return Workspace(ids=ids, clock=clock, **self.standing)


def write(snapshot: Snapshot) -> bytes:
    """The snapshot as a JSON document."""
    document = _Document.model_construct(
        version=VERSION,
        manifest=snapshot.manifest,
        seed=snapshot.seed,
        clock=snapshot.clock,
        workspace=_Standing.model_construct(**snapshot.standing),
    )
    return json.dumps(document.model_dump(mode="json"), ensure_ascii=False).encode()


def read(document: bytes) -> Snapshot:
    """The snapshot in a JSON document; SnapshotError with everything that is malformed in it."""
    try:
        found: Any = _Document.model_validate_json(document)
    except ValidationError as error:
        problems = [f"{_path(each['loc'])}: {each['msg']}" for each in error.errors(include_url=False)]
        raise SnapshotError(problems) from None
    standing = {name: getattr(found.workspace, name) for name in _saved_fields()}
    return Snapshot(found.manifest, found.seed, found.clock, standing)


def _path(parts: tuple[int | str, ...]) -> str:
    """A JSON pointer."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in parts) or "/"


def _saved_fields() -> dict[str, Any]:
    """Name, type and default of everything in a workspace that is saved."""
    hints = get_type_hints(Workspace)
    return {each.name: (hints[each.name], _default(each)) for each in fields(Workspace) if each.name not in NOT_SAVED}


def _default(field: Any) -> Any:
    if field.default_factory is not MISSING:
        return Field(default_factory=field.default_factory)
    return ... if field.default is MISSING else field.default


_Standing: type[BaseModel] = create_model("Standing", __config__=_STRICT, **_saved_fields())
_Document: type[BaseModel] = create_model(
    "Document",
    __config__=_STRICT,
    version=(Literal[1], ...),
    manifest=(str, ...),
    seed=(int, ...),
    clock=(Setting, ...),
    workspace=(_Standing, ...),
)
