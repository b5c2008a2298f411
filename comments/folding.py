"""Names and texts as a reader's eye takes them: two that look the same become the same."""

import re
import unicodedata

# Letters of other alphabets, and figures, that pass for a Latin letter (Unicode TR39 has the long list).
LETTERS = {
    **dict(zip("авекмнорстухіјѕԁԛԝһӏ", "abekmhopctyxijsdqwhl", strict=True)),  # Cyrillic
    **dict(zip("αβεικνορτυχωϲ", "abeikvoptuxwc", strict=True)),  # Greek
    **dict(zip("օսհոցզյ", "ouhngqj", strict=True)),  # Armenian
    **dict(zip("ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "abcdefghijklmnoprstuvwxyz", strict=True)),  # Lisu
    **dict(zip("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "abcdeghjklmprstvwz", strict=True)),  # Cherokee
    **dict(zip("ᗩᗷᑕᗪᖴᒍᒪᗰᑎᑭᖇᔕᑌᐯᗯ", "abcdfjlmnprsuvw", strict=True)),  # Canadian syllabics
    **dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)),  # small capitals
    **dict(zip("łøđħŧɓɗƙŋɛɔ", "lodhtbdkneo", strict=True)),
    # White on black, and the letters of flags.
    **{chr(first + place): chr(97 + place) for first in (0x1F150, 0x1F170, 0x1F1E6) for place in range(26)},
    "ı": "i",
    "ß": "ss",
    "ĳ": "ij",
}
FIGURES = dict(zip("013457|$€@", "oleastlsea", strict=True))
# Two letters that look like one.
PAIRS = (("vv", "w"), ("rn", "m"))
# What is drawn as nothing and is no format character: joiners and selectors of variants, and letters that only fill.
UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
IN_TEXT = str.maketrans(LETTERS)
IN_NAMES = str.maketrans(LETTERS | FIGURES)


def fold_name(name: str) -> str:
    """``name`` without accents, capitals, spaces and marks, in Latin letters: “ＬSА Bеwoners” is “lsabewoners”."""
    plain = unicodedata.normalize("NFKD", without_invisible(name)).casefold().translate(IN_NAMES)
    # A capital i and a small l are the same stroke.
    folded = "".join(letter for letter in plain if letter.isalnum()).replace("i", "l")
    for pair, single in PAIRS:
        folded = folded.replace(pair, single)
    return folded


def fold_text(text: str) -> str:
    """``text`` in small Latin letters without accents, with one space between words: for lists of words."""
    plain = unicodedata.normalize("NFKD", without_invisible(text)).casefold().translate(IN_TEXT)
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())


def without_invisible(text: str) -> str:
    """``text`` without what splits a word unseen: soft hyphens, joiners, marks of direction, variants, fillers."""
    return UNSEEN.sub("", "".join(letter for letter in text if unicodedata.category(letter) != "Cf"))


def without_towers(text: str, *, most: int) -> str:
    """``text`` with at most ``most`` marks on one letter: towers of them cover the lines above and below."""
    marks = "".join(letter if unicodedata.combining(letter) else " " for letter in text)
    tower = re.compile(rf"[^ ]{{{most + 1}}}")
    return "".join(
        letter
        for place, letter in enumerate(text)
        if not tower.fullmatch(marks[max(place - most, 0) : place + 1])
    )
