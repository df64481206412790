"""Numbers that are said of a list price, a rival, a cost or somebody else, and not of this deal."""

from collections.abc import Sequence

from engine.reading.claims import is_of_another
from engine.reading.cues import Cue
from engine.reading.currencies import CURRENCY_WORDS
from engine.reading.modality import Setting
from engine.reading.phrases import Hit
from engine.reading.quantity import Quantity
from engine.reading.telling import is_told
from engine.reading.tokens import SIGNS, Token, word_at, words_of

_NEAR_BEFORE = 6
_NEAR_AFTER = 3
"""Tokens within which a word such as "MSRP" governs a number after or before it."""
_TAKEN_OFF = frozenset({"off", "below", "under"})
"""After them a list price is what something comes off: "800 off sticker is 30,400"."""
_APART = _TAKEN_OFF | {"with", "without", "including", "includes", "incl", "no", "free", "after", "before"}
"""After them what is no price stands beside one: "27 with tires or 26 without"."""
_AFTER_SOMEBODY = frozenset({"must", "have", "need", "got", "friend", "buddy", "mate", "pal", "brother"})
"""What follows the first word of a wording that is of no price: "I must pay", "250, my friend"."""
_OURSELVES = frozenset({"i", "we"})
_WOULD = frozenset({"would", "will", "could", "can", "might"})
_ENTERTAINING = frozenset(words_of("entertain take accept consider do swallow agree to for at"))
_IT_IS = frozenset({("it", "is"), ("that", "is"), ("i", "am"), ("price", "is"), ("we", "are")})
_YOU_PAY = ("you", "pay")
_LIMITS = frozenset({"under", "below", "over", "above", "past", "beyond"})
_MATCHING = frozenset({"match", "matching", "honor", "honour"})
_BROUGHT = frozenset(words_of("reduced lowered dropped cut brought revised adjusted raised"))
"""What is done to a price that gets somewhere."""
_WAS = frozenset({"was", "were", "been", "had", "got"})
_GIVING = frozenset({"gives", "makes", "equals", "="})
_COMING_TO = frozenset(
    {("comes", "to"), ("out", "to"), ("it", "to"), ("us", "to"), ("to", "about"), ("price", "becomes")}
)
"""What leads in the result of a sum."""
_BILLING, _BILLED_AT = frozenset({"invoice", "bill", "fees"}), frozenset({"at", "for", "you"})
_ADDRESSED = frozenset({"your"})
_AGREEING = frozenset({"ok", "fine", "good", "happy", "cool", "comfortable"})
_EACH = frozenset({"pop", "piece", "each", "apiece"})
_LAST_ONE = ("last", "one")
_OF_A_THING = frozenset({"on", "for", "with", "like", "than", "had", "got"})
"""Before "last one" they speak of another thing: "on my last one 24,400"."""
_CALLING = frozenset({"ok", "yes", "no", "hey", "listen", "look"})
"""Before "my friend" they call to the other side."""
_BESIDE = frozenset(
    words_of(
        "meet meeting pickup before plus inclusive including includes incl excluding with without no and free when "
        "because since while "
        "until till or"
    )
)
"""What sets something beside the price: "34,100 before fees"."""


