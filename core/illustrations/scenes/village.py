"""A polder village under a big sky: church, mill, farm, cows, tulips and a path to ride home on."""

from random import Random

from ..mood import Mood
from ..palette import BRICK, EARTH, GREEN, INK, MOSS, OCHRE, PAPER, ROSE, SAND, TILE, VIOLET, WOOD
from ..parts.arrange import spread
from ..parts.figures import child, standing
from ..parts.landmarks import church, cow, drawbridge, farmhouse, windmill
from ..parts.person import company
from ..parts.sky import rain, sky
from ..parts.trees import bush, poplar, willow
from ..parts.vehicles import cyclist, duck
from ..shapes import Shape, line, place, poly, rect

_HORIZON = 560.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a polder village."""
    flip = rng.random() < 0.5
    shapes = sky(rng, mood.light, _HORIZON)
    shapes += _village(rng, mood)
    shapes += _fields(rng, mood, flip)
    shapes += _ditch(rng, mood)
    shapes += _life(rng, mood, flip)
    return shapes + rain(rng, mood.light)


def _village(rng: Random, mood: Mood) -> list[Shape]:
    """The village on the horizon: a mill, a church and a farm in an order drawn by lot, cottages between."""
    shapes: list[Shape] = []
    for x in range(20, 1600, 74):
        if rng.random() < 0.7:
            shapes += place(poplar(rng.uniform(90, 150), rng.choice((GREEN, MOSS))), x, _HORIZON + 4)
    landmarks = (
        place(church(rng.uniform(400, 450), BRICK), -110, _HORIZON + 4),
        place(windmill(rng.uniform(400, 440), rng.uniform(0.2, 1.3), mood.hue), 0, _HORIZON + 14),
        place(farmhouse(330, mood.accents[0]), 0, _HORIZON + 16, 1, rng.random() < 0.5),
    )
    shapes += spread(rng, landmarks, (410, 800, 1200), 24)
    for x in rng.sample((190, 600, 1000, 1010, 1420), 3):
        shapes += _cottage(rng, mood, x + rng.uniform(-20, 20))
    for x in (300, 560, 960, 1060, 1420):
        shapes += place(bush(rng, rng.uniform(60, 100), rng.choice((GREEN, MOSS))), x, _HORIZON + 16)
    return shapes


def _cottage(rng: Random, mood: Mood, x: float) -> list[Shape]:
    w, h = rng.uniform(84, 104), rng.uniform(56, 70)
    y = _HORIZON + 6
    wall = rng.choice((PAPER, BRICK.light, OCHRE.light, ROSE.light))
    glass = OCHRE.light if mood.light.lit > 0.3 else mood.light.glass
    return [
        rect(x - w / 2, y - h, w, h, wall),
        poly(
            [
                (x - w * 0.58, y - h),
                (x - w * 0.4, y - h * 1.75),
                (x + w * 0.4, y - h * 1.75),
                (x + w * 0.58, y - h),
            ],
            TILE.base,
        ),
        rect(x + w * 0.2, y - h * 1.95, w * 0.13, h * 0.4, BRICK.deep),
        *(rect(x + w * step, y - h * 0.72, w * 0.2, h * 0.38, glass) for step in (-0.38, 0.16)),
        rect(x - w * 0.1, y - h * 0.66, w * 0.18, h * 0.66, mood.accents[1].base),
    ]


def _fields(rng: Random, mood: Mood, left: bool) -> list[Shape]:
    """Meadows, and rows of tulips that fan out from the horizon on one side."""
    shapes: list[Shape] = [rect(0, _HORIZON, 1600, 440, MOSS.light), rect(0, _HORIZON, 1600, 12, GREEN.base)]
    tulips = [
        mood.hue.base,
        mood.hue.light,
        *rng.sample((ROSE.base, OCHRE.light, VIOLET.base, TILE.base, PAPER), 3),
    ]
    for index in range(10):
        near, far = 66, 26
        x0, x1 = index * near, index * far
        nodes = [(60 + x1, 586), (60 + x1 + far - 6, 586), (-160 + x0 + near - 16, 730), (-160 + x0, 730)]
        fill = tulips[index // 2 % 5] if index % 2 else GREEN.base
        shapes.append(poly([(x if left else 1600 - x, y) for x, y in nodes], fill))
    nodes = [(700, 586), (1000, 586), (1500, 730), (640, 730)]
    return [*shapes, poly([(x if left else 1600 - x, y) for x, y in nodes], GREEN.light)]


def _ditch(rng: Random, mood: Mood) -> list[Shape]:
    tone = mood.light.water
    ripples = [
        line([(x, y), (x + rng.uniform(40, 110), y)], tone.base, 5)
        for x, y in ((rng.uniform(-20, 1560), rng.uniform(762, 800)) for _ in range(16))
    ]
    reeds: list[Shape] = []
    for _ in range(26):
        x, h = rng.uniform(0, 1600), rng.uniform(22, 48)
        reeds.append(line([(x, 752), (x + rng.uniform(-9, 9), 752 - h)], GREEN.base, 5))
    return [
        *reeds,
        rect(0, 744, 1600, 14, GREEN.base),
        rect(0, 756, 1600, 60, tone.light),
        *ripples,
        rect(0, 812, 1600, 190, MOSS.base),
        rect(0, 812, 1600, 12, GREEN.base),
        poly([(0, 868), (1600, 868), (1600, 952), (0, 952)], SAND),
        *(line([(x, 974), (x + 8, 962)], GREEN.base, 4) for x in range(20, 1600, 67)),
    ]


def _life(rng: Random, mood: Mood, flip: bool) -> list[Shape]:
    people = company(rng, mood, 4)
    shapes: list[Shape] = []
    for x in (rng.uniform(860, 930), rng.uniform(1060, 1130), rng.uniform(700, 760)):
        shapes += place(
            cow(rng.choice((INK, EARTH, WOOD.deep))), x, rng.uniform(640, 716), 0.72, rng.random() < 0.5
        )
    shapes += place(drawbridge(), 1600 - 420 if flip else 420, 790, 0.9, flip)
    shapes += [
        part
        for _ in range(3)
        for part in place(duck(), rng.uniform(640, 1000), rng.uniform(778, 800), 0.8, rng.random() < 0.5)
    ]
    shapes += place(willow(rng, 310), 1600 - 1400 if flip else 1400, 862)
    shapes += place(cyclist(people[0], mood.hue), rng.uniform(640, 720), 934, 1.05, flip)
    shapes += place(cyclist(people[1], mood.accents[0]), rng.uniform(860, 920), 920, 1.0, flip)
    shapes += place(standing(people[2], "down", "wave", 5), rng.uniform(1080, 1130), 925, 1.0)
    return shapes + place(child(people[3], "out", "down", 5), rng.uniform(1150, 1180), 932, 1.05)
