"""How people write in a chat, and how they slip: each such word with what it stands for."""

from engine.reading.shorthand import NUMBER_SPELLINGS

_SHORT = {
    "cannot": "can not", "cant": "can not", "can't": "can not", "won't": "will not", "wont": "will not",
    "shan't": "shall not", "ain't": "is not", "aint": "is not", "dont": "do not", "doesnt": "does not",
    "didnt": "did not", "isnt": "is not", "arent": "are not", "wasnt": "was not", "couldnt": "could not",
    "wouldnt": "would not", "shouldnt": "should not", "havent": "have not", "im": "i am", "ill": "i will",
    "id": "i would", "ive": "i have", "youre": "you are", "youll": "you will", "thats": "that is",
    "whats": "what is", "wats": "what is", "wut": "what", "whos": "who is", "whatcha": "what are you",
    "lookin": "looking", "thinkin": "thinking", "doin": "doing", "drivin": "driving", "goin": "going",
    "gettin": "getting", "tryin": "trying", "ya": "you", "yall": "you", "dunno": "do not know", "w": "with",
    "w/o": "without", "wheres": "where is", "tmrw": "tomorrow", "tmr": "tomorrow", "whens": "when is",
    "whys": "why is", "shes": "she is", "hes": "he is", "theyre": "they are", "thatll": "that will",
    "itll": "it will", "wasn": "was not", "hows": "how is", "its": "it is", "theres": "there is", "lets": "let us",
    "let's": "let us", "gonna": "going to", "wanna": "want to", "gotta": "have to", "gimme": "give me",
    "lemme": "let me", "u": "you", "ur": "your", "r": "are", "okay": "ok", "okey": "ok", "oke": "ok", "k.": "ok",
    "yea": "yes", "yeah": "yes", "yep": "yes", "yup": "yes", "nope": "no", "nah": "no", "pls": "please",
    "plz": "please", "thx": "thanks", "tho": "though", "thru": "through", "wld": "would", "wud": "would",
    "woud": "would", "cld": "could", "cud": "could", "coud": "could", "shld": "should", "werent": "were not",
    "hadnt": "had not", "bout": "about", "abt": "about", "n": "and", "rn": "right now", "prolly": "probably",
    "cuz": "because", "bc": "because", "wat": "what", "coz": "because", "cos": "because", "wot": "what",
    "wots": "what is", "whn": "when", "hw": "how", "ppl": "people", "thnx": "thanks", "thanx": "thanks",
    "tnx": "thanks", "tks": "thanks", "ty": "thanks", "tysm": "thanks", "sry": "sorry", "soz": "sorry",
    "srry": "sorry", "np": "no problem", "idk": "i do not know", "plss": "please", "plse": "please", "gud": "good",
    "wk": "week", "wks": "weeks", "mth": "month", "mths": "months", "mnth": "month", "yrs": "years",
    "defo": "definitely", "kinda": "kind of", "sorta": "sort of", "outta": "out of", "hafta": "have to",
    "needa": "need to", "tryna": "trying to", "imma": "i will", "whaddya": "what do you", "whaddaya": "what do you",
    "didja": "did you", "d'you": "do you", "y'all": "you", "yous": "you", "yer": "your", "youve": "you have",
    "youd": "you would", "theyll": "they will", "theyve": "they have", "weve": "we have", "usin": "using",
    "buyin": "buying", "sellin": "selling", "tradin": "trading", "askin": "asking", "payin": "paying",
    "comin": "coming", "takin": "taking", "needin": "needing", "wantin": "wanting", "nothin": "nothing",
    "somethin": "something", "anythin": "anything", "bringin": "bringing", "wonderin": "wondering",
    "hopin": "hoping", "plannin": "planning", "sayin": "saying", "makin": "making", "givin": "giving",
    "spendin": "spending", "nxt": "next", "dnt": "do not", "nt": "not", "thn": "than", "bt": "but", "tht": "that",
    "rite": "right", "sed": "said", "gd": "good", "nuthin": "nothing", "c'mon": "come on", "cmon": "come on",
    "lmk": "let me know", "mgr": "manager", "matts": "mats",
}  # fmt: skip
"""Contractions without their apostrophe, chat spellings, endings dropped."""

_SLIPS = {
    "wich": "which", "wen": "when", "wher": "where", "hav": "have", "havin": "having", "hv": "have", "hve": "have",
    "teh": "the", "hte": "the", "adn": "and", "wiht": "with", "wth": "with", "becuase": "because",
    "becasue": "because", "deel": "deal", "dael": "deal", "prise": "price", "pric": "price", "prce": "price",
    "buget": "budget", "budjet": "budget", "bugdet": "budget", "ofer": "offer", "offr": "offer", "qoute": "quote",
    "warrenty": "warranty", "waranty": "warranty", "warantee": "warranty", "delivry": "delivery",
    "delivary": "delivery", "discont": "discount", "monthy": "monthly", "montly": "monthly", "payement": "payment",
    "paymnt": "payment", "paymet": "payment", "intrest": "interest", "finacing": "financing", "finace": "finance",
    "lok": "look", "loking": "looking", "intrested": "interested", "intersted": "interested",
    "reccomend": "recommend", "realy": "really", "definately": "definitely", "agred": "agreed", "acept": "accept",
    "famly": "family", "famliy": "family", "safty": "safety", "saftey": "safety", "realiable": "reliable",
    "reliabilty": "reliability", "milage": "mileage", "seets": "seats", "lisence": "license", "licens": "license",
    "renewl": "renewal", "renwal": "renewal", "suport": "support", "traning": "training", "contrct": "contract",
    "tomoro": "tomorrow", "tomorow": "tomorrow", "tommorow": "tomorrow", "tonite": "tonight", "pleas": "please",
    "importent": "important", "husbend": "husband", "differnce": "difference", "diffrence": "difference",
    "diference": "difference", "differance": "difference", "differece": "difference", "spilt": "split",
    "middel": "middle", "hlafway": "halfway", "halfways": "halfway", "negotaite": "negotiate", "lowset": "lowest",
    "lowets": "lowest", "higest": "highest", "hihgest": "highest", "maximun": "maximum", "minimun": "minimum",
    "percet": "percent", "precent": "percent", "thosand": "thousand", "hunderd": "hundred", "hundered": "hundred",
    "accpet": "accept", "excepted": "accepted", "sugest": "suggest", "aford": "afford", "affort": "afford",
    "seperate": "separate", "seperately": "separately", "deposite": "deposit", "mielage": "mileage",
}  # fmt: skip
"""Words of the trade as they are often misspelled, none of which is a word of its own."""

WRITTEN_OUT = {**_SHORT, **_SLIPS, **NUMBER_SPELLINGS}
