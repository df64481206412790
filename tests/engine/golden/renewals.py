"""Renewals as account managers hold them, line by line: what each one says in the golden playthroughs."""

from collections.abc import Callable

from engine.negotiation.negotiation import Negotiation

LINES: dict[str, tuple[str, ...]] = {
    "patient": (
        "Good morning, and thank you for making the time. What has the year been like for the team?",
        "I see. Which parts do people use most, and which not at all?",
        "That helps. What would have to be different for the next twelve months?",
        "I understand. Who else looks at this before it is signed?",
        "And what are the auditors asking for?",
        "Makes sense. You have two-factor sign-in and an audit log for 30 days, and I will send you the report on how "
        "the data is kept.",
        "For the 235 seats I have $62,000 a year.",
        "If you take 24 months I can do $61,200 and put the admin training in, so that the new people start well.",
        "I hear you. $60,400 with the training, the 24 months and the next increase capped at 5 %, if you would give "
        "us a reference call.",
        "$59,600 with all of that. Does that work for you?",
        "$59,000 with all of that, and I send the order form today.",
        "Deal.",
    ),
    "quoting_at_once": (
        "Hi Zoltan, it's $18,400 for the year.",
        "I can do 17,400.",
        "16,400?",
        "15,900, my last one.",
        "15,500 then. Can you sign?",
        "I'll send the contract to your legal team today, and we talk on Friday.",
        "OK, deal.",
    ),
    "trading": (
        "Good to see you, Jonas. What is the plan for next year, more people or fewer?",
        "OK. And what do you hold us against?",
        "Fair enough. What does a migration cost you, in weeks, if you ever did it?",
        "I get it. Business gives you the dashboards and single sign-on, and it answers within four office hours.",
        "It is $85,000 for the year.",
        "What if we look at 24 months?",
        "If you commit to 24 months I can go to $81,500, and you pay net 45.",
        "$79,000 for 24 months, net 45, if you do a case study with us.",
        "$77,800 with all of that, because a case study is worth that to us.",
        "Shall we write it up?",
        "$76,500 with all of that, and that is where I stop.",
        "Deal.",
    ),
    "walking_away": (
        "Good morning. What matters most to you in this renewal?",
        "I see. What have you set aside for it?",
        "We are at $36,000 for the seats that you have.",
        "I understand the budget. If you drop 15 seats, I can do $32,800.",
        "$31,500 is as low as I can go without losing money on it.",
        "I cannot go lower. If that does not work, I would rather we part as friends.",
        "Then let's leave it there. Thank you for your time.",
    ),
    "with_finance": (
        "Hello Imani. What brought the outage home to you, on the day?",
        "I'm sorry about that. It cost you a morning, and you had to hear it from your own people.",
        "You get 99.95 percent uptime in the contract, and a tenth of a month back for each breach.",
        "Who signs this with you?",
        "For the seats that you have it is $53,500 a year.",
        "Shall we call Ottilie on Thursday, and I bring the numbers?",
        "If you take 24 months, I can do $51,000, and the security pack is in.",
        "$49,500 for the 24 months, with net 45, if we can settle it this week.",
        "$48,800 with all of that. Can we sign?",
        "Yes, deal.",
    ),
    "pushing": (
        "Camille, $51,800, and the price goes up on Monday, so decide now.",
        "Everybody else has signed. Take it or leave it.",
        "OK, $49,000, but only today. This is your last chance.",
        "Your vendor list is a joke, they are all worse.",
        "$47,000. Final offer, now or never.",
        "Last chance. Sign today or lose access on Friday.",
    ),
    "by_the_seat": (
        "Morning, Wendell. How many of the seats were used last month?",
        "Understood. It's $44 a seat a month.",
        "How about a 5 % uplift on last year?",
        "A flat renewal, if you go to 24 months.",
        "Knock off another 3 % and you have your price, with premium support in it.",
        "Split the difference?",
        "Can we sign at that?",
        "Deal.",
    ),
    "giving_it_away": (
        "Yara, I want to make this easy: $94,000, premium support, the training, the increase capped at 3 % and net "
        "60, all in.",
        "And I can drop another thousand. $93,000.",
        "Is that a yes?",
        "Deal.",
    ),
    "bluffing": (
        "Hi. It never goes down, you know, 100 percent uptime, guaranteed.",
        "Our competitor is going out of business, I would not touch them.",
        "The list price is $47,700 and nobody gets less.",
        "Fine, $45,500.",
        "My boss said $44,000, because of the long term that you would give us.",
        "$43,000 with the training, if it helps with the rest of the organization.",
        "What would you need to see before you can sign?",
        "Let's call Marguerite together on Wednesday.",
        "$42,500. Shall we sign?",
        "OK, deal.",
    ),
    "hardly_a_word": ("hi", "42,000", "ok", "hm", "41,000", "yes", "40,500", "deal", "call legal", "deal"),
}

SEEDS: dict[str, int] = {
    "patient": 3,
    "quoting_at_once": 1,
    "trading": 7,
    "walking_away": 10,
    "with_finance": 5,
    "pushing": 8,
    "by_the_seat": 9,
    "giving_it_away": 11,
    "bluffing": 1024,
    "hardly_a_word": 22,
}


def holding(story: str) -> Callable[[Negotiation], str | None]:
    """A rep who says the lines of that story, one after the other."""
    lines = LINES[story]

    def rep(negotiation: Negotiation) -> str | None:
        said = sum(line.side == "rep" for line in negotiation.lines)
        return lines[said] if said < len(lines) else None

    return rep
