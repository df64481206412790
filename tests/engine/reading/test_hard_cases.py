"""Utterances that are easy to misread, each with what must be read."""

from dataclasses import replace

import pytest

from engine.reading.context import ReadingContext, price_talk
from engine.reading.read import read_message
from engine.reading.reading import Act
from engine.scenario.scenario import Topic
from engine.terms.terms import IssueId
from tests.engine.reading.table import ISSUES, LIST_PRICE, TRADE_IN, dollars, offers_in, table

Read = list[tuple[str, float, str]]


def price(amount: float, modality: str = "firm") -> Read:
    return [("price", amount, modality)]


WRITTEN: dict[str, Read] = {
    "34,900 out the door.": price(34_900),
    "$34.9k": price(34_900),
    "I can do 34k": price(34_000),
    "34.9 and it's yours": price(34_900),
    "27.5": price(27_500),
    "34.900": price(34_900),
    "34'900": price(34_900),
    "34 900 $": price(34_900),
    "$ 34,900.00": price(34_900),
    "34.5K even": price(34_500),
    "I'll go 34-five": price(34_500),
    "33-5 is as far as I go": price(33_500),
    "34 flat": price(34_000),
    "34,9 then": price(34_900),
    "34.900,00": price(34_900),
    "３４，９００": price(34_900),
}

SPOKEN: dict[str, Read] = {
    "thirty-three nine is my best": price(33_900),
    "thirty three nine fifty": price(33_950),
    "thirty-four and a half": price(34_500),
    "thirty four thousand two hundred": price(34_200),
    "34 thousand 2 hundred": price(34_200),
    "I could do thirty-four grand": price(34_000),
    "twenty-nine thousand and that's it": price(29_000),
}

CHANGES: dict[str, Read] = {
    "knock off one grand": price(33_900),
    "I can knock off one grand, so 33,900": price(33_900),
    "I'd come down another 500": price(34_400),
    "I could knock $500 off the price": price(34_400),
    "a grand off": price(33_900),
    "I can take 15% off": price(29_665),
    "5% off list": price(34_589.5),
    "split the difference?": price(33_350, "probe"),
    "Let's meet halfway": price(33_350),
    "I can meet you in the middle at 33,300": price(33_300),
    "I can't split the difference": price(33_350, "rejected"),
    "I'll move from 34,900 to 33,900": price(33_900),
    "34,500, and I can take another 300 off": [("price", 34_500, "firm"), ("price", 34_200, "firm")],
}

FIRMNESS: dict[str, Read] = {
    "can't do 33k": price(33_000, "rejected"),
    "I don't think I can do 33": price(33_000, "rejected"),
    "There's no way I could sell it for 33": price(33_000, "rejected"),
    "33k is too low": price(33_000, "rejected"),
    "33 doesn't work for me": price(33_000, "rejected"),
    "I'd lose money at 33k": price(33_000, "rejected"),
    "Not 33. 34.": [("price", 33_000, "rejected"), ("price", 34_000, "firm")],
    "I can't do 33 but I can do 34": [("price", 33_000, "rejected"), ("price", 34_000, "firm")],
    "I can't go lower than 34k": price(34_000),
    "I won't take a penny less than 34,000": price(34_000),
    "no less than 34,000": price(34_000),
    "34,900 isn't negotiable": price(34_900),
    "Why not 34?": price(34_000, "probe"),
    "what if 34?": price(34_000, "probe"),
    "Would 33,500 work for you?": price(33_500, "probe"),
    "what would you say to 34,250?": price(34_250, "probe"),
    "I might be able to do 34": price(34_000, "probe"),
    "If I could get to 33, would you sign today?": price(33_000, "probe"),
    "somewhere between 33 and 34": [("price", 33_000, "probe"), ("price", 34_000, "probe")],
    "33-34k": [("price", 33_000, "probe"), ("price", 34_000, "probe")],
    "How about 33,500?": price(33_500),
    "33,900 if you sign this week": price(33_900, "conditional"),
    "If you can come up to 33,500 you've got a deal": price(33_500, "conditional"),
    "as long as you pick it up, 33,900": price(33_900, "conditional"),
    "33,500 ok?": price(33_500),
    "31,800?": price(31_800, "echo"),
    "So 34,900?": price(34_900, "echo"),
    "You said 31,800": price(31_800, "echo"),
    "So you're at 31,800 and I'm at 34,900": [("price", 31_800, "echo"), ("price", 34_900, "firm")],
    "I can do 31,800": price(31_800),
}

