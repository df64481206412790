"""One number of a line: the offer that it makes, the doubt that it leaves, or neither."""

from collections.abc import Sequence
from itertools import pairwise

from engine.reading.agreeing import is_agreed_to, is_taken_on_condition
from engine.reading.context import ReadingContext
from engine.reading.counting import VERBS
from engine.reading.cues import Cue
from engine.reading.currencies import is_country_of, is_of, is_prefix_of
from engine.reading.echoes import is_said_back
from engine.reading.issues import issues_for
from engine.reading.judging import compares_badly, is_borne, is_judged, was_once_fine
from engine.reading.line import Line
from engine.reading.measures import UNMEASURED, is_first_choice, measured
from engine.reading.mentions import names_thing
from engine.reading.modality import Setting, modality_of
from engine.reading.money import Amount, amount_of, is_between
from engine.reading.other_things import is_of_another_thing
from engine.reading.paid_to_them import is_paid_to_them
from engine.reading.phrases import within
from engine.reading.product_figures import may_be_product_figure
from engine.reading.quantity import Quantity, Sense
from engine.reading.ranges import ends_range
from engine.reading.reading import Doubt, Modality, ReadOffer
from engine.reading.set_aside import is_set_aside
from engine.reading.tokens import Kind, is_glued, words_of
from engine.reading.weighing import found_by_weight
from engine.scenario.scenario import Issue

_LEADS = frozenset(
    {
        "at",
        "for",
        "to",
        "around",
        "about",
        "say",
        "do",
        "=",
        "is",
        "take",
        "pay",
        "get",
        "of",
        "@",
        "does",
        "thinking",
        "would",
        "will",
        "could",
        "might",
        "should",
        "like",
    }
)
_LEADING_IN = frozenset(
    words_of("and but so ok then well or now yes um uh er like look honestly right hi hey i think guess")
)
_ASIDE = frozenset(
    words_of("lol lmao haha ha bro man dude sorry mate pal sir madam bhai fam dawg buddy boss chief friend")
)
"""Said in passing, whatever else is said."""
_FROM_REACH = 4
_FEW_WORDS = 3
_PRICED_REACH = 4
"""Tokens within which a word such as "do" makes a bare number after it a price."""
_LONG = 10_000
"""From it on a bare number is a sum, whatever else the clause names."""
_COUNTED = 10
"""Below it a bare number rather counts something: "best for four"."""
_DENIED = (
    ("no",), ("not",), ("never",), ("no", "way"), ("no", "thanks"), ("no", "thank", "you"), ("no", "chance"),
    ("no", "deal"), ("no", "good"), ("nope",),
)  # fmt: skip
"""What alone after a number refuses it: "60 no, 65 yes"."""
_REFUSING = frozenset(words_of("no never way thanks thank you madam maam sorry chance deal good"))
_GOES_ON = (("the",), ("that",), ("my",), ("i",), ("we",), ("it",), ("this",), ("your",), ("you",), ("because",))
"""After a number and a "no" they begin to say why: "240 no the mattress alone was 180"."""
_DENYING = frozenset(words[0] for words in _DENIED)
_MONEY = (Sense.AMOUNT, Sense.PER_MONTH, Sense.RATE)
_GETS_YOU = (("gets", "you"), ("buys", "you"))
_NAMED = (Modality.FIRM, Modality.CONDITIONAL, Modality.ECHO)
_NEAR_LIST = (50, 150)
"""Percent of the list price between which what is paid for each of something is what is bargained over."""
_BY_YEAR = frozenset({"year", "yr", "annum", "annually", "yearly"})
_LET_GO = (("it", "for"), ("them", "for"), ("this", "for"), ("go", "for"), ("goes", "for"))
_QUOTED_TO_THEM = frozenset({("your", "price"), ("you", "are"), ("puts", "you"), ("gets", "you")})
_EVEN = (("even",), ("flat",), ("firm",), ("cash",), ("tops",), ("max",))
_JOINING = frozenset({"with", "for", "plus", "including", "incl", "without"})
_LEAST_SUM = 1_000
"""From it a number with something joined to it is a sum: "35,900 with mats"."""
_BEFORE = frozenset({"already", "earlier", "yesterday", "before"})
_SAID = frozenset({"offered", "said", "told", "wrote", "asked"})
_TOLD = (("was",), ("were",))
_NOT = (("not",),)
_PRICED_SMALL = (Cue.COMMIT, Cue.SUPPOSE, Cue.HEDGE, Cue.LIMIT, Cue.OF_DEAL, Cue.TRADED)
_PRICED = (Cue.COMMIT, Cue.ASK, Cue.SUPPOSE, Cue.HEDGE, Cue.NOT, Cue.TOO, Cue.LIMIT, Cue.STATED)


