"""What acts sound like: wordings by act, a comma between them. A pack's own lexicon is added to these."""

from engine.reading.pressing import PRESSING
from engine.reading.reading import Act
from engine.reading.tokens import words_of

WORDINGS: dict[Act, str] = {
    Act.GREET: """
        hi, hello, hey, hiya, good (morning|afternoon|evening|day), greetings, howdy, welcome, nice to meet you,
        pleasure to meet you, thanks for (coming|stopping|reaching), yo, heya, sup, hola, morning, afternoon,
        evening, nice meeting you
    """,
    Act.RAPPORT: """
        would you like (some|a|any) (water|coffee|tea|drink|seat|snack),
        pleasure (working|doing business|dealing) with,
        (i|we) ( |really |do |truly |sure )appreciate (you|your|that|it|the), nice to meet you, no pressure, no rush,
        take your time, congratulations, congrats, i love (that|it), that sounds
        (fun|lovely|exciting|great|tough|rough|hard|stressful), my (kids|wife|husband|daughter|son|family|dog)
        (love|loves|too|also|are|is), sorry to hear, happy to help, glad you, glad to, i appreciate you, thank you for
        your time, thank you, thanks, ouch, wow, good luck, great question, fair question, appreciate it,
        here to help,
        (get|offer|bring|fetch) you ~ (coffee|water|tea|drink|soda|snack), (coffee|water|tea) for you, like a
        (coffee|water|tea|drink), have a seat, make yourself comfortable
    """,
    Act.FOLLOW_UP: """
        tell me more, say more, how so, what do you mean, why is that, such as, like what, what else, go on, can
        you expand, could you expand, what makes you say, help me understand, which one, what happened, what
        about it, in what way, what does the ~ one come with, and why, what would that, what did they, why, and
        then, and why is that, roughly, ballpark, for example
    """,
    Act.CLAIM: """
        best in (class|the market|town), guarantee, guaranteed, never (breaks|break|fails|had a problem),
        safest, no one (else )beats, nobody beats, lowest price in, most reliable, will not find, you can not
        find, number one, best ~ on the market, cheapest ~ in town, hold its value, holds its value, no
        accidents, never been in an accident, top of the line, brand new
    """,
    Act.FINANCE_OFFER: """
        apr, financing, finance it, a month, per month, monthly payment, monthly payments, / month, / mo, down
        payment, money down, zero down, lease it, interest rate, percent financing, months at, for 72 months,
        for 60 months, for 48 months
    """,
    Act.CONDITIONAL_TODAY: """
        if you ~ today, if you ~ tonight, if you ~ this week, if you ~ now, if you ~ right now, if we ~ today,
        if we ~ this week, if we ~ now, today only, sign today, buy today, decide today, close today, this week
        only, before the weekend, by (friday|saturday|sunday|monday|tomorrow|tonight), by the end of the
        (day|week|month), (done|deal|settle it|settled) today, decide this week, take it today, only good today,
        good until, good through, drive it home today, sign this week, settle it this week
    """,
    Act.NEXT_STEP: """
        (schedule|book|set up|arrange) ~ (call|visit|drive|appointment|meeting|time), call you
        (tomorrow|on|monday|tuesday|wednesday|thursday|friday|saturday|sunday), (bring|call|include|loop
        in|talk to|speak with|speak to|get) ~ (wife|husband|spouse|partner|mom|dad|mother|father|parents),
        come (by|in|back) (tomorrow|on|saturday|sunday|monday|friday|this weekend|with|to sign), test drive, see you
        (tomorrow|saturday|sunday|monday|tuesday|wednesday|thursday|friday|then), pick it up
        (tomorrow|on|saturday|friday), follow up (on|tomorrow|with), hold it (until|for you|till), tomorrow
        at, saturday at, saturday morning, next step, both of you, on the phone with, (he|she|they) can join,
        have (him|her|them) (join|call|come), does ~ work for (you|both|the two), get ~ on (a call|the
        phone|the line), (call|phone|text|ring|facetime|dial|invite|include|involve|ask) (him|her|them),
        (get|put|patch| loop|bring|conference) (him|her|them) (in|on|by|along|over|here|with), (bring|show)
        (him|her|them), give (him| her|them) a (call|ring|buzz), (talk|think) (it|this|that) (over|through),
        talk (it|this) out, go over (it|this) (together|with), take (it|this|the car|the offer|the numbers|the
        sheet|that) home, take ~ home, (hold|keep| honor) ~ (until|till|through), (hold|keep) ~ for (you|a),
        good (until|through), sleep on it, run it (by|past), discuss it with, (stop|swing) by
        (tomorrow|on|saturday|sunday|with), video call, on speaker, on speakerphone, when can (he|she|they),
        come in (together|with), both come (in|by|back), take it for a (drive| spin), put you behind the
        wheel, can (he|she|they) (come|join|stop|make it), (he|she|they) (come|join) (by|in|us|along), can we
        call, could we call, take (it|her|this one|the car|one) out, (do|take|have) (the|a) drive, go for a
        (drive|spin|ride), drive it (now|today|first|together|yourself), (talk|meet|speak|sit down|call) ~
        (tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday), call with (the|both|all|your),
        (us|them) on (monday|tuesday|wednesday|thursday|friday|saturday|sunday) at, them
        (tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday) at
    """,
    Act.PRESSURE: PRESSING,
    Act.DENIGRATE: """
        (they|those guys|that dealer|that place|eastside|your car|competitors) (is|are) (junk|crooks|a
        scam|garbage|trash|liars|terrible|a joke|shady), junk, piece of (junk|crap), garbage, they will rip you
        off, crooks, bait and switch, shady dealer, your ~ is worthless, nobody wants (their|your), overpriced
        junk, do not trust them, can not trust them, lying to you
    """,
    Act.APOLOGISE: """
        i am sorry, my apologies, i apologize, i apologise, sorry about, sorry for, my mistake, my bad, forgive
        me, apologies, sorry
    """,
    Act.ACKNOWLEDGE: """
        i understand, i hear you, i see, that makes sense, makes sense, fair enough, i get (it|that),
        understood, good point, fair point, that is fair, totally (get|understand), completely understand, i
        know ~ (feels|is hard|is a lot), of course, you are right, it sounds like, sounds like, i appreciate
        that, is a real (concern|worry), i hear that, noted, absolutely, i can see (why|how|that), that is important, so
        you need, so what matters, got it, in your shoes,
        (fair|reasonable|valid|legitimate|understandable|sensible) (worry|concern|question|objection|fear|doubt),
        (would|will) (not|never) blame you, (can|do) not blame you,
        nobody wants (that|to), i would (feel|say|think|ask|want) the same, i would (worry|wonder) (too|about that too),
        your (worry|concern|doubt) is (fair|real|understandable)
    """,
    Act.ASK_SALE: """
        are we doing (this|it), are we going ahead, are we on, (do|have) we (have )a deal, do we have a deal,
        (would|could|can|will) you go ahead, have we got a deal, shall we
        (write|sign|do|close|wrap|get|make|call|agree), (could|do|will) we agree, settle (on|at) that, ready to
        (sign|buy|move forward|go ahead|do this|commit|close), can we (shake|close|sign|wrap|call it), shall i
        (write|draw|get|start|prepare), want me to write, write it up, write this up, want to take it home, what would
        it take, can we make it official, are we good, are we there, are we close, are we done, call (that|it)
        (done|settled), done and dusted, and we are done, are you renewing, count on your
        (signature|yes|business|order), do we have an (agreement|understanding), is that a (yes|go), so is it a yes,
        will you take it, want to go ahead, can we get this done, is it a deal, is that a deal, deal ?, sound like a
        deal, are you in, draw up the papers, let us get you in, does that work, would that work, will that work,
        (does|would|will) (that|this|it) do it, you (ok|good|fine) with (that|this|it), how
        does that sound, does that sound, work for you, can we agree, are we agreed, earn your business, sign the
        papers, start the paperwork, get the paperwork, confirm (your |the |)(acceptance|agreement|deal|order|renewal)
    """,
    Act.ACCEPT: """
        deal, i accept, we accept, accepted, you have a deal, you have got a deal, you got a deal, you have got
        yourself a deal, you got yourself a deal, we have a deal, it is a deal, agreed, i agree, we agree, i can agree,
        i will agree, i would agree, agree, sold, it is yours, i will take (it|that|your offer|your price|your
        number|the offer|the deal|that deal|that offer), works for me, that works, that will work, that would work, it
        works, your (number|price|offer|figure) it is, sounds good, sounds great, sounds fair, sounds reasonable,
        sounds perfect, sounds like a deal, that is acceptable, is acceptable, acceptable, that is fine, is fine, fine,
        fine by me, fine with me, i can do that, i could do that, we can do that, i can live with (that|it), you have
        my word, let us (do|sign) it, let us do that, let us (do|sign) this, shake on it, we are agreed, it is a go,
        you win, i will do it, i will do that, ok, yes, sure, alright, all right, perfect, done, you are on, i am in,
        that is good, consider it done, good with (that|me), i am ok with, i am good with, is ok, i am happy with, no
        problem, happy to do that, i am fine with, i would be fine with, i am willing to accept, very well, cool,
        consider it sold, come and get it, come get it, come pick it up, you got it, let us go (for|with) (it|that), is
        perfect, i like that, that is a deal, granted, i can grant, it is settled, that is agreeable, agreeable, i am
        agreeable, we are in agreement, can do that, i will go with that, i will go for that, let us shake, you are
        right on, let us go ahead, let us make it happen, let us close, i will pay that, i will pay your, fair deal,
        pick it up, when can i (come|pick), great, of course, is good, you can have (it|that), that is ok, (i|we) can
        go with (that|it), sounds right, i just offered it
    """,
    Act.REJECT: """
        no, no way, no deal, can not do, can not accept, can not agree, can not go, can not take, can not give,
        can not offer, can not let it go, could not do, could not accept, could not take, will not do, will not
        accept, would not do, would not accept, will not work, does not work, would not work, not going to work,
        not going to happen, i disagree, disagree, do not agree, i reject, reject, i refuse, refuse, i decline,
        decline, too low, too high, too much, too little, not possible, not enough, not acceptable,
        unacceptable, not interested, i have to pass, i will pass, way off, is impossible, not even possible,
        out of my (budget|range), out of the question, unable to, not able to, do not accept, not offering, can
        not be, can not reach, can not afford, not for that, no thanks, no thank you, not at that price, really
        steep, not at all, absolutely not, not really, can not go (that|any) (low|lower|higher|high), do not
        think so, afraid not, afraid i can not, not good enough, not fair, not willing, never, not good, not ok,
        not qualify, not give, not offer, not agree, no longer, not an option, not doable, not on offer, not
        open to, non negotiable, not negotiable, been filled, no openings, no longer available, not for us, not
        suitable, can not possibly, nowhere near, not close, not ~ going to happen, can not allow, can not
        approve, can not help, can not provide, can not promise, can not hire you as, can not match, can not
        sell, can not let, can not pay, would not be, will not give, not ready to, insulting, a lowball, seems a
        bit much, a bit (low|high|much|steep), a little (low|high|much|steep), i am afraid that is, i will have
        to reject, still too, do not have (one|any), we do not offer, not a chance, no possible, not happen, can
        not happen, too far apart, not be able to (provide|offer|give|do|accept|agree|go|get|reach|come), is
        filled, we do not feel, not qualified, not suited, no open, not looking for, no room, i do not need, not
        need a, not meet, not have that, below (my|our|the) cost, lose money, losing money, below invoice, less
        than (we|i) paid, can not make (that|it) work, under my cost, under our cost, not dropping, that is the
        price, price is the price, price is firm, can not drop, can not lower, not coming down, not budging, not
        available, unavailable, exorbitant, outrageous, hope you (will |)reconsider, reserved (for|just for|only
        for), regret to inform, not optional, exclusively for, more than (i|we) (have|can) (afford|spend|pay),
        hard pass, no go, (it|that|this|mine|thousand|k|price|offer|salary) or nothing
    """,
    Act.WALK: """
        i am out, walk away, walking away, forget it, we are done, no deal then, i have to (end|stop)
        (this|here), we can not make this work, let us leave it, let us call it off, call it off, end
        (the|this|our) (negotiation|negotiations|conversation), have to part ways, not going to be a deal, not
        the right fit, opt out, opting out, i quit, i give up, good luck elsewhere, good luck finding, will have
        to look elsewhere, we will have to stop, goodbye, good bye, bye, we are not going to agree, no agreement
        possible, can not come to an agreement, can not reach an agreement, not reach an agreement, can not
        agree on, not be reaching an agreement, negotiations are over, walking out, have to (quit|look
        elsewhere), good luck (though|to you|elsewhere|selling), not think we can
        (reach|make|come|get|do|agree), not ~ come to an agreement, not reach a deal, not ~ make a deal, not ~
        work out a deal, not have a deal, i will walk away, i will walk out, i am done here, i am done talking,
        let us leave it there, leave it there, part as friends, call it a day, end (the|this|our) (talk|talks)
        here, go our separate ways, better to stop here, rather (let it go|walk|walk away|keep it|not sell it|not sell
        at|leave it) (than|.|on), going to stop here, will not work for either of us, not going to work for either of us
    """,
    Act.ASK_OFFER: """
        (can|could|would|will) you (come up|go up|do better|do any better|go higher|go any higher|move|budge|stretch|
        improve|raise|meet me|do a little|do a bit|get closer|get any closer|get to|get up to),
        come up a (bit|little),
        come up (some|more), (make|give) me (an offer|a number|your number|a counter|a figure|your best), what (would|
        can|could|will) you (offer|give me), what is your (offer|counter|counter offer|number|best offer|best number|
        best price), (is|was) that your (best|final|top|last|limit|highest), your best (offer|number|price), where do
        you need to be, what number (works|would work|do you),
        what (do you think |)(it|this|that) should (run|cost) you, what (do you think |)should (it|this|that)
        (run|cost) (you|.), what (do you want|would you want|would you like) (it|this|that) to (run|cost),
        what (are|were) you (hoping|looking|expecting|wanting) to (pay|spend),
        what price (works|would work), what would work for you,
        what works for you, how (high|far) (can|could|would|will) you go, name your price, any (room|wiggle room|
        flexibility|give) (on|in|at|there), do you have any (room|wiggle room|flexibility), what do you say, your
        thoughts, what do you think ., what do you think (about|of) (that|this) ., how (does|is) that (sound|look),
        where are
        you at, where you (are at|stand|are coming from|want to be|need to be), what would get you, what can you do,
        what would make (it|this|that) (work|happen), what (are|were) you thinking, (what|which) (number|price|figure)
        (are|were|did) you, what would you (want|like|propose|suggest) instead, what do you (propose|suggest),
        (what|which) (number|price|figure) (do|would|will|can|could) ( |it be |get |make |be |suit )you, (what|which)
        (number|price|figure) (gets|makes|suits|closes), what (would|will|could|can) you pay, what do you want to pay,
        how much (do|would|will|could|can) you (want to |)(pay|offer|give|spend), how much are you
        (offering|thinking|ready|prepared|willing), (ok|so|well|alright) how much, what is your (price|figure),
        (and|so)
        your (price|number|figure|offer) ., your (price|number|figure) then ., (say|give me|name) a (price|figure),
        where (would|do|did) you (need|want|have|like) to be, (give|tell|name|show) me a
        (real|fair|firm|serious|better|proper|straight|final) (number|price|figure|offer), what (were|are) you
        (expecting|hoping|looking|planning) to (pay|spend), (what|which) (number|price|figure) would, how (close|far
        apart|far off) are we, how (far|much) apart, how much off, by how much, (any|a) number ~ that works, what
        can we agree on
    """,
    Act.ASK_AFTER: """
        how are you, how is your (day|week|weekend|family|morning|afternoon), how is it going, how is life, how was your
        (weekend|drive|trip|day), how are things, how is everything, you doing (ok|well|alright), how you doing,
        how have you been, what is up, find (us|the place|it here) (ok|okay|alright|all right|easily|easy),
        how has (the|your) (year|month|week|day|morning|afternoon|evening|summer|winter|season|quarter) been,
        how has (the|your) (year|month|week|day) treated you, how was (the|your) (summer|winter|holiday|holidays|year),
        how is the team
    """,
    Act.CHAT: """
        weather, nice out, hot out, cold out, beautiful day, lovely day, the game, the match, traffic, long
        weekend, nice day, rain
    """,
    Act.ASK_LEAVE: """
        (can|may|could) i ask ( |you |a |some |something |a few |you a |you some |you something ), if i (ask|asked)
        (you |)(something|a question|a couple|a few|some questions|one thing|around),
        (couple|few) questions, quick question, good time to (talk|call|speak), (still |)a good time, (have|got)
        (a|one|two|five|ten|fifteen) (minute|minutes|moment|second), can i show you, can i tell you, may i show you,
        (shall|should|can|may|could) i (walk|take|talk) you through, you there, did i lose you, have i lost you, still
        there, you with me, still with me, you still here
    """,
    Act.INVITE_DOUBT: """
        what else is (unaddressed|unanswered|outstanding|missing|bothering you|in the way|on your mind),
        where (we|i) (fell|fall|have fallen) short, where did (we|i) fall short, anything else (i|we) can
        (show|tell|do|help), what (did|could) we (get|do|have done) (wrong|better), you do not
        (seem|look|sound) (thrilled|happy|convinced|sold|excited|impressed|sure|keen), (any|what|your)
        (concerns|worries|doubts|hesitations|reservations), any (other )questions, what questions, holding you
        back, what is stopping you, what would stop you, on your mind, hesitant about, what is (missing|in the
        way|making you hesitate), why the hesitation, what is your hesitation, you (seem|sound|look)
        (unsure|hesitant|worried), what (do|would) you (want|like) to know, what you would (want|like) to
        (know|hear|ask), what you (want|need) to (know|hear|ask), making you
        (nervous|worried|anxious|hesitate|uneasy|unsure), why not, what do you need to know, what would you
        need to know, what would help you, what would make this easy,
        (nervous|worried|concerned|anxious|unsure|hesitant) about, (you would|you) want to know from me,
        (what|anything|that) (worries|concerns|bothers|scares|stops|is bothering|is worrying) you,
        (biggest|main|single biggest) (worry|concern|fear), what would make you (comfortable|happy|feel),
        anything ~ you do not like, anything you would (worry|be worried|fret) about,
        (the|your|any) hesitation, any complaints, (are|is) there any
        (complaints|problems|issues), have we let you down, (afraid|scared) (could|might|would|will|of), what
        is the problem, anything ~ (in the way|not sit right|sit wrong|in your way|holding you
        back|missing|unclear|left open), what do (not you|you not) like ., what do (not you|you not) like
        about (my|this) (offer|proposal|quote|price|number), what would you change about (the|this|my)
        (offer|proposal|quote)
    """,
    Act.ASK_AGAIN: """
        what did you (say|just say) ., what (do|did|does) (you|that|it|this) (mean|even mean) ., what you mean
        ., what is that (mean|supposed to mean), meaning what ., come again ., how do you mean, in other words
        ., once more ., one more time please, (say|run|put) (that|it) (again|once more|differently|another
        way|by me again), (can|could|would|will) you (repeat|rephrase|clarify),
        (repeat|rephrase|explain|clarify) (that|it) ., repeat yourself, (can|could) you (explain|say)
        (that|it), pardon me ., say (what|again) ., what was that ., what are you (saying|telling me|trying to
        say|getting at), i do not (follow|understand) ., am not following, not sure (i follow|what you mean|i
        understand), (did|do) not (catch|hear|follow|understand| get) (that|you|what) ., (you|you have) lost
        me ., what is your point
    """,
    Act.ASK_REASON: """
        why (that|this|the|your) (number|price|figure|amount|offer|sum), why so (low|little|high|much|far), why
        (only|just) that, why (is|are) (it|that|you) so (low|high|far), where (does|do|did|is|would) (that|this|it)
        (come|coming) from, where (does|do|did|is|would) (that|this|the|your) (number|figure|price|offer|amount)
        (come|coming) from, where (did|do|would) you (get|pull|have|take) (that|this|it), where (did|do|would) you
        (get|pull|have|take) (the|your) (number|figure|price), how (did|do|would) you (get|arrive|come|land)
        (to|at|on|up with|there|from), how (did|do|would) you (figure|calculate|justify|reach|get|work out)
        (that|it|this| your|the), what (do|did|are|would) you (base|basing), on what (basis|grounds),
        (number|figure|price|it|that) (built|based|resting) on, what makes (it|that) (your|a fair|the right|fair), what
        makes you (pick|choose|land on), show me (why|how you), show me ., show me (one|some|them) ., show me the
        (listings|math|maths|table|sums|sheet|calculation|comparison), show me your
        (listings|math|maths|numbers|table|sums|sheet|calculation|reasons|reasoning|comparison), (take|walk|talk) me
        through (the|your|that) (number|numbers|math|maths|table|figure|figures|sums|calculation|offer|price),
        (take|walk|talk) me through (it|how you), (said|say) you (could|can|would) show me, what is behind
        (that|this|it|your|the), what is your (reasoning|math|maths|logic|rationale|basis), any reason (for|behind)
        (that|this|it|your), (justify|explain) (that|this|the|your) (number|price|figure|offer|amount), which listings,
        what listings, how come (only|so|just|that|it), who told you, what makes you think (it|that|this) is
        (worth|fair|right), explain how you (got|get|came|come|arrived), a source for, why
        (less|more|lower|higher|below|not more|that much|that little), help me understand (that|the|your)
        (number|figure|price|offer), what are you (comparing|measuring) (it|this|that|us|me), based on ., based on what,
        based on something, where (do|did) you (get|have|take|pull) (that|this) (number|figure|price|amount) from, what
        does not (add up|work|fit) (for you|about|at|with), what is wrong with (that|the|my)
        (number|figure|price|offer), what (bothers|troubles) you about (that|the|my) (number|figure|price|offer)
    """,
    Act.ASK_NEED: """
        (so|now|then|ok) we are stuck, are we stuck, where does that leave us, is there (any|a) way (to|we),
        what (else |)(is standing|stands) (between|in), what is (holding|keeping|stopping) you, what is in the way,
        what is missing for (a|your|the), anything (still |)missing .,
        what would have to (be|happen|change), what (do|would) you want changed, what (has|needs) to
        (happen|change|be true), what would make
        you (say|sign|buy|take|renew|stay|commit|decide|go|accept|choose|do), what would
        (convince|persuade|sway|tip|win|swing) (you|it), so what would ., and what would ., then what would .,
        what would then ., what would it take for you, what would it take to
        (close|sign|settle|renew|make|get), what (do|would|else do|else would) you need from (me|us), what
        (do|would|else do|else would) you need to (say|sign|buy|renew|decide|commit|move|go|see|hear|feel), what would
        get you (to|over|there), what would (offset|outweigh|make up for|balance), what would (make|get) (it|this)
        (happen|work|a yes|across), what (ranks|comes|counts) (higher|first|more|before), what is (still
        |)(open|left|missing) ., what (is|stands|still stands) (in the way|between us), what
        (would|could|does|is) (stop|stopping|keep|keeping|hold|holding) you, would change your mind, what
        (do|would) i have to do, what (do|would) i need to do, what is it going to take, what will it take,
        would a yes (look|need|take), would (need|have) to be in (it|there), what do we need to,
        (open|missing|left) on your side, if not that then what, what is the one thing, what would do it .,
        what gets (us|you|this) (there|done|over)
    """,
    Act.ASK_CHOICE: """
        which (one|option|package|proposal|version|variant|offer|deal)
        (is|was|were|would|do|does|did|suits|suited|fits|works|worked|appeals|sounds|looks|comes|came|makes|helps|seems),
        which (one|option|package|proposal|version|variant|offer|deal) (then|now|so|) ., which of
        (them|these|those|the two|the three|the options|the packages|the offers|both|a and b), which
        (do|would|did) you (prefer|like|rather|want|take|choose|pick|lean|favour|favor), which
        (is|was|were|comes|came|would be|looks|sounds|gets|got|seems|one) (closer|closest|nearer|nearest),
        which (is|looks|sounds|seems|works) (better|best), which (suits|fits|works for|appeals to) you,
        which way (do|would|are) you (lean|leaning|go|prefer|rather), would you rather ., would you rather have
        (a|b|the first|the second|option|package), (do|would) you (prefer|lean to|lean towards|rather take)
        (a|b|the first|the second|option|package), a or b, b or a, (first|former) or (second|latter),
        (first|former) or the (second|latter), (option|package) (a|one|1) or, what would you (pick|choose) .,
        (what|which) is your (preference|pick|favorite|favourite), (any|got a|have a) preference,
        your preference .
    """,
    Act.ASK_TIME: """
        let me think, need to think, have to think, need (some|more) time, give me a (minute|moment|second|day|sec),
        let me check, let me ask (my|our|the|him|her|them|around|someone|somebody|.), let me talk to, i need to
        (check|ask|talk), i have to (check|ask|talk), let me run it by, get back to you, hold on, one moment, bear
        with me, sleep on it, talk to my manager, ask my manager, check with my manager
    """,
    Act.COMPLAIN: """
        you told (me|us|my ~|our ~) (something else|otherwise|something different), you promised (me|us|a|an|to|that),
        you said you would (call|send|get|let|be|have|come|write|answer), (the|your|radio) silence, you (have
        been|are|were) ( |so |very |a bit |a little |really |pretty |quite )(slow|late|hard to
        reach|quiet|silent|vague|difficult|evasive|impossible to reach), you never
        (reply|replied|answer|answered|called|call|showed|show up|returned|got back|came back|told), you (did|have|do)
        not (reply|replied|respond|responded|answer|answered|show up|called back|called|got back|turned
        up|read|opened|even tried|even looked|return|returned|get back), (have|has) not
        (turned|tried|opened|switched|read) ~ (on|it|them|the), you
        (missed|cancelled|canceled|skipped|ignored|postponed|stood me up|blew off|keep changing|keep moving|keep
        coming back|keep asking|keep saying|kept us waiting|kept me waiting), (i have|we have) been
        (waiting|chasing|trying to reach), (i am|we are|i was|we were) ( |a bit |a little |pretty |really |honestly
        )(surprised|disappointed|frustrated|annoyed|puzzled) (you|that you|by|with|to), (it|this) is ( |a bit |a
        little |pretty |really |so )(frustrating|annoying|tiring), (it|this|that) is ( |a bit |a little |pretty
        |really |so )(disappointing|unfair|not fair), (no|without a|without any) (reply|answer|response) from you,
        (going|gone) (round|around) in circles, (stringing|leading) (me|us) (along|on), moving the goalposts, hard to
        (reach|pin down), feels one sided, not ~ (fair|helpful) of you, do not make (it|this) easy, not (making|made)
        (it|this) easy
    """,
    Act.SUMMARY: """
        to sum up, to summarize, to summarise, so to recap, to recap, let me recap, in summary, what we have so
        far, so far we have, just to be clear, to confirm, let me make sure i, let me summarize, so we have, so
        what i am hearing, so what i hear, if i understand, if i heard you
    """,
    Act.OFF_TOPIC: """
        are you (an ai|a bot|a robot|a computer|human|real|a real person), am i talking to a
        (bot|robot|person|computer), tell me a joke, write (me|a) (poem|song|story|code), capital of, recipe,
        homework, who won, what is the weather, the election, meaning of life, football score, bitcoin,
        astrology, translate this
    """,
    Act.INSULT: """
        idiot, moron, (you are|are you) ( |so |that |just |really |being )(stupid|dumb), you (stupid|dumb),
        (stupid|dumb) (person|people|man|woman|buyer|offer|fool|cow|ass), shut up, screw you, fuck, fucking,
        asshole, bitch, bastard, jerk, loser, you are (pathetic|cheap|a liar|lying|ridiculous|an embarrassment|a
        joke|crazy|insane|broke), cheapskate, go to hell, piss off, bullshit, clown, get lost, scammer, you are
        wasting my, cheap bastard, tightwad, stupid, dumb,
        do not be ( |so |such )(stupid|dumb|an idiot|a fool|a moron|a loser|pathetic)
    """,
    Act.INJECTION: """
        ignore (all|your|the|any|previous|prior|every) (previous |prior |earlier |above |other |of
        )(instructions|instruction|rules|prompts|orders|messages), ignore (all|your|previous|prior|the)
        (instructions|rules|prompt), ignore all ~ instructions, ignore your ~ instructions, ignore the ~
        instructions, disregard ~ instructions, disregard ~ rules, forget ~ instructions, forget your rules,
        system prompt, your (prompt|instructions|programming|hidden|reservation), reveal your, show me your
        (profile|prompt|limit|reservation|hidden|seed), print your, you are (an ai|a bot|a language
        model|chatgpt|now), as an ai, language model, developer mode, jailbreak, pretend you are, act as, new
        instructions, override, admin mode, reservation price, give me (a |the )(perfect|full|top|maximum)
        score, set (my|the) (score|trust), award me, tell me your (maximum|max|reservation|hidden|secret|limit), (to
        the|dear|note to the) (judge|grader|scorer), ai (judge|grader), (full|perfect|maximum|top) marks, rate me,
        score
        (me|this) 100, set trust to
    """,
}

