"""The words that tell what is meant by an amount near them."""

from enum import StrEnum

from engine.reading.elsewhere_wordings import ELSEWHERE


class Cue(StrEnum):
    """What a cue says of the amount it governs."""

    NOT = "not"
    """What follows, or the amount just before, is refused."""
    HARMLESS = "harmless"
    """Looks like a "not" and is none: "no problem", "not a penny less"."""
    TOO = "too"
    """The amount is called too much or too little."""
    LIMIT = "limit"
    """Under "not", it turns a refusal into the speaker's own limit: "not less than"."""
    SUPPOSE = "suppose"
    """Said to see what happens: "what if"."""
    UNREAL = "unreal"
    """Said of another world than this, before or after the amount: "in a perfect world"."""
    OF_DEAL = "of_deal"
    """Looks like "elsewhere" and speaks of this deal: "worth it to me", "taxes in"."""
    ASK = "ask"
    """Asks whether the other side would."""
    SEAL = "seal"
    """Asks for the deal at the amount that follows, which binds: "can we shake on"."""
    WHETHER = "whether"
    """Asks whether something is so."""
    UTMOST = "utmost"
    """Goes as far as it can, and hedges nothing: "the best I could possibly do"."""
    HEDGE = "hedge"
    """The speaker may or may not."""
    COMMIT = "commit"
    """The speaker puts it on the table."""
    MEANT = "meant"
    """The amount takes the place of one just named: "I mean"."""
    STATED = "stated"
    """The other side's own words are taken up: "you said"."""
    ELSEWHERE = "elsewhere"
    """Not an amount between these two: list price, another dealer, what something cost."""
    BOUND = "bound"
    """The offer hangs on something, without an "if"."""
    GIVE = "give"
    """An add-on is put into the deal."""
    LEAVE = "leave"
    """An add-on is left out of it."""
    TRADED = "traded"
    """The amount is for what the other side gives in part payment."""
    OFF = "off"
    """The amount comes off a price."""
    MORE = "more"
    """The amount goes on top of a price."""
    MIDDLE = "middle"
    """The point half-way between both sides' prices."""


