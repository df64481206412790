"""Fresh lines at the tables of both packs: lone rates, add-ons left out, orders; in whole units."""

CAR = {
    "put 2,000 down, finance the rest at 5.9 for 60": "down 2000 firm, apr 5.9 firm, months 60 firm",
    "i got the bank to 4.9, thats 566 for 66 months": "apr 4.9 firm, payment 566 firm, months 66 firm",
    "weve come down twice, 33.5 is it": "price 33500 firm",
    "33.4 and you skip the mats": "price 33400 firm, mats 0 firm",
    "if 33.5 gets it done ill go ask": "price 33500 probe",
    "we can stop at 33.6 or keep going all night lol": "price 33600 firm",
    "warranty and mats together run 2,300, yours for nothing at 34.3": (
        "warranty 1 firm, mats 1 firm, price 34300 firm"
    ),
    "i wont lie 33 is doable if you dont need the mats": "price 33000 conditional, mats 0 firm",
    "31.8 isnt happening, 33.9 is": "price 31800 rejected, price 33900 firm",
    "it stickers at 36,410 and i have it at 33.9 for you": "price 33900 firm",
    "7 for your trade, 34.2 for mine": "trade_in 7000 firm, price 34200 firm",
    "honestly? 33.45": "price 33450 firm",
    "the one with 8 miles on it went for 35.1 saturday": "",
    "my cost is 32.7 so 31.8 makes no sense": "price 31800 rejected",
    "give me a reason to go to 33.2": "price 33200 probe",
    "34 minus 400 for the mats you dont want, 33.6": "price 33600 firm",
}
CONTRACT = {
    "47.5 a year for 2 years or 46.6 for 3": "price 47500 firm, term 24 firm, price 46600 firm, term 36 firm",
    "id sign off on 47 if you move to net 15": "price 47000 conditional, net 15 conditional",
    "premium support stays out, 46.9": "support 0 firm, price 46900 firm",
    "we lose money on you at 44.5": "price 44500 rejected",
    "im putting 47,350 in the order form now": "price 47350 firm",
    "trim to 175 seats and we land at 44.9": "seats 175 conditional, price 44900 conditional",
    "can we split it, 47,150?": "price 47150 probe",
    "a 5% cap isnt something legal will give me": "cap 5 rejected",
    "thats 3 years, 46.8 each year, cap at 4": "term 36 firm, price 46800 firm, cap 4 firm",
    "you had 160 seats in 2022": "",
    "ive got 1,500 to play with so 48.3": "price 48300 firm",
    "246 a seat was last year, 244 is this year": "price 47580 firm",
    "you keep net 30, i keep 48": "net 30 firm, price 48000 firm",
}
