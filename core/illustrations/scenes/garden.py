"""A shared kitchen garden: raised beds, a greenhouse, a shed, sunflowers and the people who tend it."""

from random import Random

from ..mood import Mood
from ..palette import BRICK, GREEN, MOSS, PAPER, SAND, SAND_DEEP, SKY, TEAL, TILE, WOOD
from ..parts.arrange import spread
from ..parts.figures import child, standing, wheelchair
from ..parts.garden import (
    LOW_CROPS,
    TALL_CROPS,
    basket,
    bed,
    beehive,
    fence,
    greenhouse,
    rain_barrel,
    shed,
    watering_can,
)
from ..parts.person import company
from ..parts.sky import sky, skyline
from ..parts.street import bunting, hen, paving
from ..parts.trees import LEAVES, bush, round_tree, sunflower
from ..parts.vehicles import wheelbarrow
from ..shapes import Shape, line, place, rect

_BACK = 560.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a kitchen garden."""
    shapes = sky(rng, mood.light, _BACK)
    shapes += skyline(rng, mood.light, _BACK, 230)
    shapes += _edge(rng)
    shapes += _buildings(rng, mood)
    shapes += _beds(rng)
    return shapes + _gardeners(rng, mood)


def _edge(rng: Random) -> list[Shape]:
    """Trees and bushes along the back, then grass."""
    shapes: list[Shape] = []
    for x in (60, 190, 1430, 1560):
        shapes += place(
            round_tree(rng, rng.uniform(220, 290), rng.choice(LEAVES)), x + rng.uniform(-30, 30), _BACK + 20
        )
    for x in range(30, 1600, 190):
        shapes += place(bush(rng, rng.uniform(170, 230), rng.choice((GREEN, MOSS))), x, _BACK + 14)
    shapes += [rect(0, _BACK, 1600, 450, MOSS.light), rect(0, _BACK, 1600, 12, GREEN.base)]
    return [*shapes, rect(0, 700, 1600, 300, SAND), *paving(rng, 706, 1000, SAND_DEEP)]


def _buildings(rng: Random, mood: Mood) -> list[Shape]:
    shapes = fence(0, 668, 1600, PAPER) if rng.random() < 0.6 else []
    shed_x = rng.uniform(1080, 1150)
    shapes += place(greenhouse(330, 290), rng.uniform(470, 560), 706)
    shapes += place(shed(230, 300, rng.choice((mood.hue, TEAL, BRICK)), TILE), shed_x, 706)
    shapes += place(rain_barrel(), shed_x + 165, 708)
    shapes += bunting((rng.uniform(690, 720), 450), (shed_x - 60, 480), 40, mood.hues, 7)
    shapes += place(beehive(mood.accents[0]), rng.uniform(220, 270), 706)
    for step in range(rng.randint(4, 5)):
        shapes += place(
            sunflower(rng.uniform(210, 300), rng.uniform(-14, 14)),
            1330 + step * 64 + rng.uniform(-10, 10),
            720,
        )
    return shapes


def _beds(rng: Random) -> list[Shape]:
    """Two rows of beds: tall crops behind, low crops in front."""
    low = [*LOW_CROPS, *rng.sample(LOW_CROPS, 2)]
    rng.shuffle(low)
    shapes: list[Shape] = []
    for x, w, crop in ((250, 330, rng.choice(TALL_CROPS)), (1260, 380, rng.choice(TALL_CROPS))):
        shapes += place(bed(rng, w, crop), x, 830)
    for index, (x, w) in enumerate(((120, 330), (560, 360), (1010, 360), (1450, 340))):
        shapes += place(bed(rng, w, low[index]), x + rng.uniform(-14, 14), 975, 1.12)
    return shapes


def _gardeners(rng: Random, mood: Mood) -> list[Shape]:
    """Someone watering, a child with the harvest, someone in a wheelchair, a visitor and the hens."""
    people = company(rng, mood, 4)
    waterer = [*standing(people[0], "hip", "out", 5), *place(watering_can(mood.hue), 76, -58), *_drops()]
    picker = [*child(people[1], "out", "up", 6), *place(basket(WOOD), -66, 0, 0.6)]
    groups = (
        place(waterer, -40, 866, 1.24),
        place(picker, 0, 872, 1.3),
        place(wheelchair(people[2], "out"), 0, 856, 1.2),
    )
    shapes = place(wheelbarrow(rng.choice((TILE, GREEN, SKY))), rng.uniform(440, 470), 850, 1.1)
    shapes += place(standing(people[3], "wave", "hold", 3), rng.uniform(380, 410), 790, 1.0)
    shapes += spread(rng, groups, (650, 870, 1090))
    for _ in range(rng.randint(1, 3)):
        bird = hen(rng.choice((PAPER, WOOD.base, TILE.light)))
        shapes += place(bird, rng.uniform(720, 1160), rng.uniform(876, 905), 1.0, rng.random() < 0.5)
    return shapes


def _drops() -> list[Shape]:
    """Water from the rose of the can."""
    return [
        line([(150 + step * 11, -66 + step * 6), (154 + step * 11, -42 + step * 6)], SKY.base, 3)
        for step in range(4)
    ]
