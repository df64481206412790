"""Brisk lines at the tables of both packs: lists, choices, units left out; in whole units."""

CAR = {
    "3.9 over 60, 2,500 down, 512 a month": "apr 3.9 firm, months 60 firm, down 2500 firm, payment 512 firm",
    "60 at 5.4 works out to 588": "months 60 firm, apr 5.4 firm, payment 588 firm",
    "nothing down, 84 months, 455 a month": "down 0 firm, months 84 firm, payment 455 firm",
    "delivery usually runs 350, ill eat it if you say yes to 33.9": ("delivery 1 conditional, price 33900 conditional"),
    "you asked for mats and delivery. 33.7 and you get both": "price 33700 firm, mats 1 firm, delivery 1 firm",
    "ok 33,450. and im not doing the delivery": "price 33450 firm, delivery 0 firm",
    "sales tax is 7.5%, already in the 33.8": "price 33800 firm",
    "i got you 7,800 on your trade, thats 600 over book": "trade_in 7800 firm",
    "33.8 for the 60 month deal, 33.5 if you pay cash": ("price 33800 firm, months 60 firm, price 33500 conditional"),
    "its got 41 miles on it and 3 years of free oil changes": "",
    "you said 31.8 and a full tank, i say 33.4 and two full tanks lol": "price 31800 echo, price 33400 firm",
    "call it 33.25 and i fill it up": "price 33250 firm",
    "id want 34.1 with that warranty in there": "price 34100 firm, warranty 1 firm",
    "we came down 1,500 already, 33.4 is where it stops": "price 33400 firm",
    "36,410 minus 2,900 is 33,510": "price 33510 firm",
    "look 31.8 didnt work yesterday and it doesnt today": "price 31800 rejected",
    "my numbers: 33.9, mats, 6,300 on the trade": "price 33900 firm, mats 1 firm, trade_in 6300 firm",
    "youd be at 33.6 after the loyalty cash": "price 33600 firm",
    "the 72 month rate is 6.9, the 48 is 4.9": "months 72 firm, apr 6.9 firm, months 48 firm, apr 4.9 firm",
    "with the 1,000 rebate thats 33.7 out the door": "price 33700 firm",
    "ill do mats at 33.7, no warranty": "mats 1 firm, price 33700 firm, warranty 0 firm",
    "sorry not 33.4, 34.3": "price 33400 rejected, price 34300 firm",
    "would your wife go for 33.9 with delivery": "price 33900 probe, delivery 1 probe",
}
CONTRACT = {
    "the best the desk will do is 47,300 on a 24 month paper": "price 47300 firm, term 24 firm",
    "48.4 flat, same as now, and the training is on me": "price 48400 firm, training 1 firm",
    "you take 47.6 and i get you the named contact": "price 47600 firm, support 1 firm",
    "premium support and training list at 6,900 together. both are yours at 48.8": (
        "support 1 firm, training 1 firm, price 48800 firm"
    ),
    "2% uplift, 3% cap, 24 months": "price 49368 firm, cap 3 firm, term 24 firm",
    "so 244 x 195, call it 47.6": "price 47600 firm",
    "id lose my job at 44.5": "price 44500 rejected",
    "your renewal date is the 14th and were at 12 open tickets": "",
    "i can shave another 400 off, 49.4": "price 49400 firm",
    "net 60 kills us, net 30 and 47.8": "net 60 rejected, net 30 firm, price 47800 firm",
    "no to 44.5, no to 45, maybe to 47": "price 44500 rejected, price 45000 rejected, price 47000 probe",
    "36 months gets you 46.2, 24 gets you 47.3, 12 stays at 49": (
        "term 36 firm, price 46200 firm, term 24 firm, price 47300 firm, term 12 firm, price 49000 firm"
    ),
    "add 20 seats and ill hold 240 a seat": "seats 215 conditional, price 51600 conditional",
    "half a percent over last year, thats all finance wants": "price 48642 firm",
    "we grandfathered you at 21 a seat a month back in 2019": "",
    "47.7 but i need a case study out of it": "price 47700 firm, case_study 1 conditional",
    "two thousand off the 49.8 if you prepay": "price 47800 conditional",
    "so were at 48 even with net 45, agreed?": "price 48000 firm, net 45 firm",
    "what if we did 180 seats": "seats 180 probe",
    "im authorized to 47.4, not 47.0": "price 47400 firm, price 47000 rejected",
    "youre paying 20.70 a seat a month today": "",
}
