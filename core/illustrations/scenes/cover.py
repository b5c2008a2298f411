"""A publication cover: one street pattern, in the tones of one hue, with a spine and a house for a mark."""

from collections.abc import Callable
from random import Random

from ..mood import Mood
from ..palette import GREEN, INK_SOFT, OCHRE, PAPER
from ..parts.gables import GABLES
from ..shapes import Box, Shape, circle, dome, place, poly, rect
from .marks import house_mark

_W, _H, _SPINE = 900.0, 1200.0, 54.0


def build(rng: Random, mood: Mood) -> list[Shape]:
    """Return the shapes of a cover, 900 wide and 1200 high."""
    pattern = rng.choice(_PATTERNS)
    return [
        *pattern(rng, mood),
        rect(0, 0, _SPINE, _H, mood.hue.deep),
        rect(_SPINE, 0, 6, _H, PAPER, opacity=0.35),
        *_mark(mood),
    ]


def _mark(mood: Mood) -> list[Shape]:
    """The gabled house on a paper disc, low on the right."""
    x, y = _W - 128, _H - 130
    return [circle(x, y, 78, PAPER), *place(house_mark(mood.hue.base, PAPER, PAPER), x - 54, y - 62, 1.7)]


def _tones(mood: Mood) -> tuple[str, ...]:
    hue = mood.hue
    return (hue.tint, hue.light, hue.base, hue.deep)


def _gables(rng: Random, mood: Mood) -> list[Shape]:
    """A sampler of gables, one to a field, light fields and dark ones by turns."""
    tint, light, base, deep = _tones(mood)
    columns, rows = 3, 4
    cell_w, cell_h = (_W - _SPINE) / columns, _H / rows
    grounds: list[Shape] = []
    houses: list[Shape] = []
    for index in range(columns * rows):
        column, row = index % columns, index // columns
        x, y = _SPINE + column * cell_w, row * cell_h
        pairs = ((tint, base), (light, deep)) if (column + row) % 2 else ((base, tint), (deep, light))
        ground, front = rng.choice(pairs)
        door = rng.choice((mood.accents[0].base, mood.accents[1].base, ground))
        grounds.append(rect(x, y, cell_w + 1, cell_h + 1, ground))
        houses += _sample(rng, (x, y, cell_w, cell_h), front, ground, door)
    return [*grounds, *houses]


def _sample(rng: Random, box: Box, front: str, glass: str, door: str) -> list[Shape]:
    """One gabled front standing in ``box``."""
    x, y, cell_w, cell_h = box
    w, style = cell_w * 0.56, rng.choice(sorted(GABLES))
    left, eave = x + (cell_w - w) / 2, y + cell_h * 0.56
    rise = w * (0.4 if style == "cornice" else 0.82)
    return [
        poly([(left, y + cell_h), *GABLES[style](left, w, eave, rise), (left + w, y + cell_h)], front),
        *(rect(left + w * dx, eave + cell_h * 0.06, w * 0.2, cell_h * 0.15, glass) for dx in (0.18, 0.62)),
        dome(left + w * 0.36, y + cell_h * 0.8, w * 0.28, cell_h * 0.2, door),
    ]


def _herringbone(rng: Random, mood: Mood) -> list[Shape]:
    """Clinkers laid in keperverband on the slant, a few of them in a second colour."""
    tint, light, base, deep = _tones(mood)
    shapes: list[Shape] = [rect(0, 0, _W, _H, deep)]
    for step in range(-16, 30):
        for shift in range(-28, 28, 4):
            for across, along, w, h in ((step + shift, step, 2, 1), (step + shift, step + 1, 1, 2)):
                fill = rng.choices((base, light, tint, mood.accents[0].light), weights=(10, 5, 1, 1))[0]
                shapes.append(_clinker(across, along, w, h, fill))
    return shapes


def _clinker(x: float, y: float, w: float, h: float, fill: str) -> Shape:
    """One brick of ``w`` by ``h`` units on a grid turned an eighth."""
    gap, unit = 0.05, 54.0
    corners = ((x + gap, y + gap), (x + w - gap, y + gap), (x + w - gap, y + h - gap), (x + gap, y + h - gap))
    return poly([(_W / 2 + (cx - cy) * unit, (cx + cy) * unit - 300) for cx, cy in corners], fill)


def _brickwork(rng: Random, mood: Mood) -> list[Shape]:
    """A wall in half-brick bond with one window in it, its sill full of plants."""
    tint, light, base, deep = _tones(mood)
    shapes: list[Shape] = [rect(0, 0, _W, _H, deep)]
    course, length = 60.0, 150.0
    for row in range(20):
        offset = -length / 2 if row % 2 else 0.0
        for column in range(7):
            fill = rng.choices((base, light, deep, tint), weights=(12, 4, 2, 1))[0]
            shapes.append(
                rect(_SPINE + offset + column * length + 4, row * course + 4, length - 8, course - 8, fill)
            )
    return [*shapes, *_window(rng, mood, (285, rng.choice((240, 300, 360)), 380, 540))]


def _window(rng: Random, mood: Mood, box: Box) -> list[Shape]:
    x, y, w, h = box
    glass = rng.choice((OCHRE.light, mood.accents[0].tint, INK_SOFT))
    frame = dome if rng.random() < 0.6 else rect
    rail = y + h * 0.4
    return [
        frame(x - 26, y - 26, w + 52, h + 26, PAPER),
        frame(x, y, w, h, glass),
        rect(x + w / 2 - 9, rail, 18, y + h - rail, PAPER),
        rect(x, rail, w, 18, PAPER),
        rect(x - 50, y + h, w + 100, 34, PAPER),
        *(
            shape
            for step in (-120, 0, 120)
            for shape in place(_sill_plant(rng, mood), x + w / 2 + step, y + h)
        ),
    ]


