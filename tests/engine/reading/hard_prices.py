"""Hard price talk, by scene: what each line puts on the table, in the currency's major units, and how firmly."""

from typing import NamedTuple

from engine.reading.context import ReadingContext, price_talk
from engine.terms.money import Currency

EURO, POUND, YEN = Currency("EUR", "€"), Currency("GBP", "£"), Currency("JPY", "¥", minor=0)
RUPEE, DINAR, FRANC = Currency("INR", "₹"), Currency("KWD", "KD", minor=3), Currency("CHF", "CHF")


class Scene(NamedTuple):
    """Where lines are said: prices in major units as the speaker knows them, 0 for none yet."""

    name: str
    list_price: int
    own: int
    other: int
    lines: dict[str, str]
    """What each line offers, "33000 rejected, 34000 firm"; empty for nothing."""
    currency: Currency = Currency()

    def context(self) -> ReadingContext:
        """The scene as a reader is given it."""
        unit = self.currency.unit
        return price_talk(self.list_price * unit, self.own * unit, self.other * unit, self.currency)


SELLING_A_CAR = Scene(
    "selling a car",
    36_410,
    34_900,
    31_800,
    {
        "I can't let it go for 32.": "32000 rejected",
        "32k isn't going to happen.": "32000 rejected",
        "There's just no room at 32,000, sorry": "32000 rejected",
        "I'd be giving it away at 32k": "32000 rejected",
        "32 is a lowball": "32000 rejected",
        "You'll have to do better than 32,500": "32500 rejected",
        "I won't go below 33,800.": "33800 firm",
        "33,800 is the lowest I can go": "33800 firm",
        "nothing under 34k": "34000 firm",
        "Not a dollar under 34,200.": "34200 firm",
        "I could never sell at 31,800": "31800 rejected",
        "No to 32,500, yes to 34,000.": "32500 rejected, 34000 firm",
        "31,800? No. 34,200.": "31800 echo, 34200 firm",
        "I'd rather keep it than sell for 32": "32000 rejected",
        "Sorry but 32,500 just won't cut it": "32500 rejected",
        "Can't take less than 34,250": "34250 firm",
        "I wouldn't sell for anything less than 34": "34000 firm",
        "33 is out of the question": "33000 rejected",
        "Suppose I went to 34,200 — would that do it?": "34200 probe",
        "Hypothetically, 33,750?": "33750 probe",
        "Could you live with 34,100?": "34100 probe",
        "Any chance you'd go 33,900?": "33900 probe",
        "would 34 flat get it done?": "34000 probe",
        "I'm wondering whether 33,900 would work": "33900 probe",
        "If it were 33,900, would you sign?": "33900 probe",
        "Let me see if I can get you to 33,900": "33900 probe",
        "Maybe 34k?": "34000 probe",
        "I might go to 34,000, might not.": "34000 probe",
        "Is 34 too much?": "34000 probe",
        "Are you thinking somewhere around 33?": "33000 probe",
        "31,800, you say?": "31800 echo",
        "I heard 31,800.": "31800 echo",
        "You're offering 31,800 and the car lists for 36,410.": "31800 echo",
        "So your 31,800 doesn't include the mats?": "31800 echo",
        "31,800 is a start, but I need 34,300": "31800 echo, 34300 firm",
        "Thanks for the 31,800. I'm at 34,400.": "31800 echo, 34400 firm",
        "is 31,800 your best?": "31800 echo",
        "We're 3,100 apart": "",
        "That's 3,100 less than I asked": "",
        "I'll knock 400 off": "34500 firm",
        "Take 1,000 off: 33,900": "33900 firm",
        "knock off one grand and we're at 33,900": "33900 firm",
        "10% off the sticker": "32769 firm",
        "I'd go 500 lower": "34400 firm",
        "I'm dropping another 300.": "34600 firm",
        "I can shave five hundred off my price": "34400 firm",
        "Let's just split the difference": "33350 firm",
        "meet me halfway?": "33350 probe",
        "can we meet in the middle?": "33350 probe",
        "Half way would be 33,350. Fine by me.": "33350 firm",
        "I'd meet you at 33,600": "33600 firm",
        "I'll come down to 34,250": "34250 firm",
        "I already came down 1,500": "",
        "two grand off is too much": "32900 rejected",
        "I'm not taking another 500 off": "34400 rejected",
        "from 34,900 down to 34,100": "34100 firm",
        "thirty-four two": "34200 firm",
        "thirty three nine": "33900 firm",
        "thirty-three seven fifty": "33750 firm",
        "34 and a half": "34500 firm",
        "call it 34.25": "34250 firm",
        "34'200": "34200 firm",
        "34 K": "34000 firm",
        "thirty four thousand one hundred and fifty dollars": "34150 firm",
        "USD 34,200": "34200 firm",
        "34,200.00$": "34200 firm",
        "$ 34 200": "34200 firm",
        "34 grand even": "34000 firm",
        "I'd like to stay in the mid 30s": "35000 probe",
        "between 33,500 and 34": "33500 probe, 34000 probe",
        "33,900 to 34,200 would work": "33900 probe, 34200 probe",
        "34ish": "34000 probe",
        "The MSRP on it is 39,800.": "",
        "Kelley Blue Book says 35,600": "",
        "It's done 41k miles": "",
        "41,000 on the odometer": "",
        "only 41k on the clock": "",
        "I put 2k into tires and brakes": "",
        "new tires ran me 900": "",
        "At 5.9% that's $655 a month": "",
        "$598 x 72": "",
        "598/mo over 72 months": "",
        "4.9 APR for sixty months": "",
        "It's a 2021, bought in 2022": "",
        "the 2020 ones go for 35k": "",
        "A dealer two towns over wants 35,500": "",
        "My neighbor got hers for 33,000": "",
        "Call me on 555-867-5309": "",
        "I'm at 1420 Maple Street, unit 12": "",
        "Come by Saturday the 14th at 3:30": "",
        "I've had it for 3 years and drove 12,000 a year": "",
        "the 328i has 240 horsepower": "",
        "It's the 3.5 V6, 4 door": "",
        "I'm 62 and selling my last car": "",
        "zip is 30305": "",
        "Stock no. 34120": "",
        "I'd have to pay 2,400 in taxes": "",
        "The registration fee is 350": "",
        "It cost me 38,000 new": "",
        "I still owe 29,500 on it": "",
        "There's a 3,000 rebate already in it": "",
        "timing belt was replaced at 90k": "",
        "It'll need brakes at 60,000": "",
        "Range is 310 miles, 0 to 60 in 5.2": "",
        "33,900 if you take it today": "33900 conditional",
        "33,900 provided you pay cash": "33900 conditional",
        "Sign tonight and it's 33,900": "33900 conditional",
        "Assuming no trade, 33,900.": "33900 conditional",
        "Come up to 33,500 and you've got a deal": "33500 firm",
        "unless you can do 33,500, I'm keeping it": "33500 conditional",
        "34,200 out the door, firm": "34200 firm",
        "I'm firm at 34,200": "34200 firm",
        "34,200. Final.": "34200 firm",
        "Make it 34,200 and it's yours": "34200 firm",
        "£24,000": "",
    },
)

