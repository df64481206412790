"""Numbers that a third party wants, has, pays or comes with: "AutoZone wants 1,100", "refurbs are 640"."""

from collections.abc import Sequence

from engine.reading.mentions import names_thing
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity
from engine.reading.tokens import SIGNS, Kind, Token, word_at, words_of

_AT_THE_TABLE = frozenset(
    words_of("i we you us let it that this here price offer number best deal total budget limit what he")
)
_CLAIMING = frozenset(
    words_of(
        "wants says said charges gives takes accepts asks sells quotes lists offers pays gave has had have got costs "
        "cost runs ran rents rented wanted asked charged bid bids offered quoted listed paid shows showed posted "
        "advertises stocks carries retails fetched fetches leases estimated priced ships delivers does did came "
        "wrote sent made emailed"
    )
)
_FAR_BEFORE = 7
_NO_SUBJECT_ENDS = frozenset(words_of("to will would can could should must might may do does did not be been is are"))
"""Words after which a verb has no subject of its own: "is going to have to be 2,900"."""
_BEFORE_SUBJECT = frozenset(words_of("and but so because since that when while as or if % though although plus then"))
"""Words after which another subject begins."""
_PARTICIPLES = frozenset({"paying", "asking", "offering", "charging", "quoting", "bidding", "getting", "pays", "paid"})
"""What is said of whoever or whatever stands right before: "a load out of Joliet paying 2,300"."""
_NO_NAMES = frozenset({"the", "and", "but", "so", "ok", "then", "only", "just", "this"})
_ON_A_SIDE = frozenset(
    words_of(
        "boss manager gm vp director desk wife husband partner roommate dad mom finance team board client owner seller "
        "buyer sellers buyers cfo ceo procurement legal hubby spouse brother girlfriend boyfriend accounting head gut "
        "corporate hq headquarters leadership management underwriting trustees committee accounts system screen "
        "computer math maths spreadsheet calculator promo promotion special program proposal draft paperwork "
        "contract agreement form sheet clients bosses wallet purse pocket envelope approval po card principals "
        "partners kids treasurer bookkeeper bank"
    )
)
"""Who speaks for a side."""
_AT, _SOLD = frozenset({"at", "for"}), frozenset({"sold", "sells", "listed", "rented", "went", "closed", "traded"})
_WAITING = frozenset({"coming", "waiting", "lined", "driving", "flying", "ready", "begging", "interested"})
_MOVING = frozenset({"up", "down", "to", "off", "in", "closer", "higher", "lower"})
"""After "coming" they say how a price moves."""
_PUTTING = frozenset({"put", "puts", "values", "valued", "priced", "estimated", "estimates"})
_A_THING = frozenset({"your", "the", "this", "it", "my", "that"})
_OURSELVES = frozenset({"i", "we"})
_NOBODY = frozenset(
    words_of(
        "nobody noone one who anyone anybody everyone "
        "me us them him her am be being been were s re not never than by of about mind now already just still "
        "always only keep start stop consider without after before rather even currently"
    )
)
"""What may stand before a verb and names nobody."""
_OUR_SIDES = _AT_THE_TABLE - {"this"} | _ON_A_SIDE | {
    "my", "our", "your", "who", "which", "they", "how", "where", "when", "why",
}  # fmt: skip
_TERMS = frozenset({"numbers", "prices", "terms", "figures", "offers", "payments", "seats", "licenses", "mats"})
"""What of this deal may be told so."""
_ANYONE = frozenset({"nobody", "noone", "anyone", "anybody", "everyone"})
_NO_PAYERS = _OUR_SIDES | _NOBODY
_STANDING_AT = frozenset(
    {("is", "at"), ("are", "at"), ("was", "at"), ("came", "in"), ("comes", "in"), ("sits", "at"), ("starts", "at")}
)
_ROUGHLY = frozenset(
    {"about", "around", "over", "under", "near", "like", "at", "only", "roughly", "above", "below", "in", "the"}
)
_MET = frozenset(
    words_of(
        "spoke talked called saw met asked went looked found visited rang phoned tried hired used passed know knew"
    )
)
_STANDING = frozenset({word for pair in _STANDING_AT for word in pair[:1]} | {"are"})
_FOR_SALE = frozenset(
    words_of("car truck suv sedan hatchback van vehicle model one renewal package plan bundle subscription deal total")
)
_HERE = frozenset({"the", "this", "that", "your", "our", "my"})
"""Before what is sold, one of these says that it is the one at this table."""
_ANY_ONE = frozenset({"a", "an", "another", "any", "most", "similar", "some"})
"""With one of these begins what speaks of things of a kind: "a refurbished one goes at 6,200"."""
_GOING = frozenset({"lands", "goes", "go", "sell", "comes", "is", "are", "starts", "start", "runs", "run"})
_JOINED = frozenset({"and", "or", "to", "-"})
_OBJECTS = frozenset({"them", "em", "it", "one", "ones", "these", "those", "some", "theirs", "his", "hers"})
_SELLING = frozenset({"do", "did", "sell", "sold", "list", "have", "had", "got", "let", "rent", "offer"})
_NAMING = (Kind.WORD, Kind.NUMBER)
_BESIDE_IT = frozenset({"behind", "beside", "like", "near", "above", "below", "before", "after", "opposite", "to"})
_SAYING = _CLAIMING | _PUTTING | _GOING
_PAYING = _PARTICIPLES | _SOLD


