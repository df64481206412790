"""Sharp price talk of collectors, applicants, brokers and landlords."""

from tests.engine.reading.hard_prices import Scene

SHARP = (
    Scene(
        "seller of a camera at 900",
        900,
        850,
        650,
        {
            "650 is body only money": "650 rejected",
            "800 with both lenses, 720 with one": "800 firm, 720 firm",
            "shutter count is 12k": "",
            "id do 775 if u pick up today": "775 conditional",
            "790 and thats me giving away the bag": "790 firm",
            "u offered 650, i can meet u at 750": "650 echo, 750 firm",
            "paid 1,400 in 2021": "",
        },
    ),
    Scene(
        "buyer of a camera at 900",
        900,
        650,
        850,
        {
            "700 cash now or 730 friday": "700 firm, 730 firm",
            "best i can do is 7 and a quarter": "725 firm",
            "thinking 700ish": "700 probe",
            "if the sensor is clean 740, otherwise 690": "740 conditional, 690 firm",
            "mpb has it for 699 w warranty": "",
            "800 is my ceiling but i wanna pay 725": "800 firm, 725 firm",
        },
    ),
    Scene(
        "applicant at 68,000",
        68000,
        76000,
        70000,
        {
            "70 doesnt move the needle": "70000 rejected",
            "74 and a sign on of 3k": "74000 firm",
            "could we get to 73 with a review in 6 months": "73000 probe",
            "id take 72 if its hybrid": "72000 conditional",
            "i was making 69 at my last place": "",
            "75 was my ask, 73 works": "73000 firm",
        },
    ),
    Scene(
        "broker at 2,600",
        2600,
        2400,
        2900,
        {
            "29 is dead, 25 is alive": "2900 rejected, 2500 firm",
            "2,550 plus lumper": "2550 firm",
            "can you cover 2,500 and be there at 0600": "2500 probe",
            "its 44k lbs and 980 miles": "",
            "ill pay 26 if you scale it": "2600 conditional",
            "knock 300 off what you said and its yours": "2600 firm",
        },
    ),
    Scene(
        "landlord at 2,400",
        2400,
        2350,
        2000,
        {
            "2,250 and i paint": "2250 firm",
            "2,200 if its 18 months": "2200 conditional",
            "deposit is one month": "",
            "call it 2,275 and parkings included": "2275 firm",
        },
    ),
)