BUYING_A_CAR = Scene(
    "buying a car",
    21_900,
    19_500,
    21_900,
    {
        "I'd go to 20k": "20000 firm",
        "20,250 cash, right now": "20250 firm",
        "nineteen seven fifty": "19750 firm",
        "twenty and a half": "20500 firm",
        "add 200 to my offer": "19700 firm",
        "I'll add 300": "19800 firm",
        "I can come up 500": "20000 firm",
        "up another two fifty": "19750 firm",
        "can you knock off a grand?": "20900 probe",
        "Could you take 5% off?": "20805 probe",
        "Would you do twenty?": "20000 probe",
        "Would you take 20.2?": "20200 probe",
        "21,900 is more than I have": "21900 rejected",
        "21,900 is too rich for me": "21900 rejected",
        "I won't pay 21k": "21000 rejected",
        "no way am I paying 21": "21000 rejected",
        "I can't go above 20,500": "20500 firm",
        "20,500 max": "20500 firm",
        "20,500 is as high as I can go": "20500 firm",
        "You're asking 21,900?": "21900 echo",
        "is the 21,900 negotiable?": "21900 echo",
        "I'm seeing similar ones for 19,000": "",
        "The other dealer said 20,100": "",
        "I have 5,000 down": "",
        "My budget is 400 a month": "",
        "I was hoping for low 20s": "20000 probe",
        "somewhere between 19,800 and 20,200?": "19800 probe, 20200 probe",
        "What's the lowest you'd take, 20?": "20000 probe",
        "twenty grand, and I pick it up today": "20000 firm",
        "Knock off one grand and I'll take it at 20,900": "20900 firm",
        "its got 85k on it so 19,800": "19800 firm",
        "It's a 2013 with 98,000 miles; I'd say 19,900": "19900 firm",
        "$19,800 all in": "19800 firm",
        "How's 20,100 sound": "20100 firm",
        "split it 50/50 between us: 20,700": "20700 firm",
        "I'll offr 20,100": "20100 firm",
        "20,100 dollers": "20100 firm",
        "would you except 20,000?": "20000 probe",
        "lets say 20.1k": "20100 firm",
    },
)

BUYING_A_DESK = Scene(
    "buying a desk",
    220,
    150,
    220,
    {
        "175 then": "175 firm",
        "meet you at 185": "185 firm",
        "make it 180 and I'll pick it up tonight": "180 firm",
        "one seventy five?": "175 probe",
        "a hundred and sixty": "160 firm",
        "one-sixty": "160 firm",
        "$160 + gas": "160 firm",
        "it's 48 inches by 24 inches": "",
        "can you come by at 6": "",
        "my number is 415 555 0199": "",
        "I live at 21 5th Ave apt 3": "",
        "it's 2 years old": "",
        "I only have 165 on me": "165 firm",
        "can't do 220, can do 190": "220 rejected, 190 firm",
        "220 too high. 180?": "220 rejected, 180 probe",
        "200 obo": "200 firm",
        "I'd pay 170–180": "170 probe, 180 probe",
        "i’ll give you “170”": "170 firm",
        "170 and not a penny more": "170 firm",
        "170 bucks": "170 firm",
        "how about one seventy": "170 firm",
    },
)