NO_PRICES: dict[str, Read] = {
    text: []
    for text in (
        "MSRP is 36,410",
        "It lists for 36,410",
        "It has 53K miles on it",
        "53,000 original miles",
        "It's a 2025 model",
        "my 2019 engine",
        "I put 2k into tires",
        "We paid 31,500 for it",
        "4.9% APR",
        "$598 x 72",
        "it comes to $598/mo for 72 months",
        "about 598 a month",
        "Eastside's at 32,600 but theirs is two years older",
        "Eastside quoted you 32,600?",
        "Dealers are asking 35,000",
        "My cost is 33,000",
        "It seats 7 and gets 36 mpg",
        "How does Saturday at 10 sound?",
        "one more thing",
        "2 kids and 3 dogs, how do you manage?",
        "call me at 555-0134",
        "I hear you, 2k is a lot of money",
        "Five seats, best for four; 18 cubic feet of trunk.",
        "It has a 14-cubic-foot trunk and a 2.4-liter engine",
        "about $480 a year in scheduled service",
        "it tows 9,200 pounds",
        "I can give you 20 reasons to like it",
        "With that, it leaves about 33k",
        "so 33,980 difference",
        "it was 36,410 on the window",
    )
}

PACKAGES: dict[str, Read] = {
    "33,900 and the mats": [("price", 33_900, "firm"), ("mats", 1, "firm")],
    "33,900, mats included": [("price", 33_900, "firm"), ("mats", 1, "firm")],
    "I'll throw in the mats": [("mats", 1, "firm")],
    "I'll include the mats at cost": [("mats", 1, "firm")],
    "Mats are on the house": [("mats", 1, "firm")],
    "I can't throw in the mats": [("mats", 0, "firm")],
    "33,700 but no mats": [("price", 33_700, "firm"), ("mats", 0, "firm")],
    "33,700, mats, delivery": [("price", 33_700, "firm"), ("mats", 1, "firm"), ("delivery", 1, "firm")],
    "33,700 delivery and mats": [("price", 33_700, "firm"), ("delivery", 1, "firm"), ("mats", 1, "firm")],
    "without the mats I could do 33,700": [("mats", 0, "firm"), ("price", 33_700, "firm")],
    "no delivery, but I'll do the warranty": [("delivery", 0, "firm"), ("warranty", 1, "firm")],
    "If I throw in the mats, would you do 33,900?": [("mats", 1, "probe"), ("price", 33_900, "probe")],
    "Free delivery if we close today at 34,100": [("delivery", 1, "conditional"), ("price", 34_100, "conditional")],
    "the mats are $240": [],
    "Tell me about the mats you have now": [],
    "I'd give you 6,500 for your trade": [("trade_in", 6_500, "firm")],
    "I can give you 6500 for your old car and do 33,900 out the door": [
        ("trade_in", 6_500, "firm"),
        ("price", 33_900, "firm"),
    ],
    "If you can decide this week I can do 33,900, because I don't have to hold it, and I'd put the mats in.": [
        ("price", 33_900, "conditional"),
        ("mats", 1, "conditional"),
    ],
}


@pytest.mark.parametrize(
    ("text", "wanted"), [*{**WRITTEN, **SPOKEN, **CHANGES, **FIRMNESS, **NO_PRICES, **PACKAGES}.items()]
)
def test_a_hard_utterance_is_read_as_it_is_meant(text: str, wanted: Read) -> None:
    assert offers_in(text) == wanted


