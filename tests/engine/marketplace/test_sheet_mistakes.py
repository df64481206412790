"""What is answered to a sheet that is no market: every mistake at once, with its line and what to write instead."""

import pytest

from engine.marketplace.sheet.mistakes import BadSheet, Mistake
from engine.marketplace.sheet.reading import Sheet, read_sheet

NEEDS = "3 USB-C cables: 5.00 to 9.00"
STOCK = "USB-C cables: cost 4.00, least 6.00, price 8.00, 100 pieces"
SELLER = f"@QuickTech, sweet, retention 80, profit 20\n{STOCK}"


def mistakes(
    needs: str = NEEDS, *sellers: str, title: str = "Cables", rounds: str = "12", currency: str = "USD"
) -> tuple[Mistake, ...]:
    """What is wrong with the sheet; none where it is a market."""
    try:
        read_sheet(Sheet(title, needs, sellers or (SELLER,), currency, rounds), "own/cables")
    except BadSheet as bad:
        return bad.mistakes
    return ()


def head(line: str) -> tuple[str, ...]:
    """A seller of that first line."""
    return NEEDS, f"{line}\n{STOCK}"


def stock(line: str) -> tuple[str, ...]:
    """A seller with that line of stock."""
    return NEEDS, f"@QuickTech\n{line}"


