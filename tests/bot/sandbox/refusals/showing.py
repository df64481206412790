"""Refusals of views.*."""

from typing import Any

from tests.bot.sandbox.place import Json
from tests.bot.sandbox.refusals.scene import Provoked, Scene


def modal(**more: Any) -> Json:
    """A small modal."""
    return {"type": "modal", "title": {"type": "plain_text", "text": "Start"}, "blocks": [], **more}


def home(**more: Any) -> Json:
    """An empty Home tab."""
    return {"type": "home", "blocks": [], **more}


def _trigger(scene: Scene, view_id: str | None = None) -> str:
    return scene.place.running.sandbox.triggers.issue(scene.ana, view_id)


async def _open(scene: Scene, **more: Any) -> Json:
    return await scene.call("views.open", trigger_id=_trigger(scene), view=modal(**more))


_WIDE = [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 3000}}] * 90


def _used(method: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        trigger = _trigger(scene)
        await scene.call("views.open", trigger_id=trigger, view=modal())
        return await scene.call(method, trigger_id=trigger, view=modal())

    return provoke


def _late(method: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        trigger = _trigger(scene)
        await scene.place.ask("POST", "clock", advance=60)
        return await scene.call(method, trigger_id=trigger, view=modal())

    return provoke


def _unknown(method: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        return await scene.call(method, trigger_id="1.2.3", view=modal())

    return provoke


def _wide_in(method: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        if method == "views.publish":
            return await scene.call(method, user_id=scene.ana, view=home(blocks=_WIDE))
        if method == "views.update":
            opened = await _open(scene)
            return await scene.call(method, view_id=opened["view"]["id"], view=modal(blocks=_WIDE))
        return await scene.call(method, trigger_id=_trigger(scene), view=modal(blocks=_WIDE))

    return provoke


def _same_name_in(method: str) -> Provoked:
    async def provoke(scene: Scene) -> Json:
        opened = await _open(scene, external_id="start")
        if method == "views.publish":
            return await scene.call(method, user_id=scene.ana, view=home(external_id="start"))
        trigger = _trigger(scene, opened["view"]["id"])
        if method == "views.update":
            pushed = await scene.call("views.push", trigger_id=trigger, view=modal())
            return await scene.call(method, view_id=pushed["view"]["id"], view=modal(external_id="start"))
        return await scene.call(method, trigger_id=trigger, view=modal(external_id="start"))

    return provoke


async def _pushed_onto_nothing(scene: Scene) -> Json:
    return await scene.call("views.push", trigger_id=_trigger(scene), view=modal())


async def _pushed_once_too_often(scene: Scene) -> Json:
    answer = await _open(scene)
    for _ in range(3):
        answer = await scene.call("views.push", trigger_id=_trigger(scene, answer["view"]["id"]), view=modal())
        if not answer["ok"]:
            return answer
    return answer


async def _update_of_nothing(scene: Scene) -> Json:
    return await scene.call("views.update", view_id="V0NOWHERE", view=modal())


async def _update_of_another_state(scene: Scene) -> Json:
    opened = await _open(scene)
    return await scene.call("views.update", view_id=opened["view"]["id"], hash="1.old", view=modal())


async def _home_of_another_state(scene: Scene) -> Json:
    await scene.call("views.publish", user_id=scene.ana, view=home())
    return await scene.call("views.publish", user_id=scene.ana, hash="1.old", view=home())


async def _home_that_is_off(scene: Scene) -> Json:
    scene.set_app_home(home_tab_enabled=False)
    return await scene.call("views.publish", user_id=scene.ana, view=home())


_OPENING = ("views.open", "views.push")

REFUSALS: dict[tuple[str, str], Provoked] = {
    **{(method, "exchanged_trigger_id"): _used(method) for method in _OPENING},
    **{(method, "expired_trigger_id"): _late(method) for method in _OPENING},
    **{(method, "invalid_trigger_id"): _unknown(method) for method in _OPENING},
    **{(method, "view_too_large"): _wide_in(method) for method in (*_OPENING, "views.update", "views.publish")},
    **{
        (method, "duplicate_external_id"): _same_name_in(method)
        for method in (*_OPENING, "views.update", "views.publish")
    },
    ("views.push", "not_found"): _pushed_onto_nothing,
    ("views.push", "push_limit_reached"): _pushed_once_too_often,
    ("views.update", "not_found"): _update_of_nothing,
    ("views.update", "hash_conflict"): _update_of_another_state,
    ("views.publish", "hash_conflict"): _home_of_another_state,
    ("views.publish", "not_enabled"): _home_that_is_off,
}