def placed(line: Line, number: Quantity, setting: Setting, context: ReadingContext) -> ReadOffer | Doubt | None:
    """The offer or doubt of a number; None where it is no amount between the two sides."""
    number = _as_price_of(line, number, context)
    is_nothing = number.sense is Sense.AMOUNT and line.span(number.start, number.end).text == "0"
    if is_nothing or is_of_another_thing(line, number, setting, context):
        return None
    in_measure = measured(line, number, setting, context)
    if in_measure is not UNMEASURED:
        return in_measure
    if number.sense not in _MONEY or number.value == 0 or is_set_aside(line, number, setting, context):
        return None
    issues = issues_for(line, number, setting, context)
    if issues[0] is context.price and is_paid_to_them(line, number, context):
        return None
    if _is_in_another_currency(line, number, context):
        return Doubt(issues[0].id, amount_of(number, issues[0], context).minor, line.span(*line.extent(number)))
    found = _among_issues(line, number, setting, issues, context)
    return found_by_weight(line, number, setting, context) if found is None else found


def _as_price_of(line: Line, number: Quantity, context: ReadingContext) -> Quantity:
    """The number, as an amount where it is far too many to count what can be put in: "33,300 mats and delivery"."""
    if number.sense is not Sense.OTHER or number.value < _LEAST_SUM:
        return number
    flags = {flag.id for flag in context.flags}
    is_beside = any(hit.start == number.end and hit.label in flags for hit in line.issues)
    return number._replace(sense=Sense.AMOUNT) if is_beside else number


def _among_issues(
    line: Line,
    number: Quantity,
    setting: Setting,
    issues: Sequence[Issue],
    context: ReadingContext,
) -> ReadOffer | Doubt | None:
    """The offer or doubt on the first of the issues that the number may be an amount of."""
    for issue in issues:
        amount = amount_of(number, issue, context)
        if _fits(line, number, amount, setting, number.sense, context):
            is_meant = issues[0].id != context.last_issue and is_between(amount.minor, context)
            if setting.before(number.start, Cue.MIDDLE) and amount.minor in (context.own_price, context.other_price):
                return None
            if issue is not issues[0] and not (is_meant or _is_written_as_money(line, number) or number.value >= _LONG):
                break
            if (
                (amount.stretched and _is_bare(line, number, context))
                or _is_below_zero(line, number, amount, context)
                or (number.doubtful and not _was_asked_about(amount, context))
                or may_be_product_figure(line, number, setting, context)
            ):
                return Doubt(issue.id, amount.minor, line.span(*line.extent(number)))
            return _offer(line, number, issue, amount, setting, context)
    if number.sense is not Sense.AMOUNT:
        return None
    return _doubt(line, number, setting, issues[0], context)


def _offer(
    line: Line, number: Quantity, issue: Issue, amount: Amount, setting: Setting, context: ReadingContext
) -> ReadOffer:
    ours = context.is_ours(issue.id, amount.minor)
    theirs = context.is_theirs(issue.id, amount.minor)
    theirs = theirs or (not ours and is_said_back(line, number, setting, context))
    modality = modality_of(
        setting, number.start, is_theirs=theirs, is_vague=number.vague or ends_range(line, number, setting)
    )
    is_borne_badly = modality in _NAMED and is_borne(line, number, setting)
    if is_borne_badly or _is_denied(line, number, setting):
        modality = Modality.REJECTED
    elif modality is Modality.ECHO and not theirs and _is_price_for_them(line, number, amount.minor, context):
        modality = Modality.FIRM
    elif theirs and modality in _NAMED and is_taken_on_condition(line, number, setting):
        modality = Modality.CONDITIONAL
    elif theirs and modality in _NAMED and is_agreed_to(line, number, setting):
        is_bound = setting.sentence.supposes or setting.has(Cue.BOUND)
        modality = Modality.CONDITIONAL if is_bound else Modality.FIRM
    elif (theirs and modality is Modality.FIRM and _is_called_yours(line, number)) or (
        ours and modality is not Modality.REJECTED and (modality is Modality.PROBE or _is_told(line, number, setting))
    ):
        modality = Modality.ECHO
    elif (theirs and modality is Modality.ECHO and is_judged(line, number, setting)) or (
        theirs
        and modality in _NAMED
        and (compares_badly(line, number, context) or was_once_fine(line, number, setting))
    ):
        modality = Modality.REJECTED
    elif modality is Modality.CONDITIONAL and is_first_choice(line, number, setting, context):
        modality = Modality.FIRM
    return ReadOffer(issue.id, amount.minor, modality, line.span(*line.extent(number)))


