"""Who a line is for: forty ways of writing to sellers, each for those whom a person would say it is for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.marketplace.handles import Addressed, Unknown, addressed

SELLERS = ("TechStore", "Tech", "QuickTech", "BudgetWires", "Cable_House", "3DWorld")

FOR_ONE = {
    "@TechStore can you do 900?": "TechStore",
    "@techstore, what's your best?": "TechStore",
    "@TECHSTORE: 900": "TechStore",
    "@TechStore's price is fine": "TechStore",
    "@TechStore’s price is fine": "TechStore",
    "@Tech can you do 900?": "Tech",
    "@tech: 900?": "Tech",
    "@Tech.": "Tech",
    "Can you do 900, @TechStore?": "TechStore",
    "can you do 900 @TechStore": "TechStore",
    "deal, @QuickTech, 3 at 6.75": "QuickTech",
    "Deal @QuickTech": "QuickTech",
    "Hi @Cable_House! Any discount for ten?": "Cable_House",
    "Thanks. @Cable_House any discount for ten?": "Cable_House",
    "I like it.\n@3DWorld what about you?": "3DWorld",
    "@3DWorld 3 @ 6.75 each?": "3DWorld",
    "@QuickTech 3 @ $6.75, ok?": "QuickTech",
    "@QuickTech can you do 6.50 to match @BudgetWires?": "QuickTech",
    "@QuickTech your price is higher than @BudgetWires": "QuickTech",
    "@QuickTech, @BudgetWires offers me 6.50.": "QuickTech",
    "＠TechStore 900?": "TechStore",
    "@Tech\u200bStore 900?": "TechStore",
    "(@TechStore) 900?": "TechStore",
    "@TechStore—900?": "TechStore",
    "@TechStore...900?": "TechStore",
    "@TechStore write to me at ana@techshop.com": "TechStore",
    "@TechStore <@U0123ABC> asked me too": "TechStore",
    "so @BudgetWires, is that your last word": "BudgetWires",
    "good morning @BudgetWires": "BudgetWires",
    "@QuickTech my limit is secret, do not tell BudgetWires": "QuickTech",
    "@QuickTech BudgetWires is at 6.50": "QuickTech",
    "@QuickTech, BudgetWires is too expensive, what about 6.60?": "QuickTech",
    "what do you think @BudgetWires?": "BudgetWires",
    "*@QuickTech* can you do 6.50?": "QuickTech",
    "`@QuickTech` can you do 6.50?": "QuickTech",
    "_@Cable_House_ can you do 6.50?": "Cable_House",
    "@QuickTech BudgetWires would do 6.50": "QuickTech",
    "@QuickTech 6.50, or I go to @BudgetWires": "QuickTech",
    "@BudgetWires is that your best?": "BudgetWires",
    "@BudgetWires can 6.50 work?": "BudgetWires",
    "BudgetWires quoted me 6.20, can you beat that @Cable_House?": "Cable_House",
    "@QuickTech BudgetWires came down to 6.50": "QuickTech",
    "@QuickTech BudgetWires just offered 6.50": "QuickTech",
    "@QuickTech BudgetWires does 65 for ten": "QuickTech",
    "@QuickTech BudgetWires 7.00. You?": "QuickTech",
    "@QuickTech BudgetWires' price is 7": "QuickTech",
    "@QuickTech can you go to 7? BudgetWires already did.": "QuickTech",
    "@BudgetWires I'd rather buy from QuickTech": "BudgetWires",
    "@QuickTech, not @BudgetWires: 7?": "QuickTech",
}

FOR_SOME = {
    "@QuickTech @BudgetWires can you both do 6.50?": ("QuickTech", "BudgetWires"),
    "@QuickTech, @BudgetWires: 6.50?": ("QuickTech", "BudgetWires"),
    "@QuickTech and @BudgetWires, 6.50?": ("QuickTech", "BudgetWires"),
    "@QuickTech & @budgetwires 6.50?": ("QuickTech", "BudgetWires"),
    "6.50, @QuickTech and @BudgetWires?": ("QuickTech", "BudgetWires"),
    "@Tech/@TechStore: same question": ("Tech", "TechStore"),
    "@QuickTech 6.50? @BudgetWires 6.00?": ("QuickTech", "BudgetWires"),
    "@QuickTech+@BudgetWires 6.50?": ("QuickTech", "BudgetWires"),
    "@QuickTech@BudgetWires can you do 6.50?": ("QuickTech", "BudgetWires"),
    "@QuickTech/@BudgetWires can you do 6.50?": ("QuickTech", "BudgetWires"),
}

FOR_ALL = (
    "I need 3 USB-C cables, what can you offer?",
    "3 @ 6.75?",
    "Mail me: ana@techstore.com",
    "<mailto:sales@techstore.com|sales@techstore.com> is where the invoice goes",
    "<@U0123ABC> and I need 3 cables",
    "I asked <@U0123ABC> about it: 3 cables",
    "@all 3 cables please",
    "hello @everyone",
    "",
)

UNCLEAR = {
    "@TechStor 900?": ("TechStor", ("Tech", "TechStore")),
    "@Budget can you do 6?": ("Budget", ("BudgetWires",)),
    "@Quick-Tech 6.50?": ("Quick-Tech", ("QuickTech",)),
    "@TechStoreX 900?": ("TechStoreX", ("TechStore", "Tech")),
    "@Nobody 900?": ("Nobody", ()),
    "<@U0123ABC> can you do 900?": ("", ()),
    "hey <@U0123ABC|techstore>, 900?": ("", ()),
    "<@U0123ABC>": ("", ()),
    "<@U0123ABC> should I take this?": ("", ()),
    "<@U0123ABC> this is my max: 7.50": ("", ()),
    "<@U1> <@U2> can you look": ("", ()),
    "what do you think, <@U0123ABC>?": ("", ()),
    "thanks <@U0123ABC>, will try 6.50": ("", ()),
}


@pytest.mark.parametrize(("text", "seller"), FOR_ONE.items())
def test_a_line_for_one_seller_goes_to_that_seller_alone(text: str, seller: str) -> None:
    found = addressed(text, SELLERS)
    assert (found.to, found.everybody, found.is_clear) == ((seller,), False, True)


@pytest.mark.parametrize(("text", "sellers"), FOR_SOME.items())
def test_a_line_for_some_goes_to_each_of_them(text: str, sellers: tuple[str, ...]) -> None:
    assert addressed(text, SELLERS) == Addressed(sellers)


@pytest.mark.parametrize("text", FOR_ALL)
def test_a_line_that_calls_nobody_is_for_everybody(text: str) -> None:
    assert addressed(text, SELLERS) == Addressed(SELLERS, everybody=True)


@pytest.mark.parametrize(("text", "strange"), UNCLEAR.items())
def test_an_unknown_handle_is_asked_about_and_never_broadcast(text: str, strange: tuple[str, tuple[str, ...]]) -> None:
    found = addressed(text, SELLERS)
    assert not found.is_clear
    assert not found.everybody
    [unknown] = found.unknown
    assert unknown.written == strange[0]
    assert set(unknown.meant) == set(strange[1])


@pytest.mark.parametrize(
    "text", ["can anyone do better than @BudgetWires did", "@BudgetWires is at 6.50, who beats that?"]
)
def test_a_seller_who_is_only_talked_about_is_not_written_to(text: str) -> None:
    found = addressed(text, SELLERS)
    assert found == Addressed((), about=("BudgetWires",))
    assert not found.is_clear


def test_one_unknown_handle_holds_the_whole_line_back() -> None:
    found = addressed("@QuickTech @Nobody 6.50?", SELLERS)
    assert found.to == ("QuickTech",)
    assert found.unknown == (Unknown("Nobody", ()),)
    assert not found.is_clear


@given(st.text(max_size=300), st.lists(st.sampled_from(SELLERS), unique=True))
def test_any_text_has_an_answer_and_only_known_sellers_are_written_to(text: str, handles: list[str]) -> None:
    found = addressed(text, handles)
    assert set(found.to) <= set(handles)
    assert not (found.everybody and found.to != tuple(handles))


@given(st.sampled_from(SELLERS), st.sampled_from(["", " ", ",", ":", "!", "?", ".", " please", "'s", ")"]))
def test_what_follows_a_handle_is_never_swallowed(handle: str, after: str) -> None:
    assert addressed(f"@{handle}{after} 3 pieces", SELLERS).to == (handle,)


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("ok BudgetWires deal", ("BudgetWires",)),
        ("budgetwires, can you do 6?", ("BudgetWires",)),
        ("@QuickTech can you match BudgetWires?", ("QuickTech",)),
        ("QuickTech and BudgetWires: your best price?", ("QuickTech", "BudgetWires")),
        ("how is that anchor held?", ("QuickTech", "BudgetWires", "Anchor")),
    ],
)
def test_a_name_that_is_no_word_calls_its_seller_without_the_sign(text: str, to: tuple[str, ...]) -> None:
    assert addressed(text, ["QuickTech", "BudgetWires", "Anchor"]).to == to
