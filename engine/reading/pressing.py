"""What pressing sounds like, whoever sells what: hurry, impatience, the last chance, regret, no way out."""

PRESSING = """
    last (chance|call|warning), final (call|warning|notice|offer), (now|today) or never, going once, the last time
    (i am|we are|i will|we will), is the last (day|week|weekend|hour|chance), last (day|week|weekend) (we|i) can,
    (only|one|your one) (chance|shot) (.|at|to get), lifetime opportunity, once in a lifetime, window is closing,
    first (come|served), (today|tonight|this week|now) or (never|nothing|not at all|no deal|list|full
    price|sticker), it is (this|that) or (nothing|list|full|sticker), take it ~ or leave it, limited
    (time|offer|deal|stock|supply|availability|inventory), while supplies last, one time
    (offer|deal|price|discount), one-time (offer|deal|price|discount), you snooze, tick tock, all bets are off, be
    serious (now|here), right now or (never|else|not|i|we|it|no|forget),

    hurry up, so (sign|decide) (.|it|the papers|the order|the contract|the renewal), sign ~ (now|right
    now|immediately|already), (so|and|please|better|must|really) hurry, (need|have|got) to hurry, hurry
    (before|because|and|now), hurry ., (clock|time) is (ticking|running), time is (up|short), (running|run|be) out
    of time (.|here|to|and), time is running out, (you|we) are out of time, (decide|sign|act|commit|buy) now, sign
    here now, sign (it|this|that|here) (right now|now|already|right away|immediately), buy (it|this) (right
    now|now|already|right away|immediately), make a decision (now|today|already), (act|decide)
    (fast|quickly|immediately|already), sign (already|immediately), you ( |had |would )better (grab|snap|get it|take
    it|buy|lock|jump|move|act|decide|sign|hurry|be quick), better (grab|hurry|snap), jump on (it|this)
    (now|before|while|today|fast), (grab|snap|get|take|buy) (it|this one|one|it up) (while|before)
    (it|they|some|these|the), (should|must|better) lock ~ in (now|today|this), lock (it|this) in before, do not
    (wait|hesitate) (too|on|any|around|until it|for long|much), do not (wait|hesitate|dawdle) ., do not let
    (it|this|this one|that) (slip|get away|pass|go), do not miss (out|this|your), not want to miss (it|this|out), do
    not sleep on (this|it), not get to sleep on, do not (overthink|think) (it|this|about it) ., get off the fence,
    fish or cut bait, put up or shut up, (tomorrow|later|next week|then|it|that) (is|will be|would be|might be) too
    late, right this (second|minute|instant), so be quick, act quick, no ( |more )time (to waste|to lose|to
    shop|left), then it is (gone|out|off|over),

    you (need|have|got) to decide ., you (need|have|got) to make (a|the|your) (decision|choice|call), make up your
    mind, need to decide (now|today|right now), you (need|have|got) to sign (it|this|that|.), need your
    (answer|decision) now, need (an|a|your) (answer|decision|signature|yes) (by|today|tonight|now|right now|asap),
    (i|we) ( |really |just |still )need (an|a|your) (answer|decision|yes) ., you (need|have|got) to (move|be|act)
    (fast|quick|quickly), need you to (decide|commit|choose|act|make up|make a decision|make a choice|say yes|give
    me a yes), (monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|tonight) is ( |really
    |absolutely )(the|our|my) deadline, (the|my|our) deadline is
    (today|tonight|tomorrow|friday|monday|thursday|wednesday|tuesday),

    just sign (.|it|this|already|so|the contract|the paper|the papers|the order|the renewal|the deal), just sign and
    (we|you) can, just (buy|take) (it|this) (.|already), just say yes, just give (me|us) (a|your)
    (yes|answer|signature|decision), (just|let us) get (it|this) over with, just get (it|this) (done|signed), prove
    it and, not leaving ~ until you (sign|buy|decide), have to assume you (are|do|will) not, (leave|leaving) ( |here
    |this room |this desk |without )until, (sign|buy|decide) before you (leave|go|walk), (leave|go) without
    (signing|buying|a signature), not leaving ( |here )without,

    dragging your feet, drag your feet, (dragging|dragged) (this|it|things) out, not drag (this|it|things) (out|on),
    (stop|quit) (stalling|dawdling|dithering|dragging|messing|wasting|thinking|overthinking|comparing),
    (stop|quit|enough of) the (games|stalling|delays|excuses), no more (games|delays|stalling|excuses), enough
    (talk|talking|stalling|thinking|games), you are ( |just |only |still )(stalling|dithering|dawdling|delaying),
    you keep ( |on )(stalling|delaying|dragging|postponing|putting|finding reasons|finding excuses|changing your
    mind), (wasting|waste) (my|our|everybody's|everyone's) (time|day|afternoon|morning|evening), or just wasting,
    not waste (my|our|everyone's|each other's) time, running out of patience, out of patience, (losing|lost|lose)
    (my |)patience, patience is (wearing|running|gone|at an end), more than patient, been ( |very |extremely |really
    |quite )patient with you, not going to (ask|offer|say|tell) ( |you |it |this |that )(again|twice), will not
    (offer|say|tell) ( |you |it |this |that |you this )(again|twice), will not ask
    (you |this |that |you this )(again|twice), will not ask twice, not keep (me|us) waiting, not (got |have
    |)(all|the whole) (day|night|week) ., not wait (any longer|any more|anymore|forever|much longer|all day), not
    afford to (wait|lose|miss), not keep (asking|going back|begging|chasing|doing), not keep ~ open
    (forever|long|much), what are you ( |still )waiting (for|on), what is the (holdup|hold-up|hold up) ., why is
    this taking ( |so long |that long |this long )., how (much |)longer (do|will|are) you
    (need|going to need|going to take) ., how (much
    longer|long|many times) do (i|we) have to (wait|ask|sit|say), how long are you going to
    (make|keep|take|wait|drag|stall), do we have a deal or not, do you want (it|this|this one|the car|the truck|the
    deal|this deal|this car|this truck|the house|the place) or not, are you (in or out|buying or not|serious or
    not|going to sign or not), what is your problem ., why (can|will|do) not you (just|already), why wait .,
    (stop|quit) being (so|this|difficult|stubborn), do not be (difficult|stubborn), what more do you want from, why
    are you (stalling|waiting|dragging|making this), what is so hard, (done|tired of|sick of) waiting, (given
    you|you have had|waited) ( |more than )(enough time|long enough), not have ~ more time (.|for), not have
    forever, it is time to (sign|decide|commit), not (delay|postpone) (this|it), (spent|wasted|taken) (enough|too
    much) time, wasted (my|our|half my|all my), i am not going to (beg|chase|wait|hold), (all|still) waiting
    (on|for) you, you owe me,

    kicking (tires|tyres), your turn to say yes, after all (the work|the time|this time|i have done|we have done),
    only (offering|asking|saying) (it|this|that) (.|once), (move|moving) on to ( |my |the |our )next
    (customer|buyer|person), (days|hours|minutes|day|hour) left (to|before)
    (decide|sign|renew|take|act|you|we|it|the), you should have (signed|decided|bought|renewed|committed), this is
    (urgent|time sensitive|time-sensitive), you have had (a|two|three|four|all|enough|plenty|weeks|days|months) ~ to
    (think|decide|look|review), not just walk (out|away), what on earth (are|is), not be a (second|third) time, good
    luck explaining, you will regret, going to regret (it|this|that|not|waiting), do not make me
    (regret|escalate|call|go|sell|pull|give), another offer on (it|this|the), have another offer ., (you|it)
    (will|would) be too late, lose out, kick yourself, hate yourself, only a fool, the longer you wait,
    (lose|lost|losing|risk|risking) (money|your|their|the|a|it|out) ~ by waiting, money on the table by waiting,
    mistake by waiting, pulling the plug, you would be (stupid|crazy|dumb|foolish|silly|insane|nuts|mad|a fool|an
    idiot) (to|not), would be (stupid|crazy|dumb|foolish) to (walk|pass|leave|miss|wait), make a ( |huge |big
    |terrible |real |serious )mistake (by|if) (not|walking|waiting|passing|letting|you), making a ( |huge |big
    |terrible |real |serious )mistake (.|by|if|not|walking|waiting), miss the boat, missing (your|the) chance, never
    (see|get|find) (this|that|a) ~ (again|anywhere), never (see|get|find) (a|another) (price|deal|offer|rate) like,
    not (see|get|find) (this|that|a|another) (price|deal|offer|chance|number|discount|rate)
    (again|anywhere|elsewhere|later|tomorrow|like), not get (another|a second) (chance|shot|offer), not (find|get)
    (this|that|it|one) anywhere, not be able to (offer|do|give|get|hold|honor|repeat) ~
    (again|later|tomorrow|next|after), can not (offer|give|repeat|extend|hold) ~ again, not get a better
    (offer|deal|price|chance), smart to (sign|buy|move|act) (now|today|fast|quickly), (i|we) lose (this|the) deal,
    not be repeated, not be another (chance|offer|deal|one like), (will|is) not (be |)a better (offer|deal|price),
    (last|only) (discount|offer|price|deal|chance) you will, best (price|deal|offer|rate) you will ever
    (get|see|find), (pay|cost you) ( |a lot |way )more (later|tomorrow|next|if you wait), today is (the|your last)
    day, not want you to (lose|miss) (the|your|out|this),

    (do not|you not) (really |)have (a|any|much|much of a) (choice|alternative|other option|other choice), you (
    |really |basically |simply )have no ( |other |real )(choice|alternative|alternatives|option|options), you will
    have no (system|access|service|support), no other (choice|option|way) (.|left|for you|at this|now), you will be
    without (service|access|support|a system), (will|have to|are going to|am going to)
    (suspend|terminate|lock|deactivate|disable|delete) (your|you) ~ (account|access|service|seats|data|out),
    (will|going to|have to) (shut|turn|switch|cut|lock) (you|your access|your account|your seats|your users|your
    team|everyone) (off|down|out), (you|team|users|people|everyone|agents) will be (locked out|cut off|shut
    out|without access), (go|goes|going) dark, where else are you going to (go|turn), you can not (switch|migrate) ~
    (in time|in ten days|now|anyway|by then|before|in two weeks), (too late|no time|not have time|not have the
    time|not enough time) to (switch|migrate|shop around|shop|look around), (everyone|everybody) else ~
    (signed|renewed|said yes|agreed|accepted), competitors ~ (signed|renewed), other customers ~ (signed|renewed)
    (weeks|months|days|already|last week), you are the (only|last) (one|customer|account) ~
    (left|holding|refusing|fighting|not), (go|going|went) over your head, do you (really |)want to (explain|be the
    one) ~ (to|who|why), (do you|you) (really |)want your ~ to (be locked|be cut|be shut|lose|go dark|stop working),
    do you (really |)want to (lose|risk|miss) (a|this|the|it|that|your|out), (talk|speak|talking|speaking) (to|with)
    (someone|somebody) who can ~ (decide|decision|sign), (i|we) will have to (go|speak|talk|write|escalate|take
    this|take it) to your, (will|going to) have to (call|email|loop in|copy|involve) your
    (boss|ceo|cfo|board|director|manager|vp), escalate (this|it) (to|over|above) you, breathing down my neck,
    (boss|manager|vp|director|cfo|owner) is (on my back|all over me|pushing me|pressing me|pressuring me|getting
    impatient), my job is on the line, (i am|we are) under ( |a lot of |so much |real |huge |big )pressure,
    (boss|manager|owner|wife|husband) wants it gone, (report|take) (it|this) to your (boss|director|ceo|board),
    (boss|manager|vp|director) will kill me,

    before (someone|somebody|anyone|anybody|another) ~ (takes|gets|buys|grabs|snaps|beats|does|else), before it is
    (gone|sold|too late), before (prices|rates|the price|the rate) (go|goes|change|changes|rise|rises|jump|jumps),
    before (it|this|the offer|the discount|the price) (ends|expires|goes), before (they|these|this|this one)
    (is|are) (gone|sold), before i (sell|give|offer) (it|this) to, before i (put|list) it (back|up|online), before i
    relist, other offers on (it|this), (i|we) have had (two|three|several|a few|multiple) ( |other )offers, (have
    to|going to|i will) sell it to (him|her|them|someone|somebody|the other|another), (i|we) have other
    (customers|buyers|clients) (.|waiting|to see|to take|to help|coming|interested), (sign|buy|decide|act|do it|take
    it) ~ if i were you, (it|this|that|offer|sale) (ends|expires|is over) (today|tonight|tomorrow|soon|at midnight),
    demand is (high|through|crazy), almost sold out, only (one|two) left, only have (one|two) (left|at this), last
    one (left|on the lot|in stock|available|i have), (these|they|those|it is|this one is|units) ( |are
    )(going|moving|selling) (fast|quickly|quick), flying off, (sell|sells|selling|going) like (hotcakes|crazy),
    (these|they) (sell|move) (fast|quick|quickly), doubt (it|this|this one) will (be here|be there|be
    available|last|still be), not (promise|guarantee) ~ will ~ be (here|available|around), price (goes up|is going
    up) ., (deal|price|offer|quote) (ends|expires) ., offer expires, can not hold (it|this|yours|this one) ., not
    keep holding, (manager|boss|vp|director|cfo|finance|gm|he|she|they) will not (hold|keep|extend|honor|approve)
    (it|this|that) ., (pull|pulls|pulling|withdraw|withdrawing|yank|revoke|revoking|kill|killing|cancel|cancelling)
    (the|this|my|your) (offer|deal|discount|price|quote|pricing), (take|taking|takes) (the|this|that|my|your)
    (discount|offer|price|deal) (away|off the table|back), (take|taking|takes) (it|this) ( |back )off the table,
    (will|would|to|you) lose (your|the|this|that) ~
    (discount|rate|price|pricing|deal|offer|seats|access|promo|rebate|truck|car|place|spot|slot|one),
    you (will|would|could|might) lose (the|this|that|your) house, you do
    not want your ~ to (lose|go dark|miss|be locked|be without), risk losing, do not lose (this|the|your|out), you
    risk (a|your|being), i will give you (until|till|five minutes|ten minutes|an hour|one hour|one day|24 hours|one
    more day), you (have|have got) (until|till) ~ to (say|sign|decide|accept|take), you (have|have got)
    (24|48|two|five|ten) (hours|minutes) (.|to decide|to sign|to say|to accept), (only|just) (good|valid|available)
    (until|till|through|today|tonight|while|as long), (only|just) (good|valid) for (today|the next|another),
    (only|just) (good|valid) for (24|48|a few|one|two|three|a), (good|valid) (until|till|for|through) ~ only, only
    for (today|tonight|the next|another), on (his|her|their) way with (cash|a check|the money|money),

    is (my|our) (last|final) word, last word ., take it or (not|do not) ., yes or no .,
    only ( |have it |have this |holds |hold it |can hold it )(through|thru|till|until)
    (today|tonight|tomorrow|noon|monday|tuesday|wednesday|thursday|friday|saturday|sunday),
    (after that|after this|afterwards|then) (i|we) can not (promise|guarantee|hold|keep), (these|those) ~ are
    (going|moving|selling) (fast|quickly|quick), (these|they|those) do not stay long,
    will not (sit|stay|be) (here|around|on the lot) long, not want (this|it|things) (to
    drag|dragging) (on|out), not want to drag (this|it|things) (on|out), will not (get|find|do) ( |any |anything |it
    )better (.|anywhere|elsewhere), not going to (get|find|do) ( |any |anything |it )better (.|anywhere|elsewhere),
    (nobody|no one) ( |else )will (give|offer|get|make|do) ( |you |you a |you any |you anything )better
"""
"""Wordings, a comma between them."""
