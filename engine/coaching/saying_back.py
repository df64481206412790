"""What they said, as somebody says it back to them: "You put two bikes on it and get out of town."

Said back from the other side of the table, "I" is "you". A sentence that speaks to the rep cannot be turned round so
simply, and nothing is said back of it.
"""

import re

from engine.scoring.content import content

LONGEST = 22
"""Words of a sentence that one says back; of a longer one it is the part before its first comma."""
FEW = 8
"""Words that are said back whole."""

_SENTENCE = re.compile(r"[^.?!…]+(?:[.?!](?=\S)[^.?!…]+)*[.?!…]*")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_FIGURE = re.compile(r"\d")
_SPEAKS_TO_THE_REP = re.compile(r"\b(?:you|your|yours|yourself|please)\b", re.IGNORECASE)
_WAS = re.compile(r"\b(I|we)( was| wasn['’]t)\b", re.IGNORECASE)
_MIRRORED = {
    "i": "you", "we": "you", "me": "you", "us": "you", "my": "your", "our": "your", "mine": "yours", "ours": "yours",
    "am": "are", "myself": "yourself", "ourselves": "yourselves", "i'm": "you're", "we're": "you're", "i've": "you've",
    "we've": "you've", "i'd": "you'd", "we'd": "you'd", "i'll": "you'll", "we'll": "you'll",
}  # fmt: skip
_ASIDE = re.compile(
    r"^(?:but|honestly|frankly|sure|well|oh|look|hello|hi|thanks|sorry|to be (?:honest|fair)|i'm afraid|you see)[,:]? ",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r", (?:though|i'm afraid|you know|frankly|honestly|sorry|to be (?:fair|honest)|mind you|i think|i suppose)$",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(r"^(?:i|we) (?:\w+)(?: \w+)?\W*$", re.IGNORECASE)
"""What adds nothing: "I checked.", "I mean it."."""
_NO = re.compile(r"^(?:no|none|nothing|nobody|not|never|me|only me|yes)\b", re.IGNORECASE)


def said_back(words: str) -> str:
    """What they said in a few words, else the sentence of it that tells most, said back; empty where none can be."""
    told = [_plain(sentence) for sentence in _SENTENCE.findall(words) if _is_told(sentence.strip())]
    spoken = [plain for plain in told if plain and not _SPEAKS_TO_THE_REP.search(plain)]
    if not spoken:
        return ""
    is_short = len(" ".join(spoken).split()) <= FEW and all(map(_weight, spoken))
    chosen = spoken if is_short else [max(spoken, key=_weight)]
    back = " ".join(f"{_from_the_other_side(_shortened(each))}." for each in chosen)
    return f"You said {back}" if back.startswith("$") else back


def _is_told(sentence: str) -> bool:
    return bool(sentence) and not sentence.endswith("?") and not _OF_ITSELF.match(sentence)


def _plain(sentence: str) -> str:
    return _TAIL.sub("", _ASIDE.sub("", sentence.strip().rstrip(".!… ")))


def tells_nothing(words: str) -> bool:
    """Whether there is nothing in the words to take up: "No date.", "Me."."""
    return bool(_NO.match(words.strip())) and _weight(words) < 2


def _weight(sentence: str) -> int:
    return len(content(sentence)) + len(_FIGURE.findall(sentence))


def _shortened(sentence: str) -> str:
    return sentence if len(sentence.split()) <= LONGEST else sentence.partition(",")[0]


def _from_the_other_side(sentence: str) -> str:
    turned = _WAS.sub(lambda found: found[1] + found[2].replace("was", "were"), sentence)
    turned = _WORD.sub(lambda found: _mirrored(found.group()), turned)
    return turned[:1].upper() + turned[1:]


def _mirrored(word: str) -> str:
    return _MIRRORED.get(word.lower().replace("’", "'"), word)
