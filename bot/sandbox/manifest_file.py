"""Reading an app's manifest: what is wrong with it, all at once, and what in it will have no effect here."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

import yaml
from pydantic import ValidationError

from bot.sandbox.errors import ManifestError
from bot.sandbox.manifest import Manifest
from bot.sandbox.subscriptions import LEFT_OUT, SENT
from bot.sandbox.webapi.registry import METHODS
from bot.sandbox.yaml_file import read_yaml

_COMMAND = re.compile(r"/[a-z0-9_-]{1,31}")
_MOST_NAME = 35
_MOST_DESCRIPTION = 140
_MOST_SHORTCUTS = 10
_PARTS = frozenset(
    (
        "$schema",
        "_metadata",
        "app_directory",
        "datastores",
        "display_information",
        "external_auth_providers",
        "features",
        "functions",
        "mcp_servers",
        "oauth_config",
        "outgoing_domains",
        "settings",
        "types",
        "workflows",
    )
)
_OTHER_SCOPES = frozenset(("commands", "chat:write.customize", "chat:write.public", "links:read", "links:write"))
"""Scopes that the sandbox heeds without a method or an event of theirs."""


def read_manifest(path: Path) -> Manifest:
    """The manifest in the file at `path`; ManifestError, naming all that is wrong, when Slack would not take it."""
    try:
        written = read_yaml(path)
        manifest = Manifest.model_validate(written)
    except OSError as error:
        raise ManifestError(f"The manifest {path} cannot be read: {error.strerror}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise ManifestError(f"The manifest {path} is not UTF-8 text.") from error
    except yaml.YAMLError as error:
        raise ManifestError(f"The manifest {path} is not valid YAML: {error}") from error
    except ValidationError as error:
        wrong = [f"{'.'.join(map(str, each['loc'])) or 'the top'}: {each['msg']}" for each in error.errors()]
        raise _refused(path, wrong) from error
    found = [*_unknown_parts(written), *_faults_of(manifest)]
    if found:
        raise _refused(path, found)
    return manifest


def notes_on(manifest: Manifest) -> list[str]:
    """What stands in the manifest and will have no effect in the sandbox, each with the reason."""
    known = _OTHER_SCOPES.union(*(method.scopes for method in METHODS.values()), *map(_scopes_of, SENT))
    unknown = [scope for scope in manifest.scopes if scope not in known]
    silent = [event for event in manifest.events if event in LEFT_OUT]
    barred = [event for event in manifest.events if not _is_allowed(event, manifest)]
    return [
        *(f"The scope {scope} opens nothing here{_perhaps(scope, known)}." for scope in unknown),
        *(f"The event {event} is never sent here: {LEFT_OUT[event]}." for event in silent),
        *(f"The event {event} needs one of the scopes {', '.join(sorted(_scopes_of(event)))}." for event in barred),
    ]


def _refused(path: Path, wrong: list[str]) -> ManifestError:
    if len(wrong) == 1:
        return ManifestError(f"The manifest {path} is wrong at {wrong[0]}.")
    return ManifestError(
        "\n".join([f"The manifest {path} is wrong in {len(wrong)} places:", *map("- {}".format, wrong)])
    )


def _unknown_parts(written: object) -> Iterator[str]:
    for part in written if isinstance(written, dict) else ():
        if part not in _PARTS:
            yield f"{part}: there is no such part of a manifest{_perhaps(str(part), _PARTS)}"


def _faults_of(manifest: Manifest) -> Iterator[str]:
    if len(manifest.display.name) > _MOST_NAME:
        yield f"display_information.name: at most {_MOST_NAME} characters"
    if len(manifest.display.description) > _MOST_DESCRIPTION:
        yield f"display_information.description: at most {_MOST_DESCRIPTION} characters"
    if manifest.scopes and manifest.features.bot_user is None:
        yield "features.bot_user: an app with bot scopes needs one"
    yield from _command_faults(manifest)
    if len(manifest.features.shortcuts) > _MOST_SHORTCUTS:
        yield f"features.shortcuts: at most {_MOST_SHORTCUTS}"
    for event in manifest.events:
        if event not in SENT and event not in LEFT_OUT:
            known = {*SENT, *LEFT_OUT}
            yield f"settings.event_subscriptions.bot_events: there is no event {event}{_perhaps(event, known)}"


def _command_faults(manifest: Manifest) -> Iterator[str]:
    names = [each.command for each in manifest.features.slash_commands]
    if names and "commands" not in manifest.scopes:
        yield "oauth_config.scopes.bot: slash commands need the scope commands"
    for name, count in Counter(names).items():
        if not _COMMAND.fullmatch(name):
            yield f"features.slash_commands: {name!r} is no command; a slash and lower-case letters, digits, - and _"
        if count > 1:
            yield f"features.slash_commands: {name} stands {count} times"


def _is_allowed(event: str, manifest: Manifest) -> bool:
    needed = _scopes_of(event) if event in SENT else frozenset()
    return not needed or bool(needed & set(manifest.scopes))


def _scopes_of(event: str) -> frozenset[str]:
    scopes = SENT[event].scopes
    return frozenset(filter(None, [scopes] if isinstance(scopes, str) else scopes.values()))


def _perhaps(name: str, known: frozenset[str] | set[str]) -> str:
    near = get_close_matches(name, known, n=1, cutoff=0.8)
    return f" (did you mean {near[0]}?)" if near else ""
