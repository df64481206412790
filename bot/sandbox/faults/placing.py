"""Faults as a file or a call names them, made fit for this workspace."""

from pathlib import Path

import yaml
from pydantic import ValidationError

from bot.sandbox.errors import FaultError
from bot.sandbox.faults.kinds import MANY_FAULTS, AnyFault
from bot.sandbox.workspace import Workspace
from bot.sandbox.yaml_file import read_yaml


def for_this_workspace(workspace: Workspace, fault: AnyFault) -> AnyFault:
    """The fault with its channel's id in place of the name; FaultError when there is no such channel."""
    ref = fault.match.channel
    if ref is None:
        return fault
    match = fault.match.model_copy(update={"channel": _channel_id(workspace, ref)})
    return fault.model_copy(update={"match": match})


def _channel_id(workspace: Workspace, ref: str) -> str:
    if ref.startswith("dm:"):
        person = workspace.person(ref.removeprefix("dm:"))
        if person is not None and not person.is_bot:
            return workspace.dm_of(person).id
    channel = workspace.channels.get(ref) or workspace.channel_named(ref)
    if channel is None:
        raise FaultError(f"match.channel: there is no channel {ref!r}; give an id, a name, or dm:ana.")
    return channel.id


def read_faults(path: Path) -> tuple[AnyFault, ...]:
    """The faults listed in a JSON or YAML file; FaultError naming everything that is wrong."""
    try:
        return MANY_FAULTS.validate_python(tuple(read_yaml(path) or ()))
    except (OSError, UnicodeDecodeError, yaml.YAMLError, TypeError) as error:
        raise FaultError(f"{path} is no list of faults: {error}") from error
    except ValidationError as error:
        wrong = [f"{'.'.join(str(part) for part in each['loc'])}: {each['msg']}" for each in error.errors()]
        raise FaultError(f"{path}: {'; '.join(wrong)}") from error