@pytest.mark.parametrize(
    ("text", "list_price", "wanted"),
    [
        ("nine hundred", 1_000, 900),
        ("twelve fifty", 1_500, 1_250),
        ("two fifty and I come today", 300, 250),
        ("four fifty", 450_000, 450_000),
        ("four ninety-nine nine", 520_000, 499_900),
        ("27.50", 30, 27.50),
        ("I can pay 1,500 a month", 1_900, 1_500),
        ("15% off would do it", 200, 170),
    ],
)
def test_the_size_of_a_number_follows_from_what_is_on_the_table(text: str, list_price: int, wanted: float) -> None:
    read = read_message(text, price_talk(dollars(list_price)))
    assert [offer.amount for offer in read.offers] == [dollars(wanted)]


@pytest.mark.parametrize(
    ("text", "last_issue", "wanted"),
    [
        ("6,500", TRADE_IN, [("trade_in", 6_500, "firm")]),
        ("34,000 then", TRADE_IN, [("price", 34_000, "firm")]),
        ("34,000", None, [("price", 34_000, "firm")]),
    ],
)
def test_a_bare_number_goes_to_the_issue_last_talked_about(text: str, last_issue: IssueId | None, wanted: Read) -> None:
    assert offers_in(text, table(last_issue=last_issue)) == wanted


@pytest.mark.parametrize(
    ("text", "last_issue", "issue", "amount"),
    [
        ("34", TRADE_IN, "trade_in", 34_000),
        ("nine hundred", None, "price", 900),
        ("I could do $500", None, "price", 500),
    ],
)
def test_an_implausible_number_is_doubted_not_guessed(
    text: str, last_issue: IssueId | None, issue: str, amount: float
) -> None:
    read = read_message(text, table(last_issue=last_issue))
    assert read.offers == ()
    assert [(doubt.issue, doubt.amount) for doubt in read.doubts] == [(issue, dollars(amount))]


def test_a_lone_number_before_any_price_is_doubted_with_what_it_would_mean() -> None:
    read = read_message("31", table(own=0, other=0))
    assert [(doubt.amount, doubt.span.text) for doubt in read.doubts] == [(dollars(31_000), "31")]


def test_a_sum_for_a_trade_in_is_no_price_where_none_is_on_the_table() -> None:
    read = read_message("I'll give you 5,500 for your trade-in", price_talk(dollars(20_000)))
    assert (read.offers, read.doubts) == ((), ())


def test_a_pack_says_what_is_plausible_for_its_issues() -> None:
    bounded = replace(table(own=0, other=0), issues=(replace(ISSUES[0], low=dollars(14_000), high=dollars(33_000)),))
    assert offers_in("I can do 30,900", bounded) == price(30_900)
    assert [doubt.amount for doubt in read_message("I can do 12,500", bounded).doubts] == [dollars(12_500)]


@pytest.mark.parametrize("text", ["4", "(4)", "12", "24", "60"])
def test_a_number_far_from_both_live_offers_is_doubted(text: str) -> None:
    read = read_message(text, table())
    assert read.offers == ()
    assert [doubt.amount for doubt in read.doubts] == [dollars(1_000 * int(text.strip("()")))]


DOUBTED = read_message("12", table()).doubts[0]


@pytest.mark.parametrize("text", ["yes", "Yes, that's right.", "correct", "yep", "12,000", "I mean 12k", "12"])
def test_a_doubted_amount_that_is_affirmed_or_said_again_is_an_offer(text: str) -> None:
    assert offers_in(text, replace(table(), doubted=DOUBTED)) == price(12_000)


@pytest.mark.parametrize("text", ["no", "yes?", "yes, three rows", "34,000"])
def test_anything_else_leaves_the_doubted_amount_alone(text: str) -> None:
    assert price(12_000)[0] not in offers_in(text, replace(table(), doubted=DOUBTED))


def test_a_yes_to_a_doubt_accepts_nothing() -> None:
    acts = read_message("yes", replace(table(), doubted=DOUBTED)).acts
    assert Act.ACCEPT not in {act.act for act in acts}


BELOW_THEIRS = replace(table(own=34_900, other=31_000), price_slope=1)
SLIP = read_message("29,600", BELOW_THEIRS).doubts[0]


@pytest.mark.parametrize(
    "text", ["deal", "Great, deal.", "done", "ok", "agreed then", "let's do it", "is that a deal?"]
)
def test_who_only_agrees_does_not_confirm_a_price_worse_than_the_one_on_offer(text: str) -> None:
    assert offers_in(text, replace(BELOW_THEIRS, doubted=SLIP)) == []