def _sill_plant(rng: Random, mood: Mood) -> list[Shape]:
    """A plant in a pot: round leaves, long blades, or flowers."""
    pot, kind = rng.choice(mood.accents), rng.randint(0, 2)
    body = [poly([(-42, -72), (42, -72), (30, 0), (-30, 0)], pot.base), rect(-48, -80, 96, 22, pot.deep)]
    if kind == 0:
        tips = ((-70, -170), (-34, -216), (0, -236), (36, -212), (70, -166))
        return [
            *(
                poly(
                    [(0, -70), (x * 0.2 - 22, -150, x, y), (x * 0.2 + 30, -150, 0, -70)],
                    GREEN.base if index % 2 else GREEN.deep,
                )
                for index, (x, y) in enumerate(tips)
            ),
            *body,
        ]
    leaves = [circle(x, y, 30, GREEN.base) for x, y in ((-30, -100), (30, -100), (0, -132))]
    if kind == 1:
        return [*leaves, circle(-8, -140, 15, GREEN.light), *body]
    return [
        *leaves,
        *(circle(x, y, 13, mood.hue.light) for x, y in ((-34, -112), (4, -150), (32, -108), (-2, -104))),
        *body,
    ]


def _tiles(rng: Random, mood: Mood) -> list[Shape]:
    """Roof tiles, row over row, from shade below to light above."""
    tones = (*_tones(mood)[::-1],)
    shapes: list[Shape] = [rect(0, 0, _W, _H, tones[0])]
    w, rise = 141.0, 100.0
    for row in range(13, -1, -1):
        y = row * rise - rise
        level = min(3, max(0, int((13 - row) / 3.6)))
        for column in range(7):
            x = _SPINE - w / 2 * (row % 2) + column * w
            fill = tones[level] if rng.random() < 0.72 else tones[min(3, level + 1)]
            if rng.random() < 0.04:
                fill = mood.accents[0].base
            shapes.append(
                poly(
                    [
                        (x + 3, y - 40),
                        (x + w - 3, y - 40),
                        (x + w - 3, y + rise * 0.4),
                        (x + w - 3, y + rise * 1.1, x + w / 2, y + rise * 1.1),
                        (x + 3, y + rise * 1.1, x + 3, y + rise * 0.4),
                    ],
                    fill,
                )
            )
    return shapes


def _layers(rng: Random, mood: Mood) -> list[Shape]:
    """Rows of gables one behind the other, pale at the back and deep in front, under a large sun."""
    tint, light, base, deep = _tones(mood)
    shapes: list[Shape] = [
        rect(0, 0, _W, _H, tint),
        circle(rng.uniform(320, 640), rng.uniform(260, 340), 150, OCHRE.light),
    ]
    for index, (fill, foot) in enumerate(
        ((light, 640), (mood.accents[0].light, 830), (base, 1030), (deep, 1230))
    ):
        points: list[tuple[float, ...]] = [(0, _H + 10)]
        panes: list[Shape] = []
        x = -rng.uniform(0, 80)
        while x < _W:
            w, style = rng.uniform(120, 190), rng.choice(sorted(GABLES))
            eave = foot - rng.uniform(150, 230)
            points += GABLES[style](x, w, eave, w * (0.3 if style == "cornice" else 0.8))
            panes += [
                rect(x + w * dx, eave + 26 + dy, w * 0.18, 44, tint if index else PAPER)
                for dx in (0.2, 0.6)
                for dy in (0, 80)
            ]
            x += w
        shapes += [poly([*points, (_W + 40, _H + 10)], fill), *panes]
    return shapes


def _quilt(rng: Random, mood: Mood) -> list[Shape]:
    """Paving slabs with quarter circles, turned this way and that."""
    tint, light, base, deep = _tones(mood)
    side = (_W - _SPINE) / 4
    pairs = (
        (tint, base),
        (base, light),
        (light, deep),
        (deep, tint),
        (PAPER, base),
        (base, mood.accents[0].light),
    )
    shapes: list[Shape] = []
    for row in range(6):
        for column in range(4):
            x, y = _SPINE + column * side, row * side
            ground, figure = rng.choice(pairs)
            shapes.append(rect(x, y, side + 1, side + 1, ground))
            corner_x, corner_y = rng.choice((0, 1)), rng.choice((0, 1))
            shapes.append(
                _quarter(
                    x + corner_x * side,
                    y + corner_y * side,
                    side * (1 - 2 * corner_x),
                    side * (1 - 2 * corner_y),
                    figure,
                )
            )
            if rng.random() < 0.5:
                shapes.append(
                    _quarter(
                        x + corner_x * side,
                        y + corner_y * side,
                        side * (0.5 - corner_x),
                        side * (0.5 - corner_y),
                        ground,
                    )
                )
    return shapes


def _quarter(x: float, y: float, dx: float, dy: float, fill: str) -> Shape:
    """A quarter disc around ``x``, ``y`` that reaches ``dx`` and ``dy``, in two curves."""
    mid_x, mid_y = x + dx * 0.7071, y + dy * 0.7071
    return poly(
        [(x, y), (x + dx, y), (x + dx, y + dy * 0.4142, mid_x, mid_y), (x + dx * 0.4142, y + dy, x, y + dy)],
        fill,
    )


_PATTERNS: tuple[Callable[[Random, Mood], list[Shape]], ...] = (
    _gables,
    _herringbone,
    _brickwork,
    _tiles,
    _layers,
    _quilt,
)
