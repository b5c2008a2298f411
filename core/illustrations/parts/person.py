"""Who a drawn person is: skin, hair and clothes."""

from dataclasses import dataclass, replace
from random import Random

from ..mood import Mood
from ..palette import (
    BRICK,
    GREEN,
    HAIRS,
    INK,
    INK_SOFT,
    OCHRE,
    ROSE,
    SAND_DEEP,
    SKINS,
    SKY,
    SLATE,
    TEAL,
    TILE,
    VIOLET,
    Hue,
)

HAIRSTYLES = ("short", "bob", "long", "bun", "afro", "bald", "curls", "scarf", "cap", "tail", "side")
_BOTTOMS = ("trousers", "trousers", "skirt", "coat", "dress")
#: Styles that go with trousers or a coat here, and with a beard now and then.
_PLAIN_STYLES = ("bald", "cap", "short", "side")
_TOPS: tuple[Hue, ...] = (BRICK, OCHRE, GREEN, TEAL, SKY, VIOLET, ROSE, TILE)
_LEGS = (INK, INK_SOFT, SLATE, SAND_DEEP, TEAL.deep, VIOLET.deep, BRICK.deep)


@dataclass(frozen=True)
class Person:
    """One person's looks. ``bottom`` is trousers, skirt, dress, coat or nothing; ``extra`` is glasses, beard
    or nothing, ``pattern`` is what is on the top: stripes, dots, an apron, a bib or nothing."""

    skin: str
    hair: str
    style: str
    top: Hue
    legs: str
    bottom: str = "trousers"
    extra: str = ""
    pattern: str = ""


def someone(rng: Random, mood: Mood) -> Person:
    """Return a passer-by drawn from ``rng``, now and then dressed in the leading hues of ``mood``."""
    skin = rng.choice(SKINS)
    dark = SKINS.index(skin) >= 3
    hair = rng.choice(HAIRS[:2] if dark else HAIRS)
    if rng.random() < 0.14:
        hair = HAIRS[-1]
    style = rng.choice([style for style in HAIRSTYLES if style != "afro" or dark])
    bottom = rng.choice(("trousers", "trousers", "coat") if style in _PLAIN_STYLES else _BOTTOMS)
    extra = rng.choice(("", "", "glasses"))
    if style in _PLAIN_STYLES and bottom == "trousers" and rng.random() < 0.4:
        extra = "beard"
    top = rng.choice(mood.hues) if rng.random() < 0.45 else rng.choice(_TOPS)
    pattern = rng.choice(("", "", "stripes", "dots", "bib")) if bottom == "trousers" else ""
    return Person(skin, hair, style, top, rng.choice(_LEGS), bottom, extra, pattern)


def as_child(person: Person) -> Person:
    """Return a child with the colours of ``person``: never bald, grey or bearded."""
    style = {"bald": "short", "side": "tail", "bun": "tail"}.get(person.style, person.style)
    hair = HAIRS[1] if person.hair == HAIRS[-1] else person.hair
    return replace(person, style=style, hair=hair, extra="")


def seatable(person: Person) -> Person:
    """Return ``person`` with a coat or dress drawn to the waist only, as it falls when sitting down."""
    return replace(person, bottom="")


def _restyled(person: Person, style: str) -> Person:
    """Return ``person`` with another hairstyle, and clothes and beard that suit it."""
    if style in _PLAIN_STYLES:
        bottom = "coat" if person.bottom == "coat" else "trousers"
        return replace(person, style=style, bottom=bottom)
    return replace(person, style=style, extra="" if person.extra == "beard" else person.extra)


def company(rng: Random, mood: Mood, count: int) -> list[Person]:
    """Return ``count`` people who differ: neighbours share no skin tone, hairstyle or top."""
    people: list[Person] = []
    styles = rng.sample(HAIRSTYLES, len(HAIRSTYLES))
    skins = rng.sample(SKINS, len(SKINS))
    for index in range(count):
        person = someone(rng, mood)
        skin = skins[index % len(skins)]
        style = styles[index % len(styles)]
        hair = rng.choice(HAIRS[:2]) if SKINS.index(skin) >= 3 and person.hair != HAIRS[-1] else person.hair
        tops = [top for top in (*mood.hues, *_TOPS) if not people or top != people[-1].top]
        people.append(replace(_restyled(person, style), skin=skin, hair=hair, top=rng.choice(tops)))
    return people
