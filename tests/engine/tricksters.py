"""Reps who play for the score instead of the deal, and honest ones beside whom they are to stay small."""

from engine.negotiation.negotiation import Negotiation
from tests.engine.reps import QUESTIONS, Rep, _asks, _price, _said, _their_surplus

STROKES = "I understand, that makes sense. So what you are saying is that you want a fair price."

NODS = (
    "I hear you.", "I understand completely.", "That makes total sense.", "Fair enough, absolutely.",
    "I see where you are coming from.", "Understood, and noted.", "I get that, I really do.", "Of course, of course.",
    "That is a fair point.", "I appreciate that very much.", "You are right.", "Totally understandable.",
    "Got it, thank you.", "I can see why.",
)  # fmt: skip


def decent(negotiation: Negotiation) -> str | None:
    """An honest rep in the first year: three questions, a price that leaves room, four steps, one extra, the close."""
    turn = _said(negotiation)
    opening = QUESTIONS[:3]
    script = (
        f"I see. It has the full service book and a clean title. It is {_asks(negotiation, 90)}.",
        f"I hear you. If we can settle this week, I can do {_asks(negotiation, 65, 1)} with the mats.",
        f"{_asks(negotiation, 48, 1)} with the mats, because you moved too. Would that work?",
        f"{_asks(negotiation, 38, 1)} with the mats, and we can call whoever decides with you now. Deal?",
    )
    if turn < len(opening):
        return opening[turn]
    if turn < len(opening) + len(script):
        return script[turn - len(opening)]
    if _their_surplus(negotiation) > 0:
        return "Deal."
    late = turn - len(opening) - len(script)
    return f"{_asks(negotiation, max(10, 30 - 6 * late), 1)} with the mats. Shall we sign?" if late < 6 else None


def raising(negotiation: Negotiation) -> str | None:
    """Raises its own price first, to be seen coming down from it ever after."""
    turn = _said(negotiation)
    climb = (100, 130, 170, 220)
    if turn < len(climb):
        return f"It is {_asks(negotiation, climb[turn])}."
    down = (160, 120, 90, 70, 56, 46, 39, 34, 30, 27, 25)
    step = turn - len(climb)
    if step >= len(down):
        return "Deal." if _their_surplus(negotiation) > 0 else None
    return f"Because you moved, if we sign today, {_asks(negotiation, down[step])} with the mats. Deal?"


def chatting(negotiation: Negotiation) -> str | None:
    """Endless small talk and understanding, then takes what there is."""
    turn = _said(negotiation)
    talk = ("How was your weekend?", "Thank you for coming in, I really appreciate it.", STROKES, "How are the kids?")
    if turn < 16:
        return talk[turn % len(talk)]
    return f"{_asks(negotiation, 30)}. Deal?" if _their_surplus(negotiation) <= 0 else "Deal."


def spamming(negotiation: Negotiation) -> str | None:
    """Asks everything at once in every line, answers nothing, and gives the price away at the end."""
    turn = _said(negotiation)
    everything = " ".join(QUESTIONS)
    if turn < 8:
        return everything
    return f"{everything} {_asks(negotiation, max(0, 100 - 25 * (turn - 8)))}?" if turn < 14 else "Deal."


def crumbling(negotiation: Negotiation) -> str | None:
    """Splits one concession into crumbs, each with a reason and smaller than the last."""
    turn = _said(negotiation)
    if turn == 0:
        return f"It is {_asks(negotiation, 60)}."
    crumbs = sum(max(5, 60 - 4 * step) for step in range(turn))
    price = _price(negotiation, 60) - crumbs
    return f"Because you moved, if we sign today, I can do {price:,}." if turn < 40 else "Deal."


def parroting(negotiation: Negotiation) -> str | None:
    """Says it all back in every line, and lets the price go."""
    turn = _said(negotiation)
    heard = negotiation.last_heard.split(".")[0][:80]
    if turn < 6:
        return f"I understand. So you say: {heard}. That makes sense."
    return f"I understand: {heard}. {_asks(negotiation, max(0, 80 - 20 * (turn - 6)))}?" if turn < 12 else "Deal."


def nodding(negotiation: Negotiation) -> str | None:
    """Understands everything in ever new words, picks up nothing, and takes what there is."""
    turn = _said(negotiation)
    if turn < len(NODS):
        return f"{NODS[turn]} {_asks(negotiation, 60)}." if turn == 4 else NODS[turn]
    return "Deal." if _their_surplus(negotiation) > 0 else f"{_asks(negotiation, 30)}. Deal?"


def stuffing(negotiation: Negotiation) -> str | None:
    """Puts the words of every check into every line."""
    turn = _said(negotiation)
    stuffed = (
        "I understand, thank you. What matters most to you? Because it has the full service book, if you can decide "
        "this week, in return"
    )
    price = _asks(negotiation, max(2, 100 - 14 * turn), 2)
    return f"{stuffed}, {price} with the mats and the warranty. Shall we sign?" if turn < 14 else "Deal."


def folding(negotiation: Negotiation) -> str | None:
    """All the questions, then whatever they offer."""
    turn = _said(negotiation)
    if turn < len(QUESTIONS):
        return QUESTIONS[turn]
    return "What price did you have in mind? Make me an offer." if negotiation.counterpart_terms is None else "Deal."


def leaving(negotiation: Negotiation) -> str | None:
    """Quotes, hears a price, and leaves as if no deal were to be had."""
    turn = _said(negotiation)
    if turn < 2:
        return ("What brings you in?", f"It is {_asks(negotiation, 110)}.")[turn]
    return "I am afraid we are too far apart, I have to walk away." if turn < 4 else None


def giving(negotiation: Negotiation) -> str | None:
    """Asks what matters, then gives every extra at the limit for the value that it creates."""
    turn = _said(negotiation)
    if turn < 4:
        return QUESTIONS[turn]
    offer = f"{_asks(negotiation, 1, 3)} with the mats, the warranty and home delivery. Deal?"
    return offer if turn < 9 else ("Deal." if turn < 12 else None)


HONEST: dict[str, Rep] = {"decent": decent}
TRICKSTERS: dict[str, Rep] = {
    rep.__name__: rep
    for rep in (raising, chatting, spamming, crumbling, parroting, nodding, stuffing, folding, leaving, giving)
}
