"""What Slack's clients make of what people type: text and rich text."""

from typing import Any

import pytest
from slack_bolt.async_app import AsyncApp

from tests.bot.sandbox.place import Place

Json = dict[str, Any]
WAVE = {"type": "emoji", "name": "wave", "unicode": "1f44b"}


def text(words: str, **style: bool) -> Json:
    """A text element."""
    return {"type": "text", "text": words, **({"style": style} if style else {})}


def section(*elements: Json) -> Json:
    """A section of rich text."""
    return {"type": "rich_text_section", "elements": list(elements)}


async def elements(place: Place, typed: str) -> list[Json]:
    """The rich text that a typed message becomes."""
    message = await place.say("ana", typed)
    [block] = message["blocks"]
    assert block["type"] == "rich_text"
    assert block["block_id"]
    return list(block["elements"])


async def test_the_app_gets_the_rich_text_with_the_message(place: Place, app: AsyncApp) -> None:
    message = await place.say("ana", "@Haggle 34,900 *out the door*")
    await place.until(lambda: len(place.heard) == 2)
    wanted = [section({"type": "user", "user_id": place.bot_user}, text(" 34,900 "), text("out the door", bold=True))]
    for kind in ("message", "app_mention"):
        [event] = place.events(kind)
        assert event["blocks"] == message["blocks"]
        assert event["blocks"][0]["elements"] == wanted


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("plain", [text("plain")]),
        (
            "_a_ ~b~ `c*d*`",
            [text("a", italic=True), text(" "), text("b", strike=True), text(" "), text("c*d*", code=True)],
        ),
        ("*a _b_*", [text("a ", bold=True), text("b", bold=True, italic=True)]),
        ("5*3*2 and snake_case_name", [text("5*3*2 and snake_case_name")]),
        ("hi :wave: at 10:30:45", [text("hi "), WAVE, text(" at 10:30:45")]),
        ("hi 👋", [text("hi "), WAVE]),
        (":wave::skin-tone-4:", [{**WAVE, "unicode": "1f44b-1f3fd", "skin_tone": 4}]),
        ("👋🏽!", [{**WAVE, "unicode": "1f44b-1f3fd", "skin_tone": 4}, text("!")]),
        (":notanemoji: © 5", [text(":notanemoji: © 5")]),
        ("@here", [{"type": "broadcast", "range": "here"}]),
        ("https://a.test/_x_", [{"type": "link", "url": "https://a.test/_x_"}]),
        ("a@b.test", [{"type": "link", "url": "mailto:a@b.test", "text": "a@b.test"}]),
    ],
)
async def test_a_line_becomes_its_elements(place: Place, typed: str, wanted: list[Json]) -> None:
    assert await elements(place, typed) == [section(*wanted)]


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("see example.com.", "see <http://example.com|example.com>."),
        ("example.com/a?b=1&c=2", "<http://example.com/a?b=1&amp;c=2|example.com/a?b=1&amp;c=2>"),
        ("34,900.Is that it", "34,<http://900.Is|900.Is> that it"),
        ("notes.md", "<http://notes.md|notes.md>"),
        ("34.900 e.g. 2.5x a.b", "34.900 e.g. 2.5x a.b"),
        ("“34,900” – it’s yours", "“34,900” – it’s yours"),
    ],
)
async def test_bare_domains_become_links_and_nothing_else_changes(place: Place, typed: str, stored: str) -> None:
    assert (await place.say("ana", typed))["text"] == stored


async def test_lists_keep_their_depth_and_numbers(place: Place) -> None:
    typed = "terms:\n- price\n    - net\n3. term\n4. freight"
    message = await place.say("ana", typed)
    assert message["text"] == "terms:\n• price\n    ◦ net\n3. term\n4. freight"
    intro, price, net, numbered = message["blocks"][0]["elements"]
    assert intro == section(text("terms:\n"))
    assert (price["style"], price["indent"]) == ("bullet", 0)
    assert (net["style"], net["indent"]) == ("bullet", 1)
    assert (numbered["style"], numbered["offset"]) == ("ordered", 2)
    assert numbered["elements"] == [section(text("term")), section(text("freight"))]


async def test_quotes_and_code_stand_apart(place: Place) -> None:
    message = await place.say("ana", "> you said\n> 33,900\nno:\n```\na < b\n```")
    assert message["text"] == "&gt; you said\n&gt; 33,900\nno:\n```a &lt; b```"
    quote, said, code = message["blocks"][0]["elements"]
    assert quote == {"type": "rich_text_quote", "elements": [text("you said\n33,900")]}
    assert said == section(text("no:\n"))
    assert code == {"type": "rich_text_preformatted", "elements": [text("a < b")], "border": 0}


async def test_an_edit_brings_the_new_rich_text(place: Place) -> None:
    message = await place.say("ana", "34,900")
    answer = await place.ask(
        "PATCH", "messages", **{"as": "ana"}, channel="practice", ts=message["ts"], text="*33,900*"
    )
    assert answer["message"]["blocks"][0]["elements"] == [section(text("33,900", bold=True))]


async def test_a_long_message_of_marks_is_read_at_once(place: Place) -> None:
    typed = "*a " * 13_000
    assert (await place.say("ana", typed))["text"] == typed.rstrip("\n")
