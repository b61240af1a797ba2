"""What pupils type: the code of a class, a name, and the three words by which they come back.

A code leaves out letters and figures that are taken for one another, and vowels, so that it spells no word. The words
are not kept: they are made of the server's secret and the pupil, whenever they are shown or asked for.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import unicodedata

from webapp.faults import BadNickname
from webapp.teaching.classes import Pupil

CODE_LENGTH = 6
LONGEST_NAME = 30
_SIGNATURE = 32
"""So many letters of a signature stand in a link."""
_CODE = "CDFHJKMNPRTVWXY34679"
_WORDS = """
amber anchor apple arrow autumn badge bamboo basket beacon berry bottle branch bridge bronze bucket butter
button cabin candle canoe carpet castle cedar cherry circle cloud clover cobalt comet copper coral cotton
crystal daisy desert diamond dragon drum eagle earth ember falcon feather fern fiddle forest fossil garden
garlic ginger globe granite hammer harbour hazel honey island ivory jacket jigsaw kettle ladder lagoon lantern
lemon linen magnet maple marble meadow mirror mosaic mountain needle nickel oasis ocean olive orange orchid
paddle paper pebble pepper piano pillow planet pocket poplar rabbit ribbon river rocket saddle saffron silver
summer sunset thunder timber tulip tunnel turtle valley velvet violet walnut willow window winter
"""
_MANNERS = """
Brave Bright Calm Careful Cheerful Clever Curious Eager Fair Gentle Glad Honest Jolly Keen Kind Lively Lucky
Merry Neat Nimble Patient Proud Quick Quiet Ready Sharp Shy Silent Smart Sunny Swift Thoughtful Tidy Wise Witty
"""
_ANIMALS = """
Badger Beaver Bee Crane Cricket Deer Dolphin Duck Finch Fox Gecko Goose Hare Hedgehog Heron Ibis Jackdaw
Kingfisher Koala Lark Lynx Magpie Mole Moth Newt Otter Owl Panda Penguin Puffin Quail Raven Robin Salmon Seal
Sparrow Squirrel Stork Swan Tern Toad Trout Turtle Vole Wren Zebra
"""


def make_code() -> str:
    """A code for a class."""
    return "".join(secrets.choice(_CODE) for _ in range(CODE_LENGTH))


def show_code(code: str) -> str:
    """The code as it is read aloud.

    >>> show_code("KTX4M9")
    'KTX 4M9'
    """
    return f"{code[:3]} {code[3:]}" if code else ""


def read_code(typed: str) -> str:
    """The code that was typed, however it was written; what can be none is empty.

    >>> read_code(" ktx-4m9 ")
    'KTX4M9'
    """
    plain = unicodedata.normalize("NFKC", typed[:60]).upper()
    kept = "".join(letter for letter in plain if letter.isalnum())
    return kept if len(kept) == CODE_LENGTH and set(kept) <= set(_CODE) else ""


def give_name() -> str:
    """A name for somebody who chose none."""
    return f"{secrets.choice(_MANNERS.split())} {secrets.choice(_ANIMALS.split())}"


def read_name(typed: str) -> str:
    """The name that was typed, without what cannot be seen; empty where none was."""
    name = " ".join("".join(letter if letter.isprintable() else " " for letter in typed[:500]).split())
    if len(name) > LONGEST_NAME:
        raise BadNickname(f"A name has up to {LONGEST_NAME} characters. Choose a shorter one.")
    return name


def make_words(secret: str, pupil: Pupil) -> str:
    """The three words by which a pupil comes back."""
    message = f"pupil\0{pupil.id}\0{pupil.words}".encode()
    number = int.from_bytes(hmac.new(secret.encode(), message, hashlib.sha256).digest()[:8])
    words, parts = _WORDS.split(), []
    for _ in range(3):
        number, place = divmod(number, len(words))
        parts.append(words[place])
    return " ".join(parts)


def sign_sheet(secret: str, pupil: Pupil) -> str:
    """By which a link opens the sheet of a pupil; new words end it."""
    message = f"sheet\0{pupil.id}\0{pupil.words}".encode()
    return hmac.new(secret.encode(), message, hashlib.sha256).hexdigest()[:_SIGNATURE]


def read_words(typed: str) -> str:
    """The words that were typed, however they were written.

    >>> read_words("Amber-Otter,  maple")
    'amber otter maple'
    """
    plain = "".join(letter if letter.isalpha() else " " for letter in typed[:200].casefold())
    return " ".join(plain.split())
