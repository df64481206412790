"""Files as Slack writes them in JSON."""

from urllib.parse import quote

from bot.sandbox.records import File
from bot.sandbox.wire import Json, without_nothing
from bot.sandbox.workspace import Workspace

_SHOWN_LINES = 5
_SHOWN_CHARACTERS = 1000
_THUMBS = (360, 480, 720, 800, 960, 1024)
_KINDS = {"channel": "channels", "group": "groups", "mpim": "groups", "im": "ims"}


def file_json(workspace: Workspace, file: File) -> Json:
    """A file object, with where it is shared; of a deleted one only its id is left."""
    if file.mode == "tombstone":
        return {"id": file.id, "mode": "tombstone"}
    private = f"{workspace.url}/files-pri/{workspace.team_id}-{file.id}"
    name = quote(file.name, safe="")
    shown: Json = {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title,
        "mimetype": file.mimetype,
        "filetype": file.filetype,
        "pretty_type": file.pretty_type,
        "user": file.user,
        "user_team": workspace.team_id,
        "editable": file.mode == "snippet",
        "size": len(file.content),
        "mode": file.mode,
        "is_external": False,
        "external_type": "",
        "is_public": _is_public(workspace, file),
        "public_url_shared": False,
        "display_as_bot": False,
        "username": "",
        "url_private": f"{private}/{name}",
        "url_private_download": f"{private}/download/{name}",
        "permalink": f"{workspace.url}/files/{file.user}/{file.id}/{name}",
        "comments_count": 0,
        "is_starred": False,
        "has_rich_preview": False,
        "file_access": "visible",
        "alt_txt": file.alt_txt or None,
        "shares": _shares(workspace, file),
        **_places(workspace, file),
        **_picture(workspace, file),
        **_preview(file),
    }
    return without_nothing(shown)


def _is_public(workspace: Workspace, file: File) -> bool:
    return any(workspace.channels[share.channel].kind == "channel" for share in file.shares)


def _places(workspace: Workspace, file: File) -> Json:
    places: dict[str, list[str]] = {"channels": [], "groups": [], "ims": []}
    for channel_id in dict.fromkeys(share.channel for share in file.shares):
        places[_KINDS[workspace.channels[channel_id].kind]].append(channel_id)
    return {**places}


def _shares(workspace: Workspace, file: File) -> Json:
    shares: dict[str, dict[str, list[Json]]] = {}
    for share in file.shares:
        channel = workspace.channels[share.channel]
        message, thread = channel.history.find(share.ts), channel.history.thread(share.ts)
        told: Json = {
            "reply_users": thread.users[:5] if thread else [],
            "reply_users_count": len(thread.users) if thread else 0,
            "reply_count": len(thread.replies) if thread else 0,
            "ts": share.ts,
            "thread_ts": message.thread_ts if message else None,
            "latest_reply": thread.replies[-1] if thread else None,
            "channel_name": channel.name,
            "team_id": workspace.team_id,
            "share_user_id": file.user,
        }
        side = shares.setdefault("public" if channel.kind == "channel" else "private", {})
        side.setdefault(channel.id, []).append(without_nothing(told))
    return {**shares}


def _picture(workspace: Workspace, file: File) -> Json:
    """The thumbnails of a picture; each address leads to the picture itself."""
    if not file.width or not file.height:
        return {}
    address = f"{workspace.url}/files-tmb/{workspace.team_id}-{file.id}/{quote(file.name, safe='')}"
    shown: Json = {"original_w": file.width, "original_h": file.height}
    shown |= {f"thumb_{side}": address for side in (64, 80, 160)}
    longest = max(file.width, file.height)
    for side in (each for each in _THUMBS if each <= max(longest, _THUMBS[0])):
        scale = min(1.0, side / longest)
        shown[f"thumb_{side}"] = address
        shown[f"thumb_{side}_w"] = max(1, round(file.width * scale))
        shown[f"thumb_{side}_h"] = max(1, round(file.height * scale))
    return shown


def _preview(file: File) -> Json:
    if file.mode != "snippet":
        return {}
    lines = file.content.decode().splitlines()
    first = "\n".join(lines[:_SHOWN_LINES])
    return {
        "preview": first[:_SHOWN_CHARACTERS],
        "preview_is_truncated": len(lines) > _SHOWN_LINES or len(first) > _SHOWN_CHARACTERS,
        "lines": len(lines),
        "lines_more": max(0, len(lines) - _SHOWN_LINES),
    }