def is_elsewhere(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the number is said of a list price, a rival, a cost … and not of this deal."""
    said = [hit.end for hit in setting.cues if hit.label is Cue.STATED] if setting.has(Cue.STATED) else []
    if _is_asked_of_somebody(tokens, number, setting):
        return False
    if said:
        first = said[-1] + (word_at(tokens, said[-1] - 1) == "told")
        return any(hit.label is Cue.ELSEWHERE and first <= hit.start < number.start for hit in setting.cues)
    if is_of_another(tokens, number, setting) or is_told(tokens, number, setting):
        return True
    if not setting.has(Cue.ELSEWHERE) or _is_matched(tokens, number, setting) or is_last_offer(tokens, number):
        return False
    is_result = _is_result(tokens, number) or _is_moved_to(tokens, number, setting)
    first = _first_of_pair(tokens, number, setting)
    return any(
        (
            0 <= first - hit.end <= _NEAR_BEFORE
            and not _starts_anew(tokens, hit.end, first)
            and not _is_told_there(tokens, number, hit, setting)
            and not is_result
            and word_at(tokens, hit.start - 1) not in _APART
        )
        or hit.start < number.start < hit.end
        or (_is_near_after(hit, tokens, number, setting) and not _is_set_beside(tokens, number, hit))
        for hit in setting.cues
        if hit.label is Cue.ELSEWHERE and not _is_imagined(tokens, hit, setting)
    )


def is_last_offer(tokens: Sequence[Token], number: Quantity) -> bool:
    """Whether "last one" leads straight to the number, and so is a price to end with: "my last one 24,400"."""
    at = number.start - 1 - (word_at(tokens, number.start - 1) in SIGNS)
    at -= word_at(tokens, at) == "is"
    said = (word_at(tokens, at - 1), word_at(tokens, at))
    return said == _LAST_ONE and not _OF_A_THING.intersection((word_at(tokens, at - 2), word_at(tokens, at - 3)))


def _is_asked_of_somebody(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether it is asked if somebody would take the number: "would your brother entertain 365?"."""
    first = setting.clause.start
    if tokens[first].word not in _WOULD or not setting.sentence.question:
        return False
    verb = word_at(tokens, number.start - 1 - (word_at(tokens, number.start - 1) in SIGNS))
    return verb in _ENTERTAINING


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
    is_alone = end == number - 1 or word_at(tokens, number - 2) in _TAKEN_OFF
    return end < number and (lead == "so" or (lead == "and" and is_alone))


def _is_told_there(tokens: Sequence[Token], number: Quantity, hit: Hit[Cue], setting: Setting) -> bool:
    """Whether the wording only leads to a price: "if you need an invoice it's 1,550", "not allowed to go under 50"."""
    at = number.start - 1 - (word_at(tokens, number.start - 1) in SIGNS)
    lead = (word_at(tokens, at - 1), word_at(tokens, at))
    if lead == _YOU_PAY or (setting.clause.supposing and lead in _IT_IS) or _is_ours_after_all(tokens, at, hit):
        return True
    return word_at(tokens, hit.start) == "not" and word_at(tokens, at) in _LIMITS


def _is_ours_after_all(tokens: Sequence[Token], at: int, hit: Hit[Cue]) -> bool:
    """Whether the wording is of this deal: "please invoice at 6,250", "you have got it at 4,995"."""
    first, before = word_at(tokens, hit.start), word_at(tokens, hit.start - 1)
    return (
        (first in _BILLING and word_at(tokens, at) in _BILLED_AT)
        or (first == "got" and before == "have" and word_at(tokens, hit.start - 2) == "you")
        or (first == "receipt" and word_at(tokens, hit.end + 1) in _ADDRESSED)
        or (first == "they" and (word_at(tokens, hit.end) in _AGREEING or word_at(tokens, at + 3) in _EACH))
        or (hit.end == at + 1 and word_at(tokens, hit.end - 1) == "friend" and before in _CALLING)
        or (before == "for" and _would_do(tokens, hit.end, at))
    )


def _would_do(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether the speaker would do something in these words, as after "for your daughter's car": "I could do"."""
    pairs = ((word_at(tokens, at), word_at(tokens, at + 1)) for at in range(first, last))
    return any(who in _OURSELVES and does in _WOULD for who, does in pairs)


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
    return word_at(tokens, at) == "to" and moved and "deposit" not in lead


def _is_of_before(tokens: Sequence[Token], at: int) -> bool:
    """Whether the wording speaks of what comes before it or after, not of a number just before."""
    return word_at(tokens, at) == "net" or word_at(tokens, at + 1) in _AFTER_SOMEBODY


def _is_near_after(hit: Hit[Cue], tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the wording is soon after the number, which is its nearest, and says no new thing: "I must pay"."""
    is_change = word_at(tokens, number.end) == "off"
    if is_change or not 0 <= hit.start - number.end <= _NEAR_AFTER or _is_of_before(tokens, hit.start):
        return False
    return not any(number.end < other.end <= hit.start for other in setting.numbers)


def _is_result(tokens: Sequence[Token], number: Quantity) -> bool:
    """Whether a sum is said to come to the number: "gives 92,150", "comes to 92,150"."""
    at = number.start - (number.explicit and word_at(tokens, number.start - 1) in SIGNS)
    return word_at(tokens, at - 1) in _GIVING or (word_at(tokens, at - 2), word_at(tokens, at - 1)) in _COMING_TO
