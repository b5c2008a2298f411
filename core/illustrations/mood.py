"""The light of a scene: time of day, weather and leading colour, chosen once and shared by every part."""

from dataclasses import dataclass, replace
from random import Random

from .palette import CREAM, GREEN, HUES, INK, OCHRE, PAPER, ROSE, SKY, SLATE, STONE, TEAL, VIOLET, Hue


@dataclass(frozen=True)
class Light:
    """One kind of sky, and what it does to windows (``lit``: the share of windows with the lamp on)."""

    name: str
    top: str
    low: str
    sun: str
    cloud: str
    far: str
    glass: str
    lit: float
    water: Hue


MORNING = Light("morning", OCHRE.tint, PAPER, OCHRE.light, PAPER, ROSE.light, SLATE, 0.1, TEAL)
DAY = Light("day", SKY.light, SKY.tint, OCHRE.light, PAPER, TEAL.light, SLATE, 0.0, TEAL)
EVENING = Light("evening", VIOLET.light, ROSE.light, OCHRE.tint, ROSE.tint, VIOLET.base, INK, 0.6, VIOLET)
SUNSET = Light("evening", ROSE.light, OCHRE.tint, PAPER, ROSE.tint, ROSE.base, INK, 0.5, SKY)
RAIN = Light("rain", TEAL.tint, CREAM, CREAM, PAPER, STONE, SLATE, 0.35, GREEN)

LIGHTS: tuple[Light, ...] = (MORNING, DAY, EVENING, SUNSET, RAIN)

#: How often each of ``LIGHTS`` falls on a scene, unless the scene says otherwise.
ANY_TIME = (4, 5, 2, 1, 1)
MOSTLY_EVENING = (1, 2, 4, 3, 0)
DRY = (4, 5, 2, 1, 0)

#: Two hues that sit well beside each leading hue.
_COMPANIONS = {
    "brick": ("teal", "ochre"),
    "ochre": ("teal", "rose"),
    "green": ("rose", "ochre"),
    "teal": ("ochre", "brick"),
    "sky": ("ochre", "rose"),
    "violet": ("ochre", "teal"),
    "rose": ("teal", "ochre"),
}


@dataclass(frozen=True)
class Mood:
    """What a scene module needs to know: the light, the leading hue and two that go with it."""

    light: Light
    hue: Hue
    accents: tuple[Hue, Hue]

    @property
    def hues(self) -> tuple[Hue, Hue, Hue]:
        """The leading hue followed by its two companions."""
        return (self.hue, *self.accents)


def chance(seed: int | str) -> Random:
    """Return a generator that is the same on every machine for a seed, and for a number and its digits."""
    return Random(str(seed))  # noqa: S311 - chance for pictures, not for secrets


def choose_mood(rng: Random, hue: str | None, odds: tuple[int, ...] = ANY_TIME) -> Mood:
    """Return a mood drawn from ``rng``; ``hue`` (a key of ``HUES``) fixes the leading hue when given.

    ``odds`` weighs the kinds of light, in the order of ``LIGHTS``. A morning sky takes the tint of the hue.
    """
    # Drawn even when a hue is given, so that the hue changes the colours of a seed and not its composition.
    drawn = rng.choice(sorted(HUES))
    key = hue or drawn
    light = rng.choices(LIGHTS, weights=odds)[0]
    if light is MORNING:
        light = replace(light, top=HUES[key].tint, far=HUES[key].light)
    first, second = _COMPANIONS[key]
    return Mood(light, HUES[key], (HUES[first], HUES[second]))