CUES: dict[Cue, str] = {
    Cue.NOT: """
        not, never, no way, wish (i|we) could, how (can|could) (i|we) (sell|take|accept|pay), unable to, refuse to, no
        chance, decline, reject, forget, out of the question, no deal at, impossible, nowhere near, no room, no to,
        (say|says) no to, kills (it|this|that|the deal), (embarrassed|ashamed|afraid) to,
        have to pass, (will|would|i|we) pass, pass (on|at), (is|are|be) off the table,
        rather keep (it|the|this|that|them|my|mine), rather (not|walk),
        will not cut it, no can do, (a|hard|a hard|a firm|a flat) no, (fool|crazy|nuts|insane|stupid|dumb|mad|idiot) to
        (take|pay|sell|accept|give|go|do|let), (who|why) would (i|anyone|anybody|pay|sell|take|give), who
        (pays|sells), turn down, turned down, turn ~ down, turned ~ down, turning down, refused, declined, rejected,
        passed (on|up), said no to,
        (scratch|scrap|strike|forget|ignore|withdraw|nix|cancel) (the|my|that|our), never mind (the|my|that),
        take back (the|my|that), (is|be) off now,
        (withdrawing|retract|retracting|rescind|rescinding|revoke|revoking) (the|my|that|our), pulling (my|our|that)
        (offer|bid|number|price),
        nothing (i|we) can do (at|for|with), than (take|sell|accept|pay|settle for|go to|sell ~ for),
        (nobody|no one|noone) (will|would|is|pays|sells),
        (rather|sooner)
        (push|burn|scrap|part|donate|give|drive|eat|throw|junk|crush|let|stay|leave|rent|hang|park|tow|set|lose|sit),
        than (rent|let|lease|haul|run|drive|work|do|give|offer|part with) ~ (for|at), no
        (path|route|road|appetite|authority) to
    """,
    Cue.HARMLESS: """
        or not, not lie,
        and not (with|including|counting),
        (and|but) not (a|one|another) (single |)(penny|cent|dime|dollar|euro|quid|krone|rupee|buck|pence|nickel),
        (and|but) (not|never) (a|one|any|another) (single |hidden |)(extra|fee|surprise|charge|cost|surcharge),
        did not you, why not, (maybe|perhaps|or) not ., not go (higher|lower|any higher|any lower|further),
        not go (a|one|another) (single |)(cent|penny|dime|dollar|buck|euro|pound|quid)
        (over|under|above|below|past|beyond|higher|lower|more|less), not let me go
        (higher|lower|over|above|more|up), not to exceed, not suppose, why do not you, not a problem, not bad, no
        problem, not only, can not wait, no doubt, if not,
        not be (here|there|around|available) (tomorrow|long|later|next|when),
        not (a|one|another) (penny|dollar|cent|dime|euro|buck|rupee)
        (less|more|lower|higher|under|below|over|above), not (a|one|another) ~ (less|lower|higher|under|below),
        not negotiable, not a bad, not (budge|budging|moving|going to
        budge), not saying no, (would|will) not (say no to|turn down|refuse), rather keep (it|this|that) (at|as),
        not unreasonable, not sure, not (be|a) (disappointed|issue), why do not we,
        why do not i,
        would not you, will not regret, not forget, not going to lie, not trying to, do not worry, can not complain,
        not
        any less, not any lower, not any more, (not|no) (more|less), (can|will|could|would) not beat
    """,
    Cue.TOO: """
        rather (get|buy|have|take) (a|another|one|new|something),
        (way|far|much) (lower|less|higher|more) than (i|we) (am|are|can|could|would|will|want|wanted|have),
        (makes|make) no sense,
        (get|gets|got|be|is|was|being) (vetoed|rejected|refused|blocked|bounced|denied|shot down|thrown out|kicked
        back|laughed at|binned|declined),
        would be (me|us), (having|putting) (me|us) on, pulling my leg, (are|be) (joking|kidding|dreaming),
        (joking|kidding) me,
        works out to (less|under|below|minimum|nothing|peanuts|pennies|slave|a loss|half),
        (lose|losing) money on (you|it|this|that|them) at,
        (less|lower) than my (salary|pay|base|rate|wage|rent),
        (too|to) (low|high|much|little|steep|rich|expensive|far|heavy|dear|thin|tight|pricey|stiff), less than (i|we)
        (take|make|earn|get|have|need|want|wanted), (may|might) as well, alone (is|are) worth more,
        (is|seems) (light|low|high|steep|thin|pricey|stiff|a lot), way off, half (what|of
        what) (i|we|it|they|he|she|my|our|the|this|that|he|anyone),
        a (bit|little) (light|short|low|high|steep|much|rich), pretty (low|high|steep), quite (low|high|steep),
        very (low|high|steep), out of (my|our) (budget|range|reach), more than (i|we)
        (came|want|wanted|can|am|have|had|planned|was|budgeted|hoped), below (cost|my cost|our cost), far from, out of
        reach, kill me, insulting, an insult, lowball, low ball, a joke, ridiculous, under my cost,
        (lose|losing) money,
        so low, really (low|high|steep), (over|above|beyond|outside|past|below|under) (my|our|the)
        (budget|range|limit|max|maximum|minimum|floor|bottom|band|scale|bracket|cap|ceiling|authority|approval), waste
        (my|your|our) time, (have|need|got|going) to do better than, must do better than, (can|could|should) do better
        than, do any better than, giving it away, under water, underwater, in the hole, in the red, (a|is) no go,
        no go
        (on|at), (a|hard) pass, non starter, nonstarter, deal breaker, dealbreaker, laughable, robbery, a rip off, a
        ripoff, extortion, outrageous, absurd, (is|are) (crazy|insane|nuts), a long way, a (big|huge)
        (jump|drop|stretch), (way|well|far) (under|below), non-starter, (get|got|be|gets) ~ fired, (get|got|be) fired,
        (break|breaks) the bank, (lose|losing) ~ (at|on), paying you to, upside down at, break even, breaking even,
        out
        of pocket, pay you to, no good, half the price (i|we), peanuts, chump change, less than my
        (current|present|last|old) (salary|pay|base|job|rate|rent), cheeky, out of my (league|depth|hands), out of
        (my|our) price range, more than (my|our|the) (budget|limit|max|range|boss|board), barely (covers|clears|pays),
        over budget, above budget, (puts|put) (me|us) (over|under|out|below|above|behind), (a|big|huge) step
        (down|back), a pay cut, having a laugh, taking the (mick|piss), dream on, pull the other one,
        (below|under|less
        than|above|over|beyond) what (i|we|it), eating (the|my|our)
        (holdback|cost|margin|profit|whole|commission|entire), in the (hurt locker|minus),
        is where (i|we) would (walk|leave|lose|bow out|tap out|drop out|get fired|be fired|go broke),
        is where (i|we) (walk|get
        up|leave|bow out|tap out|drop out|check out|lose|start losing),
        (would be|will be) pushing (it|my luck|things),
        (kills|eats|eat|wipes|wipe|destroys|murders|guts|crushes|ruins|sinks) (me|us|my|our|out my|out our), (i|we)
        would have to (cry|explain|rob|beg|close|shut|eat), and cry,
        (shoot|hang|murder|fire|skin|lynch|strangle|divorce) me, have my (head|hide|job|neck|hat),
        the answer is no, (have|need) to walk (away|out), for ~ (i|we) will keep (it|them),
        upside down (on|at),
        half (my|our), (exceeds|exceed) (what|our|my|the), paying to (work|drive|sell|be), upside down ~ at, lose
        (us|me), more than (he|she|they|my|our|the|any|a|this|that) ~ (wants|asks|charges|wanted|costs), laughed
        (out|off|at), dead (on arrival|in the water), (i|we) (lose|bleed|starve), (a|at a|explain a|take a) loss,
        (go|be|going) (broke|bankrupt|bust|out of business|homeless)
    """,
    Cue.LIMIT: """
        better than, less than, lower than, below, under, more than, above, over, higher than, beyond, past, lower
        then, less then, higher then, more then, no less, cheaper than, further than, lower that, less that, south of,
        north of
    """,
    Cue.SUPPOSE: """
        let us (test|float|explore|imagine|pretend|model),
        let us say (i|we|you|it|he|she|they),        (give|tell) me (a|one) reason (to|i should), what if, suppose,
        supposing, hypothetically, imagine, say (i|we) (came|went|got|did|paid|offered|put|made|bumped|dropped),
        look like (at|for|with), what would (a|an|you say),
        what do you say to, just for
        argument, for the sake of argument, if i could (get|do|find|talk), if we could (get|do|find), if i (got|were
        to), if i can get, what happens (at|if), (if|say|suppose) (it|that|this) (was|were), if the price (was|were),
        if i said, what is wrong with, what is (stopping|keeping|holding|preventing) you from
    """,
    Cue.ASK: """
        (chance|odds) of, would you, could you, can you, will you, (would|could|can|will) (they|he|she), do you,
        how would you feel about, how do you feel about,
        are you,
        would it, would that, could we, can we, would, could i, can i, may i, might you, are we, were you, did you,
        you ok with, you
        (willing|open|able) to, any (chance|way|possibility|shot|hope|world|scenario|universe|version),
        is there (any|a way|a world|a chance|a price|a
        universe), were you thinking, (could|can|would|will) the (price|base|rate|salary|figure|number|total|fee)
        (be|go|come)
    """,
    Cue.SEAL: """
        (can|could|shall|do|will|should) we (shake|shake hands|sign|close|settle|agree|wrap it up|wrap this up|write
        it up|close it|close this|close it out) (on|at|for), (do|have) we (have|got|have got|has) (a|ourselves a) deal
        (at|on|for), (can|could|shall) we call it (a deal|done|settled) (at|for), (is it|is that|are we) (a
        deal|agreed| good|done) (at|on), (can|could|shall) we get (it|this) (done|signed|closed) (at|for)
    """,
    Cue.UNREAL: """
        ok hypothetical, hypothetical :, purely hypothetical, i will (go ask|go check|go see|have to ask),
        in (a perfect|a dream|an ideal|another) world, in theory,
        theoretically, hypothetically, in my dreams,
        (need|needs|require|requires) ~ (approval|blessing), no (promise|promises|guarantee|guarantees), not ~
        (promise|guarantee|swear to), not set in stone, do not hold me to, do not quote me, no commitment yet
    """,
    Cue.OF_DEAL: """
        eat the difference, very high (demand|quality|end|mileage|miles),
        (i am|we are) selling (it|this|that|them|) (for|at), not worth (it|the|my),
        worth the (trouble|hassle|drive|effort),
        in it for (me|us), (invoice|bill|total) (would|will) be, from (the|my) (insurance|bank|settlement),
        worth ~ to (me|us), (only|just) worth, worth it to (me|us),
        (taxes|tax|fees|shipping|delivery|insurance)
        (in|included|incl|paid|and all), paid (up front|upfront|in full|in
        advance|annually|yearly|quarterly|monthly|today|cash|in cash|now|at once|on the spot|in one go), (fee|fees)
        (is|are|would be|will be|stays|remains) (set|fixed|held|at), (my|our) fee (is|would be|will be|for|of),
        (an|the|total|all in) (annual|yearly|renewal|license|subscription|flat) fee of,
        (my|our) (quote|bid) (is|was|of|for|stands), what i (make|earn|get) (now|today), or (find|get|try|call|ask)
        (someone|somebody|anyone|anybody|another), or (someone|somebody) else, (i |we |)(got|have) (the
        |)(approval|ok|okay|green light|authority|clearance|signoff|permission|budget) (for|to), (got|have) ~
        (approved|signed off), (is|be) the damage
    """,
    Cue.WHETHER: """
        is, does, was
    """,
    Cue.UTMOST: """
        (nothing|anything) (north|south) of,
        (best|most|lowest|highest|least) (i|we) (can|could|would) (possibly|maybe|perhaps),
        (best|most|lowest|highest|least) (i|we) (can|could|would|will) ~ is (possibly|maybe|perhaps),
        not ~ (south|north|west) of
    """,
    Cue.HEDGE: """
        (go|going) to bat for,
        (come|get|circle) back (to you |)(with|at),
        have to get ~ (approved|cleared|signed off), have to (clear|run) ~ (with|by|past),
        something (around|like|near), looking for something, between, maybe,
        perhaps, possibly, potentially, might,
        may be able, i could see, not sure, somewhere around, somewhere near, in the neighborhood of, ballpark, ball
        park, i will see if, let me see if, see what (i|we|my|he|she|they), i would have to ask, try to get, could
        probably, thinking out loud, in the range, see if i can, ask my manager (for|about|if), check (if|whether),
        (something|somewhere) (closer|close|nearer) to, (take|run|float|bring) ~ (to|by|past|back to) (my|our)
        (boss|manager|director|team|wife|husband|vp|board|partner|cfo|owner|client|customer|people), in the region of,
        north of, south of, upwards of, (i|we) could (ask|try|check), whether, think (about|over|on), consider, i
        wonder, wondering (if|whether), go back to ~ and ask (for|about|if), could see (myself|us|me),
        (fight|fighting|push|pushing|argue|lobby|plead|beg|shoot|shooting|aim|aiming|angle|angling|try|gun) for
    """,
    Cue.COMMIT: """
        (fill|write|pencil|jot|note) (in|down),
        bottom line is, capped at, (my|our|the|offer) offer is, offer is at, (prepared|willing) to,
        anything (north|south) of, (i am|we are) selling (it|this|that|them|) (for|at),
        (the|this|that) (car|truck|van|vehicle|package|renewal|bundle) is at, this one is at,
        i (give|offer), from me, in my head (is|was), nothing (north|south) of, (a|my|our|the) floor of, mine at,
        ours at,
        (i|we) (can|could|will|would|offer|want|need|accept|agree|take|must have|have to have), (my|our) price, let
        us, how about, what about, (my|our) (best|offer|max|maximum|ceiling), best price, final, you can have, make
        it, call it, (i am|we are) (at|offering|asking|willing|prepared|able), lowest, firm, deal, agreed, works,
        works for me, take it, sold, the price is, out the door, going to, happy to, ready to, (i am|we are|i was|we
        were) (thinking|hoping|looking|expecting), (i am|we are)
        (taking|dropping|knocking|giving|lowering|cutting|shaving|adding|going|coming|moving|throwing), your price
        (becomes|would be|will be|comes to|drops to|is now|goes to), it is yours, yours for, down to, up to, settle,
        set on, stuck on, settled on, give me, how does, how is, (is|that is|it is) all (i|we), (is|be) the
        (most|best|least), take it or leave it, gets it done, is what (i|we) (have|can), gets you, budge (off|from),
        had (about|around|roughly|like|maybe|) ~ in mind, (i|we) have ~ in mind, give us,
        (landed|settled|ended up) (on|at)
    """,
    Cue.MEANT: """
        i mean, i meant, meant to (say|write|type), make that, or rather, scratch that, correction, typo, oops, sorry
    """,
    Cue.STATED: """
        (can|could|would|will) you (please |just |)confirm (that |)(the|your), please confirm (that |)(the|your),
        are you (saying|asking|offering|quoting|telling me),
        did not you (say|offer|ask|want|quote),
        you are (stuck|sitting|set|holding|firm|fixed|still|hovering|stopped|planted|parked|staying|holding firm)
        (at|on|around), you are (looking for|after|hoping for|holding out for),
        you said, you offered, your offer, you are at, you asked, you want, you wanted, your number, you mentioned,
        you are asking, you are offering, your price, you quoted, you told, you say, your asking, you are saying, so
        you are, you came in at, you proposed, your counter, (ad|listing|post|posting|advert) (says|said|has),
        (you|i|we) (started|opened|began) (at|with|out at), how (firm|set|fixed|flexible) are you (on|at|about|with),
        did you come up with, you came up with, you would pay, you mean, you meant, you heard, appreciate (you|your)
        (coming|going|dropping|moving) (down|up)( to|), i heard you, i heard, your first offer, your last offer,
        your budget,
        your (final|last|bottom|lowest|best|highest|top|max|limit|ask) (is|was|price is|offer is|number is),
        your at, (lowest|best|least|most|highest) you (can|could|will|would) (go|do|take|accept|offer|pay|come),
        (thanks|thank you) for (coming|going|dropping|moving) (down|up)( to|), did you (say|mean|mention), (you|i|we)
        (threw|tossed|put) out, did i (read|hear|get|understand) (that|it|this|you) (right|correctly|wrong),
        (i see|i saw|i noticed) (that |)you (came|went|dropped|moved|are) (down|up) to,
        you (came|went|dropped|moved) (down|up) to
    """,
    Cue.ELSEWHERE: ELSEWHERE,
    Cue.BOUND: """
        needs ~ (up front|upfront|in advance|prepaid),
        with (half|all|everything|payment|full payment|the rest|most|it|all of it) (up front|upfront|in advance),
        (bags|units|pieces|boxes|cases|pallets|seats|users|hours|people|nights|weeks|months|pairs|tons|acres|heads|
        guests) (or more|and up|minimum|min|plus), but (min|minimum), (a|the) minimum (of|order), min order,
        minimum order, long as, as long as, provided, on (the |)condition, conditional (on|upon), in order (for|to),
        to (hit|reach|do|get to|get you to|make) ~ (i|we) (need|would
        need|will need|would want), in (exchange|return), for cash today, only for cash, if, today only,
        only (with|w), but then you, with a (guaranteed|minimum|committed|signed),
        with (zero|nothing|no money) down,
        at ~ (seats|users|units|pieces|boxes|pallets) (i|we) (can|could|would|will), against (a|an|your), when you
        sign, assuming, but only, contingent on, subject to, in case you, once you sign, when (my|our), requires
        (a|an|your|the|my|our|his|her)
    """,
    Cue.GIVE: """
        (has|got|comes with) ~ in it, throw in, throw ~ in, throwing in, throwing ~ in, thrown in, toss in, toss ~ in,
        include, included, including, (i|we) pay for,
        includes, add, adding, added, with, plus, free, on me, on us, on the house, put ~ in, comes with, come with,
        threw in, threw ~ in, (fold|roll|wrap|work|chuck) ~ in, (have|keep) (them|em|those), tossed in, give you,
        giving you, you get, get you,
        no charge, at no cost, at cost, for
        nothing, complimentary, cover, i will do, we will do, i can do, we can do, offer, bundle, knock in, into the
        deal, part of the deal, in the deal, sweeten, take care of, eat, absorb, waive
    """,
    Cue.LEAVE: """
        (stay|stays) out, without, no, minus, leave out, leaving out, leave ~ out, excluding, exclude, drop,
        take ~ out, not, skip, except, except for, everything but, all but, apart from, forget (the|about),
        never mind (the|about), (scrap|nix|remove) (the|), (strike|scratch) the,
        instead of, in place of, in lieu of,
        (is|are) (extra|separate|not included|not part of|on you|off the table), not included,
        (cost|costs)
        extra, (come|comes) off, (stay|stays) (here|behind|put), (stay|stays) with (me|us)
    """,
    Cue.TRADED: """
        for (your|the|that) (trade|trade in|trade-in|old car|current car|old one), on (your|the) (trade|trade
        in|trade-in), your trade (in|is|at), for yours
    """,
    Cue.OFF: """
        off, knock, knocking, shave, discount, come down, coming down, come off, go down, going down, came down, went
        down, bring ~ down, drop, dropping, lower, lowering, reduce, reducing, cut, chop, trim, less, cheaper,
        reduction, rebate, down another, down, minus
    """,
    Cue.MORE: """
        tack on, slap on, up (it|that|this|my offer|your offer), sweeten ~ by, improve ~ by, come up, coming up,
        go up, going up, went up, raise, bump, bumping, increase, add another, up another
    """,
    Cue.MIDDLE: """
        split the difference, split the (remaining|last|other), meet (half way|halfway),
        (come|came) (half way|halfway),
        meet (you|me|us) (half way|halfway), meet (in the middle|in middle), meet (you|me|us) in the middle, split it
        down the middle, split (it|the gap), the middle, go halfway, go half way, half way between, halfway between,
        (something|somewhere|figure|number|price|sum|meet|meeting|land|landing|settle|settling|go|be|is) (right |)in
        between, half (of the|the|that|of that|of our|our) (difference|gap), (halve|bridge) the (difference|gap),
        half of (what is|whatever is|what stands) between, (eat|cover|absorb|swallow) half, (go|going) halves,
        halves on (it|that|this), split
        the diff, split (that|this), splitting (it|this|that|the difference|the gap), 50 / 50, fifty fifty,
        fifty-fifty,
        (the |)(midpoint|mid point), (halfway|half way) it is, (the |)middle (of|between), (go|goes|land|lands)
        (right |)between (you|your|our|my), halve (that|it|what), split (what is|whatever is|the rest), (each|both)
        (give|move|come|go|do) half, half each
    """,
}
"""What the cues sound like: wordings by cue, a comma between them."""
