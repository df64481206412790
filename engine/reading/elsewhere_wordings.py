"""How people speak of sums that are not of this deal: list prices, rivals, what something cost, offers of others."""

ELSEWHERE = """
    compared (to|with), (you|we) (pay|paid) now, you are paying (now|today),
    would have to pay, (most|other) (people|tenants|neighbors|neighbours|units) ~ (pay|pays), (bill|receipt) for,
    had one of (these|those),
    (people|others|buyers|guys) interested ~ at, (the|an) other (home|house|place|one|apartment|unit|listing|room),
    delivery is, (postage|shipping) ~ comes, (credit|background) check is,
    there is (one|another|the same|a similar one|a cheaper one),
    (refurbs|refurbished|used ones|new ones) ~ (go|sell) for,
    book is, (at|from) my (guy|mechanic|shop|garage), (my|the) mortgage,
    buy (the|a|another) (refurbished|used|new|other) ~ for, sell (those|them|that|these) for,
    (got|have|had) it marked (to|at), sold (monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday),
    (be|are|up) financing, amount financed,
    for sale (for|at|around|about|under), (visited|toured|viewed) ~ for, original selling price, books out (at|for),
    is what ~ (charges|asks|sells|wants|pays|gets|lists), is what (they|others|people|stores|dealers|most)
    (charge|ask|sell|want|pay|get|list),
    (to|at|from) the (store|mall|dealer) and (pay|get|buy), find (used|new|similar|cheaper) ~ (for|at|under),
    (the|its|their) value (to|up to|of|at), and go to (ikea|walmart|target|costco|amazon|the store),
    stickers (at|for), coughed up, had ~ from (a|an|another|some|two|three|one), under (offer|contract) at,
    sale agreed at,
    (van|truck|trailer|car) (rental|hire) (is|was|costs|runs|would be),
    (installation|survey|inspection|registration|towing|removal) (costs|runs|cost), (wrote|written|write) off,
    (wait|waiting|look|looking) for (one|another) (at|for|under|below), my (buying|purchase),
    (letting|let|let us) (his|hers|theirs) go (for|at),
    you (do|will) not (spend|pay|need to pay|have to pay), values ~ at,
    from (another|a different|some other|someone|somebody),
    from (the|two|three) other, (am|was|were|been) told (it|that|they|these|this|he|she),
    (i|we) get ~ (easy|easily|all day|every time|in season|any day),
    (changed|replaced|serviced|rebuilt|swapped|flushed|overhauled|due|rolled over) at,
    (set|sets) (me|us|him|her|them) back,
    (folks|people|others|sellers|guys|shops|places|stores|dealers|they) (are|is|were)
    (asking|selling|listing|charging|getting|paying|offering|wanting),
    (at|from) (the|a|my|any|most|every|that|their)
    (shop|store|dealer|dealership|garage|mechanic|outlet|mall|vet|auction|showroom|gym|club|agency|salon|studio|
    nursery|clinic|hotel), new (one|pair|set),
    (income|turnover|revenue|mileage|mortgage|utilities|postage|mooring|hoa) (is|of|was|runs|at),
    online (it|they) (is|are),
    (guy|lady|buyer|dude|couple|family|person|somebody|someone) with,
    relist (at|it at|it for), fuels,
    not (authorised|authorized|allowed|permitted) to, msrp, list price, list is, on the window, window price,
    window
    says, sticker price, on the tag, lists (for|at), listed (for|at), listed ~ (for|at), sticker, retail, retails,
    invoice, kbb, kelly, blue book, bluebook, edmunds, book value, market value, valued at, worth, appraised,
    originally, original price, new ones, (a|brand) new one, my cost, our cost, cost is, dealer cost, dealers,
    dealership, they are, they will, they have, theirs, elsewhere, has it, has one, quoted, paid, spent, spend on,
    invested, i put, we put, put about, cost me, cost us, costs me, costs us, i owe, you owe, owe, owed, owes,
    payoff, pay off, quoted me, quoted you, they quoted, quote of, another dealer, other dealer, the dealer,
    competitor, someone, somebody, (was|been|got|being) offered, other buyer, another buyer, carvana, carmax, they
    offered, they want, they are asking, they have it, offered me, (got|gotten|have|had) offers,
    offers (for|of|at),
    i got ~ for, online for, on amazon, on ebay, craigslist, sells for, selling for, goes for, they go for, fees,
    fee, deposit, down payment, taxes, insurance, shipping, bonus, savings, save you, you save, saves you, saving
    you, credit score, score of, income, salary of, damage, repair, repairs, tires, maintenance, payment,
    payments,
    similar one, similar ones, at (best buy|walmart|target|amazon|costco|ikea|the store), see ~ new, new (for|at),
    goes up to, (charges|charging) me, my (landlord|rent),
    (recently|just|it|one|ones|they|have|car|house|place) sold for, bought it for, i bought, was priced, priced at
    first, valued, other people, other offers, another offer, better offer, other offer, apr, interest rate, in
    interest, interest (is|of|at|on), financed, a month payment, money down,
    (some|others|people|clients|buyers|folks) have, tried to buy, (have|got|had) (an|another|one) offer, (i|we)
    sold, (am|been|was|were|got|gets) approved, is approved (for|up to|at), approved (for|me|us), pre approved,
    preapproved, prequalified,
    alone, by itself, on its own, on (facebook|marketplace|offerup|kijiji|gumtree), (saw|seen) ~ (for|at), (i|we)
    found, looked at, down the (road|street), went for, going (rate|for), brand new (ones|sets), another listing,
    score (over|above|under), (have|got) (someone|somebody|people|a guy|two people), another
    (person|guy|party|lady|customer|shop|offer), (person|guy|lady|people|buyer|buyers|man|woman)
    (offering|offered|offers|willing|wants), odometer, last (year|month|spring|summer|winter|fall|season), used to
    (be|cost|go|pay), ones (go|sell|are) for, a dealer, dealer, (my|a|our|your)
    (buddy|mate|neighbor|neighbour|friend|brother|sister|cousin|uncle|aunt|nephew|niece|son|daughter|coworker|
    colleague|buddy|mate|pal),
    (she|he|they) (got|paid|bought), zip code, stock number, vin, that leaves, leaves you, leaves about, leaving
    you, difference, after (the|your) trade, after trade, net of, balance of, (instalments|installments) of,
    quotes,
    bids, (contract|invoice|quote|order|renewal|price|rate|bill) was, in my (country|town|city|area), back home,
    (cost|costs) new, (i|we) (must|have to|need to|got to) (pay|spend|rent), comps, comparables, had ~ offer,
    (people|guy|person|couple|buyers) offer, one (i|we) (saw|found|had), it says, competing, rival, others
    (at|quoted|offering|are), (another|other)
    (contractor|vendor|supplier|bidder|shop|store|place|bank|mechanic|company|painter), (dude|guy|fella) said,
    would
    have (paid|given|taken|sold|gone|done|offered), same
    (is|one|thing|item|model|product|trim|car|bike|phone|sofa|couch|spec|make|part|service), security, your
    (neighbor|neighbour), (square|sq) footage, retainer, earnest money, (my|our)
    (last|old|previous|current|present|existing)
    (place|one|car|bike|phone|apartment|room|truck|supplier|vendor|client|base|salary|pay|job|employer|rent|rate|
    contract|lease|plan|bill), currently (pay|paying|make|making|earn|earning), find (one|another|any|them)
    (for|under|below|at|over), (sla|uptime|availability) (is|of|at), (found|saw|seen|spotted)
    (one|another|some|it|them), been (sitting|listed|posted|advertised|up) (at|for), (have|has|have got) ~ in it,
    (put|sank|sunk) ~ into it, (bank|lender|union|landlord|glassdoor|carfax) (said|says|quoted|gave|has),
    borrow up
    to, (my|the|our) bank (will|would|can), (similar|same) deal, face value, (fuel|diesel) (at|is|costs),
    (save|saved|saves) (about|around|over|nearly|roughly|up to|them|him|her|people|companies),
    (help|helped|helps) ~
    save, (they|he|she) (pay|pays|paid) me, like (this|that|these|those) (go|goes|sell|sells|list) (for|at),
    (am|are|is|was|were|be|been|got|still|already|all) in (it|this|her|him) (for|at), (new|used) price, price at
    (the|a), had (us|me|it|them|this|one) at, last
    (time|quarter|round|contract|renewal|job),
    i (clear|gross|take home|bring home|pull in) ~ (now|today|currently|a
    year|already), (we|i) pay ~ elsewhere, new in, (rents|rented|leases|leased|moves|books) for, (i|we)
    (moved|ran|hauled|booked|covered|shipped|leased|rented|hired|placed|renewed|closed) ~ (for|at), (i am|we
    are|i|we) (paying|pay) ~ (now|at the moment|right now|at present|currently),
    (ok|okayed|cleared|qualified|preapproved|approved|signed off) (me|us) (for|to|up to|at), (my|our)
    (current|present) ~ (is|comes|sits|runs|pays), last (sale|sold), another (fella|bloke|chap|man|woman|girl),
    (the|an) average, offered (it|one) (at|for), make (me|us) an offer, one (go|gone|going) for,
    (costco|walmart|target|amazon|ebay|ikea) (price|prices|lists), (a|another|one) buyer (at|for|with),
    (replacement|rebuild|windshield|transmission) (is|are|costs|cost|was), next door, across (town|the street),
    (i|we) (make|earn|made|earned) ~ (a|per|an) (year|yr|hour), normally, usually, typically, ordinarily,
    (sold|did|moved|closed) (one|another|a similar), (best|cheapest|lowest) (i|we) (seen|saw|found|have seen|have
    found), (have|got|have got) in it, tied up in, (live|lives|living|located) at, address is,
    (part|battery|screen|engine|kit|replacement|repair) runs, average is, average price, receipt, another seller,
    other sellers, (is|are) selling (his|hers|theirs), (he|she|they) sold, sold (his|hers|theirs), my
    (mother|father|mom|dad) (had|has|got|sold|paid|bought|found), (last|other|previous|first)
    (guy|buyer|person|fella|lady|customer), one of (them|those), one (guy|buyer|person|lady|man|woman),
    (was|is|were) for the other, was for, (ikea|amazon|walmart|ebay|wayfair|costco|home depot|best buy)
    (has|have|sells|lists|wants|charges), (at|on) (ikea|amazon|walmart|ebay|wayfair|costco|home depot|best buy),
    for
    (gas|petrol|parking|tolls|the (train|bus|taxi|uber|truck|ride|ticket|van)), sold (mine|ours|my),
    (usual|normal|regular|standard|typical) (rate|price|fee|cost|charge), i (make|earn) ~ (now|today|at
    present|currently), i am (on|making|earning) ~ (now|today|at present|currently), is (paying|offering) (me|us),
    is only (paying|offering) (me|us), (have|got|have got) ~ into (it|this|her|him|them),
    (offerup|facebook|marketplace|kijiji|gumtree|letgo|mercari|autotrader|cargurus|zillow|redfin|truecar)
    (has|have|shows|lists|says), (went|gone|going) (at|off at), (last|previous) (one|two|three|four|few|couple),
    it
    (books|book|appraises|comps|retails|wholesales) (at|for|out at), (estimate|appraisal|valuation|assessment)
    (was|is|says|came), same
    (boat|truck|house|unit|chair|table|desk|guitar|camera|watch|mower|tv|laptop|van|trailer), (my|our)
    (current|present|last|old|previous) (package|comp|compensation|wage|wages|gig|role),
    (month|months|year|years|week|weeks|days) ago, got (one|it|some|them) (at|for), took (it|her|this|that|one) in
    (at|for), (peers|colleagues|others|people) ~ (make|earn|get), approved (to|up to), my
    (guys|crew|men|team|people) (get|cost|make|are)
"""