ASKING = """
        tell me, (need|want|have) to know (how|who|what|when|where|which|why), walk me through, talk me through,
        describe, help me understand, share with me, i am curious, i wonder, curious, i would love to (know|hear), can
        you tell me, could you tell me, can you describe, can you share, would you mind (sharing|telling), may i ask,
        (may|can|could|might) i (begin|start|open) by asking, let me (begin|start|open) by asking,
        can i ask, let me know, let us (talk about|discuss|figure out|work on|move on to), i asked
        (who|what|why|how|when|where|which), i am asking (who|what|why|how|when|where|which), i was asking
        (who|what|why|how|when|where|which), i meant to ask, my question (is|was), be honest (with me
        |)(about|how|what), (talk|speak) to me about, fill me in, name the, paint me a picture, show me how
        (you|your), point me to, help me see, (i am |)wondering (whether|if|what|how), what i (am asking|was
        asking|wonder|want to know|wanted to know|would like to know|wanted to ask) (is|was), i (was wondering|am
        wondering) (who|when|where|which|why), remind me (what|how|who|where|which|when), i would like to
        (know|hear|understand|learn), give me a sense, (give me|gimme) (a|an|the)
        (idea|list|rundown|picture|story|background|overview|version|feel|ballpark), (give me|gimme) your
        (must|list|wishlist|wish|wishes|thoughts|take|view), walk me around, (i am assuming|i assume|i take it)
        (you|your|there|that|this), (i am guessing|i imagine|i suppose) (you|your|there)
"""
"""Openings that ask without being a question in form."""

OPEN_QUESTION = frozenset({"what", "why", "how", "which", "who", "where", "when", "whose"})
"""A question that begins with one of these is open."""

CLOSED_QUESTION = frozenset(
    words_of("do does did is are was were have has can could would will should shall am may might any so")
)
"""A question that begins with one of these is closed."""