def _is_denied(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether nothing but a no follows the number: "60 no"."""
    if _DENYING.isdisjoint(line.said):
        return False
    said = tuple(word for word in line.words(number.end, setting.clause.end) if word not in _ASIDE)
    if said[:1] == ("no",) and said[1:2] in _GOES_ON and number.start - setting.clause.start <= number.explicit:
        return True
    return said in _DENIED or (len(said) > 1 and said[0] == "no" and _REFUSING.issuperset(said))


def _is_price_for_them(line: Line, number: Quantity, amount: int, context: ReadingContext) -> bool:
    """Whether "your price" is what the speaker asks, not what it was asked: a seller's, or the first of the talk."""
    lead = line.words(max(0, number.start - _FROM_REACH), number.start)
    if _QUOTED_TO_THEM.isdisjoint(pairwise(lead)) or amount in {context.list_price, 0} or not context.list_price:
        return False
    return not context.other_price or context.own_price >= amount > context.other_price


def _is_called_yours(line: Line, number: Quantity) -> bool:
    """Whether it is named as the other side's: "your 29 gets you the base trim"."""
    is_yours = line.words(line.extent(number)[0] - 1, number.start)[:1] == ("your",)
    return is_yours or line.words(number.end, number.end + 2) in _GETS_YOU


def _is_told(line: Line, number: Quantity, setting: Setting) -> bool:
    """Whether the speaker only tells of what it said: "I already offered 300", "300 was before that"."""
    beside = (line.words(number.end, number.end + 1), line.words(number.start - 1, number.start))
    if ("was",) in beside or "offered" in line.words(setting.clause.start, number.start):
        return True
    words = line.words(setting.clause.start, setting.clause.end)
    stands_on_it = any(hit.label is Cue.COMMIT and hit.start >= number.end for hit in setting.cues)
    return not (_SAID.isdisjoint(words) or _BEFORE.isdisjoint(words) or stands_on_it)


def _is_in_another_currency(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether a sign or word beside the number names another money than that on the table: "£24,000" among dollars."""
    if context.any_money:
        return False
    beside = (*line.tokens[number.start - 1 : number.start], *line.tokens[number.end : number.end + 1])
    first = line.extent(number)[0]
    if (
        first < number.start
        and is_glued(line.tokens, first)
        and not is_prefix_of(line.spelled[first - 1], context.currency)
    ):
        return True
    if not is_country_of(line.words(number.end, number.end + 2), context.currency):
        return True
    return any(
        token.word != context.currency.sign if token.kind is Kind.SIGN else not is_of(token.word, context.currency)
        for token in beside
    )


def _fits(
    line: Line, number: Quantity, amount: Amount, setting: Setting, sense: Sense, context: ReadingContext
) -> bool:
    explicit = number.explicit
    if not amount.plausible or (amount.stretched and explicit and number.value < 10 and not number.decimals):
        return False
    between = (
        amount.stretched
        and is_between(amount.minor, context)
        and line.words(number.start - 1, number.start) not in _TOLD
    )
    if sense is Sense.PER_MONTH:
        is_whole = between and line.words(number.end, number.end + 1) == ("for",)
        return context.list_price > 0 and (not amount.stretched or is_whole)
    if sense is Sense.RATE and not (_is_near_list(amount, context) and _is_full_rate(line, number, amount)):
        return False
    if amount.stretched and not _is_written_as_money(line, number) and _counts_something(line, number):
        return False
    if context.list_price == 0 and not (context.own_price or context.other_price):
        return _looks_like_money(line, number, setting) and (number.value >= 10 or explicit)
    return not amount.stretched or between or _looks_like_money(line, number, setting)


def _is_near_list(amount: Amount, context: ReadingContext) -> bool:
    low, high = _NEAR_LIST
    known = context.list_price or context.own_price or context.other_price
    return low * known <= 100 * amount.minor <= high * known


def _is_full_rate(line: Line, number: Quantity, amount: Amount) -> bool:
    """Whether nothing is left out of a rate but the thousands of a salary: "152 a year", not "1.9 a mile"."""
    return not amount.stretched or not _BY_YEAR.isdisjoint(line.words(number.end, number.end + 2))


def _counts_something(line: Line, number: Quantity) -> bool:
    """Whether a bare number goes with the thing after it, "20 reasons", and with nothing that asks for a price."""
    before = line.tokens[number.start - 1].word if number.start else ""
    after = line.tokens[number.end].word if number.end < len(line.tokens) else ""
    return names_thing(after) and after not in VERBS and before not in _LEADS


def _looks_like_money(line: Line, number: Quantity, setting: Setting) -> bool:
    before = line.tokens[number.start - 1].word if number.start else ""
    if _is_written_as_money(line, number) or number.vague:
        return True
    if number.value < _COUNTED:
        is_rounded = line.words(number.end, number.end + 1) in _EVEN
        is_led = (
            line.words(number.start - 2, number.start) in _LET_GO or line.words(number.start - 1, number.start) in _NOT
        )
        ends_it = number.end == setting.clause.end and (is_led or _is_asked_for(number, setting))
        is_all = len(line.sentences) > 1 and line.extent(number) == (setting.sentence.start, setting.sentence.end)
        return is_rounded or ends_it or is_all or _is_priced(number, setting, *_PRICED_SMALL)
    does = line.words(number.end, number.end + 1)
    if (
        before in _LEADS
        or not VERBS.isdisjoint(does)
        or _is_priced(number, setting, *_PRICED)
        or _is_short(number, setting)
    ):
        return True
    if before == "or" and any(other.end < number.start and other.sense is Sense.AMOUNT for other in setting.numbers):
        return True
    is_first = set(line.words(setting.clause.start, number.start)) <= _LEADING_IN
    return is_first and not _counts_something(line, number)


def _is_asked_for(number: Quantity, setting: Setting) -> bool:
    """Whether a "would you do" or the like leads to the number."""
    return any(hit.label is Cue.ASK and 0 < number.start - hit.end <= 1 for hit in setting.cues)


def _is_priced(number: Quantity, setting: Setting, *cues: Cue) -> bool:
    """Whether a word that deals in prices is near the number, or comes after it: "I can do 34", "34 works"."""
    return any(hit.label in cues and number.start - hit.end <= _PRICED_REACH for hit in setting.cues)


def _is_short(number: Quantity, setting: Setting) -> bool:
    """Whether the clause says little beside the number."""
    return setting.clause.end - setting.clause.start - (number.end - number.start) <= _FEW_WORDS


def _is_written_as_money(line: Line, number: Quantity) -> bool:
    return number.scaled or number.grouped or number.decimals > 0 or number.explicit


def _is_bare(line: Line, number: Quantity, context: ReadingContext) -> bool:
    """Whether the message is the number alone, before any price was named: "31" may be anything."""
    alone = len(line.tokens) - (number.end - number.start) <= 1 and number.value < 100 and not number.decimals
    return alone and not (context.own_price or context.other_price)


def _is_below_zero(line: Line, number: Quantity, amount: Amount, context: ReadingContext) -> bool:
    """Whether the message is a number right after a minus, "-24000", that was not asked about yet."""
    first = line.extent(number)[0]
    if first == 0 or line.tokens[first - 1].word != "-" or line.tokens[first - 1].end != line.tokens[first].start:
        return False
    return _stands_alone(line, number) and not _was_asked_about(amount, context)


def _was_asked_about(amount: Amount, context: ReadingContext) -> bool:
    return context.doubted is not None and context.doubted.amount == amount.minor


def _stands_alone(line: Line, number: Quantity) -> bool:
    """Whether the message says nothing but the number."""
    others = (*line.tokens[: number.start], *line.tokens[number.end :])
    return all(token.kind is not Kind.WORD and token.kind is not Kind.NUMBER for token in others)


def _doubt(line: Line, number: Quantity, setting: Setting, issue: Issue, context: ReadingContext) -> Doubt | None:
    explicit = number.explicit
    alone = _stands_alone(line, number)
    flags = {flag.id for flag in context.flags}
    near = [
        hit
        for hit in setting.cues
        if hit.label is Cue.COMMIT and max(number.start - hit.end, hit.start - number.end) <= _PRICED_REACH
    ]
    committed = bool(near) and (number.value >= _COUNTED or explicit)
    names_issue = any(hit.label == issue.id for hit in within(line.issues, setting.clause.start, setting.clause.end))
    is_joined = not _JOINING.isdisjoint(line.words(number.end, number.end + 1)) and number.value >= _LEAST_SUM
    stated = (names_issue or is_joined or _is_short(number, setting)) and (number.grouped or number.scaled or explicit)
    if not ((explicit and setting.has(*_PRICED)) or committed or alone or stated):
        return None
    if setting.has(Cue.GIVE) and number.value < _COUNTED:
        return None
    if any(hit.label in flags for hit in within(line.issues, setting.clause.start, number.start)):
        return None
    amount = amount_of(number, issue, context)
    return Doubt(issue.id, amount.minor, line.span(*line.extent(number)))
