"""A manifest that Slack would not take is refused with all that is wrong; what has no effect here is told."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.sandbox.errors import ManifestError
from bot.sandbox.manifest_file import notes_on, read_manifest

Json = dict[str, Any]


def written(folder: Path, **changes: Any) -> Path:
    """A small manifest with these parts changed."""
    manifest: Json = {
        "display_information": {"name": "Kite"},
        "features": {"bot_user": {"display_name": "Kite"}, "slash_commands": [{"command": "/kite"}]},
        "oauth_config": {"scopes": {"bot": ["commands", "chat:write"]}},
        "settings": {"event_subscriptions": {"bot_events": ["app_home_opened"]}},
    }
    path = folder / "manifest.yml"
    path.write_text(yaml.safe_dump({**manifest, **changes}))
    return path


def events(*names: str) -> Json:
    """Settings that subscribe to these events."""
    return {"event_subscriptions": {"bot_events": list(names)}}


def commands(*names: str) -> Json:
    """Features with these slash commands."""
    return {"bot_user": {"display_name": "Kite"}, "slash_commands": [{"command": name} for name in names]}


def test_a_well_made_manifest_is_read_without_a_note(tmp_path: Path) -> None:
    manifest = read_manifest(written(tmp_path))
    assert manifest.bot_name == "Kite"
    assert notes_on(manifest) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"agent_vew": {}}, "agent_vew: there is no such part of a manifest."),
        ({"seting": {}}, "seting: there is no such part of a manifest (did you mean settings?)."),
        ({"settings": events("app_home_opend")}, "there is no event app_home_opend (did you mean app_home_opened?)."),
        ({"features": commands("kite")}, "'kite' is no command"),
        ({"features": commands("/Big Kite")}, "'/Big Kite' is no command"),
        ({"features": commands("/kite", "/kite")}, "/kite stands 2 times"),
        ({"features": {}}, "features.bot_user: an app with bot scopes needs one"),
        ({"oauth_config": {"scopes": {"bot": ["chat:write"]}}}, "slash commands need the scope commands"),
        ({"display_information": {"name": "K" * 36}}, "display_information.name: at most 35 characters"),
        ({"display_information": {}}, "display_information.name: Field required"),
    ],
)
def test_what_slack_would_not_take_is_named(tmp_path: Path, changes: Json, said: str) -> None:
    with pytest.raises(ManifestError) as refused:
        read_manifest(written(tmp_path, **changes))
    assert said in str(refused.value)


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    path = written(tmp_path, features=commands("kite", "Kite"), settings=events("bogus"))
    with pytest.raises(ManifestError, match="wrong in 3 places"):
        read_manifest(path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "manifest.yml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ManifestError, match="not UTF-8"):
        read_manifest(path)


def test_what_has_no_effect_is_told_with_the_reason(tmp_path: Path) -> None:
    scopes = {"scopes": {"bot": ["commands", "chat:wrte"]}}
    manifest = read_manifest(written(tmp_path, oauth_config=scopes, settings=events("reaction_added", "team_rename")))
    assert notes_on(manifest) == [
        "The scope chat:wrte opens nothing here (did you mean chat:write?).",
        "The event team_rename is never sent here: the workspace's own settings do not change.",
        "The event reaction_added needs one of the scopes reactions:read.",
    ]
