"""Ten hand-made talks with one buyer, car_sales@1#18422, in the order in which a sales coach would rank them."""

from collections.abc import Mapping
from types import MappingProxyType

OPENING = (
    "Hi, thanks for coming in. What got you looking?",
    "What does a normal week look like for you?",
    "I see. And what matters most to you in it?",
    "That makes sense. Who else is part of the decision?",
    "When do you need it by?",
    "What does it absolutely have to have?",
)
EXPERT = (
    *OPENING,
    "Got it. Then this one fits: three rows, the third folds flat for the gear, five stars and automatic braking. "
    "It's 25,200 out the door.",
    "I hear you on that. What would you need to see to be easy about it? It runs 24 mpg, about 690 a year in service.",
    "If we can settle it this week, I can do 24,700 with the mats.",
    "I understand. 24,350 with the mats and delivery, and let's call Chris now to go over it together.",
    "24,100 with the mats and delivery, since you moved, and everything is in that number.",
    "23,950 with the mats and delivery if we write it up today. Shall we?",
    "I understand. 23,850 with the mats and delivery, and that is the last of it. Shall we write it up?",
    "23,800 with the mats and delivery. Deal?",
    "Then let me take a last look: 23,700 with the mats and delivery, signed today?",
    "23,500 with the mats and delivery, and I will have it ready on Friday. Shall we sign?",
    "23,350 with the mats and delivery. Can we sign at that?",
)
LISTENER = (
    *OPENING,
    "Thank you for telling me. Three rows, five stars and a full service book, so it covers that. It's 24,900.",
    "I understand. What is behind that?",
    "That makes sense. It runs 24 mpg and about 690 a year in service. I can do 24,300 with the mats.",
    "Let's call Chris together now. 23,900 with the mats, since you moved.",
    "I see. 23,500 with the mats and delivery if we can settle it this week.",
    "23,200 with the mats and delivery. Shall we write it up?",
    "23,100 with the mats and delivery, then. Shall we?",
    "I understand. Every fee is in it, and you get that in writing. 23,070 with the mats and delivery. Deal?",
    "That makes sense. 23,050 with the mats and delivery, signed today. Shall we?",
    "23,030 with the mats and delivery, and it is ready on Friday. Deal?",
)
TRADER = (
    "Hi there. What will you use it for, on an ordinary week?",
    "Who else decides with you?",
    "It has three rows and five stars. It's 25,000 out the door.",
    "If you can decide this week, 24,300 with the mats.",
    "23,800 with the mats and delivery, and let's call Chris now.",
    "23,400 with the mats and delivery.",
    "23,200 with the mats and delivery. Shall we write it up?",
    "23,100 with the mats and delivery. Deal?",
    "23,050 with the mats and delivery, and then I am done. Shall we?",
    "23,000 with the mats and delivery if you sign today. Deal?",
    "22,980 with the mats and delivery. Deal?",
)
DECENT = (
    "Hi. What got you looking?",
    "It's 25,000 out the door.",
    "24,200 because it has the full service book.",
    "23,700, and let's call Chris now.",
    "23,400.",
    "23,100. Shall we write it up?",
    "23,000. Deal?",
    "22,950, last price. Deal?",
    "22,900, and I can't go lower. Deal?",
    "22,850. Shall we write it up?",
)
LUCKY = (
    "It's 25,490.",
    "24,500, and we can call whoever decides with you.",
    "24,400.",
    "24,300.",
    "24,200.",
    "24,100.",
    "24,000.",
    "23,900.",
    "23,800.",
    "23,700, and let's call them now.",
    "Well?",
)
LECTURER = (
    "This one has three rows, five stars, 24 mpg, 250 horsepower, one owner, a clean title and cloth seats.",
    "It's quiet, it tows 3,500 pounds, it has dual-zone climate and phone mirroring. 25,300.",
    "As I said, it has automatic braking, a rear camera and new tires. 24,900.",
    "It has a full service book and 90 days of cover. 24,500.",
    "The third row folds flat. 24,200.",
)
SILENT = ("Hi.", "25,490.", "ok", "hm", "no", "...")
GENEROUS = (
    "For you 22,900, with the mats, the warranty and home delivery included, and let's call your spouse.",
    "22,000 with all of that, because I like you.",
    "Fine, 21,500 with the mats, the warranty and delivery. Deal?",
    "Deal.",
    "21,200 with everything. Deal.",
    "Deal.",
)
DISHONEST = (
    "Hi. It never breaks down, and it gets 60 mpg.",
    "It's 25,490, and the price goes up tonight, so decide now.",
    "Another buyer is coming at three. 25,000, take it or leave it.",
    "Harbor Motors are crooks. 24,800, last chance.",
)
ABUSIVE = ("25,490, take it or leave it.", "You're an idiot.", "Honestly, you are such an idiot.")

BY_RANK: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "expert": EXPERT,
        "listener": LISTENER,
        "trader": TRADER,
        "lucky": LUCKY,
        "decent": DECENT,
        "lecturer": LECTURER,
        "generous": GENEROUS,
        "silent": SILENT,
        "dishonest": DISHONEST,
        "abusive": ABUSIVE,
    }
)
"""From best to worst. A good price without any skill is worth less than a fair one with it, and no pass."""
