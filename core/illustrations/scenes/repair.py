"""A repair café: neighbours at a long bench mending lamps, radios and clothes, and a bike on a stand."""

from random import Random

from ..mood import Mood
from ..palette import OCHRE, TEAL, TILE, WOOD
from ..parts.arrange import hang
from ..parts.figures import child, seated, standing
from ..parts.interior import counter, house_plant, pendant, room, shelf, window_view
from ..parts.person import company
from ..parts.street import bunting
from ..parts.tools import THINGS, bike_stand, pegboard, toolbox, wrench
from ..parts.vehicles import bike
from ..shapes import Ellipse, Shape, place

_FLOOR = 800.0
_BENCH = 622.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a repair café."""
    shapes = room(mood, _FLOOR)
    shapes += _wall(rng, mood)
    shapes += _bench(rng, mood)
    return shapes + _front(rng, mood)


def _wall(rng: Random, mood: Mood) -> list[Shape]:
    pieces = [
        (420, window_view(rng, mood.light, 420, 290)),
        (450, pegboard(rng, 450, 290)),
        (250, place(shelf(rng, 250), 125, 180)),
    ]
    shapes = hang(rng, pieces, 200, 1410, 150)
    shapes += place(shelf(rng, 130), 70, 320)
    shapes += place(shelf(rng, 130), 1530, 320)
    shapes += bunting((-20, 30), (1620, 30), 70, mood.hues, 19)
    for index, x in enumerate((330, 800, 1270)):
        shapes += place(pendant(rng.uniform(96, 126), mood.accents[index % 2]), x, 0)
    return shapes


def _bench(rng: Random, mood: Mood) -> list[Shape]:
    """Four menders behind the bench, with broken things between them."""
    people = company(rng, mood, 4)
    poses = [("hold", "hold"), ("hold", "out"), ("out", "hold"), ("hold", "wave")]
    rng.shuffle(poses)
    spots = (330, 610, 990, 1270)
    shapes: list[Shape] = []
    for x, person, pose in zip(spots, people, poses, strict=True):
        shapes += place(seated(person, *pose), x + rng.uniform(-16, 16), _BENCH + 150, 1.75)
    shapes += place(counter(1380, 230, mood.accents[0]), 800, _BENCH)
    for index, thing in enumerate(rng.sample(THINGS, 5)):
        shapes += place(thing(rng), (186, 470, 800, 1130, 1424)[index], _BENCH - 4)
    return shapes


def _front(rng: Random, mood: Mood) -> list[Shape]:
    """The bike in the middle, with a mender and a child beside it."""
    people = company(rng, mood, 2)
    shapes: list[Shape] = [Ellipse(800, 966, 190, 14, WOOD.deep, 0.4)]
    shapes += place(bike_stand(), 760, 962, 1.6)
    shapes += place(bike(mood.hue, crate=rng.random() < 0.5), 800, 932, 2.1)
    shapes += place(
        [*standing(people[0], "out", "hold", 5), *place(wrench(), -64, -140, 0.5)], 1050, 970, 1.62
    )
    shapes += place(child(people[1], "hold", "out", 5), 530, 974, 1.8)
    shapes += place(toolbox(rng.choice((TILE, TEAL, OCHRE))), rng.uniform(340, 380), 966, 1.2)
    return shapes + place(house_plant(330, mood.accents[1]), 1480, 972)
