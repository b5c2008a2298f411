"""How far apart two places are."""

from math import cos, hypot, radians

KM_PER_DEGREE = 111.32


def km_between(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Kilometres between two positions (latitude, longitude) as the crow flies; right to a percent in this country."""
    middle = radians((first[0] + second[0]) / 2)
    north = first[0] - second[0]
    east = (first[1] - second[1]) * cos(middle)
    return hypot(north, east) * KM_PER_DEGREE
