"""Whatever people write, it is shown as they wrote it, pings nobody, and fits Slack's limits."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.views.blocks import HEADER_LIMIT, SECTION_LIMIT, button, escape, header, quoted, section, unescape
from bot.views.forms import plain
from bot.views.line import line_message
from bot.visible import visible

PING = re.compile(r"<[!@#]|<https?:")

nasty = st.text() | st.sampled_from(
    ["<!channel>", "<@U123>", "<https://x.example|here>", "*bold* _it_ `code`", "&lt;!here&gt;"]
)


@given(nasty)
def test_escaped_text_holds_no_ping_and_no_link(text: str) -> None:
    assert not PING.search(escape(text))
    assert not PING.search(quoted(text))
    assert not PING.search(line_message(text).text)


@given(st.text())
def test_unescaping_gives_back_what_was_typed_as_far_as_it_can_be_seen(text: str) -> None:
    assert unescape(escape(text)) == visible(text)


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("<@U012AB3CD> is 6.50 good?", "“@somebody is 6.50 good?”"),
        ("<@U1|mei> hi, <!here>", "“@mei hi, @here”"),
        ("see <https://x.example|this> and <https://y.example/z>", "“see this and https://y.example/z”"),
        ("<mailto:a@x.example|a@x.example>", "“a@x.example”"),
        ("<#C012AB3CD|sales>", "“#sales”"),
        ("5 < 6 and 7 > 6", "“5 &lt; 6 and 7 &gt; 6”"),
    ],
)
def test_a_quote_shows_people_channels_and_links_as_they_were_typed(sent: str, shown: str) -> None:
    assert quoted(sent) == shown


TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
UNSEEN = "\u00ad\u180e\u200b\u2060\u2064\ufeff\U000e0041"


@pytest.mark.parametrize("mark", [*TURNING, *UNSEEN])
def test_what_turns_or_hides_text_is_not_shown(mark: str) -> None:
    for shown in (
        escape(f"a{mark}b"),
        quoted(f"{mark}a{mark}b"),
        plain(f"{mark}ab")["text"],
        line_message(f"ab{mark}").text,
    ):
        assert mark not in shown
        assert "ab" in shown


@pytest.mark.parametrize("text", ["👩‍👩‍👧 and 🏳️‍🌈", "نمی‌خواهم", "שלום, 23,000", "e\u0301", "日本語"])
def test_joined_emoji_and_other_scripts_stay_as_they_are(text: str) -> None:
    assert escape(text) == text


def test_a_joiner_that_joins_nothing_is_not_shown() -> None:
    assert escape("a\u200db \u200c") == "ab "


@given(st.text(min_size=1, max_size=10_000))
def test_long_texts_are_cut_to_what_slack_takes(text: str) -> None:
    assert len(section(text)["text"]["text"]) <= SECTION_LIMIT
    assert len(header(text)["text"]["text"]) <= HEADER_LIMIT
    assert len(button("a", text)["text"]["text"]) <= 75


def test_a_quote_is_one_line_in_typographic_quotes() -> None:
    assert quoted("I can do\n 33,900 ") == "“I can do 33,900”"
    assert quoted("x" * 300).endswith("…”")
