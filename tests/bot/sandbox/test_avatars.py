"""The pictures of people and of the app."""

from tests.bot.sandbox.place import Place


async def test_a_person_has_a_picture_in_every_size_served_here(place: Place) -> None:
    profile = (await place.client.users_info(user=place.person("ana")))["user"]["profile"]
    assert profile["avatar_hash"]
    for size in (24, 32, 48, 72, 192, 512):
        address = profile[f"image_{size}"]
        assert address.startswith(place.running.url)
        async with place.web.get(address) as answer:
            assert answer.status == 200
            assert answer.content_type == "image/svg+xml"
            drawn = await answer.text()
        assert f'width="{size}"' in drawn
        assert ">AR</text>" in drawn


async def test_the_picture_changes_with_the_name(place: Place) -> None:
    before = (await place.client.users_info(user=place.person("ana")))["user"]["profile"]
    await place.ask("PATCH", "people", **{"as": "ana"}, real_name="Ana Soler")
    after = (await place.client.users_info(user=place.person("ana")))["user"]["profile"]
    assert before["avatar_hash"] != after["avatar_hash"]
    assert before["image_72"] != after["image_72"]


async def test_the_app_has_icons_wherever_it_is_shown(place: Place) -> None:
    posted = await place.client.chat_postMessage(channel=place.channel("practice"), text="hello")
    icons = posted["message"]["bot_profile"]["icons"]
    assert sorted(icons) == ["image_36", "image_48", "image_72"]
    assert (await place.client.bots_info())["bot"]["icons"] == icons
    async with place.web.get(icons["image_48"]) as answer:
        assert answer.status == 200


async def test_nobody_has_no_picture(place: Place) -> None:
    async with place.web.get(f"{place.running.url}/avatars/U0NOBODY/g0_48.svg") as answer:
        assert answer.status == 404