@pytest.mark.parametrize("text", ["yes", "Yes, deal.", "correct", "that's right", "I mean 29,600", "29,600, deal"])
def test_who_says_yes_to_it_confirms_even_a_price_worse_than_the_one_on_offer(text: str) -> None:
    assert offers_in(text, replace(BELOW_THEIRS, doubted=SLIP)) == price(29_600)


def test_a_sum_without_a_name_goes_to_what_was_last_talked_about() -> None:
    after_the_trade = replace(table(), topics=((Topic("old_car"), ("old car", "trade")),), last_topic=Topic("old_car"))
    assert offers_in("We could give you 4,500 for it", after_the_trade) == [("trade_in", 4_500, "firm")]


@pytest.mark.parametrize("text", ["-34000", "-34,000", "-$34,000", "−34k", " -34,000. "])
def test_a_number_below_zero_is_doubted_once(text: str) -> None:
    read = read_message(text, table())
    assert read.offers == ()
    assert [doubt.amount for doubt in read.doubts] == [dollars(34_000)]
    assert offers_in(text, replace(table(), doubted=read.doubts[0])) == price(34_000)


@pytest.mark.parametrize("text", ["- 34,000", "34,000-", "My price -34,000", "34,000 - final"])
def test_a_dash_beside_a_price_is_no_minus(text: str) -> None:
    assert offers_in(text) == price(34_000)


GIVEN = table(own=LIST_PRICE - 500)
SAID_AS_A_CHANGE = replace(table(own=34_500), own_words="500")
SAID_IN_PERCENT = replace(table(own=34_300), own_words="2%")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("500 off list", price(LIST_PRICE - 500, "echo")),
        ("500 off", price(LIST_PRICE - 500, "echo")),
        ("$500 dollars off, that's my offer", price(LIST_PRICE - 500, "echo")),
        ("I can do 500 off list if you pay cash", price(LIST_PRICE - 500, "echo")),
        ("500 below sticker is what I said", price(LIST_PRICE - 500, "echo")),
        ("I can do another 500 off list", price(LIST_PRICE - 1_000)),
        ("I'll knock off an extra 500", price(LIST_PRICE - 1_000)),
        ("500 more off", price(LIST_PRICE - 1_000)),
        ("a further 500 off", price(LIST_PRICE - 1_000)),
        ("600 off list", price(LIST_PRICE - 600)),
        ("I can't do 500 off list", price(LIST_PRICE - 500, "rejected")),
    ],
)
def test_so_much_off_the_list_price_said_again_is_no_further_step(text: str, wanted: Read) -> None:
    assert offers_in(text, GIVEN) == wanted


@pytest.mark.parametrize(
    ("text", "context", "wanted"),
    [
        ("500 off", SAID_AS_A_CHANGE, price(34_500, "echo")),
        ("five hundred off", SAID_AS_A_CHANGE, price(34_500, "echo")),
        ("I'll take 500 off", SAID_AS_A_CHANGE, price(34_500, "echo")),
        ("I'll come down another 500", SAID_AS_A_CHANGE, price(34_000)),
        ("400 off", SAID_AS_A_CHANGE, price(34_100)),
        ("2 percent off", SAID_IN_PERCENT, price(34_300, "echo")),
        ("another 2% off", SAID_IN_PERCENT, price(33_614)),
        ("500 off", table(own=34_500), price(34_000)),
    ],
)
def test_a_discount_said_again_is_the_same_price_unless_it_is_called_a_further_one(
    text: str, context: ReadingContext, wanted: Read
) -> None:
    assert offers_in(text, context) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Can we shake on 34,000?", price(34_000)),
        ("Do we have a deal at 34,000?", price(34_000)),
        ("could we settle at 34", price(34_000)),
        ("Can we shake on 34,000 if you sign today?", price(34_000, "conditional")),
        ("What if we shake on 34,000?", price(34_000, "probe")),
        ("Can we do 34,000?", price(34_000, "probe")),
    ],
)
def test_who_asks_to_close_at_a_price_puts_it_on_the_table(text: str, wanted: Read) -> None:
    assert offers_in(text) == wanted
