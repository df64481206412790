"""How a line was read, in words for people: what it did, and the amounts in it with how firmly they stand."""

from collections.abc import Iterator, Mapping

from engine.reading.reading import Act, Modality, ReadAct, Reading, ReadOffer
from engine.scenario.scenario import IssueKind, Scenario, Topic
from engine.strict.wording import amount_in_words
from engine.terms.money import format_money

NOTHING_READ = "nothing that it could place"

ACTS: Mapping[Act, str] = {
    Act.GREET: "greets",
    Act.RAPPORT: "is friendly",
    Act.ASK_AFTER: "asks how they are",
    Act.CHAT: "chats",
    Act.ASK_OPEN: "asks an open question",
    Act.ASK_CLOSED: "asks a yes-or-no question",
    Act.FOLLOW_UP: "follows an answer up",
    Act.PRESENT: "presents",
    Act.CLAIM: "makes a claim",
    Act.QUOTE: "names a price",
    Act.COUNTER: "makes a counter-offer",
    Act.CONCEDE: "gives way",
    Act.PACKAGE: "offers a package",
    Act.TRADE_OFFER: "offers for the trade-in",
    Act.FINANCE_OFFER: "offers terms of payment",
    Act.ADD_ON: "adds something",
    Act.CONDITIONAL_TODAY: "asks for something in return",
    Act.NEXT_STEP: "proposes a next step",
    Act.PRESSURE: "presses",
    Act.DENIGRATE: "talks something down",
    Act.APOLOGISE: "apologises",
    Act.COMPLAIN: "complains",
    Act.ACKNOWLEDGE: "acknowledges",
    Act.ASK_SALE: "asks for the deal",
    Act.ASK_OFFER: "asks for an offer",
    Act.ASK_LEAVE: "asks whether to stop",
    Act.INVITE_DOUBT: "asks what is in the way",
    Act.ASK_AGAIN: "asks to hear it again",
    Act.ASK_REASON: "asks for the reason of a number",
    Act.ASK_NEED: "asks what a yes would take",
    Act.ASK_CHOICE: "asks which offer they prefer",
    Act.ACCEPT: "accepts",
    Act.REJECT: "turns down",
    Act.WALK: "walks away",
    Act.ASK_TIME: "asks for time",
    Act.SUMMARY: "sums up",
    Act.OFF_TOPIC: "speaks of something else",
    Act.INSULT: "insults",
    Act.INJECTION: "tries to give orders to the program",
}
MODALITIES: Mapping[Modality, str] = {
    Modality.FIRM: "firm, it binds",
    Modality.CONDITIONAL: "binds under a condition",
    Modality.PROBE: "a probe, binds nobody",
    Modality.ECHO: "on the table already, said again",
    Modality.REJECTED: "named to be refused",
}


def acts_in_words(scenario: Scenario, reading: Reading) -> str:
    """`greets, asks an open question (what it is for)`; each once, in the order of the text."""
    words = dict.fromkeys(_act(scenario, act) for act in reading.acts)
    return ", ".join(words) or NOTHING_READ


def amounts_in_words(scenario: Scenario, reading: Reading) -> tuple[str, ...]:
    """`Price $34,900 (firm, it binds)`, one for each amount, and what the counterpart would ask about.

    Packages to choose from are told one by one instead: `A: Price $34,900, Mats in the deal (one to choose from)`.
    """
    return tuple(_amounts(scenario, reading))


def _act(scenario: Scenario, read: ReadAct) -> str:
    if read.topic is None:
        return ACTS[read.act]
    return f"{ACTS[read.act]} ({topic_in_words(scenario, read.topic)})"


def topic_in_words(scenario: Scenario, topic: Topic) -> str:
    """What a topic is called: as the trade's people do where they have a name for it, else as the pack spells it."""
    names: dict[str, str] = {issue.id: issue.label for issue in scenario.issues}
    names |= {inquiry.topic: inquiry.label for inquiry in scenario.inquiries}
    return names.get(topic, topic.replace("_", " ")).lower()


def _amounts(scenario: Scenario, reading: Reading) -> Iterator[str]:
    packages = reading.packages if len(reading.packages) > 1 else ()
    for package in packages:
        held = ", ".join(_amount(scenario, offer) for offer in package.offers)
        yield f"{f'{package.name}: ' if package.name else ''}{held} (one to choose from)"
    told = {offer.span for package in packages for offer in package.offers}
    for offer in reading.offers:
        if offer.span not in told:
            yield f"{_amount(scenario, offer)} ({MODALITIES[offer.modality]})"
    for doubt in reading.doubts:
        yield f"{format_money(doubt.amount, scenario.currency)}? (cannot be right as it stands)"


def _amount(scenario: Scenario, offer: ReadOffer) -> str:
    issue = scenario.issue(offer.issue)
    match issue.kind:
        case IssueKind.PRICE | IssueKind.MONEY:
            return f"{issue.label} {format_money(offer.amount, scenario.currency)}"
        case IssueKind.FLAG:
            return f"{issue.label} {'in the deal' if offer.amount else 'left out'}"
        case IssueKind.COUNT:
            return f"{issue.label} {amount_in_words(scenario, issue, offer.amount)}"
