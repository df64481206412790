"""Price talk of licences, e-bikes, flats, logos, oil, horses, boats and more: units after the sum, others' prices."""

from tests.engine.reading.hard_prices import EURO, POUND, Scene

HARBOUR = (
    Scene(
        "used pickup, the buyer at 28900",
        28900,
        25500,
        27800,
        {
            "twenty-six two and I'll bring the trailer down saturday": "26200 firm",
            "with 141k on the clock 26,4 is what its worth to me, thats my offer": "26400 firm",
            "what would you say to 26,750?": "26750 probe",
            "credit union's quoting me 6.9 over 60 months so lemme run that first": "",
        },
    ),
    Scene(
        "used pickup, the seller at 28900",
        28900,
        28200,
        26000,
        {
            "ok ok. 27,4 and the bed cover stays on it": "27400 firm",
            "26 doesn't even cover what I owe on it, sorry": "26000 rejected",
            "just dropped 1,850 on a transmission cooler and brakes, got the receipts": "",
            "27 if you skip the inspection and take it as is": "27000 conditional",
        },
    ),
    Scene(
        "used pickup, the buyer at 28900",
        28900,
        0,
        0,
        {
            "its got 141k on it and theres surface rust on both frame rails, 2016 tires too": "",
            "take 900 off the sticker and I'm driving it home": "28000 firm",
        },
    ),
    Scene(
        "upright piano, the buyer at 3400",
        3400,
        2900,
        3200,
        {
            "ok I can stretch to thirty-one hundred for the yamaha": "3100 firm",
            "movers want 420 plus stairs and the tuner says another 160 on top": "",
            "lets just split the difference and be done w it": "3050 firm",
            "so 3,200 is where you've landed. hmm. lemme measure the doorway first": "3200 echo",
        },
    ),
    Scene(
        "upright piano, the seller at 3400",
        3400,
        3300,
        2900,
        {
            "3150 if you book the movers yourselves": "3150 conditional",
            "it's a 1978 u1, all 88 keys even, last tuned at 442 for my daughter": "",
        },
    ),
    Scene(
        "upright piano, the seller at 3400",
        3400,
        3300,
        2500,
        {
            "2500 for a U1 is a joke, no": "2500 rejected",
        },
    ),
    Scene(
        "project tool licence, price per seat and month (Slack), the buyer at 42",
        42,
        33,
        39,
        {
            "we can sign at 36 a seat for all 185 folks": "36 firm",
            "we've got 240 people but only 185 would need a login on day one": "",
            "your competitor quoted us 29/seat last thursday fwiw": "",
        },
    ),
    Scene(
        "project tool licence, price per seat and month (Slack), the vendor at 42",
        42,
        40,
        33,
        {
            "38 a seat works on my end if you go annual upfront": "38 conditional",
        },
    ),
    Scene(
        "project tool licence, price per seat and month (Slack), the vendor at 42",
        42,
        40,
        31,
        {
            "finance won't let me go to 31. I can get you 37 per seat": "31 rejected, 37 firm",
        },
    ),
    Scene(
        "project tool licence, price per seat and month (Slack), the buyer at 42",
        42,
        32,
        39,
        {
            "would your VP sign off on 34?": "34 probe",
        },
    ),
    Scene(
        "project tool licence, price per seat and month (Slack), the buyer at 42",
        42,
        33,
        37,
        {
            "so 37 per seat is what you're saying, noted. need procurement before I can say anything": "37 echo",
        },
    ),
    Scene(
        "cargo e-bike, euro, the buyer at 4200",
        4200,
        3400,
        3900,
        {
            "3.650 € and i come with the van to utrecht": "3650 firm",
        },
        EURO,
    ),
    Scene(
        "cargo e-bike, euro, the seller at 4200",
        4200,
        4050,
        3500,
        {
            "battery is 500 Wh, did about 2.300 km, still 3 years guarantee on it": "",
            "3900 is really my last, the children seat you get on top": "3900 firm",
        },
        EURO,
    ),
    Scene(
        "cargo e-bike, euro, the buyer at 4200",
        4200,
        3400,
        3950,
        {
            "any chance you'd go to 3700?": "3700 probe",
        },
        EURO,
    ),
    Scene(
        "cargo e-bike, euro, the buyer at 4200",
        4200,
        0,
        0,
        {
            "new one is 5.999 at the shop and they give 2 yrs warranty": "",
        },
        EURO,
    ),
    Scene(
        "cargo e-bike, euro, the seller at 4200",
        4200,
        0,
        3500,
        {
            "minus ten percent from the asking price, thats ok for me": "3780 firm",
        },
        EURO,
    ),
    Scene(
        "cargo e-bike, euro, the seller at 4200",
        4200,
        4050,
        3200,
        {
            "for 3.200 i rather keep it myself": "3200 rejected",
        },
        EURO,
    ),
    Scene(
        "apartment, rent per month, the tenant at 2350",
        2350,
        2150,
        2350,
        {
            "2225 a month if we sign for 18 months": "2225 conditional",
            "unit 304 downstairs is going for 2,100 and it has the balcony": "",
        },
    ),
    Scene(
        "apartment, rent per month, the landlord at 2350",
        2350,
        2350,
        2200,
        {
            "alright, I'd take 2,290, cat and all": "2290 firm",
        },
    ),
    Scene(
        "apartment, rent per month, the tenant at 2350",
        2350,
        0,
        0,
        {
            "first, last and a 1500 deposit is a lot of cash to move in with": "",
            "our combined income is 9400 a mo and both credit scores are over 760": "",
        },
    ),
    Scene(
        "apartment, rent per month, the landlord at 2350",
        2350,
        2350,
        2150,
        {
            "cant do 2,150, taxes alone went up 11% this year": "2150 rejected",
        },
    ),
    Scene(
        "apartment, rent per month, the tenant at 2350",
        2350,
        2150,
        2300,
        {
            "would twenty-two hundred be out of the question?": "2200 probe",
        },
    ),
    Scene(
        "logo design, freelance, the client at 1800",
        1800,
        0,
        0,
        {
            "could you live with 1,400?": "1400 probe",
            "some fiverr guy charges 150 for the whole thing lol": "",
        },
    ),
    Scene(
        "logo design, freelance, the freelancer at 1800",
        1800,
        1750,
        1650,
        {
            "1,650 it is, sending the contract over": "1650 firm",
        },
    ),
    Scene(
        "logo design, freelance, the freelancer at 1800",
        1800,
        0,
        0,
        {
            "that covers 3 concepts and 2 rounds of changes, hosting files for 12 months too": "",
        },
    ),
    Scene(
        "logo design, freelance, the freelancer at 1800",
        1800,
        1700,
        1100,
        {
            "if you drop the brand guide I'm at 1,300": "1300 conditional",
            "eleven hundred doesn't work for me, i'd basically be paying to do this": "1100 rejected",
        },
    ),
    Scene(
        "logo design, freelance, the freelancer at 1800",
        1800,
        0,
        1300,
        {
            "fine, I'll shave 200 off my quote, since you guys are a nonprofit": "1600 firm",
        },
    ),
    Scene(
        "wholesale olive oil, per pallet, the buyer at 7600",
        7600,
        6600,
        7400,
        {
            "put us down at 7,150 a pallet, 84 cases like always": "7150 firm",
        },
    ),
    Scene(
        "wholesale olive oil, per pallet, the seller at 7600",
        7600,
        7400,
        6600,
        {
            "7,000 per pallet as long as you take two of them before harvest": "7000 conditional",
            "6,600 is below what I pay the mill. no.": "6600 rejected",
        },
    ),
    Scene(
        "wholesale olive oil, per pallet, the seller at 7600",
        7600,
        0,
        0,
        {
            "84 cases x 6 bottles, 750 ml, best before 11/2026": "",
        },
    ),
    Scene(
        "wholesale olive oil, per pallet, the buyer at 7600",
        7600,
        6600,
        7300,
        {
            "you said seven three. give me till friday to look at our margins": "7300 echo",
        },
    ),
    Scene(
        "wholesale olive oil, per pallet, the seller at 7600",
        7600,
        0,
        6600,
        {
            "i can come down 350 off list, thats it": "7250 firm",
        },
    ),
    Scene(
        "quarter horse gelding, the buyer at 14500",
        14500,
        0,
        0,
        {
            "would you let him go for 12,5?": "12500 probe",
            "vet wants 1,200 for the PPE with 16 xrays": "",
        },
    ),
    Scene(
        "quarter horse gelding, the seller at 14500",
        14500,
        14200,
        12500,
        {
            "13,750 and I'll throw in the saddle": "13750 firm",
            "13k only if he goes to a home with kids, I mean it": "13000 conditional",
        },
    ),
    Scene(
        "quarter horse gelding, the seller at 14500",
        14500,
        0,
        0,
        {
            "hes 15.2 hands, 9 yrs old, 38 points last season in ranch riding": "",
            "I gave 8,500 for him as a 3 yr old and hes had two years w a trainer since": "",
        },
    ),
    Scene(
        "quarter horse gelding, the buyer at 14500",
        14500,
        12500,
        13750,
        {
            "thirteen two, truck's gassed up and ready to roll": "13200 firm",
        },
    ),
    Scene(
        "quarter horse gelding, the seller at 14500",
        14500,
        14500,
        10000,
        {
            "ten grand for a finished horse? no ma'am": "10000 rejected",
        },
    ),
    Scene(
        "sailboat, the buyer at 62000",
        62000,
        0,
        0,
        {
            "standing rigging is from 2004 and a rigger quoted me 11k to redo it": "",
        },
    ),
    Scene(
        "sailboat, the buyer at 62000",
        62000,
        52000,
        60000,
        {
            "I'm good for 54,5 and the survey is on me": "54500 firm",
            "cant pay 60, i'll give you 55": "60000 rejected, 55000 firm",
            "sixty, you say. okay. I need to sleep on that one": "60000 echo",
        },
    ),
    Scene(
        "sailboat, the seller at 62000",
        62000,
        60000,
        52000,
        {
            "58 if you take over the slip from june": "58000 conditional",
            "could you see yourself at 57?": "57000 probe",
            "ok halfway between your 52 and my 60 and she's yours": "56000 firm",
        },
    ),
    Scene(
        "sailboat, the seller at 62000",
        62000,
        0,
        0,
        {
            "shes 36 ft, draws 5'9\", 1,900 hrs on the yanmar": "",
        },
    ),
    Scene(
        "5 acres of pasture, the buyer at 189000",
        189000,
        165000,
        184000,
        {
            "I'll write the offer up at 171,5": "171500 firm",
        },
    ),
    Scene(
        "5 acres of pasture, the seller at 189000",
        189000,
        184000,
        165000,
        {
            "178 if we close before the 30th": "178000 conditional",
        },
    ),
    Scene(
        "5 acres of pasture, the buyer at 189000",
        189000,
        0,
        0,
        {
            "perc test failed on 2 of 5 holes, septic guy says 24k for a mound system": "",
            "county has it assessed at 142,300 as of january": "",
        },
    ),
    Scene(
        "5 acres of pasture, the seller at 189000",
        189000,
        189000,
        150000,
        {
            "I wont sell family ground for 150": "150000 rejected",
        },
    ),
    Scene(
        "5 acres of pasture, the seller at 189000",
        189000,
        186000,
        165000,
        {
            "a hundred eighty-two, and I pay for the survey": "182000 firm",
        },
    ),
    Scene(
        "5 acres of pasture, the seller at 189000",
        189000,
        0,
        0,
        {
            "the 4.7 acres next door sold in march for 196 and that ones got no well": "",
        },
    ),
    Scene(
        "used phone, the buyer at 480",
        480,
        0,
        0,
        {
            "ill give u 400, where do we meet": "400 firm",
            "bat health 84% and swappa has em at 390 w/o scratches": "",
        },
    ),
    Scene(
        "used phone, the seller at 480",
        480,
        0,
        380,
        {
            "best i can do for u is four forty": "440 firm",
        },
    ),
    Scene(
        "used phone, the buyer at 480",
        480,
        380,
        450,
        {
            "would u do 415": "415 probe",
        },
    ),
    Scene(
        "used phone, the seller at 480",
        480,
        0,
        0,
        {
            "256gb, ios 17.4, bought nov 22 for 1,099": "",
        },
    ),
    Scene(
        "used phone, the seller at 480",
        480,
        0,
        250,
        {
            "lol 250? no": "250 rejected",
        },
    ),
    Scene(
        "used phone, the seller at 480",
        480,
        460,
        400,
        {
            "430 if u can meet at the station by 6": "430 conditional",
        },
    ),
    Scene(
        "leather sofa, the buyer at 900",
        900,
        0,
        0,
        {
            "would you consider half of what you're asking": "450 probe",
            "uhaul is 89 plus mileage so im in for a hundred before i even get there": "",
        },
    ),
    Scene(
        "leather sofa, the seller at 900",
        900,
        850,
        700,
        {
            "seven fifty, come n get it": "750 firm",
        },
    ),
    Scene(
        "leather sofa, the seller at 900",
        900,
        0,
        0,
        {
            "its 112 inches long, needs a 34 inch door, 2 people min": "",
        },
    ),
    Scene(
        "leather sofa, the seller at 900",
        900,
        0,
        600,
        {
            "ok 20% off the asking price, cant do better than that": "720 firm",
        },
    ),
    Scene(
        "leather sofa, the seller at 900",
        900,
        850,
        500,
        {
            "not letting it go for 500 sorry": "500 rejected",
        },
    ),
    Scene(
        "wool rug at a market, dirham, the buyer at 2800",
        2800,
        1500,
        2400,
        {
            "my friend, 1,900 dirham, i pay you now and we drink tea": "1900 firm",
        },
    ),
    Scene(
        "wool rug at a market, dirham, the seller at 2800",
        2800,
        2500,
        1700,
        {
            "for you two thousand two hundred, last price": "2200 firm",
            "if you take also the small one, this one i make you 2000": "2000 conditional",
        },
    ),
    Scene(
        "wool rug at a market, dirham, the buyer at 2800",
        2800,
        0,
        0,
        {
            "the shop by the fountain wanted 1,600 for one like it": "",
        },
    ),
    Scene(
        "wool rug at a market, dirham, the seller at 2800",
        2800,
        2800,
        1200,
        {
            "1,200 is not even the wool! no": "1200 rejected",
        },
    ),
    Scene(
        "box of paperbacks, car boot sale, pounds, the buyer at 12",
        12,
        0,
        0,
        {
            "nine quid for the box and I'm carrying it off": "9 firm",
            "theres about 40 in here and 3 are missing their covers": "",
        },
        POUND,
    ),
    Scene(
        "family house (agents texting), the buyer at 745000",
        745000,
        710000,
        739900,
        {
            "My clients are going up to seven twenty-eight": "728000 firm",
            "so the sellers countered at 739,900. I'll let my clients know and we'll see": "739900 echo",
            "would they entertain 720?": "720000 probe",
        },
    ),
    Scene(
        "family house (agents texting), the seller at 745000",
        745000,
        739900,
        710000,
        {
            "735 provided you waive the inspection contingency": "735000 conditional",
        },
    ),
    Scene(
        "family house (agents texting), the buyer at 745000",
        745000,
        0,
        0,
        {
            "roof is 22 yrs old, zillow says 702, and taxes are 9,800 a yr": "",
        },
    ),
    Scene(
        "family house (agents texting), the seller at 745000",
        745000,
        745000,
        705000,
        {
            "my sellers won't accept 705, they were clear on that": "705000 rejected",
        },
    ),
)
