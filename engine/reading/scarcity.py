"""Scarcity: another who wants it, what is lost by a day, an answer wanted by one: "this price is gone by Friday"."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from enum import StrEnum

from engine.reading.cues import Cue
from engine.reading.line import Line
from engine.reading.modality import Setting
from engine.reading.phrases import Hit, Phrasebook, within
from engine.reading.reading import Act, ReadAct
from engine.reading.ultimatums import is_taken_back
from engine.values import value

_REACH = 6
"""Tokens that may stand between the two halves of what presses."""
_TURNED_DOWN = frozenset({"not", "never", "no", "nobody", "without", "to", "i", "we", "you"})
"""Between two halves, words after which they do not belong together."""
_AMOUNTS = frozenset({"percent", "%", "k", "grand", "thousand", "hundred", "dollars", "points", "years", "months"})
"""After a number, what makes it no hour: "up by three percent"."""
_IF = frozenset({"if", "unless", "when", "once"})
_TOGETHER = frozenset({("with", "you"), ("along", "with"), ("with", "your"), ("along", "to")})
_SAYING_MORE = frozenset({("it", "off"), ("sign", "in"), ("sign", "up"), ("sign", "on"), ("it", "to")})


class Part(StrEnum):
    """What a wording is in what presses."""

    ANOTHER = "another"
    """Who can only be after the same thing."""
    SOMEONE = "someone"
    """Who may be."""
    COMES = "comes"
    WANTS = "wants"
    GOODS = "goods"
    OFFER = "offer"
    ACCESS = "access"
    GONE = "gone"
    SOLD = "sold"
    ENDS = "ends"
    CUT = "cut"
    WE_NEED = "we_need"
    DECIDED = "decided"
    YOU_MUST = "you_must"
    DECIDE = "decide"
    LOST = "lost"
    """What presses by itself where a time is named."""
    LISTED = "listed"
    """What presses where a later time is named."""
    ONLY_NOW = "only_now"
    """A deadline of hours, no more than a condition by itself."""
    CLOSE_NOW = "close_now"
    """What asks to close within it: "today only. Sign now?"."""
    TIME = "time"
    LATER = "later"
    ROOM = "room"
    """What leaves the other side its time."""


@value
class Pair:
    """Two parts that press one after the other, where it takes one with a time beside them."""

    first: Part
    second: Part
    time: Part | None = None


_PAIRS = (
    Pair(Part.ANOTHER, Part.COMES),
    Pair(Part.ANOTHER, Part.WANTS),
    Pair(Part.SOMEONE, Part.WANTS),
    Pair(Part.GOODS, Part.GONE),
    Pair(Part.OFFER, Part.GONE),
    Pair(Part.GOODS, Part.SOLD, Part.LATER),
    Pair(Part.OFFER, Part.ENDS, Part.TIME),
    Pair(Part.ACCESS, Part.CUT, Part.TIME),
    Pair(Part.WE_NEED, Part.DECIDED, Part.TIME),
    Pair(Part.YOU_MUST, Part.DECIDE, Part.TIME),
)
_ALONE = ((Part.LOST, Part.TIME), (Part.LISTED, Part.LATER))
"""What presses by itself, and the time that has to be named with it."""
_TIMES = frozenset({Part.TIME, Part.LATER})
_HALVES = frozenset({*(pair.second for pair in _PAIRS), Part.LOST, Part.LISTED, Part.CLOSE_NOW})
"""One of these is in every line with a scarcity."""
_DAYS = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|noon|midnight)"
_MONTHS = "(january|february|march|april|may|june|july|august|september|october|november|december)"
_HOURS = "(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1|2|3|4|5|6|7|8|9|10|11|12)"
_THIS = "(this one|this car|this truck|this suv|this deal|this house|this place|that one|the car|the truck|yours)"
_IT = _THIS.replace("(", "(it|")
_PARTS: dict[Part, str] = {
    Part.ANOTHER: """
        another (buyer|dealer|couple|customer|family|guy|party|person|gentleman|lady|man|woman|salesman|rep|colleague),
        (other|more) (people|buyers|folks|parties|guys|couples|families), (someone|somebody) else,
        the other (guy|customer|buyer|couple|party|family|person),
        the next (guy|person|customer|buyer|couple|one|in line)
    """,
    Part.SOMEONE: """
        everybody, everyone, someone, somebody, people, folks, buyers, other (customers|companies|clients|accounts),
        a (guy|couple|lady|gentleman|man|woman|family|customer|buyer)
    """,
    Part.COMES: """
        interested, waiting, looking, ready, asking, calling, called, texted, texting, be back, will pay,
        on the (phone|line), in the (showroom|lobby), outside, on (his|her|their) way,
        will (.|by|before|today|tomorrow|tonight|soon), want (it|this|that|in), wants (it|this|that|in|to buy|to see),
        coming (.|back|in|at|by|for|over|on|later|tomorrow|today|tonight|this|to), comes (in|at|by|back),
        is ( |already )here, (made|making|put in) an offer
    """,
    Part.WANTS: f"""
        (want|wants|wanting|buying|taking) {_IT}, (gets|takes|buys|grabs) it, have it ., snap it up, snatch it,
        is buying, (trying|offering|looking) to buy {_IT}, call about {_IT}, who will pay, offered me (more|full|cash),
        (coming|comes|driving|headed|heading|way) ~ with (cash|a check|money|financing|a deposit),
        (coming|comes|driving|headed|heading|way) ~ to (buy|sign|get|see|look|take|pick) ~ {_IT}, coming for {_IT},
        (waiting|line|queue) for {_IT}, waiting for your (seats|spot|slot|place),
        waiting (.|in the wings|outside|in line),
        (ahead of|behind|in front of) you, in line, lined up, (fighting|bidding|lining up) (over|on|for),
        (ready|about|dying) to (buy|sign|take|grab|pay|snap) (.|it|this|today|now|tonight|for|cash|full|sticker|list),
        (will|would|could|might|going to) (buy|take|grab|get|snap|drive|own|have) {_IT},
        (called|calling|ask|asked|asking|texted|texting) (about|on) {_THIS}, looking at {_IT}, interested in {_IT},
        (putting|sending|leaving|left|placing) ~ deposit, to put ~ deposit, has a (customer|buyer|couple), them or you,
        with (the |)cash in, beat you to it, (be|coming|is) back (at|for|by)
    """,
    Part.GOODS: "it, this, that, these, those, car, truck, suv, van, unit, house, place, spot, slot",
    Part.OFFER: """
        price, prices, pricing, discount, discounts, offer, deal, quote, rebate, rebates, incentive, incentives, promo,
        promotion, special, rate, rates, this number, that number, list, bonus, dealer cash, sale, allocation, minimum,
        grace period, coupon, program
    """,
    Part.ACCESS: """
        access, seats, logins, licenses, admin rights,
        your (account|accounts|service|system|instance|workspace|data|tool|desk|users)
    """,
    Part.GONE: """
        (will|would|could|might|may) ( |all )be (gone|taken|history), is going to be (gone|sold|taken),
        will be sold (.|by|tomorrow|tonight|this|before|to|soon), (will|would) not survive,
        (will|would|do) not last (.|long|the day|the week|the weekend|until|past|another day|another week),
        not be (here|there|around|available) (tomorrow|later|next|forever|long|when you|by the|if you|this)
    """,
    Part.SOLD: "is (sold|gone|taken)",
    Part.ENDS: """
        ends, expires, expire, expiring, lapses, lapsing, dies, disappears, vanishes, evaporates, stops, jumps, rises,
        climbs, doubles, increases, reverts, resets, ending, (goes|go|going) (up|away|back),
        (runs|running|will run) out, (comes|coming) off, (end|stop) (on|next|this|tomorrow|tonight|today|soon|in|at),
        (will|to) (end|lapse|die|disappear|vanish|stop|jump|rise|climb|double|increase|revert|reset),
        (is|are|be) (gone|dead|history|void|withdrawn|pulled|over|toast), (is|are|be) off the table, almost over,
        self destructs, self-destructs, blows up, falls through, dries up, gets pulled,
        no longer (valid|available|good), will be (higher|more|different|back up),
        (changes|change) (tomorrow|on|next|after|at|tonight|soon),
        (increase|hike|uplift|rise) ~ (coming|kicks in|hits|lands|takes effect|takes hold),
        will not (be there|hold|stand|exist|be available|be valid|be good|be on|last|be here|be around)
    """,
    Part.CUT: """
        ends, expire, expires, stops, disappears, goes away, (will|to) (end|expire|stop|disappear),
        (is|are|be|get|gets) (gone|over|locked|deleted|shut|cut|switched|turned|suspended|deactivated|disabled),
        (is|are|be|get|gets|goes|go) (terminated|dark|offline|released|revoked|wiped|purged|frozen|blocked),
        (shuts|shut|turns) (off|down)
    """,
    Part.WE_NEED: """
        (i|we) (need|want|expect|require|must have), (i|we) (will|would|do|really|just|still) (need|expect|require),
        (i am|we are) going to need, (i|we) have to have, (get|give|send) me (a|an|the|your|that)
    """,
    Part.DECIDED: """
        answer, decision, signature, yes, commitment, signed, order form, po, purchase order, sign off, sign-off,
        go ahead, to hear from you, to hear back, to know (now|today|tonight|by|right),
        to (close|finalize|finish|wrap|sign) (this|it|the|up|by|today|tonight), (this|the|your) (deal|sale|order),
        (this|it|that) (in|back|done|closed|wrapped), (this|that) (by|before|today|tonight|now),
        you to (sign|buy|move|renew|decide)
    """,
    Part.YOU_MUST: """
        you (need|have|have got|got) to, you must, (you had|you would|you) better,
        (it|this|that|deal|order) ~ (has|needs) to
    """,
    Part.DECIDE: """
        decide, sign, commit, choose, act, tell me, let me know, get back to me, say yes, make up, happen,
        give me (a|an|your), buy (it|this|now|today), renew (it|this|now|today|by|before), go through,
        (move|close) (on|now|today|tonight|this|by|before|quickly|fast), be (signed|closed|done), get over the line,
        get (done|signed|closed)
    """,
    Part.LOST: """
        (can|could|will|would) not (hold|keep|honor|extend|approve|leave|freeze|save|protect) ~
        (this|it|that|price|pricing|number|offer|deal|discount|rate|yours|running|open|alive),
        (can|could|will|would) not (guarantee|promise) ~ (price|pricing|number|offer|deal|discount|rate),
        can only (hold|keep|honor|guarantee) ~ (this|it|that|price|rate|number|offer|deal|discount|alive|open),
        not (holding|keeping|extending) (it|this|that|the), hands are tied, out of my hands,
        (manager|boss|vp|director|cfo|finance|gm) (will|would|might|may|could) (pull|kill|yank|withdraw) (it|this|that),
        (manager|boss|vp|director|cfo|finance) is (pulling|killing) (it|this|that), (loses|lose) access,
        prices (rise|jump|climb|increase), (turn|switch|shut|cut) (off|down) your,
        (turn|switch|shut|cut) (your|you) ~ (off|down)
    """,
    Part.LISTED: """
        (back to|back at|at|to|pay|paying) (list|sticker|msrp|full price|full list|full sticker|full rate),
        (back to|back at|at|to|on|pay|paying) (list price|sticker price|the list price|the full price),
        full (price|list|sticker) (again|.), can not do anything, (will|would) not let (me|us)
        (offer|do|give|hold|keep|honor|sell), not
        (give|offer|get|sell|do|have|see|find|approve|honor|match|hold|keep|extend|repeat) ~ (this|that|same)
        (price|pricing|number|deal|offer|rate|discount)
    """,
    Part.ONLY_NOW: "(today|tonight) only, (only|just) ( |for |good )(today|tonight)",
    Part.CLOSE_NOW: """
        (sign|decide|commit|buy|settle|close|renew|deal|agree|do it|take it) ( |it |this )(now|right now|today|tonight),
        (answer|decision|signature|yes) ( |from you )(now|right now|today|tonight), (yes|in|deal) or (no|not|out)
    """,
    Part.TIME: f"""
        today, tonight, tomorrow, now, asap, immediately, soon, eod, cob, th, nd, rd, st, (right|straight) away,
        {_DAYS},
        (in|by|until|before|after|past|this|next|from|come) {_MONTHS}, (at|by|before|until|till|past) {_HOURS},
        (this|next) (week|month|quarter|year|weekend|afternoon|morning|evening|minute|instant|hour), the weekend,
        (after|past|before|by|until) (the|this|your) ~ (date|deadline|week|month|quarter|year|weekend|closes|end),
        the (second|minute|moment|day) (you|we|i|it|the|your|this), (on|by|until|after|before) the (first|last),
        end of (day|business|the), end of {_MONTHS}, as of the, (day|month|quarter|year) end,
        close of business, closing time,
        (quarter|month|year|promo|promotion|sale) (ends|closes), with the (quarter|month),
        (in|within) (an|one|two|three|five|ten|thirty|24|48|the next|a few) ~ (hours|hour|minutes|days|day|week|weeks),
        (when|before|once|if) you (leave|walk|go|drive), when we close, before i (go|talk|take|ask|walk|bring),
        (past|beyond|after) (today|tonight|tomorrow|this|that)
    """,
    Part.LATER: f"""
        tomorrow, (after|past|beyond|from|next|by) {_DAYS}, (after|past|beyond|in|from|next) {_MONTHS},
        (after|past|beyond) (today|tonight|tomorrow|this|that|the|quarter|month|year), next (week|month|quarter|year),
        on the ~ (st|nd|rd|th|first|fifteenth), once (you|we|the), the (second|minute|moment) (you|we),
        if you (leave|walk|wait|come back|go home)
    """,
    Part.ROOM: """
        take (your|all the) time, no (rush|hurry|need|deadline), plenty of time, have time, enough time,
        (price|rate|discount|number|access|pricing|offer) (stays|holds|remains|continues|is safe|is locked),
        (price|rate|discount|pricing|offer) (does|will) not change, (yours|it) (stays|holds|is locked|is safe),
        yours (does|will|is) not, not (affect|change|touch|apply to) (you|your|yours),
        when (would|do|will) you (need|want|like), by when, (can|could|will|would) extend, whenever you, up to you,
        whatever you decide, no matter when
    """,
}
_BOOK: Phrasebook[Part] = Phrasebook(_PARTS.items())


def scarcities(line: Line) -> Iterator[ReadAct]:
    """Pressure for the first scarcity of each clause that leaves no room, in time linear in the line."""
    hits = _BOOK.find(line.spelled)
    if _HALVES.isdisjoint([hit.label for hit in hits]):
        return
    last_room = max((hit.start for hit in hits if hit.label is Part.ROOM), default=-1)
    turns = [at for at, word in enumerate(line.spelled) if word == "but"]
    for setting in line.settings:
        clause = setting.clause
        inside = [hit for hit in within(hits, clause.start, clause.end) if hit.end <= clause.end]
        for start, end, timed in _pressing(line, inside):
            turn = turns[at - 1] if (at := bisect_left(turns, start)) else -1
            has_room = timed and last_room > turn
            if not (has_room or _goes_on(line, end) or is_taken_back(line, setting, start)):
                yield ReadAct(Act.PRESSURE, line.span(start, end))
                break
    yield from _closing_within(line, hits, last_room)


def _closing_within(line: Line, hits: Sequence[Hit[Part]], last_room: int) -> Iterator[ReadAct]:
    """Pressure for the first question or demand to close at once after a deadline of hours: "today only. Sign now?"."""
    deadline = next((hit for hit in hits if hit.label is Part.ONLY_NOW and hit.start > last_room), None)
    if deadline is None:
        return
    for setting in line.settings:
        for hit in within(hits, max(deadline.end, setting.clause.start), setting.clause.end):
            if hit.label is Part.CLOSE_NOW and not _is_open(line, setting, hit):
                yield ReadAct(Act.PRESSURE, line.span(deadline.start, hit.end))
                return


def _is_open(line: Line, setting: Setting, hit: Hit[Part]) -> bool:
    """Whether the clause denies that it has to be, or only supposes it: "if you sign now"."""
    return setting.has(Cue.NOT) or not _IF.isdisjoint(line.words(setting.clause.start, hit.start))


def _pressing(line: Line, hits: Sequence[Hit[Part]]) -> Iterator[tuple[int, int, bool]]:
    """Where wordings of a clause press together, and whether that takes a time."""
    found: dict[Part, list[Hit[Part]]] = {}
    for hit in hits:
        if hit.label not in _TIMES or _AMOUNTS.isdisjoint(line.words(hit.end, hit.end + 1)):
            found.setdefault(hit.label, []).append(hit)
    for pair in _PAIRS:
        if pair.first in found and pair.second in found and (pair.time is None or pair.time in found):
            for first, second in _couples(line, found[pair.first], found[pair.second]):
                if pair.time is None or _has_time(found[pair.time], first, second):
                    yield first.start, second.end, pair.time is not None
    for alone, time in _ALONE:
        for hit in found.get(alone, ()) if time in found else ():
            yield hit.start, hit.end, True


def _couples(
    line: Line, ones: Sequence[Hit[Part]], others: Sequence[Hit[Part]]
) -> Iterator[tuple[Hit[Part], Hit[Part]]]:
    """Each of the others with the last of the ones before it, where nothing between them takes them apart."""
    for other in others:
        before = bisect_right(ones, other.start, key=_end)
        if before and other.start - ones[before - 1].end <= _REACH:
            between = line.words(ones[before - 1].end, other.start)
            if _TURNED_DOWN.isdisjoint(between):
                yield ones[before - 1], other


def _goes_on(line: Line, end: int) -> bool:
    """Whether what follows says something else: "someone else coming with you", "an answer from legal", "sign in"."""
    following = line.words(end, end + 2)
    is_others = following[:1] == ("from",) and following[1:] != ("you",)
    return is_others or following in _TOGETHER or (line.spelled[end - 1], *following[:1]) in _SAYING_MORE


def _has_time(times: Sequence[Hit[Part]], first: Hit[Part], second: Hit[Part]) -> bool:
    """Whether a time is named beside the two, or between them."""
    return any(time.end <= first.start or time.start >= first.end for time in times if time.start != second.start)


def _end(hit: Hit[Part]) -> int:
    return hit.end
