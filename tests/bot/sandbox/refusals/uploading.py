"""Refusals of files.*, and of updating a message with files."""

from typing import Any

import aiohttp

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.scene import Provoked, Scene, by

_ASK, _COMPLETE = "files.getUploadURLExternal", "files.completeUploadExternal"
_TOO_MUCH = 50 * 1024 * 1024 + 1


async def upload(scene: Scene) -> str:
    """The id of a file whose bytes are there."""
    told = await scene.call(_ASK, filename="terms.txt", length=5)
    async with scene.place.web.post(told["upload_url"], data=b"terms") as response:
        assert response.status == 200
    return str(told["file_id"])


async def hers(scene: Scene, channel: str) -> str:
    """The id of a file that Ana has sent into the channel."""
    form = aiohttp.FormData({"as": "ana", "channel": channel})
    form.add_field("file", b"terms", filename="terms.txt")
    async with scene.place.web.post(f"{scene.place.running.url}/sandbox/files", data=form) as response:
        return str((await response.json())["files"][0]["id"])


async def deleted(scene: Scene) -> str:
    """The id of a file that is gone."""
    file_id = await upload(scene)
    await scene.call(_COMPLETE, files=[{"id": file_id}])
    await scene.call("files.delete", file=file_id)
    return file_id


def _completed(**wrong: Any) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        given = {key: getattr(scene, value[1:]) if value[0] == "$" else value for key, value in wrong.items()}
        return await scene.call(_COMPLETE, files=[{"id": await upload(scene)}], **given)

    return provoke


async def _complete_hers(scene: Scene) -> Json:
    return await scene.call(_COMPLETE, files=[{"id": await hers(scene, "practice")}])


async def _complete_in_archived(scene: Scene) -> Json:
    return await scene.call(_COMPLETE, files=[{"id": await upload(scene)}], channel_id=await scene.archived())


async def _info_of_deleted(scene: Scene) -> Json:
    return await scene.call("files.info", file=await deleted(scene))


async def _info_of_unseen(scene: Scene) -> Json:
    return await scene.call("files.info", file=await hers(scene, "general"))


async def _delete_hers(scene: Scene) -> Json:
    return await scene.call("files.delete", file=await hers(scene, "practice"))


async def _delete_twice(scene: Scene) -> Json:
    return await scene.call("files.delete", file=await deleted(scene))


async def _update_with_deleted(scene: Scene) -> Json:
    file_ids = [await deleted(scene)]
    return await scene.call("chat.update", channel=scene.practice, ts=scene.parent, text="x", file_ids=file_ids)


REFUSALS: dict[tuple[str, str], Provoked] = {
    (_ASK, "alt_txt_too_large"): by(_ASK, filename="a.png", length=1, alt_txt="x" * 1001),
    (_ASK, "file_upload_size_restricted"): by(_ASK, filename="a.txt", length=_TOO_MUCH),
    (_ASK, "snippet_too_large"): by(_ASK, filename="a.py", length=1024 * 1024 + 1, snippet_type="python"),
    (_ASK, "unknown_snippet_type"): by(_ASK, filename="a.py", length=1, snippet_type="sofa"),
    (_COMPLETE, "access_denied"): _complete_hers,
    (_COMPLETE, "channel_not_found"): _completed(channel_id="C0NOWHERE"),
    (_COMPLETE, "channels_limit_exceeded"): _completed(channels=",".join(["C0NOWHERE"] * 101)),
    (_COMPLETE, "file_not_found"): by(_COMPLETE, files=[{"id": "F0NOWHERE"}]),
    (_COMPLETE, "invalid_blocks"): _completed(channel_id="$practice", blocks='[{"type": "sofa"}]'),
    (_COMPLETE, "invalid_channel"): _completed(channels="C0NOWHERE"),
    (_COMPLETE, "not_in_channel"): _completed(channel_id="$general"),
    (_COMPLETE, "posting_to_channel_denied"): _complete_in_archived,
    ("files.info", "file_deleted"): _info_of_deleted,
    ("files.info", "file_not_found"): by("files.info", file="F0NOWHERE"),
    ("files.info", "not_visible"): _info_of_unseen,
    ("files.list", "unknown_type"): by("files.list", types="sofas"),
    ("files.list", "user_not_found"): by("files.list", user="U0NOBODY"),
    ("files.delete", "cant_delete_file"): _delete_hers,
    ("files.delete", "file_deleted"): _delete_twice,
    ("files.delete", "file_not_found"): by("files.delete", file="F0NOWHERE"),
    ("chat.update", "file_deleted"): _update_with_deleted,
    ("chat.update", "file_not_found"): by(
        "chat.update", channel="$practice", ts="$parent", text="x", file_ids=["F0NOWHERE"]
    ),
}
