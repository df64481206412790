"""How people write words in haste: contractions without their mark, chat spellings, misspelt and slang numbers."""

_WORDS = {
    "cannot": "can not", "cant": "can not", "can't": "can not", "won't": "will not", "wont": "will not",
    "shan't": "shall not", "ain't": "is not", "aint": "is not", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "couldnt": "could not",
    "wouldnt": "would not", "shouldnt": "should not", "havent": "have not", "im": "i am", "ill": "i will",
    "id": "i would", "ive": "i have", "youre": "you are", "youll": "you will", "thats": "that is", "whats": "what is",
    "wats": "what is", "wut": "what", "whos": "who is", "whatcha": "what are you", "lookin": "looking",
    "thinkin": "thinking", "doin": "doing", "drivin": "driving", "goin": "going", "gettin": "getting",
    "tryin": "trying", "ya": "you", "yall": "you", "dunno": "do not know", "w": "with", "w/o": "without",
    "wheres": "where is", "tmrw": "tomorrow", "tmr": "tomorrow", "whens": "when is", "whys": "why is",
    "shes": "she is", "hes": "he is", "theyre": "they are", "thatll": "that will", "itll": "it will",
    "wasn": "was not", "hows": "how is", "its": "it is", "theres": "there is", "lets": "let us", "let's": "let us",
    "gonna": "going to", "wanna": "want to", "gotta": "have to", "gimme": "give me", "lemme": "let me", "u": "you",
    "ur": "your", "r": "are", "okay": "ok", "okey": "ok", "oke": "ok", "k.": "ok", "yea": "yes", "yeah": "yes",
    "yep": "yes", "yup": "yes", "nope": "no", "nah": "no", "pls": "please", "plz": "please", "thx": "thanks",
    "tho": "though", "thru": "through", "wld": "would", "wud": "would", "woud": "would", "cld": "could",
    "cud": "could", "coud": "could", "shld": "should", "werent": "were not", "hadnt": "had not", "bout": "about",
    "abt": "about", "n": "and", "rn": "right now", "prolly": "probably", "cuz": "because", "bc": "because",
    "wat": "what", "nxt": "next",
    "wen": "when", "dnt": "do not", "nt": "not", "thn": "than", "bt": "but", "tht": "that",
    "rite": "right", "sed": "said", "srry": "sorry", "sry": "sorry", "hw": "how", "gd": "good",
    "nuthin": "nothing", "nothin": "nothing",
}  # fmt: skip
_NUMBERS = {
    "fiddy": "fifty", "fitty": "fifty", "hunnid": "hundred", "hunna": "hundred", "thre": "three", "fivety": "fifty",
    "fourtey": "forty", "ninty": "ninety", "nintey": "ninety", "eigth": "eight", "eigthy": "eighty",
    "twenny": "twenty", "tweny": "twenty", "thirdy": "thirty", "thiry": "thirty", "sevent": "seventy",
    "twelv": "twelve", "hundrad": "hundred", "hunned": "hundred", "hunnit": "hundred", "hunnert": "hundred",
    "hundo": "hundred", "hunderd": "hundred", "hundered": "hundred", "hundret": "hundred", "hundreds": "hundred",
    "benjamin": "hundred", "benjamins": "hundred", "thou": "thousand", "thousend": "thousand", "thousant": "thousand",
    "tousand": "thousand", "gs": "grand",
}  # fmt: skip

WRITTEN_SHORT = {**_WORDS, **_NUMBERS}
"""What each stands for, one word or several."""

COUNTS = frozenset(
    {
        "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "fifteen", "twenty", "thirty",
    }
)  # fmt: skip
"""Counts that some write together with their "hundred" or "thousand"."""