NEEDED = {
    "": "Write what the buyer needs, a line an item: 3 USB-C cables: 5.00 to 9.00",
    "USB-C cables: 5 to 9": "How many? Write a number before the name: 3 USB-C cables: 5.00 to 9.00",
    "0 USB-C cables: 5 to 9": "“0” is no number of pieces. Write a whole number from 1 to 100,000.",
    "2.5 USB-C cables: 5 to 9": "“2.5” is no number of pieces. Write a whole number from 1 to 100,000.",
    "-3 USB-C cables: 5 to 9": "“-3” is no number of pieces. Write a whole number from 1 to 100,000.",
    "3 USB-C cables": "Write the least and the most that is paid for one piece behind a colon: 3 USB-C cables: 5.00 to "
    "9.00",
    "3 USB-C cables: 9": "Write the least and the most that is paid for one piece behind a colon: 3 USB-C cables: 5.00 "
    "to 9.00",
    "3 USB-C cables: 9 to 5": "The least (9.00) is above the most (5.00). Write 5.00 to 9.00.",
    "3 USB-C cables: five to 9": "“five” is no price. Write it like 5.00.",
    "3 USB-C cables: 5 to -9": "A price cannot be below zero.",
    "3 USB-C cables: 5.005 to 9": "“5.005” has too many digits after the point; USD has at most 2 digits there.",
    "3 USB-C cables: €5 to €9": "“€5” is in another currency; prices here are in USD.",
    "3 USB-C cables: 0 to 0": "The most that is paid for a piece has to be above zero.",
    "3 warranty: 5 to 9": "“warranty” is something that sellers tell of an item. Call the item something else.",
    "3 (one: cable): 5 to 9": "What is needed? Write its name behind the number, as in 3 USB-C cables.",
    "3 cables (new): 5 to 9": "“(new)” says nothing. Write (one: box of paper; also: box, boxes).",
    "3 cables @ work: 5 to 9": "“cables @ work” has a colon, a semicolon or an @ in it. Leave it out of the name.",
}
SEVERAL = {
    "@Quick Tech, nice": ("A handle has no spaces. Write @QuickTech", "I cannot read “nice”"),
    "@Quick-Tech, cheap, retention 80, profit 30": ("@Quick-Tech is no handle", "I cannot read “cheap”", "come to 110"),
    "@all, sweet, rude, retention 120": ("calls all sellers", "one manner is enough", "retention 120 is no weight"),
}
HEADS = {
    "QuickTech, sweet": "Begin with the seller's handle, as in @QuickTech, sweet, retention 80, profit 20; what it has "
    "goes into the lines under it.",
    "@Quick-Tech, sweet": "@Quick-Tech is no handle: letters a to z, digits and _, from 2 to 30 of them. Write "
    "@QuickTech.",
    "@Quick Tech, sweet": "A handle has no spaces. Write @QuickTech, and a comma before what the seller is like.",
    "@quick tech and co, sweet, retention 80": "A handle has no spaces. Write @quicktechandco, and a comma before what "
    "the seller is like.",
    "@Müller": "@Müller is no handle: letters a to z, digits and _, from 2 to 30 of them. Write @Muller.",
    "@Straße_7, sweet": "@Straße_7 is no handle: letters a to z, digits and _, from 2 to 30 of them. Write @Strasse_7.",
    "@haggle": "@haggle is the app itself. Give this seller another handle.",
    "@everyone": "@everyone calls all sellers at once. Give this one another handle.",
    "@QuickTech, sweeet": "“sweeet” is no manner. Did you mean sweet? There are rude, neutral, sweet.",
    "@QuickTech, rude, sweet": "@QuickTech is rude and sweet; one manner is enough.",
    "@QuickTech, cheap": "I cannot read “cheap”. Write it like @QuickTech, sweet, retention 80, profit 20",
    "@QuickTech, retention 80, profit 30": "retention 80 and profit 30 come to 110; together they are 100. Write "
    "retention 80, profit 20.",
    "@QuickTech, Retention: 120": "retention 120 is no weight. Write a whole number from 0 to 100.",
    "@QuickTech, retention 120": "retention 120 is no weight. Write a whole number from 0 to 100.",
    "@QuickTech, profit -5": "profit -5 is no weight. Write a whole number from 0 to 100.",
}
STOCKS = {
    "Retention: 80": "“Retention: 80” belongs into the seller's first line, behind the handle, as in @QuickTech, "
    "sweet, retention 80, profit 20.",
    "": "@QuickTech sells nothing yet. Write under it: USB-C cables: cost 4.00, least 6.00, price 8.00, 100 pieces",
    "USB-C cabels: cost 4, least 6, price 8, 9 pieces": "“USB-C cabels” is nothing that the buyer needs. Did you mean "
    "USB-C cables?",
    "laptops: cost 4, least 6, price 8, 9 pieces": "“laptops” is nothing that the buyer needs. Needed are USB-C "
    "cables.",
    "cost 4, least 6, price 8, 9 pieces": "Write the item, a colon and its figures: USB-C cables: cost 4.00, least "
    "6.00, price 8.00, 100 pieces",
    "cables: cost 4, price 8, 9 pieces": "least is missing. Write it like USB-C cables: cost 4.00, least 6.00, price "
    "8.00, 100 pieces",
    "cables: 9 pieces": "cost, least and price are missing. Write it like USB-C cables: cost 4.00, least 6.00, "
    "price 8.00, 100 pieces",
    "cables: cost 6, least 6, price 8, 9 pieces": "cost 6.00 has to be below least 6.00; otherwise the seller loses on "
    "every sale.",
    "cables: cost 4, least 9, price 8, 9 pieces": "least 9.00 is above price 8.00; a seller begins at its price and "
    "goes down to least.",
    "cables: cost 4, least 6, price eight, 9 pieces": "“eight” is no price. Write it like 5.00.",
    "cables: cost 4, least 6, price 8, 0 pieces": "“0” is no number of pieces. Write a whole number from 1 to 100,000.",
    "cables: cost 4, cost 5, least 6, price 8, 9 pieces": "“cost 5”: that figure stands there already.",
    "cables: cost 4, least 6, price 8, 9 pieces, 0% off from 20": "“0%” cannot be taken off. Write a percentage such "
    "as 5% or 7.5%.",
    "cables: cost 4, least 6, price 8, 9 pieces; braided": "I cannot read “braided”. Figures are cost, least, price, "
    "100 pieces and 5% off from 20; what else a seller tells begins with warranty, delivery, quality, returns, "
    "payment, or setup and a colon.",
    "cables: cots 4, least 6, price 8, 9 pieces": "I cannot read “cots 4”. Did you mean cost 4?",
    "cables: cost 4, least 6, price 8, 9 pieces; waranty: a year": "I cannot read “waranty: a year”. Did you mean "
    "warranty: a year?",
    "cables: cost 4, least 6, price 8, 9 pieces; quality:": "Say something of the quality, as in quality: a one-year "
    "warranty; or leave it out.",
}


