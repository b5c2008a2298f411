"""The light of a scene: time of day, weather and leading colour, chosen once and shared by every part."""

from dataclasses import dataclass
from random import Random

from .palette import CREAM, GREEN, HUES, INK, OCHRE, PAPER, ROSE, SAND, SKY, SLATE, STONE, TEAL, VIOLET, Hue


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
RAIN = Light("rain", TEAL.tint, CREAM, CREAM, PAPER, STONE, SLATE, 0.35, GREEN)

LIGHTS: tuple[Light, ...] = (MORNING, DAY, EVENING, RAIN)

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
    ground: str = SAND

    @property
    def hues(self) -> tuple[Hue, Hue, Hue]:
        """The leading hue followed by its two companions."""
        return (self.hue, *self.accents)


def choose_mood(rng: Random, hue: str | None) -> Mood:
    """Return a mood drawn from ``rng``; ``hue`` (a key of ``HUES``) fixes the leading hue when given."""
    key = hue or rng.choice(sorted(HUES))
    light = rng.choices(LIGHTS, weights=(3, 4, 2, 1))[0]
    first, second = _COMPANIONS[key]
    return Mood(light, HUES[key], (HUES[first], HUES[second]))
