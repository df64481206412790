"""Price talk of seats, scanners, film, guitars, lamps, pianos and more: prices taken, turned down and told of."""

from tests.engine.reading.hard_prices import EURO, FRANC, POUND, RUPEE, Scene

COUNTER = (
    Scene(
        "CRM seats, price per seat per month, the buyer at 72",
        72,
        55,
        66,
        {
            "put us down at 61 a seat, ill get the paperwork moving": "61 firm",
        },
    ),
    Scene(
        "code scanner, yearly licence, the buyer at 21500",
        21500,
        17000,
        19200,
        {
            "send the order form over with 18.4 on it and Dana signs it this afternoon": "18400 firm",
        },
    ),
    Scene(
        "logo design, flat fee, the freelancer at 1200",
        1200,
        1100,
        800,
        {
            "honestly for the logo set i land at nine-fifty, thats me done": "950 firm",
        },
    ),
    Scene(
        "translation job, flat fee, the freelancer at 2600",
        2600,
        2400,
        1900,
        {
            "ok ok. 2,150 for the whole translation and you have me": "2150 firm",
        },
    ),
    Scene(
        "green coffee, price per bag, wholesale, the buyer at 310",
        310,
        270,
        295,
        {
            "call it 284 a bag and I'll ring the warehouse": "284 firm",
        },
    ),
    Scene(
        "blank t-shirts, price per piece, wholesale, the buyer at 8",
        8,
        5,
        6,
        {
            "6 a shirt works for us, book it in": "6 firm",
        },
    ),
    Scene(
        "office floor, monthly rent, the landlord at 4300",
        4300,
        4100,
        3600,
        {
            "landlord here: thirty-nine fifty a month, final, I'll have the lease drawn up": "3950 firm",
        },
    ),
    Scene(
        "warehouse unit, monthly rent, the tenant at 3100",
        3100,
        2600,
        2950,
        {
            "my partner and I talked, were comfortable at 2,780/mo for the unit": "2780 firm",
        },
    ),
    Scene(
        "used forklift, the seller at 12900",
        12900,
        12200,
        10500,
        {
            "she's yours at 11 and a half, forks included": "11500 firm",
        },
    ),
    Scene(
        "CNC mill, the buyer at 94000",
        94000,
        82000,
        90000,
        {
            "eighty-six five for the mill and I stop bothering you lol": "86500 firm",
        },
    ),
    Scene(
        "cafe espresso machine, the buyer at 5200",
        5200,
        0,
        0,
        {
            "knock 400 off the asking and i'll come with the van": "4800 firm",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the buyer at 90",
        90,
        0,
        0,
        {
            "take 10% off list on the seats and we have a deal": "81 firm",
        },
    ),
    Scene(
        "used excavator, the buyer at 48000",
        48000,
        42000,
        46000,
        {
            "ok lets just split the difference and move on, I have 3 other calls today": "44000 firm",
        },
    ),
    Scene(
        "steel tube, price per tonne, wholesale, the buyer at 1100",
        1100,
        900,
        1000,
        {
            "another 5% off your last number and you have a PO from me": "950 firm",
        },
    ),
    Scene(
        "video editing, flat fee, the client at 1800",
        1800,
        1350,
        1650,
        {
            "I'll go up 150 from where I was, thats the whole budget": "1500 firm",
        },
    ),
    Scene(
        "backup software, yearly licence, the seller at 8200",
        8200,
        7900,
        6800,
        {
            "we sharpened the pencil: 7,340 for the annual, same scope": "7340 firm",
        },
    ),
    Scene(
        "video editing, flat fee, the client at 1750",
        1750,
        1200,
        1600,
        {
            "1k4 for the video cut, invoice me whenever": "1400 firm",
        },
    ),
    Scene(
        "sofa, the seller at 420",
        420,
        390,
        300,
        {
            "gimme 340 for the couch n its gone": "340 firm",
        },
    ),
    Scene(
        "used VW Golf, the seller at 7500",
        7500,
        7200,
        6500,
        {
            "meh alright, six eight, come get it": "6800 firm",
        },
    ),
    Scene(
        "stroller, the buyer at 150",
        150,
        100,
        140,
        {
            "ill pay a buck twenty, thats fair for a stroller w a squeaky wheel": "120 firm",
        },
    ),
    Scene(
        "used iPhone, the buyer at 560",
        560,
        450,
        530,
        {
            "best i got is 5 hunnid even, venmo ready": "500 firm",
        },
    ),
    Scene(
        "electric guitar, the buyer at 520",
        520,
        420,
        460,
        {
            "460's good w me, whats ur address": "460 firm",
        },
    ),
    Scene(
        "riding mare, the seller at 14000",
        14000,
        13000,
        11500,
        {
            "For the mare we will settle at twelve-four. She deserves a good home.": "12400 firm",
        },
    ),
    Scene(
        "small sailboat, the buyer at 26500",
        26500,
        22000,
        25000,
        {
            "i'm gonna say 23,250 and hold my hand out": "23250 firm",
        },
    ),
    Scene(
        "building parcel, the buyer at 199000",
        199000,
        175000,
        190000,
        {
            "One hundred and eighty-two thousand for the parcel. That is our figure.": "182000 firm",
        },
    ),
    Scene(
        "table lamp, the buyer at 15",
        15,
        0,
        0,
        {
            "tenner for the lamp and ill grab it on the way home": "10 firm",
        },
        POUND,
    ),
    Scene(
        "dining table, the buyer at 600",
        600,
        0,
        0,
        {
            "do 15% less than the ad and i'm in the car already": "510 firm",
        },
    ),
    Scene(
        "used camera body, the seller at 900",
        900,
        850,
        700,
        {
            "ill drop 75 from my last, cant say fairer": "775 firm",
        },
    ),
    Scene(
        "motorcycle, the buyer at 4200",
        4200,
        3500,
        4000,
        {
            "right down the middle between your price and mine then, my back hurts from arguing": "3750 firm",
        },
    ),
    Scene(
        "upright piano, the seller at 2300",
        2300,
        2150,
        1700,
        {
            "1.950 € and it's yours, piano stool too": "1950 firm",
        },
        EURO,
    ),
    Scene(
        "lawn mower, the buyer at 110",
        110,
        70,
        85,
        {
            "k, your 85 it is. got exact change": "85 firm",
        },
    ),
    Scene(
        "Royal Enfield motorcycle, rupees, the buyer at 270000",
        270000,
        220000,
        255000,
        {
            "happy to hand you 2.4 lakh for the Enfield, papers and all": "240000 firm",
        },
        RUPEE,
    ),
    Scene(
        "washer and dryer set, the buyer at 650",
        650,
        450,
        600,
        {
            "shave a hundred off what u said last and ill bring my brother to lift it": "500 firm",
        },
    ),
    Scene(
        "game console, the buyer at 430",
        430,
        350,
        410,
        {
            "three seventy five. cash. tonight. dont make me beg": "375 firm",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the seller at 60",
        60,
        55,
        44,
        {
            "sorry, cant sign off on 44 a seat, doesnt even cover our hosting": "44 rejected",
        },
    ),
    Scene(
        "code scanner, yearly licence, the buyer at 29500",
        29500,
        24000,
        27900,
        {
            "finance laughed at 27,900. thats a no from them": "27900 rejected",
        },
    ),
    Scene(
        "illustration, flat fee, the freelancer at 600",
        600,
        550,
        350,
        {
            "I don't draw for 350, I have rent too": "350 rejected",
        },
    ),
    Scene(
        "office floor, monthly rent, the tenant at 3500",
        3500,
        2800,
        3300,
        {
            "no chance on 3,300 for that floor, the lift doesnt even work": "3300 rejected",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the buyer at 65",
        65,
        48,
        58,
        {
            "hypothetically, would 52 a seat get through your deal desk?": "52 probe",
        },
    ),
    Scene(
        "used forklift, the buyer at 16000",
        16000,
        13000,
        15200,
        {
            "would 14.2 fly on your end, or am i dreaming?": "14200 probe",
        },
    ),
    Scene(
        "warehouse bay, monthly rent, the tenant at 2900",
        2900,
        2500,
        2800,
        {
            "Could you live with 2,650 for the warehouse bay?": "2650 probe",
        },
    ),
    Scene(
        "translation job, flat fee, the client at 1400",
        1400,
        1000,
        1300,
        {
            "whats your gut say to 1,120 for the 40 pages?": "1120 probe",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the seller at 70",
        70,
        66,
        54,
        {
            "58 only works for me if you commit to 3 years upfront": "58 conditional",
        },
    ),
    Scene(
        "olive oil, two pallets, price for the lot, wholesale, the seller at 10200",
        10200,
        9800,
        8500,
        {
            "we can get to 9k flat provided you take both pallets off our dock before the 20th": "9000 conditional",
        },
    ),
    Scene(
        "used excavator, the buyer at 38000",
        38000,
        32000,
        36000,
        {
            "33.5 for the digger as long as the 2 spare buckets stay with it": "33500 conditional",
        },
    ),
    Scene(
        "backup software, yearly licence, the seller at 5600",
        5600,
        5100,
        4200,
        {
            "sign by Friday the 14th and its 4,480, otherwise we're back at list": "4480 conditional",
        },
    ),
    Scene(
        "cafe espresso machine, the buyer at 6500",
        6500,
        5500,
        6300,
        {
            "throw in the grinder and i'm at 6,100": "6100 conditional",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the buyer at 80",
        80,
        64,
        71,
        {
            "so 71 a head is where you landed. let me take that upstairs": "71 echo",
        },
    ),
    Scene(
        "CNC lathe, the buyer at 95000",
        95000,
        80000,
        88000,
        {
            "ok noted, 88k for the lathe from your side. i'll call u after lunch": "88000 echo",
        },
    ),
    Scene(
        "office floor, monthly rent, the landlord at 3500",
        3500,
        3400,
        3000,
        {
            "3,000 for the office isnt happening, 3,250 is": "3000 rejected, 3250 firm",
        },
    ),
    Scene(
        "soft drinks, price per case, wholesale, the seller at 24",
        24,
        23,
        19,
        {
            "cant do 19 a case. 21 and I'll load the truck myself": "19 rejected, 21 firm",
        },
    ),
    Scene(
        "oak dining table, the seller at 480",
        480,
        0,
        200,
        {
            "200? for a solid oak table? bye": "200 rejected",
        },
    ),
    Scene(
        "riding mare, the seller at 12500",
        12500,
        12000,
        9000,
        {
            "im not letting the mare go for 9, she's worth more than that asleep": "9000 rejected",
        },
    ),
    Scene(
        "upright piano, the buyer at 1300",
        1300,
        950,
        1150,
        {
            "1,150 is over what we can spend, gonna have to pass": "1150 rejected",
        },
    ),
    Scene(
        "road bike, the buyer at 800",
        800,
        640,
        720,
        {
            "scratch the 640 i said earlier, found out the fork is bent so thats off": "640 rejected",
        },
    ),
    Scene(
        "lawn mower, the buyer at 110",
        110,
        0,
        0,
        {
            "wld u be mad if i said 75?": "75 probe",
        },
    ),
    Scene(
        "motorcycle, the buyer at 6200",
        6200,
        5000,
        5900,
        {
            "is there a world where 5,400 buys the motorbike?": "5400 probe",
        },
    ),
    Scene(
        "trampoline, the buyer at 350",
        350,
        0,
        0,
        {
            "and at 20% off the ad, would that be a yes?": "280 probe",
        },
    ),
    Scene(
        "small sailboat, the seller at 18000",
        18000,
        17500,
        15500,
        {
            "would meeting in the middle on price work for you, or no?": "16500 probe",
        },
    ),
    Scene(
        "e-bike, Swiss francs, the buyer at 3800",
        3800,
        3000,
        3500,
        {
            "What would you say to CHF 3'200?": "3200 probe",
        },
        FRANC,
    ),
    Scene(
        "sofa bed, the seller at 320",
        320,
        300,
        240,
        {
            "ok 260 but only if u carry it down 4 floors urself": "260 conditional",
        },
    ),
    Scene(
        "riding gelding, the buyer at 12000",
        12000,
        10000,
        11500,
        {
            "If the vet check comes back clean then 10,750.": "10750 conditional",
        },
    ),
    Scene(
        "computer monitor, the seller at 110",
        110,
        105,
        80,
        {
            "can do 91 for the monitor if u also buy the keyboard": "91 conditional",
        },
    ),
    Scene(
        "building parcel, the buyer at 195000",
        195000,
        165000,
        185000,
        {
            "174k, subject to the well passing inspection": "174000 conditional",
        },
    ),
    Scene(
        "used VW Golf, the buyer at 5500",
        5500,
        4500,
        4900,
        {
            "hm 4,900 you say. ill sleep on it": "4900 echo",
        },
    ),
    Scene(
        "used iPhone, the buyer at 360",
        360,
        270,
        315,
        {
            "just so i got it right, ur last was 315?": "315 echo",
        },
    ),
    Scene(
        "kick scooter, the seller at 120",
        120,
        110,
        80,
        {
            "naw not 80. ninety-five and the helmet's in": "80 rejected, 95 firm",
        },
    ),
    Scene(
        "electric guitar, the buyer at 1900",
        1900,
        1300,
        1700,
        {
            "1,700 no way, my top is fourteen-fifty": "1700 rejected, 1450 firm",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the buyer at 75",
        75,
        60,
        68,
        {
            "we're at 62 users now, could be 70 by spring": "",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the buyer at 65",
        65,
        50,
        60,
        {
            "your competitor quoted us 49 per seat last week, just fyi": "",
        },
    ),
    Scene(
        "code scanner, yearly licence, the buyer at 21500",
        21500,
        0,
        0,
        {
            "list says 21,500 but does that include the onboarding?": "",
        },
    ),
    Scene(
        "logo design, flat fee, the freelancer at 1200",
        1200,
        1100,
        950,
        {
            "i bill 85 an hour normally, spent 14 hours on sketches so far": "",
        },
    ),
    Scene(
        "blank hoodies, price per piece, wholesale, the buyer at 52",
        52,
        44,
        49,
        {
            "can you do net 45 instead of net 30?": "",
        },
    ),
    Scene(
        "olive oil, price per bottle, wholesale, the seller at 14",
        14,
        13,
        11,
        {
            "would you take 12 pallets instead of 10 next month?": "",
        },
    ),
    Scene(
        "warehouse unit, monthly rent, the landlord at 2600",
        2600,
        2500,
        2300,
        {
            "lease would start March 1, its 2,400 sq ft with a loading dock at the back": "",
        },
    ),
    Scene(
        "used lathe, the seller at 5200",
        5200,
        5000,
        4400,
        {
            "the lathe ran 4,800 hours, belts changed at 4,500": "",
        },
    ),
    Scene(
        "used pallet press, the seller at 4700",
        4700,
        4600,
        3600,
        {
            "we put 3,900 into the new hydraulics in the spring": "",
        },
    ),
    Scene(
        "office floor, monthly rent, the landlord at 3100",
        3100,
        0,
        2800,
        {
            "deposit is two months so 6,200 on signing": "",
        },
    ),
    Scene(
        "used excavator, the buyer at 41000",
        41000,
        37000,
        40000,
        {
            "the bank would do it at 7.9% over 48 months, about 1,020 a month": "",
        },
    ),
    Scene(
        "video editing, flat fee, the client at 1500",
        1500,
        1200,
        1400,
        {
            "Marco says he got 15% off from you last year": "",
        },
    ),
    Scene(
        "coworking room, monthly rent, the landlord at 480",
        480,
        460,
        390,
        {
            "service charge runs about 410 a month on top, billed quarterly": "",
        },
    ),
    Scene(
        "backup software, yearly licence, the buyer at 21000",
        21000,
        16500,
        19500,
        {
            "we burned 18k on consultants after the last data loss, never again": "",
        },
    ),
    Scene(
        "CRM seats, price per seat per month, the seller at 32",
        32,
        31,
        27,
        {
            "can do the 28th or the 30th for the demo, whatever suits": "",
        },
    ),
    Scene(
        "used iPhone, the buyer at 160",
        160,
        120,
        150,
        {
            "its the older one with 128 not 256, right?": "",
        },
    ),
    Scene(
        "road bike, the seller at 450",
        450,
        430,
        380,
        {
            "we could meet halfway, theres a services at junction 19 so neither of us drives 2 hrs": "",
        },
    ),
    Scene(
        "motorcycle, the buyer at 4500",
        4500,
        3500,
        4200,
        {
            "my neighbor got his for 3,200 two years ago and his had less miles": "",
        },
    ),
    Scene(
        "washer and dryer set, the buyer at 700",
        700,
        600,
        660,
        {
            "I can be there 630 ish after work, which door?": "",
        },
    ),
    Scene(
        "used VW Golf, the buyer at 8900",
        8900,
        7600,
        8600,
        {
            "blue book on it is 8,150 private party": "",
        },
    ),
    Scene(
        "old hatchback, the seller at 1600",
        1600,
        1500,
        1000,
        {
            "just did timing belt and water pump, 1,140 at the shop, got receipts": "",
        },
    ),
    Scene(
        "used camera body, the seller at 1000",
        1000,
        950,
        800,
        {
            "guy messaged me an hour ago offering 900, havent answered him": "",
        },
    ),
    Scene(
        "riding mare, the seller at 11000",
        11000,
        10500,
        9000,
        {
            "she's 15.2 hands, turned 9 in april, jumps 110 fine": "",
        },
    ),
    Scene(
        "limited edition electric guitar, the seller at 1600",
        1600,
        0,
        1200,
        {
            "it was 1,499 new and thats before tax": "",
        },
    ),
    Scene(
        "stroller, the buyer at 70",
        70,
        55,
        65,
        {
            "would you hold it till saturday for 50 down?": "",
        },
    ),
    Scene(
        "sailing dinghy, the seller at 450",
        450,
        430,
        350,
        {
            "slip costs 375 a season, paid through october": "",
        },
    ),
    Scene(
        "dining table, the seller at 200",
        200,
        190,
        150,
        {
            "table is 180 by 90, seats 8 if you squeeze": "",
        },
    ),
    Scene(
        "table lamp, euros, the seller at 45",
        45,
        0,
        35,
        {
            "shipping to Lyon would be 38 with Colissimo": "",
        },
        EURO,
    ),
    Scene(
        "skis, the seller at 190",
        190,
        0,
        150,
        {
            "skis are 172s, bindings go from 260 to 340mm": "",
        },
    ),
    Scene(
        "pasture land, the seller at 46000",
        46000,
        45000,
        40000,
        {
            "its 4.6 acres, taxes run about 1,900 a year": "",
        },
    ),
    Scene(
        "city bike, the seller at 120",
        120,
        110,
        80,
        {
            "pedals alone cost me 95 last fall lol": "",
        },
    ),
)