@pytest.mark.parametrize(("line", "told"), SEVERAL.items())
def test_everything_that_is_wrong_with_a_sellers_first_line_is_told(line: str, told: tuple[str, ...]) -> None:
    found = mistakes(*head(line))
    assert len(found) == len(told)
    for words in told:
        assert any(words in str(each) for each in found)


@pytest.mark.parametrize(("line", "told"), NEEDED.items())
def test_a_line_of_needs_is_answered_with_what_to_write_instead(line: str, told: str) -> None:
    assert Mistake("needs", told, 1 if line else 0) in mistakes(line)


@pytest.mark.parametrize(("line", "told"), HEADS.items())
def test_the_first_line_of_a_seller_is_answered_with_what_to_write_instead(line: str, told: str) -> None:
    assert mistakes(*head(line)) == (Mistake("sellers", told, 1),)


@pytest.mark.parametrize(("line", "told"), STOCKS.items())
def test_a_line_of_stock_is_answered_with_what_to_write_instead(line: str, told: str) -> None:
    assert mistakes(*stock(line)) == (Mistake("sellers", told, 2 if line else 1),)


def test_what_a_seller_tells_is_answered_in_its_own_line() -> None:
    assert mistakes(*stock(f"{STOCK}\nwarranty: a year\nwarranty: two")) == (
        Mistake("sellers", "“warranty: two”: the warranty is told already. One thing is told of each.", 4),
    )
    [long] = mistakes(*stock(f"{STOCK}; quality: {'very ' * 20}good"))
    assert "is too long; what is told has 60 characters at most." in long.told


def test_every_mistake_is_told_at_once_with_its_field_and_line() -> None:
    found = mistakes(
        f"{NEEDS}\n\ncases: 9 to 5",
        f"@Quick Tech\n{STOCK}\ncases: cost 9, least 6, price 5",
        "CableHouse\nchargers: cost 1",
        title="",
        rounds="1",
    )
    assert [(each.field, each.at, each.line) for each in found] == [
        ("title", 0, 0), ("needs", 0, 3), ("needs", 0, 3), ("sellers", 0, 1), ("sellers", 0, 3), ("sellers", 1, 1),
        ("sellers", 1, 2), ("rounds", 0, 0),
    ]  # fmt: skip


def test_an_item_of_a_line_that_cannot_be_read_is_no_second_mistake_where_it_is_sold() -> None:
    assert [each.field for each in mistakes("3 : 5 to 9", SELLER)] == ["needs"]


def test_items_and_sellers_are_told_apart_and_everything_needed_is_sold() -> None:
    assert mistakes(f"{NEEDS}\n2 cases: 1 to 2")[0] == Mistake(
        "needs", "Nobody sells cases. Give a seller a line of it, or take it out.", 2
    )
    assert "go by the same name as line 1" in mistakes(f"{NEEDS}\n5 USB C cables: 1 to 2")[0].told
    assert mistakes(NEEDS, SELLER, SELLER.lower())[0].told.startswith("There is a seller @QuickTech already.")
    assert mistakes(NEEDS, f"{SELLER}\n{STOCK}")[0].line == 3
    assert mistakes(NEEDS, "", " ")[0].told.startswith("Write a seller, as in @QuickTech")


def test_a_market_is_as_large_as_it_may_be() -> None:
    many = [SELLER.replace("QuickTech", f"Seller{number}") for number in range(11)]
    assert mistakes(NEEDS, *many[:10]) == ()
    assert mistakes(NEEDS, *many) == (
        Mistake("sellers", "That is 11 sellers; a market has 10 at most.", at=10),
    )  # fmt: skip
    needs = "\n".join(f"3 thing{letter}s: 5 to 9" for letter in "abcdefghijk")
    assert mistakes(needs)[0].told == "That is 11 items; a market has 10 at most."
    assert mistakes(title="x" * 61)[0].told == "A title has 60 characters at most."
    assert [mistakes(rounds=text)[0].field for text in ("", "41", "many", "-3", "²")] == ["rounds"] * 5


def test_hints_are_written_in_the_currency_of_the_sheet() -> None:
    assert mistakes("cables: 5 to 9", currency="JPY")[0].told.endswith("3 cables: 5 to 9")
