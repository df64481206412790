"""The Home and Messages tabs."""

from typing import Any

from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place, actions, button, modal, refused, section

Json = dict[str, Any]


def home(*blocks: Json) -> Json:
    """A Home tab."""
    return {"type": "home", "blocks": list(blocks) or [section("Welcome")]}


async def test_opening_the_home_tells_the_app_which_fills_it(place: Place, app: AsyncApp) -> None:
    await place.do("ana", "home/open")
    await place.until(lambda: place.events("app_home_opened"))
    [event] = place.events("app_home_opened")
    assert event["tab"] == "home"
    assert event["channel"] == place.channel("dm:ana")
    assert "view" not in event
    await place.client.views_publish(user_id=place.person("ana"), view=home())
    view = (await place.ask("GET", "home?as=ana"))["view"]
    assert view["blocks"][0]["text"]["text"] == "Welcome"
    assert (await place.ask("GET", "home?as=ben"))["view"] is None


async def test_the_messages_tab_is_told_apart(place: Place, app: AsyncApp) -> None:
    await place.do("ana", "messages_tab/open")
    await place.until(lambda: place.events("app_home_opened"))
    assert place.events("app_home_opened")[0]["tab"] == "messages"


async def test_a_button_in_the_home_opens_a_modal(place: Place, app: AsyncApp) -> None:
    got: list[Json] = []

    @app.action("start")
    async def on_start(ack: Any, client: Any, body: Json) -> None:
        await ack()
        got.append(body)
        await client.views_open(trigger_id=body["trigger_id"], view=modal(section()))

    published = await place.client.views_publish(
        user_id=place.person("ana"), view=home(actions(button("start", value="v")))
    )
    answer = await place.do("ana", "actions", container={"home": True}, action_id="start")
    assert answer["acknowledged"]
    await place.until(lambda: place.running.sandbox.workspace.modals.get(place.person("ana")))
    assert got[0]["container"] == {"type": "view", "view_id": published["view"]["id"]}
    assert got[0]["view"]["type"] == "home"
    assert got[0]["actions"][0]["value"] == "v"


async def test_publishing_again_keeps_the_id_and_guards_by_hash(place: Place) -> None:
    who = place.person("ana")
    first = (await place.client.views_publish(user_id=who, view=home()))["view"]
    second = (await place.client.views_publish(user_id=who, view=home(), hash=first["hash"]))["view"]
    assert second["id"] == first["id"]
    stale = place.client.views_publish(user_id=who, view=home(), hash=first["hash"])
    assert (await refused(stale))["error"] == "hash_conflict"


async def test_a_modal_cannot_be_published_as_a_home(place: Place) -> None:
    answer = await refused(place.client.views_publish(user_id=place.person("ana"), view=modal(section())))
    assert answer["error"] == "invalid_arguments"
    assert "[json-pointer:/view/type]" in answer["response_metadata"]["messages"][0]
