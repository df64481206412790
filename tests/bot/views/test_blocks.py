"""Whatever people write, it is shown as they wrote it, pings nobody, and fits Slack's limits."""

import re

from hypothesis import given
from hypothesis import strategies as st

from bot.views.blocks import HEADER_LIMIT, SECTION_LIMIT, button, escape, header, quoted, section, unescape
from bot.views.line import line_message

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
def test_unescaping_gives_back_what_was_typed(text: str) -> None:
    assert unescape(escape(text)) == text


@given(st.text(min_size=1, max_size=10_000))
def test_long_texts_are_cut_to_what_slack_takes(text: str) -> None:
    assert len(section(text)["text"]["text"]) <= SECTION_LIMIT
    assert len(header(text)["text"]["text"]) <= HEADER_LIMIT
    assert len(button("a", text)["text"]["text"]) <= 75


def test_a_quote_is_one_line_in_typographic_quotes() -> None:
    assert quoted("I can do\n 33,900 ") == "“I can do 33,900”"
    assert quoted("x" * 300).endswith("…”")
