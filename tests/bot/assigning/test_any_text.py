"""Whatever is written after `/haggle assign` is understood or complained of, in time in proportion to its length."""

import time
from datetime import datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.flows.assigning.clauses import CLAUSES
from bot.flows.assigning.reading import Line, read_line
from bot.flows.assigning.scan import Known
from bot.flows.assigning.times import When, read_when, resolve
from packs.loading import load_installed

_INSTALLED = load_installed()
KNOWN = Known(
    _INSTALLED.ids, tuple(listed for pack in _INSTALLED.ids for listed in _INSTALLED.get(pack).pack.seed_lists)
)
_WORDS = st.sampled_from(
    [*CLAUSES, *("mon", "fri", "9:00", "17:00", "at", "9", "2", "march", "31", "feb", "2026-03-02", "2026-02-31", "in"),
     *("days", "week", "next", "end", "of", "the", "month", "tomorrow", "now", "noon", "pm", "2026", "1/2", "18422,"),
     *("car_sales", "first", "week", "car_sales@1#7", "a,1", "#9", "@x", "#x", "me", "everyone", "here", "in", "70%"),
     *("hard", "easy", "random", "buyers", "strict", "seeds", "unlimited", "three", '"Title"', '"', "<@U1>", "<#C1>"),
     *("<!channel>", "<!subteam^S1>", "<x", ">", "strat", "weekley", "999999999999999999999", "٣", "²", "=", ",,")]
)  # fmt: skip
LINES = st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=40).map(" ".join))
NOW = datetime(2026, 2, 25, 10)


@settings(max_examples=400)
@given(LINES)
def test_no_text_is_too_odd(text: str) -> None:
    line: Line = read_line(text, KNOWN)
    for phrase in (line.written.start, line.written.due, line.written.until):
        if phrase is not None:
            assert resolve(phrase.when, NOW, NOW, NOW.time()).tzinfo is None
    assert line.written.drawn >= 0
    assert all(complaint.words and complaint.told for complaint in line.complaints)


@settings(max_examples=200)
@given(st.lists(_WORDS, max_size=12).map(lambda words: [word.lower() for word in words]))
def test_a_time_takes_at_least_one_word_and_no_more_than_there_are(words: list[str]) -> None:
    read = read_when(words)
    assert read is None or 0 < read.words <= len(words)
    if read and not read.wrong and read.when != When():
        resolve(read.when, NOW, NOW, NOW.time())


def test_a_line_ten_times_as_long_takes_about_ten_times_as_long() -> None:
    for word in ("strat ", "start ", "<", '"', "1,", "a", "mon ", "draw 5 of ", "every other ", "<@U1> ", "@"):
        short, long = _seconds(word * 400), _seconds(word * 4_000)
        assert long < 30 * short + 0.2, word


def _seconds(text: str) -> float:
    began = time.process_time()
    read_line(text, KNOWN)
    return time.process_time() - began
