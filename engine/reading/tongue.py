"""Whether a message is in a language that the reader does not know."""

import re

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_FEWEST = 3
"""Words from which a message can be told to be in another language."""
_ENGLISH = frozenset(
    re.findall(
        r"\S+",
        """
        the an is are were be been it its this that these those i'm i we you he she they my your our us them his
        her their to of for and but or if with from by about up down out off over not yes ok okay have has had got get
        do does did can could will would should shall may might must let let's what why how which who where when there
        here just only all any some more most very than then now today please thanks thank sorry good great fine deal
        price offer seat seats year years month months day week want need like think know see say tell take give make
        go put sign pay buy sell help call it's that's you're we're i'll we'll don't can't
        """,
    )
)
_ELSEWHERE = frozenset(
    re.findall(
        r"\S+",
        """
        es el la las los de del que una por para su muy usted hola buenos buenas gracias precio cuanto
        der das und ist nicht ich sie wie bitte guten danke wir haben ein eine mit
        le les et est vous je pas bonjour merci nous avec une des
        il che sono grazie ciao buongiorno questo quanto voi
        uma voce obrigado bom dia nao het een niet dank goed
        """,
    )
)
"""Small words of languages that a rep may try; those that are English too are left out."""


def is_foreign(text: str) -> bool:
    """Whether the message has several words, none of them plainly English and one plainly of another language."""
    words = _WORD.findall(text.lower().replace("\u2019", "'"))
    if len(words) < _FEWEST or not _ENGLISH.isdisjoint(words):
        return False
    return not _ELSEWHERE.isdisjoint(words) or any(not word.isascii() for word in words)
