"""Lines in shorthand at the tables of both packs: loans, extras by pronoun, choices; in whole units."""

CAR = {
    "6.2 for 72, that's 571 with nothing down": "apr 6.2 firm, months 72 firm, payment 571 firm, down 0 firm",
    "ill throw the mats in and youre at 33.4": "mats 1 firm, price 33400 firm",
    "mats and delivery are both on me at 33.8": "mats 1 firm, delivery 1 firm, price 33800 firm",
    "the mats go for 380 in parts but you get them free at 33.9": "mats 1 firm, price 33900 firm",
    "your truck is worth 7 to me, not 9": "trade_in 7000 firm, trade_in 9000 rejected",
    "31.8 leaves me 2 grand in the hole": "price 31800 rejected",
    "zero down, 60 months, 5.1%, comes to 642": "down 0 firm, months 60 firm, apr 5.1 firm, payment 642 firm",
    "take the 1,500 rebate off of 34.9 and youre at 33.4 otd": "price 33400 firm",
    "how bout we skip the trade and call it 33.2": "price 33200 firm",
    "33.5 and not a hair lower, mats included": "price 33500 firm, mats 1 firm",
    "you pick: 33.4 as is or 33.9 with mats and delivery": (
        "price 33400 firm, price 33900 firm, mats 1 firm, delivery 1 firm"
    ),
    "ill go 7,400 on the trade if we shake at 34": "trade_in 7400 conditional, price 34000 conditional",
    "no money down and i can get you to 599 for 66 months": "down 0 firm, payment 599 firm, months 66 firm",
    "4.4 over 48 or 5.9 over 72, your pick": "apr 4.4 probe, months 48 probe, apr 5.9 probe, months 72 probe",
    "34,4... ok fine 34,1 but the mats stay here": "price 34400 firm, price 34100 firm, mats 0 firm",
    "last guy drove off in the same trim for 35.2": "",
    "1,000 on your card holds it til saturday": "",
    "id need 33.9 and you handle your own plates": "price 33900 firm",
    "so thats 8,000 down, 410/mo, 72 mo": "down 8000 firm, payment 410 firm, months 72 firm",
    "what would 33.5 with the warranty thrown in do for you": "price 33500 probe, warranty 1 probe",
    "heard you on 31.8. best i got is 33.3 n ill bring it to your driveway": (
        "price 31800 echo, price 33300 firm, delivery 1 firm"
    ),
    "ur trade at 5,500 and mine at 33.9, difference is 28.4": "trade_in 5500 firm, price 33900 firm",
}
CONTRACT = {
    "we did a 3% uplift last yr, this yr its 1%": "price 48884 firm",
    "48.2 for one year or 47.1 if you commit to 2": (
        "price 48200 firm, term 12 firm, price 47100 conditional, term 24 conditional"
    ),
    "training is normally 2,800, its yours at 48.5": "training 1 firm, price 48500 firm",
    "premium support runs 4k, ill fold it in if you go 36 months": "support 1 conditional, term 36 conditional",
    "47.9, paid upfront, no net terms": "price 47900 firm",
    "drop to 170 seats and its 45.2, stay at 195 and its 48.1": (
        "seats 170 conditional, price 45200 conditional, seats 195 conditional, price 48100 conditional"
    ),
    "49.8 minus the 1.5 loyalty credit, so 48.3": "price 48300 firm",
    "take 900 off my last number and lets sign": "price 48900 firm",
    "we can meet at 47 if legal turns the paper by the 30th": "price 47000 conditional",
    "seats went from 160 to 195 last spring, usage is up 22%": "",
    "44.5 no. 47.4 with your logo on our site yes": "price 44500 rejected, price 47400 firm, case_study 1 firm",
    "24 mo, 47.2/yr, cap 4, net 45. thats the whole package": (
        "term 24 firm, price 47200 firm, cap 4 firm, net 45 firm"
    ),
    "20.50 per seat per month, 195 seats": "price 47970 firm, seats 195 firm",
    "im not going lower than 240 a seat": "price 46800 firm",
    "quillstack quoted you 40,550, thats without sso or support": "",
    "your invoice from march was 4,033": "",
    "whats 46.5 do for you on a two year": "price 46500 probe, term 24 probe",
    "ok 46,800. and thats with the 24 months we talked about": "price 46800 firm, term 24 firm",
    "net 45 costs me 300, ill eat that at 48.6": "net 45 firm, price 48600 firm",
    "no training, no premium support, 46,9": "training 0 firm, support 0 firm, price 46900 firm",
}
