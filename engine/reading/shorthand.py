"""How people write numbers in haste: misspelt, in slang, and with their hundreds written together."""

NUMBER_SPELLINGS = {
    "fiddy": "fifty", "fitty": "fifty", "hunnid": "hundred", "hunna": "hundred", "thre": "three", "fivety": "fifty",
    "fourtey": "forty", "ninty": "ninety", "nintey": "ninety", "eigth": "eight", "eigthy": "eighty",
    "twenny": "twenty", "tweny": "twenty", "thirdy": "thirty", "thiry": "thirty", "sevent": "seventy",
    "twelv": "twelve", "hundrad": "hundred", "hunned": "hundred", "hunnit": "hundred", "hunnert": "hundred",
    "hundo": "hundred", "hunderd": "hundred", "hundered": "hundred", "hundret": "hundred", "hundreds": "hundred",
    "benjamin": "hundred", "benjamins": "hundred", "thou": "thousand", "thousend": "thousand", "thousant": "thousand",
    "tousand": "thousand", "gs": "grand",
}  # fmt: skip
"""What each stands for."""

COUNTS = frozenset(
    {
        "a", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "fifteen", "twenty", "thirty",
    }
)  # fmt: skip
"""Counts that some write together with their "hundred" or "thousand"."""
