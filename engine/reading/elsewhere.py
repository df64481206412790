"""Numbers that are said of a list price, a rival, a cost or somebody else, and not of this deal."""

from collections.abc import Sequence

from engine.reading.cues import Cue
from engine.reading.currencies import CURRENCY_WORDS
from engine.reading.mentions import names_thing
from engine.reading.modality import Setting
from engine.reading.phrases import Hit
from engine.reading.quantity import Quantity
from engine.reading.tokens import SIGNS, Kind, Token, word_at, words_of

_NEAR_BEFORE = 6
_NEAR_AFTER = 3
"""Tokens within which a word such as "MSRP" governs a number after or before it."""
_AT_THE_TABLE = frozenset(
    words_of("i we you us let it that this here price offer number best deal total budget limit what he")
)
_TAKEN_OFF = frozenset({"off", "below", "under"})
"""After them a list price is what something comes off: "800 off sticker is 30,400"."""
_APART = _TAKEN_OFF | {"with", "without", "including", "includes", "incl", "no", "free", "after", "before"}
"""After them what is no price stands beside one: "27 with tires or 26 without"."""
_AFTER_SOMEBODY = frozenset({"must", "have", "need", "got", "friend", "buddy", "mate", "pal", "brother"})
"""What follows the first word of a wording that is of no price: "I must pay", "250, my friend"."""
_CLAIMING = frozenset(
    {
        "wants",
        "says",
        "said",
        "charges",
        "gives",
        "takes",
        "accepts",
        "asks",
        "sells",
        "quotes",
        "lists",
        "offers",
        "pays",
        "gave",
    }
)
_PARTICIPLES = frozenset({"paying", "asking", "offering", "charging", "quoting", "bidding", "getting", "pays", "paid"})
"""What is said of whoever or whatever stands right before: "a load out of Joliet paying 2,300"."""
_NO_NAMES = frozenset({"the", "and", "but", "so", "ok", "then", "only", "just", "this"})
_ON_A_SIDE = frozenset(
    words_of(
        "boss manager gm vp director desk wife husband partner roommate dad mom finance team board client owner seller "
        "buyer sellers buyers cfo ceo procurement legal hubby spouse brother girlfriend boyfriend accounting head gut"
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
_OUR_SIDES = _AT_THE_TABLE - {"this"} | _ON_A_SIDE | {"my", "our", "your", "who", "which", "they"}
_TERMS = frozenset({"numbers", "prices", "terms", "figures", "offers", "payments", "seats", "licenses", "mats"})
"""What of this deal may be told so."""
_ANYONE = frozenset({"nobody", "noone", "anyone", "anybody", "everyone"})
_NO_PAYERS = _OUR_SIDES | _NOBODY
_STANDING_AT = frozenset(
    {("is", "at"), ("are", "at"), ("was", "at"), ("came", "in"), ("comes", "in"), ("sits", "at"), ("starts", "at")}
)
_MATCHING = frozenset({"match", "matching", "honor", "honour"})
_BROUGHT = frozenset(words_of("reduced lowered dropped cut brought revised adjusted raised"))
"""What is done to a price that gets somewhere."""
_WAS = frozenset({"was", "were", "been", "had", "got"})
_GIVING = frozenset({"gives", "makes", "equals", "="})
_COMING_TO = frozenset(
    {("comes", "to"), ("out", "to"), ("it", "to"), ("us", "to"), ("to", "about"), ("price", "becomes")}
)
"""What leads in the result of a sum."""
_BESIDE = frozenset(
    words_of(
        "meet meeting pickup before plus inclusive including includes incl excluding with without no and free when "
        "because since while "
        "until till"
    )
)
"""What sets something beside the price: "34,100 before fees"."""


def is_elsewhere(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the number is said of a list price, a rival, a cost … and not of this deal."""
    said = [hit.end for hit in setting.cues if hit.label is Cue.STATED] if setting.has(Cue.STATED) else []
    if said:
        return any(hit.label is Cue.ELSEWHERE and said[-1] <= hit.start < number.start for hit in setting.cues)
    if _is_third_party(tokens, number, setting) or _is_claimed(tokens, number, setting):
        return True
    if _is_paid_elsewhere(tokens, number, setting) or _is_awaited(tokens, number, setting):
        return True
    if not setting.has(Cue.ELSEWHERE) or _is_matched(tokens, number, setting):
        return False
    is_result = _is_result(tokens, number) or _is_moved_to(tokens, number, setting)
    first = _first_of_pair(tokens, number, setting)
    return any(
        (
            0 <= first - hit.end <= _NEAR_BEFORE
            and not _starts_anew(tokens, hit.end, first)
            and not is_result
            and word_at(tokens, hit.start - 1) not in _APART
        )
        or hit.start < number.start < hit.end
        or (_is_near_after(hit, tokens, number, setting) and not _is_set_beside(tokens, number, hit))
        for hit in setting.cues
        if hit.label is Cue.ELSEWHERE and not _is_imagined(tokens, hit, setting)
    )


def _is_imagined(tokens: Sequence[Token], hit: Hit[Cue], setting: Setting) -> bool:
    """Whether the wording only tells what the speaker would do: "what if I paid half a year up front"."""
    is_unreal = setting.clause.supposing or setting.has(Cue.SUPPOSE)
    is_told = word_at(tokens, hit.start) == "paid" and word_at(tokens, hit.start - 1) in _OURSELVES
    return is_unreal and (is_told or word_at(tokens, hit.start) in _OURSELVES)


def _is_matched(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether what is said of others is taken up as a price here: "I'll match last year's 47,800"."""
    return any(token.word in _MATCHING for token in tokens[setting.clause.start : number.start])


def _first_of_pair(tokens: Sequence[Token], number: Quantity, setting: Setting) -> int:
    """Where the number begins or, with another joined to it, that one: "1.38 and 1.41"."""
    pair = (one.start for one in setting.numbers if one.end == number.start - 1)
    return next(pair, number.start) if word_at(tokens, number.start - 1) in {"and", "or"} else number.start


def _starts_anew(tokens: Sequence[Token], end: int, number: int) -> bool:
    """Whether a "so" leads the number in, or an "and" alone after the wording: "waive the fee and 42 is fine"."""
    lead = word_at(tokens, number - 1)
    return end < number and (lead == "so" or (lead == "and" and end == number - 1))


def _is_set_beside(tokens: Sequence[Token], number: Quantity, hit: Hit[Cue]) -> bool:
    """Whether what the wording names only goes with the number: "34,100 before fees", "inclusive of all fees"."""
    return any(token.word in _BESIDE for token in tokens[number.end : hit.start])


def _is_moved_to(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether what is named before the number is brought there: "drop the fee to 2,100"."""
    at = number.start - 1
    at -= word_at(tokens, at) in SIGNS or word_at(tokens, at) in CURRENCY_WORDS
    lead = {token.word for token in tokens[setting.clause.start : max(at, setting.clause.start)]}
    moved = bool(setting.before(number.start, Cue.OFF, Cue.MORE)) or (
        not _BROUGHT.isdisjoint(lead) and _WAS.isdisjoint(lead)
    )
    return word_at(tokens, at) == "to" and moved


def _is_of_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether the wording speaks of what comes before it or after, not of a number just before."""
    return word_at(tokens, at) == "net" or word_at(tokens, at + 1) in _AFTER_SOMEBODY


def _is_near_after(hit: Hit[Cue], tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the wording is soon after the number, which is its nearest, and says no new thing: "I must pay"."""
    is_change = word_at(tokens, number.end) == "off"
    if is_change or not 0 <= hit.start - number.end <= _NEAR_AFTER or _is_of_before(tokens, hit.start):
        return False
    return not any(number.end < other.end <= hit.start for other in setting.numbers)


def _is_claimed(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether a name that is neither side's wants or says the number: "AutoZone wants 1,100", "a lady gave me 20"."""
    first = setting.clause.start
    reach = range(first + 1, min(first + _NEAR_BEFORE, number.start))
    verb = next((at for at in reach if tokens[at].word in _CLAIMING or _puts_it(tokens, at)), first)
    subject = tokens[first:verb]
    if any(token.kind is not Kind.WORD or token.word in _OUR_SIDES or token.word in _ANYONE for token in subject):
        return False
    return len(subject) > 1 or any(token.word not in _NO_NAMES for token in subject)


def _puts_it(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody puts a thing at a sum there: "the appraiser put your trade at 5,900"."""
    return tokens[at].word in _PUTTING and word_at(tokens, at + 1) in _A_THING


def _is_paid_elsewhere(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether something else or somebody else pays or asks the number: "a job paying 57", "a load that pays 2,300"."""
    at = number.start - 1 - (number.explicit and word_at(tokens, number.start - 1) in SIGNS)
    if at - 1 > setting.clause.start and tokens[at].word in _AT and tokens[at - 1].word in _SOLD:
        return _may_pay(tokens[at - 2])
    if at - 1 < setting.clause.start or tokens[at].word not in _PARTICIPLES:
        return False
    return _may_pay(tokens[at - 1])


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


def _is_result(tokens: Sequence[Token], number: Quantity) -> bool:
    """Whether a sum is said to come to the number: "gives 92,150", "comes to 92,150"."""
    at = number.start - (number.explicit and word_at(tokens, number.start - 1) in SIGNS)
    return word_at(tokens, at - 1) in _GIVING or (word_at(tokens, at - 2), word_at(tokens, at - 1)) in _COMING_TO


def _is_of_its_kind(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the clause begins with what things of a kind are at: "refurbs are 640"."""
    first = setting.clause.start
    if number.start - number.explicit != first + 2 or tokens[first + 1].word != "are":
        return False
    kind = tokens[first]
    return kind.kind is Kind.WORD and kind.word.endswith("s") and kind.word not in _TERMS and _may_pay(kind)


def _is_third_party(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether someone who is neither side is said to be at the number: "Eastside is at 32,600"."""
    if _is_of_its_kind(tokens, number, setting):
        return True
    for at in range(setting.clause.start, number.start - 2):
        if (tokens[at + 1].word, tokens[at + 2].word) in _STANDING_AT:
            return tokens[at].kind is Kind.WORD and tokens[at].word not in _AT_THE_TABLE
    return False
