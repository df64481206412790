import pytest

from tests.packs.folders import complaints, written


def attribute(name, **fields):
    return lambda data: data["attributes"][name].update(fields)


def put(*path):
    """A change that sets the field at the path, its last item being the value."""

    def change(data):
        *names, last, value = path
        for name in names:
            data = data[name]
        data[last] = value

    return change


def _without_a_wording(data):
    """A deal-breaker on a topic that no line can name."""
    data["topics"]["more_fees"] = {"label": "More fees", "words": ["..."]}
    data["deal_breakers"]["hidden_fees"]["set_off_by"] = ["more_fees"]


def _never_on_the_table(data):
    """A deal-breaker on an issue that no buyer has before them."""
    data["issues"]["trade_in"]["when"] = {"trade_in": ["yes"], "trigger": ["total_loss"]}
    data["deal_breakers"]["hidden_fees"]["set_off_by"] = ["trade_in"]


BROKEN = [
    (put("title", 7), "title: must be a text"),
    (put("colour", "red"), "colour: is not a field here; remove it or check its spelling"),
    (put("currency", "minor", 1.5), "1.5 is not a whole number"),
    (put("products", "aria_touring", "floor", 40000), "products.aria_touring.floor: the floor is above the list price"),
    (put("products", "aria_touring", "floor", True), "write an amount in whole units"),
    (
        put("products", "aria_touring", "add_ons", "roof", {"cost": 1, "price": 2}),
        "there is no issue of kind flag roof",
    ),
    (put("products", "aria_touring", "facts", "spaec", "Big."), "there is no topic spaec; did you mean space?"),
    (put("issues", "price", "kind", "flag"), "there must be exactly one issue of kind price; there are 0"),
    (put("issues", "price", "low", "list_prize / 2"), "there is no attribute list_prize; did you mean list_price?"),
    (put("issues", "price", "low", "list_price / (2"), "')' is missing"),
    (put("product", "use_case"), "there is no entry for product called commute"),
    (put("needs", "style"), "style must be an attribute drawn as shares"),
    (put("temper", "curve", "trust"), "trust must be an attribute drawn as choice"),
    (put("temper", "trust", "trustt"), "there is no attribute trustt; did you mean trust?"),
    (put("latents", ["savvy"]), "there is no latent wealth"),
    (put("counterpart", "role", "seller"), "one party must be the seller and the other the buyer"),
    (put("counterpart", "public", "{first_name}, up to {reservation}"), "{reservation} is hidden and would be given"),
    (put("rep", "private", "The buyer hopes for {target}."), "{target} is hidden and would be given away here"),
    (put("facts", "miles", "exact", "About {milage} miles."), "there is no attribute for the slot milage"),
    (put("facts", "miles", "exact", "My limit is {reservation}."), "{reservation} is hidden and would be given away"),
    (put("facts", "miles", "exact", "Your floor is {floor}."), "{floor} stands on the rep's sheet"),
    (put("facts", "miles", "topic", "mileage"), "facts.miles.topic: there is no topic mileage; did you mean miles?"),
    (put("facts", "miles", "about", []), "attributes.yearly_miles: it is asked, but no fact is about it"),
    (put("facts", "limit", "weight", 3), "nobody can ask for a hidden fact; its weight must be 0"),
    (put("facts", "condition", "exact", {"by": "new_or_used", "lines": {"new": "New."}}), "there is no line for used"),
    (
        put("facts", "condition", "exact", {"by": "style", "lines": {"other": "x", "grumpy": "y"}}),
        "style called grumpy",
    ),
    (put("objections", "over_budget", "answered_by", ["luck"]), "there is no topic, issue or act luck"),
    (put("deal_breakers", "hard_sell", "set_off_by", ["pushing"]), "there is no topic, issue or act pushing"),
    (put("deal_breakers", "hard_sell", "set_off_by", []), "deal_breakers.hard_sell.set_off_by: "),
    (put("deal_breakers", "smoking", {"set_off_by": ["pressure"]}), "deal_breakers.smoking: no attribute named by"),
    (lambda data: data["deal_breakers"].pop("long_wait"), "no entry for deal_breakers_drawn called long_wait"),
    (lambda data: data.pop("deal_breakers_drawn"), "deal_breakers.hard_sell: no attribute named by"),
    (put("deal_breakers_drawn", "style"), "style must be an attribute drawn as several"),
    (_without_a_wording, "deal_breakers.hidden_fees.set_off_by: nothing that a rep can say sets it off"),
    (_never_on_the_table, "deal_breakers.hidden_fees.set_off_by: nothing that a rep can say sets it off"),
    (put("phrases", "terse", "LEAVE_OVER", ["Bye."]), "the line must say {deal_breaker}"),
    (put("gates", "spouse", "when", {"deciders": ["husband"]}), "there is no option of deciders called husband"),
    (put("phrases", "terse", "HOLD", ["No."]), "the line must say {terms}"),
    (put("phrases", "terse", "HOLD", ["{terms}."]), "phrases.terse.HOLD: needs at least 4 different lines, has 1"),
    (put("phrases", "terse", "GREET", ["Hi {name}.", "Hi.", "Hey."]), "there is no slot in this act called name"),
    (put("phrases", "terse", "GREAT", ["Hi."]), "there is no act GREAT; did you mean GREET?"),
    (put("phrases", "grumpy", {}), "there is no style grumpy"),
    (lambda data: data["phrases"].pop("blunt"), "phrases.blunt.OPENING: needs at least 3 different lines, has 0"),
    (attribute("style", options={"terse": 0}), "no option has a weight above 0"),
    (attribute("style", options={"terse": -1}), "must be 0 or more"),
    (attribute("patience", low=30), "attributes.patience.low: low is above high"),
    (attribute("trust", loads={"wealth": 90, "savvy": 90}), "the loads are too large together"),
    (attribute("target", formula="limit_that_is_not"), "there is no attribute limit_that_is_not"),
    (attribute("budget", formula="target + 1"), "these wait for one another"),
    (attribute("outside_apr", values={"poor": 1330}), "there is no value for excellent, fair, good"),
    (attribute("first_need", of="style"), "style is no list"),
    (attribute("target", formula="reservation / rival_fees"), "attributes.target.formula: divides by 0 for seed 3"),
    (attribute("curve", options={"1": 1, "3": 1}), "there is no curve 3"),
]


@pytest.mark.parametrize(("change", "complaint"), BROKEN, ids=[complaint for _, complaint in BROKEN])
def test_a_broken_pack_is_told_what_is_wrong(tmp_path, change, complaint):
    found = complaints(written(tmp_path / "pack", change))
    assert [text for text in found if complaint in text], found


def test_every_problem_is_told_at_once(tmp_path):
    def change(data):
        data["facts"]["miles"]["topic"] = "mileage"
        data["temper"]["trust"] = "trustt"
        data["phrases"]["terse"]["HOLD"] = ["No."]
        data["hooks"] = {}

    found = complaints(written(tmp_path / "pack", change))
    assert len(found) == 4


def test_the_shipped_pack_has_no_problem(tmp_path):
    assert complaints(written(tmp_path / "pack")) == []
