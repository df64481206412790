"""Sums that are told of and no longer bargained over: spent on the thing, once paid for it, what it was or is new."""

from collections.abc import Sequence
from itertools import pairwise

from engine.reading.cues import Cue
from engine.reading.modality import Setting
from engine.reading.quantity import Quantity, Sense
from engine.reading.tokens import Token, word_at, words_of

_SPENT = frozenset(
    words_of(
        "gave burned burnt blew sank sunk poured threw forked shelled coughed laid plunked plopped dumped wasted ran "
        "fetched netted grossed earned billed charged invoiced financed borrowed donated tipped won cost bought "
        "splurged swallowed ate dropped spent paid saved raised replaced insured lent loaned"
    )
)
"""What once was done with money."""
_SPENDING = _SPENT - {"dropped"}
_INTO = frozenset({"on", "into", "in", "for", "at"})
_TO = frozenset({"to", "down", "up", "by", "off", "you", "forward"})
"""With one of these between, the verb tells of a price: "we dropped it to 300", "I gave you 300"."""
_TO_ME = _TO | {"me", "us"}
_UNREAL = frozenset(words_of("would could will can might should to if have"))
_OF_A_NOUN = frozenset({"my", "our", "the", "your", "a"})
"""What makes a "cost" or a "run" no verb."""
_REACH = 7
_PASSED_OVER = frozenset(
    words_of("about around like only just roughly originally over under nearly almost maybe $ € £ already")
)
_WAS = frozenset({"was", "were"})
_READY = frozenset({"ready", "willing", "prepared", "happy", "about", "set", "going", "all", "gonna"})
_UNTIL = frozenset({"till", "until", "before", "but"})
_TALKED_OF = frozenset(
    words_of("i we you my our your offer price limit max budget number what that he she best bid lowest")
)
"""What a price that was so is a price of this talk's."""


def is_told(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the clause tells of the sum instead of putting it forward."""
    lead = {token.word for token in tokens[setting.clause.start : number.start]}
    was = not _WAS.isdisjoint(lead)
    if was and (_was_once(tokens, number, setting) or _was_withdrawn(tokens, number, setting)):
        return True
    return not _SPENT.isdisjoint(lead) and _is_spent(tokens, number, setting)


def _is_spent(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the clause tells that the sum was spent or given: "we burned 18k on consultants"."""
    first = max(setting.clause.start, number.start - _REACH)
    verb = next((at for at in range(number.start - 1, first - 1, -1) if tokens[at].word in _SPENT), -1)
    if verb < 0 or setting.clause.supposing or setting.has(Cue.SUPPOSE):
        return False
    others = (one for one in setting.numbers if one.sense is Sense.AMOUNT)
    if word_at(tokens, verb - 1) in _OF_A_NOUN or any(verb < one.start < number.start - 1 for one in others):
        return False
    between = {token.word for token in tokens[verb + 1 : number.start]}
    before = {token.word for token in tokens[max(first, verb - 2) : verb]}
    if not between.isdisjoint(_TO_ME if tokens[verb].word == "gave" else _TO) or not before.isdisjoint(_UNREAL):
        return False
    return tokens[verb].word in _SPENDING or word_at(tokens, number.end) in _INTO


def _was_withdrawn(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether the speaker only would have gone so far before something: "I was ready to pay 2,300 till I saw it"."""
    lead = [token.word for token in tokens[setting.clause.start : number.start]]
    if not any(one in _WAS and two in _READY for one, two in pairwise(lead)):
        return False
    return any(token.word in _UNTIL for token in tokens[number.end : setting.sentence.end])


def _was_once(tokens: Sequence[Token], number: Quantity, setting: Setting) -> bool:
    """Whether something was so much once, and no side's price: "it was 1,499 new"."""
    at = number.start - 1
    while at > setting.clause.start and tokens[at].word in _PASSED_OVER:
        at -= 1
    is_told = at > setting.clause.start and tokens[at].word in _WAS
    if not is_told or setting.clause.supposing or setting.has(Cue.SUPPOSE):
        return False
    return _TALKED_OF.isdisjoint(token.word for token in tokens[setting.clause.start : at])