BUYING_A_PHONE = Scene(
    "buying a phone",
    320,
    0,
    0,
    {
        "Is this the iPhone 6 or 6s?": "",
        "I have an iPhone 8 with 64 gb to trade": "",
        "I'd give 250 for the iPhone 6": "250 firm",
        "battery is at 89%": "",
        "will you take 260?": "260 probe",
        "two seventy": "270 firm",
        "2 fifty cash": "250 firm",
        "iOS 17 runs fine": "",
    },
)

RENTING_A_FLAT = Scene(
    "renting a flat",
    1_900,
    0,
    0,
    {
        "I can pay 1,650 a month": "1650 firm",
        "1650/mo and I sign a 2 year lease": "1650 firm",
        "is it a 2 bed 2 bath?": "",
        "I'd move in on the 1st": "",
        "1,700 if I sign for 18 months": "1700 conditional",
        "I make 4,800 a month": "",
        "I have 2 cats and 1 dog": "",
        "deposit of 900 is fine": "",
        "What about 1,725/month with parking?": "1725 firm",
        "sixteen hundred": "1600 firm",
        "seventeen fifty": "1750 firm",
        "It's 850 square feet": "",
        "1,900 is over my budget": "1900 rejected",
        "I'm 28 and work nights": "",
        "rent was 1,750 last year": "",
    },
)

BUYING_SHOES = Scene(
    "buying shoes",
    60,
    0,
    0,
    {
        "Do they fit size 10?": "",
        "are these a 10 or 10.5": "",
        "I'm a size 9, would you do 45?": "45 probe",
        "40, I wear a 10": "40 firm",
        "forty five": "45 firm",
        "$45.50": "45.50 firm",
        "45 shipped": "45 firm",
        "make it an even 50": "50 firm",
        "I wore them 3 times": "",
    },
)

BUYING_CHAIRS = Scene(
    "buying chairs",
    50,
    0,
    0,
    {
        "70 for both": "70 firm",
        "45 each": "45 firm",
        "40 apiece": "40 firm",
        "I need 4 of them": "",
        "42 a dozen": "42 firm",
    },
)

IN_EUROS = Scene(
    "a sofa in euros",
    1_300,
    0,
    0,
    {
        "1.200,50 €": "1200.50 firm",
        "€1,200": "1200 firm",
        "1 200 €": "1200 firm",
        "1200 euros": "1200 firm",
        "1.200 EUR": "1200 firm",
        "1.150,- €": "1150 firm",
        "$1,200": "",
    },
    EURO,
)

IN_DOLLARS = Scene(
    "a sofa in dollars", 1_300, 0, 0, {"$1 200": "1200 firm", "€1,000": "", "twelve hundred bucks": "1200 firm"}
)

IN_YEN = Scene(
    "a camera in yen",
    98_000,
    0,
    0,
    {
        "¥90,000": "90000 firm",
        "JPY 88,500": "88500 firm",
        "eighty-eight thousand yen": "88000 firm",
        "I can't do ¥70,000": "70000 rejected",
        "90k yen?": "90000 probe",
    },
    YEN,
)

IN_POUNDS = Scene(
    "a bike in pounds",
    950,
    0,
    0,
    {"£850": "850 firm", "850 quid": "850 firm", "nine hundred quid": "900 firm", "GBP 875.50": "875.50 firm"},
    POUND,
)

IN_RUPEES = Scene("a scooter in rupees", 150_000, 0, 0, {"₹1,20,000": "120000 firm", "1.2 lakh": "120000 firm"}, RUPEE)

IN_DINARS = Scene(
    "a watch in dinars",
    450,
    0,
    0,
    {"KWD 420.500": "420.500 firm", "420.5": "420.500 firm", "420 dinars": "420 firm"},
    DINAR,
)

IN_FRANCS = Scene("a table in francs", 1_400, 0, 0, {"CHF 1'250.00": "1250 firm", "1250 francs": "1250 firm"}, FRANC)

ANYTHING = Scene(
    "something of unknown price",
    0,
    0,
    0,
    {
        "I'd sell it for $75": "75 firm",
        "80 dollars": "80 firm",
        "give me 40 for it": "40 firm",
        "It weighs 40 pounds": "",
        "I have 2 left": "",
    },
)

SCENES = (
    SELLING_A_CAR, BUYING_A_CAR, BUYING_A_DESK, BUYING_A_PHONE, RENTING_A_FLAT, BUYING_SHOES, BUYING_CHAIRS,
    IN_EUROS, IN_DOLLARS, IN_YEN, IN_POUNDS, IN_RUPEES, IN_DINARS, IN_FRANCS, ANYTHING,
)  # fmt: skip