def is_of_another(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether it is said of somebody or something that is neither side."""
    partner = next((one for one in setting.numbers if one.end == number.start - 1), None)
    if partner is not None and tokens[partner.end].word in _JOINED and partner.sense is number.sense:
        number = partner
    lead = {token.word for token in tokens[setting.clause.start : number.start]}
    if not _STANDING.isdisjoint(lead) and _is_third_party(tokens, number, setting):
        return True
    if not _SAYING.isdisjoint(lead) and _is_claimed(tokens, number, setting):
        return True
    if not _PAYING.isdisjoint(lead) and _is_paid_elsewhere(tokens, number, setting):
        return True
    if not _AT.isdisjoint(lead) and not _OBJECTS.isdisjoint(lead) and _is_let_go(tokens, number, setting):
        return True
    return not _WAITING.isdisjoint(lead) and _is_awaited(tokens, number, setting)


def _is_claimed(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether a name that is neither side's wants or says the number: "AutoZone wants 1,100", "a lady gave me 20"."""
    first = setting.clause.start
    reach = range(number.start - 1, max(first, number.start - _FAR_BEFORE), -1)
    verbs = _CLAIMING | _GOING if tokens[first].word in _ANY_ONE else _CLAIMING
    verb = next((at for at in reach if tokens[at].word in verbs or _puts_it(tokens, at)), first)
    begun = next((at for at in range(verb - 1, first - 1, -1) if tokens[at].word in _BEFORE_SUBJECT), first - 1)
    subject = tokens[begun + 1 : verb]
    if subject and tokens[verb].word == "got" and subject[-1].word == "is":
        subject = subject[:-1]
    subject = _without_relative(subject)
    if subject and subject[-1].word in _NO_SUBJECT_ENDS:
        return False
    if any(token.kind not in _NAMING or token.word in _OUR_SIDES or token.word in _ANYONE for token in subject):
        return False
    return len(subject) > 1 or any(token.word not in _NO_NAMES for token in subject)


def _is_let_go(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether a third party does something with such things at the number: "staples clears them at 399"."""
    at = number.start - 1 - (word_at(tokens, number.start - 1) in SIGNS)
    verb, first = at - 2, setting.clause.start
    if verb <= first or tokens[at].word not in _AT or tokens[at - 1].word not in _OBJECTS:
        return False
    if not (tokens[verb].word.endswith(("s", "ed")) or tokens[verb].word in _SELLING):
        return False
    subject = tokens[first:verb]
    return all(_may_pay(token) for token in subject) and not subject[-1].word.endswith("ly")


def _without_relative(subject: Sequence[Token]) -> Sequence[Token]:
    """The subject without what the speaker says to have done with it: "the guy" of "the guy we called"."""
    for at in range(1, len(subject) - 1):
        if subject[at].word in _OURSELVES and subject[at + 1].word in _MET and _may_pay(subject[at - 1]):
            return subject[:at]
    return subject


def _puts_it(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody puts a thing at a sum there: "the appraiser put your trade at 5,900"."""
    return tokens[at].word in _PUTTING and word_at(tokens, at + 1) in _A_THING


def _is_paid_elsewhere(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether something else or somebody else pays or asks the number: "a job paying 57", "a load that pays 2,300"."""
    at = number.start - 1 - (number.explicit and word_at(tokens, number.start - 1) in SIGNS)
    if at - 1 > setting.clause.start and tokens[at].word in _AT and tokens[at - 1].word in _SOLD:
        payer = at - 2 - 2 * (word_at(tokens, at - 3) in _BESIDE_IT and at - 4 >= setting.clause.start)
        return _may_pay(tokens[payer])
    if at - 1 < setting.clause.start or tokens[at].word not in _PARTICIPLES:
        return False
    payer = at - 1 - (tokens[at - 1].word in {"is", "are", "was", "were"})
    return payer >= setting.clause.start and _may_pay(tokens[payer])


def _is_awaited(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the clause tells of somebody who comes or waits: "a family coming at three with 23,500"."""
    first, last = setting.clause.start, number.start
    return any(
        tokens[at].word in _WAITING and tokens[at + 1].word not in _MOVING and _may_pay(tokens[at - 1])
        for at in range(first + 1, last)
    )


def _may_pay(payer: Token) -> bool:
    """Whether the word names somebody or something that is neither side."""
    return payer.kind is not Kind.MARK and names_thing(payer.word) and payer.word not in _NO_PAYERS


def _is_of_its_kind(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether it is said what things of a kind are at: "refurbs are 640", "both scores are over 760"."""
    at = number.start - number.explicit - 1
    while at > setting.clause.start and tokens[at].word in _ROUGHLY:
        at -= 1
    if at <= setting.clause.start or tokens[at].word != "are":
        return False
    kind = tokens[at - 1]
    return kind.kind is Kind.WORD and kind.word.endswith("s") and kind.word not in _TERMS and _may_pay(kind)


def _is_third_party(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether someone who is neither side is said to be at the number: "Eastside is at 32,600"."""
    if _is_of_its_kind(tokens, number, setting):
        return True
    for at in range(setting.clause.start, number.start - 2):
        if (tokens[at + 1].word, tokens[at + 2].word) in _STANDING_AT:
            is_somebody = tokens[at].kind is Kind.WORD and tokens[at].word not in _AT_THE_TABLE
            return is_somebody and not _is_for_sale(tokens, at, setting)
    return False


def _is_for_sale(tokens: Sequence[Token], at: int, setting: Setting) -> bool:
    """Whether the word names what is sold here: "the car is at 24,300", "your renewal is at 31,000"."""
    is_first = at == setting.clause.start
    return tokens[at].word in _FOR_SALE and (is_first or tokens[at - 1].word in _HERE)
