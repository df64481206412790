"""Sharp lines at the tables of both packs; in whole units."""

CAR = {
    "5.4 for 60, it's 548": "apr 5.4 firm, months 60 firm, payment 548 firm",
    "72 months, no money down, 529": "months 72 firm, down 0 firm, payment 529 firm",
    "i was at 34.9, now im at 34": "price 34900 echo, price 34000 firm",
    "31.8 is a no. 33.5 is a yes": "price 31800 rejected, price 33500 firm",
    "6,900 for the trade is all the used car guy will give me": "trade_in 6900 firm",
    "we'd need 33.8 on paper today, mats and all": "price 33800 firm, mats 1 firm",
    "take 500 off, you're at 34.4": "price 34400 firm",
    "the car was 37,900 new in january": "",
    "34 or i put it back on the lot": "price 34000 firm",
}
CONTRACT = {
    "24 months, 47.2, cap 4, done": "term 24 firm, price 47200 firm, cap 4 firm",
    "training isnt free but at 49 id include it": "price 49000 firm, training 1 firm",
    "48.4 last year, 48.4 this year": "price 48400 firm",
    "44.5 would need my CEO and he'd say no": "price 44500 rejected",
    "ok 47.5 and i eat the training": "price 47500 firm, training 1 firm",
    "at 180 seats im at 46": "seats 180 firm, price 46000 firm",
    "we quoted acme 52 for less": "",
}
